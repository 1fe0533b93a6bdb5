//! Files for tests, and the files that were written.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Files by their paths relative to a folder.
pub(crate) type Written = BTreeMap<String, Vec<u8>>;

/// Writes a file, with the folders that it is in.
pub(crate) fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Reads all files in a folder.
pub(crate) fn read_all(folder: &Path) -> Written {
    let mut files = Written::new();
    collect(folder, folder, &mut files);
    files
}

fn collect(root: &Path, folder: &Path, into: &mut Written) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, into);
        } else {
            let name = path.strip_prefix(root).unwrap().display().to_string();
            into.insert(name, fs::read(&path).unwrap());
        }
    }
}
