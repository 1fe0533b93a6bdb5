//! Imports files that belong together: pages have the pictures that are among them.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::io::Read as _;
use std::ops::ControlFlow;

use cuttings_diagnostics::{Diagnostic, Origin, Severity};

use crate::Source;
use crate::archive::{is_asset, read_source};
use crate::archive_pictures::{entry_of, folder_of};
use crate::importer::Importer;
use crate::item::Event;
use crate::limits::Limits;
use crate::saved_page::{parts_of_pages, unread_parts};

/// Returns the path to which an address in a file leads, without `.` and `..`. It is relative to
/// where `file` begins, and never leads out of there. Returns `None` for an address of the web.
pub fn path_beside(file: &str, address: &str) -> Option<String> {
    entry_of(folder_of(file), address)
}

/// Files that belong together, such as those of a folder.
pub trait Together {
    /// Returns the paths of the files, with slashes between folders.
    fn names(&self) -> &[String];

    /// Opens a file by its number, to be imported.
    fn open(&self, number: usize) -> Box<dyn Source + '_>;

    /// Opens a file by its number that a page among the others refers to.
    fn open_part(&self, number: usize) -> Box<dyn Source + '_> {
        self.open(number)
    }
}

/// Imports files that belong together. Pages have the pictures that are among them; styles,
/// scripts and the frames of saved pages are left out.
pub fn import_together(
    files: &dyn Together,
    limits: &Limits,
    sink: &mut dyn FnMut(Event) -> ControlFlow<()>,
) {
    let names = files.names();
    let paths = || names.iter().map(String::as_str);
    let parts = parts_of_pages(paths());
    let is_article = |name: &str| !is_asset(name) && !parts.contains(name);
    // If there is nothing else, each file is said to be none that can be imported.
    let has_articles = paths().any(is_article);
    let numbers: HashMap<&str, usize> = paths().enumerate().map(|(at, name)| (name, at)).collect();
    let used = RefCell::new(HashSet::new());
    let find = |file: &str, address: &str| {
        let number = *numbers.get(&*path_beside(file, address)?)?;
        used.borrow_mut().insert(number);
        let mut bytes = Vec::new();
        let part = files.open_part(number);
        part.take(limits.file_bytes.saturating_add(1)).read_to_end(&mut bytes).ok()?;
        (bytes.len() as u64 <= limits.file_bytes).then_some(bytes)
    };
    let mut importer = Importer::new(limits, &find, sink);
    let mut left_out: Vec<usize> = Vec::new();
    for (number, name) in names.iter().enumerate() {
        if has_articles && !is_article(name) {
            left_out.push(number);
        } else if read_source(name, &mut *files.open(number), &mut importer).is_break() {
            return;
        }
    }
    let used = used.borrow();
    let mut unread = left_out.into_iter().filter(|number| !used.contains(number));
    if let Some(name) = unread.next().and_then(|first| names.get(first)) {
        let message = unread_parts(1 + unread.count());
        let note = Diagnostic::new(Origin::new(name.clone(), 1), Severity::Note, message);
        let _ = importer.diagnostic(note);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stay_among_the_files() {
        assert_eq!(path_beside("x/a.html", "a_files/b.png").as_deref(), Some("x/a_files/b.png"));
        assert_eq!(path_beside("x/a.html", "../../../b.png").as_deref(), Some("b.png"));
        assert_eq!(path_beside("a.html", "%2e%2e/%2Fetc/b.png").as_deref(), Some("etc/b.png"));
        assert_eq!(path_beside("a.html", "//a.example/b.png"), None);
        assert_eq!(path_beside("a.html", "file:///etc/b.png"), None);
    }
}
