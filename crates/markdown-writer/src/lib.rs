//! Writes the articles of an edition as Markdown: CommonMark with GitHub's tables, task lists,
//! footnotes and alerts, and definition lists. Read as a seed again it gives the same blocks.

mod archive;
mod bookmarks;
mod inline;

pub use self::archive::{ArchiveError, archive};
pub use cuttings_exports::Bookmarks;

use self::bookmarks::{Written, written};
use self::inline::{Inlines, alternative_text, destination, title_text};
use cuttings_body::table::rows;
use cuttings_body::tree::{Node, body};
use cuttings_edition::{
    Alert, Alignment, Article, Author, Block, BlockKind, ContainerKind, Edition, FieldId, Item,
    ItemId, LinkTarget, Mark, MarkKind, Metadata,
};
use serde_json::json;

/// Converts the target of a link and the name of a picture to addresses.
pub(crate) trait Addresses {
    /// Returns the URL that a link leads to.
    fn link(&self, target: LinkTarget<'_>) -> String;
    /// Returns the URL of a picture.
    fn picture(&self, name: &str) -> String;
}

/// Addresses relative to the file of an article, `article/SLUG/article.md`.
struct Relative<'e, 'a>(&'e Edition<'a>);

impl Addresses for Relative<'_, '_> {
    fn link(&self, target: LinkTarget<'_>) -> String {
        let anchor =
            |block: Option<u32>| block.map_or(String::new(), |block| format!("#p{}", block + 1));
        match target {
            LinkTarget::Url(url) => url.to_owned(),
            LinkTarget::Block(block) => format!("./{}", anchor(Some(block))),
            LinkTarget::Article(item, block) => {
                let article = article_with_id(self.0, item);
                let slug = article.map_or("", |article| article.slug());
                format!("../{slug}/{}", anchor(block))
            }
        }
    }

    fn picture(&self, name: &str) -> String {
        format!("../../{name}")
    }
}

/// Returns an article as a Markdown file, with its metadata as front matter.
pub fn article(edition: &Edition<'_>, article: &Article<'_>) -> String {
    let language = article.language().unwrap_or(edition.language());
    let without = Written::default();
    let mut out = front_matter(edition, article, Some(language), &without);
    out.push_str(&blocks(&body(article.blocks()), &Relative(edition), &without));
    out
}

/// Returns an article as a Markdown file beside those of all others, `SLUG.md`, with what the
/// reader did with it. A language that nobody named is left out, so that it is detected.
pub fn article_beside_others(
    edition: &Edition<'_>,
    article: &Article<'_>,
    bookmarks: &Bookmarks,
) -> String {
    let written = written(bookmarks, article);
    let mut out = front_matter(edition, article, article.language(), &written);
    out.push_str(&blocks(&body(article.blocks()), &Beside(edition), &written));
    out
}

/// Addresses relative to a folder that has all articles as `SLUG.md`.
struct Beside<'e, 'a>(&'e Edition<'a>);

impl Addresses for Beside<'_, '_> {
    fn link(&self, target: LinkTarget<'_>) -> String {
        match target {
            LinkTarget::Url(url) => url.to_owned(),
            LinkTarget::Block(block) => format!("#p{}", block + 1),
            LinkTarget::Article(item, _) => {
                let article = article_with_id(self.0, item);
                format!("{}.md", article.map_or("", |article| article.slug()))
            }
        }
    }

    fn picture(&self, name: &str) -> String {
        name.to_owned()
    }
}

fn article_with_id<'a>(edition: &Edition<'a>, item: ItemId) -> Option<Article<'a>> {
    match edition.item(item)? {
        Item::Article(article) => Some(article),
        Item::Teaser(_) => None,
    }
}

