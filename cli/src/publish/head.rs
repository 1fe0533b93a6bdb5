//! What a page says of itself to those who link to it, list it or show a preview of it: description, address, picture, and
//! the same again as data. Whatever is text in a seed is text here.

use crate::publish::escape::{beginning, line};
use crate::publish::shell::tag;
use cuttings::store::library::Library;
use cuttings::store::route::Route;
use cuttings::msg;
use cuttings_corpus::{Site, is_day};
use cuttings_edition::{Article, Block, Item};
use serde_json::{Value, json};

/// How many characters of a text describe it.
const DESCRIPTION: usize = 200;

/// How many characters of a headline are told as data; those who read it show no more.
const HEADLINE: usize = 110;

/// How many items a page of results lists as data.
const LISTED: usize = 100;

/// The picture of a page, wherever it is linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Picture {
    /// Its path from the base.
    pub(crate) path: String,
    /// What is to be seen on it.
    pub(crate) shows: String,
}

/// What a page says of itself, as markup for its head.
pub(crate) fn head(site: &Site, library: &Library, route: &Route, picture: Option<&Picture>) -> String {
    let article = article_at(library, route);
    let title = match &article {
        Some(article) => beginning(article.title(), DESCRIPTION),
        None => beginning(&library.page_title(route), DESCRIPTION),
    };
    let described = described(site, library, route);
    if let Route::NotFound { .. } = route {
        return tag("meta", &[("name", "robots"), ("content", "noindex")]);
    }

    let named = |name: &str, content: &str| tag("meta", &[("name", name), ("content", content)]);
    let property = |name: &str, content: &str| tag("meta", &[("property", name), ("content", content)]);
    let mut out = String::new();
    out.push_str(&named("description", &described));
    out.push_str(&property("og:description", &described));
    out.push_str(&property("og:title", &title));
    out.push_str(&property("og:site_name", &line(&site.title)));
    out.push_str(&property("og:type", if article.is_some() { "article" } else { "website" }));
    if let Some(address) = address(site, route) {
        out.push_str(&tag("link", &[("rel", "canonical"), ("href", &address)]));
        out.push_str(&property("og:url", &address));
    }
    if let (Some(base), Some(picture)) = (&site.base_url, picture) {
        out.push_str(&property("og:image", &[base, picture.path.as_str()].concat()));
        out.push_str(&property("og:image:width", "1200"));
        out.push_str(&property("og:image:height", "630"));
        out.push_str(&property("og:image:alt", &picture.shows));
        out.push_str(&named("twitter:card", "summary_large_image"));
    }
    if let Some(article) = &article {
        out.push_str(&property("article:section", &line(article.section())));
        if let Some(date) = article.date().filter(|date| is_date(date)) {
            out.push_str(&property("article:published_time", date));
        }
    }
    let data = match &article {
        Some(article) => news_article(site, library, route, article, picture),
        None => collection(site, library, route),
    };
    out.push_str(&script_data(&data));
    out
}

/// What a page is about, in a sentence.
pub(crate) fn described(site: &Site, library: &Library, route: &Route) -> String {
    match (article_at(library, route), &site.description) {
        (Some(article), _) => summary(&article),
        (None, Some(text)) => beginning(text, DESCRIPTION),
        (None, None) => msg!("described", count = articles(library)),
    }
}

/// The whole address of a route; `None` if nobody said where the site will live.
pub(crate) fn address(site: &Site, route: &Route) -> Option<String> {
    let base = site.base_url.as_deref()?;
    let href = route.href();
    Some([base, href.strip_prefix("./").unwrap_or(&href)].concat())
}

/// The article that is to be read at a route.
pub(crate) fn article_at(library: &Library, route: &Route) -> Option<Article<'static>> {
    match route {
        Route::Article { slug, .. } => library.article(slug.as_str()),
        _ => None,
    }
}

/// What an article is about: its standfirst, or how it begins.
pub(crate) fn summary(article: &Article<'_>) -> String {
    let paragraph = || {
        article.blocks().find_map(|block| match block {
            Block::Paragraph(text) => Some(text),
            Block::Heading(_) => None,
        })
    };
    beginning(article.standfirst().or_else(paragraph).unwrap_or_default(), DESCRIPTION)
}

/// Whether a date is spelled as data spells dates: `2024-05-16`, perhaps with a time and a zone behind it.
pub(crate) fn is_date(text: &str) -> bool {
    let (date, time) = text.split_at_checked(10).unwrap_or((text, ""));
    is_day(date) && (time.is_empty() || is_time(time))
}

/// `T12:30:00Z`, `T12:30:00+02:00`: what RFC 3339 has behind the day.
fn is_time(text: &str) -> bool {
    let shape: String =
        text.chars().map(|character| if character.is_ascii_digit() { '0' } else { character }).collect();
    let number = |from: usize| text.get(from..from + 2).and_then(|digits| digits.parse::<u32>().ok());
    let fits = number(1).is_some_and(|hour| hour < 24)
        && [4, 7].into_iter().all(|at| number(at).is_some_and(|part| part < 60));
    let zone = shape.strip_prefix("T00:00:00");
    fits && zone.is_some_and(|zone| matches!(zone, "Z" | "+00:00" | "-00:00"))
}

/// An article as data, in schema.org's words.
fn news_article(
    site: &Site,
    library: &Library,
    route: &Route,
    article: &Article<'_>,
    picture: Option<&Picture>,
) -> Value {
    let address = address(site, route);
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": beginning(article.title(), HEADLINE),
        "description": summary(article),
        "articleSection": line(article.section()),
        "inLanguage": article.language().unwrap_or(library.language()),
        "wordCount": article.word_count(),
        "publisher": { "@type": "Organization", "name": line(&site.title) },
    });
    let author = article.author().map(|author| json!([{ "@type": "Person", "name": line(author) }]));
    let date = article.date().filter(|date| is_date(date)).map(Value::from);
    let image =
        picture.zip(site.base_url.as_ref()).map(|(picture, base)| json!([format!("{base}{}", picture.path)]));
    let page = address.as_deref().map(|address| json!({ "@type": "WebPage", "@id": address }));
    for (key, value) in [
        ("author", author),
        ("datePublished", date),
        ("image", image),
        ("mainEntityOfPage", page),
        ("url", address.map(Value::from)),
    ] {
        if let Some(value) = value {
            data[key] = value;
        }
    }
    data
}

/// The whole as data: what it is and what is in it.
fn collection(site: &Site, library: &Library, route: &Route) -> Value {
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": line(&site.title),
        "inLanguage": library.language(),
    });
    if let Some(described) = &site.description {
        data["description"] = beginning(described, DESCRIPTION).into();
    }
    if let Some(address) = address(site, route) {
        data["url"] = address.into();
    }
    let listed = library.pages().filter_map(|page| Some((article_at(library, &page)?, page))).take(LISTED);
    let listed: Vec<Value> = listed
        .enumerate()
        .map(|(nth, (article, page))| {
            let mut item = json!({
                "@type": "ListItem",
                "position": nth + 1,
                "name": beginning(article.title(), HEADLINE),
            });
            if let Some(address) = address(site, &page) {
                item["url"] = address.into();
            }
            item
        })
        .collect();
    data["mainEntity"] =
        json!({ "@type": "ItemList", "numberOfItems": articles(library), "itemListElement": listed });
    data
}

/// How many articles there are.
fn articles(library: &Library) -> usize {
    library.items().filter(|item| matches!(item, Item::Article(_))).count()
}

/// Data in a `script` element that no browser runs. No text in it can end the element, or begin a comment in it.
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
