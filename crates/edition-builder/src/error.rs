//! The reasons why a corpus cannot become an edition.

use crate::output::OutputError;
use cuttings_edition::OpenError;
use std::fmt;

/// An error of [`build`](crate::build).
#[derive(Debug)]
pub enum BuildError {
    /// The corpus has no article.
    NoArticle,
    /// The edition would exceed 4 GiB, the most that the format can address.
    TooLarge,
    /// The finished edition cannot be opened: a defect of this crate.
    Unreadable(OpenError),
    /// The [`Output`](crate::Output) took no more.
    NotWritten(OutputError),
}

impl From<OutputError> for BuildError {
    fn from(error: OutputError) -> Self {
        Self::NotWritten(error)
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            BuildError::NoArticle => {
                "there is no article in the seeds: put a .txt or .md file with one into the folder"
            }
            BuildError::TooLarge => {
                "the seeds are more than 4 GiB: split them into several editions"
            }
            BuildError::Unreadable(_) => {
                "the edition that was built cannot be opened; this is a defect of the program"
            }
            BuildError::NotWritten(_) => "the edition cannot be written",
        })
    }
}

impl std::error::Error for BuildError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            BuildError::Unreadable(cause) => Some(cause),
            BuildError::NotWritten(cause) => Some(cause),
            BuildError::NoArticle | BuildError::TooLarge => None,
        }
    }
}
