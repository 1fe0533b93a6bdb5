//! Lists the stories of a corpus: the items that tell of one event.

use std::fmt::Write as _;

use cuttings_corpus::{Corpus, Date};

use super::body::day;

/// Writes each story: its number of items, then a line for each item, in the order of their days.
pub(super) fn write(out: &mut String, corpus: &Corpus, stories: &[Vec<usize>]) {
    for story in stories {
        let _ = writeln!(out, "{} tell one story", story.len());
        for item in story {
            let (date, title, origin) = match item.checked_sub(corpus.articles.len()) {
                None => {
                    let Some(article) = corpus.articles.get(*item) else { continue };
                    (article.date.as_ref(), &article.title, &article.origin)
                }
                Some(teaser) => {
                    let Some(teaser) = corpus.teasers.get(teaser) else { continue };
                    (None, &teaser.title, &teaser.origin)
                }
            };
            let day = date.and_then(|Date { day, .. }| *day).map_or("no day".to_owned(), day);
            let _ = writeln!(out, "  {day:<10}  “{title}” ({}:{})", origin.file, origin.line);
        }
        out.push('\n');
    }
}
