//! The analyzer: turns text into tokens, for documents and queries alike.
//!
//! Each step is a file. `tokenizer` finds words in the original text and splits them into parts; it
//! asks `apostrophe`, `abbreviation`, `hyphen`, `number`, `script` and `symbol` which characters
//! belong to a part, and `fold` removes case and diacritics. `stop_words` and `stem` look at whole
//! terms afterwards: the index keeps every term as written and only groups terms by their stems.
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
//! | `v6.0.2` | v6, 0.2, and the compound 6.0.2 |
//! | `C++`, `R&D` | c++, r&d |
//! | `.NET` | net, and the compound .net |
//! | `🎉` | 🎉 |
//! | `新幹線` | 新幹, 幹線, 線 |

mod abbreviation;
mod apostrophe;
mod article;
mod fold;
mod fold_run;
mod fold_table;
mod hyphen;
mod language;
mod number;
mod script;
mod stem;
mod stop_words;
mod symbol;
mod token;
mod tokenizer;

pub(crate) use apostrophe::is_hebrew;
pub(crate) use article::with_or_without_article;
pub use fold::fold;
pub use language::Language;
pub(crate) use script::{
    continues_cluster, indic_signs_after, is_in_pairs, is_indic_sign, is_one_sign,
};
#[cfg(feature = "build")]
pub(crate) use stem::stem_document_word;
pub(crate) use stem::stem_query_word;
pub use stop_words::is_stop_word;
pub use token::Token;
pub(crate) use tokenizer::MAX_TERM_BYTES;

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

/// Returns the terms of a text that follow each other wherever it occurs within another text,
/// without compounds: where the text ends, a pair of signs may go on.
pub(crate) fn terms_in_sequence(text: &str) -> Vec<String> {
    let mut terms = Vec::new();
    let mut last_end = 0;
    let mut is_last_in_pair = false;
    analyze(text, |token| {
        if !token.is_compound {
            is_last_in_pair = token.is_in_pairs && token.end == last_end;
            last_end = token.end;
            terms.push(token.term.to_owned());
        }
    });
    if is_last_in_pair {
        terms.pop();
    }
    terms
}
