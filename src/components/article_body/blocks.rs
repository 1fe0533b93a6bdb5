//! The blocks of an article in their containers.

use super::ArticleText;
use crate::components::button::script_button;
use crate::components::element::{element, plain_element};
use crate::ids::block_id;
use crate::store::text::decimal;
use cuttings_body::tree::Node;
use cuttings_edition::{Alert, Block, BlockKind, ContainerKind};
use yew::prelude::*;

impl ArticleText<'_> {
    /// Returns the nodes of a level of the body. A paragraph, a heading or a picture at the top has
    /// a link to itself in the margin; a link to any other block is made by selecting a passage.
    pub(super) fn nodes(&self, nodes: &[Node<'static>], is_top: bool) -> Vec<Html> {
        nodes.iter().map(|node| self.node(node, is_top)).collect()
    }

    fn node(&self, node: &Node<'static>, is_top: bool) -> Html {
        match node {
            Node::Block(number, block) => self.block(*number, *block, is_top),
            Node::Container(kind, nodes) => self.container(*kind, self.nodes(nodes, false)),
            Node::Definitions(nodes) => plain_element("dl", self.nodes(nodes, false)),
            Node::Footnotes(nodes) => element(
                "section",
                &["class", "role", "aria-label"],
                &["footnotes", "doc-endnotes", msg!("footnotes")],
                vec![plain_element("ol", self.nodes(nodes, false))],
            ),
        }
    }

    fn block(&self, number: u32, block: Block<'static>, is_top: bool) -> Html {
        let id = &block_id(number)[..];
        let with_id = |name, inner| element(name, &["id"], &[id], inner);
        let kind = block.kind();
        let mut parts = Vec::new();
        let has_link =
            matches!(kind, BlockKind::Paragraph | BlockKind::Heading(_) | BlockKind::Picture(_));
        if is_top && has_link {
            let label = msg!("link-to-paragraph", paragraph = number as usize);
            parts.push(self.link_to(number, "pilcrow", &label, Html::default()));
        }
        match kind {
            BlockKind::Paragraph => {
                let class = if self.quoted.contains(&number) { "said" } else { "" };
                parts.push(self.text(number, block));
                element("p", &["id", "class"], &[id, class], parts)
            }
            // The title of the article is the heading of the first level.
            BlockKind::Heading(level) => {
                let name = match level {
                    0..=2 => "h2",
                    3 => "h3",
                    4 => "h4",
                    5 => "h5",
                    _ => "h6",
                };
                parts.push(with_id(name, vec![self.text(number, block)]));
                element("div", &["class"], &["heading"], parts)
            }
            BlockKind::Code(language) => {
                parts.push(element("span", &["class"], &["language"], vec![html! { language }]));
                parts.push(element(
                    "pre",
                    &["id", "tabindex", "role", "aria-label"],
                    &[id, "0", "group", &msg!("code-of", paragraph = number as usize)],
                    vec![plain_element("code", vec![self.text(number, block)])],
                ));
                parts.push(script_button(msg!("copy-code"), "copy-before", "copy"));
                element("div", &["class"], &["code"], parts)
            }
            BlockKind::Table(columns) => element(
                "div",
                &["class", "tabindex", "role", "aria-label"],
                &["table", "0", "region", &msg!("table-of", paragraph = number as usize)],
                vec![with_id("table", self.rows(number, block, &columns))],
            ),
            BlockKind::Picture(picture) => {
                parts.push(self.picture(picture.asset, html! { picture.alt }, picture.alt));
                if !block.text().is_empty() {
                    parts.push(plain_element("figcaption", vec![self.text(number, block)]));
                }
                with_id("figure", parts)
            }
            BlockKind::Rule => with_id("hr", Vec::new()),
            BlockKind::Term => with_id("dt", vec![self.text(number, block)]),
        }
    }

    fn container(&self, kind: ContainerKind, mut inner: Vec<Html>) -> Html {
        let tight = |is_tight: bool| if is_tight { "tight" } else { "" };
        match kind {
            ContainerKind::Quotation => plain_element("blockquote", inner),
            ContainerKind::Alert(alert) => {
                let (class, label) = match alert {
                    Alert::Note => ("alert", msg!("alert-note")),
                    Alert::Tip => ("alert tip", msg!("alert-tip")),
                    Alert::Important => ("alert important", msg!("alert-important")),
                    Alert::Warning => ("alert warning", msg!("alert-warning")),
                    Alert::Caution => ("alert caution", msg!("alert-caution")),
                };
                inner.insert(0, plain_element("strong", vec![html! { label }]));
                element("div", &["class", "role"], &[class, "note"], inner)
            }
            ContainerKind::Bullets { is_tight } => {
                element("ul", &["class"], &[tight(is_tight)], inner)
            }
            ContainerKind::Numbers { start, is_tight } => {
                let start = if start == 1 { String::new() } else { decimal(u64::from(start)) };
                element("ol", &["class", "start"], &[tight(is_tight), &start], inner)
            }
            ContainerKind::Item(None) => plain_element("li", inner),
            ContainerKind::Item(Some(is_done)) => {
                let (label, checked) =
                    if is_done { (msg!("task-done"), "checked") } else { (msg!("task-open"), "") };
                let task = element(
                    "input",
                    &["type", "disabled", "checked", "aria-label"],
                    &["checkbox", "disabled", checked, label],
                    Vec::new(),
                );
                inner.insert(0, task);
                element("li", &["class"], &["task"], inner)
            }
            ContainerKind::Definition => plain_element("dd", inner),
            ContainerKind::Footnote(number) => {
                if let Some(block) = self.footnotes.reference(number) {
                    let label = msg!("footnote-back", footnote = number as usize);
                    inner.push(self.link_to(block, "way-back", &label, Html::default()));
                }
                element("li", &["value"], &[&decimal(u64::from(number))], inner)
            }
        }
    }
}
