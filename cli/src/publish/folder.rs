//! The folder that a site is written to. It may hold an earlier edition, of which everything that
//! has not changed is reused: files, their compressed copies, and pictures that the program drew.
//!
//! A list in the folder names the files of the edition, so that others are left alone. It also says
//! how each was made, so that what another version of the program made is made again.

use crate::progress::{Progress, Silent, Stage};
use crate::publish::copies::Encoding;
use crate::publish::files::{File, Files, HASHED, content_hash};
use cuttings_memory::Memory;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Component, Path};

/// The name of the list.
const LIST: &str = ".cuttings-files";

/// The start of the list: the program with everything that it is built from, because other versions
/// of its libraries may compress and draw otherwise.
const MADE_BY: &str = concat!("# cuttings ", env!("CUTTINGS_BUILT_FROM"));

/// The mark of a file that is being written.
const UNFINISHED: &str = "unfinished";

/// The files of an earlier edition.
#[derive(Debug, Default)]
pub(crate) struct Earlier {
    /// The files, each with the way it was made: a copy by an encoding, a picture by its key.
    files: BTreeMap<String, String>,
}

impl Earlier {
    /// Reads the list in a folder. A missing or foreign list names no file.
    pub(crate) fn read(folder: &Path) -> Earlier {
        let list = fs::read_to_string(folder.join(LIST)).unwrap_or_default();
        let (head, lines) = list.split_once('\n').unwrap_or_default();
        let is_reusable = head == MADE_BY;
        let entry = |line: &str| {
            let (path, made) = line.split_once('\t').unwrap_or((line, ""));
            (path.to_owned(), if is_reusable { made.to_owned() } else { UNFINISHED.to_owned() })
        };
        let files = lines.lines().map(entry).filter(|(path, _)| is_within(Path::new(path)));
        Earlier { files: files.collect() }
    }

    /// Returns the pictures in a folder by their keys, each with its path. One that was changed
    /// since has another name than its content.
    pub(crate) fn pictures<'a>(&'a self, folder: &'a Path) -> Pictures<'a> {
        let keys = self.files.iter().filter(|(path, made)| {
            path.ends_with(".png") && !made.is_empty() && *made != UNFINISHED
        });
        Pictures { folder, paths: keys.map(|(path, key)| (key.as_str(), path.as_str())).collect() }
    }

    fn write(&self, folder: &Path) -> io::Result<()> {
        let mut list = format!("{MADE_BY}\n");
        for (path, made) in &self.files {
            list.push_str(path);
            if !made.is_empty() {
                list.push('\t');
                list.push_str(made);
            }
            list.push('\n');
        }
        fs::write(folder.join(LIST), list)
    }
}

/// The pictures that an earlier build has drawn.
#[derive(Debug)]
pub(crate) struct Pictures<'a> {
    folder: &'a Path,
    /// The path of each picture by its key.
    paths: BTreeMap<&'a str, &'a str>,
}

impl Pictures<'_> {
    /// Returns the picture with a key, if it is there and unchanged.
    pub(crate) fn find(&self, key: &str) -> Option<Vec<u8>> {
        let path = self.paths.get(key)?;
        let bytes = fs::read(self.folder.join(path)).ok()?;
        path.contains(&content_hash(&bytes)).then_some(bytes)
    }
}

/// A file to write: the file itself, or a copy of it.
struct Output<'f> {
    path: String,
    file: &'f File,
    copy: Option<Encoding>,
}

impl Output<'_> {
    /// Returns the way the output is made, for the list.
    fn made(&self) -> String {
        match self.copy {
            Some(encoding) => format!("{encoding:?}"),
            None => self.file.key.clone().unwrap_or_default(),
        }
    }

    fn write(&self, folder: &Path, memory: Option<&dyn Memory>) -> io::Result<()> {
        let bytes = match self.copy {
            Some(encoding) => &encoding.copy(self.file, memory)?,
            None => &self.file.bytes,
        };
        let path = folder.join(&self.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&path, bytes)
    }
}

/// Which compressed copies a site has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Copies {
    /// None, for a developer.
    None,
    /// Those of the files that serve the whole site.
    OfSharedFiles,
    /// Those of all files.
    OfAll,
}

/// Writes every file, with its copies, into a folder.
///
/// # Errors
/// If a file cannot be written.
pub(crate) fn write(files: &Files, folder: &Path, copies: Copies) -> io::Result<()> {
    let all = files.iter().map(|(path, file)| outputs(path, file, copies));
    write_outputs(all.collect(), folder, None, &Silent)
}

