//! Splits the names of authors as people write them: "Ada Okonkwo and Luis de la Cruz, Jr.".

use crate::metadata::Author;

/// The longest text that is split, in bytes. A longer one is no list of authors.
const MAX_BYTES: usize = 4096;

/// Words at the start of a byline.
const OPENERS: &[&str] = &["written by ", "words by ", "text by ", "reported by ", "by "];

/// Words between two names.
const CONJUNCTIONS: &[&str] = &["and", "und", "et", "y", "with"];

/// Suffixes that a comma may separate from the name, without their full stops.
#[rustfmt::skip]
const SUFFIXES: &[&str] = &[
    "jr", "sr", "ii", "iii", "iv", "phd", "md", "dds", "esq", "mba", "msc", "ma", "ba", "rn", "dphil",
    "jd", "obe", "cbe", "mbe",
];

/// Words in the names of organisations, in lower case, that are not names of people.
#[rustfmt::skip]
const ORGANISATION_WORDS: &[&str] = &[
    "agency", "agentur", "association", "authority", "bureau", "committee", "consortium",
    "corporation", "council", "department", "editors", "editorial", "foundation", "gmbh", "inc",
    "institut", "institute", "laboratory", "llc", "ltd", "ministry", "ministerium", "newsroom",
    "office", "organisation", "organization", "project", "redaktion", "society", "staff", "stiftung",
    "team", "university", "universität", "université", "universidad", "verein", "wg",
];

/// Particles that belong to the family name after them.
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "la", "le", "ten", "ter",
    "van", "von", "zu", "zum", "zur", "al", "bin", "ibn",
];

/// Returns the authors that a text names. Names that are marked as organisations, by braces or by a
/// word such as "Foundation", stay whole.
pub fn split(text: &str) -> Vec<Author> {
    let text = without_opener(text.trim());
    if text.len() > MAX_BYTES {
        return Vec::from_iter(one(text));
    }
    let mut authors = Vec::new();
    for piece in split_outside_brackets(text, &[';', '|', '•', '·']) {
        let has_semicolons = text.contains(';');
        for author in split_list(piece.trim(), has_semicolons) {
            if !author.name.is_empty() && !authors.contains(&author) {
                authors.push(author);
            }
        }
    }
    authors
}

/// Returns the author of a name that is one by itself, such as the `name` of a map.
pub fn one(text: &str) -> Option<Author> {
    let author = author(text);
    (!author.name.is_empty()).then_some(author)
}

/// Splits a list at commas and conjunctions.
fn split_list(text: &str, has_semicolons: bool) -> Vec<Author> {
    if is_braced(text) || is_organisation(text) {
        return vec![author(text)];
    }
    let mut names: Vec<String> = Vec::new();
    let pieces = split_outside_brackets(text, &[',']);
    if let [family, given] = pieces[..]
        && is_inverted(family, given, has_semicolons)
    {
        return vec![author(&format!("{} {}", given.trim(), family.trim()))];
    }
    for piece in pieces {
        if is_braced(piece.trim()) {
            names.push(piece.trim().to_owned());
            continue;
        }
        for name in split_at_conjunctions(piece.trim()) {
            match names.last_mut() {
                Some(last) if is_suffix(&name) => {
                    last.push_str(", ");
                    last.push_str(&name);
                }
                _ => names.push(name),
            }
        }
    }
    names.iter().map(|name| author(name)).collect()
}

/// Returns whether a comma separates a family name from the given names: "Okonkwo, Ada".
fn is_inverted(family: &str, given: &str, has_semicolons: bool) -> bool {
    let words = |text: &str| text.split_whitespace().count();
    if is_suffix(given.trim()) || words(given) == 0 || split_at_conjunctions(given).len() > 1 {
        return false;
    }
    let family_words =
        family.split_whitespace().filter(|word| !PARTICLES.contains(&&*word.to_lowercase()));
    let is_family = family_words.count() == 1;
    let ends_in_initial = given.trim().ends_with('.');
    is_family && (has_semicolons || words(given) == 1 || ends_in_initial)
}

