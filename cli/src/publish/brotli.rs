//! Compresses with Brotli.

use ::brotli::enc::BrotliEncoderParams;
use rayon::prelude::*;
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

/// The largest blocks at the highest quality, as a power of two.
const LARGEST_BLOCK: i32 = 20;

/// Smaller blocks to be tried at the highest quality, for what fits into one of the largest. Which
/// are best changes with each program, by about 500 bytes.
const SMALLER_BLOCKS: [i32; 2] = [17, 19];

/// Compresses with Brotli. At the highest quality, of several sizes of blocks the one that
/// compresses best is used, for which all cores work.
pub(crate) fn brotli(bytes: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let usual = parameters(bytes.len(), quality);
    if quality != FIRST_QUALITY || bytes.len() > 1 << LARGEST_BLOCK {
        return compress(bytes, &usual);
    }
    let smaller = SMALLER_BLOCKS.into_iter().filter(|block| bytes.len() >> block > 0);
    let parameters: Vec<_> = smaller
        .map(|lgblock| BrotliEncoderParams { lgblock, ..usual.clone() })
        .chain([usual.clone()])
        .collect();
    let tried = parameters.par_iter().map(|it| compress(bytes, it));
    let tried = tried.collect::<io::Result<Vec<_>>>()?;
    Ok(tried.into_iter().min_by_key(Vec::len).unwrap_or_default())
}

fn compress(mut bytes: &[u8], parameters: &BrotliEncoderParams) -> io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    ::brotli::BrotliCompress(&mut bytes, &mut compressed, parameters)?;
    Ok(compressed)
}

/// Returns the parameters to compress so many bytes. The window is at most 4 MiB, and smaller for
/// smaller input, which is faster. Below [`SMALLEST_WINDOW`] the encoder takes 32 MB of memory for
/// each file, unless the quality is the highest.
pub(crate) fn parameters(length: usize, quality: i32) -> BrotliEncoderParams {
    let smallest = if quality == FIRST_QUALITY { 10 } else { SMALLEST_WINDOW };
    let window = (usize::BITS - length.leading_zeros() + 1).clamp(smallest, 22) as i32;
    BrotliEncoderParams {
        quality,
        lgwin: window,
        lgblock: if quality == FIRST_QUALITY { LARGEST_BLOCK } else { 0 },
        size_hint: length,
        ..BrotliEncoderParams::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_size_of_blocks_compresses_better() {
        // Two kinds of content, with less in common than a block has of one.
        let numbers = (0..15_000_u32).map(|number| number.wrapping_mul(number).to_string());
        let words = (0..8_000_u32).map(|number| format!("the {}th boat left. ", number % 97));
        let text = numbers.chain(words).collect::<String>();
        let smallest = brotli(text.as_bytes(), FIRST_QUALITY).unwrap();
        for lgblock in SMALLER_BLOCKS.into_iter().chain([LARGEST_BLOCK]) {
            let usual = parameters(text.len(), FIRST_QUALITY);
            let tried = BrotliEncoderParams { lgblock, ..usual };
            assert!(smallest.len() <= compress(text.as_bytes(), &tried).unwrap().len());
        }
        let mut read = Vec::new();
        ::brotli::BrotliDecompress(&mut &smallest[..], &mut read).unwrap();
        assert_eq!(read, text.as_bytes());
    }
}
