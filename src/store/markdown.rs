//! What someone saved and noted, as text to be read: in Markdown (CommonMark).

use super::hand_out::PLACE;
use super::library::Library;
use super::shelf::Shelf;
use crate::store::text::decimal;

/// What someone saved and noted, as text to be read: articles in seed order, each with the passages that were marked and
/// what was noted about them. Addresses begin with [`PLACE`].
pub fn notes(library: &Library, shelf: &Shelf) -> String {
    let mut out = ["# ", &escaped(library.title()), "\n"].concat();
    for article in library.articles() {
        let Some(kept) = shelf.of(article.slug()).filter(|kept| kept.saved || !kept.notes.is_empty()) else {
            continue;
        };
        let address = [PLACE, "article/", article.slug(), "/"].concat();
        out.push_str(&["\n## [", &escaped(article.title()), "](", &address, ")\n"].concat());
        for note in &kept.notes {
            let link = [" ([¶](", &address, "#p", &decimal(u64::from(note.block)), "))"].concat();
            out.push_str(&["\n> ", &escaped(&note.quote), &link, "\n"].concat());
            for line in note.text.lines().filter(|line| !line.trim().is_empty()) {
                out.push_str(&["\n", &escaped(line), "\n"].concat());
            }
        }
    }
    out
}

/// Text in which no character means something to Markdown.
pub fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::store::shelf::{Note, Shelving};
    use insta::assert_snapshot;

    #[test]
    fn notes_are_text_to_be_read() {
        let note = |block, quote: &str, text: &str| {
            Shelving::Marked(Note { block, quote: quote.into(), text: text.into() })
        };
        let shelf = [
            ("fahre-nach-norden", Shelving::SavedToggled),
            ("ferry-returns-to-the-northern-route", note(3, "twelve crowns", "Cheap!\n\nSee *there*.")),
            ("ferry-returns-to-the-northern-route", note(1, "nine years", "")),
            ("storm-script-alert-1-script-after", Shelving::ReadToggled),
        ];
        let shelf = shelf.into_iter().fold(Shelf::default(), |shelf, (slug, what)| shelf.after(slug, what));
        assert_snapshot!(notes(&fixture::library(), &shelf), @r##"
        # Harbour papers

        ## [Ferry returns to the northern route](https://address.invalid/article/ferry-returns-to-the-northern-route/)

        > nine years ([¶](https://address.invalid/article/ferry-returns-to-the-northern-route/#p1))

        > twelve crowns ([¶](https://address.invalid/article/ferry-returns-to-the-northern-route/#p3))

        Cheap!

        See \*there\*.

        ## [Fähre nach Norden](https://address.invalid/article/fahre-nach-norden/)
        "##);
    }
}