/// Splits "Ada Okonkwo and Bo Berg" and "Ada & Bo", but neither "Procter & Gamble Holding" nor
/// "Sons and Daughters of Harbour": both sides have to look like names.
fn split_at_conjunctions(text: &str) -> Vec<String> {
    let mut names: Vec<Vec<&str>> = vec![Vec::new()];
    for word in text.split_whitespace() {
        let is_conjunction = word == "&" || CONJUNCTIONS.contains(&word);
        match names.last_mut() {
            _ if is_conjunction => names.push(Vec::new()),
            Some(name) => name.push(word),
            None => {}
        }
    }
    // "A, B, and C" has nothing before its "and".
    names.retain(|name| !name.is_empty());
    let are_full = names.iter().all(|name| name.len() > 1);
    let are_single = names.iter().all(|name| name.len() == 1);
    if are_full || are_single {
        return names.into_iter().map(|name| name.join(" ")).collect();
    }
    let has_leading = text
        .split_whitespace()
        .next()
        .is_some_and(|word| CONJUNCTIONS.contains(&word) || word == "&");
    if has_leading {
        return names.into_iter().map(|name| name.join(" ")).collect();
    }
    vec![text.split_whitespace().collect::<Vec<_>>().join(" ")]
}

fn author(text: &str) -> Author {
    let text = text.trim();
    if is_braced(text) {
        let name = text.trim_start_matches('{').trim_end_matches('}');
        return Author::organisation(one_line(name));
    }
    let name = without_links(text);
    let name = without_details(&name);
    let name = one_line(name.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':')));
    match is_organisation(&name) {
        true => Author::organisation(name),
        false => Author::person(without_full_stop(&name)),
    }
}

/// Removes the full stop at the end of a byline, but not that of "Jr." or of an initial.
fn without_full_stop(name: &str) -> &str {
    let Some(rest) = name.strip_suffix('.') else { return name };
    let last = rest.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_abbreviated = is_suffix(last) || last.chars().count() < 2 || last.contains('.');
    if is_abbreviated { name } else { rest }
}

fn without_opener(text: &str) -> &str {
    let opener = OPENERS.iter().find_map(|opener| {
        let (start, rest) = text.split_at_checked(opener.len())?;
        start.eq_ignore_ascii_case(opener).then_some(rest)
    });
    opener.unwrap_or(text).trim_start()
}

