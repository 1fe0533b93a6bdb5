//! Splits the name of one author into the parts that citations arrange: given name, particle,
//! family name and suffix.

use super::organisation;
use cuttings_edition::Author;

/// An author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// A person.
    Person(Person),
    /// A name that is never inverted: an organisation's, a single name, or one in a script whose
    /// names have the family name first.
    Whole(String),
}

/// The parts of a person's name. Only particle and suffixes may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Person {
    /// The given names.
    pub(super) given: String,
    /// The particle, with the space or hyphen after it: "van den ", "von ", "al-".
    pub(super) particle: String,
    /// The family name without the particle.
    pub(super) family: String,
    /// The suffixes of the family name: "Jr.", "III".
    pub(super) suffixes: Vec<String>,
    /// The academic degrees, which style manuals leave out.
    pub(super) degrees: Vec<String>,
}

/// Suffixes of family names, in lower case and without full stops.
const SUFFIXES: [&str; 8] = ["jr", "sr", "ii", "iii", "iv", "v", "2nd", "3rd"];

/// Academic degrees and professional titles behind a name, in lower case and without full stops.
const DEGREES: [&str; 15] = [
    "ba", "bsc", "dds", "dphil", "edd", "esq", "jd", "llm", "ma", "mba", "md", "mph", "msc", "phd",
    "rn",
];

/// Titles in front of a name, in lower case and without full stops.
const TITLES: [&str; 7] = ["dr", "mr", "mrs", "ms", "mx", "prof", "professor"];

/// Particles that names in English also write in upper case. Elsewhere than before the family name
/// they are given names.
const CAPITALISED: [&str; 15] = [
    "da", "de", "del", "della", "den", "der", "des", "di", "du", "la", "le", "los", "van", "vande",
    "von",
];

/// Words between the two parts of a family name: "Ortega y Gasset".
const CONNECTORS: [&str; 3] = ["e", "i", "y"];

/// German particles, which stay with the given name when a name is inverted ("Humboldt, Alexander
/// von") in styles that distinguish them. All other particles belong to the family name.
const DROPPING: [&str; 6] = ["von ", "vom ", "von und zu ", "zu ", "zum ", "zur "];

impl Name {
    /// Splits the name of an author. `container` is the name of the publication, which may be its
    /// own author.
    pub(super) fn new(author: &Author<'_>, container: &str) -> Name {
        let text = author.name.split_whitespace().collect::<Vec<&str>>().join(" ");
        if text == container || organisation::is_organisation(author) {
            return Name::Whole(text);
        }
        person(&text).map_or(Name::Whole(text), Name::Person)
    }

    /// Returns the name in spoken order. `before_junior` stands before "Jr." and "Sr.": a comma, in
    /// styles that have one there.
    pub(super) fn spoken(&self, before_junior: &str) -> String {
        let name = match self {
            Name::Person(name) => name,
            Name::Whole(text) => return text.clone(),
        };
        let mut out = [&*name.given, " ", &name.particle, &name.family].concat();
        for suffix in &name.suffixes {
            out.push_str(if matches!(&*plain(suffix), "jr" | "sr") { before_junior } else { "" });
            out.push(' ');
            out.push_str(suffix);
        }
        out
    }

    /// Returns the name with the family name first: "van den Berg, Abby", "Humboldt, Alexander
    /// von".
    pub(super) fn family_first(&self) -> String {
        let name = match self {
            Name::Person(name) => name,
            Name::Whole(text) => return text.clone(),
        };
        if name.has_dropping_particle() {
            let given = [&name.given, " ", name.particle.trim_end()].concat();
            return [&name.family, ", ", &given, &name.suffixes_after_comma()].concat();
        }
        name.whole_family_first(&name.given)
    }

    /// Returns the name with the family name first and initials: "Tour, J.-L.". A particle belongs
    /// to the family name.
    pub(super) fn initials(&self) -> String {
        let name = match self {
            Name::Person(name) => name,
            Name::Whole(text) => return text.clone(),
        };
        let mut initials = String::new();
        for word in name.given.split(['.', ' ']).filter(|word| !word.is_empty()) {
            let mut before = if initials.is_empty() { "" } else { " " };
            for part in word.split(['-', '‐']) {
                if let Some(first) = part.chars().find(|c| c.is_alphanumeric()) {
                    initials.push_str(before);
                    initials.extend(first.to_uppercase());
                    initials.push('.');
                    before = "-";
                }
            }
        }
        name.whole_family_first(&initials)
    }
}

