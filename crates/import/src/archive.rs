//! ZIP archives: one entry after the other, each unpacked in memory within limits.

use std::collections::HashSet;
use std::io::{BufReader, Read, SeekFrom};
use std::ops::ControlFlow;

use zip::ZipArchive;

use crate::archive_pictures::{ArchivePictures, folder_of};
use crate::importer::quoted;
use crate::kind::{Kind, SAMPLE};
use crate::pictures::decode_data_url;
use crate::saved_page::{parts_of_pages, unread_parts};
use crate::seeds::ArchiveSeeds;
use crate::unpack::{Archive, megabytes, name_of, names, too_large, unpack};
use crate::{
    File, Flow, Importer, Source, docx, epub, html, mail, omnivore, pocket_annotations, wacz,
};

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
    let started = (&mut *source).take(SAMPLE as u64).read_to_end(&mut start);
    if let Err(error) = started.and_then(|_| source.seek(SeekFrom::Start(0))) {
        return importer.error(name, unreadable(&error));
    }
    if Kind::of(name, &start) == Kind::Archive {
        return read(name, source, importer);
    }
    if mail::is_mailbox(&start) {
        return mail::read_mailbox(name, &mut BufReader::new(source), importer);
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
    let mut used = match Form::of(archive) {
        Form::Epub => return epub::read(name, archive, importer),
        Form::Docx => return docx::read(name, archive, importer),
        Form::Wacz => return wacz::read(name, archive, importer),
        Form::Omnivore => omnivore::read(name, archive, importer)?,
        Form::Files => pocket_annotations::read_entries(name, archive, importer)?,
    };
    let mut assets = HashSet::new();
    let entries: Vec<String> = names(archive).collect();
    let parts = parts_of_pages(entries.iter().map(String::as_str));
    let mut seeds = ArchiveSeeds::new(name, archive, importer);
    for index in 0..archive.len() {
        let Some(entry) = name_of(archive, index) else {
            importer.error(name, "An entry whose name is not text is left out. Rename it.")?;
            continue;
        };
        if entry.ends_with('/') || is_hidden(&entry) || used.contains(&entry) {
            continue;
        }
        if is_asset(&entry) || parts.contains(&*entry) {
            assets.insert(entry);
            continue;
        }
        let path = format!("{name}/{entry}");
        match unpack(archive, index, importer) {
            Err(reason) => importer.error(&path, reason)?,
            Ok(bytes) => match Kind::of(&path, &bytes) {
                Kind::Seed => used.extend(seeds.add(name, (path, bytes), archive, importer)?),
                Kind::Html => {
                    let file = File { name: &path, bytes: &bytes };
                    used.extend(read_page(&file, folder_of(&entry), archive, importer)?);
                }
                _ => crate::read(&File { name: &path, bytes: &bytes }, importer)?,
            },
        }
        if importer.unpacked >= importer.limits.unpacked_bytes {
            let limit = megabytes(importer.limits.unpacked_bytes);
            let reason = format!(
                "The rest of this archive is left out: more than {limit} MB were unpacked. Split it \
                 into several, and import one after the other."
            );
            importer.error(name, reason)?;
            break;
        }
    }
    used.extend(seeds.read(name, archive, importer)?);
    pocket_annotations::pass_on_rest(name, importer)?;
    let unread = assets.difference(&used).count();
    if unread > 0 {
        importer.note(name, unread_parts(unread))?;
    }
    Flow::Continue(())
}

/// Reads a page with the pictures that the archive holds beside it. Returns their entries.
fn read_page(
    file: &File<'_>,
    folder: &str,
    archive: &mut Archive<'_>,
    importer: &mut Importer<'_>,
) -> ControlFlow<(), HashSet<String>> {
    let pictures = ArchivePictures::new(archive, importer);
    let find = |address: &str| decode_data_url(address).or_else(|| pictures.find(folder, address));
    html::read_with(file, &find, importer)?;
    ControlFlow::Continue(pictures.finish(importer))
}

/// The form of an archive, by the entries that it has to have.
pub(crate) enum Form {
    Epub,
    Docx,
    Wacz,
    Omnivore,
    Files,
}

impl Form {
    pub(crate) fn of(archive: &Archive<'_>) -> Self {
        let has = |entry: &str| archive.index_for_name_raw(entry.as_bytes()).is_some();
        match () {
            () if has("META-INF/container.xml") => Self::Epub,
            () if has("[Content_Types].xml") && has("word/document.xml") => Self::Docx,
            () if has("pages/pages.jsonl") => Self::Wacz,
            () if omnivore::is_export(archive) => Self::Omnivore,
            () => Self::Files,
        }
    }
}

fn unreadable(error: &std::io::Error) -> String {
    format!("This file cannot be read: {}.", quoted(&error.to_string()))
}

/// Returns whether an entry belongs to a saved page and holds no article.
pub(crate) fn is_asset(entry: &str) -> bool {
    let extension = entry.rsplit_once('.').map_or("", |(_, it)| it).to_ascii_lowercase();
    ASSETS.contains(&&*extension)
}

/// Returns whether an entry is hidden or made by an operating system.
pub(crate) fn is_hidden(entry: &str) -> bool {
    entry
        .split('/')
        .any(|piece| piece.starts_with('.') || piece == "__MACOSX" || piece == "node_modules")
}
