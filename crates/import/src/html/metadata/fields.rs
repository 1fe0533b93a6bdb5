//! Reads single fields of the metadata of a page: authors, dates, tags and others.

use cuttings_corpus::{
    Author, Date, Source, find_day, is_language_tag, line_of_text, split_authors,
};

use super::Metadata;

/// The most tags of a page. Some list every word for search engines.
const MAX_TAGS: usize = 20;

impl Metadata {
    /// Takes the authors.
    pub(in crate::html) fn authors(&mut self) -> Vec<Author> {
        let authors = std::mem::take(&mut self.json_ld.authors);
        if !authors.is_empty() {
            return authors;
        }
        let names = [
            "author",
            "article:author",
            "dc.creator",
            "dcterms.creator",
            "citation_author",
            "parsely-author",
            "sailthru.author",
            "byl",
        ];
        let is_name = |text: &&String| !text.contains("://") && text.len() < 300;
        let told = names.iter().find_map(|name| {
            let told: Vec<&String> = self.meta.get(*name)?.iter().filter(is_name).collect();
            (!told.is_empty()).then_some(told)
        });
        let texts: Vec<&String> = told.unwrap_or_else(|| self.bylines.iter().collect());
        let mut authors = Vec::new();
        for author in texts.into_iter().flat_map(|text| split_authors(text)) {
            if !authors.contains(&author) {
                authors.push(author);
            }
        }
        authors
    }

    pub(super) fn date(&self) -> Option<Date> {
        let told = self.first_meta(&[
            "article:published_time",
            "datepublished",
            "citation_publication_date",
            "citation_date",
            "dc.date",
            "dcterms.date",
            "dcterms.created",
            "dc.date.issued",
            "parsely-pub-date",
            "sailthru.date",
            "og:published_time",
            "pubdate",
            "publishdate",
            "publish-date",
            "date",
        ]);
        let dates = [self.json_ld.published.as_deref(), told, self.time.as_deref()];
        first_date(dates.into_iter().flatten())
    }

    pub(super) fn updated(&self) -> Option<Date> {
        let told = self.first_meta(&[
            "article:modified_time",
            "og:updated_time",
            "datemodified",
            "last-modified",
            "dcterms.modified",
        ]);
        let updated = first_date([self.json_ld.modified.as_deref(), told].into_iter().flatten())?;
        // Sites set it to the moment of publication.
        let published = self.date().and_then(|date| date.day);
        (updated.day.is_some() && updated.day > published).then_some(updated)
    }

    pub(super) fn source(&self) -> Option<Source> {
        let name = self.site_name().map(str::to_owned);
        let source = Source { name, url: self.url.clone() };
        (source != Source::default()).then_some(source)
    }

    pub(super) fn tags(&self) -> Vec<String> {
        let listed = self.all_meta(&["article:tag", "og:article:tag"]);
        let spelled = self.all_meta(&["news_keywords", "parsely-tags", "keywords"]);
        let texts: Vec<&str> = match (listed, &*self.json_ld.keywords) {
            ([], []) if !self.tags.is_empty() => self.tags.iter().map(String::as_str).collect(),
            ([], []) => spelled.iter().flat_map(|text| text.split([',', ';'])).collect(),
            ([], keywords) => keywords.iter().map(String::as_str).collect(),
            (listed, _) => listed.iter().flat_map(|text| text.split([',', ';'])).collect(),
        };
        let mut tags: Vec<String> = Vec::new();
        for tag in texts.into_iter().filter_map(|text| line_of_text(text.trim_start_matches('#'))) {
            let is_known = tags.iter().any(|it| it.to_lowercase() == tag.to_lowercase());
            if !is_known && tag.len() < 100 && tags.len() < MAX_TAGS {
                tags.push(tag);
            }
        }
        tags
    }

    pub(super) fn language(&self) -> Option<String> {
        let told = [
            self.language.as_deref(),
            self.json_ld.language.as_deref(),
            self.first_meta(&["og:locale", "content-language", "language", "dc.language"]),
        ];
        told.into_iter().flatten().find_map(|text| {
            let tag = text.split(',').next()?.trim().replace('_', "-");
            is_language_tag(&tag).then_some(tag)
        })
    }
}

/// Returns the first date whose day can be read, or else the first.
fn first_date<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Date> {
    let dates: Vec<Date> =
        texts.map(|text| Date { text: text.to_owned(), day: find_day(text) }).collect();
    let known = dates.iter().position(|date| date.day.is_some());
    dates.into_iter().nth(known.unwrap_or(0))
}
