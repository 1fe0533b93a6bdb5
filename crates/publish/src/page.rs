//! One page: its head, and its text as the program would show it.

use crate::assets::Assets;
use crate::files::Files;
use crate::policy::{POLICY, REFERRER};
use crate::shell::{Contents, Shell, tag};
use cuttings::prerender;
use cuttings::state::library::Library;
use cuttings::state::route::Route;
use std::error::Error;

/// The page at `route`.
pub(crate) fn html(
    library: &Library,
    route: &Route,
    shell: &Shell,
    assets: &Assets,
    files: &Files,
) -> Result<String, Box<dyn Error>> {
    let page = prerender::html(library, route).ok_or("a page waits for something; nothing may")?;
    let contents = Contents {
        language: library.language(),
        title: &library.page_title(route),
        // Trunk's own script stands in the page itself, which the policy forbids; who writes the page sees no harm in it.
        policy: (!shell.linked.served).then_some(POLICY),
        head: &[
            tag("meta", &[("name", "referrer"), ("content", REFERRER)]),
            loads(&shell.linked.base, assets, files),
        ]
        .concat(),
        page: &page,
    };
    Ok(shell.fill(&contents)?)
}

/// The tags for what every page loads.
fn loads(base: &str, assets: &Assets, files: &Files) -> String {
    let linked = |name: &str, path: &str, fixed: &[(&str, &str)]| {
        let key = if name == "script" { "src" } else { "href" };
        let integrity = files.get(path).map(|file| file.integrity()).unwrap_or_default();
        let address = [base, path].concat();
        let mut attributes = fixed.to_vec();
        attributes.push((key, &address));
        attributes.push(("integrity", &integrity));
        tag(name, &attributes)
    };
    [
        linked("script", &assets.boot, &[]) + "</script>",
        linked("link", &assets.style, &[("rel", "stylesheet")]),
        linked("link", &assets.glue, &[("rel", "modulepreload")]),
        // Chromium ignores integrity on what is preloaded for `fetch`. The program has a checksum of its texts.
        tag(
            "link",
            &[
                ("rel", "preload"),
                ("href", &[base, &assets.program].concat()),
                ("as", "fetch"),
                ("type", "application/wasm"),
                ("crossorigin", ""),
            ],
        ),
        tag("link", &[("rel", "icon"), ("href", &[base, &assets.icon].concat()), ("type", "image/svg+xml")]),
    ]
    .concat()
}