/// Returns front matter in YAML. Every value is written as in JSON, which YAML contains.
fn front_matter(
    edition: &Edition<'_>,
    article: &Article<'_>,
    language: Option<&str>,
    bookmarks: &Written,
) -> String {
    let Metadata { authors, date, updated, source, source_url, tags, custom, .. } =
        article.metadata();
    let mut out = String::from("---\n");
    let mut push = |key: &str, value: serde_json::Value| {
        let is_empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        if !is_empty {
            out.push_str(&format!("{key}: {value}\n"));
        }
    };
    push("title", json!(article.title()));
    push("section", json!(article.section()));
    push("standfirst", json!(article.standfirst()));
    // A name is split where it names several people, and that of an organisation is not.
    let author = |author: &Author<'_>| match author.is_organisation {
        true => json!({ "name": author.name, "type": "organisation" }),
        false => json!(author.name),
    };
    push("authors", authors.iter().map(author).collect());
    push("date", json!(date.map(|date| date.text)));
    push("updated", json!(updated.map(|date| date.text)));
    push(
        "source",
        match (source, source_url) {
            (Some(name), Some(url)) => json!({ "name": name, "url": url }),
            (name, url) => json!(name.or(url)),
        },
    );
    push("tags", tags.into_iter().collect());
    push("lang", json!(language));
    push("slug", json!(article.slug()));
    let mut added = bookmarks.fields.clone();
    for (number, field) in (0..).zip(edition.fields()) {
        let values = custom.iter().filter(|(field, _)| *field == FieldId(number));
        let mut values: Vec<String> = values.map(|(_, value)| (*value).to_owned()).collect();
        if let Some(at) = added.iter().position(|(key, _)| *key == field.key) {
            values.extend(added.remove(at).1);
        }
        push(&json!(field.key).to_string(), json!(values));
    }
    for (key, values) in added {
        push(&json!(key).to_string(), json!(values));
    }
    out + "---\n\n"
}

