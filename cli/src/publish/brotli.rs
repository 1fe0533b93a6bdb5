//! Compresses with Brotli.

use ::brotli::enc::BrotliEncoderParams;
use std::io;

/// The quality of Brotli for what every reader loads first. It takes seconds per megabyte.
pub(crate) const FIRST_QUALITY: i32 = 11;

/// The quality of Brotli for large files.
pub(crate) const LARGE_QUALITY: i32 = 5;

/// The quality of Brotli for parts, which are large together. Those of a blog are a five-hundredth
/// smaller at the next quality, in a seventh more time.
pub(crate) const PART_QUALITY: i32 = LARGE_QUALITY;

/// The smallest window below the highest quality, as a power of two.
const SMALLEST_WINDOW: u32 = 17;

/// Compresses with Brotli. The window is at most 4 MiB, and smaller for smaller input, which is
/// faster. Below [`SMALLEST_WINDOW`] the encoder takes 32 MB of memory for each file, unless the
/// quality is the highest. Blocks of 1 MiB make the program some 250 bytes smaller than the
/// default.
pub(crate) fn brotli(mut bytes: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = parameters(bytes.len(), quality);
    ::brotli::BrotliCompress(&mut bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

/// Returns the parameters to compress so many bytes.
pub(crate) fn parameters(length: usize, quality: i32) -> BrotliEncoderParams {
    let smallest = if quality == FIRST_QUALITY { 10 } else { SMALLEST_WINDOW };
    let window = (usize::BITS - length.leading_zeros() + 1).clamp(smallest, 22) as i32;
    BrotliEncoderParams {
        quality,
        lgwin: window,
        lgblock: if quality == FIRST_QUALITY { 20 } else { 0 },
        size_hint: length,
        ..BrotliEncoderParams::default()
    }
}
