//! Reads the metadata of a page: JSON-LD, then Open Graph and other `meta` elements, then what the
//! page shows.

mod fields;
mod title;

use std::collections::HashMap;

use cuttings_corpus::{Article, Author, Block, DEFAULT_SECTION, find_day, line_of_text};
use cuttings_diagnostics::Origin;
use dom_query::{Document, NodeRef};

use super::json_ld::JsonLd;
use crate::web_address;
pub(crate) use title::file_title;

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

    /// Returns whether an address is on the site of the page.
    pub(super) fn is_own_site(&self, url: &str) -> bool {
        host(url).is_some_and(|it| self.url.as_deref().and_then(host) == Some(it))
    }
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
