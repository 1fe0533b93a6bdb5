//! Writes the whole edition as one file that opens without a host, for example from a disk or an
//! e-mail: the results page with everything that it loads inside, and with URLs behind `#`, since a
//! file has no others.

use crate::publish::assets::Assets;
use crate::publish::built_page::BuiltPage;
use crate::publish::copies::Encoding;
use crate::publish::csp::REFERRER;
use crate::publish::escape::{escaped, line};
use crate::publish::files::{Files, Kind, integrity, svg_url};
use crate::publish::head::description;
use crate::publish::messages::{Texts, in_script};
use crate::publish::page::top;
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

/// The places of a [`template`] that a page fills in (`src/js/library/one-file.js`).
mod place {
    /// The title of the edition, escaped.
    pub(super) const TITLE: &str = "%%title%%";
    /// The key in local storage of what the reader does with the edition.
    pub(super) const BOOKMARKS: &str = "%%bookmarks%%";
    /// The program and the edition as elements, and data that the page loads on demand.
    pub(super) const DATA: &str = "%%data%%";
}

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
    let frame = Frame {
        shell,
        boot: text(&assets.boot)?,
        style: &[text(&assets.style)?, text(&assets.reading_style)?].concat(),
        start: &in_script(&built.scripts.single_file, Texts::Fixed)?,
        icon: &file(&assets.icon)?.bytes,
    };
    let route = Route::default();
    let page = Prerenderer::new(&library.clone().with_url_style(UrlStyle::Fragments))
        .html(&route)
        .ok_or("a page did not render at once")?;
    let messages = assets.messages.as_deref().map(&file).transpose()?;
    let data = [
        ("program", Some(&file(&assets.program)?.bytes[..])),
        ("edition", edition),
        ("messages", messages.map(|file| &file.bytes[..])),
    ];
    let mut elements = String::new();
    for (id, bytes) in data {
        elements.push_str(&bytes.map_or(Ok(String::new()), |bytes| element_with(id, bytes))?);
    }
    let mut on_demand = String::new();
    for (path, file) in files.iter().filter(|(_, file)| file.kind == Kind::OnDemandData) {
        // Escaped, so that no text ends the script.
        let rows = std::str::from_utf8(&file.bytes)?.replace('<', "\\u003c");
        let path = escaped(path);
        on_demand.push_str(&format!(
            r#"<script type="application/json" data-file="{path}">{rows}</script>"#
        ));
    }
    let description = description(site, library, &route);
    frame.around(&Within {
        title: &library.page_title(&route),
        description: Some(&description),
        page: &page,
        bookmarks: None,
        before: &elements,
        after: &on_demand,
    })
}

/// Returns the file without program and edition, with [`place`]s for them. A page saves collections
/// of the reader's own with it. `messages` is the catalogue, if the program does not contain it.
pub(crate) fn template(
    library: &Library,
    messages: Option<&str>,
    frame: &Frame<'_>,
) -> Result<String, Box<dyn Error>> {
    let library = library.clone().with_url_style(UrlStyle::Fragments);
    let page = top(&Prerenderer::new(&library))?;
    let title = format!(">{}<", escaped(&line(library.title())));
    let messages = messages.map_or(Ok(String::new()), |it| element_with("messages", it.as_bytes()));
    let html = frame.around(&Within {
        title: &line(library.title()),
        description: None,
        page: &page,
        bookmarks: Some(place::BOOKMARKS),
        before: &[place::DATA, &messages?].concat(),
        after: "",
    })?;
    if [place::TITLE, place::BOOKMARKS, place::DATA].map(|it| html.matches(it).count()) != [0, 1, 1]
    {
        return Err("the page's scripts or styles contain a place of the template".into());
    }
    Ok(html.replace(&title, &format!(">{}<", place::TITLE)))
}

/// What surrounds every edition in one file.
pub(crate) struct Frame<'a> {
    pub(crate) shell: &'a Shell,
    pub(crate) boot: &'a str,
    pub(crate) style: &'a str,
    /// The script that starts the program.
    pub(crate) start: &'a str,
    /// An SVG image.
    pub(crate) icon: &'a [u8],
}

/// What is within it.
struct Within<'a> {
    title: &'a str,
    description: Option<&'a str>,
    /// What is shown until the program runs, as HTML.
    page: &'a str,
    bookmarks: Option<&'a str>,
    /// Elements before the script that starts the program, and behind it.
    before: &'a str,
    after: &'a str,
}

impl Frame<'_> {
    fn around(&self, within: &Within<'_>) -> Result<String, Box<dyn Error>> {
        let Frame { shell, boot, style, start, icon } = *self;
        for (what, end, inner) in [
            ("script", "</script", boot),
            ("script", "</script", start),
            ("style", "</style", style),
        ] {
            if inner.to_ascii_lowercase().contains(end) {
                return Err(format!("the text of a {what} would end its element").into());
            }
        }
        let described = |text| tag("meta", &[("name", "description"), ("content", text)]);
        let head = [
            tag("meta", &[("name", "referrer"), ("content", REFERRER)]),
            within.description.map_or(String::new(), described),
            tag("link", &[("rel", "icon"), ("href", &svg_url(icon))]),
            format!("<script>{boot}</script><style>{style}</style>"),
        ]
        .concat();
        let filled = shell.fill(&Contents {
            title: within.title,
            csp: Some(&csp(&[boot, start], style)),
            head: &head,
            page: within.page,
        })?;
        let start = format!(r#"<script type="module">{start}</script>"#);
        let data = [within.before, &start, within.after].concat();
        Ok(rewrite_str(
            &filled,
            RewriteStrSettings::new()
                .append_element_content_handler(element!("html", |html| {
                    html.set_attribute("data-fragments", "")?;
                    if let Some(key) = within.bookmarks {
                        html.set_attribute("data-bookmarks", key)?;
                    }
                    Ok(())
                }))
                .append_element_content_handler(element!("base", |base| {
                    base.remove();
                    Ok(())
                }))
                .append_element_content_handler(element!("body", |body| {
                    body.append(&data, ContentType::Html);
                    Ok(())
                })),
        )?)
    }
}

/// Returns an element with some bytes, which `src/js/single-file.js` unpacks. Browsers treat
/// scripts of unknown types as data, which no policy forbids.
fn element_with(id: &str, bytes: &[u8]) -> Result<String, Box<dyn Error>> {
    let packed = STANDARD.encode(Encoding::Gzip(9).compress(bytes)?);
    Ok(format!(r#"<script id="{id}" type="application/gzip">{packed}</script>"#))
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
