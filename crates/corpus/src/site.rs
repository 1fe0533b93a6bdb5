//! `site.toml`: what the whole site is called, where it will live, and which names mean the same.

use cuttings_diagnostics::{Diagnostic, Origin, Severity, SourceFile, nearest};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::{is_language_tag, source};

/// What `site.toml` says, with a default for all that it does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The name of the site; "Cuttings" by default.
    pub title: String,
    /// One sentence on what the site holds, for search engines and feeds; none by default.
    pub description: Option<String>,
    /// Where the site will live, as an absolute `http` or `https` address that ends in `/`; none by default, and then
    /// nothing that needs one (canonical links, feeds with full addresses) is made.
    pub base_url: Option<String>,
    /// The day of the edition, as `2026-11-22`; none by default. It stands in for the date of an article that has none,
    /// where a date must be given.
    pub date: Option<String>,
    /// The language of seeds that name none, and of the page's own words where there are any in it, as a BCP 47 tag; `en` by
    /// default.
    pub language: String,
    /// Other names, each with the one it stands for, in the file's order; none by default.
    pub aliases: Vec<Alias>,
    /// What is a name in the articles, and of what, and what is none; nothing by default.
    pub names: SiteNames,
}

/// Names that the person who keeps the articles knows better than the program that looks for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteNames {
    /// Always people.
    pub people: Vec<String>,
    /// Always places.
    pub places: Vec<String>,
    /// Always organisations.
    pub organisations: Vec<String>,
    /// Always weapons, vehicles or other products.
    pub weapons: Vec<String>,
    /// Never names.
    pub never: Vec<String>,
}

/// A name that means the same as another: "DPRK" is "North Korea".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The other name, as it may occur in text and queries.
    pub alias: String,
    /// The name it stands for; never itself an alias.
    pub name: String,
}

impl Default for Site {
    fn default() -> Self {
        Self {
            title: "Cuttings".to_owned(),
            description: None,
            base_url: None,
            date: None,
            language: "en".to_owned(),
            aliases: Vec::new(),
            names: SiteNames::default(),
        }
    }
}

const KEYS: &[&str] = &["title", "description", "base_url", "date", "language", "aliases", "names"];
const NAME_KEYS: &[&str] = &["people", "places", "organisations", "weapons", "never"];

/// Reads `site.toml`. Never fails: what is wrong is an error among the diagnostics, and its default stands in.
///
/// ```
/// use cuttings_corpus::parse_site;
/// use cuttings_diagnostics::SourceFile;
///
/// let text = "title = \"Harbour Papers\"\n[aliases]\n\"Kiev\" = \"Kyiv\"\n";
/// let (site, diagnostics) = parse_site(SourceFile { name: "site.toml", bytes: text.as_bytes() });
/// assert_eq!(site.title, "Harbour Papers");
/// assert_eq!(site.aliases[0].name, "Kyiv");
/// assert!(diagnostics.is_empty());
/// ```
pub fn parse_site(file: SourceFile<'_>) -> (Site, Vec<Diagnostic>) {
    let text = match source::decode(file) {
        Ok(text) => text,
        Err(diagnostic) => return (Site::default(), vec![*diagnostic]),
    };
    let mut reader =
        Reader { name: file.name, text, site: Site::default(), diagnostics: Vec::new() };
    match DeTable::parse(text) {
        Ok(table) => reader.table(table.get_ref()),
        Err(error) => {
            let at = error.span().map_or(0, |s| s.start);
            reader
                .error(at, format!("This is not TOML: {}.", error.message().trim_end_matches('.')));
        }
    }
    reader.diagnostics.sort_by_key(|d| d.origin.line);
    (reader.site, reader.diagnostics)
}

