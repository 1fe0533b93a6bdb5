//! Reads annotated corpora: spans in JSON lines, tokens with BIO tags, and GUM's CoNLL-U.

use crate::relevance::lines;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

/// A document of annotated sentences or paragraphs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Document {
    pub(crate) texts: Vec<Text>,
}

/// A text with its annotated names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Text {
    pub(crate) text: String,
    /// Byte ranges, each with the corpus's own word for its kind.
    pub(crate) names: Vec<(Range<usize>, String)>,
}

/// A line of a file of spans. Its offsets are in characters.
#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: Option<serde_json::Value>,
    #[serde(default)]
    doc: Option<serde_json::Value>,
    #[serde(default)]
    headline: Option<String>,
    #[serde(default)]
    headline_entities: Vec<Span>,
    #[serde(default)]
    text: Option<String>,
    #[serde(default)]
    entities: Vec<Span>,
}

#[derive(Deserialize)]
struct Span {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
}

/// Reads documents from `texts`, and their names from `gold`, which may be the same file.
///
/// Consecutive lines with the same `doc` form a document. Lines of the two files are matched by
/// `id`, or by line number if they have none.
pub(crate) fn spans(texts: &Path, gold: &Path) -> Result<Vec<Document>, String> {
    let read = |path: &Path| -> Result<Vec<Line>, String> {
        lines(path)?
            .enumerate()
            .map(|(number, line)| {
                serde_json::from_str(&line?)
                    .map_err(|error| format!("{}:{}: {error}", path.display(), number + 1))
            })
            .collect()
    };
    let key = |number: usize, line: &Line| {
        line.id.as_ref().map_or(number.to_string(), ToString::to_string)
    };
    let mut gold: BTreeMap<String, Line> = read(gold)?
        .into_iter()
        .enumerate()
        .map(|(number, line)| (key(number, &line), line))
        .collect();
    let mut documents: Vec<Document> = Vec::new();
    let mut last = None;
    for (number, line) in read(texts)?.into_iter().enumerate() {
        let annotated = gold.remove(&key(number, &line));
        let is_new = line.doc.is_none() || line.doc != last;
        if is_new || documents.is_empty() {
            documents.push(Document::default());
        }
        let Some(document) = documents.last_mut() else { continue };
        let (mut headline_names, mut names) = (Vec::new(), Vec::new());
        if let Some(line) = annotated {
            (headline_names, names) = (line.headline_entities, line.entities);
        }
        if let Some(headline) = line.headline {
            document.texts.extend(split(&headline, &headline_names));
        }
        document.texts.extend(split(&line.text.unwrap_or_default(), &names));
        last = line.doc;
    }
    Ok(documents)
}

/// Splits a text into lines, each with its names.
fn split(text: &str, spans: &[Span]) -> Vec<Text> {
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(text.len());
    let mut out = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let names = spans
            .iter()
            .map(|span| (byte(span.start)..byte(span.end), span.kind.clone()))
            .filter(|(range, _)| start <= range.start && range.start < end)
            .map(|(range, kind)| (range.start - start..range.end.min(end) - start, kind))
            .collect();
        out.push(Text { text: line.to_owned(), names });
        start = end;
    }
    out
}

/// Reads a token and its tag per line, separated by a tab. `B-` starts a name, `I-` continues it.
///
/// A blank line ends a text, and each text is a document. Account names and hashtags ("@ someone",
/// "#UN") do not count as names.
pub(crate) fn bio(text: &str) -> Vec<Document> {
    let mut documents = Vec::new();
    let mut current = Text::default();
    for line in text.lines().chain([""]) {
        let Some((token, tag)) = line.split_once('\t') else {
            if !current.text.is_empty() {
                documents.push(Document { texts: vec![std::mem::take(&mut current)] });
            }
            continue;
        };
        if !current.text.is_empty() {
            current.text.push(' ');
        }
        let is_account = token.starts_with(['@', '#']) || current.text.ends_with("@ ");
        let start = current.text.len();
        current.text.push_str(token);
        if is_account {
            continue;
        }
        match (tag.trim().split_once('-'), current.names.last_mut()) {
            (Some(("I", _)), Some((range, _))) => range.end = current.text.len(),
            (Some((_, kind)), _) => {
                current.names.push((start..current.text.len(), kind.to_owned()));
            }
            (None, _) => {}
        }
    }
    documents
}

/// A token of a CoNLL-U file.
struct Word {
    is_proper: bool,
    range: Range<usize>,
}

/// A mention whose end has not been read yet.
struct OpenMention {
    id: String,
    kind: String,
    first: usize,
}

