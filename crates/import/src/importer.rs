//! The state of an import: what was passed on, and what the limits leave.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use cuttings_corpus::Picture;
use cuttings_diagnostics::{Diagnostic, Origin, Severity};

use crate::Flow;
use crate::highlight::SavedHighlight;
use crate::item::{Event, Item};
use crate::limits::Limits;
use crate::pictures;

/// The longest text of a file that a message repeats, in bytes.
const MAX_QUOTE: usize = 200;

/// Returns the contents of a file by the path of the file that refers to it, and by the address in
/// that file; `None` if there is none. [`path_beside`](crate::path_beside) resolves the address.
pub type FindBeside<'a> = dyn Fn(&str, &str) -> Option<Vec<u8>> + 'a;

/// Passes on what the kinds of files find.
pub(crate) struct Importer<'a> {
    pub(crate) limits: &'a Limits,
    /// Finds the files beside those that are imported.
    pub(crate) beside: &'a FindBeside<'a>,
    sink: &'a mut dyn FnMut(Event) -> ControlFlow<()>,
    /// The bytes that were unpacked from archives.
    pub(crate) unpacked: u64,
    /// The number of archives around the current file.
    pub(crate) depth: usize,
    /// The number of items that were passed on.
    pub(crate) items: usize,
    /// The paths of the pictures that were passed on.
    pictures: HashSet<String>,
    /// The highlights of Pocket's items by their addresses, until the items come.
    pub(crate) highlights: HashMap<String, Vec<SavedHighlight>>,
}

impl<'a> Importer<'a> {
    pub(crate) fn new(
        limits: &'a Limits,
        beside: &'a FindBeside<'a>,
        sink: &'a mut dyn FnMut(Event) -> ControlFlow<()>,
    ) -> Self {
        Self {
            limits,
            beside,
            sink,
            unpacked: 0,
            depth: 0,
            items: 0,
            pictures: HashSet::new(),
            highlights: HashMap::new(),
        }
    }

    /// Passes on an item.
    pub(crate) fn item(&mut self, item: Item) -> Flow {
        self.items += 1;
        (self.sink)(Event::Item(Box::new(item)))
    }

    /// Passes on a picture, unless an item before had it, and returns how items name it. Returns
    /// `None` if it is not in a format that browsers show.
    pub(crate) fn picture(&mut self, bytes: Vec<u8>, alt: &str) -> Option<Picture> {
        let file = pictures::file(bytes)?;
        let picture =
            Picture { path: file.path.clone(), alt: alt.to_owned(), size: Some(file.size) };
        if self.pictures.insert(file.path.clone()) {
            // A sink that stops is asked again by the item that the picture is part of.
            let _ = (self.sink)(Event::Picture(file));
        }
        Some(picture)
    }

    /// Passes on a message.
    pub(crate) fn diagnostic(&mut self, diagnostic: Diagnostic) -> Flow {
        (self.sink)(Event::Diagnostic(diagnostic))
    }

    /// Reports that a file, or a part of it, is left out.
    pub(crate) fn error(&mut self, file: &str, reason: impl Into<String>) -> Flow {
        self.report(file, 1, Severity::Error, reason)
    }

    /// Reports something that needs no action.
    pub(crate) fn note(&mut self, file: &str, message: impl Into<String>) -> Flow {
        self.report(file, 1, Severity::Note, message)
    }

    pub(crate) fn report(
        &mut self,
        file: &str,
        line: u32,
        severity: Severity,
        message: impl Into<String>,
    ) -> Flow {
        self.diagnostic(Diagnostic::new(Origin::new(file, line), severity, message))
    }
}

/// Returns the start of a text for a message, on one line.
pub(crate) fn quoted(text: &str) -> String {
    let mut end = text.len().min(MAX_QUOTE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let start = text.get(..end).unwrap_or_default();
    let line = cuttings_corpus::line_of_text(start).unwrap_or_default();
    if end < text.len() { format!("“{line}…”") } else { format!("“{line}”") }
}
