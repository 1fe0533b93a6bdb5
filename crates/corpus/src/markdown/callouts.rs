//! Maps the callouts of Obsidian to the five alerts of GitHub.

use super::masks::Callout;
use crate::block::{AlertKind, ContainerKind};

/// Returns the container of a callout, and the title that says what the container does not.
pub(super) fn container(callout: &Callout) -> (ContainerKind, Option<String>) {
    let word = callout.word.to_lowercase();
    let alert = match word.as_str() {
        "note" | "info" | "todo" | "abstract" | "summary" | "tldr" | "example" | "question"
        | "help" | "faq" => Some(AlertKind::Note),
        "tip" | "hint" | "success" | "check" | "done" => Some(AlertKind::Tip),
        "important" => Some(AlertKind::Important),
        "warning" | "attention" | "bug" | "failure" | "fail" | "missing" => {
            Some(AlertKind::Warning)
        }
        "caution" | "danger" | "error" => Some(AlertKind::Caution),
        _ => None,
    };
    let container = alert.map_or(ContainerKind::Quotation, ContainerKind::Alert);
    let is_named = matches!(word.as_str(), "note" | "tip" | "important" | "warning" | "caution")
        || matches!(word.as_str(), "quote" | "cite");
    let title = (!is_named && !callout.has_title).then(|| capitalised(&callout.word));
    (container, title)
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}
