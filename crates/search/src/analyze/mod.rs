//! The analyzer: text to tokens, the same for documents and for queries.
//!
//! One file a step. [`words`](self::words) finds where words are in the original text and takes each to its parts;
//! [`fold`](self::fold) takes away case and diacritics; [`apostrophe`](self::apostrophe), [`number`](self::number) and
//! [`abbreviation`](self::abbreviation) decide what belongs to a part; [`stem`](self::stem) is applied after that, to
//! whole forms, since the index keeps the form that was written and only groups forms by their stems.
//!
//! | written | tokens |
//! |---|---|
//! | `Ukraine’s`, `Ukraine's` | ukraine |
//! | `co-belligerents` | co, belligerents, and joined cobelligerents |
//! | `RS-26` | rs, 26, and joined rs26 |
//! | `U.S.`, `US` | us |
//! | `N. Korea` | n, korea |
//! | `10,000` | 10000 |
//! | `$2.2 billion` | dollar, 2.2, billion |
//! | `18%` | 18, percent |
//! | `停战` | 停, 战 |

mod abbreviation;
mod apostrophe;
mod fold;
mod fold_table;
mod language;
mod number;
mod stem;
mod stop_words;
mod tokenizer;

pub use fold::fold;
pub use language::Language;
#[cfg(feature = "build")]
pub(crate) use stem::stem_for;
pub(crate) use stem::stem_query_word;
pub(crate) use stop_words::is_common;
pub(crate) use tokenizer::{MAX_FORM, is_word_character};

use std::ops::Range;

/// A word as the index knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// The folded word.
    pub form: &'t str,
    /// Its place among the words of the text, from 0. Joined words have the place of their last part.
    pub position: u32,
    /// Where it stands in the text, in bytes. Lies on character boundaries.
    pub start: usize,
    /// The end of it, in bytes.
    pub end: usize,
    /// Whether these are the parts of a compound written as one ("co-belligerents": cobelligerents).
    pub joined: bool,
    /// Whether it hangs on to the token before it: a part of the same compound, number or unspaced text.
    pub attached: bool,
}

impl Token<'_> {
    /// Where it stands in the text.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// Finds the tokens of `text`, in the order of their ends; says how many positions they take.
///
/// ```
/// let mut forms = Vec::new();
/// cuttings_search::analyze("Ukraine’s RS-26", |token| forms.push(token.form.to_owned()));
/// assert_eq!(forms, ["ukraine", "rs", "26", "rs26"]);
/// ```
pub fn analyze(text: &str, mut token: impl FnMut(Token<'_>)) -> u32 {
    tokenizer::Words::default().scan(text, &mut token)
}