impl Person {
    /// Returns whether the particle stays with the given name when the name is inverted.
    pub(super) fn has_dropping_particle(&self) -> bool {
        DROPPING.contains(&&*self.particle)
    }

    /// Returns the suffixes and degrees as one text.
    pub(super) fn all_suffixes(&self) -> String {
        let all: Vec<&str> =
            self.suffixes.iter().chain(&self.degrees).map(String::as_str).collect();
        all.join(", ")
    }

    fn suffixes_after_comma(&self) -> String {
        self.suffixes.iter().flat_map(|suffix| [", ", suffix]).collect()
    }

    fn whole_family_first(&self, given: &str) -> String {
        let comma = if given.is_empty() { "" } else { ", " };
        [&self.particle, &self.family, comma, given, &self.suffixes_after_comma()].concat()
    }
}

/// Splits a person's name; `None` if it is not to be split.
fn person(text: &str) -> Option<Person> {
    // "and" would separate names in BibTeX, and no name contains it.
    let has_and = text.split([' ', ',']).any(|word| word.eq_ignore_ascii_case("and"));
    if has_and || text.chars().any(is_family_first_script) {
        return None;
    }
    let mut name = Person::default();
    let mut pieces: Vec<&str> =
        text.split(',').map(str::trim).filter(|piece| !piece.is_empty()).collect();
    // "Luis de la Cruz, Jr., PhD", and "King, Jr., Martin Luther", as BibTeX has it.
    let mut nth = 1;
    while let Some(&piece) = pieces.get(nth) {
        if name.take_suffix(piece) {
            pieces.remove(nth);
        } else {
            nth += 1;
        }
    }
    match pieces[..] {
        [spoken] => {
            let mut words: Vec<&str> = spoken.split(' ').collect();
            while let [_, _, .., last] = words[..]
                && name.take_last_word(last)
            {
                words.pop();
            }
            let start = words.iter().take_while(|word| TITLES.contains(&&*plain(word))).count();
            let words = words.get(start..).filter(|words| words.len() > 1)?;
            let family = family_start(words);
            let (given, family) = words.split_at_checked(family)?;
            name.given = given.join(" ");
            name.set_family(family);
        }
        [family, given] => {
            name.given = given.to_owned();
            name.set_family(&family.split(' ').collect::<Vec<&str>>());
        }
        _ => return None,
    }
    (!name.given.is_empty() && !name.family.is_empty()).then_some(name)
}

impl Person {
    /// Returns the list that a piece of the name belongs to if it is a suffix or a degree.
    fn list_of(&mut self, piece: &str) -> Option<&mut Vec<String>> {
        let plain = plain(piece);
        if SUFFIXES.contains(&&*plain) {
            Some(&mut self.suffixes)
        } else if DEGREES.contains(&&*plain) {
            Some(&mut self.degrees)
        } else {
            None
        }
    }

    /// Takes a piece between commas if it is a suffix or a degree.
    fn take_suffix(&mut self, piece: &str) -> bool {
        self.list_of(piece).map(|list| list.push(piece.to_owned())).is_some()
    }

    /// Takes the last word of a name in spoken order if it is a suffix or a degree. Without a comma
    /// before it, "Ma" is a family name and "V" may be one.
    fn take_last_word(&mut self, word: &str) -> bool {
        let is_ambiguous = matches!(&*plain(word), "v" | "ma" | "ba" | "md" | "jd" | "rn");
        if is_ambiguous && word.matches('.').count() < 2 {
            return false;
        }
        self.list_of(word).map(|list| list.insert(0, word.to_owned())).is_some()
    }

