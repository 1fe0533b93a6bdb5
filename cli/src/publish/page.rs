//! Writes a page: its head, and its content as the program would render it.

use crate::publish::assets::Assets;
use crate::publish::csp::REFERRER;
use crate::publish::escape::{escaped, line};
use crate::publish::files::{Files, svg_url};
use crate::publish::head::{PreviewImage, head};
use crate::publish::headlines;
use crate::publish::inline;
use crate::publish::pages::Pages;
use crate::publish::shell::{Contents, Shell, tag, top};
use crate::publish::worker;
use cuttings::ids::HEADING;
use cuttings::msg;
use cuttings::prerender::Prerenderer;
use cuttings::route::Route;
use cuttings::store::exploration::ExplorationKind;
use cuttings::store::library::Library;
use cuttings_corpus::Site;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::error::Error;
use std::io;

/// The parts that all pages share.
pub(crate) struct Frame<'a> {
    pub(crate) site: &'a Site,
    pub(crate) pages: &'a Pages,
    pub(crate) shell: &'a Shell,
    /// The tags of the files that every page loads.
    pub(crate) loads: &'a str,
    /// The same for pages that explore the edition: their program is the explorer.
    pub(crate) explorer_loads: &'a str,
    /// The tag of the styles for reading.
    pub(crate) reading: &'a str,
    /// The content security policy. None while Trunk serves the page: its reload script is inline,
    /// which the policy would forbid.
    pub(crate) policy: Option<&'a str>,
    /// True if there is a page with all headlines.
    pub(crate) headlines: bool,
    /// True if the edition is in parts.
    pub(crate) in_parts: bool,
}

/// A link to a file about the whole site, in the head of every page.
#[derive(Clone, Debug)]
pub(crate) struct SiteLink {
    relation: &'static str,
    media_type: Option<&'static str>,
    path: String,
}

impl SiteLink {
    pub(crate) fn new(
        relation: &'static str,
        media_type: Option<&'static str>,
        path: &str,
    ) -> SiteLink {
        SiteLink { relation, media_type, path: path.to_owned() }
    }
}

