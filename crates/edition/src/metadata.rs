//! The metadata of an article: authors, dates, source, tags and custom fields.

use crate::asset::Picture;
use crate::day::Day;
use crate::id::{FieldId, ItemId};
use crate::layout::{ListReader, Section, metadata as code};
use crate::records::Records;

/// The metadata of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata<'a> {
    /// The authors, in the order of the seed.
    pub authors: Vec<Author<'a>>,
    /// The date of publication.
    pub date: Option<Date<'a>>,
    /// The date of the last change.
    pub updated: Option<Date<'a>>,
    /// The name of the publication that the article is from.
    pub source: Option<&'a str>,
    /// The address of the original, an absolute `http` or `https` URL.
    pub source_url: Option<&'a str>,
    /// The tags.
    pub tags: Vec<&'a str>,
    /// The picture that stands for the article.
    pub picture: Option<Picture<'a>>,
    /// The values of custom fields, in the order of [`Edition::fields`](crate::Edition::fields).
    pub custom: Vec<(FieldId, &'a str)>,
}

/// An author.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Author<'a> {
    /// The name as readers see it.
    pub name: &'a str,
    /// True if the author is an organisation.
    pub is_organisation: bool,
}

/// A date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date<'a> {
    /// The date as the seed spells it.
    pub text: &'a str,
    /// The day, if the date could be read.
    pub day: Option<Day>,
}

impl<'a> Metadata<'a> {
    /// Returns the names of the authors.
    pub fn author_names(&self) -> Vec<&'a str> {
        self.authors.iter().map(|author| author.name).collect()
    }

    /// Returns the values of a custom field.
    pub fn values(&self, field: FieldId) -> Vec<&'a str> {
        let values = self.custom.iter().filter(|(other, _)| *other == field);
        values.map(|(_, value)| *value).collect()
    }

    /// Returns the texts that the search covers: the authors, the source and the tags.
    pub fn searched_texts(&self) -> Vec<&'a str> {
        let mut texts = self.author_names();
        texts.extend(self.source);
        texts.extend_from_slice(&self.tags);
        texts
    }

    pub(crate) fn read(records: Records<'a>, item: ItemId) -> Metadata<'a> {
        let mut list = ListReader::new(records.section(Section::Metadata), item.as_usize());
        let mut metadata = Metadata::default();
        while !list.is_at_end() {
            let kind = list.number();
            let mut text = || records.text_in(&mut list);
            match kind {
                code::PERSON | code::ORGANISATION => {
                    let is_organisation = kind == code::ORGANISATION;
                    metadata.authors.push(Author { name: text(), is_organisation });
                }
                code::DATE | code::UPDATED => {
                    let date = Date { text: text(), day: Day::from_number(list.number()) };
                    let field = match kind {
                        code::DATE => &mut metadata.date,
                        _ => &mut metadata.updated,
                    };
                    *field = Some(date);
                }
                code::SOURCE => metadata.source = Some(text()),
                code::SOURCE_URL => metadata.source_url = Some(text()),
                code::TAG => metadata.tags.push(text()),
                code::PICTURE => metadata.picture = Some(Picture::read(records, &mut list)),
                field => {
                    let field = FieldId(field.saturating_sub(code::FIRST_CUSTOM_FIELD));
                    metadata.custom.push((field, text()));
                }
            }
        }
        metadata
    }
}
