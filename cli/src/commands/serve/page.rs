//! Changes the served copy of a page: it reloads itself, and no service worker keeps it. The policy
//! of the page allows scripts of its own origin, so the policy stays as it is.

use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// The path of the script that reloads a page. No file of a site has a name with a dot in front.
pub(super) const RELOAD: &str = "/.cuttings/reload.js";

/// The path of the events that the script waits for.
pub(super) const EVENTS: &str = "/.cuttings/events";

/// The page that is shown before there is a site.
pub(super) const WAITING: &str = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">\
    <title>Cuttings</title></head><body><p>The site is not built yet. This page shows it as soon as \
    it is; the terminal says what it waits for.</p></body></html>";

/// Returns the copy of a page that is served.
pub(super) fn served(html: &str, edition: &str) -> String {
    let script = format!(r#"<script src="{RELOAD}" data-edition="{edition}" defer></script>"#);
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("head", |head| {
            head.append(&script, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("script[data-worker]", |script| {
            script.remove_attribute("data-worker");
            Ok(())
        }));
    // A page that cannot be rewritten is still worth showing.
    rewrite_str(html, settings).unwrap_or_else(|_| html.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_served_page_reloads_itself_and_registers_no_worker() {
        let page = "<html><head><script src=\"/assets/boot.js\" integrity=\"sha384-x\" \
                    data-worker=\"/worker.js\"></script></head><body><p>Text</p></body></html>";
        assert_eq!(
            served(page, "e1"),
            "<html><head><script src=\"/assets/boot.js\" integrity=\"sha384-x\"></script>\
             <script src=\"/.cuttings/reload.js\" data-edition=\"e1\" defer></script></head>\
             <body><p>Text</p></body></html>"
        );
    }
}
