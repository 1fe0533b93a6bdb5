//! The files of a published edition: each with its bytes, its kind and its path. A file that need
//! not be found by name is named by its content.

use crate::progress::{Progress, Silent, Stage};
use crate::publish::parallel_map::parallel_map;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use brotli::enc::BrotliEncoderParams;
use sha2::{Digest, Sha256, Sha384};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Component, Path};

/// The folder of the files that are named by their content.
pub(crate) const HASHED: &str = "assets";

/// The list of the files that the program has written into a folder, so that it can remove them.
const LIST: &str = ".cuttings-files";

/// The folder of the pictures of articles, which are named by their content, too.
pub(crate) const MEDIA: &str = "media";

/// In an edition with more files than this, pages are compressed at Brotli's quality 10 rather than
/// 11, which takes a fraction of the time and compresses slightly less. What every reader loads is
/// compressed at quality 11 in any case.
const MANY_FILES: usize = 2000;

/// The number of hexadecimal digits of the hash in a file name.
const HASH_DIGITS: usize = 16;

/// All files, by their paths relative to the site's base, with `/` between folders.
#[derive(Debug, Default)]
pub(crate) struct Files(BTreeMap<String, File>);

/// A file to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File {
    /// The content.
    pub(crate) bytes: Vec<u8>,
    /// The kind of content.
    pub(crate) kind: Kind,
    /// True if the file is named by its content, and therefore never changes.
    pub(crate) hashed: bool,
}

/// The kind of a file.
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
    /// An edition that the program does not contain.
    Edition,
    /// The page's messages in another language than the program's.
    Messages,
    /// A vector image.
    Svg,
    /// A raster image.
    Png,
    /// A font that every reader of a Latin script needs.
    Font,
    /// A font that a page requests when its text has the letters.
    OnDemandFont,
    /// A vector image of an article.
    Drawing,
    /// Data.
    Json,
    /// Data that a page requests when a reader acts.
    OnDemandData,
    /// A feed or a list of pages.
    Xml,
    /// Plain text: Markdown, or what crawlers read.
    Text,
    /// Configuration for hosts, which readers do not get.
    HostConfig,
}

impl Kind {
    /// Returns true if compression makes the file smaller.
    pub(crate) fn is_compressible(self) -> bool {
        !matches!(self, Kind::Png | Kind::Font | Kind::OnDemandFont | Kind::HostConfig)
    }

    /// Returns true if readers need the file when they are offline.
    pub(crate) fn is_needed_offline(self) -> bool {
        match self {
            Kind::Html
            | Kind::Css
            | Kind::JavaScript
            | Kind::Wasm
            | Kind::Edition
            | Kind::Messages
            | Kind::Svg
            | Kind::Font
            | Kind::OnDemandData => true,
            Kind::Png
            | Kind::Drawing
            | Kind::OnDemandFont
            | Kind::Json
            | Kind::Xml
            | Kind::Text
            | Kind::HostConfig => false,
        }
    }
}

impl File {
    /// Returns the hash that `integrity` attributes and the service worker check.
    pub(crate) fn integrity(&self) -> String {
        integrity(&self.bytes)
    }
}

/// Returns the hash of some bytes in the form of `integrity` attributes and of content security
/// policies.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    let mut out = String::from("sha384-");
    STANDARD.encode_string(Sha384::digest(bytes), &mut out);
    out
}

impl Files {
    /// Adds a file that is found by its name.
    pub(crate) fn add(&mut self, path: impl Into<String>, kind: Kind, bytes: impl Into<Vec<u8>>) {
        self.0.insert(path.into(), File { bytes: bytes.into(), kind, hashed: false });
    }

    /// Adds a file named by its content, `assets/STEM-HASH.EXTENSION`, and returns its path.
    pub(crate) fn add_hashed(
        &mut self,
        stem: &str,
        extension: &str,
        kind: Kind,
        bytes: impl Into<Vec<u8>>,
    ) -> String {
        let bytes = bytes.into();
        let hash = hexadecimal(&Sha256::digest(&bytes));
        let path =
            format!("{HASHED}/{stem}-{}.{extension}", hash.get(..HASH_DIGITS).unwrap_or(&hash));
        self.0.insert(path.clone(), File { bytes, kind, hashed: true });
        path
    }

    /// Adds a file whose path already names its content.
    pub(crate) fn add_media(
        &mut self,
        path: impl Into<String>,
        kind: Kind,
        bytes: impl Into<Vec<u8>>,
    ) {
        self.0.insert(path.into(), File { bytes: bytes.into(), kind, hashed: true });
    }