/// Replaces `[[Name]]`, `[[people/Name|text]]` and `[Name](address)` by the name.
fn without_links(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        let link = match after.strip_prefix('[') {
            Some(wiki) => wiki.split_once("]]").map(|(inside, after)| (wiki_text(inside), after)),
            None => after.split_once(']').map(|(inside, after)| match after.strip_prefix('(') {
                Some(address) => (inside, address.split_once(')').map_or("", |(_, after)| after)),
                None => (inside, after),
            }),
        };
        let Some((name, after)) = link else {
            rest = after;
            continue;
        };
        out.push_str(name);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Returns the text of a wikilink: after the bar, or the last piece of its path.
fn wiki_text(inside: &str) -> &str {
    let target = inside.split_once('|').map_or(inside, |(_, text)| text);
    target.rsplit('/').next().unwrap_or(target)
}

/// Removes an e-mail address in angle brackets, and an account or address in parentheses.
fn without_details(name: &str) -> String {
    let mut out = String::new();
    let mut rest = name;
    while let Some(at) = rest.find(['<', '(']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let close = if from.starts_with('<') { '>' } else { ')' };
        let Some((inside, after)) = from.get(1..).and_then(|from| from.split_once(close)) else {
            out.push_str(from);
            return out;
        };
        let is_detail = if close == '>' { inside.contains('@') } else { is_account(inside) };
        if !is_detail {
            out.push_str(from.get(..inside.len() + 2).unwrap_or_default());
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Returns whether a text in parentheses is an account or an address: "@ada", "ada.example/x",
/// "ada".
fn is_account(text: &str) -> bool {
    let has_spaces = text.contains(char::is_whitespace);
    !text.is_empty() && !has_spaces && (text.contains(['@', '/']) || text == text.to_lowercase())
}

fn is_braced(text: &str) -> bool {
    text.starts_with('{') && text.ends_with('}') && text.len() > 2
}

/// Returns whether a name is that of an organisation by its words: "The …", "… Foundation".
fn is_organisation(name: &str) -> bool {
    let has_list = name.contains([',', ';']);
    let starts_with_article =
        name.split_once(' ').is_some_and(|(the, rest)| the == "The" && !rest.is_empty());
    let has_word = name.split_whitespace().any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        ORGANISATION_WORDS.contains(&&*word)
    });
    !has_list && (starts_with_article || has_word)
}

fn is_suffix(text: &str) -> bool {
    let letters: String = text.chars().filter(|c| *c != '.').collect();
    SUFFIXES.contains(&&*letters.to_lowercase()) && !text.contains(char::is_whitespace)
}

/// Splits a text at the separators that no bracket or brace surrounds.
fn split_outside_brackets<'a>(text: &'a str, separators: &[char]) -> Vec<&'a str> {
    let (mut depth, mut start, mut pieces) = (0_u32, 0, Vec::new());
    for (at, c) in text.char_indices() {
        match c {
            '[' | '{' | '(' | '<' => depth += 1,
            ']' | '}' | ')' | '>' => depth = depth.saturating_sub(1),
            _ if depth == 0 && separators.contains(&c) => {
                pieces.push(text.get(start..at).unwrap_or_default());
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    pieces.push(text.get(start..).unwrap_or_default());
    pieces
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares the names; those of organisations are in braces.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let names: Vec<String> = split(text)
            .into_iter()
            .map(|author| match author.is_organisation {
                true => format!("{{{}}}", author.name),
                false => author.name,
            })
            .collect();
        assert_eq!(names, expected, "{text}");
    }

    #[test]
    fn lists_of_people_are_split() {
        check("Ada Okonkwo", &["Ada Okonkwo"]);
        check("Ada Okonkwo and Bo Berg", &["Ada Okonkwo", "Bo Berg"]);
        check("Ada Okonkwo & Bo Berg", &["Ada Okonkwo", "Bo Berg"]);
        check("Ada Okonkwo, Bo Berg, and Cy Doe", &["Ada Okonkwo", "Bo Berg", "Cy Doe"]);
        check("Ada Okonkwo, Bo Berg and Cy Doe", &["Ada Okonkwo", "Bo Berg", "Cy Doe"]);
        check("Ada Okonkwo; Bo Berg", &["Ada Okonkwo", "Bo Berg"]);
        check("Ada Okonkwo und Bo Berg", &["Ada Okonkwo", "Bo Berg"]);
        check("Ada and Bo", &["Ada", "Bo"]);
        check("Ada Okonkwo, Ada Okonkwo", &["Ada Okonkwo"]);
        check("", &[]);
        check(" , and ", &[]);
    }

    #[test]
    fn particles_and_suffixes_belong_to_their_name() {
        check(
            "By Abby van den Berg and Luis de la Cruz, Jr.",
            &["Abby van den Berg", "Luis de la Cruz, Jr."],
        );
        check("Luis Cruz, Jr., Ada Okonkwo, PhD", &["Luis Cruz, Jr.", "Ada Okonkwo, PhD"]);
        check("Martin King Jr.", &["Martin King Jr."]);
        check("By Ada Okonkwo.", &["Ada Okonkwo"]);
        check("Ada O.", &["Ada O."]);
    }

    #[test]
    fn family_names_before_a_comma_move_behind() {
        check("Okonkwo, Ada", &["Ada Okonkwo"]);
        check("van den Berg, Abby", &["Abby van den Berg"]);
        check("Okonkwo, Ada M.; Berg, Bo Arne", &["Ada M. Okonkwo", "Bo Arne Berg"]);
    }

    #[test]
    fn organisations_stay_whole() {
        check("{Deutscher Wetterdienst}", &["{Deutscher Wetterdienst}"]);
        check("{Sun, Sea and Sand}", &["{Sun, Sea and Sand}"]);
        check("{Sun and Sea}, Ada Okonkwo", &["{Sun and Sea}", "Ada Okonkwo"]);
        check("The Harbour Project", &["{The Harbour Project}"]);
        check("Department of Tides and Currents", &["{Department of Tides and Currents}"]);
        check("Procter & Gamble Holding", &["Procter & Gamble Holding"]);
    }

    #[test]
    fn links_accounts_and_addresses_are_left_out() {
        check("[[Ada Okonkwo]]", &["Ada Okonkwo"]);
        check("[[people/Ada Okonkwo|Ada]], [[people/Bo Berg]]", &["Ada", "Bo Berg"]);
        check("[Ada Okonkwo](https://ada.example/)", &["Ada Okonkwo"]);
        check("Ada Okonkwo <ada@example.org>", &["Ada Okonkwo"]);
        check("Ada Okonkwo (@ada)", &["Ada Okonkwo"]);
        check("Ada Okonkwo (code.example/ada)", &["Ada Okonkwo"]);
        check("Ada Okonkwo (ada-okonkwo)", &["Ada Okonkwo"]);
        check("Ada Okonkwo (ada)", &["Ada Okonkwo"]);
        check("Ada Okonkwo (Reuters)", &["Ada Okonkwo (Reuters)"]);
        check("Ada Okonkwo (Harbour News)", &["Ada Okonkwo (Harbour News)"]);
        check("[[Ada", &["Ada"]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_split(text in "[A-Za-z.,;&|<>()\\[\\]{}@/ é]{0,60}") {
            split(&text);
            one(&text);
        }
    }
}
