//! The metadata of an article: authors, dates, source and custom fields.

use serde::{Deserialize, Serialize};

/// An author.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// The name as readers see it, without "By".
    pub name: String,
    /// True if the author is an organisation, whose name is not split into given and family names.
    pub is_organisation: bool,
}

impl Author {
    /// Creates an author who is a person.
    pub fn person(name: impl Into<String>) -> Self {
        Self { name: name.into(), is_organisation: false }
    }

    /// Creates an author that is an organisation.
    pub fn organisation(name: impl Into<String>) -> Self {
        Self { name: name.into(), is_organisation: true }
    }
}

/// A date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Date {
    /// The date as the seed spells it.
    pub text: String,
    /// The day, if the date could be read. It is the calendar day that the seed names, in whatever
    /// zone.
    pub day: Option<Day>,
}

impl Date {
    /// Creates a date whose day is not known.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), day: None }
    }
}

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day {
    /// The year, from 1 to 9999.
    pub year: u16,
    /// The month, from 1 to 12.
    pub month: u8,
    /// The day of the month, from 1 to 31.
    pub day: u8,
}

/// The publication that an article is from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The name of the publication.
    pub name: Option<String>,
    /// The address of the original, an absolute `http` or `https` URL.
    pub url: Option<String>,
}

/// A field of the front matter that has no meaning of its own here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomField {
    /// The key as the seed spells it.
    pub key: String,
    /// The values.
    pub values: Vec<String>,
}
