//! Names a picture that is published.

use std::path::PathBuf;

/// A picture of the folder that is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// The file in the folder of seeds or in the static folder.
    pub file: PathBuf,
    /// The contents, if the picture is within the file, such as one in a book.
    pub bytes: Option<Vec<u8>>,
    /// The path of the published file, relative to the site's base: `media/`, a hash of the
    /// content, and the extension.
    pub name: String,
}
