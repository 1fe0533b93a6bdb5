//! Pictures, in figures and within lines.

use super::ArticleText;
use crate::components::element::element;
use crate::route::UrlStyle;
use crate::store::text::decimal;
use cuttings_edition::Asset;
use yew::prelude::*;

impl ArticleText<'_> {
    /// Returns a picture. An edition in a single file has none and shows the alternative text,
    /// `words`, in its place.
    pub(super) fn picture(&self, asset: Asset<'static>, words: Html, alt: &'static str) -> Html {
        if self.app.library.url_style() == UrlStyle::Fragments {
            return element("span", &["class"], &["missing"], vec![words]);
        }
        // The browser keeps room for a picture whose size it knows.
        let pixels = |size: u32| if size == 0 { String::new() } else { decimal(u64::from(size)) };
        let (width, height) = (pixels(asset.width), pixels(asset.height));
        element(
            "img",
            &["src", "width", "height", "loading", "alt"],
            &[&["./", asset.name].concat(), &width, &height, "lazy", alt],
            Vec::new(),
        )
    }
}
