//! Removes duplicate articles and teasers within a file and across files.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use cuttings_diagnostics::{Diagnostic, Origin, Severity};
use cuttings_memory::{Input, Key};

use crate::article::{Article, Teaser};
use crate::block::Block;
use crate::parsed::{Parsed, ParsedArticle};

/// The group of the notes about duplicates.
pub const DUPLICATES: &str = "duplicates are left out";

/// Keeps the first of the articles that have the same title, standfirst and body, and the first of
/// the teasers that have the same section and title. White space makes no difference.
///
/// Each removed item leaves a note that names both places. Links to a removed article lead to the
/// one that is kept.
pub(crate) fn remove(parsed: &mut Parsed) {
    let Parsed { articles, teasers, diagnostics } = parsed;
    let article = Kind {
        key: |it: &ParsedArticle| article_key(&it.whole().article),
        hash: |it: &ParsedArticle| it.text_hash,
        describe: |it: &ParsedArticle| describe_article(&it.article),
        origin: |it: &ParsedArticle| it.article.origin.clone(),
        merge: |kept: &mut ParsedArticle, removed: &mut ParsedArticle| {
            kept.addresses.append(&mut removed.addresses);
            kept.files.append(&mut removed.files);
            kept.numbers.append(&mut removed.numbers);
        },
    };
    article.keep_first(articles, diagnostics);
    let teaser = Kind {
        key: teaser_key,
        hash: |it: &Teaser| hash(&teaser_key(it)),
        describe: describe_teaser,
        origin: |it: &Teaser| it.origin.clone(),
        merge: |_: &mut Teaser, _: &mut Teaser| {},
    };
    teaser.keep_first(teasers, diagnostics);
}

/// A kind of item that may occur twice.
struct Kind<T> {
    key: fn(&T) -> String,
    /// Returns a hash of the key.
    hash: fn(&T) -> u64,
    describe: fn(&T) -> String,
    origin: fn(&T) -> Origin,
    /// Moves what still matters of a removed item to the kept one.
    merge: fn(&mut T, &mut T),
}

impl<T> Kind<T> {
    fn keep_first(&self, items: &mut Vec<T>, diagnostics: &mut Vec<Diagnostic>) {
        if items.len() < 2 {
            return;
        }
        let mut seen = Seen::default();
        // Items before this place are kept, and those between it and the current one are removed.
        let mut kept = 0;
        for at in 0..items.len() {
            let (before, rest) = items.split_at_mut(at);
            let Some(item) = rest.first_mut() else { break };
            let is_equal = |first: usize| {
                before.get(first).is_some_and(|first| (self.key)(first) == (self.key)(item))
            };
            let first = seen.first((self.hash)(item), kept, is_equal);
            match before.get_mut(first).filter(|_| first < kept) {
                None => {
                    items.swap(kept, at);
                    kept += 1;
                }
                Some(first) => {
                    let Origin { file, line } = (self.origin)(first);
                    let message = format!(
                        "The {} is a duplicate of the one at {file}:{line}; only that one is kept.",
                        (self.describe)(item)
                    );
                    let note = Diagnostic::new((self.origin)(item), Severity::Note, message);
                    diagnostics.push(note.in_group(DUPLICATES));
                    (self.merge)(first, item);
                }
            }
        }
        items.truncate(kept);
    }
}

/// The numbers of the items that are kept, by the hashes of their keys. The keys together would be
/// all texts once more.
#[derive(Default)]
struct Seen(HashMap<u64, usize>);

impl Seen {
    /// Returns the number of the first item that equals another one, whose number is `next` if
    /// there is none. `is_equal` compares an item with the same hash.
    fn first(&mut self, mut hash: u64, next: usize, is_equal: impl Fn(usize) -> bool) -> usize {
        loop {
            match self.0.entry(hash) {
                Entry::Vacant(entry) => return *entry.insert(next),
                Entry::Occupied(entry) if is_equal(*entry.get()) => return *entry.get(),
                // Another item has this hash.
                Entry::Occupied(_) => hash = hash.wrapping_add(1),
            }
        }
    }
}