    /// Returns the file at a path.
    pub(crate) fn get(&self, path: &str) -> Option<&File> {
        self.0.get(path)
    }

    /// Returns all files, sorted by path.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &File)> {
        self.0.iter().map(|(path, file)| (path.as_str(), file))
    }

    /// Returns the edition's name: the same for the same files, and different for others.
    pub(crate) fn edition_id(&self) -> String {
        let mut hash = Sha256::new();
        for (path, file) in self.iter() {
            hash.update((path.len() as u64).to_le_bytes());
            hash.update(path);
            hash.update((file.bytes.len() as u64).to_le_bytes());
            hash.update(&file.bytes);
        }
        hexadecimal(&hash.finalize()).chars().take(HASH_DIGITS).collect()
    }

    /// Writes every file into `folder`. With `compress` it also writes each file in the encodings
    /// that hosts serve, if that makes it smaller.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub(crate) fn write(&self, folder: &Path, compress: bool) -> io::Result<()> {
        self.write_selected(folder, compress, &Silent, |_, _| true)
    }

    fn write_selected(
        &self,
        folder: &Path,
        compress: bool,
        progress: &dyn Progress,
        is_selected: impl Fn(&str, &File) -> bool,
    ) -> io::Result<()> {
        let files: Vec<(&str, &File)> =
            self.iter().filter(|(path, file)| is_selected(path, file)).collect();
        let quality = |file: &File| if file.hashed || self.0.len() <= MANY_FILES { 11 } else { 10 };
        progress.begin(Stage::Write, Some(files.len()));
        let write = |(path, file): &(&str, &File)| {
            let written = write_one(folder, path, file, compress.then(|| quality(file)));
            progress.advance();
            written
        };
        parallel_map(&files, write).into_iter().collect()
    }

    /// Writes every file into a folder that may hold an earlier edition. With `compress` it also
    /// writes each file in the encodings that hosts serve. Files that have not changed stay; those
    /// of the earlier edition that this one does not have are removed. Other files in the folder
    /// are not touched.
    ///
    /// # Errors
    /// If a file cannot be written or removed.
    pub(crate) fn replace(
        &self,
        folder: &Path,
        compress: bool,
        progress: &dyn Progress,
    ) -> io::Result<()> {
        let list = folder.join(LIST);
        let earlier = fs::read_to_string(&list).unwrap_or_default();
        let earlier: BTreeSet<&str> = earlier.lines().collect();
        let is_changed = |path: &str, file: &File| {
            !earlier.contains(path)
                || fs::read(folder.join(path)).ok().as_ref() != Some(&file.bytes)
        };
        let paths: String = self.iter().flat_map(|(path, _)| [path, "\n"]).collect();
        fs::create_dir_all(folder)?;
        let is_gone = |path: &&&str| self.get(path).is_none() && is_within(Path::new(path));
        for path in earlier.iter().filter(is_gone) {
            for copy in ["", ".br", ".gz"] {
                remove_if_there(&folder.join(format!("{path}{copy}")))?;
            }
        }
        self.write_selected(folder, compress, progress, is_changed)?;
        fs::write(list, paths)
    }
}

/// Returns whether a path leads to a file within the folder that it is relative to.
fn is_within(path: &Path) -> bool {
    path.components().all(|part| matches!(part, Component::Normal(_)))
}

/// Removes a file with the folders that it leaves empty.
fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        other => other?,
    }
    let mut folder = path.parent();
    // A folder that is not empty cannot be removed.
    while let Some(empty) = folder.filter(|folder| fs::remove_dir(folder).is_ok()) {
        folder = empty.parent();
    }
    Ok(())
}

fn write_one(folder: &Path, path: &str, file: &File, quality: Option<i32>) -> io::Result<()> {
    let to = folder.join(path);
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent)?;
    }
    if let Some(quality) = quality.filter(|_| file.kind.is_compressible()) {
        fs::write(folder.join(format!("{path}.br")), brotli(&file.bytes, quality)?)?;
        fs::write(folder.join(format!("{path}.gz")), gzip(&file.bytes)?)?;
    }
    // Last, so that a file which is as it should be has the right copies even if an earlier run
    // stopped halfway.
    fs::write(&to, &file.bytes)
}

