//! Begins and ends blocks and the containers around them.

use cuttings_corpus::{
    Block, BlockKind, Container, ContainerKind, Mark, Picture, SuspiciousChars, Syntax, heading_id,
};
use dom_query::NodeRef;

use super::{Converter, Ending};

/// The most containers around a block.
const MAX_CONTAINERS: usize = 30;

impl<P: FnMut(usize, &str) -> Option<Picture>> Converter<'_, P> {
    /// Opens containers, unless there are too many around.
    pub(super) fn open_containers(&mut self, node: &NodeRef<'_>, kinds: Vec<ContainerKind>) {
        self.end_block();
        let count = kinds.len();
        if self.containers.len() + count > MAX_CONTAINERS {
            self.open.push((node.id, Ending::Block));
            return;
        }
        for kind in kinds {
            let id = self.next_container;
            self.next_container += 1;
            self.containers.push(Container { id, kind });
        }
        self.open.push((node.id, Ending::Containers(count)));
    }

    pub(super) fn is_in_list(&self) -> bool {
        let last = self.containers.last();
        last.is_some_and(|last| matches!(last.kind, ContainerKind::List { .. }))
    }

    /// Ends the current block, if it has text. Open marks go on in the next one.
    pub(super) fn end_block(&mut self) {
        if self.table.is_some() {
            return;
        }
        let (text, marks, _) = self.inline.finish();
        for kind in &self.marks {
            self.inline.open(kind, Syntax::Html);
        }
        if text.is_empty() {
            return;
        }
        let kind = self.kind.clone().unwrap_or(BlockKind::Paragraph);
        self.push_block(kind, text, marks);
    }

    /// Adds a block to the current containers.
    pub(super) fn push_block(&mut self, kind: BlockKind, text: String, marks: Vec<Mark>) {
        let mut containers = self.containers.clone();
        if self.is_in_list() {
            // Text of a list that is in no item.
            let id = self.next_container;
            self.next_container += 1;
            containers.push(Container { id, kind: ContainerKind::Item { task: None } });
        }
        let number = u32::try_from(self.blocks.len()).unwrap_or(u32::MAX);
        if let BlockKind::Heading { .. } = kind {
            self.pending_ids.push(heading_id(&text));
        }
        for id in self.pending_ids.drain(..) {
            self.ids.entry(id).or_insert(number);
        }
        self.blocks.push(Block { kind, text, marks, containers });
    }

    /// Adds code with its white space.
    pub(super) fn code(&mut self, node: &NodeRef<'_>) {
        self.end_block();
        let mut language = language_of(node);
        let mut code = String::new();
        for child in node.descendants_it() {
            if child.is_text() {
                code.push_str(&child.text());
            } else if child.has_name("br") {
                code.push('\n');
            } else if language.is_none() {
                language = language_of(&child);
            }
        }
        let code = code.replace("\r\n", "\n").replace('\r', "\n");
        let code = code.trim_end().trim_start_matches('\n');
        if !code.trim().is_empty() {
            let mut suspicious = SuspiciousChars::default();
            let text = code.chars().map(|c| suspicious.printable(c)).collect();
            self.push_block(BlockKind::Code { language }, text, Vec::new());
        }
    }
}

/// Returns whether an item of a list has a paragraph of its own.
pub(super) fn has_paragraphs(list: &NodeRef<'_>) -> bool {
    let items = list.children_it(false).filter(|it| it.has_name("li"));
    items.into_iter().any(|item| item.children_it(false).filter(|it| it.has_name("p")).count() > 1)
}

/// Returns the language that the class of a code element names.
fn language_of(node: &NodeRef<'_>) -> Option<String> {
    let class = node.class()?;
    let language = class.split_whitespace().find_map(|class| {
        class
            .strip_prefix("language-")
            .or_else(|| class.strip_prefix("lang-"))
            .or_else(|| class.strip_prefix("highlight-source-"))
            .or_else(|| class.strip_prefix("brush:"))
    })?;
    (!language.is_empty() && language.len() < 40).then(|| language.to_owned())
}
