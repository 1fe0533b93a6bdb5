//! Announces what a reader cannot see, such as a copied text.

use gloo::utils::document;

/// Shows a message in the live region below the page, so that screen readers announce it.
pub fn announce(message: &str) {
    if let Ok(Some(region)) = document().query_selector(".announcements") {
        region.set_text_content(None);
        if let Ok(line) = document().create_element("p") {
            line.set_text_content(Some(message));
            // Appending a new element does not fail.
            let _ = region.append_child(&line);
        }
    }
}
