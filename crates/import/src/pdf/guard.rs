//! Refuses PDF files whose compressed parts would take unreasonable memory, before any is unpacked.

use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_syntax::object::{Array, Stream};
use hayro_syntax::page::Page;

use crate::unpack::megabytes;

/// The bytes before a stream in which its dictionary is looked for.
const DICTIONARY: usize = 4096;

/// The most bytes of a stream in LZW, which may be some thousand times as large unpacked.
const MAX_LZW: usize = 1 << 16;

/// The most streams of a file. A book of a thousand pages has some thousands.
const MAX_STREAMS: usize = 100_000;

/// The most bytes of the content of a page, unpacked.
const MAX_PAGE: u64 = 64 << 20;

/// Returns whether the content of a page has a reasonable size. A page may list a stream again and
/// again.
pub(super) fn fits(page: &Page<'_>) -> bool {
    let Some(parts) = page.raw().get::<Array<'_>>(b"Contents".as_slice()) else { return true };
    let mut left = MAX_PAGE;
    for part in parts.iter::<Stream<'_>>() {
        let data = part.raw_data();
        left = left.saturating_sub(unpacked_length(&data, left).max(data.len() as u64));
        if left == 0 {
            return false;
        }
    }
    true
}

/// Unpacks the streams of a file one after the other without keeping them.
///
/// # Errors
/// If they have more than `limit` bytes in all, or cannot be checked, with the remedy.
pub(super) fn check(bytes: &[u8], limit: u64) -> Result<(), String> {
    if contains(bytes, b"/Encrypt") {
        return Err("This PDF file is encrypted. Save it without a password.".to_owned());
    }
    let mut left = limit;
    let (mut at, mut streams) = (0, 0);
    while let Some(found) = find(bytes.get(at..).unwrap_or_default(), b"stream") {
        let start = at + found;
        at = start + b"stream".len();
        let is_end = bytes.get(..start).is_some_and(|before| before.ends_with(b"end"));
        if is_end {
            continue;
        }
        streams += 1;
        if streams > MAX_STREAMS {
            return Err("This PDF file has more parts than can be read. Split it.".to_owned());
        }
        let data = bytes.get(at..).unwrap_or_default();
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        let before = bytes.get(start.saturating_sub(DICTIONARY)..start).unwrap_or_default();
        let object = rfind(before, b" obj").unwrap_or(0);
        let dictionary = before.get(object..).unwrap_or_default();
        let count = |name: &[u8]| dictionary.windows(name.len()).filter(|it| *it == name).count();
        let packings = count(b"FlateDecode") + count(b"LZWDecode") + count(b"RunLengthDecode");
        if packings > 1 {
            return Err("A part of this PDF file is compressed twice. Print it as a new PDF file."
                .to_owned());
        }
        if count(b"LZWDecode") > 0 {
            let start = data.get(..MAX_LZW).unwrap_or(data);
            if find(start, b"endstream").is_none() {
                return Err(
                    "This PDF file is compressed in a way that has not been used for long. \
                            Print it as a new PDF file."
                        .to_owned(),
                );
            }
        }
        if count(b"FlateDecode") > 0 {
            left = left.saturating_sub(unpacked_length(data, left));
            if left == 0 {
                return Err(format!(
                    "This PDF file would be larger than {} MB unpacked. Save the article alone, or \
                     as a web page.",
                    megabytes(limit)
                ));
            }
        }
    }
    Ok(())
}

/// Returns the length of data when it is unpacked, at most `limit`.
fn unpacked_length(data: &[u8], limit: u64) -> u64 {
    let mut decoder = ZlibDecoder::new(data).take(limit);
    let mut buffer = [0; 1 << 14];
    let mut length = 0;
    // The data before a damage is read, so it counts.
    while let Ok(count @ 1..) = decoder.read(&mut buffer) {
        length += count as u64;
    }
    length
}

fn contains(bytes: &[u8], text: &[u8]) -> bool {
    find(bytes, text).is_some()
}

fn find(bytes: &[u8], text: &[u8]) -> Option<usize> {
    bytes.windows(text.len()).position(|window| window == text)
}

fn rfind(bytes: &[u8], text: &[u8]) -> Option<usize> {
    bytes.windows(text.len()).rposition(|window| window == text)
}
