//! Converts Markdown to blocks, as far as the analysis of names needs it. It stands in for the
//! parser of `crates/corpus` until that keeps links and lists.

use cuttings_corpus::{
    Article, Block, BlockKind, Container, ContainerKind, LinkTarget, Mark, MarkKind,
};
use cuttings_diagnostics::Origin;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Converts a file of Markdown with front matter.
pub(crate) fn article(name: &str, text: &str) -> Article {
    let (front, body) = text
        .strip_prefix("---\n")
        .and_then(|rest| rest.split_once("\n---\n"))
        .unwrap_or(("", text));
    let title = front.lines().find_map(|line| line.strip_prefix("title:")).unwrap_or(name);
    let title = title.trim().trim_matches(['"', '\'']);
    Article { body: blocks(body), ..Article::new("", title, Origin::new(name, 1)) }
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut containers: Vec<Container> = Vec::new();
    let mut id = 0;
    let mut block: Option<Block> = None;
    let mut marks: Vec<(usize, Option<MarkKind>)> = Vec::new();
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(tag) => {
                let kind = match &tag {
                    Tag::List(start) => Some(ContainerKind::List {
                        start: start.map(|start| start as u32),
                        is_tight: true,
                    }),
                    Tag::Item => Some(ContainerKind::Item { task: None }),
                    Tag::BlockQuote(_) => Some(ContainerKind::Quotation),
                    _ => None,
                };
                if let Some(kind) = kind {
                    blocks.extend(block.take().filter(|block| !block.text.is_empty()));
                    containers.push(Container { id, kind });
                    id += 1;
                }
                let kind = match &tag {
                    Tag::Paragraph => Some(BlockKind::Paragraph),
                    Tag::Heading { level, .. } => Some(BlockKind::Heading { level: *level as u8 }),
                    Tag::CodeBlock(_) => Some(BlockKind::Code { language: None }),
                    Tag::Table(_) => Some(BlockKind::Table { columns: Vec::new() }),
                    Tag::Item => Some(BlockKind::Paragraph),
                    _ => None,
                };
                if let Some(kind) = kind {
                    blocks.extend(block.take().filter(|block| !block.text.is_empty()));
                    block = Some(Block { containers: containers.clone(), ..Block::new(kind, "") });
                }
                if let Tag::Link { dest_url, .. } = &tag {
                    let start = block.as_ref().map_or(0, |block| block.text.len());
                    let target = LinkTarget::Url(dest_url.to_string());
                    marks.push((start, Some(MarkKind::Link(target))));
                }
            }
            Event::End(tag) => match tag {
                TagEnd::List(_) | TagEnd::Item | TagEnd::BlockQuote(_) => {
                    blocks.extend(block.take().filter(|block| !block.text.is_empty()));
                    containers.pop();
                }
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::Table => {
                    blocks.extend(block.take().filter(|block| !block.text.is_empty()));
                }
                TagEnd::Link => {
                    if let (Some((start, Some(kind))), Some(block)) = (marks.pop(), &mut block)
                        && start < block.text.len()
                    {
                        block.marks.push(Mark { range: start..block.text.len(), kind });
                    }
                }
                _ => {}
            },
            Event::Text(text) => {
                let block = block.get_or_insert_with(|| Block::paragraph(""));
                block.text.push_str(&text);
            }
            Event::Code(text) => {
                let block = block.get_or_insert_with(|| Block::paragraph(""));
                let start = block.text.len();
                block.text.push_str(&text);
                block.marks.push(Mark { range: start..block.text.len(), kind: MarkKind::Code });
            }
            Event::SoftBreak => block.iter_mut().for_each(|block| block.text.push(' ')),
            Event::HardBreak => block.iter_mut().for_each(|block| block.text.push('\n')),
            _ => {}
        }
    }
    blocks.extend(block.filter(|block| !block.text.is_empty()));
    for block in &mut blocks {
        block.marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
    }
    blocks
}
