//! What is known beforehand: places of the world, given names, and the words that everybody uses.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// What kind of place a name is known for, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum PlaceKind {
    /// Countries, continents, and regions that hold several.
    Country,
    /// A town of a million, or a capital.
    Metropolis,
    /// A state, province or district.
    State,
    /// A town of 200,000.
    City,
    /// A town of 50,000.
    Town,
}

impl PlaceKind {
    /// What it is, in words.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Country => "a country or part of the world",
            Self::Metropolis => "a capital or large city",
            Self::State => "a state or province",
            Self::City => "a city",
            Self::Town => "a town",
        }
    }
}

/// The lists, ready to be asked.
pub(crate) struct Gazetteer {
    /// By folded name.
    places: HashMap<String, PlaceKind>,
    /// The most words that a place's name has.
    longest: usize,
    /// As they are written.
    organisations: HashSet<&'static str>,
    given: HashSet<&'static str>,
    surnames: HashSet<&'static str>,
    common: HashSet<&'static str>,
}

const PLACES: &str = include_str!("../data/places.txt");
const MORE_PLACES: &str = include_str!("../data/more_places.txt");
const ORGANISATIONS: &str = include_str!("../data/organisations.txt");
const GIVEN_NAMES: &str = include_str!("../data/given_names.txt");
const SURNAMES: &str = include_str!("../data/surnames.txt");
const COMMON_WORDS: &str = include_str!("../data/common_words.txt");

/// The lists, read once.
pub(crate) static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::read);

impl Gazetteer {
    fn read() -> Self {
        let mut places = HashMap::new();
        let mut longest = 1;
        let mut kind = PlaceKind::Town;
        for line in MORE_PLACES.lines().chain(PLACES.lines()).filter(|line| !line.starts_with('#'))
        {
            match line {
                "[country]" => kind = PlaceKind::Country,
                "[metropolis]" => kind = PlaceKind::Metropolis,
                "[state]" => kind = PlaceKind::State,
                "[city]" => kind = PlaceKind::City,
                "[town]" => kind = PlaceKind::Town,
                name => {
                    longest = longest.max(name.split(' ').count());
                    let known = places.entry(folded(name)).or_insert(kind);
                    *known = (*known).min(kind);
                }
            }
        }
        let entries =
            |text: &'static str| text.lines().filter(|line| !line.starts_with('#')).collect();
        Self {
            places,
            longest,
            organisations: ORGANISATIONS
                .lines()
                .filter(|line| !line.starts_with('#'))
                .flat_map(|line| line.split(", "))
                .collect(),
            given: entries(GIVEN_NAMES),
            surnames: entries(SURNAMES),
            common: entries(COMMON_WORDS),
        }
    }

    /// The kind of place that a name, in any case, is known for.
    pub(crate) fn place(&self, name: &str) -> Option<PlaceKind> {
        self.places.get(&folded(name)).copied()
    }

    /// The longest run of words, from the first on, that is a place: its length and kind.
    pub(crate) fn longest_place(&self, words: &[&str]) -> Option<(usize, PlaceKind)> {
        let most = self.longest.min(words.len());
        (1..=most).rev().find_map(|length| {
            let name = words.get(..length)?.join(" ");
            Some((length, self.place(&name)?))
        })
    }

    /// How many words, from the first on, are the name of an organisation that everybody knows; as many as may be.
    pub(crate) fn longest_organisation(&self, words: &[&str]) -> Option<usize> {
        const LONGEST: usize = 6;
        let most = LONGEST.min(words.len());
        (1..=most).rev().find(|length| {
            words
                .get(..*length)
                .is_some_and(|words| self.organisations.contains(words.join(" ").as_str()))
        })
    }

    /// Whether a word is a given name, as English-speaking parents spell it.
    pub(crate) fn is_given(&self, word: &str) -> bool {
        self.given.contains(word)
    }

    /// Whether a word is a surname that many people in the United States have.
    pub(crate) fn is_surname(&self, word: &str) -> bool {
        self.surnames.contains(word)
    }

    /// Whether a word, in lower case, is one that everybody uses, in any of its forms.
    pub(crate) fn is_common(&self, word: &str) -> bool {
        let known = |word: &str| self.common.contains(word);
        if known(word) {
            return true;
        }
        stems(word).any(|stem| known(&stem))
    }
}

/// What a word may be a regular form of; `cargo xtask gazetteer` leaves out of its lists what this finds again.
pub fn stems(word: &str) -> impl Iterator<Item = String> {
    const ENDINGS: [(&str, &[&str]); 6] = [
        ("ies", &["y"]),
        ("es", &["", "e"]),
        ("s", &[""]),
        ("ed", &["", "e"]),
        ("ing", &["", "e"]),
        ("ly", &[""]),
    ];
    ENDINGS.into_iter().flat_map(move |(ending, instead)| {
        let base = word.strip_suffix(ending).filter(|base| base.len() > 1).map(str::to_owned);
        instead.iter().filter_map(move |instead| Some(base.clone()? + instead))
    })
}

/// A name as it is looked up: lower case, no accents, no full stops, one kind of apostrophe and hyphen.
pub(crate) fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    let mut add = |c: char| match c {
        '.' | '\u{300}'..='\u{36f}' | '’' | '\'' | 'ʼ' => {}
        '-' | '–' | '‑' => folded.push(' '),
        _ => folded.extend(c.to_lowercase()),
    };
    // Most names need no taking apart.
    if name.is_ascii() {
        name.chars().for_each(&mut add);
    } else {
        name.nfkd().for_each(&mut add);
    }
    folded
}
