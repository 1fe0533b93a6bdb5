//! Tokenized documents in a byte or two for each token. All documents of a collection that must be
//! read are kept like this until the last analysis ends, and each is opened while it is analysed.

use crate::capitals::CaseUsage;
use crate::document::{Document, Documents, Language, Passage, Role};
use crate::token::Token;
use crate::tokenized::{TokenizedDocument, TokenizedPassage};
use cuttings_memory::{Input, Key};
use rayon::prelude::*;
use std::ops::Range;
use std::sync::OnceLock;

/// The number of documents that are read at once.
const DOCUMENTS_PER_READ: usize = 16;

/// The number of documents at least that share a state.
const DOCUMENTS_PER_STATE: usize = 64;

/// The documents of a collection, each tokenized when it is first opened. What earlier builds have
/// found in one needs no tokens.
pub(crate) struct LazyDocuments<'s> {
    source: &'s dyn Documents,
    kept: Vec<Kept>,
}

/// The parts of a document that are kept.
#[derive(Default)]
struct Kept {
    facts: OnceLock<Facts>,
    packed: OnceLock<PackedDocument>,
    key: OnceLock<Key>,
}

/// Facts about a document.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Facts {
    pub(crate) is_english: bool,
    pub(crate) has_prose: bool,
}

impl Facts {
    fn of(document: &Document<'_>) -> Self {
        Self {
            is_english: document.language.is_english(),
            has_prose: document.passages.iter().any(|passage| passage.role.is_prose()),
        }
    }
}

/// A document while it is read.
#[derive(Clone, Copy)]
pub(crate) struct LazyDocument<'d, 't> {
    source: &'d Document<'t>,
    kept: &'d Kept,
}

impl<'s> LazyDocuments<'s> {
    /// Creates documents of which none is tokenized yet.
    pub(crate) fn new(source: &'s dyn Documents) -> Self {
        let kept = (0..source.count()).map(|_| Kept::default()).collect();
        Self { source, kept }
    }

    /// Returns what `analyse` finds in each document, given its index.
    pub(crate) fn each<R: Send>(
        &self,
        analyse: impl Fn(usize, LazyDocument<'_, '_>) -> R + Sync,
    ) -> Vec<R> {
        self.each_with(|| (), |(), index, document| analyse(index, document))
    }

    /// Does the same with a state that several documents share.
    pub(crate) fn each_with<S, R: Send>(
        &self,
        state: impl Fn() -> S + Sync + Send,
        analyse: impl Fn(&mut S, usize, LazyDocument<'_, '_>) -> R + Sync,
    ) -> Vec<R> {
        let starts = (0..self.kept.len()).into_par_iter().step_by(DOCUMENTS_PER_READ);
        let starts = starts.with_min_len(DOCUMENTS_PER_STATE / DOCUMENTS_PER_READ);
        let found = starts.map_init(state, |state, start| {
            let kept = self.kept.get(start..).unwrap_or_default();
            let count = kept.len().min(DOCUMENTS_PER_READ);
            let mut found = Vec::with_capacity(count);
            self.source.read(start..start + count, &mut |documents| {
                for (source, kept) in documents.iter().zip(kept) {
                    let index = start + found.len();
                    kept.facts.get_or_init(|| Facts::of(source));
                    found.push(analyse(state, index, LazyDocument { source, kept }));
                }
            });
            found
        });
        found.flatten_iter().collect()
    }

    /// Reads one document.
    pub(crate) fn read(&self, index: usize, mut visit: impl FnMut(LazyDocument<'_, '_>)) {
        let Some(kept) = self.kept.get(index) else { return };
        self.source.read(index..index + 1, &mut |documents| {
            documents.iter().for_each(|source| visit(LazyDocument { source, kept }));
        });
    }

    /// Returns facts about each document.
    pub(crate) fn facts(&self) -> Vec<Facts> {
        let facts = self.kept.iter().map(|kept| kept.facts.get().copied());
        let facts: Option<Vec<Facts>> = facts.collect();
        facts.unwrap_or_else(|| self.each(|_, document| Facts::of(document.source)))
    }
}

