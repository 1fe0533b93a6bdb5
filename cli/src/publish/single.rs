//! The whole edition in one file that opens without any host, from a disk or a letter: the results page with everything
//! that it loads inside, and addresses behind `#`, since a file has no others.

use crate::publish::assets::Assets;
use crate::publish::files::{File, Files, Kind, gzip, integrity};
use crate::publish::head::described;
use crate::publish::escape::escaped;
use crate::publish::csp::REFERRER;
use crate::publish::scripts::Scripts;
use crate::publish::shell::{Contents, Shell, tag};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cuttings::prerender;
use cuttings::store::library::Library;
use cuttings::store::route::{Addresses, Route};
use cuttings_corpus::Site;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::error::Error;

/// The edition as one file.
pub(crate) fn html(
    site: &Site,
    library: &Library,
    shell: &Shell,
    assets: &Assets,
    files: &Files,
    scripts: &Scripts,
) -> Result<String, Box<dyn Error>> {
    let file = |path: &str| files.get(path).ok_or("a file that was just made is missing");
    let text = |path: &str| -> Result<&str, Box<dyn Error>> { Ok(std::str::from_utf8(&file(path)?.bytes)?) };
    let boot = text(&assets.boot)?;
    let style = &[text(&assets.style)?, text(&assets.reading_style)?].concat();
    let start = scripts.bundle_with_glue("single-file.js", text(&assets.glue)?)?;
    for (what, end, inner) in
        [("script", "</script", boot), ("script", "</script", &start), ("style", "</style", style)]
    {
        if inner.to_ascii_lowercase().contains(end) {
            return Err(format!("a {what} would end in its midst").into());
        }
    }
    let policy = policy(&[boot, &start], style);
    let route = Route::default();
    let head = [
        tag("meta", &[("name", "referrer"), ("content", REFERRER)]),
        tag("meta", &[("name", "description"), ("content", &described(site, library, &route))]),
        tag("link", &[("rel", "icon"), ("href", &data_address(file(&assets.icon)?, "image/svg+xml"))]),
        format!("<script>{boot}</script><style>{style}</style>"),
    ]
    .concat();
    let page = prerender::html(&library.clone().addressed_by(Addresses::Fragments), &route)
        .ok_or("a page waits for something; nothing may")?;
    let filled = shell.fill(&Contents {
        title: &library.page_title(&route),
        policy: Some(&policy),
        head: &head,
        page: &page,
    })?;
    let program = STANDARD.encode(gzip(&file(&assets.program)?.bytes)?);
    // Only scripts of other types than browsers know are data, which no policy forbids.
    let mut within = format!(
        r#"<script id="program" type="application/gzip">{program}</script><script type="module">{start}</script>"#
    );
    for (path, file) in files.iter().filter(|(_, file)| file.kind == Kind::HandOut) {
        // As JSON has it everywhere, so that no text ends the script.
        let rows = std::str::from_utf8(&file.bytes)?.replace('<', "\\u003c");
        let path = escaped(path);
        within.push_str(&format!(r#"<script type="application/json" data-file="{path}">{rows}</script>"#));
    }
    Ok(rewrite_str(
        &filled,
        RewriteStrSettings::new()
            .append_element_content_handler(element!("html", |html| {
                Ok(html.set_attribute("data-fragments", "")?)
            }))
            .append_element_content_handler(element!("base", |base| {
                base.remove();
                Ok(())
            }))
            .append_element_content_handler(element!("body", |body| {
                body.append(&within, ContentType::Html);
                Ok(())
            })),
    )?)
}

/// What the file may do: run its own scripts, by their hashes, and nothing else; it asks nobody for anything.
fn policy(scripts: &[&str], style: &str) -> String {
    let hashes: String =
        scripts.iter().map(|script| format!("'{}' ", integrity(script.as_bytes()))).collect();
    format!(
        "default-src 'none'; script-src {hashes}'wasm-unsafe-eval'; style-src '{}'; img-src data:; form-action 'none'; \
         base-uri 'none'; require-trusted-types-for 'script'; trusted-types cuttings",
        integrity(style.as_bytes())
    )
}

fn data_address(file: &File, kind: &str) -> String {
    format!("data:{kind};base64,{}", STANDARD.encode(&file.bytes))
}
