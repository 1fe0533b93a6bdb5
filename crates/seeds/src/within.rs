//! The pictures within imported files, such as those of a book.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
#[cfg(feature = "import")]
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use cuttings_corpus::PictureFile;

use crate::asset::Asset;

/// The most bytes of pictures that are remembered from one build to the next. They would crowd out
/// the analyses of articles, with which they share a cache. Files with more are read by each build.
#[cfg(feature = "import")]
const MAX_REMEMBERED: usize = 64 << 20;

/// Pictures by the paths with which the articles of their files name them.
#[derive(Debug, Default)]
pub(crate) struct Within {
    pictures: Mutex<BTreeMap<String, (PictureFile, Asset)>>,
    /// The files beside imported ones that these refer to.
    beside: Mutex<BTreeSet<PathBuf>>,
    /// The bytes of pictures that this build remembers.
    #[cfg(feature = "import")]
    remembered: AtomicUsize,
}

impl Within {
    /// Adds a picture, by the path with which articles name it.
    #[cfg(feature = "import")]
    pub(crate) fn add(&self, file: &Path, path: String, bytes: Vec<u8>) {
        let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
        if let Ok(picture) = crate::picture_file::read(&bytes, extension) {
            let name = picture.name.clone();
            let asset = Asset { file: file.to_owned(), bytes: Some(bytes), name };
            self.lock().entry(path).or_insert((picture, asset));
        }
    }

    /// Notes that an imported file refers to another one.
    #[cfg(feature = "import")]
    pub(crate) fn refer_to(&self, file: PathBuf) {
        self.beside.lock().unwrap_or_else(PoisonError::into_inner).insert(file);
    }

    /// Returns whether an imported file refers to another one.
    pub(crate) fn is_referred_to(&self, file: &Path) -> bool {
        self.beside.lock().unwrap_or_else(PoisonError::into_inner).contains(file)
    }

    /// Counts the pictures of a file as remembered. Returns false if they would be too large.
    #[cfg(feature = "import")]
    pub(crate) fn make_room(&self, bytes: usize) -> bool {
        let add = |all: usize| all.checked_add(bytes).filter(|all| *all <= MAX_REMEMBERED);
        self.remembered.fetch_update(Ordering::Relaxed, Ordering::Relaxed, add).is_ok()
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
        self.pictures.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
