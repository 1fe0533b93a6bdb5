//! Identifies the items of an edition and their texts by numbers, so that a page can tell which
//! items are new or changed since it last saw the edition.

use cuttings_edition::{Edition, Item};
use std::fmt::Write as _;

/// Returns the file of versions: an array in JSON with two numbers for each item, one after the
/// other. The first identifies the item, by the slug of an article or the title of a teaser. The
/// second identifies its texts; that of a teaser is 0. Both are 32 bits of FNV-1a, so that the page
/// can compute the first one, too (`src/js/tools/visits.js`).
pub fn file(edition: &Edition<'_>) -> String {
    let mut out = String::from("[");
    for item in edition.items() {
        let [identity, version] = numbers(&item);
        let separator = if out.len() > 1 { "," } else { "" };
        // Writing to a string does not fail.
        let _ = write!(out, "{separator}{identity},{version}");
    }
    out.push(']');
    out
}

fn numbers(item: &Item<'_>) -> [u32; 2] {
    let article = match item {
        Item::Teaser(teaser) => return [fnv([teaser.title()]), 0],
        Item::Article(article) => article,
    };
    let head = [article.title(), article.standfirst().unwrap_or_default()];
    let texts = head.into_iter().chain(article.blocks().map(|block| block.text()));
    // A sign that no text contains keeps texts apart.
    [fnv([article.slug()]), fnv(texts.flat_map(|text| [text, "\0"]))]
}

/// Returns the hash of texts that follow each other.
fn fnv<'t>(texts: impl IntoIterator<Item = &'t str>) -> u32 {
    let bytes = texts.into_iter().flat_map(str::bytes);
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuttings_corpus::{Article, Block, Corpus, Site};
    use cuttings_diagnostics::Origin;

    fn article(title: &str, texts: &[&str]) -> Article {
        let origin = Origin::new("a.md", 1);
        let body = texts.iter().map(|text| Block::paragraph(*text)).collect();
        Article { body, ..Article::new("Coast", title, origin) }
    }

    fn versions(articles: Vec<Article>) -> Vec<u32> {
        let corpus = Corpus { articles, ..Corpus::default() };
        let edition = cuttings_edition_builder::build(&corpus, &Site::default()).unwrap();
        serde_json::from_str(&file(&Edition::open(&edition).unwrap())).unwrap()
    }

    /// The figures of FNV-1a by its authors.
    #[test]
    fn hashes_are_those_of_fnv() {
        assert_eq!(fnv([""]), 0x811c_9dc5);
        assert_eq!(fnv(["a"]), 0xe40c_292c);
        assert_eq!(fnv(["foo", "bar"]), 0xbf9c_f968);
    }

    #[test]
    fn a_changed_text_has_another_version_and_the_same_identity() {
        let texts = ["The boat left.", "It came back."];
        let [before, other] = [article("Ferry", &texts), article("Storm", &["Wind."])];
        let before = versions(vec![before, other.clone()]);
        assert_eq!(before, versions(vec![article("Ferry", &texts), other.clone()]));
        for changed in [&["The boat left."][..], &["The boat left. ", "It came back."]] {
            let after = versions(vec![article("Ferry", changed), other.clone()]);
            assert_eq!([after[0], after[2], after[3]], [before[0], before[2], before[3]]);
            assert_ne!(after[1], before[1]);
        }
    }

    #[test]
    fn items_that_move_keep_their_numbers() {
        let [ferry, storm] = ["Ferry", "Storm"].map(|title| article(title, &["Text."]));
        let here = versions(vec![ferry.clone(), storm.clone()]);
        let there = versions(vec![storm, ferry]);
        assert_eq!([&here[..2], &here[2..]], [&there[2..], &there[..2]]);
        assert_eq!(here[0], fnv(["ferry"]));
    }
}
