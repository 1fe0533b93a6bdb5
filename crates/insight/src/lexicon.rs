//! The lexicon: the distinct words of a run of documents, each with everything that is known about
//! it apart from its document, so that the lists are searched once for each.

use crate::flags::{Flag, Flags};
use crate::gazetteer::{GAZETTEER, PlaceKind};
use crate::hash::FastMap;
use crate::identifier::{
    has_inner_capital, is_file_name, is_pascal_case, mixes_letters_and_digits,
};
use crate::token::Token;
use crate::vocabulary::{VOCABULARY, is_demonym, is_title};

/// The words that the lexicon keeps at most between documents: fewer in a browser, where they would
/// take as much memory as the texts.
const MAX_WORDS: usize = if cfg!(target_family = "wasm") { 1 << 14 } else { 1 << 16 };

/// The index of a word in its lexicon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct WordId(pub(crate) u32);

/// The index of a shape in its lexicon. The shape of no token is the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct ShapeId(u32);

/// The distinct words of a run of documents.
#[derive(Default)]
pub(crate) struct Lexicon {
    /// By the text of a token.
    ids: FastMap<Box<str>, WordId>,
    /// The same for literals, whose capitals mean something else.
    literals: FastMap<Box<str>, WordId>,
    words: Vec<Word>,
    shapes: FastMap<String, ShapeId>,
}

