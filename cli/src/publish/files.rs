//! The files of a published edition: each with its bytes, its kind and, but for those that have to be found by name, a
//! name that is made of its final content.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};
use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, thread};

/// The folder of the files whose names say what is in them.
pub(crate) const HASHED: &str = "assets";

/// An edition of more files than this has its pages packed by Brotli's quality 10, which takes a quarter of the time of 11;
/// they weigh a thirtieth more. What every reader loads is packed as well as it can be, whatever the size.
const MANY: usize = 2000;

/// How many hexadecimal digits of a file's hash are in its name.
const NAMED_BY: usize = 16;

/// Everything that will be published, by its path from the site's base, with `/` between folders.
#[derive(Debug, Default)]
pub(crate) struct Files(BTreeMap<String, File>);

/// A file to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File {
    /// What is in it.
    pub(crate) bytes: Vec<u8>,
    /// What a host says that it is.
    pub(crate) kind: Kind,
    /// Whether its name says what is in it, so that what has this name never changes.
    pub(crate) hashed: bool,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A page.
    Html,
    /// A stylesheet.
    Css,
    /// A script.
    JavaScript,
    /// The program.
    Wasm,
    /// A picture made of lines.
    Svg,
    /// A picture made of dots.
    Png,
    /// Data.
    Json,
    /// Data that a page asks for when a reader does.
    HandOut,
    /// A feed or a list of pages.
    Xml,
    /// Words, for a robot.
    Text,
    /// What a host reads and nobody else.
    ForHosts,
}

impl Kind {
    /// Whether it gets smaller when it is packed.
    pub(crate) fn packs(self) -> bool {
        !matches!(self, Kind::Png | Kind::ForHosts)
    }

    /// Whether a reader misses it when the network is gone.
    pub(crate) fn is_read(self) -> bool {
        match self {
            Kind::Html | Kind::Css | Kind::JavaScript | Kind::Wasm | Kind::Svg | Kind::HandOut => true,
            Kind::Png | Kind::Json | Kind::Xml | Kind::Text | Kind::ForHosts => false,
        }
    }
}

impl File {
    /// The hash by which a page or a service worker can tell that these are the bytes that were published, as `integrity`
    /// attributes have it.
    pub(crate) fn integrity(&self) -> String {
        integrity(&self.bytes)
    }
}

/// The hash of some bytes, as `integrity` attributes and policies have it.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    let mut out = String::from("sha384-");
    STANDARD.encode_string(Sha384::digest(bytes), &mut out);
    out
}

impl Files {
    /// Adds a file that has to be found by its name.
    pub(crate) fn add(&mut self, path: impl Into<String>, kind: Kind, bytes: impl Into<Vec<u8>>) {
        self.0.insert(path.into(), File { bytes: bytes.into(), kind, hashed: false });
    }

    /// Adds a file under a name made of its content, `assets/STEM-HASH.ENDING`, and returns that path.
    pub(crate) fn add_hashed(
        &mut self,
        stem: &str,
        ending: &str,
        kind: Kind,
        bytes: impl Into<Vec<u8>>,
    ) -> String {
        let bytes = bytes.into();
        let hash = hexadecimal(&Sha256::digest(&bytes));
        let path = format!("{HASHED}/{stem}-{}.{ending}", hash.get(..NAMED_BY).unwrap_or(&hash));
        self.0.insert(path.clone(), File { bytes, kind, hashed: true });
        path
    }

    /// The file at a path.
    pub(crate) fn get(&self, path: &str) -> Option<&File> {
        self.0.get(path)
    }

    /// All files, in the order of their paths.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &File)> {
        self.0.iter().map(|(path, file)| (path.as_str(), file))
    }

    /// What is the same for the same files and differs for any others: one edition's name.
    pub(crate) fn edition_id(&self) -> String {
        let mut hash = Sha256::new();
        for (path, file) in self.iter() {
            hash.update((path.len() as u64).to_le_bytes());
            hash.update(path);
            hash.update((file.bytes.len() as u64).to_le_bytes());
            hash.update(&file.bytes);
        }
        hexadecimal(&hash.finalize()).chars().take(NAMED_BY).collect()
    }

    /// Writes every file into `folder`; those that get smaller by it in the encodings that hosts serve as well, if they are
    /// `packed`.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub(crate) fn write(&self, folder: &Path, packed: bool) -> io::Result<()> {
        let files: Vec<(&str, &File)> = self.iter().collect();
        let quality = |file: &File| if file.hashed || files.len() <= MANY { 11 } else { 10 };
        let write =
            |(path, file): &(&str, &File)| write_one(folder, path, file, packed.then(|| quality(file)));
        at_once(&files, write).into_iter().collect()
    }
}