    /// Splits the particle from the words of a family name.
    fn set_family(&mut self, words: &[&str]) {
        let count = words.len().saturating_sub(1);
        let is_particle =
            |word: &&&str| word.starts_with(char::is_lowercase) && !CONNECTORS.contains(word);
        let particles = words.iter().take(count).take_while(is_particle).count();
        let (particle, family) = words.split_at_checked(particles).unwrap_or_default();
        self.particle = particle.iter().flat_map(|word| [word, " "]).collect();
        self.family = family.join(" ");
        // Articles that are written together with the name, as in "al-Masri" and "d'Alembert".
        let article = self.family.find(['-', '\'', '’']).map(|at| self.family.split_at(at));
        if let Some((article, name)) = article
            && article.len() <= 3
            && article.chars().all(char::is_lowercase)
            && let Some(sign) = name.chars().next()
            && name.chars().nth(1).is_some_and(char::is_uppercase)
        {
            self.particle.push_str(article);
            self.particle.push(sign);
            self.family = name.chars().skip(1).collect();
        }
    }
}

/// Returns the index of the first word of the family name: the last word, the particles before it,
/// and the other part of a family name of two parts. The first word is always a given name.
fn family_start(words: &[&str]) -> usize {
    let mut start = words.len().saturating_sub(1);
    let is_lower = |word: &str| word.starts_with(char::is_lowercase) && !word.ends_with('.');
    if words.iter().all(|word| word.starts_with(char::is_lowercase)) {
        return start; // "bell hooks"
    }
    while start > 1
        && let Some(&word) = words.get(start - 1)
    {
        if CONNECTORS.contains(&word) && start > 2 {
            start -= 2;
        } else if is_lower(word) || CAPITALISED.contains(&&*word.to_lowercase()) {
            start -= 1;
        } else {
            break;
        }
    }
    start
}

/// Returns a word in lower case and without full stops.
fn plain(word: &str) -> String {
    word.chars().filter(|c| *c != '.').flat_map(char::to_lowercase).collect()
}

