//! Writes the metadata of a page's head for search engines and link previews: description,
//! canonical URL, image, and structured data. Text of a seed stays text.

use crate::publish::escape::{excerpt, line};
use crate::publish::pages::Pages;
use crate::publish::shell::tag;
use cuttings::msg;
use cuttings::route::Route;
use cuttings::store::exploration::ExplorationKind;
use cuttings::store::library::Library;
use cuttings_corpus::Site;
use cuttings_edition::{Article, Date, Day, Item};
use cuttings_exports::citation::is_organisation;
use serde_json::{Value, json};

/// The length of a description in characters.
const DESCRIPTION_LENGTH: usize = 200;

/// The length of a headline in structured data, in characters: search engines show no more.
const HEADLINE_LENGTH: usize = 110;

/// The most items of the results page in structured data.
const LISTED_ITEMS: usize = 100;

/// A page's image for link previews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PreviewImage {
    /// Its path, relative to the base.
    pub(crate) path: String,
    /// Its alternative text.
    pub(crate) alt: String,
}

/// Returns the metadata of a page as HTML.
pub(crate) fn head(
    site: &Site,
    library: &Library,
    pages: &Pages,
    route: &Route,
    image: Option<&PreviewImage>,
) -> String {
    let article = article_at(library, route);
    let title = match &article {
        Some(article) => excerpt(article.title(), DESCRIPTION_LENGTH),
        None => {
            excerpt(&library.page_title(route, Some(ExplorationKind::label)), DESCRIPTION_LENGTH)
        }
    };
    let description = description(site, library, route);
    if let Route::NotFound { .. } = route {
        return tag("meta", &[("name", "robots"), ("content", "noindex")]);
    }

    let named = |name: &str, content: &str| tag("meta", &[("name", name), ("content", content)]);
    let property =
        |name: &str, content: &str| tag("meta", &[("property", name), ("content", content)]);
    let mut out = String::new();
    out.push_str(&named("description", &description));
    out.push_str(&property("og:description", &description));
    out.push_str(&property("og:title", &title));
    out.push_str(&property("og:site_name", &line(&site.title)));
    out.push_str(&property("og:type", if article.is_some() { "article" } else { "website" }));
    if let Some(url) = url(site, route) {
        out.push_str(&tag("link", &[("rel", "canonical"), ("href", &url)]));
        out.push_str(&property("og:url", &url));
    }
    if let (Some(base), Some(image)) = (&site.base_url, image) {
        out.push_str(&property("og:image", &[base, image.path.as_str()].concat()));
        out.push_str(&property("og:image:width", "1200"));
        out.push_str(&property("og:image:height", "630"));
        out.push_str(&property("og:image:alt", &image.alt));
        out.push_str(&named("twitter:card", "summary_large_image"));
    }
    if let Some(article) = &article {
        let metadata = article.metadata();
        for author in &metadata.authors {
            out.push_str(&property("article:author", &line(author.name)));
        }
        out.push_str(&property("article:section", &line(article.section())));
        for tag in &metadata.tags {
            out.push_str(&property("article:tag", &line(tag)));
        }
        for (name, date) in [("published", metadata.date), ("modified", metadata.updated)] {
            if let Some(date) = day(date) {
                out.push_str(&property(&format!("article:{name}_time"), &date));
            }
        }
    }
    let data = match &article {
        Some(article) => news_article(site, library, route, article, image),
        None => collection(site, library, pages, route),
    };
    out.push_str(&script_data(&data));
    out
}

/// Returns a description of a page.
pub(crate) fn description(site: &Site, library: &Library, route: &Route) -> String {
    match (article_at(library, route), &site.description) {
        (Some(article), _) => summary(&article),
        (None, Some(text)) => excerpt(text, DESCRIPTION_LENGTH),
        (None, None) => msg!("described", count = article_count(library)),
    }
}

/// Returns the absolute URL of a route; `None` if the site has no base URL.
pub(crate) fn url(site: &Site, route: &Route) -> Option<String> {
    let base = site.base_url.as_deref()?;
    let href = route.href();
    Some([base, href.strip_prefix("./").unwrap_or(&href)].concat())
}

