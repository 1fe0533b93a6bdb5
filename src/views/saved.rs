//! What a person saved and noted, and the way to take it elsewhere.

use crate::components::button::button;
use crate::components::link::link;
use crate::components::tools::save_button;
use crate::desk::Desk;
use crate::el;
use crate::browser::arrival::{HEADING, MAIN};
use crate::browser::stored::{download, print_rows};
use crate::markup::Markup;
use crate::store::markdown::notes;
use crate::store::personal::Personal;
use crate::store::route::{Route, Slug};
use crate::store::view::View;

/// What was saved and noted, in the order of the edition.
pub fn saved(m: &mut Markup, desk: &Desk, personal: &Personal) {
    let (as_json, as_text, library) = (personal.clone(), personal.clone(), desk.library.clone());
    el!(m, main["tabindex" = "-1", "class" = "plain-page"].key("saved").attr("id", MAIN) {
        el!(m, h1["tabindex" = "-1"].attr("id", HEADING) { m.text(msg!("saved")); });
        el!(m, p { m.text(msg!("saved-help")); });
        el!(m, ol["role" = "list", "aria-label" = msg!("saved"), "class" = "results"] {
            for article in desk.library.articles() {
                let kept = personal.shelf.of(article.slug()).filter(|kept| kept.saved || !kept.notes.is_empty());
                let (Some(kept), Some(slug)) = (kept, Slug::new(article.slug())) else { continue };
                el!(m, li.key(article.slug()) {
                    el!(m, article["class" = "card"] {
                        el!(m, h2["class" = "headline"] {
                            link(m, desk, Route::Article { slug, view: View::default() }, article.title());
                        });
                        for note in &kept.notes {
                            el!(m, blockquote { m.text(note.quote.clone()); });
                            el!(m, p { m.text(note.text.clone()); });
                        }
                        el!(m, p["class" = "meta"] { save_button(m, desk, &article, kept.saved); });
                    });
                });
            }
        });
        // Shown by the styles where the list is empty.
        el!(m, p["class" = "no-saved"] { m.text(msg!("saved-none")); });
        el!(m, div["class" = "tools"] {
            button(m, msg!("export-file"), move |_| {
                download("saved.json", "application/json", &print_rows(&as_json.shelf.rows()));
            });
            button(m, msg!("export-text"), move |_| {
                let text = notes(&library, &as_text.shelf);
                download("saved.md", "text/markdown;charset=utf-8", &text);
            });
            el!(m, label {
                m.text(concat!(msg!("import-file"), " "));
                el!(m, input["type" = "file", "accept" = ".json", "data-bring" = ""] {});
            });
        });
    });
}
