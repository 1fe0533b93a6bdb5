//! Writes lists of varints; [`ListReader`](cuttings_edition::layout::ListReader) reads them.

use crate::error::BuildError;
use crate::texts::Texts;
use cuttings_edition::TextSpan;
use cuttings_stories::PassageRange;

/// Writes the lists of one section, one list after the other.
#[derive(Debug, Default)]
pub(crate) struct ListWriter {
    /// The end of each finished list in `bytes`.
    ends: Vec<u32>,
    bytes: Vec<u8>,
}

impl ListWriter {
    /// Appends a varint to the current list.
    pub(crate) fn number(&mut self, mut value: u32) {
        while value >= 0x80 {
            self.bytes.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    /// Stores a text, and appends its start and its length.
    pub(crate) fn text(&mut self, text: &str, texts: &mut Texts<'_>) -> Result<(), BuildError> {
        let (start, length) = texts.store(text)?;
        self.number(start);
        self.number(length);
        Ok(())
    }

    /// Appends a span that does not depend on a preceding one.
    pub(crate) fn lone_span(&mut self, span: &TextSpan) {
        SpanWriter::default().write(span, self);
    }

    /// Ends the current list and starts the next.
    pub(crate) fn end_list(&mut self) {
        self.ends.push(self.bytes.len() as u32);
    }

    /// Returns the section in two pieces: the table of offsets, then the lists.
    pub(crate) fn finish(self) -> [Vec<u8>; 2] {
        let table = 4 * (self.ends.len() + 1);
        let mut starts = Vec::with_capacity(table);
        for end in std::iter::once(0).chain(self.ends) {
            starts.extend(((table + end as usize) as u32).to_le_bytes());
        }
        [starts, self.bytes]
    }
}

/// Writes spans in reading order, each relative to the preceding one.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct SpanWriter {
    /// The number of the preceding span's text.
    text: u32,
    /// The end of the preceding span.
    end: usize,
}

impl SpanWriter {
    /// Appends a span to a list.
    pub(crate) fn write(&mut self, span: &TextSpan, list: &mut ListWriter) {
        let text = span.text.to_number();
        list.number(text - self.text);
        if text > self.text {
            self.end = 0;
        }
        list.number((span.range.start - self.end) as u32);
        list.number(span.range.len() as u32);
        (self.text, self.end) = (text, span.range.end);
    }
}

/// Writes ranges in reading order, each relative to the preceding one. The blocks of a range are
/// numbered as the texts of an item are.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RangeWriter {
    /// The number of the text in which the preceding range begins.
    text: u32,
    /// The start of the preceding range.
    start: u32,
}

impl RangeWriter {
    /// Appends a range to a list.
    pub(crate) fn write(&mut self, range: &PassageRange, list: &mut ListWriter) {
        let PassageRange { first_block, start, last_block, end } = *range;
        list.number(first_block - self.text);
        if first_block > self.text {
            self.start = 0;
        }
        list.number(start - self.start);
        let texts_after = last_block - first_block;
        list.number(texts_after);
        list.number(if texts_after == 0 { end - start } else { end });
        (self.text, self.start) = (first_block, start);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuttings_edition::layout::ListReader;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lists_round_trip(lists in prop::collection::vec(prop::collection::vec(any::<u32>(), 0..9), 0..9)) {
            let mut writer = ListWriter::default();
            for list in &lists {
                list.iter().for_each(|number| writer.number(*number));
                writer.end_list();
            }
            let section = writer.finish().concat();
            for (number, list) in lists.iter().enumerate() {
                let mut reader = ListReader::new(&section, number);
                let mut read = Vec::new();
                while !reader.is_at_end() {
                    read.push(reader.number());
                }
                prop_assert_eq!(&read, list);
            }
            prop_assert!(ListReader::new(&section, lists.len()).is_at_end());
            prop_assert_eq!(ListReader::count(&section), lists.len());
        }
    }
}
