//! Builds the text of one block and its marks.
//!
//! White space is folded while it arrives, so no mark starts or ends with any, and positions never
//! move again.

use std::cmp::Reverse;
use std::mem::discriminant;

use crate::block::{Mark, MarkKind};
use crate::source::{self, SuspiciousChars};

/// The text of the current block.
#[derive(Debug, Default)]
pub struct InlineText {
    text: String,
    marks: Vec<Mark>,
    /// The open marks, outermost first; at most one of each kind.
    open: Vec<OpenMark>,
    /// White space that the next character needs before it.
    gap: Option<Gap>,
    /// The end of the text that trimming leaves alone: code and cells.
    verbatim_end: usize,
    /// True if a line feed would end a row.
    is_table: bool,
    suspicious: SuspiciousChars,
}

/// The syntax that opened a mark. Each closes only its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
}

#[derive(Debug)]
struct OpenMark {
    kind: MarkKind,
    /// The number of times that Markdown opened the mark.
    markdown: usize,
    /// The number of times that HTML opened the mark.
    html: usize,
    /// The start of the marked text; `None` before its first character.
    start: Option<usize>,
}

#[derive(Clone, Copy, Debug)]
enum Gap {
    Space(char),
    SoftBreak,
    HardBreak,
}

impl InlineText {
    /// Turns the block into a table: its rows end with a line feed.
    pub fn start_table(&mut self) {
        self.is_table = true;
    }

