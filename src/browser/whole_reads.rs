//! Reads what the page does not show, and first downloads the parts of the edition that it needs.

#[cfg(feature = "parts")]
use super::parts::{Opened, complete};
use crate::store::library::Library;

/// Returns what a read gives when all that it reads is there. Returns `None` if a part of the
/// edition does not come; the reader has been told. The read is repeated after each download.
pub async fn read_whole<T>(library: &Library, mut read: impl FnMut() -> T) -> Option<T> {
    #[cfg(feature = "parts")]
    if let Some(store) = library.store() {
        return complete(store, || {
            let (value, missing) = library.missing_for(&mut read);
            Opened { value, missing, next: Vec::new() }
        })
        .await;
    }
    let _ = library;
    Some(read())
}
