//! The parts in which a device opens a large edition that it keeps as one file.

use cuttings_edition::layout::LENGTH_OFFSET;
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

/// Finds the parts of an edition that has been written to `output`. Returns the file with their
/// table (`cuttings_parts::PartTable`), or `None` if the edition is small, and opened as one piece.
///
/// # Errors
/// If `output` cannot be read.
pub fn part_table(
    output: &mut dyn Output,
    outline: &Outline,
) -> Result<Option<Vec<u8>>, OutputError> {
    let mut length = [0; 8];
    output.read(LENGTH_OFFSET, &mut length)?;
    if u64::from_le_bytes(length) <= LARGEST_WHOLE as u64 {
        return Ok(None);
    }
    let mut result = Ok(());
    let mut read = |offset, into: &mut [u8]| {
        result = output.read(offset, into);
        result.ok()
    };
    let table = split_in_place(&mut read, outline, SIZES).and_then(|table| table.to_bytes());
    result.map(|()| table)
}
