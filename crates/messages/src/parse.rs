//! Parses a catalogue, and reports the parts of Fluent that are not supported.

use crate::message::{Catalogue, Key, Message, Part, Use, Variant};
use crate::plural::{Category, LARGEST};
use cuttings_diagnostics::{Diagnostic, Origin, Severity, SourceFile};
use fluent_syntax::ast::{self, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::{ParserError, parse};
use fluent_syntax::unicode::unescape_unicode_to_string;

/// The function that marks an argument as a number.
const NUMBER: &str = "NUMBER";

/// Parses the catalogue of a language. Never fails: an entry that cannot be parsed is left out and
/// reported as an error.
pub(crate) fn catalogue(
    file: SourceFile<'_>,
    language: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Catalogue {
    let mut parser = Parser { file, text: "", diagnostics };
    let mut catalogue = Catalogue {
        language: language.to_owned(),
        file: file.name.to_owned(),
        messages: Vec::new(),
    };
    match std::str::from_utf8(file.bytes) {
        Ok(text) => parser.text = text.strip_prefix('\u{FEFF}').unwrap_or(text),
        Err(_) => {
            parser.error(0, "This is not UTF-8. Save it as UTF-8.".to_owned());
            return catalogue;
        }
    }
    let (resource, errors) = match parse(parser.text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    for ParserError { pos, kind, .. } in errors {
        parser.error(pos.start, format!("Fluent syntax error: {kind}"));
    }
    let mut used_by = Use::default();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let at = parser.offset(message.id.name);
                if let Some(attribute) = message.attributes.first() {
                    parser.error(
                        parser.offset(attribute.id.name),
                        "Attributes are not supported. Make it a separate message.".to_owned(),
                    );
                }
                let name = message.id.name.to_owned();
                if catalogue.named(&name).is_some() {
                    parser.error(at, format!("“{name}” is defined twice. Remove one of the two."));
                    continue;
                }
                let parts = message
                    .value
                    .map(|pattern| parser.parts(&pattern, at, false))
                    .unwrap_or_default();
                let origin = parser.origin(at);
                catalogue.messages.push(Message { name, origin, parts, used_by });
            }
            Entry::Term(term) => {
                let at = parser.offset(term.id.name);
                parser.error(
                    at,
                    "Terms are not supported. Write the text into each message.".to_owned(),
                );
            }
            Entry::GroupComment(comment) => {
                used_by = comment.content.first().map_or(Use::Page, |line| Use::below(line));
            }
            Entry::Comment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }
    catalogue
}

struct Parser<'a, 'd> {
    file: SourceFile<'a>,
    text: &'a str,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl Parser<'_, '_> {
    /// Returns the byte offset of a slice of the text.
    fn offset(&self, piece: &str) -> usize {
        piece.as_ptr().addr().saturating_sub(self.text.as_ptr().addr())
    }

    fn origin(&self, at: usize) -> Origin {
        let before = self.text.get(..at).unwrap_or_default();
        Origin { file: self.file.name.to_owned(), line: before.matches('\n').count() as u32 + 1 }
    }

    fn error(&mut self, at: usize, message: String) {
        let origin = self.origin(at);
        self.diagnostics.push(Diagnostic::new(origin, Severity::Error, message));
    }

    fn parts(&mut self, pattern: &Pattern<&str>, at: usize, in_select: bool) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for element in &pattern.elements {
            let part = match element {
                PatternElement::TextElement { value } => Some(text(value)),
                PatternElement::Placeable { expression } => {
                    self.placeable(expression, at, in_select)
                }
            };
            match (parts.last_mut(), part) {
                (Some(Part::Text(before)), Some(Part::Text(text))) => before.push_str(&text),
                (_, part) => parts.extend(part),
            }
        }
        parts
    }

    fn placeable(
        &mut self,
        expression: &Expression<&str>,
        at: usize,
        in_select: bool,
    ) -> Option<Part> {
        match expression {
            Expression::Inline(InlineExpression::StringLiteral { value }) => {
                Some(text(&unescape_unicode_to_string(value)))
            }
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                Some(Part::Placeholder { name: id.name.to_owned(), is_number: false })
            }
            Expression::Inline(InlineExpression::FunctionReference { id, arguments })
                if id.name == NUMBER =>
            {
                match (&arguments.positional[..], &arguments.named[..]) {
                    ([InlineExpression::VariableReference { id }], []) => {
                        Some(Part::Placeholder { name: id.name.to_owned(), is_number: true })
                    }
                    _ => {
                        self.error(
                            self.offset(id.name),
                            "NUMBER takes one placeholder and nothing else: { NUMBER($count) }."
                                .to_owned(),
                        );
                        None
                    }
                }
            }
            Expression::Select { selector, variants } => {
                let selector = match selector {
                    InlineExpression::VariableReference { id } if !in_select => id.name,
                    _ => {
                        let remedy = "A select expression takes a placeholder, { $count -> … }, and cannot contain another one.";
                        self.error(at, remedy.to_owned());
                        return None;
                    }
                };
                let at = self.offset(selector);
                let variants =
                    variants.iter().filter_map(|variant| self.variant(variant, at)).collect();
                Some(Part::Select { selector: selector.to_owned(), variants })
            }
            Expression::Inline(_) => {
                let remedy = "Braces may contain a placeholder, { $title }, a select expression, or a text in quotes, { \" \" }.";
                self.error(at, remedy.to_owned());
                None
            }
        }
    }

    fn variant(&mut self, variant: &ast::Variant<&str>, at: usize) -> Option<Variant> {
        let (key, name) = match variant.key {
            ast::VariantKey::Identifier { name } => {
                (Category::named(name).map(Key::Category), name)
            }
            ast::VariantKey::NumberLiteral { value } => {
                (value.parse().ok().filter(|number| *number <= LARGEST).map(Key::Number), value)
            }
        };
        let offset = self.offset(name);
        let parts = self.parts(&variant.value, at, true);
        if key.is_none() {
            self.error(
                offset,
                format!("“{name}” is not a variant key. Use zero, one, two, few, many, other, or a number up to {LARGEST}."),
            );
        }
        Some(Variant { key: key?, is_default: variant.default, parts })
    }
}

/// Returns a text part. Control characters become spaces: line breaks of a wrapped message, and the
/// characters that mark placeholders in patterns.
fn text(value: &str) -> Part {
    Part::Text(value.replace(|character: char| character.is_control(), " "))
}
