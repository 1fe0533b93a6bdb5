//! What can be done with an article while it is read.

use super::button::{act, opener, toggle};
use super::link::lead_to;
use super::select::setting;
use crate::desk::Desk;
use crate::el;
use crate::markup::Markup;
use crate::store::hand_out;
use crate::store::personal::{Choice, Personal};
use crate::store::preferences::Which;
use crate::store::route::Route;
use crate::store::shelf::{Kept, Shelving};
use cuttings_edition::Article;

/// The `id` of the settings of the text.
const TEXT: &str = "text-settings";

/// Whether an article is saved, as a button that changes that.
pub fn save_button(m: &mut Markup, desk: &Desk, article: &Article<'static>, saved: bool) {
    let save = Choice::Shelved(article.slug().into(), Shelving::SavedToggled);
    toggle(m, desk, msg!("save-article", title = article.title()), msg!("save"), saved, save);
}

/// The tools over an article; `this` is its address.
pub fn tools(
    m: &mut Markup,
    desk: &Desk,
    article: &Article<'static>,
    personal: &Personal,
    kept: &Kept,
    this: &Route,
) {
    el!(m, div["class" = "tools"] {
        save_button(m, desk, article, kept.saved);
        toggle(m, desk, msg!("read").to_owned(), msg!("read"), kept.read, {
            Choice::Shelved(article.slug().into(), Shelving::ReadToggled)
        });
        opener(m, msg!("text"), TEXT);
        el!(m, button["type" = "button", "class" = "plain", "popovertarget" = "cite", "data-do" = "cite"]
            .attr("data-file", hand_out::citations(article.slug()))
        {
            m.text(msg!("cite"));
        });
        act(m, msg!("share"), "share", "share");
        act(m, msg!("listen"), "listen", "listen");
        act(m, msg!("print"), "print", "");
        el!(m, span.flag("hidden", kept.place == 0) {
            el!(m, a {
                lead_to(m, desk, this.clone(), kept.place);
                m.text(msg!("continue-reading"));
            });
        });
        el!(m, div["class" = "sheet", "popover" = "auto"].attr("id", TEXT) {
            for which in [Which::Size, Which::Line, Which::Face] {
                setting(m, desk, personal, which);
            }
        });
    });
}

/// Where an article is cited: `src/tools.js` fills it.
pub fn cite_sheet(m: &mut Markup) {
    el!(m, div[
        "class" = "sheet cite", "popover" = "auto", "id" = "cite", "role" = "dialog", "aria-label" = msg!("cite-this"),
    ] {});
}

/// How many hits there are, and the way from one to the next.
pub fn hits(m: &mut Markup, found: usize) {
    el!(m, div["class" = "hits"].flag("hidden", found == 0) {
        el!(m, span { m.text(msg!("hits", count = found)); });
        for (label, by) in [(msg!("previous-hit"), "-1"), (msg!("next-hit"), "1")] {
            el!(m, button["type" = "button", "class" = "plain", "data-do" = "hit"].attr("data-by", by) {
                m.text(label);
            });
        }
    });
}
