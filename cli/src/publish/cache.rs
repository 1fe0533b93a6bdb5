//! The cache of a folder of articles: a file with what earlier builds have computed about each. It
//! is read as a whole. A build appends what it has computed. When a quarter of the file would be
//! entries that it has not used, it writes a new file without them. A build that computes nothing
//! leaves the file as it is.
//!
//! The file is a line that names the program, then the entries: key, length, checksum, bytes. A
//! damaged entry is computed again, and so is everything after a damaged length. Of two entries
//! with the same key the last one counts.

use cuttings_memory::{Key, Memory};
use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;
use std::{env, fs};
use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

/// The contents of a cache.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Contents {
    /// Analyses of articles, and their indexed texts.
    Analyses,
    /// The pages of articles.
    Pages,
    /// The contents of the parts of an edition, compressed.
    Parts,
    /// The pages of the articles that have one in a preview. They are few: a build could use no
    /// others after a preview if both shared a cache.
    PreviewPages,
}

impl Contents {
    /// Returns the first line of a cache: the program with everything that it is built from.
    fn made_by(self) -> &'static str {
        match self {
            Contents::Analyses => concat!("cuttings cache ", env!("CUTTINGS_ANALYSES"), "\n"),
            Contents::Pages | Contents::PreviewPages => {
                concat!("cuttings cache ", env!("CUTTINGS_PAGES"), "\n")
            }
            Contents::Parts => concat!("cuttings cache ", env!("CUTTINGS_BUILT_FROM"), "\n"),
        }
    }

    /// Returns the end of the name, before the extension.
    fn suffix(self) -> &'static str {
        match self {
            Contents::Analyses => "",
            Contents::Pages => "-pages",
            Contents::Parts => "-parts",
            Contents::PreviewPages => "-preview",
        }
    }
}

/// The end of the names of caches.
const EXTENSION: &str = "cache";

/// The most bytes of a cache. What exceeds them is computed by each build.
const MAX_BYTES: usize = 256 << 20;

/// The most bytes of all caches in a folder. The oldest go first.
const MAX_BYTES_OF_ALL: u64 = 1 << 30;

/// The bytes before an entry: its key, its length and its checksum.
const ENTRY_HEAD: usize = 16 + 4 + 8;

/// The cache of a folder of articles.
#[derive(Debug)]
pub(crate) struct Cache {
    path: PathBuf,
    contents: Contents,
    /// The file as it was.
    bytes: Vec<u8>,
    entries: HashMap<Key, Entry>,
    /// The end of the last entry. What follows in a file is damaged.
    end: usize,
    added: Mutex<Added>,
}

/// An entry of the file.
#[derive(Debug)]
struct Entry {
    /// The entry with what stands before it.
    whole: Range<usize>,
    is_used: AtomicBool,
}

/// The entries that this build has added, as they stand in the file.
#[derive(Debug, Default)]
struct Added {
    keys: HashMap<Key, ()>,
    bytes: Vec<u8>,
}

/// Returns the folder of caches that the system provides.
pub fn default_folder() -> Option<PathBuf> {
    let variable = |name| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || {
        let caches = if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" };
        Some(variable("HOME")?.join(caches))
    };
    let system = if cfg!(windows) { variable("LOCALAPPDATA") } else { None };
    let caches = variable("XDG_CACHE_HOME").or(system).or_else(home)?;
    Some(caches.join("cuttings").join("articles"))
}

impl Cache {
    /// Opens the cache of a folder of articles. There need not be one yet.
    pub(crate) fn open(caches: &Path, articles: &Path, contents: Contents) -> Cache {
        let articles = articles.canonicalize().unwrap_or_else(|_| articles.to_owned());
        let name = xxh3_64(articles.as_os_str().as_encoded_bytes());
        let path = caches.join(format!("{name:016x}{}.{EXTENSION}", contents.suffix()));
        let bytes = read(&path).unwrap_or_default();
        let made_by = contents.made_by().as_bytes();
        let (entries, end) = match bytes.starts_with(made_by) {
            true => entries(&bytes, made_by.len()),
            false => (HashMap::new(), 0),
        };
        Cache { path, contents, bytes, entries, end, added: Mutex::default() }
    }

