//! A teaser in the results: plainly less than an article, with nothing to open.

use super::layered::layered;
use crate::el;
use crate::markup::Markup;
use crate::store::results::Marker;
use crate::messages::UNTRANSLATED;
use cuttings_edition::Teaser;
use cuttings_search::Field;

/// A teaser in the results: its section, its headline and its age. Keys for cards can go to it.
pub fn teaser(m: &mut Markup, teaser: &Teaser<'static>, marker: &Marker) {
    el!(m, article["class" = "teaser", "dir" = "auto", "tabindex" = "-1"] {
        if let Some(language) = UNTRANSLATED {
            m.attr("lang", language);
        }
        el!(m, p["class" = "eyebrow"] { m.text(teaser.section()); });
        el!(m, h2["class" = "headline"] {
            layered(m, teaser.title(), &marker.marks(Field::Title, teaser.title()), &[]);
        });
        el!(m, p["class" = "meta"] { m.text([teaser.age(), msg!("headline-only")].join(" · ")); });
    });
}
