//! The HTML around each page: `index.html` as Trunk built it, with what Trunk linked taken out and what is published put in.

use crate::publish::escape::escaped;
use cuttings::messages::{DIRECTION, LANGUAGE};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, comments, element, rewrite_str};
use std::cell::RefCell;

/// The folder of the modules that the program calls, which Trunk copies for wasm-bindgen's glue.
pub(crate) const SNIPPETS: &str = "snippets";

/// What Trunk's `index.html` links, each a file's name.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Linked {
    /// The path under which the site is served, from slash to slash.
    pub(crate) base: String,
    /// The stylesheets, in the cascade's order.
    pub(crate) styles: Vec<String>,
    /// Those of them that only reading and printing need: they are linked for print.
    pub(crate) reading_styles: Vec<String>,
    /// What `wasm-bindgen` wrote to load the program.
    pub(crate) glue: String,
    /// The program.
    pub(crate) program: String,
    /// The site's sign.
    pub(crate) icon: String,
    /// Whether Trunk serves this page itself and put a script of its own into it.
    pub(crate) served: bool,
}

/// What one page puts into the shell.
#[derive(Debug)]
pub(crate) struct Contents<'a> {
    /// What the browser's tab says.
    pub(crate) title: &'a str,
    /// The policy that the page is under, if any: before all that it rules.
    pub(crate) policy: Option<&'a str>,
    /// All else of the head, as markup.
    pub(crate) head: &'a str,
    /// What the page shows before the program is there, as markup.
    pub(crate) page: &'a str,
}

/// Why a shell could not be read or filled.
#[derive(Debug)]
pub(crate) enum ShellError {
    /// It links no such thing, or is no HTML of ours.
    Lacks(&'static str),
    /// The rewriter gave up.
    Unreadable(String),
}

impl std::fmt::Display for ShellError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            ShellError::Lacks(what) => write!(f, "index.html, as Trunk built it, has no {what}"),
            ShellError::Unreadable(why) => write!(f, "index.html, as Trunk built it, cannot be read: {why}"),
        }
    }
}

impl std::error::Error for ShellError {}

/// The HTML around each page.
#[derive(Debug)]
pub(crate) struct Shell {
    /// Without anything that Trunk linked.
    html: String,
    /// What that was.
    pub(crate) linked: Linked,
}

impl Shell {
    /// Reads `index.html` as Trunk built it.
    ///
    /// # Errors
    /// If it lacks something that every page needs.
    pub(crate) fn read(html: &str) -> Result<Shell, ShellError> {
        let linked = RefCell::new(Linked::default());
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
                        Some("stylesheet") if link.has_attribute("media") => linked.reading_styles.push(name),
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
                // What is said to whoever writes the page is nothing to readers.
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
        // Blank lines stay where links were.
        let lines: Vec<&str> = bare.lines().filter(|line| !line.trim().is_empty()).collect();
        Ok(Shell { html: lines.join("\n"), linked })
    }

    /// The shell with one page in it.
    ///
    /// # Errors
    /// If it lacks a place for what there is to put in.
    pub(crate) fn fill(&self, contents: &Contents<'_>) -> Result<String, ShellError> {
        let places = RefCell::new(0);
        let filled = rewrite_str(
            &self.html,
            RewriteStrSettings::new()
                .append_element_content_handler(element!("html", |html| {
                    html.set_attribute("lang", LANGUAGE)?;
                    // From left to right is how every page is that does not say otherwise.
                    if DIRECTION != "ltr" {
                        html.set_attribute("dir", DIRECTION)?;
                    }
                    Ok(())
                }))
                .append_element_content_handler(element!("meta[charset]", |charset| {
                    *places.borrow_mut() += 1;
                    // What comes after in the text is put in first: each goes right behind the tag.
                    charset.after(contents.head, ContentType::Html);
                    charset.after(&format!("<title>{}</title>", escaped(contents.title)), ContentType::Html);
                    if let Some(policy) = contents.policy {
                        let policy = escaped(policy);
                        let meta =
                            format!(r#"<meta http-equiv="Content-Security-Policy" content="{policy}">"#);
                        charset.after(&meta, ContentType::Html);
                    }
                    Ok(())
                }))
                .append_element_content_handler(element!("#page", |page| {
                    *places.borrow_mut() += 1;
                    page.set_attribute("hidden", "")?;
                    page.after(&format!(r#"<div id="still">{}</div>"#, contents.page), ContentType::Html);
                    Ok(())
                })),
        )
        .map_err(|error| ShellError::Unreadable(error.to_string()))?;
        if places.into_inner() == 2 {
            Ok(filled)
        } else {
            Err(ShellError::Lacks("meta charset, or no #page"))
        }
    }
}

/// A tag for a head; its attributes' values are text, whatever is in them.
pub(crate) fn tag(name: &str, attributes: &[(&str, &str)]) -> String {
    let attributes: String =
        attributes.iter().map(|(name, value)| format!(r#" {name}="{}""#, escaped(value))).collect();
    format!("<{name}{attributes}>")
}

fn file_name(href: &str) -> String {
    href.rsplit('/').next().unwrap_or(href).to_owned()
}
