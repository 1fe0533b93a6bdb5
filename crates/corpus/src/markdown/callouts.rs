//! Maps the callouts of Obsidian, and the directives of other programs, to the five alerts of
//! GitHub.

use crate::block::{AlertKind, ContainerKind};

/// The opening of a quotation that names its kind: `[!note]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Callout {
    /// The kind as the seed spells it.
    pub(super) word: String,
    /// True if a title follows on the line.
    pub(super) has_title: bool,
}

/// Returns the container of a callout, and the title that says what the container does not.
pub(super) fn container(callout: &Callout) -> (ContainerKind, Option<String>) {
    let word = callout.word.to_lowercase();
    let container = alert(&word).map_or(ContainerKind::Quotation, ContainerKind::Alert);
    let is_named = matches!(word.as_str(), "note" | "tip" | "important" | "warning" | "caution")
        || is_quotation(&word);
    let title = (!is_named && !callout.has_title).then(|| capitalised(&callout.word));
    (container, title)
}

/// Returns whether a word names a kind of callout, rather than anything else.
pub(super) fn is_known(word: &str) -> bool {
    let word = word.to_lowercase();
    alert(&word).is_some() || is_quotation(&word)
}

fn is_quotation(word: &str) -> bool {
    matches!(word, "quote" | "cite")
}

fn alert(word: &str) -> Option<AlertKind> {
    match word {
        "note" | "info" | "todo" | "abstract" | "summary" | "tldr" | "example" | "question"
        | "help" | "faq" => Some(AlertKind::Note),
        "tip" | "hint" | "success" | "check" | "done" => Some(AlertKind::Tip),
        "important" => Some(AlertKind::Important),
        "warning" | "attention" | "bug" | "failure" | "fail" | "missing" => {
            Some(AlertKind::Warning)
        }
        "caution" | "danger" | "error" => Some(AlertKind::Caution),
        _ => None,
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}
