//! Formats a body with its containers and marks, one line per block.

use cuttings_corpus::{Block, BlockKind, Container, ContainerKind, LinkTarget, Mark, MarkKind};

/// Returns one line per block: its containers, its kind, and its text with marks in braces.
pub(crate) fn block_outline(body: &[Block]) -> String {
    body.iter().map(|block| line(block) + "\n").collect()
}

fn line(block: &Block) -> String {
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
    let text = marked(&block.text, 0..block.text.len(), &block.marks);
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

fn marked(text: &str, range: std::ops::Range<usize>, marks: &[Mark]) -> String {
    let mut out = String::new();
    let mut at = range.start;
    let mut rest = marks;
    while let Some((mark, following)) = rest.split_first() {
        let inner = following.iter().take_while(|it| it.range.end <= mark.range.end).count();
        let (inner, following) = following.split_at(inner);
        out += &text[at..mark.range.start];
        out += &format!("{{{} {}}}", name(&mark.kind), marked(text, mark.range.clone(), inner));
        at = mark.range.end;
        rest = following;
    }
    out + &text[at..range.end]
}

fn name(kind: &MarkKind) -> String {
    match kind {
        MarkKind::Strong => "strong".to_owned(),
        MarkKind::Emphasis => "em".to_owned(),
        MarkKind::Code => "code".to_owned(),
        MarkKind::Strikethrough => "del".to_owned(),
        MarkKind::Superscript => "sup".to_owned(),
        MarkKind::Subscript => "sub".to_owned(),
        MarkKind::Highlight => "mark".to_owned(),
        MarkKind::Link(LinkTarget::Url(url)) => format!("<{url}>"),
        MarkKind::Link(LinkTarget::Relative(path)) => format!("<./{path}>"),
        MarkKind::Link(LinkTarget::Wiki(target)) => format!("<[[{target}]]>"),
        MarkKind::Link(LinkTarget::Block(block)) => format!("<#{block}>"),
        MarkKind::Link(LinkTarget::Article { .. }) => "<article>".to_owned(),
        MarkKind::FootnoteReference { number } => format!("note({number})"),
        MarkKind::Picture(picture) => format!("picture({} “{}”)", picture.path, picture.alt),
    }
}