/// Returns the article at a route.
pub(crate) fn article_at(library: &Library, route: &Route) -> Option<Article<'static>> {
    match route {
        Route::Article { slug, .. } => library.article(slug.as_str()),
        _ => None,
    }
}

/// Returns the standfirst of an article, or its start.
pub(crate) fn summary(article: &Article<'_>) -> String {
    excerpt(article.standfirst().unwrap_or_else(|| article.opening()), DESCRIPTION_LENGTH)
}

/// Returns the day of a date in the form `2024-05-16`. A date without a day has none, even if its
/// text names one.
pub(crate) fn day(date: Option<Date<'_>>) -> Option<String> {
    let Day { year, month, day } = date?.day?;
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// Returns an article as structured data in the vocabulary of schema.org.
fn news_article(
    site: &Site,
    library: &Library,
    route: &Route,
    article: &Article<'_>,
    image: Option<&PreviewImage>,
) -> Value {
    let url = url(site, route);
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": excerpt(article.title(), HEADLINE_LENGTH),
        "description": summary(article),
        "articleSection": line(article.section()),
        "inLanguage": article.language().unwrap_or(library.language()),
        "wordCount": article.word_count(),
        "publisher": { "@type": "Organization", "name": line(&site.title) },
    });
    let metadata = article.metadata();
    let authors = metadata.authors.iter().map(|author| {
        let kind = if is_organisation(author) { "Organization" } else { "Person" };
        json!({ "@type": kind, "name": line(author.name) })
    });
    let authors: Vec<Value> = authors.collect();
    let author = (!authors.is_empty()).then(|| Value::from(authors));
    let tags: Vec<String> = metadata.tags.iter().map(|tag| line(tag)).collect();
    let tags = (!tags.is_empty()).then(|| Value::from(tags));
    let image = image
        .zip(site.base_url.as_ref())
        .map(|(image, base)| json!([format!("{base}{}", image.path)]));
    let page = url.as_deref().map(|url| json!({ "@type": "WebPage", "@id": url }));
    for (key, value) in [
        ("author", author),
        ("keywords", tags),
        ("datePublished", day(metadata.date).map(Value::from)),
        ("dateModified", day(metadata.updated).map(Value::from)),
        ("isBasedOn", metadata.source_url.map(Value::from)),
        ("image", image),
        ("mainEntityOfPage", page),
        ("url", url.map(Value::from)),
    ] {
        if let Some(value) = value {
            data[key] = value;
        }
    }
    data
}

/// Returns the collection of articles as structured data.
fn collection(site: &Site, library: &Library, pages: &Pages, route: &Route) -> Value {
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": line(&site.title),
        "inLanguage": library.language(),
    });
    if let Some(description) = &site.description {
        data["description"] = excerpt(description, DESCRIPTION_LENGTH).into();
    }
    if let Some(url) = url(site, route) {
        data["url"] = url.into();
    }
    let listed = pages
        .routes(library)
        .filter_map(|page| Some((article_at(library, &page)?, page)))
        .take(LISTED_ITEMS);
    let listed: Vec<Value> = listed
        .enumerate()
        .map(|(nth, (article, page))| {
            let mut item = json!({
                "@type": "ListItem",
                "position": nth + 1,
                "name": excerpt(article.title(), HEADLINE_LENGTH),
            });
            if let Some(url) = url(site, &page) {
                item["url"] = url.into();
            }
            item
        })
        .collect();
    data["mainEntity"] = json!({ "@type": "ItemList", "numberOfItems": article_count(library), "itemListElement": listed });
    data
}

/// Returns the number of articles.
fn article_count(library: &Library) -> usize {
    library.items().filter(|item| matches!(item, Item::Article(_))).count()
}

/// Returns structured data as a `script` element, which browsers do not run. No text in it can end
/// the element or start a comment.
fn script_data(data: &Value) -> String {
    let mut json = data.to_string();
    for (character, written) in [
        ("<", "\\u003c"),
        (">", "\\u003e"),
        ("&", "\\u0026"),
        ("\u{2028}", "\\u2028"),
        ("\u{2029}", "\\u2029"),
    ] {
        json = json.replace(character, written);
    }
    format!(r#"<script type="application/ld+json">{json}</script>"#)
}
