//! The fonts of a PDF file, read for their characters and widths only.

use std::sync::Arc;

use hayro_font::hayro_cmap::BfString;
use hayro_font::{CMapResolverFn, Font, FontCache, FontData, FontGlyph, FontResolverFn};
use hayro_syntax::object::{Dict, Name};
use hayro_syntax::page::Resources;

/// Loads the fonts of a document, each once.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    fonts: FontResolverFn,
    cmaps: CMapResolverFn,
}

/// A font that was chosen.
#[derive(Clone)]
pub(super) struct ChosenFont<'a> {
    font: Font<'a>,
    pub(super) is_bold: bool,
}

/// A character code of a string.
pub(super) struct Code {
    /// The characters; `None` if the font does not say.
    pub(super) text: Option<String>,
    /// The width, for a size of 1.
    pub(super) width: f64,
    pub(super) length: usize,
    pub(super) is_space: bool,
}

impl<'a> Fonts<'a> {
    pub(super) fn new() -> Self {
        let blank: FontData = Arc::new(blank_font());
        Self {
            cache: FontCache::new(),
            // Standard fonts are not embedded. Their names and widths are known without one.
            fonts: Arc::new(move |_| Some((Arc::clone(&blank), 0))),
            cmaps: Arc::new(|_| None),
        }
    }

    /// Returns the font of this name.
    pub(super) fn get(&self, resources: &Resources<'a>, name: &Name<'_>) -> Option<ChosenFont<'a>> {
        let dict: Dict<'a> = resources.get_font(name)?;
        let base = dict.get::<Name<'_>>(b"BaseFont".as_slice());
        let is_bold = base.is_some_and(|base| {
            let base = base.as_str().to_ascii_lowercase();
            ["bold", "black", "heavy", "cmbx"].iter().any(|word| base.contains(word))
        });
        Some(ChosenFont { font: self.cache.font(&dict, &self.fonts, &self.cmaps)?, is_bold })
    }
}

impl ChosenFont<'_> {
    /// Reads the character code at a place of a string.
    pub(super) fn code(&self, bytes: &[u8], at: usize) -> Code {
        let (code, length) = self.font.read_code(bytes, at);
        let text = match self.font.glyph(self.font.map_code(code), code) {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        let text = text.map(|text| match text {
            BfString::Char(c) => c.to_string(),
            BfString::String(text) => text,
        });
        Code {
            text: text.filter(|text| !text.contains(['\0', '\u{fffd}'])),
            width: self.font.code_advance(code).x / 1000.0,
            length: length.max(1),
            is_space: length == 1 && code == 32,
        }
    }
}

/// Returns a font without characters, in TrueType. It stands for fonts that are not embedded.
fn blank_font() -> Vec<u8> {
    /// A table: its tag, its length, and the numbers in it with their places.
    type Table = (&'static [u8; 4], usize, &'static [(usize, u16)]);
    const TABLES: [Table; 5] = [
        (b"head", 54, &[(0, 1), (12, 0x5f0f), (14, 0x3cf5), (18, 1000)]),
        (b"hhea", 36, &[(0, 1), (34, 1)]),
        (b"hmtx", 4, &[]),
        (b"maxp", 6, &[(0, 0), (2, 0x5000), (4, 1)]),
        (b"post", 32, &[(0, 3)]),
    ];
    let mut font = vec![0, 1, 0, 0, 0, 5, 0, 64, 0, 2, 0, 16];
    let mut offset = 12 + 16 * TABLES.len();
    for (tag, length, _) in TABLES {
        font.extend_from_slice(tag);
        font.extend_from_slice(&[0; 4]);
        font.extend_from_slice(&(offset as u32).to_be_bytes());
        font.extend_from_slice(&(length as u32).to_be_bytes());
        offset += length.next_multiple_of(4);
    }
    for (_, length, values) in TABLES {
        let mut table = vec![0; length.next_multiple_of(4)];
        for (at, value) in values {
            if let Some(place) = table.get_mut(*at..*at + 2) {
                place.copy_from_slice(&value.to_be_bytes());
            }
        }
        font.extend_from_slice(&table);
    }
    font
}