fn write_one(folder: &Path, path: &str, file: &File, quality: Option<u32>) -> io::Result<()> {
    let to = folder.join(path);
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(&to, &file.bytes)?;
    if let Some(quality) = quality.filter(|_| file.kind.packs()) {
        fs::write(folder.join(format!("{path}.br")), brotli(&file.bytes, quality)?)?;
        fs::write(folder.join(format!("{path}.gz")), gzip(&file.bytes)?)?;
    }
    Ok(())
}

/// Does the same to each of many things, on as many as there are cores at a time; what comes of them is in their order.
pub(crate) fn at_once<T: Sync, R: Send>(things: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let next = AtomicUsize::new(0);
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores.min(things.len()))
            .map(|_| {
                scope.spawn(|| {
                    let mut done = Vec::new();
                    loop {
                        let nth = next.fetch_add(1, Ordering::Relaxed);
                        let Some(thing) = things.get(nth) else { return done };
                        done.push((nth, work(thing)));
                    }
                })
            })
            .collect();
        // A worker that panicked would have taken its part of the work with it: so does this.
        let joined =
            workers.into_iter().map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic)));
        joined.flatten().collect()
    });
    done.sort_by_key(|(nth, _)| *nth);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Brotli of a quality, which is best at 11, with a window of at most 4 MiB; for less there is less to clear and to search.
fn brotli(bytes: &[u8], quality: u32) -> io::Result<Vec<u8>> {
    let window = (usize::BITS - bytes.len().leading_zeros() + 1).clamp(10, 22);
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, quality, window);
    writer.write_all(bytes)?;
    writer.flush()?;
    drop(writer);
    Ok(packed)
}

/// Gzip at its best.
pub(crate) fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    #[test]
    fn a_name_is_made_of_the_content_alone() {
        let mut files = Files::default();
        let one = files.add_hashed("page", "css", Kind::Css, "a { color: red }");
        assert_eq!(one, "assets/page-2c7bc03c8b6671cf.css");
        assert_eq!(files.add_hashed("page", "css", Kind::Css, "a { color: red }"), one);
        assert_ne!(files.add_hashed("page", "css", Kind::Css, "a { color: tan }"), one);
        assert_eq!(files.iter().count(), 2);
    }

    #[test]
    fn what_is_done_at_once_stays_in_order() {
        for count in [0, 1, 2, 1000] {
            let things: Vec<usize> = (0..count).collect();
            let expected: Vec<usize> = things.iter().map(|thing| thing * thing).collect();
            assert_eq!(at_once(&things, |thing| thing * thing), expected);
        }
    }

    #[test]
    fn an_edition_is_named_by_all_of_it() {
        let id = |pairs: &[(&str, &str)]| {
            let mut files = Files::default();
            pairs.iter().for_each(|(path, text)| files.add(*path, Kind::Text, *text));
            files.edition_id()
        };
        let one = id(&[("a.txt", "1"), ("b.txt", "2")]);
        assert_eq!(id(&[("b.txt", "2"), ("a.txt", "1")]), one);
        for other in
            [&[("a.txt", "1")][..], &[("a.txt", "1"), ("b.txt", "3")], &[("a.txt", "1"), ("c.txt", "2")]]
        {
            assert_ne!(id(other), one, "{other:?}");
        }
    }

    #[test]
    fn beside_each_file_that_gets_smaller_lies_the_same_packed() {
        let folder = std::env::temp_dir().join(format!("cuttings-files-{}", std::process::id()));
        let mut files = Files::default();
        files.add("article/a/index.html", Kind::Html, "text ".repeat(100));
        files.add("icon.png", Kind::Png, "dots");
        files.add("_headers", Kind::ForHosts, "/*");
        files.write(&folder, true).unwrap();
        let there = |path: &str| folder.join(path).is_file();
        for (path, packed) in [("article/a/index.html", true), ("icon.png", false), ("_headers", false)] {
            assert!(there(path), "{path}");
            for ending in ["br", "gz"] {
                assert_eq!(there(&format!("{path}.{ending}")), packed, "{path}.{ending}");
            }
        }
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn what_is_packed_is_unpacked_again() {
        for text in [&b""[..], b"a", &b"the ferry came back ".repeat(500)] {
            let mut plain = Vec::new();
            for quality in [10, 11] {
                let packed = brotli(text, quality).unwrap();
                brotli::Decompressor::new(&packed[..], 4096).read_to_end(&mut plain).unwrap();
                assert_eq!(plain, text);
                plain.clear();
            }
            flate2::read::GzDecoder::new(&gzip(text).unwrap()[..]).read_to_end(&mut plain).unwrap();
            assert_eq!(plain, text);
        }
    }
}
