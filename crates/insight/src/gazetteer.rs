//! The gazetteer: lists of places, organisations, products, given names, surnames and common words.

use crate::data::DataFile;
use crate::hash::{FastMap, FastSet};
use std::borrow::Cow;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// The kind of place that a name stands for, the least ambiguous kind first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum PlaceKind {
    /// A country, a continent, or a region of several countries.
    Country,
    /// A town of at least a million people, or a capital.
    Metropolis,
    /// A state, province or district.
    State,
    /// A town of at least 200,000 people.
    City,
    /// A town of at least 50,000 people.
    Town,
}

impl PlaceKind {
    /// Describes the kind, for the reasons that `make inspect` prints.
    pub(crate) fn description(self) -> &'static str {
        match self {
            Self::Country => "a country or part of the world",
            Self::Metropolis => "a capital or large city",
            Self::State => "a state or province",
            Self::City => "a city",
            Self::Town => "a town",
        }
    }
}

/// The lists, indexed for lookup.
pub(crate) struct Gazetteer {
    /// The kind of each place, keyed by its folded name.
    places: FastMap<String, PlaceKind>,
    /// For the first word of each place, the number of words in the longest name with it.
    place_words: FastMap<String, usize>,
    /// As they are written.
    organisations: FastSet<&'static str>,
    /// For the first word of each organisation, the number of words in the longest name with it.
    organisation_words: FastMap<&'static str, usize>,
    /// As they are written.
    products: FastSet<&'static str>,
    /// The first word of each product of several.
    product_words: FastSet<&'static str>,
    /// Capitalised.
    given_names: FastSet<&'static str>,
    /// Those of other languages, capitalised.
    foreign_given_names: FastSet<&'static str>,
    /// Capitalised.
    surnames: FastSet<&'static str>,
    /// In lower case, without the inflections that [`stems`] undoes.
    common_words: FastSet<&'static str>,
}

/// The gazetteer, parsed on first use.
pub(crate) static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::parse);

impl Gazetteer {
    fn parse() -> Self {
        let mut places = FastMap::default();
        let generated = DataFile::Places.text();
        places.reserve(generated.lines().count());
        let mut place_words: FastMap<String, usize> = FastMap::default();
        let mut kind = PlaceKind::Town;
        let lines = DataFile::MorePlaces.text().lines().chain(generated.lines());
        for line in lines.filter(|line| !line.starts_with('#')) {
            match line {
                "[country]" => kind = PlaceKind::Country,
                "[metropolis]" => kind = PlaceKind::Metropolis,
                "[state]" => kind = PlaceKind::State,
                "[city]" => kind = PlaceKind::City,
                "[town]" => kind = PlaceKind::Town,
                name => {
                    let folded = fold_name(name).into_owned();
                    let first = folded.split(' ').next().unwrap_or_default();
                    let longest = place_words.entry(first.to_owned()).or_default();
                    *longest = (*longest).max(folded.split(' ').count());
                    let least_ambiguous = places.entry(folded).or_insert(kind);
                    *least_ambiguous = (*least_ambiguous).min(kind);
                }
            }
        }
        let entries = |file: DataFile| {
            let text = file.text();
            let mut entries = FastSet::default();
            entries.reserve(text.lines().count());
            entries.extend(text.lines().filter(|line| !line.starts_with('#')));
            entries
        };
        let words = |file: DataFile| -> FastSet<&'static str> {
            let lines = file.text().lines().filter(|line| !line.starts_with('#'));
            lines.flat_map(|line| line.split(", ")).collect()
        };
        let organisations = words(DataFile::Organisations);
        let products = words(DataFile::Products);
        let mut organisation_words: FastMap<&'static str, usize> = FastMap::default();
        for name in &organisations {
            let longest = organisation_words.entry(first_word(name)).or_default();
            *longest = name.split(' ').count().max(*longest);
        }
        Self {
            places,
            place_words,
            organisations,
            organisation_words,
            product_words: products
                .iter()
                .filter_map(|name| name.split_once(' '))
                .map(|(first, _)| first)
                .collect(),
            products,
            given_names: entries(DataFile::GivenNames),
            foreign_given_names: words(DataFile::MoreGivenNames),
            surnames: entries(DataFile::Surnames),
            common_words: entries(DataFile::CommonWords),
        }
    }

    /// Returns the kind of place that `name`, in any case, stands for.
    pub(crate) fn place_kind(&self, name: &str) -> Option<PlaceKind> {
        self.places.get(&*fold_name(name)).copied()
    }

    /// Returns the number of words of the longest place that may begin with `word`, or 0.
    pub(crate) fn longest_place_with(&self, word: &str) -> usize {
        self.place_words.get(first_word(&fold_name(word))).copied().unwrap_or_default()
    }

    /// Returns the longest place that `words` begin with: its number of words, and its kind.
    pub(crate) fn longest_place(&self, words: &[&str]) -> Option<(usize, PlaceKind)> {
        // Most words begin no place, and need no longer look-up.
        let longest = self.longest_place_with(words.first()?);
        (1..=longest.min(words.len())).rev().find_map(|length| {
            let name = words.get(..length)?.join(" ");
            Some((length, self.place_kind(&name)?))
        })
    }

    /// Returns the number of words of the longest well-known organisation that may begin with
    /// `word`, or 0.
    pub(crate) fn longest_organisation_with(&self, word: &str) -> usize {
        self.organisation_words.get(first_word(word)).copied().unwrap_or_default()
    }

    /// Returns the number of words of the longest well-known organisation that `words` begin with.
    pub(crate) fn longest_organisation(&self, words: &[&str]) -> Option<usize> {
        const MAX_WORDS: usize = 6;
        let longest = self.longest_organisation_with(words.first()?);
        (1..=longest.min(MAX_WORDS).min(words.len())).rev().find(|length| {
            words
                .get(..*length)
                .is_some_and(|words| self.organisations.contains(words.join(" ").as_str()))
        })
    }

    /// Returns whether `name` is that of a well-known program, format or device.
    pub(crate) fn is_product(&self, name: &str) -> bool {
        self.products.contains(name)
    }

    /// Returns whether the name of a product of several words begins with `word`.
    pub(crate) fn begins_product(&self, word: &str) -> bool {
        self.product_words.contains(word)
    }

    /// Returns whether `word` is a given name that is common in English-speaking countries.
    pub(crate) fn is_given_name(&self, word: &str) -> bool {
        self.given_names.contains(word)
    }

    /// Returns whether `word` is a given name that is common where another language than English is
    /// spoken.
    pub(crate) fn is_foreign_given_name(&self, word: &str) -> bool {
        self.foreign_given_names.contains(word)
    }

    /// Returns whether `word` is one of the most frequent surnames in the United States.
    pub(crate) fn is_surname(&self, word: &str) -> bool {
        self.surnames.contains(word)
    }

    /// Returns whether `word`, in lower case, is a common word or an inflection of one.
    pub(crate) fn is_common_word(&self, word: &str) -> bool {
        let is_listed = |word: &str| self.common_words.contains(word);
        is_listed(word) || stems(word).any(|stem| is_listed(&stem))
    }
}

