//! Compresses with gzip.

use std::io::{self, Write as _};

/// The level of gzip for large files. Higher ones take longer and save less than a thousandth.
pub(crate) const LARGE_LEVEL: u32 = 6;

/// Compresses with gzip what scripts unpack themselves: most hosts do not compress binary data.
/// Scripts also read what is not packed.
///
/// # Errors
/// If the encoder fails.
pub(crate) fn pack(bytes: &[u8]) -> io::Result<Vec<u8>> {
    gzip(bytes, LARGE_LEVEL)
}

/// Compresses with gzip at a level.
///
/// # Errors
/// If the encoder fails.
pub(crate) fn gzip(bytes: &[u8], level: u32) -> io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(level));
    encoder.write_all(bytes)?;
    encoder.finish()
}