impl<'t> LazyDocument<'_, 't> {
    /// Returns the document without the capitalisation of its words.
    pub(crate) fn open(&self) -> TokenizedDocument<'t> {
        self.packed().open(self.source)
    }

    /// Returns the document with the capitalisation of its words.
    pub(crate) fn open_with_case_usage(&self) -> TokenizedDocument<'t> {
        self.packed().open_with_case_usage(self.source)
    }

    fn packed(&self) -> &PackedDocument {
        self.kept.packed.get_or_init(|| PackedDocument::new(self.source))
    }

    /// Returns the input of a function that reads this document.
    pub(crate) fn input(&self, purpose: &str) -> Input {
        let Key(key) = self.kept.key.get_or_init(|| {
            let mut input = Input::of("document");
            input.add_value(&self.source.language);
            for Passage { role, text, literals, links, is_list_item } in &self.source.passages {
                input.add(text.as_bytes());
                input.add_value(&(role, literals, links, is_list_item));
            }
            input.key()
        });
        Input::of(purpose).with(&key.to_le_bytes())
    }
}

/// A tokenized document. Opening it takes far less time than splitting its text again.
struct PackedDocument {
    passages: Box<[PackedPassage]>,
    /// The tokens and sentences of all passages.
    bytes: Box<[u8]>,
    language: Language,
    is_technical: bool,
    mentions_software: bool,
}

/// A passage without its tokens.
#[derive(Clone, Copy)]
struct PackedPassage {
    role: Role,
    is_roster: bool,
    is_list_item: bool,
    /// False for a passage that is read as if it were empty.
    has_text: bool,
}

/// A token is one number: its length, shifted by these bits, and what is true about it.
const FLAG_BITS: u32 = 3;
const LITERAL: u64 = 1;
const ATTACHED: u64 = 2;
/// The distance from the token before follows, because it is neither none, if the token is
/// attached, nor one space.
const FAR: u64 = 4;

impl PackedDocument {
    /// Splits a document into tokens and sentences.
    fn new(document: &Document<'_>) -> Self {
        Self::pack(TokenizedDocument::new(document))
    }

    fn pack(document: TokenizedDocument<'_>) -> Self {
        let TokenizedDocument { passages, language, is_technical, mentions_software, .. } =
            document;
        let mut bytes = Vec::new();
        let passages = passages.into_iter().map(|passage| {
            let TokenizedPassage { role, is_roster, is_list_item, text, tokens, sentences } =
                passage;
            push(&mut bytes, tokens.len() as u64);
            let mut end = 0;
            for token in &tokens {
                let distance = token.start.wrapping_sub(end);
                let flags = [
                    (LITERAL, token.is_literal),
                    (ATTACHED, token.attached),
                    (FAR, distance != usize::from(!token.attached)),
                ];
                let flags = flags.iter().filter(|(_, is)| *is).map(|(flag, _)| flag);
                push(&mut bytes, (token.text.len() as u64) << FLAG_BITS | flags.sum::<u64>());
                if distance != usize::from(!token.attached) {
                    push(&mut bytes, distance as u64);
                }
                end = token.end();
            }
            push(&mut bytes, sentences.len() as u64);
            sentences.iter().for_each(|sentence| push(&mut bytes, sentence.len() as u64));
            PackedPassage { role, is_roster, is_list_item, has_text: !text.is_empty() }
        });
        let passages = passages.collect();
        Self { passages, bytes: bytes.into(), language, is_technical, mentions_software }
    }

    /// Returns the document, of which this is the packed form, without the capitalisation of its
    /// words.
    fn open<'t>(&self, source: &Document<'t>) -> TokenizedDocument<'t> {
        let mut bytes = Bytes(&self.bytes);
        let passages = self.passages.iter().zip(&source.passages).map(|(passage, source)| {
            let PackedPassage { role, is_roster, is_list_item, has_text } = *passage;
            let text = if has_text { source.text } else { "" };
            let mut end = 0_usize;
            let tokens = (0..bytes.next()).map(|_| {
                let number = bytes.next();
                let attached = number & ATTACHED > 0;
                let is_far = number & FAR > 0;
                let distance = if is_far { bytes.next() as usize } else { usize::from(!attached) };
                let start = end.wrapping_add(distance);
                end = start.wrapping_add((number >> FLAG_BITS) as usize);
                let text = text.get(start..end).unwrap_or_default();
                Token { text, start, attached, is_literal: number & LITERAL > 0 }
            });
            let tokens = tokens.collect();
            let mut end = 0;
            let sentences = (0..bytes.next()).map(|_| {
                let start = end;
                end += bytes.next() as usize;
                Range { start, end }
            });
            let sentences = sentences.collect();
            TokenizedPassage { role, is_roster, is_list_item, text, tokens, sentences }
        });
        TokenizedDocument {
            passages: passages.collect(),
            language: self.language,
            case_usage: CaseUsage::default(),
            is_technical: self.is_technical,
            mentions_software: self.mentions_software,
        }
    }

    /// Returns the document with the capitalisation of its words.
    fn open_with_case_usage<'t>(&self, source: &Document<'t>) -> TokenizedDocument<'t> {
        let mut document = self.open(source);
        document.add_case_usage();
        document
    }
}

