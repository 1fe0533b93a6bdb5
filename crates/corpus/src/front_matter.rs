//! Reads front matter, the metadata at the top of a Markdown file: YAML, TOML or JSON, with the
//! keys of the usual generators and note programs.
//!
//! It is tolerant: a value that is not valid in its format is read as text, with a warning.

mod keys;
mod lists;
mod settings;
mod split;
mod toml;
mod value;
mod yaml;

use cuttings_diagnostics::{Diagnostic, Origin, Severity};

use crate::{
    block::Picture,
    day,
    language_tag::is_language_tag,
    metadata::{Author, CustomField, Date, Source},
    source::line_of_text,
};
pub(crate) use keys::KNOWN_KEYS;
use settings::{Setting, Settings};
pub(crate) use split::{Format, Split, split};
use value::{Entry, Value};

/// The group of warnings about values that are not valid.
const NOT_VALID: &str = "values in the front matter are not valid and are read as text";

const TOO_LARGE: &str =
    "What is nested this deeply, or comes after a thousand others, is not used.";

/// The metadata of an article.
#[derive(Debug, Default)]
pub(crate) struct FrontMatter {
    pub(crate) title: Option<String>,
    pub(crate) section: Option<String>,
    pub(crate) standfirst: Option<String>,
    pub(crate) authors: Vec<Author>,
    pub(crate) date: Option<Date>,
    pub(crate) updated: Option<Date>,
    pub(crate) source: Option<Source>,
    pub(crate) tags: Vec<String>,
    pub(crate) language: Option<String>,
    pub(crate) slug: Option<String>,
    pub(crate) picture: Option<Picture>,
    pub(crate) custom: Vec<CustomField>,
    /// True if the article is not to be published.
    pub(crate) is_draft: bool,
    /// Other addresses and names of the article: permalinks, slugs and aliases.
    pub(crate) addresses: Vec<String>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Reads the front matter of the file `file`. `facets` has keys that are custom fields in any case.
pub(crate) fn parse(
    file: &str,
    format: Format,
    source: &str,
    facets: &[(String, String)],
) -> FrontMatter {
    let matter = FrontMatter::default();
    let mut reader = Reader { file, lines_above: format.lines_above(), facets, matter };
    let entries = match format {
        Format::Yaml => reader.yaml(source),
        Format::Json => reader.yaml(&yaml::join_surrogates(source)),
        Format::Toml => {
            let toml::Parsed { entries, faults, too_large } = toml::parse(source);
            if let Some(line) = too_large {
                reader.report(line, Severity::Warning, TOO_LARGE.to_owned(), Some(NOT_VALID));
            }
            for (fault, line) in faults {
                let message = format!("This front matter is not valid TOML: {fault}.");
                reader.report(line, Severity::Warning, message, Some(NOT_VALID));
            }
            entries
        }
    };
    reader.settings(entries);
    reader.matter.diagnostics.sort_by_key(|diagnostic| diagnostic.origin.line);
    reader.matter
}

struct Reader<'a> {
    file: &'a str,
    lines_above: u32,
    facets: &'a [(String, String)],
    matter: FrontMatter,
}

