//! Diagnostics about source files: a place, a severity, and a message that names the remedy.
//!
//! Parsers in this workspace never fail. They take a [`SourceFile`] and return a value together
//! with [`Diagnostic`]s; the caller decides which [`Severity`] stops a build. This crate is pure:
//! it reads no files and prints nothing.
//!
//! ```
//! use cuttings_diagnostics::{Diagnostic, Origin, Severity};
//!
//! let origin = Origin::new("seeds/ferry.txt", 3);
//! let diagnostic = Diagnostic::new(origin, Severity::Warning, "“Home” belongs to no article.");
//! assert_eq!(
//!     diagnostic.to_string(),
//!     "seeds/ferry.txt:3: warning: “Home” belongs to no article."
//! );
//! ```

#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

mod nearest;
mod summary;

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

pub use nearest::nearest;
pub use summary::{Summary, summarize};

/// A file as the caller read it: its name and its bytes.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile<'a> {
    /// The name that diagnostics show. Parsers also choose a format by its extension.
    pub name: &'a str,
    /// The bytes exactly as they are in the file, including a byte order mark.
    pub bytes: &'a [u8],
}

/// A message about a place in a source file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// The place that the message is about.
    pub origin: Origin,
    /// The severity. The caller decides whether an error stops the build.
    pub severity: Severity,
    /// The problem and its remedy, in whole sentences.
    pub message: String,
    /// The sentence that stands for all messages of this kind in a [`summarize`]d list; `None` if
    /// the message stands for itself.
    pub group: Option<Cow<'static, str>>,
}

impl Diagnostic {
    /// Creates a diagnostic.
    pub fn new(origin: Origin, severity: Severity, message: impl Into<String>) -> Self {
        Self { origin, severity, message: message.into(), group: None }
    }

    /// Sets the sentence that stands for all messages of this kind. Two messages are of one kind if
    /// their sentences and severities are equal.
    #[must_use]
    pub fn in_group(self, group: impl Into<Cow<'static, str>>) -> Self {
        Self { group: Some(group.into()), ..self }
    }
}

/// Formats as `file:line: severity: message`, which editors and Cargo turn into a link.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { origin: Origin { file, line }, severity, message, group: _ } = self;
        write!(f, "{file}:{line}: {severity}: {message}")
    }
}

/// A place in a source file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Origin {
    /// The name of the file, as in [`SourceFile::name`].
    pub file: String,
    /// The line number, starting at 1. LF, CR LF and a lone CR each end a line, as in editors.
    pub line: u32,
}

impl Origin {
    /// Creates an origin. `line` starts at 1.
    pub fn new(file: impl Into<String>, line: u32) -> Self {
        Self { file: file.into(), line }
    }
}

/// The severity of a diagnostic, in ascending order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Information that needs no action.
    Note,
    /// A probable mistake. The parser made a guess and went on.
    Warning,
    /// A mistake that leaves nothing sensible to build.
    Error,
}

impl Severity {
    /// Returns the severity's name in lower case.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
