//! Encodes the metadata of articles and the links between them.

use crate::assets::Assets;
use crate::error::BuildError;
use crate::lists::ListWriter;
use crate::texts::Texts;
use cuttings_corpus::{Article, Date, Day};
use cuttings_edition::layout::metadata as code;
use std::collections::BTreeSet;

/// The maximum number of custom facets. The index has room for 64 facets in all.
const MAX_CUSTOM_FACETS: usize = 64 - cuttings_edition::facet::FIRST_CUSTOM.0 as usize;

/// A custom field: its key and label, and whether it is a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) key: String,
    pub(crate) label: String,
    pub(crate) is_facet: bool,
}

/// Lists the custom fields with these keys. Facets come first, in the order of `facets` (key and
/// label), even if no article has them.
pub(crate) fn fields(keys: &BTreeSet<String>, facets: &[(String, String)]) -> Vec<Field> {
    let field = |key: &str, label: &str, is_facet| Field {
        key: key.to_owned(),
        label: label.to_owned(),
        is_facet,
    };
    let facets = facets.iter().enumerate();
    let mut fields: Vec<Field> = facets
        .map(|(number, (key, label))| field(key, label, number < MAX_CUSTOM_FACETS))
        .collect();
    for key in keys {
        if !fields.iter().any(|field| field.key == *key) {
            fields.push(field(key, key, false));
        }
    }
    fields
}

/// Returns the section with the custom fields.
pub(crate) fn fields_section(
    fields: &[Field],
    texts: &mut Texts<'_>,
) -> Result<ListWriter, BuildError> {
    let mut list = ListWriter::default();
    for field in fields {
        list.text(&field.key, texts)?;
        list.text(&field.label, texts)?;
        list.number(u32::from(field.is_facet));
        list.end_list();
    }
    Ok(list)
}

/// Writes the metadata of an article. Authors among `organisations` are organisations.
pub(crate) fn write(
    article: &Article,
    fields: &[Field],
    organisations: &BTreeSet<String>,
    list: &mut ListWriter,
    texts: &mut Texts<'_>,
    assets: &mut Assets,
) -> Result<(), BuildError> {
    for author in &article.authors {
        let is_organisation =
            author.is_organisation || organisations.contains(author.name.as_str());
        list.number(if is_organisation { code::ORGANISATION } else { code::PERSON });
        list.text(&author.name, texts)?;
    }
    for (kind, date) in [(code::DATE, &article.date), (code::UPDATED, &article.updated)] {
        if let Some(date) = date {
            list.number(kind);
            list.text(&date.text, texts)?;
            list.number(day_number(date));
        }
    }
    if let Some(source) = &article.source {
        for (kind, text) in [(code::SOURCE, &source.name), (code::SOURCE_URL, &source.url)] {
            if let Some(text) = text {
                list.number(kind);
                list.text(text, texts)?;
            }
        }
    }
    for tag in &article.tags {
        list.number(code::TAG);
        list.text(tag, texts)?;
    }
    if let Some(picture) = &article.picture {
        list.number(code::PICTURE);
        assets.write(picture, list, texts)?;
    }
    for custom in &article.custom {
        let Some(field) = fields.iter().position(|field| field.key == custom.key) else { continue };
        for value in &custom.values {
            list.number(code::FIRST_CUSTOM_FIELD + field as u32);
            list.text(value, texts)?;
        }
    }
    Ok(())
}

/// Returns the number of a date's day, or 0 if it is not known.
pub(crate) fn day_number(date: &Date) -> u32 {
    date.day.map_or(0, |Day { year, month, day }| {
        cuttings_edition::Day { year, month, day }.to_number()
    })
}

/// Returns the articles that link to each of some items. Of a link it needs the numbers of both
/// articles: from, to.
pub(crate) fn linking_articles(links: &[(u32, usize)], items: usize) -> Vec<BTreeSet<u32>> {
    let mut sources = vec![BTreeSet::new(); items];
    for (source, target) in links {
        if let Some(sources) = sources.get_mut(*target) {
            sources.insert(*source);
        }
    }
    sources
}
