//! Parses front matter: YAML between two lines of dashes at the top of a Markdown seed.
//!
//! It is a flat mapping of a few known keys. Aliases are not followed and nested values are not
//! kept, so no input costs more than its length.

use cuttings_diagnostics::{Diagnostic, Origin, Severity, nearest};
use saphyr_parser::{Event, Parser};

use crate::{
    language_tag::is_language_tag,
    source::{self, saturating_u32},
};

/// The known keys. `language` is another spelling of `lang`.
const KEYS: &[&str] =
    &["title", "section", "standfirst", "author", "date", "source", "lang", "language"];

/// The front matter's first line is the file's second.
const LINES_ABOVE: u32 = 1;

/// The values of front matter as they are written.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub(super) title: Option<String>,
    pub(super) section: Option<String>,
    pub(super) standfirst: Option<String>,
    pub(super) author: Option<String>,
    pub(super) date: Option<String>,
    pub(super) source: Option<String>,
    pub(super) language: Option<String>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// The result of looking for front matter at the top of a text.
pub(super) enum Split<'a> {
    /// The text opens with none.
    Absent,
    /// The YAML, and the offset at which the body starts.
    Present { yaml: &'a str, body_start: usize },
    /// The text opens with front matter that has no closing line.
    Unclosed,
}

/// Splits the front matter off a text.
///
/// A line of dashes that no other closes opens front matter only if a known key follows, because
/// the text may be anything else.
pub(super) fn split(text: &str) -> Split<'_> {
    let mut lines = source::raw_lines(text);
    if lines.next().is_none_or(|opening| opening.trim_end() != "---") {
        return Split::Absent;
    }
    let offset = |line: &str| line.as_ptr().addr() - text.as_ptr().addr();
    let mut lines = lines.peekable();
    let Some(first) = lines.peek() else { return Split::Absent };
    let start = offset(first);
    let opens_with_key = first.split_once(':').is_some_and(|(key, _)| KEYS.contains(&key.trim()));
    match lines.find(|line| matches!(line.trim_end(), "---" | "...")) {
        Some(closing) => {
            let end = offset(closing);
            let yaml = text.get(start..end).unwrap_or_default();
            Split::Present { yaml, body_start: end + closing.len() }
        }
        None if opens_with_key => Split::Unclosed,
        None => Split::Absent,
    }
}

/// Parses the YAML of the file `file`.
pub(super) fn parse(file: &str, yaml: &str) -> FrontMatter {
    let mut reader =
        Reader { file, matter: FrontMatter::default(), key: None, depth: 0, list: None };
    for event in Parser::new_from_str(yaml) {
        match event {
            Ok((event, span)) => reader.event(event, saturating_u32(span.start.line().max(1))),
            Err(error) => {
                let line = error.marker().line();
                let source_line = source::raw_lines(yaml).nth(line.saturating_sub(1));
                let remedy = match source_line {
                    Some(text) if text.matches(':').count() > 1 => {
                        "A value that contains a colon must be in quotes: title: \"Harbour: the \
                         reopening\"."
                    }
                    _ => "Write one setting per line: title: The Harbour Reopens.",
                };
                let message = format!("This front matter is not YAML: {}. {remedy}", error.info());
                reader.report(saturating_u32(line.max(1)), Severity::Error, message);
                break;
            }
        }
    }
    reader.matter
}

