//! The result of adding files to a collection.

use cuttings_corpus::DUPLICATES;
use cuttings_diagnostics::{Diagnostic, Severity};
use std::borrow::Cow;
use std::collections::HashSet;

/// The most messages that a report keeps, besides those of groups.
const MAX_MESSAGES: usize = 1000;

/// The numbers of new items, and messages about files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The number of articles that were added, or that replaced a shorter version.
    pub articles: usize,
    /// The number of links that were added.
    pub links: usize,
    /// The number of pictures.
    pub pictures: usize,
    /// The number of items that the collection has already, or that a file has again.
    pub duplicates: usize,
    /// The files that could not be read, and what is missing of the others. Of messages of one kind
    /// it has the first, with the sentence that stands for all.
    pub diagnostics: Vec<Diagnostic>,
    /// The groups that have a message.
    groups: HashSet<(Severity, Cow<'static, str>)>,
}

impl Report {
    /// Adds a message, unless it says that a file has an item twice.
    pub(crate) fn tell(&mut self, mut diagnostic: Diagnostic) {
        if diagnostic.group.as_deref() == Some(DUPLICATES) {
            self.duplicates += 1;
        } else if let Some(group) = &diagnostic.group {
            if self.groups.insert((diagnostic.severity, group.clone())) {
                diagnostic.message = group.to_string();
                self.diagnostics.push(diagnostic);
            }
        } else if self.diagnostics.len() - self.groups.len() < MAX_MESSAGES {
            self.diagnostics.push(diagnostic);
        }
    }
}
