//! OPML: an outline of feeds or links. Each becomes a teaser in the section of the outline around
//! it.

use cuttings_corpus::line_of_text;
use cuttings_diagnostics::Severity;

use crate::csv_rows::{self, Link};
use crate::xml::Element;
use crate::{Flow, Importer};

pub(super) fn read(file: &str, root: &Element, importer: &mut Importer<'_>) -> Flow {
    let before = importer.items;
    if let Some(body) = root.child("body") {
        outlines(file, body, None, importer)?;
    }
    if importer.items == before {
        let reason = "This list has no feeds and no links.";
        return importer.report(file, 1, Severity::Warning, reason);
    }
    Flow::Continue(())
}

/// Reads the outlines within another. Their depth is bounded, because that of XML is.
fn outlines(
    file: &str,
    outer: &Element,
    section: Option<&str>,
    importer: &mut Importer<'_>,
) -> Flow {
    for outline in outer.all("outline") {
        let text = |name: &str| outline.attribute(name).and_then(line_of_text);
        let title = text("title").or_else(|| text("text"));
        let url = text("htmlUrl").or_else(|| text("url")).or_else(|| text("xmlUrl"));
        let is_group = url.is_none();
        if !is_group {
            let categories = text("category").unwrap_or_default();
            let link = Link {
                url,
                title: title.clone(),
                section: section.map(str::to_owned),
                standfirst: text("description"),
                tags: csv_rows::tags(categories.split(',').map(|it| it.trim_start_matches('/'))),
                ..Link::default()
            };
            link.pass_on(file, 1, importer)?;
        }
        let inner = if is_group { title.as_deref().or(section) } else { section };
        outlines(file, outline, inner, importer)?;
    }
    Flow::Continue(())
}
