//! Ranges within the texts of an item.

use crate::id::TextId;
use crate::layout::ListReader;
use std::ops::Range;

/// A range of bytes in one text of an item.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TextSpan {
    /// The text that contains the range.
    pub text: TextId,
    /// The bytes. Both ends are character boundaries, unless the edition is damaged.
    pub range: Range<usize>,
}

impl TextSpan {
    /// Reads a span that does not depend on a preceding one.
    pub(crate) fn read_lone(list: &mut ListReader<'_>) -> TextSpan {
        SpanReader::default().read(list)
    }
}

/// A range of an item's texts, in reading order: from a byte of one to a byte of the same or a
/// later one. [`Edition::spans`](crate::Edition::spans) returns its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TextRange {
    /// The text in which the range begins.
    pub first: TextId,
    /// The byte of that text at which it begins.
    pub start: usize,
    /// The text in which the range ends.
    pub last: TextId,
    /// The byte of that text at which it ends.
    pub end: usize,
}

impl TextRange {
    /// Reads a range that does not depend on a preceding one.
    pub(crate) fn read_lone(list: &mut ListReader<'_>) -> TextRange {
        RangeReader::default().read(list)
    }
}

/// Reads ranges that are written relative to the preceding one; see [`layout`](crate::layout).
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RangeReader {
    /// The number of the text in which the preceding range begins.
    text: u32,
    /// The start of the preceding range.
    start: usize,
}

impl RangeReader {
    pub(crate) fn read(&mut self, list: &mut ListReader<'_>) -> TextRange {
        let texts_further = list.number();
        if texts_further > 0 {
            self.text = self.text.saturating_add(texts_further);
            self.start = 0;
        }
        self.start = self.start.saturating_add(list.number() as usize);
        let texts_after = list.number();
        let end = list.number() as usize;
        TextRange {
            first: TextId::from_number(self.text),
            start: self.start,
            last: TextId::from_number(self.text.saturating_add(texts_after)),
            end: if texts_after == 0 { self.start.saturating_add(end) } else { end },
        }
    }
}

/// Reads spans that are written relative to the preceding one; see [`layout`](crate::layout).
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct SpanReader {
    /// The number of the preceding span's text.
    text: u32,
    /// The end of the preceding span.
    end: usize,
}

impl SpanReader {
    pub(crate) fn read(&mut self, list: &mut ListReader<'_>) -> TextSpan {
        let texts_further = list.number();
        if texts_further > 0 {
            self.text = self.text.saturating_add(texts_further);
            self.end = 0;
        }
        let start = self.end.saturating_add(list.number() as usize);
        self.end = start.saturating_add(list.number() as usize);
        TextSpan { text: TextId::from_number(self.text), range: start..self.end }
    }
}
