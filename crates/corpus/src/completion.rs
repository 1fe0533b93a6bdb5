//! Completes the metadata of an article by the settings of the site.

use crate::{article::Article, day, metadata::Author, site::Site};

/// Finds the day of dates that listings write, applies the names of `site.toml` to authors, and
/// spells custom fields as the facets of `site.toml`.
pub(crate) fn complete(article: &mut Article, site: &Site) {
    for author in &mut article.authors {
        apply_names(author, site);
    }
    for date in [&mut article.date, &mut article.updated].into_iter().flatten() {
        date.day = date.day.or_else(|| day::find(&date.text));
    }
    for custom in &mut article.custom {
        let facet = site.facets.iter().find(|(key, _)| key.eq_ignore_ascii_case(&custom.key));
        if let Some((key, _)) = facet {
            custom.key.clone_from(key);
        }
    }
}

fn apply_names(author: &mut Author, site: &Site) {
    if site.names.organisations.contains(&author.name) {
        author.is_organisation = true;
    } else if site.names.people.contains(&author.name) {
        author.is_organisation = false;
    }
}
