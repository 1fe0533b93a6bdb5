//! The reasons why bytes cannot be opened as an edition.

use std::fmt;

/// An error of [`Edition::open`](crate::Edition::open).
#[derive(Debug)]
pub enum OpenError {
    /// The bytes do not start with [`MAGIC`](crate::MAGIC).
    NotAnEdition,
    /// The edition has a format that this program does not read.
    OtherVersion {
        /// The version in the header.
        found: u32,
        /// The version that this program reads.
        expected: u32,
    },
    /// The edition is shorter or longer than its header says.
    Length {
        /// The number of bytes.
        found: u64,
        /// The number of bytes in the header.
        expected: u64,
    },
    /// The bytes changed after the edition was built.
    Checksum {
        /// The checksum of the bytes.
        found: u64,
        /// The checksum in the header.
        expected: u64,
    },
    /// The search index cannot be opened.
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
                write!(f, "the edition has {found} bytes instead of {expected}")
            }
            OpenError::Checksum { found, expected } => {
                write!(f, "the edition is damaged: its checksum is {found} instead of {expected}")
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
