//! The body of an article as a tree: its blocks within the containers that the seed put them in.

use cuttings_edition::{Article, Block, BlockKind, Container, ContainerKind};
use std::ops::Range;

/// The number of containers around a block that the tree keeps. What is deeper stands side by side:
/// no person nests so deep, and a browser flattens what a program does.
const MAX_DEPTH: usize = 24;

/// A part of a body.
#[derive(Clone, Debug)]
pub enum Node<'a> {
    /// A block with its number from 1.
    Block(u32, Block<'a>),
    /// A container with its content.
    Container(ContainerKind, Vec<Node<'a>>),
    /// Terms and their definitions, which follow each other.
    Definitions(Vec<Node<'a>>),
    /// Footnotes, which follow each other.
    Footnotes(Vec<Node<'a>>),
}

/// Returns the tree of blocks, which are numbered from 1.
pub fn body<'a>(blocks: impl Iterator<Item = Block<'a>>) -> Vec<Node<'a>> {
    tree((1..).zip(blocks))
}

/// Returns the tree of some blocks of an article, from one [`boundary`] to another.
pub fn chunk<'a>(article: &Article<'a>, blocks: Range<usize>) -> Vec<Node<'a>> {
    let Range { start, end } = blocks;
    tree((start as u32 + 1..).zip(article.blocks().take(end).skip(start)))
}

/// Returns the index of the first block from `index` on that stands in no container and no list:
/// there an article can be cut into two trees.
pub fn boundary(article: &Article<'_>, index: usize) -> usize {
    if index == 0 {
        return 0;
    }
    let is_free = |block: &Block<'_>| {
        block.containers().is_empty() && !matches!(block.kind(), BlockKind::Term)
    };
    let mut blocks = article.blocks().enumerate().skip(index);
    let free = blocks.find_map(|(at, block)| is_free(&block).then_some(at));
    free.unwrap_or(article.blocks().len())
}

fn tree<'a>(blocks: impl Iterator<Item = (u32, Block<'a>)>) -> Vec<Node<'a>> {
    let blocks: Vec<Placed<'a>> =
        blocks.map(|(number, block)| (number, block, block.containers())).collect();
    group(&blocks, 0)
}

/// A block with its number and its containers.
type Placed<'a> = (u32, Block<'a>, Vec<Container>);

/// Groups blocks by their containers at `depth`.
fn group<'a>(blocks: &[Placed<'a>], depth: usize) -> Vec<Node<'a>> {
    let mut nodes = Vec::new();
    let mut rest = blocks;
    while let Some(((number, block, containers), others)) = rest.split_first() {
        let Some(container) = containers.get(depth).filter(|_| depth < MAX_DEPTH) else {
            push(&mut nodes, Node::Block(*number, *block));
            rest = others;
            continue;
        };
        let is_within = |(.., containers): &&Placed<'a>| {
            containers.get(depth).is_some_and(|other| other.id == container.id)
        };
        let (inner, after) = rest.split_at(rest.iter().take_while(is_within).count());
        push(&mut nodes, Node::Container(container.kind, group(inner, depth + 1)));
        rest = after;
    }
    nodes
}

