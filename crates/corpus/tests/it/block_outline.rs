//! Formats a body with its containers and marks, one line per block.

use cuttings_corpus::{
    Article, Block, BlockKind, Container, ContainerKind, Corpus, LinkTarget, Mark, MarkKind, parse,
};
use cuttings_diagnostics::SourceFile;

/// The files that links in a test may lead to.
const OTHER_FILES: [&str; 6] =
    ["2024-01-01-d.md", "Other note.md", "a.md", "b.md", "g.md", "publishing.md"];

/// Parses a file below a title, together with files that it may link to.
pub(crate) fn corpus_with_links(name: &str, text: &str) -> Corpus {
    let text = format!("---\ntitle: T\n---\n{text}");
    let others = OTHER_FILES.map(|name| (name, format!("# {name}\n\n{name}")));
    let files = [(name, text)].into_iter().chain(others);
    let files: Vec<(&str, String)> = files.collect();
    let seeds = files.iter().map(|(name, text)| SourceFile { name, bytes: text.as_bytes() });
    parse(&seeds.collect::<Vec<_>>())
}

/// Returns one line per block of the first article: its containers, its kind, and its text with
/// marks in braces.
pub(crate) fn block_outline(corpus: &Corpus) -> String {
    let body = corpus.articles.first().map_or(&[][..], |article| &article.body);
    body.iter().map(|block| line(block, &corpus.articles) + "\n").collect()
}

fn line(block: &Block, articles: &[Article]) -> String {
    let containers: String = block.containers.iter().map(container).collect();
    let kind = match &block.kind {
        BlockKind::Paragraph => "p".to_owned(),
        BlockKind::Heading { level } => format!("h{level}"),
        BlockKind::Code { language } => {
            format!("code {}", language.as_deref().unwrap_or_default()).trim_end().to_owned()
        }
        BlockKind::Table { columns } => format!("table {columns:?}"),
        BlockKind::Picture(picture) => format!("picture {} “{}”", picture.path, picture.alt),
        BlockKind::Rule => "rule".to_owned(),
        BlockKind::Term => "term".to_owned(),
    };
    let text = marked(&block.text, 0..block.text.len(), &block.marks, articles);
    let text = text.replace('\n', "⏎").replace('\t', "⇥");
    format!("{containers}{kind}: {text}").trim_end().to_owned()
}

fn container(Container { id, kind }: &Container) -> String {
    match kind {
        ContainerKind::Quotation => format!("quote{id} "),
        ContainerKind::Alert(alert) => format!("{alert:?}{id} ").to_lowercase(),
        ContainerKind::List { start, is_tight } => {
            let start = start.map_or("*".to_owned(), |start| start.to_string());
            format!("list{id}({start}{}) ", if *is_tight { "" } else { " loose" })
        }
        ContainerKind::Item { task: None } => format!("item{id} "),
        ContainerKind::Item { task: Some(done) } => {
            format!("item{id}[{}] ", if *done { 'x' } else { ' ' })
        }
        ContainerKind::Definition => format!("def{id} "),
        ContainerKind::Footnote { number } => format!("note{id}({number}) "),
    }
}

fn marked(
    text: &str,
    range: std::ops::Range<usize>,
    marks: &[Mark],
    articles: &[Article],
) -> String {
    let mut out = String::new();
    let mut at = range.start;
    let mut rest = marks;
    while let Some((mark, following)) = rest.split_first() {
        let inner = following.iter().take_while(|it| it.range.end <= mark.range.end).count();
        let (inner, following) = following.split_at(inner);
        out += &text[at..mark.range.start];
        let content = marked(text, mark.range.clone(), inner, articles);
        out += &format!("{{{} {content}}}", name(&mark.kind, articles));
        at = mark.range.end;
        rest = following;
    }
    out + &text[at..range.end]
}

fn name(kind: &MarkKind, articles: &[Article]) -> String {
    match kind {
        MarkKind::Strong => "strong".to_owned(),
        MarkKind::Emphasis => "em".to_owned(),
        MarkKind::Code => "code".to_owned(),
        MarkKind::Strikethrough => "del".to_owned(),
        MarkKind::Superscript => "sup".to_owned(),
        MarkKind::Subscript => "sub".to_owned(),
        MarkKind::Highlight => "mark".to_owned(),
        MarkKind::Link(LinkTarget::Url(url)) => format!("<{url}>"),
        MarkKind::Link(LinkTarget::Block(block)) => format!("<#{block}>"),
        MarkKind::Link(LinkTarget::Article { article, .. }) => {
            format!("<{}>", articles[*article].origin.file)
        }
        MarkKind::Link(LinkTarget::Relative(_) | LinkTarget::Wiki(_)) => "<?>".to_owned(),
        MarkKind::FootnoteReference { number } => format!("note({number})"),
        MarkKind::Picture(picture) => format!("picture({} “{}”)", picture.path, picture.alt),
    }
}
