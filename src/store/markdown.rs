//! The reader's saved articles and notes as Markdown (CommonMark).

use super::bookmarks::Bookmarks;
use super::library::Library;
use super::text::decimal;
use cuttings_exports::address::article_url;
use cuttings_exports::escape_markdown as escape;

/// Prints saved articles in the order of the edition, each with its highlighted passages and notes.
/// URLs start with [`BASE_URL_PLACEHOLDER`](cuttings_exports::address::BASE_URL_PLACEHOLDER).
pub fn notes_as_markdown(library: &Library, bookmarks: &Bookmarks) -> String {
    let mut out = ["# ", &escape(library.title()), "\n"].concat();
    for (article, record) in library.kept_articles(bookmarks) {
        let url = article_url(article.slug());
        out.push_str(&["\n## [", &escape(article.title()), "](", &url, ")\n"].concat());
        for note in &record.notes {
            let block = decimal(u64::from(note.block));
            let link = [" ([¶](", &url, "#p", &block, "))"].concat();
            out.push_str(&["\n> ", &escape(&note.quote), &link, "\n"].concat());
            for line in note.text.lines().filter(|line| !line.trim().is_empty()) {
                out.push_str(&["\n", &escape(line), "\n"].concat());
            }
        }
    }
    out
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::store::bookmarks::{BookmarkAction, Note};
    use insta::assert_snapshot;

    #[test]
    fn prints_articles_with_their_notes() {
        let note = |block, quote: &str, text: &str| {
            BookmarkAction::Highlighted(Note { block, quote: quote.into(), text: text.into() })
        };
        let actions = [
            ("fahre-nach-norden", BookmarkAction::SavedToggled),
            (
                "ferry-returns-to-the-northern-route",
                note(3, "twelve crowns", "Cheap!\n\nSee *there*."),
            ),
            ("ferry-returns-to-the-northern-route", note(1, "nine years", "")),
            ("storm-script-alert-1-script-after", BookmarkAction::ReadToggled),
        ];
        let bookmarks = actions
            .into_iter()
            .fold(Bookmarks::default(), |bookmarks, (slug, action)| bookmarks.reduce(slug, action));
        assert_snapshot!(notes_as_markdown(&fixture::library(), &bookmarks), @r##"
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
