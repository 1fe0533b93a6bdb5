//! The identifier of a book.

use crate::articles;
use cuttings_edition::{Edition, ItemId};
use sha2::{Digest as _, Sha256};

/// Returns the URN of a UUID that follows from the title and the articles of a book (RFC 9562,
/// version 8).
pub fn identifier(edition: &Edition<'_>, title: &str, items: &[ItemId]) -> String {
    let mut hash = Sha256::new();
    hash.update(title.as_bytes());
    for article in articles(edition, items) {
        hash.update([0]);
        hash.update(article.slug().as_bytes());
    }
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(hash.finalize()).for_each(|(byte, hashed)| *byte = hashed);
    bytes[6] = bytes[6] & 0x0F | 0x80;
    bytes[8] = bytes[8] & 0x3F | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let (a, rest) = hex.split_at(8);
    let (b, rest) = rest.split_at(4);
    let (c, rest) = rest.split_at(4);
    let (d, e) = rest.split_at(4);
    format!("urn:uuid:{a}-{b}-{c}-{d}-{e}")
}
