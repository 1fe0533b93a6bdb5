//! Compresses the parts of an edition, so that a later build need not compress what has not
//! changed: a part's content is compressed by itself and kept, and what tells its place in the
//! edition, which changes with every edit, follows uncompressed in the same stream.

use crate::publish::brotli::{PART_QUALITY, parameters};
use crate::publish::gzip::LARGE_LEVEL;
use cuttings_memory::{Input, Memory};
use cuttings_parts::content_length;
use flate2::{Compression, Crc};
use std::io::{self, Write as _};

/// Packs a part with gzip, for scripts to unpack.
///
/// # Errors
/// If the encoder fails, or the bytes are no part.
pub(crate) fn gzip(part: &[u8], memory: Option<&dyn Memory>) -> io::Result<Vec<u8>> {
    let (content, place) = halves(part)?;
    let mut packed = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
    packed.extend(kept("gzip", content, memory, || {
        let encoder = Compression::new(LARGE_LEVEL);
        let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), encoder);
        encoder.write_all(content)?;
        // The blocks end at a byte, and none of them is the last one.
        encoder.flush()?;
        Ok(std::mem::take(encoder.get_mut()))
    })?);
    // The last block, which is stored: RFC 1951, section 3.2.4.
    packed.push(1);
    let length = u16::try_from(place.len()).map_err(io::Error::other)?;
    packed.extend(length.to_le_bytes());
    packed.extend((!length).to_le_bytes());
    packed.extend_from_slice(place);
    let mut checksum = Crc::new();
    checksum.update(part);
    packed.extend(checksum.sum().to_le_bytes());
    packed.extend(checksum.amount().to_le_bytes());
    Ok(packed)
}

/// Compresses a part with Brotli.
///
/// # Errors
/// If the encoder fails, or the bytes are no part.
pub(crate) fn brotli(part: &[u8], memory: Option<&dyn Memory>) -> io::Result<Vec<u8>> {
    let (content, place) = halves(part)?;
    let mut packed = kept("brotli", content, memory, || {
        let parameters = parameters(part.len(), PART_QUALITY);
        let buffer = content.len().clamp(1, 1 << 16);
        let mut encoder = ::brotli::CompressorWriter::with_params(Vec::new(), buffer, &parameters);
        encoder.write_all(content)?;
        // The meta-blocks end at a byte, and none of them is the last one.
        encoder.flush()?;
        Ok(encoder.get_ref().clone())
    })?;
    // An uncompressed meta-block, then an empty last one: RFC 7932, section 9.2. From the lowest
    // bit on, its header is: not the last; a length of four nibbles, less one; uncompressed.
    let length = u16::try_from(place.len() - 1).map_err(io::Error::other)?;
    let header = u32::from(length) << 3 | 1 << 19;
    packed.extend(&header.to_le_bytes()[..3]);
    packed.extend_from_slice(place);
    packed.push(0b11);
    Ok(packed)
}

/// Divides a part into its content and what tells its place.
fn halves(part: &[u8]) -> io::Result<(&[u8], &[u8])> {
    let length = content_length(part);
    let halves = length.and_then(|length| part.split_at_checked(length));
    halves.ok_or_else(|| io::Error::other("the file is no part of an edition"))
}

/// Returns what an encoder has made of a content, in this build or an earlier one.
fn kept(
    encoding: &str,
    content: &[u8],
    memory: Option<&dyn Memory>,
    encode: impl FnOnce() -> io::Result<Vec<u8>>,
) -> io::Result<Vec<u8>> {
    let Some(memory) = memory else { return encode() };
    let key = Input::of(encoding).with(content).key();
    if let Some(encoded) = memory.get(key) {
        return Ok(encoded.to_vec());
    }
    let encoded = encode()?;
    memory.put(key, encoded.clone());
    Ok(encoded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuttings_memory::Key;
    use cuttings_parts::{Splitter, Told};
    use std::collections::BTreeMap;
    use std::io::Read as _;
    use std::sync::Mutex;

    /// Entries, of which each is leaked, and the number of those that were added.
    #[derive(Default)]
    struct Entries(Mutex<BTreeMap<Key, &'static [u8]>>);

    impl Memory for Entries {
        fn get(&self, key: Key) -> Option<&[u8]> {
            self.0.lock().unwrap().get(&key).copied()
        }

        fn put(&self, key: Key, bytes: Vec<u8>) {
            self.0.lock().unwrap().insert(key, bytes.leak());
        }
    }

    /// Returns the only part of an edition.
    fn part(edition: &[u8], checksum: u64) -> Vec<u8> {
        let mut splitter = Splitter::default();
        splitter.add_terms(0, b"a", [(0..edition.len(), Told::ByHead)]);
        splitter.finish(edition, checksum).unwrap().parts.remove(0)
    }

    #[track_caller]
    fn check(part: &[u8], memory: &Entries, kept: usize) {
        let packed = gzip(part, Some(memory)).unwrap();
        let mut read = Vec::new();
        flate2::bufread::GzDecoder::new(&packed[..]).read_to_end(&mut read).unwrap();
        assert_eq!(read, part);
        assert_eq!(packed, gzip(part, None).unwrap());
        let packed = brotli(part, Some(memory)).unwrap();
        read.clear();
        ::brotli::BrotliDecompress(&mut &packed[..], &mut read).unwrap();
        assert_eq!(read, part);
        assert_eq!(packed, brotli(part, None).unwrap());
        assert_eq!(memory.0.lock().unwrap().len(), kept);
    }

    #[test]
    fn contents_are_compressed_once() {
        let memory = Entries::default();
        let text = "The first boat left at dawn. ".repeat(9000);
        let long = text.as_bytes();
        check(&part(long, 1), &memory, 2);
        check(&part(long, 2), &memory, 2);
        check(&part(b"a", 2), &memory, 4);
        let noise: Vec<u8> = (0..70_000_u64).map(|it| (it.pow(3) >> 7) as u8).collect();
        check(&part(&noise, 2), &memory, 6);
        assert!(gzip(b"no part", None).is_err() && brotli(b"", None).is_err());
    }
}
