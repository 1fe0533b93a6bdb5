//! Takes the edition out of the program that Trunk built, so that the published pages come from the
//! very bytes that readers get. Nothing else says where the edition is: the program has it in its
//! data segments.

use cuttings_edition::layout::{HEADER_BYTES, LENGTH_OFFSET, MAGIC};
use cuttings_edition::{Edition, OpenError};
use std::error::Error;
use std::fmt;
use wasmparser::{BinaryReaderError, DataKind, Operator, Parser, Payload};

/// Why a program has no edition to publish.
#[derive(Debug)]
pub(crate) enum EmbeddedError {
    /// The program is not WebAssembly.
    NotAProgram(BinaryReaderError),
    /// The magic number of an edition does not occur in the program's data.
    Missing,
    /// The last edition found in the data cannot be opened.
    Unreadable(OpenError),
}

impl fmt::Display for EmbeddedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EmbeddedError::NotAProgram(error) => {
                write!(f, "the program that Trunk built is unreadable: {error}")
            }
            EmbeddedError::Missing => {
                f.write_str("the program that Trunk built contains no edition")
            }
            EmbeddedError::Unreadable(error) => {
                write!(f, "the edition in the program that Trunk built cannot be opened: {error}")
            }
        }
    }
}

impl Error for EmbeddedError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            EmbeddedError::NotAProgram(error) => Some(error),
            EmbeddedError::Unreadable(error) => Some(error),
            EmbeddedError::Missing => None,
        }
    }
}

/// Returns the edition that a program contains.
///
/// The code that compares magic numbers may have one in its data, too: the edition is the first
/// that can be opened.
///
/// # Errors
/// If the program is not WebAssembly, or contains no edition that can be opened.
pub(crate) fn edition(program: &[u8]) -> Result<Vec<u8>, EmbeddedError> {
    let memory = initial_memory(program).map_err(EmbeddedError::NotAProgram)?;
    let mut error = EmbeddedError::Missing;
    let starts = memory.windows(MAGIC.len()).enumerate().filter(|(_, window)| *window == MAGIC);
    for (start, _) in starts {
        let bytes = memory.get(start..).unwrap_or_default();
        let bytes = bytes.get(..length(bytes)).unwrap_or(bytes);
        match Edition::open(bytes) {
            Ok(_) => return Ok(bytes.to_vec()),
            Err(found) => error = EmbeddedError::Unreadable(found),
        }
    }
    Err(error)
}

/// Reads the length of an edition from its header.
fn length(bytes: &[u8]) -> usize {
    let length = bytes.get(LENGTH_OFFSET..HEADER_BYTES).and_then(|rest| rest.first_chunk());
    length.map_or(0, |length| usize::try_from(u64::from_le_bytes(*length)).unwrap_or(usize::MAX))
}

/// Returns the program's memory as it is before the program runs, up to its last byte that is set.
///
/// The optimizer splits segments where they have many zeros and leaves these out, so one segment
/// rarely holds the whole edition.
fn initial_memory(program: &[u8]) -> Result<Vec<u8>, BinaryReaderError> {
    let mut memory = Vec::new();
    for payload in Parser::new(0).parse_all(program) {
        let Payload::DataSection(segments) = payload? else { continue };
        for segment in segments {
            let segment = segment?;
            let DataKind::Active { memory_index: 0, offset_expr } = segment.kind else { continue };
            let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                continue;
            };
            let start = value as u32 as usize;
            let end = start.saturating_add(segment.data.len());
            if memory.len() < end {
                memory.resize(end, 0);
            }
            if let Some(place) = memory.get_mut(start..end) {
                place.copy_from_slice(segment.data);
            }
        }
    }
    Ok(memory)
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuttings_corpus::{Site, parse};
    use cuttings_edition::layout::CHECKSUM_OFFSET;
    use wasm_encoder::{ConstExpr, DataSection, MemorySection, MemoryType, Module};

    /// A program whose memory has each of these at its offset.
    fn program(segments: &[(i32, &[u8])]) -> Vec<u8> {
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 100,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut data = DataSection::new();
        for (offset, bytes) in segments {
            data.active(0, &ConstExpr::i32_const(*offset), bytes.iter().copied());
        }
        let mut module = Module::new();
        module.section(&memories).section(&data);
        module.finish()
    }

    fn built() -> Vec<u8> {
        let seed = cuttings_diagnostics::SourceFile {
            name: "a.md",
            bytes: b"---\ntitle: The river rose\n---\nIt rained for a week.\n",
        };
        cuttings_edition_builder::build(&parse(&[seed]), &Site::default()).unwrap()
    }

    /// Splits bytes as the optimizer does: runs of zeros are left out.
    fn split_at_zeros(bytes: &[u8], offset: i32) -> Vec<(i32, &[u8])> {
        let mut segments = Vec::new();
        let mut at = 0;
        for piece in bytes.split(|byte| *byte == 0) {
            if !piece.is_empty() {
                segments.push((offset + at, piece));
            }
            at += piece.len() as i32 + 1;
        }
        segments
    }

    #[test]
    fn the_edition_is_found_byte_for_byte() {
        let built = built();
        assert_eq!(edition(&program(&[(1024, &built)])).unwrap(), built);
    }

    #[test]
    fn an_edition_in_many_segments_is_joined() {
        let built = built();
        let mut segments = split_at_zeros(&built, 1024);
        assert!(segments.len() > 10, "{}", segments.len());
        // The last byte may be a zero, which something else follows in a real program.
        segments.push((1024 + built.len() as i32, b"."));
        segments.reverse();
        assert_eq!(edition(&program(&segments)).unwrap(), built);
    }

    #[test]
    fn a_magic_number_without_an_edition_is_skipped() {
        let built = built();
        assert_eq!(
            edition(&program(&[(8, &MAGIC), (1024, &built), (90_000, &MAGIC)])).unwrap(),
            built
        );
    }

    #[test]
    fn a_program_without_an_edition_is_an_error() {
        let check = |program: &[u8], expected: &str| {
            let error = edition(program).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        };
        check(b"<!DOCTYPE html>", "is unreadable");
        check(&program(&[]), "contains no edition");
        check(&program(&[(8, b"CUTTINGS of other kinds")]), "cannot be opened");
        let mut damaged = built();
        damaged[CHECKSUM_OFFSET] ^= 1;
        check(&program(&[(8, &damaged)]), "is damaged");
    }
}
