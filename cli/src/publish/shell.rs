//! The HTML around each page: `index.html` as Trunk has built it, without the files that Trunk has
//! linked, and with what is published.

use crate::publish::escape::escaped;
use crate::publish::messages::in_html;
use cuttings::messages::language;
use cuttings::msg;
use cuttings::prerender::Prerenderer;
use cuttings::route::Route;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, comments, element, rewrite_str};
use std::cell::RefCell;
use std::error::Error;

/// The folder of the modules that the program calls, which Trunk copies for the glue.
pub(crate) const SNIPPETS: &str = "snippets";

/// The files that Trunk has linked, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TrunkLinks {
    /// The path under which the site is served, with slashes at both ends.
    pub(crate) base: String,
    /// The stylesheets, in cascade order.
    pub(crate) styles: Vec<String>,
    /// The stylesheets that only reading and printing need: `index.html` links them for print.
    pub(crate) reading_styles: Vec<String>,
    /// wasm-bindgen's glue.
    pub(crate) glue: String,
    /// The program.
    pub(crate) program: String,
    /// The site's icon.
    pub(crate) icon: String,
    /// True if Trunk serves the page and has added its reload script.
    pub(crate) served: bool,
}

/// The parts of one page.
#[derive(Debug)]
pub(crate) struct Contents<'a> {
    /// The title.
    pub(crate) title: &'a str,
    /// The content security policy, if any. It stands before everything that it applies to.
    pub(crate) csp: Option<&'a str>,
    /// The rest of the head, as HTML.
    pub(crate) head: &'a str,
    /// The content that is shown before the program runs, as HTML.
    pub(crate) page: &'a str,
}

/// The reason why a shell cannot be read or filled.
#[derive(Debug)]
pub(crate) enum ShellError {
    /// It lacks this, or is not the HTML of this project.
    Lacks(&'static str),
    /// The rewriter reported an error.
    Unreadable(String),
}

impl std::fmt::Display for ShellError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            ShellError::Lacks(what) => write!(f, "index.html, as Trunk built it, has no {what}"),
            ShellError::Unreadable(why) => {
                write!(f, "index.html, as Trunk built it, cannot be read: {why}")
            }
        }
    }
}

impl Error for ShellError {}

/// The HTML around each page, in which messages are still calls of `msg` until it is
/// [`localized`](Shell::localized).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shell {
    /// The HTML without Trunk's links.
    pub(crate) html: String,
    /// The removed links.
    pub(crate) linked: TrunkLinks,
}

impl Shell {
    /// Reads `index.html` as Trunk has built it.
    ///
    /// # Errors
    /// If it lacks something that every page needs.
    pub(crate) fn read(html: &str) -> Result<Shell, ShellError> {
        let linked = RefCell::new(TrunkLinks::default());
        let bare = rewrite_str(
            html,
            RewriteStrSettings::new()
                .append_element_content_handler(element!("base[href]", |base| {
                    linked.borrow_mut().base = base.get_attribute("href").unwrap_or_default();
                    Ok(())
                }))
                .append_element_content_handler(element!("link[href]", |link| {
                    let mut linked = linked.borrow_mut();
                    let href = link.get_attribute("href").unwrap_or_default();
                    let name = file_name(&href);
                    match link.get_attribute("rel").as_deref() {
                        Some("stylesheet") if link.has_attribute("media") => {
                            linked.reading_styles.push(name);
                        }
                        Some("stylesheet") => linked.styles.push(name),
                        // The modules that the glue imports are bundled with it.
                        Some("modulepreload") if href.contains(SNIPPETS) => {}
                        Some("modulepreload") => linked.glue = name,
                        Some("preload") => linked.program = name,
                        Some("icon") => linked.icon = name,
                        _ => return Ok(()),
                    }
                    link.remove();
                    Ok(())
                }))
                .append_element_content_handler(element!("script", |script| {
                    linked.borrow_mut().served |= !script.has_attribute("src");
                    Ok(())
                }))
                // Comments are for developers.
                .append_element_content_handler(comments!("*", |comment| {
                    comment.remove();
                    Ok(())
                }))
                .append_element_content_handler(element!("title, meta[name=description]", |old| {
                    old.remove();
                    Ok(())
                })),
        )
        .map_err(|error| ShellError::Unreadable(error.to_string()))?;
        let linked = linked.into_inner();
        let needed = [
            ("base", &linked.base),
            ("modulepreload link", &linked.glue),
            ("preload link", &linked.program),
            ("icon", &linked.icon),
        ];
        if let Some((lacks, _)) = needed.iter().find(|(_, value)| value.is_empty()) {
            return Err(ShellError::Lacks(lacks));
        }
        if linked.styles.is_empty() || linked.reading_styles.is_empty() {
            return Err(ShellError::Lacks("stylesheet, or none for print"));
        }
        // The removed links leave blank lines.
        let lines: Vec<&str> = bare.lines().filter(|line| !line.trim().is_empty()).collect();
        Ok(Shell { html: lines.join("\n"), linked })
    }

