//! Reads YAML and JSON, which is YAML, into values.
//!
//! Aliases are not followed and the depth is bounded, so no input costs more than its length.

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::value::{Entry, MAX_DEPTH, MAX_ITEMS, Value};
use crate::source::{self, saturating_u32};

/// The entries of a text in YAML, and what was wrong with it.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    pub(super) entries: Vec<Entry>,
    pub(super) faults: Vec<Fault>,
}

/// A fault of the text, with its line from 1.
#[derive(Debug)]
pub(super) enum Fault {
    /// The value of a key is not YAML, so its text is used.
    PlainText { key: String, text: String, line: u32 },
    /// A line belongs to no key.
    NoKey { text: String, line: u32 },
    /// The value of a key is an alias.
    Alias { key: String, line: u32 },
    /// A value is nested too deeply, or a list has too many items.
    TooLarge { line: u32 },
}

/// Reads a mapping. If it is not valid, reads each of its keys on its own, and takes the text of a
/// value that is not valid as it is.
pub(super) fn parse(yaml: &str) -> Parsed {
    if let Some(parsed) = parse_strictly(yaml, 1) {
        return parsed;
    }
    let mut parsed = Parsed::default();
    for chunk in chunks(yaml) {
        if parsed.entries.len() >= MAX_ITEMS {
            parsed.faults.push(Fault::TooLarge { line: chunk.line });
            break;
        }
        match parse_strictly(chunk.text, chunk.line) {
            Some(part) => {
                parsed.entries.extend(part.entries);
                parsed.faults.extend(part.faults);
            }
            None => parse_plainly(&chunk, &mut parsed),
        }
    }
    parsed
}

/// A key with everything up to the next key.
struct Chunk<'a> {
    text: &'a str,
    /// The first line, from 1.
    line: u32,
}

/// Splits a mapping in block style at the lines that open a key of the outermost level.
fn chunks(yaml: &str) -> Vec<Chunk<'_>> {
    let offset = |line: &str| line.as_ptr().addr() - yaml.as_ptr().addr();
    let mut starts: Vec<(usize, u32)> = Vec::new();
    for (number, line) in (1..).zip(source::raw_lines(yaml)) {
        let continues = line.trim().is_empty()
            || line.starts_with([' ', '\t', '#', ']', '}'])
            || line == "-"
            || line.starts_with("- ");
        if !continues || starts.is_empty() {
            starts.push((offset(line), number));
        }
    }
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([yaml.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|((start, line), end)| Chunk {
            text: yaml.get(*start..end).unwrap_or_default(),
            line: *line,
        })
        .collect()
}

/// Takes what follows the colon of a chunk as text.
fn parse_plainly(chunk: &Chunk<'_>, parsed: &mut Parsed) {
    let text = chunk.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = chunk.line;
    match text.split_once(':') {
        Some((key, value)) if !key.is_empty() && !key.contains(['"', '{', '[']) => {
            let (key, text) = (key.to_owned(), value.trim().to_owned());
            let value = Value::Text(text.clone());
            parsed.entries.push(Entry { key: key.clone(), line, value });
            parsed.faults.push(Fault::PlainText { key, text, line });
        }
        _ => parsed.faults.push(Fault::NoKey { text, line }),
    }
}

/// Reads a mapping whose first line has the number `first_line`; returns `None` if the text is not
/// a mapping.
fn parse_strictly(yaml: &str, first_line: u32) -> Option<Parsed> {
    let mut builder = Builder::default();
    for event in Parser::new_from_str(yaml) {
        let (event, span) = event.ok()?;
        let line = saturating_u32(span.start.line().max(1)).saturating_add(first_line - 1);
        builder.event(event, line);
    }
    match builder.finished {
        None => Some(Parsed { entries: Vec::new(), faults: builder.faults }),
        Some(Value::Absent) => Some(Parsed::default()),
        Some(Value::Map(entries)) => Some(Parsed { entries, faults: builder.faults }),
        Some(Value::Text(_) | Value::List(_)) => None,
    }
}

/// A list or map that is being read.
enum Open {
    List(Vec<Value>),
    /// The entries so far, and the key whose value comes next.
    Map(Vec<Entry>, Option<(String, u32)>),
}

/// Builds a value from events.
#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    /// The number of open values that are too deep to keep.
    skipped: usize,
    finished: Option<Value>,
    faults: Vec<Fault>,
}

impl Builder {
    fn event(&mut self, event: Event<'_>, line: u32) {
        match event {
            Event::Scalar(text, style, _, _) => {
                let is_null = style == ScalarStyle::Plain
                    && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
                let value = if is_null { Value::Absent } else { Value::Text(text.into_owned()) };
                self.value(value, line);
            }
            Event::SequenceStart(..) => self.start(Open::List(Vec::new()), line),
            Event::MappingStart(..) => self.start(Open::Map(Vec::new(), None), line),
            Event::SequenceEnd | Event::MappingEnd => {
                if self.skipped > 0 {
                    self.skipped -= 1;
                    return;
                }
                match self.open.pop() {
                    Some(Open::List(items)) => self.value(Value::List(items), line),
                    Some(Open::Map(entries, _)) => self.value(Value::Map(entries), line),
                    None => {}
                }
            }
            Event::Alias(_) => {
                let key = match self.open.last() {
                    Some(Open::Map(_, Some((key, _)))) => key.clone(),
                    _ => String::new(),
                };
                if self.skipped == 0 {
                    self.faults.push(Fault::Alias { key, line });
                }
                self.value(Value::Absent, line);
            }
            _ => {}
        }
    }

    fn start(&mut self, value: Open, line: u32) {
        if self.skipped > 0 || self.open.len() >= MAX_DEPTH {
            if self.skipped == 0 {
                self.too_large(line);
                self.value(Value::Absent, line);
            }
            self.skipped += 1;
        } else {
            self.open.push(value);
        }
    }

    fn too_large(&mut self, line: u32) {
        if !matches!(self.faults.last(), Some(Fault::TooLarge { .. })) {
            self.faults.push(Fault::TooLarge { line });
        }
    }

    fn value(&mut self, value: Value, line: u32) {
        if self.skipped > 0 {
            return;
        }
        match self.open.last_mut() {
            Some(Open::List(items)) if items.len() < MAX_ITEMS => items.push(value),
            Some(Open::Map(entries, key)) => match key.take() {
                Some((key, line)) if entries.len() < MAX_ITEMS => {
                    entries.push(Entry { key, line, value });
                }
                Some(_) => self.too_large(line),
                None => *key = Some((value.texts().join(" "), line)),
            },
            Some(Open::List(_)) => self.too_large(line),
            None => self.finished = Some(value),
        }
    }
}

/// Replaces the escapes of UTF-16 surrogate pairs, which JSON has and YAML has not, by their
/// characters.
pub(super) fn join_surrogates(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find("\\u") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let unit = |from: &str| {
            let digits = from.strip_prefix("\\u")?.get(..4)?;
            u16::from_str_radix(digits, 16).ok()
        };
        let pair = unit(from).zip(from.get(6..).and_then(unit));
        let joined = pair.and_then(|(high, low)| char::decode_utf16([high, low]).next()?.ok());
        match joined.filter(|c| *c > '\u{ffff}') {
            Some(c) => {
                out.push(c);
                rest = from.get(12..).unwrap_or_default();
            }
            None => {
                out.push_str("\\u");
                rest = from.get(2..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}
