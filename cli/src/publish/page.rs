//! Writes a page: its head, and its content as the program would render it.

use crate::publish::assets::Assets;
use crate::publish::csp::{POLICY, REFERRER};
use crate::publish::escape::{escaped, line};
use crate::publish::files::Files;
use crate::publish::head::{PreviewImage, head};
use crate::publish::headlines;
use crate::publish::pages::Pages;
use crate::publish::shell::{Contents, Shell, tag};
use crate::publish::worker;
use cuttings::ids::HEADING;
use cuttings::msg;
use cuttings::prerender::Prerenderer;
use cuttings::route::Route;
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
    /// The tag of the styles for reading: one for pages that apply them at once, and one for pages
    /// that defer them.
    pub(crate) reading: [&'a str; 2],
    /// True if there is a page with all headlines.
    pub(crate) headlines: bool,
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
    let Frame { site, pages, shell, loads, reading: [now, later], headlines } = frame;
    if *headlines && matches!(route, Route::Results(_)) {
        page.push_str(&headlines::link());
    }
    // The results page does not need them.
    let reading = if matches!(route, Route::Results(_)) { later } else { now };
    let mut title = library.page_title(route);
    // Articles without a page of their own open through this one.
    if pages.left_out() > 0 && matches!(route, Route::NotFound { .. }) {
        title = library.title().to_owned();
        page = loading(&page, *headlines)?;
    }
    let contents = Contents {
        title: &line(&title),
        // Trunk's reload script is inline, which the policy would forbid.
        csp: (!shell.linked.served).then_some(POLICY),
        head: &[*loads, reading, &head(site, library, pages, route, image)].concat(),
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
    let Frame { shell, loads, reading: [now, _], .. } = frame;
    let page = prerenderer.html(&Route::default()).ok_or("a page did not render at once")?;
    let page = rewrite_str(
        &page,
        RewriteStrSettings::new()
            .append_element_content_handler(element!(".page", |content| {
                content.set_inner_content("", ContentType::Html);
                Ok(())
            }))
            // The foot would move when the content arrives.
            .append_element_content_handler(element!("footer", |foot| {
                foot.remove();
                Ok(())
            })),
    )?;
    let contents = Contents {
        title: &line(library.title()),
        csp: (!shell.linked.served).then_some(POLICY),
        head: &[*loads, now].concat(),
        page: &page,
    };
    Ok(shell.fill(&contents)?)
}

/// Returns a page without the program, for readers without JavaScript.
pub(crate) fn without_program(
    shell: &Shell,
    title: &str,
    assets: &Assets,
    files: &Files,
    page: &str,
) -> Result<String, Box<dyn Error>> {
    let contents = Contents {
        title: &line(title),
        csp: (!shell.linked.served).then_some(POLICY),
        head: &[
            tag("meta", &[("name", "referrer"), ("content", REFERRER)]),
            tag("meta", &[("name", "robots"), ("content", "noindex, follow")]),
            style(&shell.linked.base, &assets.style, "all", files),
        ]
        .concat(),
        page,
    };
    Ok(shell.fill(&contents)?)
}

/// Returns the tag of a stylesheet. One for `print` does not block rendering;
/// `src/js/boot/take-over.js` enables it later.
pub(crate) fn style(base: &str, path: &str, media: &str, files: &Files) -> String {
    let integrity = files.get(path).map(|file| file.integrity()).unwrap_or_default();
    let address = [base, path].concat();
    let mut attributes =
        vec![("rel", "stylesheet"), ("href", address.as_str()), ("integrity", &integrity)];
    if media != "all" {
        attributes.push(("media", media));
    }
    tag("link", &attributes)
}

/// Returns the tags of the files that every page loads, and of the links to the files about the
/// site. `files_of` is the number of articles, from the first, that have pages, unless all have.
///
/// # Errors
/// If a file cannot be compressed.
pub(crate) fn loads(
    shell: &Shell,
    assets: &Assets,
    files: &Files,
    linked: &[SiteLink],
    files_of: Option<usize>,
) -> io::Result<String> {
    let base = shell.linked.base.as_str();
    let at = |path: &str| [base, path].concat();
    let integrity = |path: &str| files.get(path).map(|file| file.integrity()).unwrap_or_default();
    let (boot, tools, worker) = (at(&assets.boot), at(&assets.tools), at(worker::PATH));
    let (glue, program, typefaces) = (at(&assets.glue), at(&assets.program), at(&assets.typefaces));
    let [boot_integrity, glue_integrity] = [&assets.boot, &assets.glue].map(|path| integrity(path));
    // The program's files are named, not linked, so that no browser requests them before the page's
    // text. The program has no integrity hash, because the browser could then compile it only after
    // the last byte; the edition has a checksum.
    let mut script = vec![
        ("src", boot.as_str()),
        ("integrity", &boot_integrity),
        ("data-program", &program),
        ("data-glue", &glue),
        ("data-hash", &glue_integrity),
        ("data-tools", &tools),
        ("data-typefaces", &typefaces),
    ];
    let separate = [
        ("data-edition", &assets.edition),
        ("data-messages", &assets.messages),
        ("data-languages", &assets.languages),
    ];
    let separate = separate.map(|(name, path)| Some((name, at(path.as_ref()?))));
    script.extend(separate.iter().flatten().map(|(name, address)| (*name, address.as_str())));
    let files_of = files_of.map(|articles| articles.to_string());
    script.extend(files_of.as_deref().map(|articles| ("data-files-of", articles)));
    // While Trunk serves the page, a service worker would show outdated files.
    let offline = worker::asks_for(files)?.map(|megabytes| megabytes.to_string());
    if !shell.linked.served {
        script.extend(offline.as_deref().map(|megabytes| ("data-offline", megabytes)));
        script.push(("data-worker", &worker));
    }
    let mut out = [
        tag("meta", &[("name", "referrer"), ("content", REFERRER)]),
        tag("script", &script),
        "</script>".to_owned(),
        style(base, &assets.style, "all", files),
        tag("link", &[("rel", "icon"), ("href", &at(&assets.icon)), ("type", "image/svg+xml")]),
    ]
    .concat();
    for SiteLink { relation, media_type, path } in linked {
        let address = at(path);
        let mut attributes = vec![("rel", *relation), ("href", address.as_str())];
        attributes.extend(media_type.map(|media_type| ("type", media_type)));
        out.push_str(&tag("link", &attributes));
    }
    Ok(out)
}
