//! Finds the pictures of an archive while an article in it is read.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{HashMap, HashSet};

use cuttings_corpus::{Address, address, resolve_path};
use percent_encoding::percent_decode_str;

use crate::unpack::{Archive, names, unpack_within};
use crate::{Importer, Limits};

/// The entries of an archive by the addresses of pictures.
pub(crate) struct ArchivePictures<'a, 'z> {
    archive: RefCell<&'a mut Archive<'z>>,
    limits: Limits,
    unpacked: Cell<u64>,
    /// The entries that were asked for and found.
    found: RefCell<HashSet<String>>,
    /// The entries by their file names, without those of which there are several.
    names: OnceCell<HashMap<String, Option<String>>>,
}

impl<'a, 'z> ArchivePictures<'a, 'z> {
    pub(crate) fn new(archive: &'a mut Archive<'z>, importer: &Importer<'_>) -> Self {
        Self {
            archive: RefCell::new(archive),
            limits: importer.limits.clone(),
            unpacked: Cell::new(importer.unpacked),
            found: RefCell::default(),
            names: OnceCell::new(),
        }
    }

    /// Returns the contents of the entry to which an address leads from a folder of the archive.
    pub(crate) fn find(&self, folder: &str, address: &str) -> Option<Vec<u8>> {
        self.unpack(entry_of(folder, address)?)
    }

    /// Returns the contents of the entry with this file name, if there is only one. Obsidian names
    /// pictures so, whatever folder they are in.
    pub(crate) fn find_by_name(&self, address: &str) -> Option<Vec<u8>> {
        let path = entry_of("", address)?;
        let name = path.rsplit('/').next()?;
        self.unpack(self.names().get(name)?.clone()?)
    }

    fn names(&self) -> &HashMap<String, Option<String>> {
        self.names.get_or_init(|| {
            let mut by_name: HashMap<String, Option<String>> = HashMap::new();
            if let Ok(archive) = self.archive.try_borrow() {
                for entry in names(&archive) {
                    let name = entry.rsplit('/').next().unwrap_or_default().to_owned();
                    let known = by_name.contains_key(&name);
                    by_name.insert(name, (!known).then_some(entry));
                }
            }
            by_name
        })
    }

    fn unpack(&self, entry: String) -> Option<Vec<u8>> {
        let mut archive = self.archive.try_borrow_mut().ok()?;
        let index = archive.index_for_name_raw(entry.as_bytes())?;
        let mut unpacked = self.unpacked.get();
        let bytes = unpack_within(&mut archive, index, &self.limits, &mut unpacked);
        self.unpacked.set(unpacked);
        self.found.borrow_mut().insert(entry);
        bytes.ok()
    }

    /// Counts what was unpacked, and returns the entries that were found.
    pub(crate) fn finish(self, importer: &mut Importer<'_>) -> HashSet<String> {
        importer.unpacked = self.unpacked.get();
        self.found.into_inner()
    }
}

/// Returns the entry to which an address leads from a folder of the archive.
pub(crate) fn entry_of(folder: &str, spelling: &str) -> Option<String> {
    let Address::Relative(path) = address(spelling) else { return None };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let folder = if path.starts_with('/') { "" } else { folder };
    Some(resolve_path(folder, &path)).filter(|entry| !entry.is_empty())
}

/// Returns the folder of an entry, without a slash at its end.
pub(crate) fn folder_of(entry: &str) -> &str {
    entry.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_to_entries() {
        let entry = |address| entry_of("a/b", address);
        assert_eq!(entry("c%20d.png?e#f").as_deref(), Some("a/b/c d.png"));
        assert_eq!(entry("../c.png").as_deref(), Some("a/c.png"));
        assert_eq!(entry("../../../c.png").as_deref(), Some("c.png"));
        assert_eq!(entry("/c.png").as_deref(), Some("c.png"));
        assert_eq!(entry("https://a.example/c.png"), None);
        assert_eq!(entry("data:image/png;base64,AAAA"), None);
    }
}
