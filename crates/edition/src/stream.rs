//! Numbers of variable length, and parts of an edition that have a run of them for each item.

/// Reads numbers one after the other. Past the end it reads zeros, so that damaged bytes give wrong answers rather than an error
/// at every step; what is read is checked where it is used.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stream<'a> {
    rest: &'a [u8],
}

impl<'a> Stream<'a> {
    /// The run of an item in a part made by [`Runs`]; empty if there is none.
    pub(crate) fn of_item(part: &'a [u8], item: usize) -> Self {
        let start = |item: usize| {
            let at = item.checked_mul(4)?;
            part.get(at..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes) as usize)
        };
        let run = start(item)
            .zip(start(item.saturating_add(1)))
            .and_then(|(start, end)| part.get(start..end));
        Self { rest: run.unwrap_or_default() }
    }

    /// How many runs a part made by [`Runs`] has.
    pub(crate) fn count(part: &[u8]) -> usize {
        let head = part.first_chunk().map_or(0, |bytes| u32::from_le_bytes(*bytes) as usize);
        (head.min(part.len()) / 4).saturating_sub(1)
    }

    /// Things one after the other, with their number before them.
    pub(crate) fn several<T>(&mut self, mut read: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let count = self.number();
        let mut all = Vec::new();
        while (all.len() as u32) < count && !self.is_at_end() {
            all.push(read(self));
        }
        all
    }

    pub(crate) fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// Seven bits a byte, the low ones first; the high bit says that more follow.
    pub(crate) fn number(&mut self) -> u32 {
        let (mut value, mut shift) = (0, 0);
        while let Some((byte, rest)) = self.rest.split_first() {
            self.rest = rest;
            value |= u32::from(byte & 0x7F).checked_shl(shift).unwrap_or_default();
            shift += 7;
            if *byte < 0x80 {
                break;
            }
        }
        value
    }
}

/// Writes a part: where each item's run starts, one more for the end (4 bytes each, from the part's start), then the runs.
#[cfg(feature = "build")]
#[derive(Debug, Default)]
pub(crate) struct Runs {
    ends: Vec<usize>,
    bytes: Vec<u8>,
}

#[cfg(feature = "build")]
impl Runs {
    pub(crate) fn number(&mut self, mut value: u32) {
        while value >= 0x80 {
            self.bytes.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.bytes.push(value as u8);
    }

    /// Ends the run of an item; the next number is the next item's.
    pub(crate) fn end_item(&mut self) {
        self.ends.push(self.bytes.len());
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        let head = 4 * (self.ends.len() + 1);
        let starts = std::iter::once(0).chain(self.ends).map(|end| (head + end) as u32);
        starts.flat_map(u32::to_le_bytes).chain(self.bytes).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(items in prop::collection::vec(prop::collection::vec(any::<u32>(), 0..9), 0..9)) {
            let mut runs = Runs::default();
            for item in &items {
                item.iter().for_each(|number| runs.number(*number));
                runs.end_item();
            }
            let part = runs.finish();
            for (number, item) in items.iter().enumerate() {
                let mut stream = Stream::of_item(&part, number);
                let mut read = Vec::new();
                while !stream.is_at_end() {
                    read.push(stream.number());
                }
                prop_assert_eq!(&read, item);
            }
            prop_assert!(Stream::of_item(&part, items.len()).is_at_end());
            prop_assert_eq!(Stream::count(&part), items.len());
        }

        #[test]
        fn any_bytes_are_read(part: Vec<u8>, item: usize) {
            let mut stream = Stream::of_item(&part, item);
            while !stream.is_at_end() {
                stream.number();
            }
        }
    }
}
