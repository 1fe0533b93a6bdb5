//! Lists the files of a folder and of all folders in it.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A folder of packages, which is never anybody's text.
const PACKAGES: &str = "node_modules";

/// A file of a folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry {
    /// The path within the folder, with `/` between folders.
    pub(crate) path: String,
    /// The file.
    pub(crate) file: PathBuf,
}

/// The files of a folder, and the folders in it that cannot be read.
pub(crate) type Walk = (Vec<Entry>, Vec<(PathBuf, io::Error)>);

/// Returns the files of a folder, sorted by path, because file systems list them in different
/// orders. Hidden files and packages are left out. A folder that is reached twice, by a link, is
/// listed once. The folders that cannot be read come with their errors.
///
/// # Errors
/// If the folder itself cannot be read.
pub(crate) fn walk(folder: &Path) -> io::Result<Walk> {
    let mut entries = Vec::new();
    let mut unreadable = Vec::new();
    let mut seen = BTreeSet::from([folder.canonicalize()?]);
    let mut open = vec![(String::new(), folder.to_owned())];
    while let Some((prefix, folder)) = open.pop() {
        let listed = match fs::read_dir(&folder).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
            Ok(listed) => listed,
            Err(error) if prefix.is_empty() => return Err(error),
            Err(error) => {
                unreadable.push((folder, error));
                continue;
            }
        };
        for entry in listed {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') || name == PACKAGES {
                continue;
            }
            let (file, path) = (entry.path(), format!("{prefix}{name}"));
            if !file.is_dir() {
                entries.push(Entry { path, file });
            } else if file.canonicalize().is_ok_and(|real| seen.insert(real)) {
                open.push((format!("{path}/"), file));
            }
        }
    }
    entries.sort();
    unreadable.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok((entries, unreadable))
}
