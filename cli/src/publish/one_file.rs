//! The single file without what belongs to an edition: the page with its scripts and styles inside.
//! `single.rs` fills it in when an edition is published, and a page when a reader saves a
//! collection of their own (`src/js/library/one-file.js`).

use crate::publish::copies::Encoding;
use crate::publish::csp::REFERRER;
use crate::publish::escape::{escaped, line};
use crate::publish::files::{integrity, svg_url};
use crate::publish::shell::{Contents, Shell, tag, top};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cuttings::prerender::Prerenderer;
use cuttings::route::UrlStyle;
use cuttings::store::library::Library;
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
        attributes: &[("data-bookmarks", place::BOOKMARKS), ("data-title", place::TITLE)],
        before: &[place::DATA, &messages?].concat(),
        after: "",
    })?;
    if [place::TITLE, place::BOOKMARKS, place::DATA].map(|it| html.matches(it).count()) != [1, 1, 1]
    {
        return Err("the page's scripts or styles contain a place of the template".into());
    }
    Ok(html.replace(&title, &format!(">{}<", place::TITLE)))
}

/// The page around every edition in one file.
pub(crate) struct Frame<'a> {
    pub(crate) shell: &'a Shell,
    pub(crate) boot: &'a str,
    pub(crate) style: &'a str,
    /// The script that starts the program.
    pub(crate) start: &'a str,
    /// An SVG image.
    pub(crate) icon: &'a [u8],
}

/// The parts of one edition.
pub(crate) struct Within<'a> {
    pub(crate) title: &'a str,
    pub(crate) description: Option<&'a str>,
    /// The content that is shown until the program runs, as HTML.
    pub(crate) page: &'a str,
    /// Attributes of the `html` element, which the program and the scripts read.
    pub(crate) attributes: &'a [(&'a str, &'a str)],
    /// Elements before the script that starts the program, and behind it.
    pub(crate) before: &'a str,
    pub(crate) after: &'a str,
}

impl Frame<'_> {
    /// Returns the file with an edition in it.
    ///
    /// # Errors
    /// If a script or the style would end its element.
    pub(crate) fn around(&self, within: &Within<'_>) -> Result<String, Box<dyn Error>> {
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
                    for (name, value) in within.attributes {
                        html.set_attribute(name, value)?;
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
pub(crate) fn element_with(id: &str, bytes: &[u8]) -> Result<String, Box<dyn Error>> {
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
