//! Groups diagnostics of one kind, so that a thousand files with one fault make one line.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::{Diagnostic, Origin, Severity};

/// The number of messages of one severity that are shown one by one although they belong to no
/// group. Further ones become one summary.
const MAX_UNGROUPED: usize = 20;

/// A line of a summarized list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Summary {
    /// A diagnostic on its own.
    One(Diagnostic),
    /// Several diagnostics of one kind.
    Many {
        /// The severity of all of them.
        severity: Severity,
        /// The sentence that stands for them, without a full stop.
        sentence: String,
        /// The number of files that they are about.
        files: usize,
        /// The place of the first.
        first: Origin,
    },
}

impl Summary {
    /// Returns the severity.
    pub fn severity(&self) -> Severity {
        match self {
            Self::One(diagnostic) => diagnostic.severity,
            Self::Many { severity, .. } => *severity,
        }
    }
}

/// Formats a group as `warning: the sentence (in 1,042 files, first in seeds/a.md:3)`.
impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(diagnostic) => diagnostic.fmt(f),
            Self::Many { severity, sentence, files: 1, first } => {
                write!(f, "{severity}: {sentence} (in {})", first.file)
            }
            Self::Many { severity, sentence, files, first: Origin { file, line } } => {
                let files = grouped_digits(*files);
                write!(f, "{severity}: {sentence} (in {files} files, first in {file}:{line})")
            }
        }
    }
}

/// Returns one line for each kind of diagnostic, errors first, then warnings, then notes. Lines of
/// one severity keep the order of the first diagnostic of each.
pub fn summarize(diagnostics: &[Diagnostic]) -> Vec<Summary> {
    let mut lines = Vec::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let of_severity = || diagnostics.iter().filter(move |it| it.severity == severity);
        let mut groups: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
        for diagnostic in of_severity() {
            if let Some(group) = &diagnostic.group {
                groups.entry(group).or_default().push(diagnostic);
            }
        }
        let mut rest = Vec::new();
        let mut shown = 0;
        for diagnostic in of_severity() {
            match &diagnostic.group {
                Some(group) => {
                    let members = groups.remove(&**group).unwrap_or_default();
                    lines.extend(line(group, &members));
                }
                // An error leaves a file out, so each one is shown.
                None if shown < MAX_UNGROUPED || severity == Severity::Error => {
                    lines.push(Summary::One(diagnostic.clone()));
                    shown += 1;
                }
                None => rest.push(diagnostic),
            }
        }
        lines.extend(line("other messages", &rest));
    }
    lines
}

/// Returns the line for messages of one kind, if there are any.
fn line(sentence: &str, members: &[&Diagnostic]) -> Option<Summary> {
    match members {
        [] => None,
        [one] => Some(Summary::One((*one).clone())),
        [first, ..] => Some(Summary::Many {
            severity: first.severity,
            sentence: sentence.to_owned(),
            files: members.iter().map(|it| &it.origin.file).collect::<BTreeSet<_>>().len(),
            first: first.origin.clone(),
        }),
    }
}

/// Formats 1042 as "1,042".
fn grouped_digits(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diagnostic(file: &str, severity: Severity, message: &str) -> Diagnostic {
        Diagnostic::new(Origin::new(file, 3), severity, message)
    }

    #[track_caller]
    fn check(diagnostics: &[Diagnostic], expected: &[&str]) {
        let lines: Vec<String> = summarize(diagnostics).iter().map(ToString::to_string).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn messages_of_one_kind_make_one_line() {
        let ignored = |file: &str| {
            diagnostic(file, Severity::Note, "`layout` is not used.").in_group("`layout` ignored")
        };
        check(
            &[
                ignored("a.md"),
                diagnostic("a.md", Severity::Warning, "A fault."),
                ignored("b.md"),
                ignored("b.md"),
                diagnostic("b.md", Severity::Error, "Unreadable."),
            ],
            &[
                "b.md:3: error: Unreadable.",
                "a.md:3: warning: A fault.",
                "note: `layout` ignored (in 2 files, first in a.md:3)",
            ],
        );
    }

    #[test]
    fn a_single_message_of_a_kind_keeps_its_text() {
        check(
            &[diagnostic("a.md", Severity::Note, "“x” is not used.").in_group("not used")],
            &["a.md:3: note: “x” is not used."],
        );
    }

    #[test]
    fn very_many_messages_without_a_kind_are_counted() {
        let many: Vec<Diagnostic> = (0..1100)
            .map(|n| diagnostic(&format!("{n}.md"), Severity::Warning, "A fault."))
            .collect();
        let lines = summarize(&many);
        assert_eq!(lines.len(), MAX_UNGROUPED + 1);
        assert_eq!(
            lines[MAX_UNGROUPED].to_string(),
            "warning: other messages (in 1,080 files, first in 20.md:3)"
        );
    }

    #[test]
    fn digits_are_grouped() {
        for (number, expected) in
            [(1, "1"), (999, "999"), (1042, "1,042"), (1_000_000, "1,000,000")]
        {
            assert_eq!(grouped_digits(number), expected);
        }
    }
}
