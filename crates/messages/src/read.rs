//! A catalogue's text: what of Fluent it may hold, and what is said of the rest.

use crate::message::{Case, Catalogue, Key, Message, Part};
use crate::plural::{Form, LARGEST};
use cuttings_diagnostics::{Diagnostic, Origin, SourceFile, Severity};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser::{self, ParserError};
use fluent_syntax::unicode::unescape_unicode_to_string;

/// The function that says that something given is a number.
const NUMBER: &str = "NUMBER";

/// Reads a catalogue of this language. Never fails: what cannot be read is an error among the diagnostics, and left out.
pub(crate) fn catalogue(file: SourceFile<'_>, language: &str, diagnostics: &mut Vec<Diagnostic>) -> Catalogue {
    let mut reader = Reader { file, text: "", diagnostics };
    let mut catalogue =
        Catalogue { language: language.to_owned(), file: file.name.to_owned(), messages: Vec::new() };
    match std::str::from_utf8(file.bytes) {
        Ok(text) => reader.text = text.strip_prefix('\u{FEFF}').unwrap_or(text),
        Err(_) => {
            reader.error(0, "This is not UTF-8. Save it as UTF-8.".to_owned());
            return catalogue;
        }
    }
    let (resource, errors) = match parser::parse_runtime(reader.text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    for ParserError { pos, kind, .. } in errors {
        reader.error(pos.start, format!("This is not Fluent: {kind}"));
    }
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let at = reader.place(message.id.name);
                if let Some(attribute) = message.attributes.first() {
                    reader.error(
                        reader.place(attribute.id.name),
                        "Messages have no attributes here. Make it a message of its own.".to_owned(),
                    );
                }
                let name = message.id.name.to_owned();
                if catalogue.named(&name).is_some() {
                    reader.error(at, format!("“{name}” is here twice. Remove one of them."));
                    continue;
                }
                let parts =
                    message.value.map(|pattern| reader.parts(&pattern, at, false)).unwrap_or_default();
                catalogue.messages.push(Message { name, origin: reader.origin(at), parts });
            }
            Entry::Term(term) => {
                let at = reader.place(term.id.name);
                reader.error(at, "There are no terms here. Write the text into each message.".to_owned());
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }
    catalogue
}

struct Reader<'a, 'd> {
    file: SourceFile<'a>,
    text: &'a str,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl Reader<'_, '_> {
    /// Where in the text a piece of it stands.
    fn place(&self, piece: &str) -> usize {
        piece.as_ptr().addr().saturating_sub(self.text.as_ptr().addr())
    }

    fn origin(&self, at: usize) -> Origin {
        let before = self.text.get(..at).unwrap_or_default();
        Origin { file: self.file.name.to_owned(), line: before.matches('\n').count() as u32 + 1 }
    }

    fn error(&mut self, at: usize, message: String) {
        let origin = self.origin(at);
        self.diagnostics.push(Diagnostic { origin, severity: Severity::Error, message });
    }

    fn parts(&mut self, pattern: &Pattern<&str>, at: usize, in_choice: bool) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for element in &pattern.elements {
            let part = match element {
                PatternElement::TextElement { value } => Some(text(value)),
                PatternElement::Placeable { expression } => self.placeable(expression, at, in_choice),
            };
            match (parts.last_mut(), part) {
                (Some(Part::Text(before)), Some(Part::Text(text))) => before.push_str(&text),
                (_, part) => parts.extend(part),
            }
        }
        parts
    }

    fn placeable(&mut self, expression: &Expression<&str>, at: usize, in_choice: bool) -> Option<Part> {
        match expression {
            Expression::Inline(InlineExpression::StringLiteral { value }) => {
                Some(text(&unescape_unicode_to_string(value)))
            }
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                Some(Part::Given { name: id.name.to_owned(), is_number: false })
            }
            Expression::Inline(InlineExpression::FunctionReference { id, arguments })
                if id.name == NUMBER =>
            {
                match (&arguments.positional[..], &arguments.named[..]) {
                    ([InlineExpression::VariableReference { id }], []) => {
                        Some(Part::Given { name: id.name.to_owned(), is_number: true })
                    }
                    _ => {
                        self.error(
                            self.place(id.name),
                            "NUMBER takes one placeholder and nothing else: { NUMBER($count) }.".to_owned(),
                        );
                        None
                    }
                }
            }
            Expression::Select { selector, variants } => {
                let by = match selector {
                    InlineExpression::VariableReference { id } if !in_choice => id.name,
                    _ => {
                        let remedy =
                            "A choice goes by a placeholder, { $count -> … }, and holds no further choice.";
                        self.error(at, remedy.to_owned());
                        return None;
                    }
                };
                let at = self.place(by);
                let cases = variants.iter().filter_map(|variant| self.case(variant, at)).collect();
                Some(Part::Choice { by: by.to_owned(), cases })
            }
            Expression::Inline(_) => {
                let remedy = "Between braces stand placeholders, { $title }, choices, and texts in quotes, { \" \" }; nothing else.";
                self.error(at, remedy.to_owned());
                None
            }
        }
    }

    fn case(&mut self, variant: &Variant<&str>, at: usize) -> Option<Case> {
        let (key, name) = match variant.key {
            VariantKey::Identifier { name } => (Form::named(name).map(Key::Form), name),
            VariantKey::NumberLiteral { value } => {
                (value.parse().ok().filter(|number| *number <= LARGEST).map(Key::Exactly), value)
            }
        };
        let place = self.place(name);
        let parts = self.parts(&variant.value, at, true);
        if key.is_none() {
            self.error(
                place,
                format!("“{name}” is no case. It is zero, one, two, few, many, other, or a number up to {LARGEST}."),
            );
        }
        Some(Case { key: key?, is_default: variant.default, parts })
    }
}

/// A text as the page has it: a line that goes on in the next one is one line, and nothing in it is a mark.
fn text(value: &str) -> Part {
    Part::Text(value.replace(|character: char| character.is_control(), " "))
}