/// Appends a node, in the list of definitions or footnotes to which it belongs.
fn push<'a>(nodes: &mut Vec<Node<'a>>, node: Node<'a>) {
    let is_definition = match &node {
        Node::Block(_, block) => matches!(block.kind(), BlockKind::Term),
        Node::Container(kind, _) => matches!(kind, ContainerKind::Definition),
        _ => false,
    };
    let is_footnote = matches!(node, Node::Container(ContainerKind::Footnote(_), _));
    match nodes.last_mut() {
        Some(Node::Definitions(list)) if is_definition => list.push(node),
        Some(Node::Footnotes(list)) if is_footnote => list.push(node),
        _ if is_definition => nodes.push(Node::Definitions(vec![node])),
        _ if is_footnote => nodes.push(Node::Footnotes(vec![node])),
        _ => nodes.push(node),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuttings_corpus::Site;
    use cuttings_corpus::{
        self as seeds, Container as SeedContainer, ContainerKind as Seed, Corpus,
    };
    use cuttings_diagnostics::Origin;
    use cuttings_edition::Edition;

    /// Returns an edition of an article with this body.
    fn edition(body: Vec<seeds::Block>) -> Edition<'static> {
        let article =
            seeds::Article { body, ..seeds::Article::new("Coast", "Source", Origin::new("a", 1)) };
        let corpus = Corpus { articles: vec![article], ..Corpus::default() };
        let bytes = cuttings_edition_builder::build(&corpus, &Site::default()).unwrap();
        Edition::open(bytes.leak()).unwrap()
    }

    /// A block within containers.
    fn within(containers: &[(u32, Seed)], block: seeds::Block) -> seeds::Block {
        let container = |(id, kind): &(u32, Seed)| SeedContainer { id: *id, kind: kind.clone() };
        seeds::Block { containers: containers.iter().map(container).collect(), ..block }
    }

    /// Prints a tree: `list(item(1 2) item(3))`.
    fn printed(nodes: &[Node<'_>]) -> String {
        let inner = |name: &str, nodes: &[Node<'_>]| format!("{name}({})", printed(nodes));
        let nodes = nodes.iter().map(|node| match node {
            Node::Block(number, _) => number.to_string(),
            Node::Definitions(nodes) => inner("definitions", nodes),
            Node::Footnotes(nodes) => inner("footnotes", nodes),
            Node::Container(kind, nodes) => match kind {
                ContainerKind::Quotation => inner("quotation", nodes),
                ContainerKind::Alert(_) => inner("alert", nodes),
                ContainerKind::Bullets { .. } | ContainerKind::Numbers { .. } => {
                    inner("list", nodes)
                }
                ContainerKind::Item(_) => inner("item", nodes),
                ContainerKind::Definition => inner("definition", nodes),
                ContainerKind::Footnote(_) => inner("footnote", nodes),
            },
        });
        nodes.collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    fn check(blocks: &[seeds::Block], expected: &str) {
        let article = edition(blocks.to_vec()).article("source").unwrap();
        assert_eq!(printed(&body(article.blocks())), expected);
        for index in 0..=blocks.len() {
            let cut = boundary(&article, index);
            assert!(index <= cut && cut <= blocks.len());
            let chunks = [chunk(&article, 0..cut), chunk(&article, cut..blocks.len())];
            assert_eq!(chunks.map(|chunk| printed(&chunk)).join(" ").trim(), expected);
        }
    }

    #[test]
    fn neighbours_share_their_containers() {
        let list = || Seed::List { start: None, is_tight: true };
        let item = || Seed::Item { task: None };
        let text = || seeds::Block::paragraph("Text.");
        check(&[text(), text()], "1 2");
        check(
            &[
                within(&[(0, list()), (1, item())], text()),
                within(&[(0, list()), (1, item()), (2, list()), (3, item())], text()),
                within(&[(0, list()), (4, item())], text()),
                within(&[(5, list()), (6, item())], text()),
                text(),
            ],
            "list(item(1 list(item(2))) item(3)) list(item(4)) 5",
        );
        check(
            &[within(&[(0, Seed::Quotation), (1, list()), (2, item())], text()), text()],
            "quotation(list(item(1))) 2",
        );
    }

    #[test]
    fn definitions_and_footnotes_become_lists() {
        let text = || seeds::Block::paragraph("Text.");
        let term = || seeds::Block::new(seeds::BlockKind::Term, "Draught");
        check(
            &[
                term(),
                term(),
                within(&[(0, Seed::Definition)], text()),
                term(),
                within(&[(1, Seed::Definition)], text()),
                text(),
                within(&[(2, Seed::Footnote { number: 1 })], text()),
                within(&[(2, Seed::Footnote { number: 1 })], text()),
                within(&[(3, Seed::Footnote { number: 2 })], text()),
            ],
            "definitions(1 2 definition(3) 4 definition(5)) 6 footnotes(footnote(7 8) footnote(9))",
        );
    }

    #[test]
    fn deep_containers_stand_side_by_side() {
        let containers: Vec<_> = (0..100_000).map(|id| (id, Seed::Quotation)).collect();
        let edition = edition(vec![within(&containers, seeds::Block::paragraph("Deep."))]);
        let nodes = body(edition.article("source").unwrap().blocks());
        assert_eq!(printed(&nodes).matches("quotation").count(), MAX_DEPTH);
    }
}
