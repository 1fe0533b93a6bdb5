//! The changes of an article: the sentences that its earlier text had otherwise, or not at all.

use crate::explorer::comparison::alignment::{Row, Rows};
use crate::explorer::comparison::article_text::ArticleText;

/// The number of texts before the blocks of an article: its title and its standfirst.
const TEXTS_BEFORE_BLOCKS: usize = 2;

/// The texts that are kept of an article: as the reader last saw them, and as they were before
/// that. The first text is the title, the second the standfirst.
pub(super) type KeptTexts = [Vec<String>; 2];

/// The difference between an earlier text of an article and its present one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Difference {
    /// The title before, if it was another one.
    pub(super) title: Option<String>,
    /// The standfirst and the blocks before.
    texts: Vec<String>,
    /// Both texts as sentences, the earlier one first.
    pub(super) sides: [ArticleText; 2],
    /// The sentences that differ, and those of the other text in their places.
    pub(super) rows: Vec<Row>,
    /// The number of sentences that only the earlier text has, and that only the present one has.
    pub(super) only: [usize; 2],
    /// The number of sentences that both have in other words.
    pub(super) reworded: usize,
}

impl Difference {
    /// Compares the present text of an article with the latest of the kept ones that differs from
    /// it; `None` if none does.
    pub(super) fn new(kept: &KeptTexts, title: &str, now: &ArticleText) -> Option<Difference> {
        kept.iter().find_map(|texts| Difference::from(texts, title, now))
    }

    fn from(texts: &[String], title: &str, now: &ArticleText) -> Option<Difference> {
        let old_title = texts.first()?;
        let texts = texts.get(1..).unwrap_or_default();
        let before = ArticleText::new(old_title, texts.iter().map(String::as_str));
        let Rows { rows, only, .. } = Rows::new(&before, now);
        let differs = |row: &Row| {
            let mut sentences = row.sides.iter().flatten();
            sentences.any(|sentence| !sentence.is_shared || !sentence.differing.is_empty())
        };
        let rows: Vec<Row> = rows.into_iter().filter(differs).collect();
        let is_reworded = |row: &&Row| {
            row.sides.iter().flatten().any(|it| it.is_shared && !it.differing.is_empty())
        };
        let difference = Difference {
            title: (old_title != title).then(|| old_title.clone()),
            texts: texts.to_vec(),
            reworded: rows.iter().filter(is_reworded).count(),
            sides: [before, now.clone()],
            rows,
            only,
        };
        (difference.title.is_some() || !difference.rows.is_empty()).then_some(difference)
    }

    /// Returns a text before, by its number in the comparison: that of the standfirst is 0.
    pub(super) fn text(&self, number: usize) -> &str {
        self.texts.get(number).map_or("", String::as_str)
    }
}

/// Reads what is kept of an article: two lists of texts in JSON.
pub(super) fn parse_kept(json: &str) -> Option<KeptTexts> {
    let lists: Vec<Vec<String>> = crate::store::json::parse(json)?;
    let kept: KeptTexts = lists.try_into().ok()?;
    kept.first().is_some_and(|texts| texts.len() >= TEXTS_BEFORE_BLOCKS).then_some(kept)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    const TITLE: &str = "Ferry returns";

    fn texts(blocks: &[&str]) -> Vec<String> {
        let texts = [&[TITLE, ""], blocks].concat();
        texts.into_iter().map(str::to_owned).collect()
    }

    fn now(blocks: &[&str]) -> ArticleText {
        ArticleText::new(TITLE, std::iter::once("").chain(blocks.iter().copied()))
    }

    const BOATS: &str = "Forty people were on board the ferry at dawn.";
    const WRECK: &str = "Divers found the wreck near the harbour.";
    const OWNER: &str = "The owner of the boats was silent on Monday.";

    #[test]
    fn an_unchanged_text_has_no_difference() {
        let kept = [texts(&[BOATS, WRECK]), Vec::new()];
        assert_eq!(Difference::new(&kept, TITLE, &now(&[BOATS, WRECK])), None);
        assert_eq!(Difference::new(&[Vec::new(), Vec::new()], TITLE, &now(&[BOATS])), None);
    }

    #[test]
    fn sentences_that_came_went_or_changed_are_counted() {
        let kept = [texts(&[BOATS, WRECK]), Vec::new()];
        let changed = BOATS.replace("Forty", "Thirty");
        let found = Difference::new(&kept, TITLE, &now(&[&changed, OWNER])).unwrap();
        assert_eq!((found.only, found.reworded, found.rows.len()), ([1, 1], 1, 2));
        assert_eq!(found.title, None);
        assert_eq!([found.text(0), found.text(1)], ["", BOATS]);
    }

    #[test]
    fn a_text_that_was_seen_again_is_compared_with_the_one_before() {
        let kept = [texts(&[BOATS, WRECK]), texts(&[BOATS])];
        let found = Difference::new(&kept, TITLE, &now(&[BOATS, WRECK])).unwrap();
        assert_eq!(found.only, [0, 1]);
    }

    #[test]
    fn a_new_title_is_a_difference() {
        let kept = [texts(&[BOATS]), Vec::new()];
        let found = Difference::new(&kept, "Ferry sinks", &now(&[BOATS])).unwrap();
        assert_eq!((found.title.as_deref(), found.rows.len()), (Some(TITLE), 0));
    }

    #[test]
    fn what_is_kept_is_two_lists() {
        assert!(parse_kept(r#"[["Title","","One."],[]]"#).is_some());
        for text in ["", "[]", "[[]]", r#"[["Title"],[]]"#, r#"[["a",""],[],[]]"#, "{}", "[1,2]"] {
            assert_eq!(parse_kept(text), None, "{text}");
        }
    }
}
