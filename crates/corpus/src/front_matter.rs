//! The YAML between two lines of dashes at the top of a Markdown seed: a flat mapping of a few known keys.

use cuttings_diagnostics::{Severity, nearest};
use saphyr_parser::{Event, Parser};

use crate::{is_language_tag, source};

/// What front matter may say, as it was written.
#[derive(Debug, Default)]
pub(crate) struct FrontMatter {
    pub(crate) title: Option<String>,
    pub(crate) section: Option<String>,
    pub(crate) standfirst: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) date: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) language: Option<String>,
    /// What was wrong: the line counted from 1 within the front matter, and a message.
    pub(crate) findings: Vec<(u32, Severity, String)>,
}

/// The keys, with `language` as another spelling of `lang`.
const KEYS: &[&str] =
    &["title", "section", "standfirst", "author", "date", "source", "lang", "language"];

/// Splits the front matter off a text: the YAML, its first line's number, and where the body starts, in bytes.
///
/// `None` if the text opens with none. An opening line without a closing one is front matter only if what follows looks
/// like it; `Err` then, as the text may be anything.
pub(crate) fn split(text: &str) -> Option<Result<(&str, usize), ()>> {
    let mut lines = source::split(text);
    let opening = lines.next()?;
    if opening.trim_end() != "---" {
        return None;
    }
    let offset = |line: &str| line.as_ptr().addr() - text.as_ptr().addr();
    let mut start = None;
    let mut looks_like_settings = false;
    for line in lines {
        let start = *start.get_or_insert_with(|| {
            looks_like_settings =
                line.split_once(':').is_some_and(|(key, _)| KEYS.contains(&key.trim()));
            offset(line)
        });
        if matches!(line.trim_end(), "---" | "...") {
            let end = offset(line);
            return Some(Ok((text.get(start..end)?, end + line.len())));
        }
    }
    looks_like_settings.then_some(Err(()))
}

/// Reads the YAML. Aliases are not followed and nested values not kept, so no input costs more than its length.
pub(crate) fn read(yaml: &str) -> FrontMatter {
    let mut reader = Reader { out: FrontMatter::default(), key: None, depth: 0, list: None };
    for event in Parser::new_from_str(yaml) {
        match event {
            Ok((event, span)) => reader.event(event, source::to_u32(span.start.line().max(1))),
            Err(error) => {
                let line = source::to_u32(error.marker().line().max(1));
                let remedy = match source::split(yaml).nth(error.marker().line().saturating_sub(1))
                {
                    Some(line) if line.matches(':').count() > 1 => {
                        " A value that holds a colon has to stand in quotes: title: \"Harbour: the reopening\"."
                    }
                    _ => " Write one setting a line: title: The Harbour Reopens.",
                };
                let message = format!("This front matter is not YAML: {}.{remedy}", error.info());
                reader.out.findings.push((line, Severity::Error, message));
                break;
            }
        }
    }
    reader.out
}

struct Reader {
    out: FrontMatter,
    /// The key whose value comes next, and its line.
    key: Option<(String, u32)>,
    /// How many mappings and lists are open.
    depth: u32,
    /// The items so far of a list that is a known key's value.
    list: Option<Vec<String>>,
}

impl Reader {
    fn event(&mut self, event: Event<'_>, line: u32) {
        match event {
            Event::Scalar(text, _, _, _) => self.scalar(&text, line),
            Event::MappingStart(..) => {
                if self.depth == 1 {
                    self.nested(line);
                }
                self.depth += 1;
            }
            Event::SequenceStart(..) => {
                match self.depth {
                    0 => {
                        // One deeper than it is, so that its items are told as nested ones are.
                        self.depth += 1;
                        let message = "Front matter has to be settings, not a list. Write one a line: title: \
                                       The Harbour Reopens.";
                        self.say(line, Severity::Error, message.to_owned());
                    }
                    1 if self.key.is_some() => self.list = Some(Vec::new()),
                    1 => self.nested(line),
                    // A list or mapping inside a list is nothing that text can be made of.
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
                self.say(
                    line,
                    Severity::Warning,
                    "A YAML alias is not followed here. Write the value out.".to_owned(),
                );
                if self.depth == 1 {
                    self.key = None;
                }
            }
            _ => {}
        }
    }

    fn scalar(&mut self, text: &str, line: u32) {
        match self.depth {
            0 => {
                let message =
                    "Front matter has to be settings, one a line: title: The Harbour Reopens."
                        .to_owned();
                if !text.is_empty() {
                    self.say(line, Severity::Error, format!("{message} Found “{text}”."));
                }
            }
            1 if self.key.is_none() => self.key = Some((text.to_owned(), line)),
            1 => self.value(text),
            2 if self.list.is_some() => {
                if let Some(items) = &mut self.list {
                    items.push(text.to_owned());
                }
            }
            // Inside a nested value; the message about it stands at its start, the text is quoted here.
            _ => self.say(line, Severity::Note, format!("Not used: “{text}”.")),
        }
    }

    /// A mapping where text belongs.
    fn nested(&mut self, line: u32) {
        let key = self.key.take().map(|(key, _)| key).unwrap_or_default();
        self.say(
            line,
            Severity::Warning,
            format!("The value of “{key}” has to be text; it is not used."),
        );
    }

    fn value(&mut self, text: &str) {
        let Some((key, line)) = self.key.take() else { return };
        let (text, _) = source::clean(text);
        // YAML's ways to say that there is no value.
        let value = Some(text.into_owned()).filter(|t| !matches!(t.as_str(), "" | "~" | "null"));
        let place = match key.as_str() {
            "title" => &mut self.out.title,
            "section" => &mut self.out.section,
            "standfirst" => &mut self.out.standfirst,
            "author" => &mut self.out.author,
            "date" => &mut self.out.date,
            "source" => &mut self.out.source,
            "lang" | "language" => {
                if let Some(tag) = value.as_deref().filter(|tag| !is_language_tag(tag)) {
                    let message = format!(
                        "“{tag}” is not a language tag, so it is not used. Write one like en, pt-BR or zh-Hant."
                    );
                    return self.say(line, Severity::Warning, message);
                }
                &mut self.out.language
            }
            unknown => {
                let remedy = match nearest(unknown, KEYS) {
                    Some(known) => format!("Did you mean {known}?"),
                    None => format!("Known are {}.", KEYS.join(", ")),
                };
                let value = value.unwrap_or_default();
                let message =
                    format!("There is no setting “{unknown}”, so “{value}” is not used. {remedy}");
                return self.say(line, Severity::Warning, message);
            }
        };
        match (&place, value) {
            (Some(first), Some(second)) => {
                let message =
                    format!("“{key}” is set twice; “{first}” is used, “{second}” is not.");
                self.say(line, Severity::Warning, message);
            }
            (None, value) => *place = value,
            (Some(_), None) => {}
        }
    }

    fn say(&mut self, line: u32, severity: Severity, message: String) {
        self.out.findings.push((line, severity, message));
    }
}