struct Reader<'a> {
    file: &'a str,
    matter: FrontMatter,
    /// The key whose value comes next, and its line.
    key: Option<(String, u32)>,
    /// The number of open mappings and lists.
    depth: u32,
    /// The items so far of a list that is a key's value.
    list: Option<Vec<String>>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, line: u32) {
        match event {
            Event::Scalar(text, _, _, _) => self.scalar(&text, line),
            Event::MappingStart(..) => {
                if self.depth == 1 {
                    self.reject_nested(line);
                }
                self.depth += 1;
            }
            Event::SequenceStart(..) => {
                match self.depth {
                    0 => {
                        // Counts as two levels, so that its items are reported like nested values.
                        self.depth += 1;
                        let message = "Front matter must be settings, not a list. Write one per \
                                       line: title: The Harbour Reopens.";
                        self.report(line, Severity::Error, message);
                    }
                    1 if self.key.is_some() => self.list = Some(Vec::new()),
                    1 => self.reject_nested(line),
                    // A list inside a list cannot become text.
                    _ => {}
                }
                self.depth += 1;
            }
            Event::MappingEnd | Event::SequenceEnd => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 1
                    && let Some(items) = self.list.take()
                {
                    self.value(&items.join(", "));
                }
            }
            Event::Alias(_) => {
                let message = "YAML aliases are not followed. Write the value out.";
                self.report(line, Severity::Warning, message);
                if self.depth == 1 {
                    self.key = None;
                }
            }
            _ => {}
        }
    }

    fn scalar(&mut self, text: &str, line: u32) {
        match (self.depth, &mut self.list) {
            (0, _) => {
                if !text.is_empty() {
                    let message = format!(
                        "Front matter must be settings, one per line: title: The Harbour Reopens. \
                         Found “{text}”."
                    );
                    self.report(line, Severity::Error, message);
                }
            }
            (1, _) if self.key.is_none() => self.key = Some((text.to_owned(), line)),
            (1, _) => self.value(text),
            (2, Some(items)) => items.push(text.to_owned()),
            // Inside a nested value. The warning about it is at its start; this quotes the text.
            _ => self.report(line, Severity::Note, format!("Not used: “{text}”.")),
        }
    }

    /// Reports a mapping where text is expected.
    fn reject_nested(&mut self, line: u32) {
        let key = self.key.take().map(|(key, _)| key).unwrap_or_default();
        let message = format!("The value of “{key}” must be text; it is not used.");
        self.report(line, Severity::Warning, message);
    }

    fn value(&mut self, text: &str) {
        let Some((key, line)) = self.key.take() else { return };
        let (text, _) = source::clean(text);
        // YAML spells a missing value like this.
        let value = Some(text.into_owned()).filter(|t| !matches!(t.as_str(), "" | "~" | "null"));
        let field = match key.as_str() {
            "title" => &mut self.matter.title,
            "section" => &mut self.matter.section,
            "standfirst" => &mut self.matter.standfirst,
            "author" => &mut self.matter.author,
            "date" => &mut self.matter.date,
            "source" => &mut self.matter.source,
            "lang" | "language" => {
                if let Some(tag) = value.as_deref().filter(|tag| !is_language_tag(tag)) {
                    let message = format!(
                        "“{tag}” is not a language tag, so it is not used. Write one like en, \
                         pt-BR or zh-Hant."
                    );
                    return self.report(line, Severity::Warning, message);
                }
                &mut self.matter.language
            }
            unknown => {
                let remedy = match nearest(unknown, KEYS) {
                    Some(known) => format!("Did you mean {known}?"),
                    None => format!("The known settings are {}.", KEYS.join(", ")),
                };
                let value = value.unwrap_or_default();
                let message =
                    format!("There is no setting “{unknown}”, so “{value}” is not used. {remedy}");
                return self.report(line, Severity::Warning, message);
            }
        };
        match (&field, value) {
            (Some(first), Some(second)) => {
                let message =
                    format!("“{key}” is set twice; “{first}” is used, “{second}” is not.");
                self.report(line, Severity::Warning, message);
            }
            (None, value) => *field = value,
            (Some(_), None) => {}
        }
    }

    fn report(&mut self, line: u32, severity: Severity, message: impl Into<String>) {
        let origin = Origin::new(self.file, line.saturating_add(LINES_ABOVE));
        self.matter.diagnostics.push(Diagnostic::new(origin, severity, message));
    }
}