    /// Writes what the build has computed, with what it has used of the file.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub(crate) fn save(&self) -> io::Result<()> {
        let added = self.added.lock().unwrap_or_else(PoisonError::into_inner);
        let is_whole = self.end > 0 && self.end == self.bytes.len();
        // A build that finds its outputs in place asks for nothing that they were made of.
        if added.bytes.is_empty() && (is_whole || self.bytes.is_empty()) {
            return Ok(());
        }
        let is_used = |entry: &&Entry| entry.is_used.load(Ordering::Relaxed);
        let used = self.entries.values().filter(is_used).map(|entry| entry.whole.len());
        let before = self.bytes.len().saturating_sub(self.contents.made_by().len());
        let unused = before.saturating_sub(used.sum());
        let length = before + added.bytes.len();
        if is_whole && unused <= length / 4 && length <= MAX_BYTES {
            return self.append(&added.bytes);
        }
        let folder = self.path.parent().unwrap_or(Path::new(""));
        fs::create_dir_all(folder)?;
        let mut file = io::BufWriter::new(tempfile::NamedTempFile::new_in(folder)?);
        file.write_all(self.contents.made_by().as_bytes())?;
        for entry in self.entries.values().filter(is_used) {
            file.write_all(self.bytes.get(entry.whole.clone()).unwrap_or_default())?;
        }
        file.write_all(&added.bytes)?;
        let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.persist(&self.path)?;
        remove_oldest(folder, &self.path)
    }

    /// Appends entries to the file. If this stops halfway, or another build does the same, the
    /// checksums of the entries tell.
    fn append(&self, entries: &[u8]) -> io::Result<()> {
        OpenOptions::new().append(true).open(&self.path)?.write_all(entries)
    }
}

impl Memory for Cache {
    fn get(&self, key: Key) -> Option<&[u8]> {
        let entry = self.entries.get(&key)?;
        let whole = self.bytes.get(entry.whole.clone())?;
        let (head, content) = whole.split_at_checked(ENTRY_HEAD)?;
        if head != entry_head(key, content) {
            return None;
        }
        entry.is_used.store(true, Ordering::Relaxed);
        Some(content)
    }

    fn put(&self, key: Key, content: Vec<u8>) {
        let mut added = self.added.lock().unwrap_or_else(PoisonError::into_inner);
        let length = added.bytes.len() + ENTRY_HEAD + content.len();
        if length <= MAX_BYTES && added.keys.insert(key, ()).is_none() {
            added.bytes.extend(entry_head(key, &content));
            added.bytes.extend(content);
        }
    }
}

/// Reads a file on two cores, because it is large and nothing else can be done before.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let length = fs::metadata(path)?.len() as usize;
    let mut bytes = vec![0; length];
    let (start, end) = bytes.split_at_mut(length / 2);
    let read_from = |at: usize, bytes: &mut [u8]| {
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(at as u64))?;
        file.read_exact(bytes)
    };
    let (one, other) = rayon::join(|| read_from(0, start), || read_from(length / 2, end));
    one.and(other).map(|()| bytes)
}

/// Returns what stands before an entry. The checksum is of the key, too.
fn entry_head(key: Key, content: &[u8]) -> [u8; ENTRY_HEAD] {
    let mut head = [0; ENTRY_HEAD];
    head[..16].copy_from_slice(&key.0.to_le_bytes());
    head[16..20].copy_from_slice(&(content.len() as u32).to_le_bytes());
    let checksum = xxh3_64_with_seed(content, key.0 as u64);
    head[20..].copy_from_slice(&checksum.to_le_bytes());
    head
}

