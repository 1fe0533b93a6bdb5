//! Opens and closes the containers of Markdown: quotations, directives, lists, definitions and
//! footnotes.

use std::ops::Range;

use super::callouts;
use super::converter::Converter;
use super::directives::{self, Fence, FenceKind};
use super::losses::Loss;
use super::scopes::Scopes;
use crate::block::{BlockKind, ContainerKind, Mark, MarkKind};

impl Converter<'_> {
    pub(super) fn open_quotation(&mut self, range: &Range<usize>) {
        let Some(callout) = self.masked.callouts.remove(&range.start) else {
            return self.open_container(ContainerKind::Quotation, range);
        };
        let (kind, title) = callouts::container(&callout);
        self.open_container(kind, range);
        self.title_callout(callout.has_title, title, range.start);
    }

    /// Expects the title of a callout that opens, or adds the one that its kind gives.
    fn title_callout(&mut self, has_title: bool, title: Option<String>, at: usize) {
        self.is_callout_title = has_title;
        if let Some(title) = title {
            let marks = vec![Mark { range: 0..title.len(), kind: MarkKind::Strong }];
            self.emit(BlockKind::Paragraph, title, marks, at..at + 1, "the kind of a callout");
        }
    }

    /// Opens or closes a directive.
    pub(super) fn fence(&mut self, at: usize) {
        self.finish_paragraph(at);
        let Some(Fence { range, kind }) = self.masked.fences.remove(&at) else { return };
        let is_kept = match kind {
            FenceKind::Close { is_callout } => {
                if is_callout {
                    self.close_elements(&[directives::ELEMENT], &[], at);
                }
                true
            }
            FenceKind::Callout { callout, has_attributes } => {
                let (kind, title) = callouts::container(&callout);
                self.open_html(directives::ELEMENT, kind, at);
                self.title_callout(callout.has_title, title, at);
                !has_attributes
            }
            FenceKind::Group { has_title } => {
                self.is_callout_title = has_title;
                false
            }
        };
        if !is_kept {
            let text = self.seed.text.get(self.in_file(&range)).unwrap_or_default();
            self.lose(Loss::Shortcode, at, text);
        }
    }

    /// Opens a container of Markdown.
    pub(super) fn open_container(&mut self, kind: ContainerKind, range: &Range<usize>) {
        if self.html.is_in_table() {
            self.inline.space();
        }
        let start = self.entries.len();
        if !self.scopes.open(None, kind, start) {
            self.lose(Loss::Nesting, range.start, "");
        }
    }

    /// Closes a container of Markdown, with all HTML that opened within it.
    pub(super) fn close_container(&mut self, range: &Range<usize>) {
        self.finish_paragraph(range.end);
        while let Some(scope) = self.scopes.last() {
            let is_html = scope.element.is_some();
            self.close_scope(range);
            if !is_html {
                break;
            }
        }
        self.is_callout_title = false;
    }

    pub(super) fn open_footnote(&mut self, range: &Range<usize>) {
        self.finish_paragraph(range.start);
        self.finish_html(range.start);
        let number = self.numbers.of_definition(self.definition_count).unwrap_or(u32::MAX);
        self.definition_count += 1;
        let inner = Scopes::within(&mut self.scopes);
        let entries = std::mem::take(&mut self.entries);
        let scopes = std::mem::replace(&mut self.scopes, inner);
        self.outer.push((entries, scopes, number));
        self.open_container(ContainerKind::Footnote { number }, range);
    }

    pub(super) fn close_footnote(&mut self, range: &Range<usize>) {
        self.close_container(range);
        if let Some((entries, mut scopes, number)) = self.outer.pop() {
            scopes.continue_after(&self.scopes);
            let note = std::mem::replace(&mut self.entries, entries);
            self.scopes = scopes;
            self.footnotes.push((number, note));
        }
    }
}
