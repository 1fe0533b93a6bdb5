//! Writes what the reader did with an item into its article: highlights as marks, and the rest as
//! fields of the front matter.

use cuttings_corpus::{Article, Block, CustomField, LinkTarget, Mark, MarkKind};

use crate::item::{Annotation, Item};

/// Returns the article of an item with the reader's highlights, notes and read state. An item
/// without a text gets a paragraph with a link to it.
///
/// For programs that keep articles in a folder and not in a reader's own notes.
pub fn annotated(item: Item) -> Article {
    let Item { mut article, reading, annotations } = item;
    let mut lost = Vec::new();
    let mut notes = Vec::new();
    for annotation in &annotations {
        let Annotation { quote, note, labels, .. } = annotation;
        if !quote.is_empty() && !mark(&mut article.body, annotation) {
            lost.push(quote.replace('\n', " "));
        }
        let labels: String = labels.iter().map(|label| format!(" #{label}")).collect();
        let quote = quote.replace('\n', " ");
        let note = note.replace('\n', " ");
        match (note.is_empty(), quote.is_empty()) {
            (true, _) if labels.is_empty() => {}
            (true, _) => notes.push(format!("“{quote}”{labels}")),
            (false, true) => notes.push(format!("{note}{labels}")),
            (false, false) => notes.push(format!("“{quote}”: {note}{labels}")),
        }
    }
    let mut field = |key: &str, values: Vec<String>| {
        if !values.is_empty() {
            article.custom.push(CustomField { key: key.to_owned(), values });
        }
    };
    field("highlights", lost);
    field("notes", notes);
    let state = [
        (reading.is_read, "read"),
        (reading.is_archived, "archived"),
        (reading.is_favourite, "favourite"),
    ];
    field("state", state.iter().filter(|it| it.0).map(|it| it.1.to_owned()).collect());
    field("progress", reading.percent.iter().map(|percent| format!("{percent}%")).collect());
    field("saved", reading.saved.iter().map(|date| date.text.clone()).collect());
    if article.body.is_empty() {
        article.body.push(link_paragraph(&article));
    }
    article
}

/// Returns a paragraph for an article whose text is elsewhere: a link to it, if it has an address.
pub fn link_paragraph(article: &Article) -> Block {
    let url = article.source.as_ref().and_then(|source| source.url.clone());
    let text = article.standfirst.clone().unwrap_or_else(|| article.title.clone());
    let mut block = Block::paragraph(url.clone().unwrap_or(text));
    if let Some(url) = url {
        let range = 0..block.text.len();
        block.marks.push(Mark { range, kind: MarkKind::Link(LinkTarget::Url(url)) });
    }
    block
}

/// Marks the passage of an annotation. Returns false if it is in no block, or if other marks begin
/// or end within it.
fn mark(body: &mut [Block], annotation: &Annotation) -> bool {
    let block = annotation.block.and_then(|block| body.get_mut(block as usize));
    let Some(block) = block.filter(|block| block.is_prose()) else { return false };
    let with_context = [&*annotation.prefix, &*annotation.quote, &*annotation.suffix].concat();
    let start = match block.text.find(&with_context) {
        Some(at) => Some(at + annotation.prefix.len()),
        None => block.text.find(&annotation.quote),
    };
    let Some(start) = start else { return false };
    let range = start..start + annotation.quote.len();
    let crosses = |mark: &Mark| {
        let overlaps = mark.range.start < range.end && range.start < mark.range.end;
        let is_within = range.start <= mark.range.start && mark.range.end <= range.end;
        let is_around = mark.range.start <= range.start && range.end <= mark.range.end;
        overlaps && !is_within && !is_around
    };
    if block.marks.iter().any(crosses) {
        return false;
    }
    block.marks.push(Mark { range, kind: MarkKind::Highlight });
    block.marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuttings_diagnostics::Origin;

    fn article() -> Article {
        let mut block = Block::paragraph("The boat left. The boat came back.");
        block.marks.push(Mark { range: 4..8, kind: MarkKind::Strong });
        Article { body: vec![block], ..Article::new("", "Ferry", Origin::new("a", 1)) }
    }

    fn annotation(quote: &str, prefix: &str, note: &str) -> Annotation {
        Annotation {
            block: Some(0),
            quote: quote.to_owned(),
            prefix: prefix.to_owned(),
            note: note.to_owned(),
            ..Annotation::default()
        }
    }

    #[test]
    fn passages_are_marked_where_they_were() {
        let annotations =
            vec![annotation("The boat", ". ", "Again?"), annotation("at left", "", "")];
        let article = annotated(Item { annotations, ..Item::new(article()) });
        let ranges: Vec<_> = article.body[0].marks.iter().map(|mark| mark.range.clone()).collect();
        assert_eq!(ranges, [4..8, 15..23]);
        let fields: Vec<_> =
            article.custom.iter().map(|it| (&*it.key, it.values.join("|"))).collect();
        let expected =
            [("highlights", "at left".to_owned()), ("notes", "“The boat”: Again?".to_owned())];
        assert_eq!(fields, expected);
    }
}
