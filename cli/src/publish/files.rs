//! The files of a published edition: each with its bytes, its kind and its path. A file that need
//! not be found by name is named by its content.

use crate::publish::gzip::pack;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::{AsciiSet, CONTROLS, percent_encode};
use rayon::prelude::*;
use sha2::{Digest, Sha256, Sha384};
use std::collections::BTreeMap;
use std::io;
use std::sync::OnceLock;

/// The characters that end a URL or have a meaning in it. With the colon, nothing takes the
/// namespace of an image for an address.
const IN_URL: &AsciiSet =
    &CONTROLS.add(b'#').add(b'%').add(b'<').add(b'>').add(b'"').add(b' ').add(b':');

/// The folder of the files that are named by their content.
pub(crate) const HASHED: &str = "assets";

/// The page with all headlines, for readers without JavaScript.
pub(crate) const HEADLINES: &str = "headlines.html";

/// The folder of the pictures of articles, which are named by their content, too.
pub(crate) const MEDIA: &str = "media";

/// The start of the names of the pictures that the program draws.
const PICTURE: &str = "picture";

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
    /// True if it serves the whole site, false if it belongs to one page.
    pub(crate) is_shared: bool,
    /// The copy by Brotli, if it was made before.
    pub(crate) brotli: Option<Vec<u8>>,
    /// The hash of everything that the file was made from, if a later build can reuse it.
    pub(crate) key: Option<String>,
    /// The values that are computed from the bytes when they are first needed.
    pub(crate) computed: Computed,
}

/// Values that are computed from the bytes of a file once, because each build asks several times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Computed {
    digest: OnceLock<[u8; 32]>,
    packed_size: OnceLock<usize>,
}

impl File {
    pub(crate) fn new(kind: Kind, bytes: impl Into<Vec<u8>>, hashed: bool) -> File {
        let computed = Computed::default();
        let (brotli, key) = (None, None);
        File { bytes: bytes.into(), kind, hashed, is_shared: true, brotli, key, computed }
    }

    /// Returns the SHA-256 hash of the bytes.
    pub(crate) fn digest(&self) -> &[u8; 32] {
        self.computed.digest.get_or_init(|| Sha256::digest(&self.bytes).into())
    }

    /// Returns the number of bytes that the file transfers if a host compresses it.
    ///
    /// # Errors
    /// If the file cannot be compressed.
    pub(crate) fn packed_size(&self) -> io::Result<usize> {
        if self.kind.is_packed() || !self.kind.is_compressible() {
            return Ok(self.bytes.len());
        }
        if let Some(size) = self.computed.packed_size.get() {
            return Ok(*size);
        }
        let size = pack(&self.bytes)?.len();
        Ok(*self.computed.packed_size.get_or_init(|| size))
    }
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
    /// An edition that the program does not contain, or the head of one in parts. Packed with gzip.
    Edition,
    /// A part of an edition. Packed with gzip.
    Part {
        /// True if it has a compressed copy: some are too many for that.
        is_copied: bool,
    },
    /// Scripts, a program and its data that a page requests when a reader acts.
    OnDemandCode,
    /// The page's messages in another language than the program's.
    Messages,
    /// The page's messages in a language that a reader's browser chooses.
    OnDemandMessages,
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
        !matches!(
            self,
            Kind::Png
                | Kind::Font
                | Kind::OnDemandFont
                | Kind::Part { is_copied: false }
                | Kind::HostConfig
        )
    }

    /// Returns true if the file is packed with gzip, for scripts to unpack.
    pub(crate) fn is_packed(self) -> bool {
        matches!(self, Kind::Edition | Kind::Part { .. })
    }

    /// Returns true if the program cannot show an edition offline without the file.
    pub(crate) fn is_needed_offline(self) -> bool {
        match self {
            Kind::Css
            | Kind::JavaScript
            | Kind::Wasm
            | Kind::Edition
            | Kind::Messages
            | Kind::Svg
            | Kind::Font => true,
            // The program renders the pages, and may need only some parts.
            Kind::Html
            | Kind::Part { .. }
            | Kind::OnDemandCode
            | Kind::OnDemandData
            | Kind::OnDemandMessages
            | Kind::Png
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

/// Returns an image in SVG as a URL that contains it. Its text compresses, as base 64 does not.
pub(crate) fn svg_url(image: &[u8]) -> String {
    format!("data:image/svg+xml,{}", percent_encode(image.trim_ascii_end(), IN_URL))
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
        self.0.insert(path.into(), File::new(kind, bytes, false));
    }

    /// Adds a file that belongs to one page: the page itself, or the data of its article.
    pub(crate) fn add_of_page(&mut self, path: String, kind: Kind, bytes: impl Into<Vec<u8>>) {
        self.0.insert(path, File { is_shared: false, ..File::new(kind, bytes, false) });
    }

    /// Adds a file named by its content, `assets/STEM-HASH.EXTENSION`, and returns its path.
    pub(crate) fn add_hashed(
        &mut self,
        stem: &str,
        extension: &str,
        kind: Kind,
        bytes: impl Into<Vec<u8>>,
    ) -> String {
        let file = File::new(kind, bytes, true);
        let path = format!("{HASHED}/{stem}-{}.{extension}", short(file.digest()));
        self.0.insert(path.clone(), file);
        path
    }

    /// Adds a file that is named by its content, with its copy by Brotli, and returns its path.
    pub(crate) fn add_with_copy(
        &mut self,
        stem: &str,
        extension: &str,
        kind: Kind,
        bytes: impl Into<Vec<u8>>,
        brotli: Option<Vec<u8>>,
    ) -> String {
        let path = self.add_hashed(stem, extension, kind, bytes);
        if let Some(file) = self.0.get_mut(&path) {
            file.brotli = brotli;
        }
        path
    }

    /// Adds the picture of an article, named by its content, and returns its path. `key` tells a
    /// later build that it would draw the same.
    pub(crate) fn add_picture(&mut self, png: Vec<u8>, key: String) -> String {
        self.add_drawn(PICTURE, png, key)
    }

    /// Does the same with any picture that the program draws.
    pub(crate) fn add_drawn(&mut self, stem: &str, png: Vec<u8>, key: String) -> String {
        let path = self.add_hashed(stem, "png", Kind::Png, png);
        if let Some(file) = self.0.get_mut(&path) {
            file.key = Some(key);
        }
        path
    }

    /// Adds a file whose path already names its content.
    pub(crate) fn add_media(
        &mut self,
        path: impl Into<String>,
        kind: Kind,
        bytes: impl Into<Vec<u8>>,
    ) {
        self.0.insert(path.into(), File::new(kind, bytes, true));
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
        let files: Vec<(&String, &File)> = self.0.iter().collect();
        files.par_iter().for_each(|(_, file)| {
            file.digest();
        });
        let mut hash = Sha256::new();
        for (path, file) in files {
            hash.update((path.len() as u64).to_le_bytes());
            hash.update(path);
            hash.update(file.digest());
        }
        short(&hash.finalize())
    }
}

/// Returns the hash by which a file is named.
pub(crate) fn content_hash(bytes: &[u8]) -> String {
    short(&Sha256::digest(bytes))
}

/// Returns the start of a hash in hexadecimal digits.
fn short(hash: &[u8]) -> String {
    hash.iter().take(HASH_DIGITS / 2).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
