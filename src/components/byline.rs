//! The metadata of an article: authors, dates, source, tags and the site's own facets.

use super::date::date;
use super::link::push_filter_links;
use crate::context::AppContext;
use crate::store::dates::DateStyle;
use crate::store::facet::Facet;
use crate::store::text::{host, labelled};
use cuttings_edition::{Article, Date, Metadata};
use yew::prelude::*;

/// Returns the authors, the dates, the reading time and the source of an article, as far as the
/// seed names them; below them, the tags and the values of custom facets. Authors, tags, source and
/// values link to the results with each.
pub fn byline(app: &AppContext, article: &Article<'static>) -> Html {
    let metadata = article.metadata();
    let mut line = Line::default();
    if !metadata.authors.is_empty() {
        line.start(msg!("by-author")[0]);
        push_filter_links(app, Facet::Author, &metadata.author_names(), &mut line.nodes);
        line.push(msg!("by-author")[1]);
    }
    line.push_date(["", ""], metadata.date);
    line.push_date(msg!("updated"), metadata.updated);
    line.start("");
    line.nodes.push(html! { msg!("minutes", minutes = article.minutes() as usize) });
    push_source(app, &metadata, &mut line);
    let mut lines = vec![html! { <p class="meta">{ for line.nodes }</p> }];
    let mut push_values = |facet: Facet, values: &[&'static str]| {
        if !values.is_empty() {
            let mut nodes = Vec::new();
            push_filter_links(app, facet, values, &mut nodes);
            lines.push(html! {
                <p class="meta details">
                    { labelled(facet.label(), "") }
                    { for nodes }
                </p>
            });
        }
    };
    push_values(Facet::Tag, &metadata.tags);
    for &facet in app.library.custom_facets() {
        push_values(facet, &metadata.values(facet.field()));
    }
    html! { <div class="byline">{ for lines }</div> }
}

/// Nodes with dots between the parts.
#[derive(Default)]
struct Line {
    nodes: Vec<Html>,
}

impl Line {
    fn push(&mut self, text: &'static str) {
        self.nodes.push(html! { text });
    }

    /// Starts a part with a text.
    fn start(&mut self, text: &'static str) {
        if !self.nodes.is_empty() {
            self.push(msg!("detail-separator"));
        }
        self.push(text);
    }

    fn push_date(&mut self, [before, after]: [&'static str; 2], day: Option<Date<'static>>) {
        if let Some(day) = day {
            self.start(before);
            self.nodes.push(date(&day, DateStyle::Long));
            self.push(after);
        }
    }
}

/// Adds the publication, and the host of the original as a link to it.
fn push_source(app: &AppContext, metadata: &Metadata<'static>, line: &mut Line) {
    let original = metadata.source_url.and_then(|url| Some((url, host(url)?)));
    if metadata.source.is_none() && original.is_none() {
        return;
    }
    line.start(msg!("from-source")[0]);
    if let Some(name) = metadata.source {
        push_filter_links(app, Facet::Source, &[name], &mut line.nodes);
        if original.is_some() {
            line.push(msg!("list-separator"));
        }
    }
    if let Some((url, host)) = original {
        line.nodes.push(html! {
            <a class="external" href={url} rel="noopener">{ host }</a>
        });
    }
    line.push(msg!("from-source")[1]);
}
