//! The compressed copies that lie beside a file, for hosts that serve them instead of compressing
//! each response themselves.

use crate::publish::brotli::{FIRST_QUALITY, LARGE_QUALITY, PART_QUALITY, brotli};
use crate::publish::files::{File, HEADLINES, Kind};
use crate::publish::gzip::{LARGE_LEVEL, gzip};
use crate::publish::parts;
use cuttings_memory::Memory;
use std::io::{self, Read as _};

/// The quality of Brotli for other files. From 9 on, the encoder clears 32 MB for each file, which
/// takes ten times as long for most of them and saves less than a hundredth.
const OTHER_QUALITY: i32 = 6;

/// The number of bytes beyond which a file is large.
const LARGE: usize = 1 << 20;

/// A way to compress a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// Brotli at a quality.
    Brotli(i32),
    /// Gzip at a level.
    Gzip(u32),
}

impl Encoding {
    /// Returns the encodings in which a file gets a copy. The files of a page have copies only if
    /// the site wants them (`precompress`).
    pub(crate) fn all_of(path: &str, file: &File, precompress: bool) -> Vec<Encoding> {
        if !file.kind.is_compressible() || !(file.is_shared || precompress) {
            return Vec::new();
        }
        match file.kind {
            Kind::Edition => return vec![Encoding::Brotli(FIRST_QUALITY)],
            Kind::Part { .. } => return vec![Encoding::Brotli(PART_QUALITY)],
            _ => {}
        }
        if file.bytes.len() > LARGE {
            return vec![Encoding::Brotli(LARGE_QUALITY), Encoding::Gzip(LARGE_LEVEL)];
        }
        let quality = if is_loaded_first(path, file) { FIRST_QUALITY } else { OTHER_QUALITY };
        vec![Encoding::Brotli(quality), Encoding::Gzip(flate2::Compression::best().level())]
    }

    /// Returns the end of the names of such copies.
    pub(crate) fn extension(self) -> &'static str {
        match self {
            Encoding::Brotli(_) => "br",
            Encoding::Gzip(_) => "gz",
        }
    }

    /// Makes the copy of a file. That of a packed file is of what is packed, and scripts tell the
    /// two apart. `memory` has the compressed contents of parts.
    ///
    /// # Errors
    /// If the encoder fails, or the file is not packed as its kind says.
    pub(crate) fn copy(self, file: &File, memory: Option<&dyn Memory>) -> io::Result<Vec<u8>> {
        if let (Encoding::Brotli(_), Some(copy)) = (self, &file.brotli) {
            return Ok(copy.clone());
        }
        if !file.kind.is_packed() {
            return self.compress(&file.bytes);
        }
        let mut content = Vec::new();
        flate2::read::GzDecoder::new(&file.bytes[..]).read_to_end(&mut content)?;
        match (file.kind, self) {
            (Kind::Part { .. }, Encoding::Brotli(_)) => parts::brotli(&content, memory),
            _ => self.compress(&content),
        }
    }

    /// Compresses some bytes.
    ///
    /// # Errors
    /// If the encoder fails.
    pub(crate) fn compress(self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        match self {
            Encoding::Brotli(quality) => brotli(bytes, quality),
            Encoding::Gzip(level) => gzip(bytes, level),
        }
    }
}

/// Returns whether every reader loads a file before search works: the program, scripts and styles,
/// messages, and the front page.
fn is_loaded_first(path: &str, file: &File) -> bool {
    match file.kind {
        Kind::Html => file.is_shared && path != HEADLINES,
        Kind::Css | Kind::JavaScript | Kind::Svg => file.hashed,
        Kind::Wasm | Kind::Messages => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::gzip::pack;

    #[track_caller]
    fn check(kind: Kind, length: usize, [hashed, is_shared]: [bool; 2], expected: &[Encoding]) {
        let file = File { is_shared, ..File::new(kind, vec![b'a'; length], hashed) };
        assert_eq!(Encoding::all_of("index.html", &file, false), expected);
    }

    #[test]
    fn effort_goes_into_what_readers_load_first() {
        use Encoding::{Brotli, Gzip};
        let (hashed, named) = ([true, true], [false, true]);
        for kind in [Kind::Css, Kind::JavaScript, Kind::Wasm, Kind::Messages] {
            check(kind, LARGE, hashed, &[Brotli(11), Gzip(9)]);
            check(kind, LARGE + 1, hashed, &[Brotli(5), Gzip(6)]);
        }
        check(Kind::Edition, LARGE + 1, hashed, &[Brotli(11)]);
        check(Kind::Part { is_copied: true }, 100, hashed, &[Brotli(5)]);
        check(Kind::Part { is_copied: false }, 100, hashed, &[]);
        check(Kind::Html, 100, named, &[Brotli(11), Gzip(9)]);
        check(Kind::JavaScript, 100, named, &[Brotli(6), Gzip(9)]);
        check(Kind::Xml, 100, named, &[Brotli(6), Gzip(9)]);
        check(Kind::Png, 100, hashed, &[]);
        check(Kind::HostConfig, 100, named, &[]);
    }

    #[test]
    fn pages_have_copies_only_if_asked() {
        let of_page = |kind, precompress| {
            let bytes = b"text".to_vec();
            let file = File { is_shared: false, ..File::new(kind, bytes, false) };
            Encoding::all_of("index.html", &file, precompress)
        };
        for kind in [Kind::Html, Kind::OnDemandData, Kind::Text] {
            assert_eq!(of_page(kind, false), []);
            assert_eq!(of_page(kind, true), [Encoding::Brotli(6), Encoding::Gzip(9)]);
        }
    }

    #[test]
    fn copies_decompress_to_the_file() {
        let text = "The first boat left at dawn. ".repeat(50_000);
        for quality in [LARGE_QUALITY, OTHER_QUALITY, FIRST_QUALITY] {
            let mut read = Vec::new();
            let copy = Encoding::Brotli(quality).compress(text.as_bytes()).unwrap();
            ::brotli::BrotliDecompress(&mut &copy[..], &mut read).unwrap();
            assert_eq!(read, text.as_bytes());
        }
        let packed = pack(text.as_bytes()).unwrap();
        let edition = File::new(Kind::Edition, packed, true);
        let mut read = Vec::new();
        let copy = Encoding::Brotli(OTHER_QUALITY).copy(&edition, None).unwrap();
        ::brotli::BrotliDecompress(&mut &copy[..], &mut read).unwrap();
        assert_eq!(read, text.as_bytes());
        let copy = Encoding::Gzip(LARGE_LEVEL).compress(text.as_bytes()).unwrap();
        let mut read = String::new();
        flate2::read::GzDecoder::new(&copy[..]).read_to_string(&mut read).unwrap();
        assert_eq!(read, text);
    }
}