/// Compresses with Brotli. The window is at most 4 MiB, and smaller for smaller input, which is
/// faster. Blocks of 1 MiB make the program some 250 bytes smaller than the default.
fn brotli(mut bytes: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let window = (usize::BITS - bytes.len().leading_zeros() + 1).clamp(10, 22) as i32;
    let parameters = BrotliEncoderParams {
        quality,
        lgwin: window,
        lgblock: 20,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

/// Compresses with gzip at its highest level.
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
    fn names_depend_on_content_alone() {
        let mut files = Files::default();
        let one = files.add_hashed("page", "css", Kind::Css, "a { color: red }");
        assert_eq!(one, "assets/page-2c7bc03c8b6671cf.css");
        assert_eq!(files.add_hashed("page", "css", Kind::Css, "a { color: red }"), one);
        assert_ne!(files.add_hashed("page", "css", Kind::Css, "a { color: tan }"), one);
        assert_eq!(files.iter().count(), 2);
    }

    #[test]
    fn edition_id_depends_on_every_file() {
        let id = |pairs: &[(&str, &str)]| {
            let mut files = Files::default();
            pairs.iter().for_each(|(path, text)| files.add(*path, Kind::Text, *text));
            files.edition_id()
        };
        let one = id(&[("a.txt", "1"), ("b.txt", "2")]);
        assert_eq!(id(&[("b.txt", "2"), ("a.txt", "1")]), one);
        for other in [
            &[("a.txt", "1")][..],
            &[("a.txt", "1"), ("b.txt", "3")],
            &[("a.txt", "1"), ("c.txt", "2")],
        ] {
            assert_ne!(id(other), one, "{other:?}");
        }
    }

    #[test]
    fn writes_compressed_copies_of_compressible_files() {
        let folder = std::env::temp_dir().join(format!("cuttings-files-{}", std::process::id()));
        let mut files = Files::default();
        files.add("article/a/index.html", Kind::Html, "text ".repeat(100));
        files.add("icon.png", Kind::Png, "dots");
        files.add("_headers", Kind::HostConfig, "/*");
        files.write(&folder, true).unwrap();
        let there = |path: &str| folder.join(path).is_file();
        for (path, compressed) in
            [("article/a/index.html", true), ("icon.png", false), ("_headers", false)]
        {
            assert!(there(path), "{path}");
            for extension in ["br", "gz"] {
                assert_eq!(there(&format!("{path}.{extension}")), compressed, "{path}.{extension}");
            }
        }
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_later_edition_replaces_an_earlier_one_and_nothing_else() {
        let folder = std::env::temp_dir().join(format!("cuttings-replace-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let write = |pairs: &[(&str, &str)]| {
            let mut files = Files::default();
            for (path, text) in pairs {
                files.add(*path, Kind::Html, text.repeat(100));
            }
            files.replace(&folder, true, &Silent).unwrap();
        };
        write(&[("index.html", "one "), ("article/a/index.html", "a "), ("b.html", "b ")]);
        fs::write(folder.join("CNAME"), "example.org").unwrap();
        let unchanged = fs::metadata(folder.join("b.html.br")).unwrap().modified().unwrap();
        // A list that names a file elsewhere removes nothing there.
        let elsewhere = std::env::temp_dir().join(format!("elsewhere-{}", std::process::id()));
        fs::write(&elsewhere, "kept").unwrap();
        let list = fs::read_to_string(folder.join(LIST)).unwrap();
        let name = elsewhere.file_name().unwrap().display();
        let list = format!("{list}../{name}\n{}\n", elsewhere.display());
        fs::write(folder.join(LIST), list).unwrap();
        write(&[("index.html", "two "), ("b.html", "b ")]);
        assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "kept");
        fs::remove_file(&elsewhere).unwrap();
        assert!(fs::read_to_string(folder.join("index.html")).unwrap().starts_with("two"));
        assert!(!folder.join("article").exists());
        assert_eq!(fs::read_to_string(folder.join("CNAME")).unwrap(), "example.org");
        let later = fs::metadata(folder.join("b.html.br")).unwrap().modified().unwrap();
        assert_eq!(later, unchanged);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn compression_round_trips() {
        for text in [&b""[..], b"a", &b"the ferry came back ".repeat(500)] {
            let mut plain = Vec::new();
            for quality in [10, 11] {
                let compressed = brotli(text, quality).unwrap();
                brotli::Decompressor::new(&compressed[..], 4096).read_to_end(&mut plain).unwrap();
                assert_eq!(plain, text);
                plain.clear();
            }
            flate2::read::GzDecoder::new(&gzip(text).unwrap()[..]).read_to_end(&mut plain).unwrap();
            assert_eq!(plain, text);
        }
    }
}