/// Returns blocks as Markdown.
fn blocks(nodes: &[Node<'_>], addresses: &dyn Addresses, bookmarks: &Written) -> String {
    let lines = Writer { addresses, bookmarks }.lines(nodes, false);
    let mut out = lines.join("\n");
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

struct Writer<'a> {
    addresses: &'a dyn Addresses,
    bookmarks: &'a Written,
}

impl Writer<'_> {
    /// Returns the lines of some nodes, with blank lines between them unless they are the content
    /// of a tight item.
    fn lines(&self, nodes: &[Node<'_>], is_tight: bool) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        // The list before, and whether it has the other marker.
        let mut preceding: Option<(bool, bool)> = None;
        for (index, node) in nodes.iter().enumerate() {
            if index > 0 && !is_tight {
                lines.push(String::new());
            }
            let list = match node {
                Node::Container(ContainerKind::Bullets { .. }, _) => Some(false),
                Node::Container(ContainerKind::Numbers { .. }, _) => Some(true),
                _ => None,
            };
            // Two lists of one kind are told apart by their markers.
            preceding = list.map(|is_numbered| {
                let is_alike = preceding.is_some_and(|(numbered, _)| numbered == is_numbered);
                (is_numbered, is_alike && !preceding.is_some_and(|(_, other)| other))
            });
            let has_other_marker = preceding.is_some_and(|(_, other)| other);
            lines.extend(self.node(node, has_other_marker));
        }
        lines
    }

    fn node(&self, node: &Node<'_>, has_other_marker: bool) -> Vec<String> {
        match node {
            Node::Block(number, block) => self.block(*number, *block),
            Node::Definitions(nodes) => self.definitions(nodes),
            Node::Footnotes(nodes) => self.lines(nodes, false),
            Node::Container(kind, nodes) => match *kind {
                ContainerKind::Quotation => prefixed("> ", "> ", self.lines(nodes, false)),
                ContainerKind::Alert(alert) => {
                    let mut lines = vec![format!("[!{}]", alert_name(alert))];
                    lines.extend(self.lines(nodes, false));
                    prefixed("> ", "> ", lines)
                }
                ContainerKind::Bullets { is_tight } => {
                    let marker = if has_other_marker { "*" } else { "-" };
                    self.items(nodes, is_tight, |_| format!("{marker} "))
                }
                ContainerKind::Numbers { start, is_tight } => {
                    let end = if has_other_marker { ')' } else { '.' };
                    self.items(nodes, is_tight, |index| {
                        format!("{}{end} ", start.saturating_add(index).min(999_999_999))
                    })
                }
                // An item or a definition without its list, which only a damaged edition has.
                ContainerKind::Item(_) | ContainerKind::Definition => self.lines(nodes, false),
                ContainerKind::Footnote(number) => {
                    prefixed(&format!("[^{number}]: "), "    ", self.lines(nodes, false))
                }
            },
        }
    }

    fn items(
        &self,
        nodes: &[Node<'_>],
        is_tight: bool,
        marker: impl Fn(u32) -> String,
    ) -> Vec<String> {
        let mut lines = Vec::new();
        for (index, node) in (0..).zip(nodes) {
            if index > 0 && !is_tight {
                lines.push(String::new());
            }
            let marker = marker(index);
            let indent = " ".repeat(marker.len());
            let (task, inner) = match node {
                Node::Container(ContainerKind::Item(task), nodes) => {
                    (*task, self.lines(nodes, is_tight))
                }
                other => (None, self.node(other, false)),
            };
            let first = match task {
                Some(true) => format!("{marker}[x] "),
                Some(false) => format!("{marker}[ ] "),
                None => marker,
            };
            lines.extend(prefixed(&first, &indent, inner));
        }
        lines
    }

    fn definitions(&self, nodes: &[Node<'_>]) -> Vec<String> {
        let mut lines = Vec::new();
        let mut was_definition = false;
        for node in nodes {
            match node {
                Node::Container(ContainerKind::Definition, inner) => {
                    lines.extend(prefixed(": ", "  ", self.lines(inner, false)));
                    was_definition = true;
                }
                term => {
                    if was_definition {
                        lines.push(String::new());
                    }
                    lines.extend(self.node(term, false));
                    was_definition = false;
                }
            }
        }
        lines
    }

    fn block(&self, number: u32, block: Block<'_>) -> Vec<String> {
        let text = block.text();
        let lines = || self.inlines(number, block).lines(0..text.len());
        match block.kind() {
            BlockKind::Paragraph | BlockKind::Term => lines(),
            BlockKind::Heading(level) => {
                let level = "#".repeat(level.clamp(1, 6) as usize);
                vec![format!("{level} {}", self.inlines(number, block).line(0..text.len()))]
            }
            BlockKind::Code(language) => code(text, language),
            BlockKind::Table(columns) => self.table(number, block, &columns),
            BlockKind::Picture(picture) => {
                let src = destination(&self.addresses.picture(picture.asset.name));
                let title = if text.is_empty() { String::new() } else { title_text(text) };
                vec![format!("![{}]({src}{title})", alternative_text(picture.alt))]
            }
            BlockKind::Rule => vec!["***".to_owned()],
        }
    }

    fn inlines<'t>(&self, number: u32, block: Block<'t>) -> Inlines<'t, '_> {
        let mut marks = block.marks();
        let highlights = self.bookmarks.highlights.get(&number).into_iter().flatten();
        marks.extend(highlights.map(|it| Mark { range: it.clone(), kind: MarkKind::Highlight }));
        Inlines::new(block.text(), marks, self.addresses)
    }

    fn table(&self, number: u32, block: Block<'_>, columns: &[Alignment]) -> Vec<String> {
        let mut inlines = self.inlines(number, block).in_table();
        let mut lines: Vec<String> = rows(block.text())
            .into_iter()
            .map(|row| {
                let cells: Vec<String> = row.into_iter().map(|cell| inlines.line(cell)).collect();
                format!("| {} |", cells.join(" | "))
            })
            .collect();
        let rules = columns.iter().map(|column| match column {
            Alignment::Unset => "---",
            Alignment::Left => ":--",
            Alignment::Center => ":-:",
            Alignment::Right => "--:",
        });
        lines.insert(1.min(lines.len()), format!("| {} |", rules.collect::<Vec<_>>().join(" | ")));
        lines
    }
}

/// Returns lines of code between fences that do not occur in them.
fn code(text: &str, language: &str) -> Vec<String> {
    let mark = if language.contains('`') { '~' } else { '`' };
    let longest =
        text.split(|c| c != mark).map(|run| run.chars().count()).max().unwrap_or_default();
    let fence = mark.to_string().repeat(longest.saturating_add(1).max(3));
    let mut lines = vec![format!("{fence}{language}")];
    lines.extend(text.split('\n').filter(|_| !text.is_empty()).map(str::to_owned));
    lines.push(fence);
    lines
}

/// Puts `first` before the first line and `rest` before the others; white space does not end lines.
fn prefixed(first: &str, rest: &str, lines: Vec<String>) -> Vec<String> {
    let lines = if lines.is_empty() { vec![String::new()] } else { lines };
    let line = |(index, line): (usize, String)| {
        let prefix = if index == 0 { first } else { rest };
        match line.is_empty() {
            true => prefix.trim_end().to_owned(),
            false => [prefix, &line].concat(),
        }
    };
    lines.into_iter().enumerate().map(line).collect()
}

fn alert_name(alert: Alert) -> &'static str {
    match alert {
        Alert::Note => "NOTE",
        Alert::Tip => "TIP",
        Alert::Important => "IMPORTANT",
        Alert::Warning => "WARNING",
        Alert::Caution => "CAUTION",
    }
}

#[cfg(test)]
mod tests;
