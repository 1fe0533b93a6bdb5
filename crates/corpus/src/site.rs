//! Parses `site.toml`: the settings of the whole site, its aliases, and corrections to its names.

use std::collections::HashMap;

use cuttings_diagnostics::{Diagnostic, Origin, Severity, SourceFile, nearest};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::{language_tag::is_language_tag, source};

const KEYS: &[&str] = &["title", "description", "base_url", "date", "language", "aliases", "names"];

const NAME_KEYS: &[&str] = &["people", "places", "organisations", "weapons", "never"];

/// The settings of a site, with defaults for those that `site.toml` leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The name of the site; "Cuttings" by default.
    pub title: String,
    /// One sentence about the site for search engines and feeds; none by default.
    pub description: Option<String>,
    /// The absolute `http` or `https` URL of the site, ending in `/`; none by default. Without it
    /// nothing is made that needs one, such as canonical links and feeds with full URLs.
    pub base_url: Option<String>,
    /// The day of the edition, as `2026-11-22`; none by default. It replaces the date of an
    /// article that has none, where a date is required.
    pub date: Option<String>,
    /// The language, as a BCP 47 tag, of seeds that name none, and of the page's own messages if
    /// they are translated into it; `en` by default.
    pub language: String,
    /// Other names, each with the name it stands for, in the order of the file; none by default.
    pub aliases: Vec<Alias>,
    /// Corrections to the names found in the articles; none by default.
    pub names: SiteNames,
    /// The keys of front matter that readers can filter by, each with its label; none by default.
    pub facets: Vec<(String, String)>,
}

/// Names that the person who keeps the seeds knows better than the program that looks for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteNames {
    /// Names that are always people.
    pub people: Vec<String>,
    /// Names that are always places.
    pub places: Vec<String>,
    /// Names that are always organisations.
    pub organisations: Vec<String>,
    /// Names that are always weapons, vehicles or other products.
    pub weapons: Vec<String>,
    /// Words that are never names.
    pub never: Vec<String>,
}

/// A name that means the same as another: "DPRK" is "North Korea".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The other name, as it occurs in text and queries.
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
            facets: Vec::new(),
        }
    }
}

/// Parses `site.toml`.
///
/// It never fails: every mistake becomes an error among the diagnostics, and the default is used.
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
        Reader { file: file.name, text, site: Site::default(), diagnostics: Vec::new() };
    match DeTable::parse(text) {
        Ok(table) => reader.table(table.get_ref()),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            let problem = error.message().trim_end_matches('.');
            reader.error(at, format!("This is not TOML: {problem}."));
        }
    }
    reader.diagnostics.sort_by_key(|diagnostic| diagnostic.origin.line);
    (reader.site, reader.diagnostics)
}

/// Returns whether a text is a day of the calendar as ISO 8601 spells it: `2024-05-16`.
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