/// Finds the entries of a file, from a place on, and the end of the last one.
fn entries(bytes: &[u8], mut at: usize) -> (HashMap<Key, Entry>, usize) {
    let mut entries = HashMap::new();
    while let Some(head) = bytes.get(at..at + ENTRY_HEAD) {
        let (Some(key), Some(length)) = (head.first_chunk(), head[16..].first_chunk()) else {
            break;
        };
        let end = at + ENTRY_HEAD + u32::from_le_bytes(*length) as usize;
        if end > bytes.len() {
            break;
        }
        let key = Key(u128::from_le_bytes(*key));
        entries.insert(key, Entry { whole: at..end, is_used: AtomicBool::new(false) });
        at = end;
    }
    (entries, at)
}

/// Removes the caches that were written first until the others fit, but not `kept`.
fn remove_oldest(folder: &Path, kept: &Path) -> io::Result<()> {
    let mut caches: Vec<(SystemTime, u64, PathBuf)> = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if path.extension().is_some_and(|it| it == EXTENSION) {
            let metadata = entry.metadata()?;
            caches.push((metadata.modified()?, metadata.len(), path));
        }
    }
    caches.sort();
    let mut total: u64 = caches.iter().map(|(_, length, _)| length).sum();
    for (_, length, path) in caches.into_iter().filter(|(.., path)| path != kept) {
        if total <= MAX_BYTES_OF_ALL {
            break;
        }
        fs::remove_file(path)?;
        total -= length;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(cache: &Cache, key: u128) -> Option<Vec<u8>> {
        cache.get(Key(key)).map(<[u8]>::to_vec)
    }

    /// Opens the cache of a folder, uses some entries, adds others, and saves it.
    fn build(folder: &Path, used: &[u128], added: &[u128]) {
        let cache = Cache::open(folder, folder, Contents::Analyses);
        for key in used {
            assert_eq!(get(&cache, *key), Some(vec![*key as u8; 9]));
        }
        added.iter().for_each(|key| cache.put(Key(*key), vec![*key as u8; 9]));
        cache.save().unwrap();
    }

    #[track_caller]
    fn check(folder: &Path, expected: [bool; 3]) {
        let cache = Cache::open(folder, folder, Contents::Analyses);
        assert_eq!([1, 2, 3].map(|key| get(&cache, key).is_some()), expected);
    }

    #[test]
    fn a_cache_grows_until_a_quarter_of_it_is_not_used() {
        let folder = tempfile::tempdir().unwrap();
        check(folder.path(), [false; 3]);
        build(folder.path(), &[], &[1, 2]);
        check(folder.path(), [true, true, false]);
        build(folder.path(), &[1, 2], &[]);
        check(folder.path(), [true, true, false]);
        build(folder.path(), &[2], &[3, 3]);
        check(folder.path(), [false, true, true]);
        build(folder.path(), &[2, 3], &[4, 5, 6, 7, 1]);
        check(folder.path(), [true; 3]);
        // One of seven is little.
        build(folder.path(), &[1, 2, 4, 5, 6, 7], &[]);
        check(folder.path(), [true; 3]);
        build(folder.path(), &[4], &[]);
        check(folder.path(), [true; 3]);
        build(folder.path(), &[4, 5, 6, 7], &[8]);
        check(folder.path(), [false; 3]);
    }

    #[test]
    fn damage_costs_entries_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        build(folder.path(), &[], &[1, 2, 3]);
        let path = Cache::open(folder.path(), folder.path(), Contents::Analyses).path;
        let whole = fs::read(&path).unwrap();
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x41;
            fs::write(&path, &damaged).unwrap();
            let cache = Cache::open(folder.path(), folder.path(), Contents::Analyses);
            let found = [1, 2, 3].map(|key| get(&cache, key));
            assert!(found.iter().any(Option::is_none), "{at}");
            for (key, found) in (1_u8..).zip(found) {
                assert!(found.is_none_or(|bytes| bytes == [key; 9]), "{at}");
            }
            fs::write(&path, &whole[..at]).unwrap();
            let cache = Cache::open(folder.path(), folder.path(), Contents::Analyses);
            assert_eq!(get(&cache, 3), None, "{at}");
        }
    }
}