/// Returns the text before the first space.
fn first_word(name: &str) -> &str {
    name.split(' ').next().unwrap_or_default()
}

/// Returns the words that `word` may be a regular inflection of, such as "party" for "parties".
///
/// `cargo xtask gazetteer` leaves the inflections that this recognises out of the list of common
/// words.
pub fn stems(word: &str) -> impl Iterator<Item = String> {
    const SUFFIXES: [(&str, &[&str]); 6] = [
        ("ies", &["y"]),
        ("es", &["", "e"]),
        ("s", &[""]),
        ("ed", &["", "e"]),
        ("ing", &["", "e"]),
        ("ly", &[""]),
    ];
    SUFFIXES.into_iter().flat_map(move |(suffix, replacements)| {
        let base = word.strip_suffix(suffix).filter(|base| base.len() > 1).map(str::to_owned);
        replacements.iter().filter_map(move |replacement| Some(base.clone()? + replacement))
    })
}

/// Folds a name for comparison: lower case, without accents, full stops and apostrophes, and with
/// spaces instead of hyphens.
pub fn fold_name(name: &str) -> Cow<'_, str> {
    let is_folded =
        |byte: u8| byte.is_ascii() && !matches!(byte, b'A'..=b'Z' | b'.' | b'\'' | b'-');
    if name.bytes().all(is_folded) {
        return Cow::Borrowed(name);
    }
    let mut folded = String::with_capacity(name.len());
    // Most names are ASCII and need no decomposition.
    if name.is_ascii() {
        for c in name.chars() {
            match c {
                '.' | '\'' => {}
                '-' => folded.push(' '),
                _ => folded.push(c.to_ascii_lowercase()),
            }
        }
        return Cow::Owned(folded);
    }
    let add = |c: char| match c {
        '.' | '\u{300}'..='\u{36f}' | '’' | '\'' | 'ʼ' => {}
        '-' | '–' | '‑' => folded.push(' '),
        _ => folded.extend(c.to_lowercase()),
    };
    name.nfkd().for_each(add);
    Cow::Owned(folded)
}
