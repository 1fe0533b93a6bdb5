//! What can be wrong with bytes that should be an edition.

use std::fmt;

/// Why bytes could not be opened as an edition.
#[derive(Debug)]
pub enum OpenError {
    /// They do not start with the mark of an edition.
    NotAnEdition,
    /// They are an edition in a format that this program does not read.
    OtherVersion {
        /// The version they name.
        found: u32,
        /// The version this program reads.
        expected: u32,
    },
    /// There are fewer or more of them than their header says.
    Length {
        /// How many bytes there are.
        found: u64,
        /// How many the header says there should be.
        expected: u64,
    },
    /// They are not what was written.
    Checksum {
        /// The checksum of the bytes that are there.
        found: u64,
        /// The checksum that the header names.
        expected: u64,
    },
    /// The search index in them cannot be opened.
    Index(cuttings_search::OpenError),
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            OpenError::NotAnEdition => f.write_str("this is not an edition"),
            OpenError::OtherVersion { found, expected } => {
                write!(f, "the edition has format {found}, this program reads format {expected}")
            }
            OpenError::Length { found, expected } => {
                write!(f, "the edition has {found} bytes of {expected}")
            }
            OpenError::Checksum { found, expected } => {
                write!(f, "the edition is damaged: its checksum is {found}, not {expected}")
            }
            OpenError::Index(_) => f.write_str("the edition's search index cannot be opened"),
        }
    }
}

impl std::error::Error for OpenError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            OpenError::Index(cause) => Some(cause),
            _ => None,
        }
    }
}
