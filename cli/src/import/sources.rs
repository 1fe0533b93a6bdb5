//! Opens the files of an import. The files of a folder belong together, as the page and the folder
//! of pictures that a browser saves do, so a folder becomes an archive.

use cuttings_import::{Limits, Source, is_folder_of_page, path_beside};
use cuttings_seeds::read_confined;
use std::fs::{self, File};
use std::io::{self, BufReader, Seek as _};
use std::path::{Path, PathBuf};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// A file with its name.
type Named = (String, Box<dyn Source>);

/// Opens files and folders. Large files and archives in a folder come alone.
///
/// # Errors
/// If one cannot be read, with its name, or if there is no room for the archive of a folder.
pub(super) fn open(paths: &[PathBuf], limits: &Limits) -> Result<Vec<Named>, String> {
    let mut sources = Vec::new();
    for path in paths {
        let about = |error: io::Error| format!("{}: {error}", path.display());
        if !fs::metadata(path).map_err(about)?.is_dir() {
            sources.push(alone(path)?);
            continue;
        }
        let mut files = Vec::new();
        collect(path, &mut files)?;
        let is_alone = |file: &PathBuf| {
            let extension = file.extension().map(|it| it.to_string_lossy().to_lowercase());
            let is_archive = extension.is_some_and(|it| ["zip", "mbox"].contains(&&*it));
            is_archive || fs::metadata(file).is_ok_and(|it| it.len() > limits.file_bytes)
        };
        let (apart, together): (Vec<PathBuf>, Vec<PathBuf>) = files.into_iter().partition(is_alone);
        if !together.is_empty() {
            let archive = packed(path, &together).map_err(about)?;
            let name = path.display().to_string();
            sources.push((name.trim_end_matches(['/', '\\']).to_owned(), archive));
        }
        for file in apart {
            sources.push(alone(&file)?);
        }
    }
    Ok(sources)
}

fn alone(path: &Path) -> Result<Named, String> {
    let name = path.display().to_string();
    let file = File::open(path).map_err(|error| format!("{name}: {error}"))?;
    Ok((name, Box::new(BufReader::new(file))))
}

/// Returns the contents of a file to which a page refers that was named alone. A browser saves the
/// files of a page in a folder with its name; no page gets others of the reader's files.
pub(super) fn read_beside(page: &str, address: &str) -> Option<Vec<u8>> {
    let page = Path::new(page);
    let path = path_beside("", address)?;
    let (folder, file) = path.split_once('/')?;
    let is_its_own = is_folder_of_page(folder, page.file_name()?.to_str()?);
    let folder = page.parent()?.join(folder);
    let limit = Limits::default().file_bytes;
    is_its_own.then(|| read_confined(&folder, file, limit)).flatten()
}

/// Adds the files of a folder and of all folders in it, without hidden ones.
fn collect(folder: &Path, into: &mut Vec<PathBuf>) -> Result<(), String> {
    let about = |error: io::Error| format!("{}: {error}", folder.display());
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(about)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| !path.file_name().is_some_and(|it| it.as_encoded_bytes().starts_with(b".")))
        .collect();
    entries.sort();
    for entry in entries {
        match fs::metadata(&entry).map_err(|error| format!("{}: {error}", entry.display()))? {
            it if it.is_dir() => collect(&entry, into)?,
            _ => into.push(entry),
        }
    }
    Ok(())
}

/// Packs files of a folder into a temporary archive, without compression.
fn packed(folder: &Path, files: &[PathBuf]) -> io::Result<Box<dyn Source>> {
    let mut archive = ZipWriter::new(tempfile::tempfile()?);
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for file in files {
        let path = file.strip_prefix(folder).unwrap_or(file);
        let pieces: Vec<_> = path.iter().map(|piece| piece.to_string_lossy()).collect();
        archive.start_file(pieces.join("/"), options)?;
        io::copy(&mut File::open(file)?, &mut archive)?;
    }
    let mut file = archive.finish()?;
    file.rewind()?;
    Ok(Box::new(BufReader::new(file)))
}
