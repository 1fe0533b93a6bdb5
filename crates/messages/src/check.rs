//! What catalogues have to keep to: what a page can show of one language it can show of every other.

use crate::DIRECTION;
use crate::message::{Catalogue, Key, Message, Part};
use crate::plural::{Form, Rules};
use cuttings_diagnostics::{Diagnostic, Origin, Severity, nearest};
use std::collections::BTreeSet;

/// Checks the catalogue that says which messages there are.
pub(crate) fn reference(reference: &Catalogue, diagnostics: &mut Vec<Diagnostic>) {
    if !reference.file.is_empty() && reference.named(DIRECTION).is_none() {
        let origin = Origin { file: reference.file.clone(), line: 1 };
        say(diagnostics, &origin, Severity::Error, "A line is missing: direction = ltr".to_owned());
    }
    each_alone(reference, diagnostics);
}

/// Checks a catalogue against the one that says which messages there are.
pub(crate) fn translation(reference: &Catalogue, catalogue: &Catalogue, diagnostics: &mut Vec<Diagnostic>) {
    each_alone(catalogue, diagnostics);
    let known: Vec<&str> = reference.messages.iter().map(|message| message.name.as_str()).collect();
    for message in &catalogue.messages {
        let Some(model) = reference.named(&message.name) else {
            let fault = format!("There is no message “{}”.", message.name);
            let remedy = guess(&message.name, &known)
                .unwrap_or_else(|| format!("{} has those that there are.", reference.file));
            say(diagnostics, &message.origin, Severity::Error, format!("{fault} {remedy}"));
            continue;
        };
        same_shape(model, message, diagnostics);
    }
    for model in &reference.messages {
        if catalogue.named(&model.name).is_none() {
            let line = catalogue.messages.last().map_or(1, |message| message.origin.line);
            let origin = Origin { file: catalogue.file.clone(), line };
            let note = format!(
                "“{}” is missing, so it is English: {}:{}.",
                model.name, model.origin.file, model.origin.line
            );
            say(diagnostics, &origin, Severity::Warning, note);
        }
    }
}

/// Checks that a message holds what its model holds.
fn same_shape(model: &Message, message: &Message, diagnostics: &mut Vec<Diagnostic>) {
    let (wanted, given) = (model.given(), message.given());
    let known: Vec<&str> = wanted.iter().map(|(name, _)| name.as_str()).collect();
    for (name, is_number) in &given {
        match wanted.iter().find(|(other, _)| other == name) {
            None => {
                let remedy = guess(name, &known).unwrap_or_else(|| match &known[..] {
                    [] => "It has none.".to_owned(),
                    known => format!("It has ${}.", known.join(", $")),
                });
                let fault = format!("“{}” has no placeholder ${name}. {remedy}", message.name);
                say(diagnostics, &message.origin, Severity::Error, fault);
            }
            Some((_, false)) if *is_number => {
                let fault =
                    format!("${name} in “{}” is a text, so nothing can be chosen by it.", message.name);
                say(diagnostics, &message.origin, Severity::Error, fault);
            }
            Some(_) => {}
        }
    }
    for (name, _) in wanted.iter().filter(|(name, _)| !given.iter().any(|(other, _)| other == name)) {
        let note = format!("“{}” leaves ${name} out.", message.name);
        say(diagnostics, &message.origin, Severity::Warning, note);
    }
    let [parts, of_model] = [message, model].map(|message| message.around_link().map(|parts| parts.len()));
    if parts != of_model {
        let fault = match of_model {
            Some(_) => format!("“{}” has one link in it: put <a> and </a> around its text.", message.name),
            None => format!("“{}” has no link in it: take <a> and </a> out.", message.name),
        };
        say(diagnostics, &message.origin, Severity::Error, fault);
    }
}

/// Checks what each message has to keep to by itself.
fn each_alone(catalogue: &Catalogue, diagnostics: &mut Vec<Diagnostic>) {
    let rules = Rules::of(&catalogue.language);
    let forms = rules.forms();
    for message in &catalogue.messages {
        let origin = &message.origin;
        let name = &message.name;
        if name.contains('_') || name.chars().any(|c| c.is_ascii_uppercase()) {
            let fault = format!("“{name}” is written otherwise: names are of small letters and hyphens.");
            say(diagnostics, origin, Severity::Error, fault);
        }
        if name == DIRECTION && !matches!(message.fixed().as_deref(), Some("ltr" | "rtl")) {
            let fault = "direction is ltr, from left to right, or rtl, from right to left.";
            say(diagnostics, origin, Severity::Error, fault.to_owned());
        }
        for part in &message.parts {
            let Part::Choice { cases, .. } = part else { continue };
            let named: BTreeSet<Form> = cases
                .iter()
                .filter_map(|case| if let Key::Form(form) = case.key { Some(form) } else { None })
                .collect();
            for form in named.difference(&forms).filter(|form| **form != Form::Other) {
                let fault = format!(
                    "“{name}” has a case for {}, which numbers in this language never come to. They come to {}.",
                    form.name(),
                    listed(&forms)
                );
                say(diagnostics, origin, Severity::Error, fault);
            }
            let lacking: BTreeSet<Form> = forms.difference(&named).copied().collect();
            // A choice may be between certain numbers and all others.
            let by_form = named.len() > 1 || !cases.iter().any(|case| matches!(case.key, Key::Exactly(_)));
            if by_form && !lacking.is_empty() {
                let fault = format!(
                    "“{name}” has no case for {}; numbers in this language come to {}.",
                    listed(&lacking),
                    listed(&forms)
                );
                say(diagnostics, origin, Severity::Warning, fault);
            }
        }
    }
}

fn listed(forms: &BTreeSet<Form>) -> String {
    forms.iter().map(|form| form.name()).collect::<Vec<&str>>().join(", ")
}

fn guess(name: &str, known: &[&str]) -> Option<String> {
    nearest(name, known).map(|known| format!("Did you mean {known}?"))
}

fn say(diagnostics: &mut Vec<Diagnostic>, origin: &Origin, severity: Severity, message: String) {
    diagnostics.push(Diagnostic { origin: origin.clone(), severity, message });
}
