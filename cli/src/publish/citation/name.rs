//! Authors' names as seeds spell them, taken apart.

/// An author.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name<'a> {
    /// A person.
    Person {
        /// All names but the family's.
        given: &'a str,
        /// The family's, with the particles before it ("de la Tour").
        family: &'a str,
        /// What follows it ("Jr."); empty as a rule.
        suffix: &'a str,
    },
    /// A name that is not to be turned round: an organisation's, or a person's only one.
    Body(&'a str),
}

/// Words that people's names do not end with.
const BODIES: [&str; 16] = [
    "agency",
    "association",
    "bureau",
    "committee",
    "council",
    "desk",
    "foundation",
    "group",
    "institute",
    "news",
    "press",
    "service",
    "staff",
    "team",
    "times",
    "university",
];

/// What may follow a family's name.
const SUFFIXES: [&str; 6] = ["Jr.", "Jr", "Sr.", "Sr", "II", "III"];

/// The names in a text that lists one or several: "Ada Berg, Bo Carlsen and Reuters", "Berg, Ada; Carlsen, Bo". A name
/// that is also the whole's is no person's.
pub(super) fn names<'a>(text: &'a str, whole: &str) -> Vec<Name<'a>> {
    let text = text.trim();
    let text = text.strip_prefix("By ").or_else(|| text.strip_prefix("by ")).unwrap_or(text);
    if text == whole {
        return vec![Name::Body(text)];
    }
    let mut names = Vec::new();
    for part in text.split(';').flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" & ")) {
        let mut pieces = part.split(',').map(str::trim).filter(|piece| !piece.is_empty()).peekable();
        while let Some(piece) = pieces.next() {
            // "Berg, Ada" is one name; "Ada Berg, Bo Carlsen" are two.
            let given = pieces.next_if(|next| !piece.contains(' ') && !SUFFIXES.contains(next));
            let suffix = pieces.next_if(|next| SUFFIXES.contains(next)).unwrap_or_default();
            names.push(match given {
                Some(given) => Name::Person { given, family: piece, suffix },
                None => name(piece, suffix),
            });
        }
    }
    names
}

/// A name that stands as it is spoken, and what follows it.
fn name<'a>(text: &'a str, suffix: &'a str) -> Name<'a> {
    let (before, last) = text.rsplit_once(' ').unwrap_or(("", text));
    if suffix.is_empty() && !before.is_empty() && SUFFIXES.contains(&last) {
        return name(before, last);
    }
    let is_body = BODIES.iter().any(|body| body.eq_ignore_ascii_case(last)) || text.starts_with("The ");
    if is_body || before.is_empty() {
        return Name::Body(text);
    }
    // The family's name is the last word, and the particles before it.
    let mut given = before;
    while let Some((rest, word)) = given.rsplit_once(' ')
        && word.starts_with(char::is_lowercase)
    {
        given = rest;
    }
    Name::Person { given, family: text.get(given.len() + 1..).unwrap_or(last), suffix }
}

impl Name<'_> {
    /// As it is spoken.
    pub(super) fn spoken(&self) -> String {
        match self {
            Name::Person { given, family, suffix } => {
                [given, " ", family, " ", suffix].concat().trim_end().to_owned()
            }
            Name::Body(text) => (*text).to_owned(),
        }
    }

    /// With the family's name first.
    pub(super) fn turned(&self) -> String {
        match self {
            Name::Person { given, family, suffix } => [family, ", ", given, &after_comma(suffix)].concat(),
            Name::Body(text) => (*text).to_owned(),
        }
    }

    /// With the family's name first and the others by their initials: "Tour, J.-L.".
    pub(super) fn initials(&self) -> String {
        let Name::Person { given, family, suffix } = self else { return self.spoken() };
        let mut out = [family, ","].concat();
        for word in given.split(['.', ' ']).filter(|word| !word.is_empty()) {
            let mut before = ' ';
            for part in word.split('-') {
                if let Some(first) = part.chars().next() {
                    out.push(before);
                    out.extend(first.to_uppercase());
                    out.push('.');
                    before = '-';
                }
            }
        }
        out + &after_comma(suffix)
    }
}

/// What follows a name that is turned round.
fn after_comma(suffix: &str) -> String {
    if suffix.is_empty() { String::new() } else { [", ", suffix].concat() }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(names(text, "Harbour Papers").iter().map(Name::initials).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn names_are_taken_apart() {
        check("Ada Berg", &["Berg, A."]);
        check("By Ada Maria Berg", &["Berg, A. M."]);
        check("A. M. Berg", &["Berg, A. M."]);
        check("Jean-Luc de la Tour", &["de la Tour, J.-L."]);
        check("Ludwig van Beethoven", &["van Beethoven, L."]);
        check("Martin Luther King Jr.", &["King, M. L., Jr."]);
        check("Martin Luther King, Jr.", &["King, M. L., Jr."]);
        check("Kim Su-yeon, Jr.", &["Su-yeon, K., Jr."]);
        check("Sting", &["Sting"]);
        check("", &[]);
        check(" ,; and ", &["and"]);
    }

    #[test]
    fn several_names_are_told_apart() {
        check("Ada Berg and Bo Carlsen", &["Berg, A.", "Carlsen, B."]);
        check("Ada Berg, Bo Carlsen & Cy Dee", &["Berg, A.", "Carlsen, B.", "Dee, C."]);
        check("Ada Berg, Bo Carlsen, and Cy Dee", &["Berg, A.", "Carlsen, B.", "Dee, C."]);
        check("Berg, Ada; Carlsen, Bo", &["Berg, A.", "Carlsen, B."]);
        check("Berg, Ada", &["Berg, A."]);
    }

    #[test]
    fn bodies_are_not_turned_round() {
        check("Associated Press", &["Associated Press"]);
        check("Harbour Papers", &["Harbour Papers"]);
        check("The Harbour Gazette", &["The Harbour Gazette"]);
        check("Ada Berg, Reuters", &["Berg, A.", "Reuters"]);
    }
}
