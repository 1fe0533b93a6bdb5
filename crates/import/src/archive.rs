//! ZIP archives: one entry after the other, each unpacked in memory within limits.

use std::collections::HashSet;
use std::io::{Read, SeekFrom};

use zip::ZipArchive;

use crate::importer::quoted;
use crate::kind::Kind;
use crate::{File, Flow, Importer, Source, omnivore};

/// An opened archive.
pub(crate) type Archive<'a> = ZipArchive<&'a mut dyn Source>;

/// The extensions of files that belong to a saved page and hold no article.
const ASSETS: &[&str] = &[
    "avif", "css", "gif", "ico", "jpeg", "jpg", "js", "map", "mp3", "mp4", "otf", "png", "svg",
    "ttf", "webm", "webp", "woff", "woff2",
];

/// Reads a file from its source: an archive entry by entry, anything else as a whole.
pub(crate) fn read_source(
    name: &str,
    source: &mut dyn Source,
    importer: &mut Importer<'_>,
) -> Flow {
    let length = source.seek(SeekFrom::End(0)).and_then(|length| {
        source.seek(SeekFrom::Start(0))?;
        Ok(length)
    });
    let length = match length {
        Ok(length) => length,
        Err(error) => return importer.error(name, unreadable(&error)),
    };
    let mut start = Vec::new();
    let started = (&mut *source).take(4).read_to_end(&mut start);
    if let Err(error) = started.and_then(|_| source.seek(SeekFrom::Start(0))) {
        return importer.error(name, unreadable(&error));
    }
    if Kind::of(name, &start) == Kind::Archive {
        return read(name, source, importer);
    }
    if length > importer.limits.file_bytes {
        return importer.error(name, too_large(importer.limits.file_bytes));
    }
    let mut bytes = Vec::new();
    match source.take(importer.limits.file_bytes).read_to_end(&mut bytes) {
        Ok(_) => crate::read(&File { name, bytes: &bytes }, importer),
        Err(error) => importer.error(name, unreadable(&error)),
    }
}

/// Reads the entries of an archive.
pub(crate) fn read(name: &str, source: &mut dyn Source, importer: &mut Importer<'_>) -> Flow {
    if importer.depth >= importer.limits.depth {
        let depth = importer.limits.depth;
        let reason = format!(
            "This archive is in {depth} others. Unpack the outer ones, and import what is in them."
        );
        return importer.error(name, reason);
    }
    let mut archive = match ZipArchive::new(source) {
        Ok(archive) => archive,
        Err(error) => {
            let reason = format!(
                "This archive cannot be read: {error}. Pack the files again as a ZIP archive."
            );
            return importer.error(name, reason);
        }
    };
    if archive.len() > importer.limits.entries {
        let (count, limit) = (archive.len(), importer.limits.entries);
        let reason = format!(
            "This archive has {count} entries, and at most {limit} are read. Split it into several."
        );
        return importer.error(name, reason);
    }
    importer.depth += 1;
    let flow = read_entries(name, &mut archive, importer);
    importer.depth -= 1;
    flow
}

fn read_entries(name: &str, archive: &mut Archive<'_>, importer: &mut Importer<'_>) -> Flow {
    let mut used = HashSet::new();
    if omnivore::is_export(archive) {
        used = omnivore::read(name, archive, importer)?;
    }
    let mut assets = 0_usize;
    for index in 0..archive.len() {
        let Some(entry) = name_of(archive, index) else {
            importer.error(name, "An entry whose name is not text is left out. Rename it.")?;
            continue;
        };
        if entry.ends_with('/') || is_hidden(&entry) || used.contains(&entry) {
            continue;
        }
        let extension = entry.rsplit_once('.').map_or("", |(_, it)| it).to_ascii_lowercase();
        if ASSETS.contains(&&*extension) {
            assets += 1;
            continue;
        }
        let path = format!("{name}/{entry}");
        match unpack(archive, index, importer) {
            Ok(bytes) => crate::read(&File { name: &path, bytes: &bytes }, importer)?,
            Err(reason) => importer.error(&path, reason)?,
        }
        if importer.unpacked >= importer.limits.unpacked_bytes {
            let limit = megabytes(importer.limits.unpacked_bytes);
            let reason = format!(
                "The rest of this archive is left out: more than {limit} MB were unpacked. Split it \
                 into several, and import one after the other."
            );
            return importer.error(name, reason);
        }
    }
    if assets > 0 {
        let message = format!(
            "{assets} files of this archive are styles, scripts, fonts or pictures, and were not read."
        );
        importer.note(name, message)?;
    }
    Flow::Continue(())
}

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
    let limits = importer.limits;
    let file = archive.by_index(index).map_err(|error| match error {
        zip::result::ZipError::UnsupportedArchive(problem) => format!(
            "This entry cannot be unpacked: {problem}. Pack it again without a password, as Deflate."
        ),
        error => damaged(&error),
    })?;
    let by_ratio = file.compressed_size().max(64).saturating_mul(limits.ratio);
    let left = limits.unpacked_bytes.saturating_sub(importer.unpacked);
    let limit = limits.file_bytes.min(by_ratio).min(left);
    let mut bytes = Vec::new();
    let result = file.take(limit.saturating_add(1)).read_to_end(&mut bytes);
    importer.unpacked = importer.unpacked.saturating_add(bytes.len() as u64);
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

fn unreadable(error: &std::io::Error) -> String {
    format!("This file cannot be read: {}.", quoted(&error.to_string()))
}

fn too_large(limit: u64) -> String {
    let limit = megabytes(limit);
    format!("This file is larger than {limit} MB. Split it, or save its article alone.")
}

fn megabytes(bytes: u64) -> u64 {
    bytes >> 20
}

/// Returns whether an entry is hidden or made by an operating system.
fn is_hidden(entry: &str) -> bool {
    entry
        .split('/')
        .any(|piece| piece.starts_with('.') || piece == "__MACOSX" || piece == "node_modules")
}
