//! The parsed form of a catalogue.

use crate::plural::Category;
use cuttings_diagnostics::Origin;

/// The messages of a language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Catalogue {
    /// The language, taken from the file's name.
    pub(crate) language: String,
    /// The path of the file.
    pub(crate) file: String,
    pub(crate) messages: Vec<Message>,
}

impl Catalogue {
    pub(crate) fn named(&self, name: &str) -> Option<&Message> {
        self.messages.iter().find(|message| message.name == name)
    }
}

/// The programs that use a message. The comment above a group of messages tells it by its start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Use {
    /// Every program of the page.
    #[default]
    Page,
    /// The explorer alone.
    Explorer,
    /// None: scripts and published pages use it.
    Outside,
}

impl Use {
    /// Returns the use of the messages below a comment.
    pub(crate) fn below(comment: &str) -> Use {
        match comment {
            _ if comment.starts_with("Outside of the program") => Use::Outside,
            _ if comment.starts_with("In the explorer") => Use::Explorer,
            _ => Use::Page,
        }
    }
}

/// One message.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub(crate) name: String,
    pub(crate) origin: Origin,
    pub(crate) parts: Vec<Part>,
    pub(crate) used_by: Use,
}

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Text(String),
    /// A placeholder; its argument is a number if the catalogue wraps it in `NUMBER`.
    Placeholder {
        name: String,
        is_number: bool,
    },
    /// A select expression: one of several variants, by a number.
    Select {
        selector: String,
        variants: Vec<Variant>,
    },
}

/// A variant of a select expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Variant {
    pub(crate) key: Key,
    /// Marks the variant for numbers that no other variant matches.
    pub(crate) is_default: bool,
    /// Texts and placeholders; select expressions do not nest.
    pub(crate) parts: Vec<Part>,
}

/// The numbers that a variant matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    Number(u32),
    Category(Category),
}

/// A parameter of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    /// A number selects variants and is formatted as digits; anything else is a text.
    pub(crate) is_number: bool,
}

impl Message {
    /// Returns the parameters in the order of their first use.
    pub(crate) fn parameters(&self) -> Vec<Parameter> {
        let mut parameters: Vec<Parameter> = Vec::new();
        let mut add = |name: &str, is_number: bool| match parameters
            .iter_mut()
            .find(|parameter| parameter.name == name)
        {
            Some(parameter) => parameter.is_number |= is_number,
            None => parameters.push(Parameter { name: name.to_owned(), is_number }),
        };
        for part in &self.parts {
            match part {
                Part::Text(_) => {}
                Part::Placeholder { name, is_number } => add(name, *is_number),
                Part::Select { selector, variants } => {
                    add(selector, true);
                    for part in variants.iter().flat_map(|variant| &variant.parts) {
                        if let Part::Placeholder { name, is_number } = part {
                            add(name, *is_number);
                        }
                    }
                }
            }
        }
        parameters
    }

    /// Returns the text of a message without placeholders and select expressions.
    pub(crate) fn literal(&self) -> Option<String> {
        let texts = self.parts.iter().map(|part| match part {
            Part::Text(text) => Some(text.as_str()),
            _ => None,
        });
        texts.collect::<Option<Vec<&str>>>().map(|texts| texts.concat())
    }

    /// Returns the texts before, in and after the message's only link. The text in the link is left
    /// out if it is a placeholder. Returns `None` if there is no link, or any other placeholder.
    pub(crate) fn link_parts(&self) -> Option<Vec<String>> {
        let parts = match &self.parts[..] {
            [Part::Text(text)] => {
                let (before, rest) = text.split_once(LINK[0])?;
                let (link, after) = rest.split_once(LINK[1])?;
                vec![before, link, after]
            }
            [Part::Text(before), Part::Placeholder { .. }, Part::Text(after)] => {
                vec![before.strip_suffix(LINK[0])?, after.strip_prefix(LINK[1])?]
            }
            _ => return None,
        };
        let is_one = parts.iter().all(|text| !LINK.iter().any(|tag| text.contains(tag)));
        is_one.then(|| parts.into_iter().map(str::to_owned).collect())
    }
}

/// The tags around the text of a link.
pub(crate) const LINK: [&str; 2] = ["<a>", "</a>"];
