//! Reads the metadata of a page: JSON-LD, then Open Graph and other `meta` elements, then what the
//! page shows.

use std::collections::HashMap;

use cuttings_corpus::{
    Article, Author, Block, DEFAULT_SECTION, Date, Source, find_day, is_language_tag, line_of_text,
    split_authors, title_from_first_words,
};
use cuttings_diagnostics::Origin;
use dom_query::{Document, NodeRef};

use super::json_ld::JsonLd;
use crate::web_address;

/// The most tags of a page. Some list every word for search engines.
const MAX_TAGS: usize = 20;

/// The longest title, in bytes.
const MAX_TITLE: usize = 500;

/// Characters between the title of a page and the name of its site.
const SEPARATORS: [&str; 9] = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " • ", " · "];

/// The metadata of a page. Texts are on one line.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    json_ld: JsonLd,
    /// The contents of `meta` elements by their names in lower case.
    meta: HashMap<String, Vec<String>>,
    /// The `title` element.
    document_title: Option<String>,
    /// The headings of the first level.
    headings: Vec<String>,
    /// The letters of the elements within each heading of the first and the second level.
    heading_parts: Vec<Vec<String>>,
    language: Option<String>,
    url: Option<String>,
    /// The first date in a `time` element.
    time: Option<String>,
    /// The names in elements that are marked as the author's.
    bylines: Vec<String>,
    /// The texts of links that are marked as tags.
    tags: Vec<String>,
    /// The letters of all that the page shows.
    shown: String,
}

impl Metadata {
    /// Reads the metadata of a page. `url` is its address, if its surroundings say.
    pub(super) fn read(document: &Document, url: Option<&str>) -> Self {
        let mut metadata = Self { json_ld: JsonLd::read(document), ..Self::default() };
        let mut canonical = None;
        for node in document.root().descendants_it() {
            let Some(name) = node.qual_name_ref() else { continue };
            match &*name.local {
                "meta" => metadata.add_meta(&node),
                "title" if metadata.document_title.is_none() && !is_in_svg(&node) => {
                    metadata.document_title = line_of_text(&node.text());
                }
                "html" => metadata.language = node.attr("lang").and_then(|it| line_of_text(&it)),
                level @ ("h1" | "h2") if metadata.heading_parts.len() < 20 => {
                    if level == "h1" {
                        metadata.headings.extend(line_of_text(&node.text()));
                    }
                    let parts = node.descendants_it().filter(NodeRef::is_element).take(20);
                    metadata.heading_parts.push(parts.map(|it| folded(&it.text())).collect());
                }
                "link" if has_word(&node, "rel", "canonical") => {
                    canonical = canonical.or_else(|| node.attr("href"));
                }
                "time" if metadata.time.is_none() => {
                    let spelled = node.attr("datetime").unwrap_or_else(|| node.text());
                    metadata.time = line_of_text(&spelled).filter(|text| find_day(text).is_some());
                }
                _ => metadata.add_marked(&node),
            }
        }
        if let Some(body) = document.body() {
            metadata.shown = shown(&body);
        }
        let spelled = canonical.as_deref().and_then(|it| web_address::resolve(url, it));
        metadata.url = spelled
            .or_else(|| metadata.first_meta(&["og:url"]).and_then(web_address::web))
            .or_else(|| url.and_then(web_address::web))
            .or_else(|| metadata.json_ld.url.as_deref().and_then(web_address::web));
        metadata
    }

    /// Returns the address against which the page's addresses are resolved.
    pub(super) fn base(&self, document: &Document, url: Option<&str>) -> Option<String> {
        let base = document.select_single("base[href]").attr("href");
        let page = url.and_then(web_address::web).or_else(|| self.url.clone());
        base.and_then(|base| web_address::resolve(page.as_deref(), &base)).or(page)
    }

    fn add_meta(&mut self, node: &NodeRef<'_>) {
        let content = node
            .attr("content")
            .and_then(|it| line_of_text(&cuttings_corpus::decode_entities(&it)));
        let Some(content) = content else { return };
        for key in ["property", "name", "itemprop", "http-equiv"] {
            if let Some(names) = node.attr(key) {
                for name in names.split_whitespace() {
                    self.meta.entry(name.to_lowercase()).or_default().push(content.clone());
                }
            }
        }
    }

    /// Reads elements that are marked as the author's or as tags.
    fn add_marked(&mut self, node: &NodeRef<'_>) {
        if has_word(node, "rel", "author") || has_word(node, "itemprop", "author") {
            self.bylines.extend(line_of_text(&node.text()).filter(|text| text.len() < 100));
        } else if has_word(node, "rel", "tag") {
            self.tags.extend(line_of_text(&node.text()).filter(|text| text.len() < 100));
        }
    }

