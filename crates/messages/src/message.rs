//! What a catalogue holds once it is read.

use crate::plural::Form;
use cuttings_diagnostics::Origin;

/// The messages of a language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Catalogue {
    /// The language, as the file's name has it.
    pub(crate) language: String,
    /// The file.
    pub(crate) file: String,
    pub(crate) messages: Vec<Message>,
}

impl Catalogue {
    pub(crate) fn named(&self, name: &str) -> Option<&Message> {
        self.messages.iter().find(|message| message.name == name)
    }
}

/// One message.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub(crate) name: String,
    pub(crate) origin: Origin,
    pub(crate) parts: Vec<Part>,
}

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Text(String),
    /// What the message is given under a name; a number if the catalogue says so by `NUMBER`.
    Given {
        name: String,
        is_number: bool,
    },
    /// One of several, by a number.
    Choice {
        by: String,
        cases: Vec<Case>,
    },
}

/// What a choice may come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Case {
    pub(crate) key: Key,
    /// Whether it stands for all that no other case is for.
    pub(crate) is_default: bool,
    /// Texts and what is given; no further choice.
    pub(crate) parts: Vec<Part>,
}

/// Which numbers a case is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    Exactly(u32),
    Form(Form),
}

impl Message {
    /// What the message is given, in the order in which it first names it, each with whether it is a number.
    pub(crate) fn given(&self) -> Vec<(String, bool)> {
        let mut given: Vec<(String, bool)> = Vec::new();
        let mut add = |name: &str, is_number: bool| match given.iter_mut().find(|(other, _)| other == name) {
            Some((_, known)) => *known |= is_number,
            None => given.push((name.to_owned(), is_number)),
        };
        for part in &self.parts {
            match part {
                Part::Text(_) => {}
                Part::Given { name, is_number } => add(name, *is_number),
                Part::Choice { by, cases } => {
                    add(by, true);
                    for part in cases.iter().flat_map(|case| &case.parts) {
                        if let Part::Given { name, is_number } = part {
                            add(name, *is_number);
                        }
                    }
                }
            }
        }
        given
    }

    /// What of that it shows as a text.
    pub(crate) fn shown(&self) -> Vec<&str> {
        let cases = self
            .parts
            .iter()
            .flat_map(|part| if let Part::Choice { cases, .. } = part { &cases[..] } else { &[] });
        let parts = self.parts.iter().chain(cases.flat_map(|case| &case.parts));
        parts
            .filter_map(|part| if let Part::Given { name, .. } = part { Some(name.as_str()) } else { None })
            .collect()
    }

    /// Its text, if it is one that never changes.
    pub(crate) fn fixed(&self) -> Option<String> {
        let texts =
            self.parts.iter().map(|part| if let Part::Text(text) = part { Some(&**text) } else { None });
        texts.collect::<Option<Vec<&str>>>().map(|texts| texts.concat())
    }

    /// A message with a link in it: what stands before, in and behind that; what stands in it is left out if that is nothing
    /// but what the message is given. `None` if there is no link, or something else is given.
    pub(crate) fn around_link(&self) -> Option<Vec<String>> {
        let around = match &self.parts[..] {
            [Part::Text(text)] => {
                let (before, rest) = text.split_once(LINK[0])?;
                let (link, after) = rest.split_once(LINK[1])?;
                vec![before, link, after]
            }
            [Part::Text(before), Part::Given { .. }, Part::Text(after)] => {
                vec![before.strip_suffix(LINK[0])?, after.strip_prefix(LINK[1])?]
            }
            _ => return None,
        };
        let is_one = around.iter().all(|text| !LINK.iter().any(|tag| text.contains(tag)));
        is_one.then(|| around.into_iter().map(str::to_owned).collect())
    }
}

/// What stands around the words of a link.
pub(crate) const LINK: [&str; 2] = ["<a>", "</a>"];
