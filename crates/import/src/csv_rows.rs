//! Reads tables with a row of names, and turns rows with an address into teasers.

use cuttings_corpus::{Article, DEFAULT_SECTION, Date, Source, decode, find_day, line_of_text};
use cuttings_diagnostics::{Origin, Severity, SourceFile};

use crate::importer::quoted;
use crate::item::{Item, Reading};
use crate::{File, Flow, Importer, highlight, web_address};

/// The most tags of a row.
const MAX_TAGS: usize = 100;

/// A row of a table.
pub(crate) struct Row<'a> {
    /// The names of the columns in lower case.
    names: &'a [String],
    record: &'a csv::StringRecord,
}

impl Row<'_> {
    /// Returns the text in a column on one line; `None` if it is empty.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        let column = self.names.iter().position(|it| it == name)?;
        line_of_text(self.record.get(column)?)
    }
}

/// A saved address, as all tables and lists have it.
#[derive(Debug, Default)]
pub(crate) struct Link {
    pub(crate) url: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) section: Option<String>,
    pub(crate) standfirst: Option<String>,
    pub(crate) tags: Vec<String>,
    pub(crate) reading: Reading,
}

impl Link {
    /// Returns the teaser. An address that is not of the web is left out with a message.
    pub(crate) fn pass_on(self, file: &str, line: u32, importer: &mut Importer<'_>) -> Flow {
        let spelled = self.url.unwrap_or_default();
        let Some(url) = web_address::web(&spelled) else {
            let address = quoted(&spelled);
            let reason = match &self.title {
                _ if !spelled.is_empty() => {
                    format!("{address} is not an address of the web, so this entry is left out.")
                }
                Some(title) => format!("{} has no address, so it is left out.", quoted(title)),
                None => "This entry has no address, so it is left out.".to_owned(),
            };
            return importer.report(file, line, Severity::Warning, reason);
        };
        // Programs that did not load the page take its address as the title.
        let title = self.title.filter(|title| web_address::web(title).is_none());
        let title = title.unwrap_or_else(|| web_address::title_of(&url));
        let section = self.section.unwrap_or_else(|| DEFAULT_SECTION.to_owned());
        let article = Article {
            standfirst: self.standfirst,
            source: Some(Source { name: None, url: Some(url) }),
            tags: self.tags,
            ..Article::new(section, title, Origin::new(file, line))
        };
        let saved =
            article.source.as_ref().and_then(|it| importer.highlights.remove(it.url.as_deref()?));
        let annotations = highlight::located(&article, &saved.unwrap_or_default());
        importer.item(Item { article, reading: self.reading, annotations })
    }
}

/// Reads a table whose rows are saved addresses.
pub(crate) fn read(
    file: &File<'_>,
    importer: &mut Importer<'_>,
    mut to_link: impl FnMut(&Row<'_>) -> Link,
) -> Flow {
    each(file, importer, &mut |row, line, importer| to_link(row).pass_on(file.name, line, importer))
}

/// Calls a function for each row of a table, with its line.
pub(crate) fn each(
    file: &File<'_>,
    importer: &mut Importer<'_>,
    on_row: &mut dyn FnMut(&Row<'_>, u32, &mut Importer<'_>) -> Flow,
) -> Flow {
    let decoded = match decode(SourceFile { name: file.name, bytes: file.bytes }) {
        Ok(decoded) => decoded,
        Err(error) => return importer.diagnostic(*error),
    };
    if let Some(warning) = decoded.warning {
        importer.diagnostic(warning)?;
    }
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(decoded.text.as_bytes());
    let names: Vec<String> = match reader.headers() {
        Ok(names) => names.iter().map(|name| name.trim().to_lowercase()).collect(),
        Err(error) => {
            return importer.error(file.name, format!("This table cannot be read: {error}."));
        }
    };
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {
                let line = record.position().map_or(1, csv::Position::line);
                let line = u32::try_from(line).unwrap_or(u32::MAX);
                let row = Row { names: &names, record: &record };
                on_row(&row, line, importer)?;
            }
            Ok(false) => return Flow::Continue(()),
            Err(error) => {
                let reason =
                    format!("The rest of this table cannot be read: {error}. Export it again.");
                return importer.error(file.name, reason);
            }
        }
    }
}

/// Returns the tags in a text, without duplicates.
pub(crate) fn tags<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in texts.into_iter().filter_map(line_of_text).take(MAX_TAGS) {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

/// Returns the tags of a list as JSON or Python writes it: `["a", "b"]` or `['a', 'b']`. Other
/// texts are separated by commas.
pub(crate) fn listed_tags(text: &str) -> Vec<String> {
    if let Ok(items) = serde_json::from_str::<Vec<String>>(text) {
        return tags(items.iter().map(String::as_str));
    }
    let inner = text.trim().trim_start_matches('[').trim_end_matches(']');
    tags(inner.split(',').map(|tag| tag.trim().trim_matches(['"', '\''])))
}

/// Returns a date. Unix seconds are spelled as a day.
pub(crate) fn date(text: &str) -> Date {
    let day = find_day(text);
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let text = match day {
        Some(day) if is_number => format!("{:04}-{:02}-{:02}", day.year, day.month, day.day),
        _ => text.to_owned(),
    };
    Date { text, day }
}
