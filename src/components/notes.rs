//! What was marked and noted in an article, and what can be done with a passage that is selected.

use super::button::on_choice;
use super::link::lead_to;
use crate::desk::Desk;
use crate::el;
use crate::browser::events::{passage, written_text};
use crate::markup::{Markup, On};
use crate::store::personal::Choice;
use crate::store::route::Route;
use crate::store::shelf::{Kept, Note, Shelving};
use crate::store::text::decimal;
use cuttings_edition::Article;

/// The marked passages of an article, each with room for a note; `this` is its address.
pub fn notes(m: &mut Markup, desk: &Desk, article: &Article<'static>, kept: &Kept, this: &Route) {
    let slug = article.slug();
    el!(m, aside["class" = "notes", "aria-labelledby" = "notes-title"].flag("hidden", kept.notes.is_empty()) {
        el!(m, h2["id" = "notes-title"] { m.text(msg!("your-notes")); });
        el!(m, ol["role" = "list"] {
            for (place, note) in kept.notes.iter().enumerate() {
                let own = desk.own.clone();
                el!(m, li.key([&decimal(u64::from(note.block)), ":", &note.quote].concat()) {
                    el!(m, blockquote {
                        el!(m, a {
                            lead_to(m, desk, this.clone(), note.block);
                            m.text(note.quote.clone());
                        });
                    });
                    el!(m, textarea["rows" = "2", "placeholder" = msg!("note")]
                        .attr("aria-label", msg!("note-on", passage = &note.quote))
                        .value(note.text.clone())
                    {
                        m.on(On::Input, move |event| {
                            own.dispatch(Choice::Shelved(slug.into(), Shelving::Noted(place, written_text(event))));
                        });
                    });
                    el!(m, button["type" = "button", "class" = "plain"] {
                        on_choice(m, desk, Choice::Shelved(slug.into(), Shelving::Unmarked(place)));
                        m.text(msg!("remove"));
                    });
                });
            }
        });
    });
}

/// What can be done with a passage that is selected. `src/tools.js` shows it, and says on the first button which it is.
pub fn passage_bar(m: &mut Markup, desk: &Desk, article: &Article<'static>) {
    let (own, slug) = (desk.own.clone(), article.slug());
    el!(m, div["class" = "passage", "role" = "group", "aria-label" = msg!("selected-passage"), "hidden" = ""] {
        el!(m, button["type" = "button", "class" = "plain", "data-mark" = ""] {
            m.on_click(move |event| {
                if let Some((block, words)) = passage(event) {
                    // Only what stands in one paragraph can be found in it again.
                    let quote = words.lines().next().unwrap_or_default().to_owned();
                    let note = Note { block, quote, text: String::new() };
                    own.dispatch(Choice::Shelved(slug.into(), Shelving::Marked(note)));
                }
            });
            m.text(msg!("highlight"));
        });
        for (label, what) in [(msg!("copy-quotation"), "quotation"), (msg!("copy-link"), "link")] {
            el!(m, button["type" = "button", "class" = "plain", "data-do" = "copy", "data-needs" = "copy"]
                .attr("data-what", what)
            {
                m.text(label);
            });
        }
    });
}