/// Collects the settings and the errors. Offsets are bytes of the file's text.
struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    site: Site,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn table(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            let key_at = key.span().start;
            match key.get_ref().as_ref() {
                key @ "title" => {
                    if let Some(title) = self.string(key, value) {
                        self.site.title = title;
                    }
                }
                key @ "description" => self.site.description = self.string(key, value),
                "base_url" => self.base_url(value),
                "date" => self.date(value),
                "language" => self.language(value),
                "aliases" => self.aliases(value),
                "names" => self.names(value),
                unknown => self.unknown_key(key_at, unknown, KEYS),
            }
        }
    }

    fn base_url(&mut self, value: &Spanned<DeValue<'_>>) {
        let Some(url) = self.string("base_url", value) else { return };
        match check_base_url(&url) {
            Ok(url) => self.site.base_url = Some(url),
            Err(problem) => self.error(
                value.span().start,
                format!(
                    "base_url “{url}” {problem}. Write the whole URL, like \
                     https://example.org/papers/."
                ),
            ),
        }
    }

    /// Reads a day, which may be a string or a TOML date.
    fn date(&mut self, value: &Spanned<DeValue<'_>>) {
        let day = match value.get_ref() {
            DeValue::Datetime(day) => Some(day.to_string()),
            _ => self.string("date", value),
        };
        match day {
            Some(day) if is_day(&day) => self.site.date = Some(day),
            Some(day) => self.error(
                value.span().start,
                format!("date “{day}” is not a day. Write one like 2026-11-22."),
            ),
            None => {}
        }
    }

    fn language(&mut self, value: &Spanned<DeValue<'_>>) {
        match self.string("language", value) {
            Some(tag) if is_language_tag(&tag) => self.site.language = tag,
            Some(tag) => self.error(
                value.span().start,
                format!("“{tag}” is not a language tag. Write one like en, pt-BR or zh-Hant."),
            ),
            None => {}
        }
    }

    fn aliases(&mut self, value: &Spanned<DeValue<'_>>) {
        let DeValue::Table(table) = value.get_ref() else {
            let message = "aliases must be a table: [aliases], then one line \"DPRK\" = \"North \
                           Korea\" for each alias.";
            return self.error(value.span().start, message);
        };
        let mut found: Vec<(usize, Alias)> = Vec::new();
        for (key, value) in table {
            let at = key.span().start;
            let alias = key.get_ref().trim_matches(source::is_blank).to_owned();
            let Some(name) = self.string(&format!("The alias “{alias}”"), value) else {
                continue;
            };
            if alias.is_empty() {
                self.error(at, "An alias is empty. Fill it in or remove the line.");
            } else if alias == name {
                self.error(at, format!("“{alias}” is an alias of itself. Remove the line."));
            } else {
                found.push((at, Alias { alias, name }));
            }
        }
        // The table comes sorted by key; the site keeps the order of the file.
        found.sort_by_key(|(at, _)| *at);
        let names: HashMap<String, String> =
            found.iter().map(|(_, a)| (a.alias.clone(), a.name.clone())).collect();
        for (at, Alias { alias, name }) in found {
            match names.get(&name) {
                Some(target) => self.error(
                    at,
                    format!(
                        "“{alias}” stands for “{name}”, which itself stands for “{target}”. Name \
                         the last one in both lines."
                    ),
                ),
                None => self.site.aliases.push(Alias { alias, name }),
            }
        }
    }

    fn names(&mut self, value: &Spanned<DeValue<'_>>) {
        let DeValue::Table(table) = value.get_ref() else {
            let message = "names must be a table: [names], then one line people = [\"Ada \
                           Okonkwo\"] for each kind.";
            return self.error(value.span().start, message);
        };
        for (key, value) in table {
            let (key_at, key) = (key.span().start, key.get_ref().as_ref());
            if !NAME_KEYS.contains(&key) {
                self.unknown_key(key_at, key, NAME_KEYS);
                continue;
            }
            let DeValue::Array(list) = value.get_ref() else {
                let message = format!("{key} must be a list of names in brackets.");
                self.error(value.span().start, message);
                continue;
            };
            let names = list.iter().filter_map(|name| self.string(key, name)).collect();
            match key {
                "people" => self.site.names.people = names,
                "places" => self.site.names.places = names,
                "organisations" => self.site.names.organisations = names,
                "weapons" => self.site.names.weapons = names,
                _ => self.site.names.never = names,
            }
        }
    }

    /// Returns a trimmed string that is not empty. Anything else is an error.
    fn string(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let at = value.span().start;
        let text = match value.get_ref() {
            DeValue::String(text) => text.trim_matches(source::is_blank),
            other => {
                let kind = other.type_str();
                self.error(at, format!("{key} must be text in quotes, not {kind}."));
                return None;
            }
        };
        if text.is_empty() {
            self.error(at, format!("{key} is empty. Fill it in or remove the line."));
            return None;
        }
        Some(text.to_owned())
    }

    fn unknown_key(&mut self, at: usize, key: &str, known: &[&str]) {
        let remedy = match nearest(key, known) {
            Some(known) => format!("Did you mean {known}?"),
            None => format!("The known settings are {}.", known.join(", ")),
        };
        self.error(at, format!("There is no setting “{key}”. {remedy}"));
    }

    fn error(&mut self, at: usize, message: impl Into<String>) {
        let origin = Origin::new(self.file, source::line_of(self.text, at));
        self.diagnostics.push(Diagnostic::new(origin, Severity::Error, message));
    }
}

/// Returns the URL with a `/` at its end, or the reason why it cannot be a base URL.
fn check_base_url(url: &str) -> Result<String, &'static str> {
    let rest = ["https://", "http://"].iter().find_map(|scheme| {
        let (start, rest) = url.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    });
    let Some(rest) = rest else { return Err("does not begin with https:// or http://") };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if host.is_empty() {
        return Err("has no host");
    }
    let is_invalid = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '"' | '<' | '>' | '\\' | '{' | '}' | '|' | '^' | '`')
    };
    if url.contains(is_invalid) {
        return Err("contains a character that is not allowed in a URL");
    }
    if host.contains('@') {
        return Err("contains a user name");
    }
    if rest.contains(['?', '#']) {
        return Err("contains a query or fragment");
    }
    Ok(if url.ends_with('/') { url.to_owned() } else { format!("{url}/") })
}
