//! The state of a folder's files: a change of one is a reason to build again. Events of the system
//! alone are none, because they also tell of files that were only read, or written as they were.

use super::relative;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The files that count, each with its size and the time of its last change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Snapshot(BTreeMap<PathBuf, (u64, Option<SystemTime>)>);

/// The files that differ between two snapshots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Changes(Vec<PathBuf>);

impl Snapshot {
    /// Reads the state of folders. What cannot be read is left out.
    pub(super) fn of(folders: &[PathBuf]) -> Snapshot {
        let mut snapshot = Snapshot::default();
        folders.iter().for_each(|folder| snapshot.add(folder));
        snapshot
    }

    fn add(&mut self, folder: &Path) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries.flatten() {
            if is_left_aside(&entry.file_name().to_string_lossy()) {
                continue;
            }
            let path = entry.path();
            // Not the entry's own metadata: a link is as its target.
            let Ok(metadata) = fs::metadata(&path) else { continue };
            if !metadata.is_dir() {
                self.0.insert(path, (metadata.len(), metadata.modified().ok()));
            } else if !entry.file_type().is_ok_and(|kind| kind.is_symlink()) {
                self.add(&path);
            }
        }
    }

    /// Returns the files that are new, gone or changed.
    pub(super) fn changes_since(&self, earlier: &Snapshot) -> Changes {
        let changed = self.0.iter().filter(|(path, state)| earlier.0.get(*path) != Some(state));
        let gone = earlier.0.keys().filter(|path| !self.0.contains_key(*path));
        let mut paths: Vec<PathBuf> = changed.map(|(path, _)| path).chain(gone).cloned().collect();
        paths.sort();
        Changes(paths)
    }
}

/// Returns whether a file or folder is never read as a part of a folder of articles.
fn is_left_aside(name: &str) -> bool {
    name.starts_with('.') || name == "node_modules"
}

impl Changes {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Names the files: "a.md" or "a.md and 2 others".
    pub(super) fn describe(&self, folder: &Path) -> String {
        let Changes(paths) = self;
        let first = paths.first().map(|path| relative(path, folder).display().to_string());
        let first = first.unwrap_or_default();
        match paths.len() {
            0 | 1 => first,
            2 => format!("{first} and 1 other"),
            count => format!("{first} and {} others", count - 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_new_changed_and_missing_files() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let snapshot = || Snapshot::of(&[folder.path().to_owned()]);
        let check = |since: &Snapshot, expected: &str| {
            assert_eq!(snapshot().changes_since(since).describe(folder.path()), expected);
        };
        fs::create_dir(path("sub")).unwrap();
        fs::write(path("sub/a.md"), "one").unwrap();
        fs::write(path("b.md"), "two").unwrap();
        let before = snapshot();
        check(&before, "");
        // Reading a file, or writing one that is hidden or left out, changes nothing.
        fs::read(path("b.md")).unwrap();
        fs::write(path(".b.md.swp"), "hidden").unwrap();
        fs::create_dir(path("node_modules")).unwrap();
        fs::write(path("node_modules/c.md"), "left out").unwrap();
        check(&before, "");
        fs::write(path("sub/a.md"), "longer").unwrap();
        check(&before, &Path::new("sub").join("a.md").display().to_string());
        fs::remove_file(path("b.md")).unwrap();
        check(&before, "b.md and 1 other");
        fs::write(path("d.md"), "new").unwrap();
        check(&before, "b.md and 2 others");
    }
}
