//! Lists for short beginnings of words, prepared when the index is built.
//!
//! The cost of a keystroke is in the first two: thousands of words begin with one letter, and most documents hold some of
//! them. So where the lists of such words are many times as long as the documents are many, the index has one list of them
//! all, unplaced, under a name that no word has: [`MARK`] and the beginning.

/// No word has this character in it, and all words come after it.
pub(crate) const MARK: char = ' ';

/// The name of the list for a beginning.
pub(crate) fn name(beginning: &str) -> String {
    let mut name = String::from(MARK);
    name.push_str(beginning);
    name
}

#[cfg(feature = "build")]
pub(crate) use collect::collect;

#[cfg(feature = "build")]
mod collect {
    use super::name;
    use crate::build::Form;
    use crate::index::postings::LONG;

    /// Beginnings of more letters than this have no list.
    const MAX_LETTERS: usize = 2;

    /// A list is worth its bytes when the words' own lists are so many times as long as there are documents.
    const MIN_RATIO: u64 = 3;

    /// Lists for the beginnings of `sorted` forms that want one, in byte order.
    pub(crate) fn collect(sorted: &[(&str, &Form)], documents: u32) -> Vec<(String, Form)> {
        let mut lists = Vec::new();
        for letters in 1..=MAX_LETTERS {
            let beginning = |form: &str| -> Option<String> {
                let beginning: String = form.chars().take(letters).collect();
                (beginning.chars().count() == letters).then_some(beginning)
            };
            for group in sorted.chunk_by(|a, b| beginning(a.0) == beginning(b.0)) {
                let Some(beginning) = group.first().and_then(|(form, _)| beginning(form)) else {
                    continue;
                };
                let postings: u64 = group.iter().map(|(_, form)| u64::from(form.documents)).sum();
                if postings >= u64::from(documents) * MIN_RATIO {
                    let form = Form::merged(group.iter().map(|(_, form)| *form), documents);
                    if form.documents >= LONG {
                        lists.push((name(&beginning), form));
                    }
                }
            }
        }
        lists.sort_by(|a, b| a.0.cmp(&b.0));
        lists
    }
}
