//! Reads the settings of `site.toml` from its tree, and reports every mistake.

use std::collections::HashMap;

use cuttings_diagnostics::{Diagnostic, Origin, Severity, nearest};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Alias, Site, is_day};
use crate::{language_tag::is_language_tag, source};

const KEYS: &[&str] = &[
    "title",
    "description",
    "base_url",
    "original_url",
    "date",
    "language",
    "interface_languages",
    "default_section",
    "include",
    "exclude",
    "static",
    "pages",
    "precompress",
    "sections",
    "facets",
    "aliases",
    "names",
];

const NAME_KEYS: &[&str] = &["people", "places", "organisations", "weapons", "never"];

/// The names of facets, query fields, URL parameters and inputs that every site has. A test of the
/// page checks that all of its own are here.
const RESERVED: &[&str] = &[
    "title",
    "section",
    "kind",
    "date",
    "tag",
    "author",
    "source",
    "lang",
    "person",
    "place",
    "organisation",
    "product",
    "weapon",
    "length",
    "q",
    "from",
    "to",
    "sort",
    "before",
    "after",
    "name",
    "done",
];

/// Collects the settings and the errors. Offsets are bytes of the file's text.
pub(super) struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    site: Site,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, site: Site::default(), diagnostics: Vec::new() }
    }

    /// Returns the settings, and the errors by line.
    pub(super) fn finish(mut self) -> (Site, Vec<Diagnostic>) {
        self.diagnostics.sort_by_key(|diagnostic| diagnostic.origin.line);
        (self.site, self.diagnostics)
    }

    pub(super) fn table(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            let key_at = key.span().start;
            match key.get_ref().as_ref() {
                key @ "title" => {
                    if let Some(title) = self.string(key, value) {
                        self.site.title = title;
                    }
                }
                key @ "description" => self.site.description = self.string(key, value),
                key @ "base_url" => self.site.base_url = self.url(key, value),
                key @ "original_url" => self.site.original_url = self.url(key, value),
                key @ "default_section" => self.site.default_section = self.string(key, value),
                key @ "include" => self.site.include = self.strings(key, value),
                key @ "exclude" => self.site.exclude = self.strings(key, value),
                key @ "static" => self.site.static_folder = self.string(key, value),
                key @ "sections" => self.site.sections = self.labels(key, value),
                key @ "pages" => self.site.pages = self.number(key, value),
                key @ "precompress" => self.site.precompress = self.flag(key, value),
                "facets" => self.facets(value),
                "date" => self.date(value),
                "language" => self.language(value),
                "interface_languages" => self.interface_languages(value),
                "aliases" => self.aliases(value),
                "names" => self.names(value),
                unknown => self.unknown_key(key_at, unknown, KEYS),
            }
        }
    }

    fn url(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let url = self.string(key, value)?;
        match check_base_url(&url) {
            Ok(url) => Some(url),
            Err(problem) => {
                let message = format!(
                    "{key} “{url}” {problem}. Write the whole URL, like \
                     https://example.org/papers/."
                );
                self.error(value.span().start, message);
                None
            }
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
        // A site that names its language is in this one, unless it names others.
        self.site.interface_languages.get_or_insert_default();
        let tag = self.string("language", value);
        if let Some(tag) = tag.and_then(|tag| self.language_tag(value, tag)) {
            self.site.language = tag;
        }
    }

    fn interface_languages(&mut self, value: &Spanned<DeValue<'_>>) {
        let tags = self.strings("interface_languages", value);
        let tags = tags.into_iter().filter_map(|tag| self.language_tag(value, tag));
        self.site.interface_languages = Some(tags.collect());
    }

    /// Returns a language tag, or reports that it is none.
    fn language_tag(&mut self, value: &Spanned<DeValue<'_>>, tag: String) -> Option<String> {
        if is_language_tag(&tag) {
            return Some(tag);
        }
        let message =
            format!("“{tag}” is not a language tag. Write one like en, pt-BR or zh-Hant.");
        self.error(value.span().start, message);
        None
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
            let names = self.strings(key, value);
            match key {
                "people" => self.site.names.people = names,
                "places" => self.site.names.places = names,
                "organisations" => self.site.names.organisations = names,
                "weapons" => self.site.names.weapons = names,
                _ => self.site.names.never = names,
            }
        }
    }

    fn facets(&mut self, value: &Spanned<DeValue<'_>>) {
        let facets = self.labels("facets", value);
        let (reserved, facets) =
            facets.into_iter().partition::<Vec<_>, _>(|(key, _)| RESERVED.contains(&key.as_str()));
        self.site.facets = facets;
        for (key, _) in reserved {
            let message =
                format!("“{key}” cannot be a facet, because it has a meaning of its own.");
            self.error(value.span().start, message);
        }
    }

    /// Returns a table of texts in the order of the file.
    fn labels(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Vec<(String, String)> {
        let DeValue::Table(table) = value.get_ref() else {
            let message = format!(
                "{name} must be a table: [{name}], then one line series = \"Series\" for each."
            );
            self.error(value.span().start, message);
            return Vec::new();
        };
        let mut labels = Vec::new();
        for (key, value) in table {
            let at = key.span().start;
            let key = key.get_ref().as_ref();
            if let Some(label) = self.string(&format!("{name}.{key}"), value) {
                labels.push((at, key.to_owned(), label));
            }
        }
        labels.sort();
        labels.into_iter().map(|(_, key, label)| (key, label)).collect()
    }

    /// Returns a list of texts.
    fn strings(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Vec<String> {
        let DeValue::Array(list) = value.get_ref() else {
            let message = format!("{key} must be a list of names in brackets.");
            self.error(value.span().start, message);
            return Vec::new();
        };
        list.iter().filter_map(|item| self.string(key, item)).collect()
    }

    /// Returns `true` or `false`. Anything else is an error.
    fn flag(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> bool {
        match value.get_ref() {
            DeValue::Boolean(flag) => *flag,
            other => {
                let kind = other.type_str();
                self.error(
                    value.span().start,
                    format!("{key} must be true or false without quotes, not {kind}."),
                );
                false
            }
        }
    }

    /// Returns a whole number from 0.
    fn number(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<usize> {
        let number = match value.get_ref() {
            DeValue::Integer(number) => usize::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        if number.is_none() {
            let message = format!("{key} must be a whole number like 5000, without quotes.");
            self.error(value.span().start, message);
        }
        number
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

    pub(super) fn error(&mut self, at: usize, message: impl Into<String>) {
        let origin = Origin::new(self.file, source::line_of(self.text, at));
        self.diagnostics.push(Diagnostic::new(origin, Severity::Error, message));
    }
}

/// Returns the URL with a `/` at its end, or the reason why it cannot be a base URL.
pub(super) fn check_base_url(url: &str) -> Result<String, &'static str> {
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
