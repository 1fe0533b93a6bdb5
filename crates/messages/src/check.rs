//! Checks catalogues: every language must offer the same messages, parameters and links as the
//! reference, so that the page can show any of them.

use crate::DIRECTION;
use crate::message::{Catalogue, Key, Message, Parameter, Part};
use crate::plural::{Category, Rules};
use cuttings_diagnostics::{Diagnostic, Origin, Severity, nearest};
use std::collections::BTreeSet;

/// Checks the reference catalogue.
pub(crate) fn reference(reference: &Catalogue, diagnostics: &mut Vec<Diagnostic>) {
    if !reference.file.is_empty() && reference.named(DIRECTION).is_none() {
        let origin = Origin { file: reference.file.clone(), line: 1 };
        report(
            diagnostics,
            &origin,
            Severity::Error,
            "A line is missing: direction = ltr".to_owned(),
        );
    }
    messages_alone(reference, diagnostics);
}

/// Checks a translated catalogue against the reference.
pub(crate) fn translation(
    reference: &Catalogue,
    catalogue: &Catalogue,
    diagnostics: &mut Vec<Diagnostic>,
) {
    messages_alone(catalogue, diagnostics);
    let known: Vec<&str> = reference.messages.iter().map(|message| message.name.as_str()).collect();
    for message in &catalogue.messages {
        let Some(model) = reference.named(&message.name) else {
            let fault = format!("There is no message “{}”.", message.name);
            let remedy = suggestion(&message.name, &known)
                .unwrap_or_else(|| format!("{} lists all messages.", reference.file));
            report(diagnostics, &message.origin, Severity::Error, format!("{fault} {remedy}"));
            continue;
        };
        parameters_and_link(model, message, diagnostics);
    }
    for model in &reference.messages {
        if catalogue.named(&model.name).is_none() {
            let line = catalogue.messages.last().map_or(1, |message| message.origin.line);
            let origin = Origin { file: catalogue.file.clone(), line };
            let note = format!(
                "“{}” is missing; the page shows it in English ({}:{}).",
                model.name, model.origin.file, model.origin.line
            );
            report(diagnostics, &origin, Severity::Warning, note);
        }
    }
}

/// Checks that a message has the same parameters and the same link as its model.
fn parameters_and_link(model: &Message, message: &Message, diagnostics: &mut Vec<Diagnostic>) {
    let (expected, used) = (model.parameters(), message.parameters());
    let known: Vec<&str> = expected.iter().map(|parameter| parameter.name.as_str()).collect();
    for Parameter { name, is_number } in &used {
        match expected.iter().find(|parameter| parameter.name == *name) {
            None => {
                let remedy = suggestion(name, &known).unwrap_or_else(|| match &known[..] {
                    [] => "The message has no placeholders.".to_owned(),
                    known => format!("Its placeholders: ${}.", known.join(", $")),
                });
                let fault = format!("“{}” has no placeholder ${name}. {remedy}", message.name);
                report(diagnostics, &message.origin, Severity::Error, fault);
            }
            Some(parameter) if *is_number && !parameter.is_number => {
                let fault = format!(
                    "${name} in “{}” is a text; only a number can select a variant.",
                    message.name
                );
                report(diagnostics, &message.origin, Severity::Error, fault);
            }
            Some(_) => {}
        }
    }
    let is_used = |name: &str| used.iter().any(|parameter| parameter.name == name);
    for Parameter { name, .. } in expected.iter().filter(|parameter| !is_used(&parameter.name)) {
        let note = format!("“{}” does not use ${name}.", message.name);
        report(diagnostics, &message.origin, Severity::Warning, note);
    }
    let [parts, of_model] =
        [message, model].map(|message| message.link_parts().map(|parts| parts.len()));
    if parts != of_model {
        let fault = match of_model {
            Some(_) => format!(
                "“{}” must contain one link: put <a> and </a> around its text.",
                message.name
            ),
            None => format!("“{}” must not contain a link: remove <a> and </a>.", message.name),
        };
        report(diagnostics, &message.origin, Severity::Error, fault);
    }
}

/// Checks each message by itself: its name, its direction and its variants.
fn messages_alone(catalogue: &Catalogue, diagnostics: &mut Vec<Diagnostic>) {
    let rules = Rules::of(&catalogue.language);
    let categories = rules.categories();
    for message in &catalogue.messages {
        let origin = &message.origin;
        let name = &message.name;
        if name.contains('_') || name.chars().any(|c| c.is_ascii_uppercase()) {
            let fault =
                format!("“{name}” is not a valid name: use lower-case letters and hyphens.");
            report(diagnostics, origin, Severity::Error, fault);
        }
        if name == DIRECTION && !matches!(message.literal().as_deref(), Some("ltr" | "rtl")) {
            let fault = "direction must be ltr (left to right) or rtl (right to left).";
            report(diagnostics, origin, Severity::Error, fault.to_owned());
        }
        for part in &message.parts {
            let Part::Select { variants, .. } = part else { continue };
            let named: BTreeSet<Category> = variants
                .iter()
                .filter_map(|variant| match variant.key {
                    Key::Category(category) => Some(category),
                    Key::Number(_) => None,
                })
                .collect();
            for category in named.difference(&categories).filter(|found| **found != Category::Other)
            {
                let fault = format!(
                    "“{name}” has a variant for {}, but this language has only {}.",
                    category.name(),
                    listed(&categories)
                );
                report(diagnostics, origin, Severity::Error, fault);
            }
            let missing: BTreeSet<Category> = categories.difference(&named).copied().collect();
            // A select expression may distinguish certain numbers from all others.
            let by_category = named.len() > 1
                || !variants.iter().any(|variant| matches!(variant.key, Key::Number(_)));
            if by_category && !missing.is_empty() {
                let fault = format!(
                    "“{name}” has no variant for {}; this language has {}.",
                    listed(&missing),
                    listed(&categories)
                );
                report(diagnostics, origin, Severity::Warning, fault);
            }
        }
    }
}

fn listed(categories: &BTreeSet<Category>) -> String {
    categories.iter().map(|category| category.name()).collect::<Vec<&str>>().join(", ")
}

fn suggestion(name: &str, known: &[&str]) -> Option<String> {
    nearest(name, known).map(|known| format!("Did you mean {known}?"))
}

fn report(diagnostics: &mut Vec<Diagnostic>, origin: &Origin, severity: Severity, message: String) {
    diagnostics.push(Diagnostic::new(origin.clone(), severity, message));
}
