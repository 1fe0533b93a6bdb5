//! Reads files that others name, such as the pictures of a saved page, and none outside of a
//! folder.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

/// Returns the contents of a file by its path within a folder, with slashes. Returns `None` if it
/// does not exist, is hidden, is outside of the folder, also by a symbolic link, or has more bytes
/// than `max_bytes`.
pub fn read_confined(folder: &Path, path: &str, max_bytes: u64) -> Option<Vec<u8>> {
    if path.split('/').any(|piece| piece.is_empty() || piece.starts_with('.')) {
        return None;
    }
    let file = folder.join(path).canonicalize().ok()?;
    if !file.starts_with(folder.canonicalize().ok()?) || !fs::metadata(&file).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    File::open(&file).ok()?.take(max_bytes.saturating_add(1)).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= max_bytes).then_some(bytes)
}
