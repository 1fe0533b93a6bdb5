//! One page: its head, and its text as the program would show it.

use crate::publish::assets::Assets;
use crate::publish::files::Files;
use crate::publish::headlines;
use crate::publish::head::{Picture, head};
use crate::publish::escape::line;
use crate::publish::csp::{POLICY, REFERRER};
use crate::publish::shell::{Contents, Shell, tag};
use crate::publish::worker;
use cuttings::prerender;
use cuttings::store::library::Library;
use cuttings::store::route::Route;
use cuttings_corpus::Site;
use std::error::Error;

/// What is the same on every page.
pub(crate) struct Edition<'a> {
    pub(crate) site: &'a Site,
    pub(crate) library: &'a Library,
    pub(crate) shell: &'a Shell,
    /// The tags for what every page loads.
    pub(crate) loads: &'a str,
    /// The tag for the styles that only reading needs, for pages that are read, and for those that lead there.
    pub(crate) reading: [&'a str; 2],
    /// Whether there is a list of all headlines.
    pub(crate) headlines: bool,
}

/// The page at `route`, with a picture for those who link to it.
pub(crate) fn html(
    edition: &Edition<'_>,
    route: &Route,
    picture: Option<&Picture>,
) -> Result<String, Box<dyn Error>> {
    let Edition { site, library, shell, loads, reading: [now, later], headlines } = edition;
    let mut page = prerender::html(library, route).ok_or("a page waits for something; nothing may")?;
    if *headlines && matches!(route, Route::Results(_)) {
        page.push_str(&headlines::link());
    }
    // Results look the same without them.
    let reading = if matches!(route, Route::Results(_)) { later } else { now };
    let contents = Contents {
        title: &line(&library.page_title(route)),
        // Trunk's own script stands in the page itself, which the policy forbids; who writes the page sees no harm in it.
        policy: (!shell.linked.served).then_some(POLICY),
        head: &[*loads, reading, &head(site, library, route, picture)].concat(),
        page: &page,
    };
    Ok(shell.fill(&contents)?)
}

/// A page of markup alone, of which only readers without JavaScript know.
pub(crate) fn without_program(
    edition: &Edition<'_>,
    assets: &Assets,
    files: &Files,
    page: &str,
) -> Result<String, Box<dyn Error>> {
    let Edition { library, shell, .. } = edition;
    let contents = Contents {
        title: &line(library.title()),
        policy: (!shell.linked.served).then_some(POLICY),
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

/// The tag for a stylesheet. One for `print` holds nothing up: `src/js/boot` has it hold for everything later.
pub(crate) fn style(base: &str, path: &str, media: &str, files: &Files) -> String {
    let integrity = files.get(path).map(|file| file.integrity()).unwrap_or_default();
    let address = [base, path].concat();
    let mut attributes = vec![("rel", "stylesheet"), ("href", address.as_str()), ("integrity", &integrity)];
    if media != "all" {
        attributes.push(("media", media));
    }
    tag("link", &attributes)
}

/// The tags for what every page loads, and for what it says of the whole site: feeds, given with their kinds, a sign.
pub(crate) fn loads(shell: &Shell, assets: &Assets, files: &Files, linked: &[[&str; 3]]) -> String {
    let base = shell.linked.base.as_str();
    let at = |path: &str| [base, path].concat();
    let integrity = |path: &str| files.get(path).map(|file| file.integrity()).unwrap_or_default();
    let (boot, tools, worker) = (at(&assets.boot), at(&assets.tools), at(worker::PATH));
    let (glue, program) = (at(&assets.glue), at(&assets.program));
    let [boot_integrity, glue_integrity] = [&assets.boot, &assets.glue].map(|path| integrity(path));
    // What the program needs is named, not linked, so that no browser begins with it before what is to be read. Its own
    // hash is not among that: compiling would wait for the last byte. It has a checksum of its texts.
    let mut script = vec![
        ("src", boot.as_str()),
        ("integrity", &boot_integrity),
        ("data-program", &program),
        ("data-glue", &glue),
        ("data-hash", &glue_integrity),
        ("data-tools", &tools),
    ];
    // To someone who writes the page, a worker would show what it kept.
    if !shell.linked.served {
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
    for [relation, kind, path] in linked {
        let address = at(path);
        let mut attributes = vec![("rel", *relation), ("href", address.as_str())];
        if !kind.is_empty() {
            attributes.push(("type", kind));
        }
        out.push_str(&tag("link", &attributes));
    }
    out
}
