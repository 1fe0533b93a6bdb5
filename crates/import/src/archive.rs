//! ZIP archives: one entry after the other, each unpacked in memory within limits.

use std::collections::HashSet;
use std::io::{Read, SeekFrom};

use zip::ZipArchive;

use crate::importer::quoted;
use crate::kind::Kind;
use crate::unpack::{Archive, megabytes, name_of, too_large, unpack};
use crate::{File, Flow, Importer, Source, omnivore};

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

fn unreadable(error: &std::io::Error) -> String {
    format!("This file cannot be read: {}.", quoted(&error.to_string()))
}

/// Returns whether an entry is hidden or made by an operating system.
fn is_hidden(entry: &str) -> bool {
    entry
        .split('/')
        .any(|piece| piece.starts_with('.') || piece == "__MACOSX" || piece == "node_modules")
}
