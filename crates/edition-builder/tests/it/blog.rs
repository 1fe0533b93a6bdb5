//! The edition of a small made-up blog with dates, in which many titles have the same words.

use cuttings_corpus::{Article, Block, Corpus, Date, Day, Site};
use cuttings_diagnostics::Origin;
use cuttings_edition_builder::build;

/// Builds the edition of the posts in `blog.txt`, in their order.
pub(crate) fn edition() -> Vec<u8> {
    let posts = include_str!("blog.txt").split("\n# ").skip(1);
    let corpus = Corpus { articles: posts.map(post).collect(), ..Corpus::default() };
    build(&corpus, &Site::default()).unwrap()
}

/// Parses a date, a title, and a text in the lines below.
fn post(text: &str) -> Article {
    let (line, body) = text.split_once('\n').unwrap();
    let (date, title) = line.split_once(' ').unwrap();
    Article {
        date: Some(Date { text: date.to_owned(), day: Some(day(date)) }),
        body: vec![Block::paragraph(body.trim())],
        ..Article::new("Blog", title, Origin::new("blog.txt", 1))
    }
}

fn day(date: &str) -> Day {
    let parts: Vec<u16> = date.split('-').map(|part| part.parse().unwrap()).collect();
    let [year, month, day] = parts.as_slice() else { panic!("{date}") };
    Day { year: *year, month: *month as u8, day: *day as u8 }
}
