//! Reads MathML as text within a line: its scripts become marks, and the rows of a table lines.

use super::converter::Converter;
use super::element_names::ARRANGED;
use super::html::Tag;
use super::html_state::MathElement;
use super::losses::Loss;
use crate::inline_text::Syntax;

/// The most elements that are open at a time. Deeper ones are read without scripts, so that the
/// cost stays linear.
const MAX_DEPTH: usize = 40;

impl Converter<'_> {
    pub(super) fn open_math(&mut self, tag: &Tag<'_>, at: usize) {
        let name = tag.name.as_str();
        if ARRANGED.contains(&name) {
            self.lose(Loss::Tag, at, tag.source);
        }
        if name == "math" {
            self.close_math_from(0);
        }
        let is_display = name == "math" && tag.attribute("display") == Some("block");
        self.separate(is_display || name == "mtr");
        let mark = self.html.math.last_mut().and_then(MathElement::mark_of_next);
        if tag.source.ends_with("/>") || self.html.math.len() == MAX_DEPTH {
            return;
        }
        if let Some(mark) = &mark {
            self.inline.open(mark, Syntax::Html);
        }
        let element = MathElement { name: name.to_owned(), children: 0, mark, is_display };
        self.html.math.push(element);
    }

    pub(super) fn close_math(&mut self, name: &str) {
        let open = self.html.math.iter().rposition(|element| element.name == name);
        let element = open.and_then(|at| self.html.math.get(at));
        self.separate(element.is_some_and(|element| element.is_display));
        if let Some(at) = open {
            self.close_math_from(at);
        }
    }

    /// Closes the elements from this position on.
    fn close_math_from(&mut self, at: usize) {
        for mark in self.html.math.drain(at..).rev().filter_map(|element| element.mark) {
            self.inline.close(&mark, Syntax::Html);
        }
    }

    fn separate(&mut self, is_line: bool) {
        if is_line { self.inline.hard_break() } else { self.inline.space() }
    }
}
