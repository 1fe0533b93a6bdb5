//! Files for the `_bulk` interface: an action and a document on a line each.

use serde_json::{Value, json};
use std::fmt;
use std::io::{self, Write};

/// The maximum number of bytes of a file. OpenSearch refuses requests of more than 100 MB by
/// default, and services that host it often less.
pub const MAX_FILE_BYTES: usize = 50_000_000;

/// An error of [`bulk_files`].
#[derive(Debug)]
pub enum BulkError {
    /// A document that no file can hold.
    TooLarge {
        /// The id of the document.
        id: String,
        /// The size of its two lines.
        bytes: usize,
        /// The maximum size of a file.
        limit: usize,
    },
    /// A file could not be written.
    Write(io::Error),
}

impl fmt::Display for BulkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { id, bytes, limit } => write!(
                f,
                "{id} has {bytes} bytes, and a file can hold {limit}: divide the text into several \
                 articles, or leave it out with `exclude` in site.toml"
            ),
            Self::Write(error) => write!(f, "a bulk file could not be written: {error}"),
        }
    }
}

impl std::error::Error for BulkError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::TooLarge { .. } => None,
            Self::Write(error) => Some(error),
        }
    }
}

/// Writes documents into files of at most `limit` bytes, usually [`MAX_FILE_BYTES`]. Calls `open`
/// with the number of each file, from 1, for a writer. Returns the number of files.
///
/// The actions name no index, so the address of the request does: `POST /articles/_bulk`.
///
/// # Errors
/// If a document is larger than a file can be, or a file cannot be opened or written.
pub fn bulk_files<W: Write>(
    documents: impl Iterator<Item = (String, Value)>,
    limit: usize,
    mut open: impl FnMut(usize) -> io::Result<W>,
) -> Result<usize, BulkError> {
    let mut files = 0;
    let mut current: Option<(W, usize)> = None;
    for (id, document) in documents {
        let lines = format!("{}\n{document}\n", json!({ "index": { "_id": id } }));
        if lines.len() > limit {
            return Err(BulkError::TooLarge { id, bytes: lines.len(), limit });
        }
        let (mut file, length) = match current.take() {
            Some((file, length)) if length + lines.len() <= limit => (file, length),
            full => {
                if let Some((mut file, _)) = full {
                    file.flush().map_err(BulkError::Write)?;
                }
                files += 1;
                (open(files).map_err(BulkError::Write)?, 0)
            }
        };
        file.write_all(lines.as_bytes()).map_err(BulkError::Write)?;
        current = Some((file, length + lines.len()));
    }
    if let Some((mut file, _)) = current {
        file.flush().map_err(BulkError::Write)?;
    }
    Ok(files)
}
