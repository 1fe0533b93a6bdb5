//! Writes a page of plain links to all articles with a page, for readers without JavaScript. It
//! exists if there are more articles than the results page shows at first.

use crate::publish::escape::escaped;
use crate::publish::files::HEADLINES;
use crate::publish::head::article_at;
use crate::publish::pages::Pages;
use cuttings::msg;
use cuttings::store::library::Library;
use cuttings::store::ui_state::PAGE_SIZE;

/// Returns the list as HTML; `None` if the results show everything.
pub(crate) fn list(library: &Library, pages: &Pages) -> Option<String> {
    if library.len() <= PAGE_SIZE {
        return None;
    }
    let mut out = format!(
        r#"<main class="page plain-page"><h1>{}</h1><p><a href="./">{}</a></p><ul>"#,
        escaped(msg!("all-headlines")),
        escaped(library.title())
    );
    for page in pages.routes(library) {
        if let Some(article) = article_at(library, &page) {
            let language = article
                .language()
                .map(|tag| format!(r#" lang="{}""#, escaped(tag)))
                .unwrap_or_default();
            let (href, title) = (escaped(&page.href()), escaped(article.title()));
            out.push_str(&format!(r#"<li{language}><a href="{href}">{title}</a></li>"#));
        }
    }
    out.push_str("</ul></main>");
    Some(out)
}

/// Returns the link to the list for the results page, visible without JavaScript.
pub(crate) fn link() -> String {
    let label = escaped(msg!("all-headlines"));
    format!(r#"<noscript><p class="notice"><a href="./{HEADLINES}">{label}</a></p></noscript>"#)
}
