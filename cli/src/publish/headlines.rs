//! The list of all articles, for readers without JavaScript, where there are more than the results show at first: a page of
//! plain links, which has no program.

use crate::publish::head::article_at;
use crate::publish::escape::escaped;
use cuttings::store::library::Library;
use cuttings::store::reducer::PAGE;
use cuttings::msg;

/// Where the list is.
pub(crate) const FILE: &str = "headlines.html";

/// The list as markup; `None` if the results show everything.
pub(crate) fn list(library: &Library) -> Option<String> {
    if library.len() <= PAGE {
        return None;
    }
    let mut out = format!(
        r#"<main class="page plain-page"><h1>{}</h1><p><a href="./">{}</a></p><ul>"#,
        escaped(msg!("all-headlines")),
        escaped(library.title())
    );
    for page in library.pages() {
        if let Some(article) = article_at(library, &page) {
            let language =
                article.language().map(|tag| format!(r#" lang="{}""#, escaped(tag))).unwrap_or_default();
            let (href, title) = (escaped(&page.href()), escaped(article.title()));
            out.push_str(&format!(r#"<li{language}><a href="{href}">{title}</a></li>"#));
        }
    }
    out.push_str("</ul></main>");
    Some(out)
}

/// What the results say of it to readers without JavaScript.
pub(crate) fn link() -> String {
    let words = escaped(msg!("all-headlines"));
    format!(r#"<noscript><p class="notice"><a href="./{FILE}">{words}</a></p></noscript>"#)
}