/// Hashes the texts of the articles of a file. No later step changes them before [`remove`].
pub(crate) fn hash_texts(parsed: &mut Parsed) {
    for it in &mut parsed.articles {
        it.text_hash = hash(&article_key(&it.article));
    }
}

/// Returns a key that articles share if they have the same title, standfirst and body, apart from
/// white space.
pub fn content_key(article: &Article) -> Key {
    Input::of("duplicates").with(article_key(article).as_bytes()).key()
}

fn hash(key: &str) -> u64 {
    Input::of("duplicates").with(key.as_bytes()).key().0 as u64
}

fn article_key(article: &Article) -> String {
    let texts =
        || article.standfirst.as_deref().into_iter().chain(article.body.iter().map(Block::text));
    let length = texts().map(|text| text.len() + 1).sum::<usize>() + article.title.len();
    let mut key = String::with_capacity(length);
    push_with_single_spaces(&article.title, &mut key);
    for text in texts() {
        key.push('\n');
        push_with_single_spaces(text, &mut key);
    }
    key
}

fn teaser_key(teaser: &Teaser) -> String {
    let mut key = String::new();
    push_with_single_spaces(&teaser.section, &mut key);
    key.push('\n');
    push_with_single_spaces(&teaser.title, &mut key);
    key
}

/// Names an article together with the fields that are not part of its key, since those may differ
/// between duplicates and only the note preserves them.
fn describe_article(article: &Article) -> String {
    let mut fields: Vec<&str> = vec![&article.section];
    fields.extend(article.authors.iter().map(|author| &*author.name));
    fields.extend(article.date.iter().map(|date| &*date.text));
    let source = article.source.iter();
    fields.extend(source.flat_map(|source| [&source.name, &source.url]).flatten().map(|it| &**it));
    format!("article “{}” ({})", article.title, fields.join(", "))
}

fn describe_teaser(teaser: &Teaser) -> String {
    format!("teaser “{}” ({}, {})", teaser.title, teaser.section, teaser.age)
}

/// Appends a text with one space between its words.
fn push_with_single_spaces(text: &str, key: &mut String) {
    if has_single_spaces(text) {
        return key.push_str(text);
    }
    for (number, word) in text.split_whitespace().enumerate() {
        if number > 0 {
            key.push(' ');
        }
        key.push_str(word);
    }
}

/// Returns whether a text is in ASCII with one space between its words, as most are.
fn has_single_spaces(text: &str) -> bool {
    let mut is_after_space = true;
    for byte in text.bytes() {
        let is_space = byte == b' ';
        if !byte.is_ascii() || byte < b' ' || is_space && is_after_space {
            return false;
        }
        is_after_space = is_space;
    }
    !is_after_space || text.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn white_space_makes_no_difference(text in "[a\u{e9} \\t\\n\u{a0}\u{2003}]{0,12}") {
            let mut key = String::new();
            push_with_single_spaces(&text, &mut key);
            prop_assert_eq!(key, text.split_whitespace().collect::<Vec<_>>().join(" "));
        }

        /// With a hash that often agrees, only equal items are found.
        #[test]
        fn different_items_with_one_hash_are_kept(items in prop::collection::vec(0_u8..20, 0..40)) {
            let (mut kept, mut seen): (Vec<u8>, Seen) = Default::default();
            for item in &items {
                let is_equal = |first: usize| kept.get(first) == Some(item);
                let first = seen.first(u64::MAX - u64::from(item % 3), kept.len(), is_equal);
                if first == kept.len() {
                    kept.push(*item);
                }
                prop_assert_eq!(kept[first], *item);
            }
            let mut expected = Vec::new();
            for item in items {
                if !expected.contains(&item) {
                    expected.push(item);
                }
            }
            prop_assert_eq!(kept, expected);
        }
    }
}
