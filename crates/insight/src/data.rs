//! The lists of names and words and the weights of the tagger, which are two thirds of this crate.
//!
//! A native program has them inside. A browser downloads them only when names are wanted, so that
//! its program is smaller: in wasm, [`provide`] has to be called before any analysis, with the
//! bytes that `packed` returns natively. Without them nothing is found.
//!
//! ```text
//! magic      8 bytes   "CUTNAMES"
//! lengths    4 bytes for each file, little-endian
//! contents   of the files in the order of DataFile
//! ```

use std::sync::OnceLock;

const MAGIC: &[u8; 8] = b"CUTNAMES";

macro_rules! data_files {
    ($($file:ident: $name:literal,)*) => {
        /// A file in `data`.
        #[derive(Clone, Copy, Debug)]
        pub(crate) enum DataFile {
            $(#[doc = $name] $file,)*
        }

        const COUNT: usize = [$(DataFile::$file),*].len();

        #[cfg(not(target_family = "wasm"))]
        const EMBEDDED: [&[u8]; COUNT] = [$(include_bytes!(concat!("../data/", $name))),*];
    };
}

data_files! {
    CommonWords: "common_words.txt",
    GivenNames: "given_names.txt",
    MoreGivenNames: "more_given_names.txt",
    MorePlaces: "more_places.txt",
    MoreTranslatedPlaces: "more_translated_places.txt",
    Organisations: "organisations.txt",
    Places: "places.txt",
    Products: "products.txt",
    SameNames: "same_names.txt",
    SpeechVerbs: "speech_verbs.txt",
    Surnames: "surnames.txt",
    Tagger: "tagger.bin",
    TranslatedPlaces: "translated_places.txt",
    Words: "words.txt",
}

/// The files that were provided.
static PROVIDED: OnceLock<[&'static [u8]; COUNT]> = OnceLock::new();

impl DataFile {
    /// Returns the contents; none if they have to be provided and were not.
    pub(crate) fn bytes(self) -> &'static [u8] {
        let files = PROVIDED.get();
        #[cfg(not(target_family = "wasm"))]
        let files = files.or(Some(&EMBEDDED));
        files.and_then(|files| files.get(self as usize)).copied().unwrap_or_default()
    }

    /// Returns the contents of a file of text.
    pub(crate) fn text(self) -> &'static str {
        str::from_utf8(self.bytes()).unwrap_or_default()
    }
}

/// Returns all files for [`provide`].
#[cfg(not(target_family = "wasm"))]
pub fn packed() -> Vec<u8> {
    let mut packed = MAGIC.to_vec();
    for file in EMBEDDED {
        packed.extend((file.len() as u32).to_le_bytes());
    }
    packed.extend(EMBEDDED.concat());
    packed
}

/// Sets the files, once, before the first analysis. Returns false if the bytes are not those of
/// [`packed`].
pub fn provide(packed: &'static [u8]) -> bool {
    let files = unpack(packed);
    files.is_some_and(|files| {
        // The same files again change nothing.
        let _ = PROVIDED.set(files);
        true
    })
}

/// Returns whether there are files, inside or provided.
pub fn is_provided() -> bool {
    cfg!(not(target_family = "wasm")) || PROVIDED.get().is_some()
}

fn unpack(packed: &[u8]) -> Option<[&[u8]; COUNT]> {
    let rest = packed.strip_prefix(MAGIC)?;
    let (lengths, mut contents) = rest.split_at_checked(4 * COUNT)?;
    let (lengths, _) = lengths.as_chunks::<4>();
    let mut files: [&[u8]; COUNT] = [&[]; COUNT];
    for (file, length) in files.iter_mut().zip(lengths) {
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        (*file, contents) = contents.split_at_checked(length)?;
    }
    contents.is_empty().then_some(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_files_round_trip() {
        let packed = packed();
        assert_eq!(unpack(&packed), Some(EMBEDDED));
        for damaged in [&packed[1..], &packed[..packed.len() - 1], b"CUTNAMES", b""] {
            assert_eq!(unpack(damaged), None);
        }
    }

    #[test]
    fn all_but_the_weights_are_text() {
        for file in EMBEDDED {
            let is_weights = file == DataFile::Tagger.bytes();
            assert!(is_weights || str::from_utf8(file).is_ok_and(|text| !text.is_empty()));
        }
    }
}
