//! Writes the whole edition as one file that opens without a host, for example from a disk or an
//! e-mail: the results page with everything that it loads inside, and with URLs behind `#`, since a
//! file has no others.

use crate::publish::assets::Assets;
use crate::publish::built_page::BuiltPage;
use crate::publish::copies::Encoding;
use crate::publish::csp::REFERRER;
use crate::publish::escape::escaped;
use crate::publish::files::{Files, Kind, integrity};
use crate::publish::head::description;
use crate::publish::messages::{Texts, in_script};
use crate::publish::shell::{Contents, Shell, tag};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cuttings::prerender::Prerenderer;
use cuttings::route::{Route, UrlStyle};
use cuttings::store::library::Library;
use cuttings_corpus::Site;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::error::Error;

/// Returns the site as one file, with the bytes of the edition if the program does not contain it.
pub(crate) fn html(
    site: &Site,
    edition: Option<&[u8]>,
    library: &Library,
    built: &BuiltPage,
    shell: &Shell,
    assets: &Assets,
    files: &Files,
) -> Result<String, Box<dyn Error>> {
    let file = |path: &str| files.get(path).ok_or("a file that was just added is missing");
    let text = |path: &str| -> Result<&str, Box<dyn Error>> {
        Ok(std::str::from_utf8(&file(path)?.bytes)?)
    };
    let boot = text(&assets.boot)?;
    let style = &[text(&assets.style)?, text(&assets.reading_style)?].concat();
    let start = in_script(&built.scripts.single_file, Texts::Fixed)?;
    for (what, end, inner) in
        [("script", "</script", boot), ("script", "</script", &start), ("style", "</style", style)]
    {
        if inner.to_ascii_lowercase().contains(end) {
            return Err(format!("the text of a {what} would end its element").into());
        }
    }
    let csp = csp(&[boot, &start], style);
    let route = Route::default();
    let head = [
        tag("meta", &[("name", "referrer"), ("content", REFERRER)]),
        tag("meta", &[("name", "description"), ("content", &description(site, library, &route))]),
        tag("link", &[("rel", "icon"), ("href", &file(&assets.icon)?.svg_url())]),
        format!("<script>{boot}</script><style>{style}</style>"),
    ]
    .concat();
    let page = Prerenderer::new(&library.clone().with_url_style(UrlStyle::Fragments))
        .html(&route)
        .ok_or("a page did not render at once")?;
    let filled = shell.fill(&Contents {
        title: &library.page_title(&route),
        csp: Some(&csp),
        head: &head,
        page: &page,
    })?;
    // Browsers treat scripts of unknown types as data, which no policy forbids.
    let mut within = String::new();
    let messages = assets.messages.as_deref().map(&file).transpose()?;
    let data = [
        ("program", Some(&file(&assets.program)?.bytes[..])),
        ("edition", edition),
        ("messages", messages.map(|file| &file.bytes[..])),
    ];
    for (id, bytes) in data {
        let Some(bytes) = bytes else { continue };
        let packed = STANDARD.encode(Encoding::Gzip(9).compress(bytes)?);
        within.push_str(&format!(r#"<script id="{id}" type="application/gzip">{packed}</script>"#));
    }
    within.push_str(&format!(r#"<script type="module">{start}</script>"#));
    for (path, file) in files.iter().filter(|(_, file)| file.kind == Kind::OnDemandData) {
        // Escaped, so that no text ends the script.
        let rows = std::str::from_utf8(&file.bytes)?.replace('<', "\\u003c");
        let path = escaped(path);
        within.push_str(&format!(
            r#"<script type="application/json" data-file="{path}">{rows}</script>"#
        ));
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

/// Returns the content security policy of the file: it may run its own scripts, by their hashes,
/// and send no requests.
fn csp(scripts: &[&str], style: &str) -> String {
    let hashes: String =
        scripts.iter().map(|script| format!("'{}' ", integrity(script.as_bytes()))).collect();
    format!(
        "default-src 'none'; script-src {hashes}'wasm-unsafe-eval'; style-src '{}'; img-src data:; form-action 'none'; \
         base-uri 'none'; require-trusted-types-for 'script'; trusted-types cuttings",
        integrity(style.as_bytes())
    )
}