impl Reader<'_> {
    fn yaml(&mut self, source: &str) -> Vec<Entry> {
        let yaml::Parsed { entries, faults } = yaml::parse(source);
        for fault in faults {
            let (line, message) = match fault {
                yaml::Fault::PlainText { key, text, line } => {
                    let remedy = "Put it in quotes.";
                    (
                        line,
                        format!(
                            "The value of “{key}” is not valid YAML, so it is read as the text “{text}”. {remedy}"
                        ),
                    )
                }
                yaml::Fault::NoKey { text, line } => (
                    line,
                    format!(
                        "Left out, because it belongs to no key: “{text}”. Write it as key: value."
                    ),
                ),
                yaml::Fault::Alias { key, line } => {
                    (line, format!("The alias in “{key}” is not followed. Write the value out."))
                }
                yaml::Fault::TooLarge { line } => (line, TOO_LARGE.to_owned()),
            };
            self.report(line, Severity::Warning, message, Some(NOT_VALID));
        }
        entries
    }

    fn settings(&mut self, entries: Vec<Entry>) {
        let (mut settings, repeated) = Settings::new(entries);
        for (key, text, line) in repeated {
            let message = format!("“{key}” is set twice; the first is used, “{text}” is not.");
            self.report(line, Severity::Warning, message, None);
        }
        self.draft(&mut settings);
        self.matter.title = self.text(&mut settings, keys::TITLE);
        self.sections(&mut settings);
        self.matter.standfirst = self.text(&mut settings, keys::STANDFIRST);
        while let Some(setting) = settings.take(keys::AUTHORS) {
            let unused = lists::add_authors(&setting.value, &mut self.matter.authors);
            self.report_unused(&setting, &unused);
        }
        self.matter.date = self.date(&mut settings, keys::DATE);
        self.matter.updated = self.date(&mut settings, keys::UPDATED);
        while let Some(setting) = settings.take(keys::TAGS) {
            let unused = lists::add_tags(&setting.value, &mut self.matter.tags);
            self.report_unused(&setting, &unused);
        }
        self.source(&mut settings);
        self.language(&mut settings);
        self.addresses(&mut settings);
        self.picture(&mut settings);
        self.rest(settings);
    }

    /// Reads `draft: true` and `published: false`. `published` may also be a date.
    fn draft(&mut self, settings: &mut Settings) {
        let is_true = |text: &str| matches!(&*text.to_lowercase(), "true" | "yes" | "on" | "1");
        let is_false = |text: &str| matches!(&*text.to_lowercase(), "false" | "no" | "off" | "0");
        if let Some(draft) = settings.take_text(keys::DRAFT) {
            self.matter.is_draft = is_true(&draft);
        }
        let published = settings.take_if(keys::PUBLISHED, |text| is_true(text) || is_false(text));
        if published.is_some_and(|text| is_false(&text)) {
            self.matter.is_draft = true;
        }
    }

    /// Reads the section, or else the first of the categories. The other categories are tags.
    fn sections(&mut self, settings: &mut Settings) {
        self.matter.section = settings.take(keys::SECTION).and_then(|setting| {
            let mut texts = setting.value.texts().into_iter().filter_map(line_of_text);
            let section = texts.next();
            self.matter.tags.extend(texts);
            section
        });
        let Some(setting) = settings.take(keys::CATEGORIES) else { return };
        let mut categories = Vec::new();
        let unused = lists::add_tags(&setting.value, &mut categories);
        self.report_unused(&setting, &unused);
        let mut categories = categories.into_iter();
        if self.matter.section.is_none() {
            self.matter.section = categories.next();
        }
        let section = self.matter.section.clone();
        self.matter.tags.extend(categories.filter(|category| Some(category) != section.as_ref()));
    }

    fn date(&mut self, settings: &mut Settings, names: &[&str]) -> Option<Date> {
        let setting = settings.take(names)?;
        let (text, unused) = first_text(&setting.value)?;
        self.report_unused(&setting, &unused);
        let Setting { key, line, .. } = setting;
        let day = day::find(&text);
        if day.is_none() {
            let message = format!(
                "No day can be read from “{key}: {text}”, so articles cannot be sorted by it. Write \
                 one like 2024-05-16."
            );
            let group = format!("no day can be read from “{key}”");
            self.report_in(line, Severity::Warning, message, group);
        }
        Some(Date { text, day })
    }

    fn source(&mut self, settings: &mut Settings) {
        let mut found = Source::default();
        while let Some(setting) = settings.take(keys::SOURCE) {
            let name = setting.value.get(&["name", "title", "publisher"]).map(Value::texts);
            let url = setting.value.get(&["url", "link", "href"]).map(Value::texts);
            let texts = match (&name, &url) {
                (None, None) => setting.value.texts(),
                _ => [name, url].into_iter().flatten().flatten().collect(),
            };
            let mut unused = setting.value.texts();
            unused.retain(|text| !texts.contains(text));
            for spelled in texts {
                let Some(text) = line_of_text(spelled) else { continue };
                if is_web_address(&text) {
                    self.matter.addresses.push(text.clone());
                    found.url.get_or_insert(text);
                } else if text.starts_with('/') || setting.key.eq_ignore_ascii_case("url") {
                    // The address of a page on the site that the folder is from.
                    self.address(text);
                } else if found.name.is_none() {
                    found.name = Some(without_wiki_brackets(&text).to_owned());
                } else {
                    unused.push(spelled);
                }
            }
            self.report_unused(&setting, &unused);
        }
        if found != Source::default() {
            self.matter.source = Some(found);
        }
    }

    fn language(&mut self, settings: &mut Settings) {
        let Some(setting) = settings.take(keys::LANGUAGE) else { return };
        let Some((text, unused)) = first_text(&setting.value) else { return };
        self.report_unused(&setting, &unused);
        let tag = text.replace('_', "-");
        if is_language_tag(&tag) {
            self.matter.language = Some(tag);
        } else {
            let message = format!(
                "“{text}” is not a language tag, so it is not used. Write one like en, pt-BR or \
                 zh-Hant."
            );
            self.report(setting.line, Severity::Warning, message, Some("not a language tag"));
        }
    }

    fn addresses(&mut self, settings: &mut Settings) {
        while let Some(setting) = settings.take(keys::SLUG) {
            for text in setting.value.texts().into_iter().filter_map(line_of_text) {
                self.address(text);
            }
        }
        while let Some(setting) = settings.take(keys::ALIASES) {
            let texts = setting.value.texts().into_iter().filter_map(line_of_text);
            self.matter.addresses.extend(texts);
        }
    }

    /// Adds an address. The last piece of the first one is the slug. A pattern such as
    /// `/:categories/:title/` is none.
    fn address(&mut self, text: String) {
        if text.contains(':') && !is_web_address(&text) {
            return;
        }
        let path = text.trim_end_matches("index.html").trim_end_matches('/');
        let last = path.rsplit('/').next().unwrap_or_default();
        let last = last.strip_suffix(".html").unwrap_or(last);
        if !last.is_empty() {
            self.matter.slug.get_or_insert(last.to_owned());
        }
        self.matter.addresses.push(text);
    }

    /// Reads the picture; one on another host is kept as a custom field, because the page loads
    /// nothing from elsewhere.
    fn picture(&mut self, settings: &mut Settings) {
        while let Some(setting) = settings.take(keys::PICTURE) {
            let value = &setting.value;
            let path =
                value.get(&["src", "path", "url", "image", "relative", "file"]).unwrap_or(value);
            let alt = value.get(&["alt", "caption", "title"]);
            let Some(spelled) = path.texts().into_iter().find(|it| line_of_text(it).is_some())
            else {
                continue;
            };
            let mut used = vec![spelled];
            let path = line_of_text(spelled).unwrap_or_default();
            let path = without_wiki_brackets(path.trim_start_matches('!'));
            if is_web_address(path) || path.starts_with("//") {
                let field = CustomField { key: setting.key.clone(), values: vec![path.to_owned()] };
                self.matter.custom.push(field);
            } else if self.matter.picture.is_none() {
                let alt = alt.and_then(first_text_of);
                used.extend(alt);
                let alt = alt.and_then(line_of_text).unwrap_or_default();
                self.matter.picture = Some(Picture { path: path.to_owned(), alt, size: None });
            } else {
                used.clear();
            }
            let mut unused = value.texts();
            unused.retain(|text| !used.contains(text));
            self.report_unused(&setting, &unused);
        }
    }

    /// Keeps all other settings as custom fields, except those that only a generator needs.
    fn rest(&mut self, settings: Settings) {
        for Setting { key, line, value } in settings.into_rest() {
            let name = keys::normalized(&key);
            if value.is_absent() {
                continue;
            }
            let is_facet = self.facets.iter().any(|(facet, _)| keys::normalized(facet) == name);
            if keys::IGNORED.contains(&&*name) && !is_facet {
                let values = value.texts().join(", ");
                let message = format!("`{key}` is ignored: “{values}”.");
                self.report_in(line, Severity::Note, message, format!("`{key}` is ignored"));
                continue;
            }
            if let Some(known) = cuttings_diagnostics::nearest(&key, keys::COMMON)
                && !is_facet
                && !KNOWN_KEYS.contains(&&*name)
            {
                let message = format!("“{key}” is kept as a custom field. Did you mean {known}?");
                let group = format!("“{key}” is kept as a custom field; did you mean {known}?");
                self.report_in(line, Severity::Warning, message, group);
            }
            if !settings::flatten(&key, &value, &mut self.matter.custom) {
                let message = format!("Not all of “{key}” is used, because it has too many parts.");
                self.report(line, Severity::Warning, message, Some(NOT_VALID));
            }
        }
    }

    /// Takes a text: of a map, that of the key which names things.
    fn text(&mut self, settings: &mut Settings, names: &[&str]) -> Option<String> {
        let setting = settings.take(names)?;
        let texts = setting.text_parts();
        let mut unused = setting.value.texts();
        unused.retain(|text| !texts.contains(text));
        self.report_unused(&setting, &unused);
        line_of_text(&texts.join(", "))
    }

    /// Reports the parts of a setting that have no place in an article.
    fn report_unused(&mut self, setting: &Setting, unused: &[&str]) {
        let texts: Vec<String> = unused.iter().filter_map(|text| line_of_text(text)).collect();
        if texts.is_empty() {
            return;
        }
        let key = &setting.key;
        let message = format!("Not used of “{key}”: “{}”.", texts.join("”, “"));
        let group = format!("a part of “{key}” is not used");
        self.report_in(setting.line, Severity::Note, message, group);
    }

    fn report(
        &mut self,
        line: u32,
        severity: Severity,
        message: String,
        group: Option<&'static str>,
    ) {
        let origin = Origin::new(self.file, line.saturating_add(self.lines_above));
        let diagnostic = Diagnostic::new(origin, severity, message);
        self.matter.diagnostics.push(match group {
            Some(group) => diagnostic.in_group(group),
            None => diagnostic,
        });
    }

    fn report_in(&mut self, line: u32, severity: Severity, message: String, group: String) {
        let origin = Origin::new(self.file, line.saturating_add(self.lines_above));
        self.matter.diagnostics.push(Diagnostic::new(origin, severity, message).in_group(group));
    }
}

/// Returns the first text of a value on one line, and the other texts.
fn first_text(value: &Value) -> Option<(String, Vec<&str>)> {
    let mut texts = value.texts().into_iter();
    let text = texts.find_map(line_of_text)?;
    Some((text, texts.collect()))
}

fn first_text_of(value: &Value) -> Option<&str> {
    value.texts().into_iter().next()
}

/// Returns the text of `[[text]]` and `[[target|text]]`.
fn without_wiki_brackets(text: &str) -> &str {
    let inside = text.strip_prefix("[[").and_then(|text| text.strip_suffix("]]"));
    inside.map_or(text, |inside| inside.split_once('|').map_or(inside, |(_, text)| text))
}

fn is_web_address(text: &str) -> bool {
    let is_scheme = |scheme: &str| {
        text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    let has_spaces = text.contains(char::is_whitespace);
    !has_spaces && (is_scheme("https://") || is_scheme("http://")) && text.len() > 8
}
