//! Items in the file with the lasting form of their collection, so that they need no memory.

use std::fmt;
use std::sync::{Mutex, PoisonError};

/// The bytes of a piece, which are read at once.
const PIECE: usize = 64 << 10;

/// The pieces that stay in memory. Items of one day are near each other in most exports.
const MAX_PIECES: usize = 16;

/// A file with the lasting form of a collection, as [`Collection::save`](crate::Collection::save)
/// wrote it.
pub trait ItemFile: Send {
    /// Reads bytes from an offset on. Returns their number, which is less than wanted only at the
    /// end of the file and if it cannot be read.
    fn read(&mut self, offset: u64, into: &mut [u8]) -> usize;
}

/// A file with the pieces of it that were read last.
pub(crate) struct Pieces(Mutex<State>);

struct State {
    file: Box<dyn ItemFile>,
    /// The number and the bytes of each piece, the last one that was needed at the end.
    pieces: Vec<(u64, Vec<u8>)>,
}

impl Pieces {
    pub(crate) fn new(file: Box<dyn ItemFile>) -> Self {
        Self(Mutex::new(State { file, pieces: Vec::new() }))
    }

    /// Reads bytes. There are fewer than wanted if the file ends before, or cannot be read.
    pub(crate) fn read(&self, offset: u64, length: usize) -> Vec<u8> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut bytes = Vec::with_capacity(length);
        while bytes.len() < length {
            let place = offset + bytes.len() as u64;
            let piece = state.piece(place / PIECE as u64);
            let rest = piece.get((place % PIECE as u64) as usize..).unwrap_or_default();
            let rest = rest.get(..length - bytes.len()).unwrap_or(rest);
            if rest.is_empty() {
                break;
            }
            bytes.extend_from_slice(rest);
        }
        bytes
    }
}

impl State {
    fn piece(&mut self, number: u64) -> &[u8] {
        let piece = match self.pieces.iter().rposition(|(it, _)| *it == number) {
            Some(place) => self.pieces.remove(place),
            None => {
                let is_full = self.pieces.len() == MAX_PIECES;
                let oldest = is_full.then(|| self.pieces.remove(0));
                let mut bytes = oldest.map(|(_, bytes)| bytes).unwrap_or_default();
                bytes.resize(PIECE, 0);
                let count = self.file.read(number * PIECE as u64, &mut bytes);
                bytes.truncate(count);
                (number, bytes)
            }
        };
        self.pieces.push(piece);
        self.pieces.last().map(|(_, bytes)| &**bytes).unwrap_or_default()
    }
}

impl fmt::Debug for Pieces {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pieces")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    impl ItemFile for Vec<u8> {
        fn read(&mut self, offset: u64, into: &mut [u8]) -> usize {
            let rest = self.get(offset as usize..).unwrap_or_default();
            let count = rest.len().min(into.len());
            into[..count].copy_from_slice(&rest[..count]);
            count
        }
    }

    proptest! {
        // More than the pieces that stay in memory.
        #![proptest_config(ProptestConfig::with_cases(16))]

        #[test]
        fn any_bytes_are_read(reads in prop::collection::vec((0..1_700_000_u64, 0..150_000_usize), 1..6)) {
            let file: Vec<u8> = (0..1_500_000_u32).map(|number| (number % 251) as u8).collect();
            let pieces = Pieces::new(Box::new(file.clone()));
            for (offset, length) in reads {
                let start = file.len().min(offset as usize);
                let end = file.len().min(start + length);
                prop_assert_eq!(&pieces.read(offset, length), &file[start..end]);
            }
        }
    }
}
