//! The files that a host serves.

use std::{fs, path::PathBuf};

/// A folder of files, or pages in the source of a test.
#[derive(Clone, Debug)]
pub(crate) enum Files {
    Folder(PathBuf),
    Inline(&'static [(&'static str, &'static str)]),
}

impl Files {
    /// Reads the file at a path below the base, without a leading slash.
    pub(crate) fn read(&self, path: &str) -> Option<Vec<u8>> {
        match self {
            Files::Folder(folder) => fs::read(folder.join(path)).ok(),
            Files::Inline(files) => files
                .iter()
                .find(|(name, _)| *name == path)
                .map(|(_, text)| text.as_bytes().to_vec()),
        }
    }

    pub(super) fn is_folder(&self, path: &str) -> bool {
        match self {
            Files::Folder(folder) => folder.join(path).is_dir(),
            Files::Inline(files) => {
                files.iter().any(|(name, _)| name.starts_with(&format!("{path}/")))
            }
        }
    }

    /// Returns the headers that the site's `_headers` file sets for a path with the base. The file
    /// has path patterns at the beginning of lines, and headers on the indented lines below.
    pub(super) fn published_headers(&self, path: &str) -> Vec<(String, String)> {
        let Some(text) = self.read("_headers") else { return Vec::new() };
        let mut applies = false;
        let mut headers = Vec::new();
        for line in String::from_utf8_lossy(&text).lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with([' ', '\t']) {
                if let Some((name, value)) = line.split_once(':').filter(|_| applies) {
                    headers.push((name.trim().to_owned(), value.trim().to_owned()));
                }
            } else {
                let pattern = line.trim();
                applies = pattern
                    .strip_suffix('*')
                    .map_or(path == pattern, |start| path.starts_with(start));
            }
        }
        headers
    }
}