    /// Adds text, whose white space is folded.
    pub fn push(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_whitespace() {
                let space = if source::is_kept_space(c) { c } else { ' ' };
                self.gap.get_or_insert(Gap::Space(space));
            } else if !(self.text.is_empty() && source::is_blank(c)) {
                self.push_char(c);
            }
        }
    }

    /// Adds text that keeps its white space, such as code.
    pub fn push_verbatim(&mut self, text: &str) {
        for c in text.chars() {
            let is_line_end = matches!(c, '\n' | '\r' | '\t');
            self.push_char(if is_line_end { ' ' } else { c });
        }
        self.verbatim_end = self.text.len();
    }

    fn push_char(&mut self, c: char) {
        if let Some(gap) = self.gap.take()
            && !self.is_at_line_start()
        {
            match gap {
                Gap::HardBreak if !self.is_table => self.text.push('\n'),
                Gap::SoftBreak
                    if self.text.chars().next_back().is_some_and(is_cjk) && is_cjk(c) => {}
                Gap::HardBreak | Gap::SoftBreak => self.text.push(' '),
                Gap::Space(space) => self.text.push(space),
            }
        }
        let at = self.text.len();
        for mark in self.open.iter_mut().rev() {
            // Marks start from the outside in, so the first that has started ends the search.
            if mark.start.is_some() {
                break;
            }
            mark.start = Some(at);
        }
        self.text.push(self.suspicious.printable(c));
    }

    fn is_at_line_start(&self) -> bool {
        self.text.is_empty() || (self.is_table && self.text.ends_with(['\t', '\n']))
    }

    /// Adds a space between words.
    pub fn space(&mut self) {
        self.gap.get_or_insert(Gap::Space(' '));
    }

    /// Ends a line of the source. It becomes a space, except between characters of a script that
    /// writes none.
    pub fn soft_break(&mut self) {
        if !matches!(self.gap, Some(Gap::HardBreak)) {
            self.gap = Some(Gap::SoftBreak);
        }
    }

    /// Ends a line of the text.
    pub fn hard_break(&mut self) {
        self.gap = Some(Gap::HardBreak);
    }

    /// Adds the tab before a table's cell or the line feed before its row.
    pub fn cell_break(&mut self, separator: char) {
        self.gap = None;
        self.text.push(separator);
        self.verbatim_end = self.text.len();
    }

    /// Fills each row of a table up to a number of cells, with at most as many as may be added.
    pub fn fill_rows(&mut self, columns: usize, cells_to_add: &mut usize) {
        let mut text = String::with_capacity(self.text.len());
        // The ends of the padded rows, and the number of cells that were added up to there.
        let mut added: Vec<(usize, usize)> = Vec::new();
        let mut end = 0;
        for row in self.text.split_inclusive('\n').chain(self.text.ends_with('\n').then_some("")) {
            let cells = row.trim_end_matches('\n');
            text.push_str(cells);
            let count = cells.matches('\t').count() + 1;
            let missing = columns.saturating_sub(count).min(*cells_to_add);
            if missing > 0 {
                *cells_to_add -= missing;
                text.extend(std::iter::repeat_n('\t', missing));
                added.push((end + cells.len(), text.len() - end - cells.len()));
            }
            text.push_str(row.get(cells.len()..).unwrap_or_default());
            end += row.len();
        }
        let shift = |at: usize, rows: usize| {
            let row = rows.checked_sub(1).and_then(|row| added.get(row));
            at + row.map_or(0, |(_, shift)| *shift)
        };
        let start_after = |at: usize| shift(at, added.partition_point(|(end, _)| *end <= at));
        let end_after = |at: usize| shift(at, added.partition_point(|(end, _)| *end < at));
        for mark in &mut self.marks {
            mark.range = start_after(mark.range.start)..end_after(mark.range.end);
        }
        for mark in &mut self.open {
            mark.start = mark.start.map(start_after);
        }
        self.text = text;
        self.verbatim_end = self.text.len();
    }

    /// Opens a mark. Within another of its kind it changes nothing; a link ends the link around it.
    pub fn open(&mut self, kind: &MarkKind, syntax: Syntax) {
        if matches!(kind, MarkKind::Link(_))
            && let Some(at) = self.position(kind)
        {
            self.remove(at);
        }
        if self.position(kind).is_none() {
            self.open.push(OpenMark { kind: kind.clone(), markdown: 0, html: 0, start: None });
        }
        let position = self.position(kind);
        if let Some(mark) = position.and_then(|at| self.open.get_mut(at)) {
            match syntax {
                Syntax::Markdown => mark.markdown += 1,
                Syntax::Html => mark.html += 1,
            }
        }
    }

    /// Closes the mark of the same kind, whatever its target, if this syntax opened one.
    pub fn close(&mut self, kind: &MarkKind, syntax: Syntax) {
        let Some(at) = self.position(kind) else { return };
        let Some(mark) = self.open.get_mut(at) else { return };
        let count = match syntax {
            Syntax::Markdown => &mut mark.markdown,
            Syntax::Html => &mut mark.html,
        };
        *count = count.saturating_sub(1);
        if mark.markdown + mark.html == 0 {
            self.remove(at);
        }
    }

    /// Adds text with a mark of its own, such as a footnote's number.
    pub fn push_marked(&mut self, text: &str, kind: &MarkKind) {
        self.open(kind, Syntax::Markdown);
        self.push_verbatim(text);
        self.close(kind, Syntax::Markdown);
    }

    /// Returns whether a mark of this kind is open.
    pub fn is_open(&self, kind: &MarkKind) -> bool {
        self.position(kind).is_some()
    }

    /// Returns whether the open mark of this kind has text.
    pub fn has_text(&self, kind: &MarkKind) -> bool {
        let mark = self.position(kind).and_then(|at| self.open.get(at));
        mark.is_some_and(|mark| mark.start.is_some_and(|start| start < self.text.len()))
    }

    fn position(&self, kind: &MarkKind) -> Option<usize> {
        self.open.iter().position(|mark| discriminant(&mark.kind) == discriminant(kind))
    }

    /// Ends an open mark here. Marks that opened within it and are still open are split.
    fn remove(&mut self, at: usize) {
        let mut inner = self.open.split_off((at + 1).min(self.open.len()));
        for mark in inner.iter_mut().rev() {
            self.record(mark);
        }
        if let Some(mut mark) = self.open.pop() {
            self.record(&mut mark);
        }
        self.open.append(&mut inner);
    }

    fn record(&mut self, mark: &mut OpenMark) {
        let end = self.text.len();
        if let Some(start) = mark.start.take()
            && start < end
        {
            self.marks.push(Mark { range: start..end, kind: mark.kind.clone() });
        }
    }

    /// Ends the block, and returns its text and marks. The builder is then empty again.
    pub fn finish(&mut self) -> (String, Vec<Mark>, SuspiciousChars) {
        while !self.open.is_empty() {
            self.remove(self.open.len() - 1);
        }
        let Self { mut text, mut marks, verbatim_end, suspicious, is_table, .. } =
            std::mem::take(self);
        let trimmed = text.trim_end_matches(source::is_blank).len();
        // Code that is nothing but a space is no text of its own. Cells of a table may be blank.
        let end = if trimmed == 0 && !is_table { 0 } else { trimmed.max(verbatim_end) };
        text.truncate(end);
        for mark in &mut marks {
            mark.range.end = mark.range.end.min(end);
        }
        marks.retain(|mark| !mark.range.is_empty());
        // Marks are recorded from the inside out. The order of equal ranges is from the outside in.
        marks.reverse();
        marks.sort_by_key(|mark| (mark.range.start, Reverse(mark.range.end)));
        (text, marks, suspicious)
    }
}

/// Returns whether `c` belongs to a script that is written without spaces.
fn is_cjk(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{30ff}' | '\u{31c0}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}
