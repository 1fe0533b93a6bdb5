//! The metadata of an article: authors, dates, source, tags and the site's own facets.

use super::date::date;
use super::link::filter_links;
use crate::context::AppContext;
use crate::store::dates::DateStyle;
use crate::store::facet::Facet;
use crate::store::text::find;
use cuttings_edition::{Article, Metadata};
use yew::prelude::*;

/// Returns the authors, the dates, the reading time and the source of an article, as far as the
/// seed names them.
pub fn byline(app: &AppContext, article: &Article<'static>) -> Html {
    let metadata = article.metadata();
    let authors: Vec<&str> = metadata.authors.iter().map(|author| author.name).collect();
    let parts = [
        (!authors.is_empty())
            .then(|| around(msg!("by-author"), filter_links(app, Facet::Author, &authors))),
        metadata.date.as_ref().map(|it| date(it, DateStyle::Long)),
        metadata.updated.as_ref().map(|it| around(msg!("updated"), date(it, DateStyle::Long))),
        Some(html! { msg!("minutes", minutes = article.minutes() as usize) }),
        source(app, &metadata).map(|it| around(msg!("from-source"), it)),
    ];
    let parts = parts.into_iter().flatten().enumerate().map(|(position, part)| {
        html! {
            <>
                if position > 0 {
                    { " · " }
                }
                { part }
            </>
        }
    });
    html! { <p class="meta">{ for parts }</p> }
}

/// Returns the tags of an article and the values of its custom facets, as links to the results with
/// each.
pub fn details(app: &AppContext, article: &Article<'static>) -> Html {
    let metadata = article.metadata();
    let custom = app.library.custom_facets().map(|(field, facet)| {
        let values = metadata.custom.iter().filter(|(of, _)| *of == field);
        (facet, values.map(|(_, value)| *value).collect())
    });
    let rows = [(Facet::Tag, metadata.tags.clone())].into_iter().chain(custom);
    let rows = rows.filter(|(_, values)| !values.is_empty()).map(|(facet, values)| {
        html! {
            <div>
                <dt>{ facet.label() }</dt>
                { " " }
                <dd>{ filter_links(app, facet, &values) }</dd>
            </div>
        }
    });
    let rows: Vec<Html> = rows.collect();
    html! { <dl class="details" hidden={rows.is_empty()}>{ for rows }</dl> }
}

/// Puts something between the texts of a message.
fn around([before, after]: [&'static str; 2], inner: Html) -> Html {
    html! {
        <>
            { before }
            { inner }
            { after }
        </>
    }
}

/// Returns the publication, and the host of the original as a link to it.
fn source(app: &AppContext, metadata: &Metadata<'static>) -> Option<Html> {
    let name = metadata.source.map(|name| filter_links(app, Facet::Source, &[name]));
    let original = metadata.source_url.and_then(|url| {
        let host = host(url)?;
        Some(html! { <a class="external" href={url} rel="noopener">{ host }</a> })
    });
    match (name, original) {
        (Some(name), Some(original)) => Some(html! {
            <>
                { name }
                { ", " }
                { original }
            </>
        }),
        (name, original) => name.or(original),
    }
}

/// Returns the host of a web address without "www.", or `None` if it is no web address.
fn host(url: &'static str) -> Option<&'static str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let ends = ["/", "?", "#"].map(|end| find(rest, end).unwrap_or(rest.len()));
    let host = rest.get(..ends.into_iter().min()?)?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| !host.is_empty())
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_have_a_host() {
        let check = |url, expected| assert_eq!(host(url), expected, "{url}");
        check("https://www.example.org/a/b?c#d", Some("example.org"));
        check("http://example.org?c", Some("example.org"));
        check("https://example.org:8080", Some("example.org:8080"));
        check("https://", None);
        check("javascript:alert(1)", None);
        check("/a", None);
    }
}
