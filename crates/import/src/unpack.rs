//! Unpacks single entries of ZIP archives, within limits.

use std::io::Read;

use zip::ZipArchive;

use crate::importer::quoted;
use crate::{Importer, Limits, Source};

/// An opened archive.
pub(crate) type Archive<'a> = ZipArchive<&'a mut dyn Source>;

/// Returns the name of an entry.
pub(crate) fn name_of(archive: &Archive<'_>, index: usize) -> Option<String> {
    Some(archive.name_for_index(index)?.ok()?.into_owned())
}

/// Returns the names of all entries.
pub(crate) fn names<'a>(archive: &'a Archive<'_>) -> impl Iterator<Item = String> + 'a {
    (0..archive.len()).filter_map(|index| name_of(archive, index))
}

/// Unpacks the entry of this name. Returns `None` if there is none.
pub(crate) fn unpack_named(
    archive: &mut Archive<'_>,
    entry: &str,
    importer: &mut Importer<'_>,
) -> Option<Result<Vec<u8>, String>> {
    // Other ways to look a name up read all names.
    let index = archive.index_for_name_raw(entry.as_bytes())?;
    Some(unpack(archive, index, importer))
}

/// Unpacks an entry.
///
/// # Errors
/// If it exceeds a limit or is damaged, with the remedy.
pub(crate) fn unpack(
    archive: &mut Archive<'_>,
    index: usize,
    importer: &mut Importer<'_>,
) -> Result<Vec<u8>, String> {
    unpack_within(archive, index, importer.limits, &mut importer.unpacked)
}

/// Does the same, and adds the length to `unpacked`.
pub(crate) fn unpack_within(
    archive: &mut Archive<'_>,
    index: usize,
    limits: &Limits,
    unpacked: &mut u64,
) -> Result<Vec<u8>, String> {
    let file = archive.by_index(index).map_err(|error| match error {
        zip::result::ZipError::UnsupportedArchive(problem) => format!(
            "This entry cannot be unpacked: {problem}. Pack it again without a password, as Deflate."
        ),
        error => damaged(&error),
    })?;
    let by_ratio = file.compressed_size().max(64).saturating_mul(limits.ratio);
    let left = limits.unpacked_bytes.saturating_sub(*unpacked);
    let limit = limits.file_bytes.min(by_ratio).min(left);
    // With room for all of it, it is not unpacked in small pieces.
    let mut bytes = Vec::with_capacity(usize::try_from(file.size().min(limit)).unwrap_or_default());
    let result = file.take(limit.saturating_add(1)).read_to_end(&mut bytes);
    *unpacked = unpacked.saturating_add(bytes.len() as u64);
    let length = bytes.len() as u64;
    match result {
        Err(error) => Err(damaged(&error)),
        Ok(_) if length <= limit => Ok(bytes),
        Ok(_) if limit == by_ratio => Err(format!(
            "This entry is more than {} times as large as its packed form, which no text is. It was \
             not unpacked.",
            limits.ratio
        )),
        Ok(_) if limit == limits.file_bytes => Err(too_large(limits.file_bytes)),
        Ok(_) => Err(format!(
            "More than {} MB would be unpacked. Split the archive into several, and import one after \
             the other.",
            megabytes(limits.unpacked_bytes)
        )),
    }
}

fn damaged(error: &dyn std::error::Error) -> String {
    let error = quoted(&error.to_string());
    format!("This entry is damaged: {error}. Export or download the archive again.")
}

pub(crate) fn too_large(limit: u64) -> String {
    let limit = megabytes(limit);
    format!("This file is larger than {limit} MB. Split it, or save its article alone.")
}

pub(crate) fn megabytes(bytes: u64) -> u64 {
    bytes >> 20
}