impl Lexicon {
    /// Adds the words of some tokens, and returns the word of each token.
    pub(crate) fn words_of(&mut self, tokens: &[Token<'_>]) -> Vec<&Word> {
        let ids: Vec<WordId> = tokens.iter().map(|token| self.id(token)).collect();
        ids.into_iter().filter_map(|id| self.words.get(id.0 as usize)).collect()
    }

    fn id(&mut self, token: &Token<'_>) -> WordId {
        let ids = if token.is_literal { &mut self.literals } else { &mut self.ids };
        if let Some(id) = ids.get(token.text) {
            return *id;
        }
        let id = WordId(self.words.len() as u32);
        ids.insert(token.text.into(), id);
        let shape = shape(token.text);
        let shape_id = match self.shapes.get(&shape) {
            Some(shape_id) => *shape_id,
            None => {
                let shape_id = ShapeId(self.shapes.len() as u32 + 1);
                self.shapes.insert(shape.clone(), shape_id);
                shape_id
            }
        };
        self.words.push(Word::new(token, id, shape, shape_id));
        id
    }

    /// Returns whether the lexicon is so large that the next document should begin another.
    pub(crate) fn is_full(&self) -> bool {
        self.words.len() > MAX_WORDS
    }
}

/// A word with everything that is known about it apart from its document.
pub(crate) struct Word {
    pub(crate) id: WordId,
    pub(crate) lower: String,
    /// Each run of letters or digits of one kind becomes one character ("Xx", "X.X.", "X-d").
    pub(crate) shape: String,
    pub(crate) shape_id: ShapeId,
    /// The flags that do not depend on the document or on other words.
    pub(crate) flags: Flags,
    /// True if it is a word rather than a mark.
    pub(crate) is_word: bool,
    /// True if it is a word with letters rather than a number.
    pub(crate) has_letters: bool,
    pub(crate) is_capitalised: bool,
    pub(crate) is_common: bool,
    pub(crate) is_demonym: bool,
    pub(crate) is_title: bool,
    pub(crate) is_acronym: bool,
    /// True if it is an acronym that cannot be the initials of a person ("NATO").
    pub(crate) is_long_acronym: bool,
    /// True if it is a common word that is emphasised by capitals ("NOTE").
    pub(crate) is_emphasised: bool,
    /// True if it is a noun for products or weapons.
    pub(crate) is_product_noun: bool,
    /// True if it is the designation of a type of weapon or aircraft.
    pub(crate) is_type_designation: bool,
    /// True if it may be the name of a program or a file, judging by its shape or the gazetteer.
    pub(crate) is_program: bool,
    /// True if capitals or digits in it tell that it is neither a surname nor a place.
    pub(crate) is_coded: bool,
    /// True if a product of several words begins with it.
    pub(crate) begins_product: bool,
    /// The kind of place that the word stands for by itself.
    pub(crate) place: Option<PlaceKind>,
    /// The number of words of the longest place that may begin with it.
    pub(crate) place_words: usize,
    /// The number of words of the longest well-known organisation that may begin with it.
    pub(crate) organisation_words: usize,
}

impl Word {
    fn new(token: &Token<'_>, id: WordId, shape: String, shape_id: ShapeId) -> Self {
        let lower = token.lower().into_owned();
        let bare = lower.trim_end_matches('.');
        let is_word = token.is_word();
        let has_letters = is_word && token.text.chars().any(char::is_alphabetic);
        let is_capitalised = token.is_capitalised();
        let is_common = GAZETTEER.is_common_word(&lower);
        let is_product_noun = VOCABULARY.product_heads.contains_ignoring_plural(&lower);
        let is_acronym = token.is_acronym();
        let (is_demonym, is_title) = (is_demonym(&lower), is_title(&lower));
        let flags = [
            (Flag::GivenName, is_capitalised && GAZETTEER.is_given_name(token.text)),
            (Flag::Surname, is_capitalised && GAZETTEER.is_surname(token.text)),
            (Flag::CommonWord, is_common),
            (Flag::Title, is_title),
            (Flag::OrganisationHead, VOCABULARY.organisation_heads.contains(bare)),
            (Flag::SureOrganisationHead, VOCABULARY.sure_organisation_heads.contains(bare)),
            (Flag::PlaceHead, VOCABULARY.place_heads.contains(&lower)),
            (Flag::Demonym, is_demonym),
            (Flag::Date, VOCABULARY.dates.contains(bare)),
            (Flag::ProductHead, is_product_noun),
            (Flag::ReportingVerb, VOCABULARY.reporting_verbs.contains(&lower)),
            (Flag::Acronym, is_acronym),
        ];
        let flags = flags.into_iter().filter(|(_, is)| has_letters && *is).map(|(flag, _)| flag);
        Self {
            id,
            shape,
            shape_id,
            flags: flags.collect(),
            is_word,
            has_letters,
            is_capitalised,
            is_common,
            is_demonym,
            is_title,
            is_acronym,
            is_long_acronym: is_acronym
                && token.text.chars().count() > 2
                && !token.text.contains('.'),
            is_emphasised: is_acronym && token.text.len() >= 4 && is_common,
            is_product_noun,
            is_type_designation: is_type_designation(token.text),
            is_program: token.is_literal || is_program(token.text),
            is_coded: has_inner_capital(token.text)
                || token.text.starts_with(char::is_alphabetic)
                    && mixes_letters_and_digits(token.text),
            begins_product: GAZETTEER.begins_product(token.text),
            place: GAZETTEER.place_kind(token.text),
            place_words: GAZETTEER.longest_place_with(token.text),
            organisation_words: GAZETTEER.longest_organisation_with(token.text),
            lower,
        }
    }
}

/// Returns whether a word may be the name of a program or a file.
fn is_program(text: &str) -> bool {
    GAZETTEER.is_product(text)
        || is_file_name(text)
        || is_pascal_case(text) && GAZETTEER.longest_organisation(&[text]).is_none()
}

/// Returns the shape of a word.
fn shape(text: &str) -> String {
    let mut shape = String::new();
    for c in text.chars().take(24) {
        let kind = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_alphabetic() => 'x',
            _ if c.is_numeric() => 'd',
            '’' => '\'',
            _ => c,
        };
        if !shape.ends_with(kind) {
            shape.push(kind);
        }
    }
    if text.chars().count() == 1 {
        shape.push('1');
    }
    shape
}

/// Returns whether a word is the designation of a type of weapon or aircraft: letters and a number
/// ("F-16", "RS-26", "T-72B3", "Su-35").
fn is_type_designation(text: &str) -> bool {
    let letters = text.chars().take_while(|c| c.is_ascii_alphabetic()).count();
    let rest = text.get(letters..).unwrap_or_default();
    let digits = rest.strip_prefix('-').unwrap_or(rest);
    (1..=5).contains(&letters)
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().count() <= 5
        && digits.chars().all(|c| c.is_ascii_alphanumeric())
}