/// Writes every file, with its copies, into a folder with an earlier edition. Files that have not
/// changed stay; those of the earlier edition that this one does not have are removed. Other files
/// in the folder are not touched. `memory` has the compressed contents of parts.
///
/// # Errors
/// If a file cannot be written or removed.
pub(crate) fn replace(
    files: &Files,
    folder: &Path,
    earlier: &Earlier,
    copies: Copies,
    memory: Option<&dyn Memory>,
    progress: &dyn Progress,
) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let all: Vec<(&str, &File)> = files.iter().collect();
    let all: Vec<(Vec<Output<'_>>, bool)> = all
        .into_par_iter()
        .map(|(path, file)| {
            let outputs = outputs(path, file, copies);
            let is_kept = outputs.iter().all(|output| is_kept(output, folder, earlier));
            (outputs, is_kept)
        })
        .collect();
    let mut list = Earlier::default();
    for output in all.iter().flat_map(|(outputs, _)| outputs) {
        list.files.insert(output.path.clone(), output.made());
    }
    let gone = earlier.files.keys().filter(|path| !list.files.contains_key(*path));
    let (last, first): (Vec<&String>, Vec<&String>) =
        gone.partition(|path| is_named_by_content(path));
    remove(&first, folder)?;
    // A build that is stopped halfway leaves a list from which the next one knows what to redo.
    let changed = all.into_iter().filter(|(_, is_kept)| !is_kept).map(|(outputs, _)| outputs);
    let changed: Vec<Vec<Output<'_>>> = changed.collect();
    let mut unfinished = Earlier { files: list.files.clone() };
    let written = changed.iter().flatten().map(|output| &output.path);
    for path in written.chain(last.iter().copied()) {
        unfinished.files.insert(path.clone(), UNFINISHED.to_owned());
    }
    unfinished.write(folder)?;
    write_outputs(changed, folder, memory, progress)?;
    remove(&last, folder)?;
    list.write(folder)
}

/// Returns whether a path is the name of one content, so that no other path can be in its way. Such
/// files are removed after others are written: file systems are slow to create a file just after
/// they removed many.
fn is_named_by_content(path: &str) -> bool {
    path.strip_prefix(HASHED).is_some_and(|rest| rest.starts_with('/'))
}

fn remove(paths: &[&String], folder: &Path) -> io::Result<()> {
    paths.par_iter().try_for_each(|path| remove_if_there(&folder.join(path)))
}

/// Returns the number of files with their copies.
pub(crate) fn output_count(files: &Files, copies: Copies) -> usize {
    files.iter().map(|(path, file)| outputs(path, file, copies).len()).sum()
}

/// Returns a file and its copies.
fn outputs<'f>(path: &str, file: &'f File, copies: Copies) -> Vec<Output<'f>> {
    let encodings = match copies {
        Copies::None => Vec::new(),
        Copies::OfSharedFiles => Encoding::all_of(path, file, false),
        Copies::OfAll => Encoding::all_of(path, file, true),
    };
    let copies = encodings.into_iter().map(|encoding| Output {
        path: format!("{path}.{}", encoding.extension()),
        file,
        copy: Some(encoding),
    });
    copies.chain([Output { path: path.to_owned(), file, copy: None }]).collect()
}

/// Returns whether an output is in the folder already. A copy of a file that has not changed is not
/// read.
fn is_kept(output: &Output<'_>, folder: &Path, earlier: &Earlier) -> bool {
    if earlier.files.get(&output.path) != Some(&output.made()) {
        return false;
    }
    let path = folder.join(&output.path);
    match output.copy {
        Some(_) => path.is_file(),
        None => {
            fs::metadata(&path).is_ok_and(|found| found.len() == output.file.bytes.len() as u64)
                && fs::read(&path).is_ok_and(|bytes| bytes == output.file.bytes)
        }
    }
}

/// Writes outputs on all cores, the largest first, so that no core is left with one at the end.
fn write_outputs(
    outputs: Vec<Vec<Output<'_>>>,
    folder: &Path,
    memory: Option<&dyn Memory>,
    progress: &dyn Progress,
) -> io::Result<()> {
    let mut outputs: Vec<Output<'_>> = outputs.into_iter().flatten().collect();
    outputs.sort_by_key(|output| (output.copy.is_none(), Reverse(output.file.bytes.len())));
    progress.begin(Stage::Write, Some(outputs.len()));
    outputs.par_iter().with_max_len(1).try_for_each(|output| {
        output.write(folder, memory)?;
        progress.advance();
        Ok(())
    })
}

/// Returns whether a path leads to a file within the folder that it is relative to.
fn is_within(path: &Path) -> bool {
    path.components().all(|part| matches!(part, Component::Normal(_)))
}

/// Removes a file with the folders that it leaves empty.
fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        other => other?,
    }
    let mut folder = path.parent();
    // A folder that is not empty cannot be removed.
    while let Some(empty) = folder.filter(|folder| fs::remove_dir(folder).is_ok()) {
        folder = empty.parent();
    }
    Ok(())
}

#[cfg(test)]
mod tests;
