//! Finds the pictures that articles name: beside the article, under the static folder, or anywhere
//! in the folder by their name.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cuttings_corpus::{PictureError, PictureFile, Pictures, resolve_path};
use percent_encoding::percent_decode_str;

use crate::asset::Asset;
use crate::picture_file;
use crate::walk::Entry;
use crate::within::Within;

/// The files that pictures may be in.
pub(crate) struct PictureFiles {
    /// The files of the folder by their paths in lower case, because file systems and web servers
    /// differ in case.
    folder: HashMap<String, PathBuf>,
    /// The files of the static folder, likewise.
    statics: HashMap<String, PathBuf>,
    /// The files of both by their names alone, with their folders.
    names: HashMap<String, Vec<(String, PathBuf)>>,
    read: RefCell<HashMap<PathBuf, Result<PictureFile, PictureError>>>,
    /// The pictures within imported files.
    within: Arc<Within>,
}

impl PictureFiles {
    pub(crate) fn new(folder: &[Entry], statics: &[Entry]) -> Self {
        let by_path = |entries: &[Entry]| -> HashMap<String, PathBuf> {
            entries.iter().map(|entry| (entry.path.to_lowercase(), entry.file.clone())).collect()
        };
        let mut names: HashMap<String, Vec<(String, PathBuf)>> = HashMap::new();
        for Entry { path, file } in folder.iter().chain(statics) {
            let path = path.to_lowercase();
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
            names.entry(name.to_owned()).or_default().push((folder.to_owned(), file.clone()));
        }
        Self {
            folder: by_path(folder),
            statics: by_path(statics),
            names,
            read: RefCell::default(),
            within: Arc::default(),
        }
    }

    /// Returns the pictures that were found so far, by published name.
    pub(crate) fn used(&self) -> Vec<Asset> {
        let read = self.read.borrow();
        let used: BTreeMap<&String, &PathBuf> = read
            .iter()
            .filter_map(|(file, result)| Some((&result.as_ref().ok()?.name, file)))
            // Of two files with one content either will do, but always the same.
            .fold(BTreeMap::new(), |mut used, (name, file)| {
                let known = used.entry(name).or_insert(file);
                *known = (*known).min(file);
                used
            });
        let mut used: BTreeMap<String, Asset> = used
            .into_iter()
            .map(|(name, file)| {
                (name.clone(), Asset { file: file.clone(), bytes: None, name: name.clone() })
            })
            .collect();
        for asset in self.within.assets() {
            used.entry(asset.name.clone()).or_insert(asset);
        }
        used.into_values().collect()
    }

    /// Returns the pictures within imported files.
    #[cfg(feature = "import")]
    pub(crate) fn within(&self) -> Arc<Within> {
        Arc::clone(&self.within)
    }

    /// Returns whether a file was read as a picture of an article.
    pub(crate) fn is_used(&self, file: &Path) -> bool {
        self.read.borrow().get(file).is_some_and(Result::is_ok) || self.within.is_referred_to(file)
    }

    /// Reads a picture, once.
    pub(crate) fn read(&self, file: &Path) -> Result<PictureFile, PictureError> {
        if let Some(known) = self.read.borrow().get(file) {
            return known.clone();
        }
        let extension = file.extension().and_then(|extension| extension.to_str());
        let result = match fs::read(file) {
            Ok(bytes) => picture_file::read(&bytes, extension.unwrap_or_default()),
            Err(_) => Err(PictureError::Missing),
        };
        self.read.borrow_mut().insert(file.to_owned(), result.clone());
        result
    }

    fn path(&self, article: &str, address: &str) -> Option<&PathBuf> {
        let spelled = address.split(['?', '#']).next().unwrap_or_default().replace('\\', "/");
        let decoded = percent_decode_str(&spelled).decode_utf8_lossy().to_lowercase();
        let article = article.to_lowercase();
        let beside = article.rsplit_once('/').map_or("", |(folder, _)| folder);
        let page = article.rsplit_once('.').map_or(&*article, |(stem, _)| stem);
        let is_absolute = decoded.starts_with('/');
        let from_top = resolve_path("", &decoded);
        let relative = [resolve_path(beside, &decoded), resolve_path(page, &decoded)];
        let relative = relative.iter().filter(|_| !is_absolute);
        let by_name =
            (!is_absolute && !decoded.contains('/')).then(|| self.nearest(&decoded, beside));
        relative
            .filter_map(|path| self.folder.get(path))
            .chain(self.statics.get(&from_top))
            .chain(self.folder.get(&from_top))
            .chain(by_name.flatten())
            .next()
    }

    /// Returns the file of this name whose folder is nearest to another: the one that shares the
    /// most folders with it, and of those the one with the fewest others.
    fn nearest(&self, name: &str, folder: &str) -> Option<&PathBuf> {
        let distance = |other: &str| {
            let shared = folder
                .split('/')
                .zip(other.split('/'))
                .take_while(|(a, b)| a == b && !a.is_empty());
            (Reverse(shared.count()), other.split('/').count())
        };
        let files = self.names.get(name)?;
        files.iter().min_by_key(|(other, _)| distance(other)).map(|(_, file)| file)
    }
}

impl Pictures for PictureFiles {
    fn find(&self, article: &str, address: &str) -> Result<PictureFile, PictureError> {
        if let Some(picture) = self.within.find(address) {
            return Ok(picture);
        }
        let file = self.path(article, address).ok_or(PictureError::Missing)?;
        self.read(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_pictures_with_one_name_the_nearest_is_found() {
        let entry = |path: &str| Entry { path: path.to_owned(), file: PathBuf::from(path) };
        let folder =
            ["posts/boat.png", "vault/old/2023/boat.png", "vault/pics/boat.png"].map(entry);
        let files = PictureFiles::new(&folder, &[entry("img/boat.png")]);
        let check = |article: &str, expected: &str| {
            assert_eq!(
                files.path(article, "Boat.png"),
                Some(&PathBuf::from(expected)),
                "{article}"
            );
        };
        check("vault/note.md", "vault/pics/boat.png");
        check("vault/old/note.md", "vault/old/2023/boat.png");
        check("posts/a.md", "posts/boat.png");
        check("b.md", "posts/boat.png");
        assert_eq!(files.path("b.md", "/boat.png"), None);
    }
}
