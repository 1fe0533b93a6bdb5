//! What the document says of itself: its title and its language.

use yew::prelude::*;

/// Keeps the document's title.
#[hook]
pub fn use_title(title: String) {
    use_effect_with(title, |title| {
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            document.set_title(title);
        }
    });
}

/// Keeps the document's language, as a BCP 47 tag.
#[hook]
pub fn use_language(language: &'static str) {
    use_effect_with(language, |language| {
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(root) = document.and_then(|document| document.document_element()) {
            // It fails for no name that is a constant.
            let _ = root.set_attribute("lang", language);
        }
    });
}