    /// Returns the shell with the page's messages in it, for a site that is served under `base`.
    ///
    /// # Errors
    /// If it asks for a message that does not exist.
    pub(crate) fn localized(&self, base: &str) -> Result<Shell, Box<dyn Error>> {
        let html = rewrite_str(
            &in_html(&self.html)?,
            RewriteStrSettings::new()
                .append_element_content_handler(element!("base[href]", |element| Ok(
                    element.set_attribute("href", base)?
                ))),
        )?;
        Ok(Shell { html, linked: TrunkLinks { base: base.to_owned(), ..self.linked.clone() } })
    }

    /// Returns the shell with one page in it.
    ///
    /// # Errors
    /// If it lacks a place for a part.
    pub(crate) fn fill(&self, contents: &Contents<'_>) -> Result<String, ShellError> {
        let places = RefCell::new(0);
        let filled = rewrite_str(
            &self.html,
            RewriteStrSettings::new()
                .append_element_content_handler(element!("html", |html| {
                    html.set_attribute("lang", language())?;
                    // Left to right is the default.
                    let direction = msg!("direction");
                    if direction != "ltr" {
                        html.set_attribute("dir", direction)?;
                    }
                    Ok(())
                }))
                .append_element_content_handler(element!("meta[charset]", |charset| {
                    *places.borrow_mut() += 1;
                    if let Some(csp) = contents.csp {
                        let csp = escaped(csp);
                        let meta = format!(
                            r#"<meta http-equiv="Content-Security-Policy" content="{csp}">"#
                        );
                        charset.after(&meta, ContentType::Html);
                    }
                    Ok(())
                }))
                // The base must stand before every element with a URL.
                .append_element_content_handler(element!("base[href]", |base| {
                    *places.borrow_mut() += 1;
                    // Each piece goes right behind the tag, so the last in the document is inserted
                    // first.
                    base.after(contents.head, ContentType::Html);
                    base.after(
                        &format!("<title>{}</title>", escaped(contents.title)),
                        ContentType::Html,
                    );
                    Ok(())
                }))
                .append_element_content_handler(element!("#page", |page| {
                    *places.borrow_mut() += 1;
                    page.set_attribute("hidden", "")?;
                    page.after(
                        &format!(r#"<div id="still">{}</div>"#, contents.page),
                        ContentType::Html,
                    );
                    Ok(())
                })),
        )
        .map_err(|error| ShellError::Unreadable(error.to_string()))?;
        if places.into_inner() == 3 {
            Ok(filled)
        } else {
            Err(ShellError::Lacks("meta charset, no base, or no #page"))
        }
    }
}

/// Returns the top of every page, without content.
pub(crate) fn top(prerenderer: &Prerenderer) -> Result<String, Box<dyn Error>> {
    let page = prerenderer.html(&Route::default()).ok_or("a page did not render at once")?;
    Ok(rewrite_str(
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
    )?)
}

/// Returns a tag for a head, with escaped attribute values.
pub(crate) fn tag(name: &str, attributes: &[(&str, &str)]) -> String {
    let attributes: String =
        attributes.iter().map(|(name, value)| format!(r#" {name}="{}""#, escaped(value))).collect();
    format!("<{name}{attributes}>")
}

fn file_name(href: &str) -> String {
    href.rsplit('/').next().unwrap_or(href).to_owned()
}
