//! The lasting form of a collection.

use crate::{BOATS, QUAY, add, articles, collection, markdown};
use cuttings_collection::{Collection, ItemFile, OpenError, Settings};
use proptest::prelude::*;

/// Two articles and a link, with bookmarks.
fn sample() -> Collection {
    let ferry = markdown("Ferry", "https://a.example/ferry", &[BOATS, "**See** the [quay](q.md)."]);
    let csv =
        "title,url,time_added,tags,status\nBay,https://a.example/bay,1592000000,sea,archive\n";
    collection(&[("f.md", &*ferry), ("q.md", &*format!("# Quay\n\n{QUAY}\n")), ("p.csv", csv)])
}

fn saved(collection: &Collection) -> Vec<u8> {
    let mut bytes = Vec::new();
    collection.save(&mut |piece| bytes.extend_from_slice(piece));
    bytes
}

#[test]
fn round_trips() {
    let before = sample();
    let mut after = Collection::open(Settings::default(), &saved(&before)).unwrap();
    assert_eq!(saved(&after), saved(&before));
    assert_eq!(after.edition(true).unwrap(), before.edition(true).unwrap());
    assert_eq!(after.bookmarks(), before.bookmarks());
    // It knows its duplicates and its slugs.
    let quay = format!("# Quay\n\n{QUAY}\n");
    let report = add(&mut after, &[("q.md", &*quay), ("r.md", &*quay.replace("Nobody", "No one"))]);
    assert_eq!((report.articles, report.duplicates), (1, 1));
    assert!(articles(&after).iter().any(|(title, _)| title == "quay-2: Quay"));
}

/// Bytes as a file.
struct File(Vec<u8>);

impl ItemFile for File {
    fn read(&mut self, offset: u64, into: &mut [u8]) -> usize {
        let rest = self.0.get(offset as usize..).unwrap_or_default();
        let count = rest.len().min(into.len());
        into[..count].copy_from_slice(&rest[..count]);
        count
    }
}

#[test]
fn items_are_read_from_the_file() {
    let (held, mut stored) = (sample(), sample());
    stored.release(Box::new(File(saved(&held))));
    assert_eq!(saved(&stored), saved(&held));
    assert_eq!(stored.edition(true).unwrap(), held.edition(true).unwrap());
    assert_eq!(stored.bookmarks(), held.bookmarks());
    let quay = format!("# Quay\n\n{QUAY}\n");
    let report = add(&mut stored, &[("q.md", &*quay), ("s.md", "# Bay\n\nNobody swims there.")]);
    assert_eq!((report.articles, report.duplicates), (1, 1));
    assert_eq!(stored.len(), held.len() + 1);
    let reopened = Collection::open(Settings::default(), &saved(&stored)).unwrap();
    assert_eq!(articles(&reopened), articles(&stored));
}

/// A reader's collection must open in all later versions of the program. If this fails because the
/// encoding changed, raise the version, and read the old one, too.
#[test]
fn bytes_that_version_1_wrote_are_read() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/saved-1.bin");
    if std::env::var_os("WRITE_SAVED").is_some() {
        std::fs::write(path, saved(&sample())).unwrap();
    }
    let opened = Collection::open(Settings::default(), &std::fs::read(path).unwrap()).unwrap();
    assert_eq!(articles(&opened), articles(&sample()));
    assert_eq!(opened.bookmarks(), sample().bookmarks());
}

#[test]
fn other_bytes_are_rejected() {
    let open = |bytes: &[u8]| Collection::open(Settings::default(), bytes).map(|it| it.len());
    assert_eq!(open(b""), Err(OpenError::NotACollection));
    assert_eq!(open(b"CUTTINGS"), Err(OpenError::Damaged));
    assert_eq!(open(b"CUTTINGS\x02"), Err(OpenError::OtherVersion(2)));
    let bytes = saved(&sample());
    for end in 9..bytes.len() {
        assert_eq!(open(&bytes[..end]), Err(OpenError::Damaged));
    }
}

proptest! {
    #[test]
    fn damage_is_found(at in 9_usize..400, by in 1_u8..) {
        let mut bytes = saved(&sample());
        let at = at % bytes.len();
        bytes[at] ^= by;
        let opened = Collection::open(Settings::default(), &bytes);
        prop_assert!(opened.is_err());
    }
}