struct Reader<'a> {
    name: &'a str,
    text: &'a str,
    site: Site,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn error(&mut self, at: usize, message: String) {
        let line = source::line_of(self.text, at);
        let origin = Origin { file: self.name.to_owned(), line };
        self.diagnostics.push(Diagnostic { origin, severity: Severity::Error, message });
    }

    fn table(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            let at = value.span().start;
            match key.get_ref().as_ref() {
                "title" => {
                    if let Some(title) = self.text_of("title", value) {
                        self.site.title = title;
                    }
                }
                "description" => self.site.description = self.text_of("description", value),
                "base_url" => self.base_url(value),
                "date" => self.date(value),
                "language" => match self.text_of("language", value) {
                    Some(tag) if is_language_tag(&tag) => self.site.language = tag,
                    Some(tag) => self.error(
                        at,
                        format!(
                            "“{tag}” is not a language tag. Write one like en, pt-BR or zh-Hant."
                        ),
                    ),
                    None => {}
                },
                "aliases" => self.aliases(value),
                "names" => self.names(value),
                unknown => self.unknown(key.span().start, unknown, KEYS),
            }
        }
    }

    fn unknown(&mut self, at: usize, key: &str, known: &[&str]) {
        let remedy = match nearest(key, known) {
            Some(known) => format!("Did you mean {known}?"),
            None => format!("Known are {}.", known.join(", ")),
        };
        self.error(at, format!("There is no setting “{key}”. {remedy}"));
    }

    fn names(&mut self, value: &Spanned<DeValue<'_>>) {
        let DeValue::Table(table) = value.get_ref() else {
            let message = "names has to be a table: [names], then a line people = [\"Ada Okonkwo\"] for each kind.";
            return self.error(value.span().start, message.to_owned());
        };
        for (key, value) in table {
            let key_name = key.get_ref().as_ref();
            if !NAME_KEYS.contains(&key_name) {
                self.unknown(key.span().start, key_name, NAME_KEYS);
                continue;
            }
            let DeValue::Array(list) = value.get_ref() else {
                let message = format!("{key_name} has to be a list of names in brackets.");
                self.error(value.span().start, message);
                continue;
            };
            let names: Vec<String> =
                list.iter().filter_map(|name| self.text_of(key_name, name)).collect();
            match key_name {
                "people" => self.site.names.people = names,
                "places" => self.site.names.places = names,
                "organisations" => self.site.names.organisations = names,
                "weapons" => self.site.names.weapons = names,
                _ => self.site.names.never = names,
            }
        }
    }

    /// A text with something in it, blanks at its ends taken off.
    fn text_of(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let text = match value.get_ref() {
            DeValue::String(text) => text.trim_matches(source::is_blank),
            other => {
                let kind = other.type_str();
                self.error(
                    value.span().start,
                    format!("{key} has to be text in quotes, not {kind}."),
                );
                return None;
            }
        };
        if text.is_empty() {
            self.error(
                value.span().start,
                format!("{key} is empty. Fill it in or remove the line."),
            );
            return None;
        }
        Some(text.to_owned())
    }

    fn base_url(&mut self, value: &Spanned<DeValue<'_>>) {
        let Some(url) = self.text_of("base_url", value) else { return };
        match checked_url(&url) {
            Ok(url) => self.site.base_url = Some(url),
            Err(fault) => self.error(
                value.span().start,
                format!(
                    "base_url “{url}” {fault}. Write the whole address, like https://example.org/papers/."
                ),
            ),
        }
    }

    /// A day, in quotes or not.
    fn date(&mut self, value: &Spanned<DeValue<'_>>) {
        let day = match value.get_ref() {
            DeValue::Datetime(day) => Some(day.to_string()),
            _ => self.text_of("date", value),
        };
        match day {
            Some(day) if is_day(&day) => self.site.date = Some(day),
            Some(day) => {
                self.error(
                    value.span().start,
                    format!("date “{day}” is no day. Write one like 2026-11-22."),
                );
            }
            None => {}
        }
    }

    fn aliases(&mut self, value: &Spanned<DeValue<'_>>) {
        let DeValue::Table(table) = value.get_ref() else {
            let message = "aliases has to be a table: [aliases], then a line \"DPRK\" = \"North Korea\" for each.";
            return self.error(value.span().start, message.to_owned());
        };
        let mut found: Vec<(usize, Alias)> = Vec::new();
        for (key, value) in table {
            let alias = key.get_ref().trim_matches(source::is_blank).to_owned();
            let Some(name) = self.text_of(&format!("The alias “{alias}”"), value) else {
                continue;
            };
            if alias.is_empty() {
                self.error(
                    key.span().start,
                    "An alias is empty. Fill it in or remove the line.".to_owned(),
                );
            } else if alias == name {
                self.error(
                    key.span().start,
                    format!("“{alias}” stands for itself. Remove the line."),
                );
            } else {
                found.push((key.span().start, Alias { alias, name }));
            }
        }
        // The table comes sorted by key.
        found.sort_by_key(|(at, _)| *at);
        let aliases: std::collections::HashMap<String, String> =
            found.iter().map(|(_, a)| (a.alias.clone(), a.name.clone())).collect();
        for (at, alias) in found {
            match aliases.get(&alias.name) {
                Some(further) => {
                    let Alias { alias, name } = alias;
                    self.error(
                        at,
                        format!("“{alias}” stands for “{name}”, which itself stands for “{further}”. Name the last one in both lines."),
                    );
                }
                None => self.site.aliases.push(alias),
            }
        }
    }
}

/// Whether a text is a day as ISO 8601 spells it, `2024-05-16`, that the calendar has.
pub fn is_day(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut number = |digits: usize| {
        let part = parts.next()?;
        let fits = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| part.parse::<u32>().ok())?
    };
    let (Some(year), Some(month), Some(day)) = (number(4), number(2), number(2)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        1..=12 => 31,
        _ => return false,
    };
    (1..=days).contains(&day) && parts.next().is_none()
}

/// The address with a `/` at its end, or what is wrong with it.
fn checked_url(url: &str) -> Result<String, &'static str> {
    let rest = ["https://", "http://"].iter().find_map(|scheme| {
        url.get(..scheme.len())
            .filter(|s| s.eq_ignore_ascii_case(scheme))
            .and(url.get(scheme.len()..))
    });
    let Some(rest) = rest else { return Err("does not begin with https:// or http://") };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if host.is_empty() {
        return Err("has no host");
    }
    if url.contains(|c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '"' | '<' | '>' | '\\' | '{' | '}' | '|' | '^' | '`')
    }) {
        return Err("holds a character that no address has");
    }
    if host.contains('@') {
        return Err("holds a user name");
    }
    if rest.contains(['?', '#']) {
        return Err("holds a query or fragment");
    }
    Ok(if url.ends_with('/') { url.to_owned() } else { format!("{url}/") })
}