    fn first_meta(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.meta.get(*name)?.first().map(String::as_str))
    }

    fn all_meta(&self, names: &[&str]) -> &[String] {
        let found = names.iter().find_map(|name| self.meta.get(*name));
        found.map_or(&[], Vec::as_slice)
    }

    fn site_name(&self) -> Option<&str> {
        self.first_meta(&["og:site_name"])
            .or(self.json_ld.publisher.as_deref())
            .or_else(|| self.first_meta(&["application-name", "dc.publisher"]))
    }

    /// Returns the title: what the page tells other programs, or else what it shows.
    pub(super) fn title(&self, file: &str, body: &[Block]) -> String {
        let told = [
            self.json_ld.headline.as_deref(),
            self.first_meta(&["og:title"]),
            self.first_meta(&["citation_title", "dc.title", "dcterms.title", "parsely-title"]),
            self.first_meta(&["twitter:title"]),
            self.json_ld.name.as_deref(),
        ];
        let mut told: Vec<String> =
            told.into_iter().flatten().map(|title| self.without_site(title)).collect();
        told.retain(|title| {
            !title.is_empty() && Some(&*folded(title)) != self.site_name().map(folded).as_deref()
        });
        let is_heading =
            |title: &&String| self.headings.iter().any(|it| folded(it) == folded(title));
        let is_cut = |title: &str| title.ends_with('…') || title.ends_with("...");
        let without_kicker = told.iter().find_map(|title| self.without_kicker(title));
        without_kicker
            .as_ref()
            .or_else(|| told.iter().find(is_heading))
            .or_else(|| told.iter().find(|title| !is_cut(title)))
            .cloned()
            .or_else(|| self.title_of_document())
            .or_else(|| self.headings.first().cloned())
            .or_else(|| told.into_iter().next())
            .or_else(|| {
                let first = body.iter().find(|block| block.is_prose() && !block.text.is_empty())?;
                Some(title_from_first_words(&first.text.replace('\n', " ")))
            })
            .filter(|title| !title.trim().is_empty())
            .map_or_else(|| file_title(file), |title| shortened(&title))
    }

    /// Returns a title without the words above it, "Tides: Ferry Returns", if a heading of the page
    /// has both as parts.
    fn without_kicker(&self, title: &str) -> Option<String> {
        let (kicker, title) = title.split_once(": ")?;
        let (kicker, letters) = (folded(kicker), folded(title));
        let has_both = |parts: &Vec<String>| parts.contains(&kicker) && parts.contains(&letters);
        let is_shown = !letters.is_empty() && self.heading_parts.iter().any(has_both);
        is_shown.then(|| title.to_owned())
    }

    /// Returns the title of the document without the name of the site.
    fn title_of_document(&self) -> Option<String> {
        let title = self.document_title.as_deref()?;
        let whole = folded(title);
        let shown = self.headings.iter().find(|it| {
            let heading = folded(it);
            heading.chars().count() > 3 && whole.contains(&heading)
        });
        if let Some(heading) = shown {
            return Some(heading.clone());
        }
        Some(self.without_site(title))
    }

    /// Removes the name of the site at the start or the end of a title.
    fn without_site(&self, title: &str) -> String {
        let site = self.site_name().map(folded).unwrap_or_default();
        let host = self.url.as_deref().and_then(host).unwrap_or_default();
        let is_site = |part: &str| {
            let part = folded(part);
            let is_name =
                !site.is_empty() && (part == site || site.contains(&part) && part.len() > 3);
            is_name || (part.len() > 2 && !host.is_empty() && folded(host).contains(&part))
        };
        let is_heading = |part: &str| {
            let part = folded(part);
            part.chars().count() > 3 && self.headings.iter().any(|it| folded(it) == part)
        };
        for separator in SEPARATORS {
            if let Some((before, after)) = title.rsplit_once(separator)
                && !before.trim().is_empty()
                && (is_site(after) || is_heading(before))
            {
                return before.trim().to_owned();
            }
            if let Some((before, after)) = title.split_once(separator)
                && !after.trim().is_empty()
                && is_site(before)
            {
                return after.trim().to_owned();
            }
        }
        title.to_owned()
    }

    /// Returns the text that sums the article up, unless the body says it. What search engines are
    /// told, but no reader of the page sees, is none of the article.
    fn standfirst(&self, body: &[Block]) -> Option<String> {
        let told = [
            self.json_ld.description.as_deref(),
            self.first_meta(&["og:description"]),
            self.first_meta(&["description", "dc.description", "twitter:description"]),
        ];
        let text: String = body
            .iter()
            .flat_map(|block| block.text.chars())
            .filter(|c| c.is_alphanumeric())
            .collect();
        let text = text.to_lowercase();
        told.into_iter().flatten().find_map(|told| {
            let told_folded = folded(told);
            let start: String = told_folded.chars().take(60).collect();
            let is_shown = self.shown.contains(&told_folded) && !told_folded.is_empty();
            (is_shown && !text.contains(&start)).then(|| told.to_owned())
        })
    }

    /// Creates the article without its body.
    pub(super) fn into_article(
        mut self,
        file: &str,
        title: String,
        authors: Vec<Author>,
        body: &[Block],
    ) -> Article {
        let section = self.json_ld.section.take().or_else(|| {
            self.first_meta(&["article:section", "parsely-section"]).map(str::to_owned)
        });
        Article {
            standfirst: self.standfirst(body),
            authors,
            date: self.date(),
            updated: self.updated(),
            source: self.source(),
            tags: self.tags(),
            language: self.language(),
            ..Article::new(
                section.unwrap_or_else(|| DEFAULT_SECTION.to_owned()),
                title,
                Origin::new(file, 1),
            )
        }
    }

    /// Takes the authors.
    pub(super) fn authors(&mut self) -> Vec<Author> {
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

    fn date(&self) -> Option<Date> {
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

    fn updated(&self) -> Option<Date> {
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

    fn source(&self) -> Option<Source> {
        let name = self.site_name().map(str::to_owned);
        let source = Source { name, url: self.url.clone() };
        (source != Source::default()).then_some(source)
    }

    fn tags(&self) -> Vec<String> {
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

    fn language(&self) -> Option<String> {
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

    /// Returns whether a text is the name of the site.
    pub(super) fn is_site(&self, text: &str) -> bool {
        let text = folded(text);
        !text.is_empty() && self.site_name().map(folded) == Some(text)
    }

    /// Returns whether an address is on the site of the page.
    pub(super) fn is_own_site(&self, url: &str) -> bool {
        host(url).is_some_and(|it| self.url.as_deref().and_then(host) == Some(it))
    }

    /// Returns whether a text is the title in the words of the page.
    pub(super) fn is_title(&self, text: &str) -> bool {
        let text = folded(text);
        let told = [self.json_ld.headline.as_deref(), self.first_meta(&["og:title"])];
        let titles = told.into_iter().flatten().chain(self.headings.iter().map(String::as_str));
        !text.is_empty() && titles.into_iter().any(|title| folded(title) == text)
    }
}

/// Returns the first date whose day can be read, or else the first.
fn first_date<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Date> {
    let dates: Vec<Date> =
        texts.map(|text| Date { text: text.to_owned(), day: find_day(text) }).collect();
    let known = dates.iter().position(|date| date.day.is_some());
    dates.into_iter().nth(known.unwrap_or(0))
}

/// Returns the letters and digits of a text in lower case, by which titles are compared.
pub(super) fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Returns the letters and digits that a page shows, in lower case.
fn shown(body: &NodeRef<'_>) -> String {
    let mut shown = String::new();
    for node in body.descendants_it().filter(NodeRef::is_text) {
        let parent = node.parent();
        let name = parent.as_ref().and_then(NodeRef::qual_name_ref);
        if !name.is_some_and(|it| matches!(&*it.local, "script" | "style" | "title")) {
            shown.push_str(&folded(&node.text()));
        }
    }
    shown
}

fn has_word(node: &NodeRef<'_>, attribute: &str, word: &str) -> bool {
    let value = node.attr(attribute);
    value.is_some_and(|value| value.split_whitespace().any(|it| it.eq_ignore_ascii_case(word)))
}

fn is_in_svg(node: &NodeRef<'_>) -> bool {
    node.parent().is_some_and(|parent| parent.has_name("svg"))
}

fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    rest.split(['/', ':', '?']).next().map(|host| host.trim_start_matches("www."))
}

/// Returns the name of a file as a title.
pub(crate) fn file_title(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let title = line_of_text(&stem.replace('_', " "));
    title.unwrap_or_else(|| "Untitled".to_owned())
}

fn shortened(title: &str) -> String {
    let title = title.replace('\n', " ");
    match title.len() > MAX_TITLE {
        true => title_from_first_words(&title),
        false => title,
    }
}