/// Returns true for letters of scripts in which names have the family name first: Han, kana and
/// hangul.
fn is_family_first_script(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn name(text: &str) -> Name {
        Name::new(&Author { name: text, is_organisation: false }, "Harbour Papers")
    }

    /// Compares the parts of a name, separated by bars: given names, particle, family name,
    /// suffixes and degrees.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let parts = match name(text) {
            Name::Person(name) => [
                name.given.as_str(),
                &name.particle,
                &name.family,
                &name.suffixes.join(", "),
                &name.degrees.join(", "),
            ]
            .join("|"),
            Name::Whole(text) => text,
        };
        assert_eq!(parts.trim_end_matches('|'), expected, "{text}");
    }

    #[test]
    fn names_have_a_given_and_a_family_part() {
        check("Ada Okonkwo", "Ada||Okonkwo");
        check("Ada Maria Okonkwo-Berg", "Ada Maria||Okonkwo-Berg");
        check("A. M. Berg", "A. M.||Berg");
        check("bell hooks", "bell||hooks");
        check("e. e. cummings", "e. e.||cummings");
        check("Sinéad O’Connor", "Sinéad||O’Connor");
        check("Dr. Ada Berg", "Ada||Berg");
        check("Prof. Dr. Ada Berg", "Ada||Berg");
        check("Berg, Ada", "Ada||Berg");
        check("García Márquez, Gabriel", "Gabriel||García Márquez");
        check("José Ortega y Gasset", "José||Ortega y Gasset");
        check("Santiago Ramón y Cajal", "Santiago||Ramón y Cajal");
    }

    #[test]
    fn particles_belong_to_the_family_name() {
        check("Abby van den Berg", "Abby|van den |Berg");
        check("Luis de la Cruz", "Luis|de la |Cruz");
        check("Ludwig van Beethoven", "Ludwig|van |Beethoven");
        check("Alexander von Humboldt", "Alexander|von |Humboldt");
        check("Ursula von der Leyen", "Ursula|von der |Leyen");
        check("Ayman al-Masri", "Ayman|al-|Masri");
        check("Karim bin Salman", "Karim|bin |Salman");
        check("Jean d'Alembert", "Jean|d'|Alembert");
        check("Charles de l’Épée", "Charles|de l’|Épée");
        check("van den Berg, Abby", "Abby|van den |Berg");
        check("Robert De Niro", "Robert||De Niro");
        check("Ursula K. Le Guin", "Ursula K.||Le Guin");
        check("Oscar De La Hoya", "Oscar||De La Hoya");
        check("Van Morrison", "Van||Morrison");
        check("Park Su-yeon", "Park||Su-yeon");
        check("Eduardo Costa e Silva", "Eduardo||Costa e Silva");
    }

    #[test]
    fn suffixes_are_set_apart() {
        check("Martin Luther King Jr.", "Martin Luther||King|Jr.");
        check("Martin Luther King, Jr.", "Martin Luther||King|Jr.");
        check("King, Jr., Martin Luther", "Martin Luther||King|Jr.");
        check("King, Martin Luther, Jr.", "Martin Luther||King|Jr.");
        check("Luis de la Cruz, Jr.", "Luis|de la |Cruz|Jr.");
        check("John D. Rockefeller III", "John D.||Rockefeller|III");
        check("Ada Berg, PhD", "Ada||Berg||PhD");
        check("Ada Berg Ph.D.", "Ada||Berg||Ph.D.");
        check("Bo Berg, Jr., M.D., PhD", "Bo||Berg|Jr.|M.D., PhD");
        check("Bo Berg Jr. PhD", "Bo||Berg|Jr.|PhD");
        check("Jack Ma", "Jack||Ma");
        check("Jr.", "Jr.");
    }

    #[test]
    fn other_names_stay_whole() {
        for text in ["Sting", "Harbour Papers", "山田 太郎", "홍 길동", "Ada, Bo, Cy and Dee", ""]
        {
            check(text, text);
        }
        check("Dr. Ada", "Dr. Ada");
        check("Ada and Bo Berg", "Ada and Bo Berg");
        let author = Author { name: "Sand and Sea", is_organisation: true };
        assert_eq!(Name::new(&author, ""), Name::Whole("Sand and Sea".to_owned()));
        assert_eq!(name("Deutscher Wetterdienst").initials(), "Deutscher Wetterdienst");
    }

    #[test]
    fn each_style_has_its_order() {
        let orders = |text| {
            let name = name(text);
            [name.spoken(","), name.family_first(), name.initials()].join(" | ")
        };
        for (text, expected) in [
            ("Ada Maria Berg", "Ada Maria Berg | Berg, Ada Maria | Berg, A. M."),
            (
                "Jean-Luc de la Tour",
                "Jean-Luc de la Tour | de la Tour, Jean-Luc | de la Tour, J.-L.",
            ),
            (
                "Alexander von Humboldt",
                "Alexander von Humboldt | Humboldt, Alexander von | von Humboldt, A.",
            ),
            ("Ayman al-Masri", "Ayman al-Masri | al-Masri, Ayman | al-Masri, A."),
            ("Bo Berg, Jr., PhD", "Bo Berg, Jr. | Berg, Bo, Jr. | Berg, B., Jr."),
            ("J.R. Berg", "J.R. Berg | Berg, J.R. | Berg, J. R."),
        ] {
            assert_eq!(orders(text), expected);
        }
    }

    proptest! {
        #[test]
        fn no_word_of_a_name_is_lost(text in "([A-Za-zé.'-]{1,8}[ ,]{0,2}){0,8}") {
            let words = |text: &str| {
                let mut words: Vec<String> =
                    text.split([' ', ',']).filter(|word| !word.is_empty()).map(str::to_owned).collect();
                words.sort();
                words
            };
            if let Name::Person(name) = name(&text) {
                let parts = [&name.given, " ", &name.particle, &name.family, " ", &name.all_suffixes()].concat();
                let titles = words(&text).into_iter().filter(|word| !TITLES.contains(&&*plain(word)));
                let kept = words(&parts).into_iter().filter(|word| !TITLES.contains(&&*plain(word)));
                prop_assert_eq!(kept.collect::<Vec<_>>(), titles.collect::<Vec<_>>());
            }
        }

        #[test]
        fn any_text_is_a_name(text in ".*") {
            let name = name(&text);
            let _ = [name.spoken(","), name.family_first(), name.initials()];
        }
    }
}
