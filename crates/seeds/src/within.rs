//! The pictures within imported files, such as those of a book.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use cuttings_corpus::PictureFile;

use crate::asset::Asset;

/// Pictures by the paths with which the articles of their files name them.
#[derive(Debug, Default)]
pub(crate) struct Within(Mutex<BTreeMap<String, (PictureFile, Asset)>>);

impl Within {
    /// Adds a picture, by the path with which articles name it.
    #[cfg(feature = "import")]
    pub(crate) fn add(&self, file: &std::path::Path, path: String, bytes: Vec<u8>) {
        let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
        if let Ok(picture) = crate::picture_file::read(&bytes, extension) {
            let name = picture.name.clone();
            let asset = Asset { file: file.to_owned(), bytes: Some(bytes), name };
            self.lock().entry(path).or_insert((picture, asset));
        }
    }

    /// Returns the picture of this path.
    pub(crate) fn find(&self, path: &str) -> Option<PictureFile> {
        self.lock().get(path).map(|(picture, _)| picture.clone())
    }

    /// Returns all pictures.
    pub(crate) fn assets(&self) -> Vec<Asset> {
        self.lock().values().map(|(_, asset)| asset.clone()).collect()
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, (PictureFile, Asset)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
