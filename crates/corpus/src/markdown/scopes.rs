//! Keeps the containers that are open around the current block.

use crate::block::{Container, ContainerKind};

/// The most containers around a block. Deeper ones are left out, so that the cost of a body does
/// not grow with the square of its size.
const MAX_CONTAINERS: usize = 40;

/// The most HTML elements that are open at a time.
const MAX_ELEMENTS: usize = 80;

/// The open containers.
#[derive(Debug, Default)]
pub(super) struct Scopes {
    scopes: Vec<Scope>,
    containers: Vec<Container>,
    next_id: u32,
    element_count: usize,
}

/// A container of the source.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    /// The name of the HTML element; `None` for a container of Markdown.
    pub(super) element: Option<&'static str>,
    /// False if the container is nested too deeply.
    pub(super) has_container: bool,
    is_list: bool,
    /// True if the container has a block even without content.
    pub(super) needs_block: bool,
    /// The number of blocks before the container.
    pub(super) start: usize,
}

impl Scopes {
    /// Creates the scopes of a footnote, which leaves the containers around it. The numbers of the
    /// containers go on.
    pub(super) fn within(outer: &mut Self) -> Self {
        Self { next_id: outer.next_id, ..Self::default() }
    }

    /// Takes over the numbers of the containers of a footnote.
    pub(super) fn continue_after(&mut self, inner: &Self) {
        self.next_id = inner.next_id;
    }

    /// Returns whether no container is open.
    pub(super) fn is_empty(&self) -> bool {
        self.scopes.is_empty()
    }

    /// Returns the containers around the next block.
    pub(super) fn containers(&self) -> &[Container] {
        &self.containers
    }

    /// Returns the innermost scope.
    pub(super) fn last(&self) -> Option<&Scope> {
        self.scopes.last()
    }

    /// Opens a container. Returns false if it is nested too deeply to be kept.
    pub(super) fn open(
        &mut self,
        element: Option<&'static str>,
        kind: ContainerKind,
        start: usize,
    ) -> bool {
        if element.is_some() && self.element_count == MAX_ELEMENTS {
            return false;
        }
        self.element_count += usize::from(element.is_some());
        let is_list = matches!(kind, ContainerKind::List { .. });
        let is_item = matches!(kind, ContainerKind::Item { .. });
        let needs_block =
            is_item || matches!(kind, ContainerKind::Definition | ContainerKind::Footnote { .. });
        let depth = self.containers.len();
        // A list has room for its items, and an item is in a list that is kept.
        let has_container = match is_item {
            true => self.scopes.last().is_some_and(|list| list.is_list && list.has_container),
            false => depth + usize::from(is_list) < MAX_CONTAINERS,
        };
        if has_container {
            self.containers.push(Container { id: self.next_id, kind });
            self.next_id = self.next_id.saturating_add(1);
        }
        self.scopes.push(Scope { element, has_container, is_list, needs_block, start });
        has_container
    }

    /// Closes the innermost container.
    pub(super) fn close(&mut self) {
        let Some(scope) = self.scopes.pop() else { return };
        self.element_count -= usize::from(scope.element.is_some());
        if scope.has_container {
            self.containers.pop();
        }
    }

    /// Returns whether one of these elements is open, within the innermost container of Markdown
    /// and within the elements `boundary`.
    pub(super) fn has_element(&self, names: &[&str], boundary: &[&str]) -> bool {
        let elements = self.scopes.iter().rev().map_while(|scope| scope.element);
        let mut elements = elements.take_while(|name| !boundary.contains(name));
        elements.any(|name| names.contains(&name))
    }
}
