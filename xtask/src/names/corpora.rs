//! Texts with the names in them, as the corpora keep them: spans in JSON lines, and GUM's CoNLL-U.

use crate::relevance::lines;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

/// A document: its texts (sentences or paragraphs), each with the names in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Document {
    pub(crate) texts: Vec<Text>,
}

/// A text and its names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Text {
    pub(crate) text: String,
    /// Ranges of bytes, and the kind as the corpus calls it.
    pub(crate) names: Vec<(Range<usize>, String)>,
}

/// A line of a file of spans. Offsets count characters.
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

/// Reads documents from `texts`, and the names in them from `gold` (which may be the same file). Lines of one `doc` are one
/// document; lines of the two files belong together by `id`, or by their place where they have none.
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
        let named = gold.remove(&key(number, &line));
        let is_new = line.doc.is_none() || line.doc != last;
        if is_new || documents.is_empty() {
            documents.push(Document::default());
        }
        let Some(document) = documents.last_mut() else { continue };
        let (mut headline_names, mut names) = (Vec::new(), Vec::new());
        if let Some(named) = named {
            (headline_names, names) = (named.headline_entities, named.entities);
        }
        if let Some(headline) = line.headline {
            document.texts.extend(split(&headline, &headline_names));
        }
        document.texts.extend(split(&line.text.unwrap_or_default(), &names));
        last = line.doc;
    }
    Ok(documents)
}

/// The lines of a text, each with its own names.
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

/// Reads tokens with their tags, one a line, parted by a tab: `B-` opens a name and `I-` goes on with it. A blank line ends a text,
/// and each text is a document. Names of accounts and hashtags ("@ someone", "#UN") are none.
pub(crate) fn bio(text: &str) -> Vec<Document> {
    let mut documents = Vec::new();
    let mut here = Text::default();
    for line in text.lines().chain([""]) {
        let Some((token, tag)) = line.split_once('\t') else {
            if !here.text.is_empty() {
                documents.push(Document { texts: vec![std::mem::take(&mut here)] });
            }
            continue;
        };
        if !here.text.is_empty() {
            here.text.push(' ');
        }
        let is_account = token.starts_with(['@', '#']) || here.text.ends_with("@ ");
        let start = here.text.len();
        here.text.push_str(token);
        if is_account {
            continue;
        }
        match (tag.trim().split_once('-'), here.names.last_mut()) {
            (Some(("I", _)), Some((range, _))) => range.end = here.text.len(),
            (Some((_, kind)), _) => here.names.push((start..here.text.len(), kind.to_owned())),
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

/// An entity while its end is looked for.
struct Open {
    id: String,
    kind: String,
    first: usize,
}

/// Reads a document of GUM (<https://gucorpling.org/gum/>): runs of proper nouns, each with the kind of the smallest mention
/// that holds it. Kinds are GUM's own: `person`, `place`, `organization`, …
pub(crate) fn gum(text: &str) -> Document {
    let mut document = Document::default();
    let mut sentence = Text::default();
    let mut words: Vec<Word> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut mentions: Vec<(Range<usize>, String)> = Vec::new();
    // "3-4" gives the text of words 3 and 4 together.
    let mut together = 0;
    for line in text.lines().chain([""]) {
        if line.is_empty() {
            sentence.names = named(&words, &mentions);
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
            together = last.parse().unwrap_or(0);
            sentence.text.push_str(form);
            sentence.text.push_str(space);
            continue;
        }
        let number: usize = id.parse().unwrap_or(0);
        let start = if number <= together {
            // A part of what is written already: it ends where that ends.
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
                    open.push(Open { id: id.to_owned(), kind: kind.to_owned(), first: at });
                    rest = after;
                }
            } else {
                let end = rest.find(['(', ')']).unwrap_or(rest.len());
                let id = rest.get(..end).unwrap_or_default();
                if let Some(found) = open.iter().rposition(|open| open.id == id) {
                    let Open { kind, first, .. } = open.remove(found);
                    mentions.push((first..at + 1, kind));
                }
                rest = rest.get(end..).unwrap_or_default();
                rest = rest.strip_prefix(')').unwrap_or(rest);
            }
        }
    }
    document
}

fn named(words: &[Word], mentions: &[(Range<usize>, String)]) -> Vec<(Range<usize>, String)> {
    // The largest mention that begins or ends with a run and is hardly more than it decides; else the smallest that holds it.
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
        let holding = |range: &Range<usize>| range.start <= at && end <= range.end;
        let whole = mentions
            .iter()
            .filter(|(range, _)| holding(range))
            .min_by_key(|(range, _)| range.len());
        match whole {
            Some((_, kind)) if kind != "person" => {
                let range = words[at].range.start..words[end - 1].range.end;
                out.push((range, kind.clone()));
            }
            _ => {
                // A person, or several mentions side by side: each word by its own.
                let mut last = None;
                for (place, word) in words.iter().enumerate().take(end).skip(at) {
                    let Some((number, (_, kind))) = smallest(place) else {
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