/// Appends a number, seven bits a byte.
pub(crate) fn push(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// The bytes that are not read yet.
pub(crate) struct Bytes<'b>(pub(crate) &'b [u8]);

impl Bytes<'_> {
    /// Returns whether there is no further number.
    pub(crate) fn is_at_end(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads a number.
    pub(crate) fn next(&mut self) -> u64 {
        // Most numbers take one byte.
        if let Some((byte, rest)) = self.0.split_first()
            && *byte < 0x80
        {
            self.0 = rest;
            return u64::from(*byte);
        }
        let (mut number, mut shift) = (0, 0);
        while let Some((byte, rest)) = self.0.split_first() {
            self.0 = rest;
            number |= u64::from(byte & 0x7F) << shift;
            shift += 7;
            if *byte < 0x80 || shift > 63 {
                break;
            }
        }
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(texts: &[&str]) {
        let roles = [Role::Title, Role::Standfirst, Role::Heading, Role::Paragraph];
        let passages = roles.into_iter().cycle().zip(texts);
        let passages = passages.map(|(role, text)| Passage::new(role, text)).collect();
        let document = Document { passages, ..Document::default() };
        let mut expected = TokenizedDocument::new(&document);
        expected.add_case_usage();
        let opened = PackedDocument::new(&document).open_with_case_usage(&document);
        assert_eq!(opened.is_technical, expected.is_technical);
        assert_eq!(opened.mentions_software, expected.mentions_software);
        assert_eq!(opened.passages.len(), expected.passages.len());
        for (opened, expected) in opened.passages.iter().zip(&expected.passages) {
            assert_eq!(opened.role, expected.role);
            assert_eq!(opened.is_roster, expected.is_roster);
            assert_eq!(opened.is_list_item, expected.is_list_item);
            assert_eq!(opened.text, expected.text);
            assert_eq!(opened.tokens, expected.tokens);
            assert_eq!(opened.sentences, expected.sentences);
        }
        for word in texts.iter().flat_map(|text| text.split(' ')).map(str::to_lowercase) {
            let [opened, expected] = [&opened, &expected].map(|it| &it.case_usage);
            assert_eq!(opened.has_lower(&word), expected.has_lower(&word));
            assert_eq!(opened.has_capitalised(&word), expected.has_capitalised(&word));
        }
    }

    #[test]
    fn tokens_survive() {
        check(&[]);
        check(&["", "  ", "a"]);
        check(&[
            "Okonkwo’s “Russia-Ukraine” plan",
            "See https://example.org/a?b=c and `x_y`,  with   spaces. U.S. Gen. Okello met him.",
        ]);
        check(&[&"word ".repeat(300), &"w".repeat(100_000)]);
    }

    #[test]
    fn a_word_takes_a_byte() {
        let text = "The first boat left at dawn with forty people on board. ".repeat(100);
        let passages = vec![Passage::new(Role::Paragraph, &text)];
        let document = Document { passages, ..Document::default() };
        let packed = PackedDocument::new(&document);
        let tokens = packed.open(&document).passages[0].tokens.len();
        assert!(packed.bytes.len() < tokens * 5 / 4, "{} for {tokens}", packed.bytes.len());
    }

    proptest! {
        #[test]
        fn tokens_of_any_text_survive(texts in prop::collection::vec(any::<String>(), 0..6)) {
            check(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        }

        #[test]
        fn tokens_of_likely_texts_survive(
            texts in prop::collection::vec(
                "([A-Za-z’'é.,-]{1,9}|[ \n]{1,3}|[“”()@/:$0-9]){0,60}",
                0..6,
            )
        ) {
            check(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }
}