/// Returns the page at `route` around its content, with an image for link previews.
pub(crate) fn html(
    frame: &Frame<'_>,
    library: &Library,
    route: &Route,
    mut page: String,
    image: Option<&PreviewImage>,
) -> Result<String, Box<dyn Error>> {
    let Frame { site, pages, shell, loads, explorer_loads, reading, policy, headlines, .. } = frame;
    let loads = if matches!(route, Route::Explore { .. }) { explorer_loads } else { loads };
    if *headlines && matches!(route, Route::Results(_)) {
        page.push_str(&headlines::link());
    }
    // The results page does without them, on a screen, until it leads to articles without loading
    // them: `src/js/boot/deferred-links.js` adds the styles then.
    let reading = match route {
        Route::Results(_) => {
            let reading = reading.replacen("<link", r#"<link media="print""#, 1);
            format!("<noscript>{reading}</noscript>{}", deferred(&reading))
        }
        _ => (*reading).to_owned(),
    };
    let mut title = library.page_title(route, Some(ExplorationKind::label));
    // Articles without a page of their own open through this one.
    if pages.left_out() > 0 && matches!(route, Route::NotFound { .. }) {
        title = library.title().to_owned();
        page = loading(&page, *headlines)?;
    }
    let contents = Contents {
        title: &line(&title),
        csp: *policy,
        head: &[*loads, &reading, &head(site, library, pages, route, image)].concat(),
        page: &page,
    };
    Ok(shell.fill(&contents)?)
}

/// Replaces what a page says by the message that it is loading. Without JavaScript it leads to the
/// list of all headlines, if there is one.
fn loading(page: &str, headlines: bool) -> Result<String, Box<dyn Error>> {
    let heading = format!(r#"<h1 tabindex="-1" id="{HEADING}">{}</h1>"#, escaped(msg!("loading")));
    let list = if headlines { headlines::link() } else { String::new() };
    let inner = [heading, list].concat();
    let main = element!("main", |main| {
        main.set_inner_content(&inner, ContentType::Html);
        Ok(())
    });
    Ok(rewrite_str(page, RewriteStrSettings::new().append_element_content_handler(main))?)
}

/// Returns the page that the service worker answers with when the host does not: the top of every
/// page, and no content. The program renders what the address asks for.
pub(crate) fn without_content(
    frame: &Frame<'_>,
    library: &Library,
    prerenderer: &Prerenderer,
) -> Result<String, Box<dyn Error>> {
    let Frame { shell, loads, reading, policy, .. } = frame;
    let page = top(prerenderer)?;
    let contents = Contents {
        title: &line(library.title()),
        csp: *policy,
        head: &[*loads, *reading].concat(),
        page: &page,
    };
    Ok(shell.fill(&contents)?)
}

/// Returns a page without the program, for readers without JavaScript.
pub(crate) fn without_program(
    frame: &Frame<'_>,
    title: &str,
    assets: &Assets,
    files: &Files,
    page: &str,
) -> Result<String, Box<dyn Error>> {
    let Frame { shell, policy, .. } = frame;
    let contents = Contents {
        title: &line(title),
        csp: *policy,
        head: &[
            tag("meta", &[("name", "referrer"), ("content", REFERRER)]),
            tag("meta", &[("name", "robots"), ("content", "noindex, follow")]),
            style(&shell.linked.base, &assets.style, files),
        ]
        .concat(),
        page,
    };
    Ok(shell.fill(&contents)?)
}

/// Returns links that `src/js/boot/deferred-links.js` adds to the page later.
fn deferred(links: &str) -> String {
    format!(r#"<template class="deferred">{links}</template>"#)
}

/// Returns the tag of a stylesheet.
pub(crate) fn style(base: &str, path: &str, files: &Files) -> String {
    let integrity = files.get(path).map(|file| file.integrity()).unwrap_or_default();
    tag(
        "link",
        &[("rel", "stylesheet"), ("href", &[base, path].concat()), ("integrity", &integrity)],
    )
}

/// Returns the tags of the files that every page loads, and of the links to the files about the
/// site. With `is_explorer` the program is the explorer. `files_of` is the number of articles, from
/// the first, that have pages, unless all have.
///
/// # Errors
/// If a file cannot be compressed.
pub(crate) fn loads(
    shell: &Shell,
    assets: &Assets,
    files: &Files,
    linked: &[SiteLink],
    files_of: Option<usize>,
    is_explorer: bool,
) -> io::Result<String> {
    let base = shell.linked.base.as_str();
    let at = |path: &str| [base, path].concat();
    let (boot, tools, worker) = (at(&assets.boot), at(&assets.tools), at(worker::PATH));
    let (program, typefaces) = (at(&assets.program), at(&assets.typefaces));
    let boot_integrity = files.get(&assets.boot).map(|file| file.integrity()).unwrap_or_default();
    // The program is named, not linked, so that no browser requests it before the page's text. It
    // has no integrity hash, because the browser could then compile it only after the last byte;
    // the edition has a checksum.
    let (explorer, glue) = (at(&assets.explorer), at(&assets.explorer_glue));
    let mut inline = match is_explorer {
        // The page's own program tells the site's data apart (`src/js/tools/published-data.js`).
        true => {
            vec![
                ("data-program", &*explorer),
                ("data-glue", &glue),
                ("data-page-program", &program),
            ]
        }
        false => vec![("data-program", &*program)],
    };
    let edition = assets.edition.as_ref().map(|path| at(path));
    inline.extend(edition.as_deref().map(|address| ("data-edition", address)));
    let files_of = files_of.map(|articles| articles.to_string());
    inline.extend(files_of.as_deref().map(|articles| ("data-files-of", articles)));
    let mut script = vec![
        ("src", boot.as_str()),
        ("integrity", &boot_integrity),
        ("data-tools", &tools),
        ("data-typefaces", &typefaces),
    ];
    let messages = [("data-messages", &assets.messages), ("data-languages", &assets.languages)];
    let messages = messages.map(|(name, path)| Some((name, at(path.as_ref()?))));
    script.extend(messages.iter().flatten().map(|(name, address)| (*name, address.as_str())));
    let icon = files.get(&assets.icon).map(|file| svg_url(&file.bytes));
    let icon = icon.unwrap_or_default();
    // While Trunk serves the page, a service worker would show outdated files.
    let offline = worker::asks_for(files)?.map(|megabytes| megabytes.to_string());
    if !shell.linked.served {
        script.extend(offline.as_deref().map(|megabytes| ("data-offline", megabytes)));
        script.push(("data-worker", &worker));
    }
    let mut out = [
        tag("meta", &[("name", "referrer"), ("content", REFERRER)]),
        tag("script", &inline),
        inline::script(),
        "</script>".to_owned(),
        // Chromium looks for what follows a script only when it has arrived, so the styles come
        // before it.
        style(base, &assets.style, files),
        tag("script", &script),
        "</script>".to_owned(),
        // A browser asks for an icon at once, so a file of its own would take a connection.
        tag("link", &[("rel", "icon"), ("href", &icon)]),
    ]
    .concat();
    for SiteLink { relation, media_type, path } in linked {
        let address = at(path);
        let mut attributes = vec![("rel", *relation), ("href", address.as_str())];
        attributes.extend(media_type.map(|media_type| ("type", media_type)));
        let link = tag("link", &attributes);
        // Browsers offer to install the page whenever they see its manifest.
        out.push_str(&if *relation == "manifest" { deferred(&link) } else { link });
    }
    Ok(out)
}
