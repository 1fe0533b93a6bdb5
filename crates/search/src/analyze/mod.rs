//! The analyzer: turns text into tokens, for documents and queries alike.
//!
//! Each step is a file. `tokenizer` finds words in the original text and splits them into parts; it
//! asks `apostrophe`, `abbreviation`, `hyphen`, `number` and `script` which characters belong to a
//! part, and `fold` removes case and diacritics. `stop_words` and `stem` look at whole terms
//! afterwards: the index keeps every term as written and only groups terms by their stems.
//!
//! | text | terms |
//! |---|---|
//! | `Ukraine’s`, `Ukraine's` | ukraine |
//! | `co-belligerents` | co, belligerents, and the compound cobelligerents |
//! | `RS-26` | rs, 26, and the compound rs26 |
//! | `U.S.`, `US` | us |
//! | `N. Korea` | n, korea |
//! | `10,000` | 10000 |
//! | `$2.2 billion` | dollar, 2.2, billion |
//! | `18%` | 18, percent |
//! | `停战` | 停, 战 |

mod abbreviation;
mod apostrophe;
mod fold;
mod fold_run;
mod fold_table;
mod hyphen;
mod language;
mod number;
mod script;
mod stem;
mod stop_words;
mod token;
mod tokenizer;

pub use fold::fold;
pub use language::Language;
#[cfg(feature = "build")]
pub(crate) use stem::stem_document_word;
pub(crate) use stem::stem_query_word;
pub use stop_words::is_stop_word;
pub use token::Token;
pub(crate) use tokenizer::{MAX_TERM_BYTES, is_word_character};

/// Calls `token` with each token of `text`, in the order of their ends. Returns the number of
/// positions.
///
/// ```
/// let mut terms = Vec::new();
/// cuttings_search::analyze("Ukraine’s RS-26", |token| terms.push(token.term.to_owned()));
/// assert_eq!(terms, ["ukraine", "rs", "26", "rs26"]);
/// ```
pub fn analyze(text: &str, mut token: impl FnMut(Token<'_>)) -> u32 {
    tokenizer::Tokenizer::default().tokenize::<true>(text, &mut token)
}