/// Reads a document of GUM (<https://gucorpling.org/gum/>).
///
/// Its names are runs of proper nouns, each with the kind of the smallest mention that contains it.
/// Kinds are GUM's own: `person`, `place`, `organization`, …
pub(crate) fn gum(text: &str) -> Document {
    let mut document = Document::default();
    let mut sentence = Text::default();
    let mut words: Vec<Word> = Vec::new();
    let mut open: Vec<OpenMention> = Vec::new();
    let mut mentions: Vec<(Range<usize>, String)> = Vec::new();
    // A line "3-4" has the joined text of words 3 and 4. This is the last word of such a line.
    let mut joined_until = 0;
    for line in text.lines().chain([""]) {
        if line.is_empty() {
            sentence.names = names_of(&words, &mentions);
            if !words.is_empty() {
                document.texts.push(std::mem::take(&mut sentence));
            }
            (words, mentions) = (Vec::new(), Vec::new());
            open.clear();
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, _, _, kind, _, _, _, _, more] = columns.as_slice() else { continue };
        if id.contains('.') {
            continue;
        }
        let space = if more.contains("SpaceAfter=No") { "" } else { " " };
        if let Some((_, last)) = id.split_once('-') {
            joined_until = last.parse().unwrap_or(0);
            sentence.text.push_str(form);
            sentence.text.push_str(space);
            continue;
        }
        let number: usize = id.parse().unwrap_or(0);
        let start = if number <= joined_until {
            // The joined text is in the sentence already, and its last part ends at its end.
            sentence.text.trim_end().len().saturating_sub(form.len())
        } else {
            let start = sentence.text.len();
            sentence.text.push_str(form);
            sentence.text.push_str(space);
            start
        };
        let at = words.len();
        words.push(Word { is_proper: kind.starts_with("NNP"), range: start..start + form.len() });
        let entities =
            more.split('|').find_map(|field| field.strip_prefix("Entity=")).unwrap_or_default();
        let mut rest = entities;
        while !rest.is_empty() {
            if let Some(opened) = rest.strip_prefix('(') {
                let end = opened.find(['(', ')']).unwrap_or(opened.len());
                let (fields, after) = opened.split_at(end);
                let mut fields = fields.split('-');
                let (id, kind) =
                    (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
                if let Some(after) = after.strip_prefix(')') {
                    mentions.push((at..at + 1, kind.to_owned()));
                    rest = after;
                } else {
                    open.push(OpenMention { id: id.to_owned(), kind: kind.to_owned(), first: at });
                    rest = after;
                }
            } else {
                let end = rest.find(['(', ')']).unwrap_or(rest.len());
                let id = rest.get(..end).unwrap_or_default();
                if let Some(found) = open.iter().rposition(|open| open.id == id) {
                    let OpenMention { kind, first, .. } = open.remove(found);
                    mentions.push((first..at + 1, kind));
                }
                rest = rest.get(end..).unwrap_or_default();
                rest = rest.strip_prefix(')').unwrap_or(rest);
            }
        }
    }
    document
}

/// Returns the runs of proper nouns with the kinds of their mentions.
///
/// A run takes the kind of the smallest mention that contains all of it. If that is a person, or
/// there is none, each word takes the kind of the smallest mention that contains the word.
fn names_of(words: &[Word], mentions: &[(Range<usize>, String)]) -> Vec<(Range<usize>, String)> {
    let smallest = |at: usize| {
        mentions
            .iter()
            .enumerate()
            .filter(|(_, (range, _))| range.contains(&at))
            .min_by_key(|(_, (range, _))| range.len())
    };
    let mut out: Vec<(Range<usize>, String)> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if !words[at].is_proper {
            at += 1;
            continue;
        }
        let mut end = at;
        while end < words.len() && words[end].is_proper {
            end += 1;
        }
        let contains_run = |range: &Range<usize>| range.start <= at && end <= range.end;
        let whole = mentions
            .iter()
            .filter(|(range, _)| contains_run(range))
            .min_by_key(|(range, _)| range.len());
        match whole {
            Some((_, kind)) if kind != "person" => {
                let range = words[at].range.start..words[end - 1].range.end;
                out.push((range, kind.clone()));
            }
            _ => {
                // Adjacent words with the same mention form one name.
                let mut last = None;
                for (position, word) in words.iter().enumerate().take(end).skip(at) {
                    let Some((number, (_, kind))) = smallest(position) else {
                        last = None;
                        continue;
                    };
                    if last == Some(number)
                        && let Some((range, _)) = out.last_mut()
                    {
                        range.end = word.range.end;
                    } else {
                        out.push((word.range.clone(), kind.clone()));
                    }
                    last = Some(number);
                }
            }
        }
        at = end;
    }
    out
}
