//! The outcome of a command as JSON for other programs: the shape that docs/program.md describes.
//!
//! Other programs rely on the keys. Add some, but never rename one or change its meaning without
//! raising [`VERSION`].

use cuttings_diagnostics::{Diagnostic, Origin, Severity};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The version of all objects.
pub(crate) const VERSION: u32 = 1;

/// The outcome of `build`, `single`, `import` or `export opensearch`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub(crate) struct Outcome {
    pub(crate) version: u32,
    pub(crate) command: String,
    /// False if the exit code is not 0.
    pub(crate) ok: bool,
    /// The folder of articles.
    pub(crate) folder: String,
    /// The file or folder that was written.
    pub(crate) out: String,
    /// The path under which the site is served.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) base: Option<String>,
    /// The name of the edition: the same for the same files.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) edition: Option<String>,
    /// The number of files, without their compressed copies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) files: Option<usize>,
    /// The number of exported documents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) documents: Option<usize>,
    /// The number of bulk files with the documents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) bulk_files: Option<usize>,
    /// The number of imported articles with their text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) articles: Option<usize>,
    /// The number of imported links whose text no file holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) links: Option<usize>,
    /// The number of imported pictures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) pictures: Option<usize>,
    /// The reasons why nothing was written.
    pub(crate) errors: Vec<String>,
    /// The errors, warnings and notes about files.
    pub(crate) diagnostics: Vec<JsonDiagnostic>,
    /// The files that were left out because of an error.
    pub(crate) left_out: Vec<String>,
    /// Messages for whoever publishes.
    pub(crate) messages: Vec<String>,
}

/// A diagnostic.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub(crate) struct JsonDiagnostic {
    file: String,
    line: u32,
    severity: JsonSeverity,
    message: String,
    /// The sentence that stands for all messages of this kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    group: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
enum JsonSeverity {
    Note,
    Warning,
    Error,
}

impl From<&Diagnostic> for JsonDiagnostic {
    fn from(diagnostic: &Diagnostic) -> Self {
        Self {
            file: diagnostic.origin.file.clone(),
            line: diagnostic.origin.line,
            severity: match diagnostic.severity {
                Severity::Note => JsonSeverity::Note,
                Severity::Warning => JsonSeverity::Warning,
                Severity::Error => JsonSeverity::Error,
            },
            message: diagnostic.message.clone(),
            group: diagnostic.group.as_deref().map(str::to_owned),
        }
    }
}

impl From<&JsonDiagnostic> for Diagnostic {
    fn from(diagnostic: &JsonDiagnostic) -> Self {
        let severity = match diagnostic.severity {
            JsonSeverity::Note => Severity::Note,
            JsonSeverity::Warning => Severity::Warning,
            JsonSeverity::Error => Severity::Error,
        };
        let origin = Origin::new(&*diagnostic.file, diagnostic.line);
        let group = diagnostic.group.clone().map(Cow::Owned);
        Diagnostic { group, ..Diagnostic::new(origin, severity, &*diagnostic.message) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diagnostics_round_trip() {
        let origin = Origin::new("notes/a.md", 3);
        let plain = Diagnostic::new(origin, Severity::Warning, "“Home” belongs to no article.");
        for diagnostic in [plain.clone().in_group("labels without articles"), plain] {
            let json = serde_json::to_string(&JsonDiagnostic::from(&diagnostic)).unwrap();
            let read: JsonDiagnostic = serde_json::from_str(&json).unwrap();
            assert_eq!(Diagnostic::from(&read), diagnostic);
        }
    }
}
