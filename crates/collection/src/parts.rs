//! The parts in which a device opens a large edition that it keeps as one file.

use cuttings_edition::layout::{HEADER_BYTES, LENGTH_OFFSET};
use cuttings_edition_builder::{
    LARGEST_WHOLE, Outline, Output, OutputError, PartSizes, split_in_place,
};

/// The sizes of parts that do not travel. Each is a request that takes longer than the bytes of a
/// small one, so there are few of them.
const SIZES: PartSizes = PartSizes {
    index: 256 << 10,
    records: 256 << 10,
    bodies: 64 << 10,
    head: 1 << 20,
    front: 60,
    short_body: 0,
};

/// The bytes that are read at once.
const PIECE: usize = 256 << 10;

/// Finds the parts of an edition that has been written to `output`. Returns the file with their
/// table (`cuttings_parts::PartTable`), or `None` if the edition is opened as one piece: it is
/// small, or there is no memory to look at all of it.
///
/// # Errors
/// If `output` cannot be read.
pub fn part_table(
    output: &mut dyn Output,
    outline: &Outline,
) -> Result<Option<Vec<u8>>, OutputError> {
    let mut header = [0; HEADER_BYTES];
    output.read(0, &mut header)?;
    let length = header.get(LENGTH_OFFSET..).and_then(|it| it.first_chunk());
    let length = usize::try_from(u64::from_le_bytes(*length.ok_or(OutputError)?));
    let length = length.map_err(|_| OutputError)?;
    let mut edition = Vec::new();
    if length <= LARGEST_WHOLE || edition.try_reserve_exact(length).is_err() {
        return Ok(None);
    }
    edition.resize(length, 0);
    for (number, piece) in edition.chunks_mut(PIECE).enumerate() {
        output.read(number * PIECE, piece)?;
    }
    Ok(split_in_place(&edition, outline, SIZES).and_then(|table| table.to_bytes()))
}
