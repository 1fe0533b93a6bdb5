//! Chooses the pages that are published as files. An article beyond the limit has none: it opens
//! from the edition, through the page for addresses without a file.

use crate::publish::folder::Copies;
use cuttings::route::Route;
use cuttings::store::library::Library;
use std::cmp::Reverse;

/// The most files of a site by default. Some hosts accept 20,000.
const MAX_FILES: usize = 15_000;

/// The number of files, with their copies, that are the same for every site and come after the
/// pages are chosen.
const OTHER_FILES: usize = 57;

/// Returns the number of articles whose pages a site has room for, beside a number of other files.
pub(crate) fn default_limit(others: usize, copies: Copies, has_pictures: bool) -> usize {
    // The page, its citations and its Markdown, with a copy by each encoding, and its picture.
    let files = if copies == Copies::OfAll { 3 * 3 } else { 3 };
    MAX_FILES.saturating_sub(others + OTHER_FILES) / (files + usize::from(has_pictures))
}

/// The pages of an edition that are published.
#[derive(Debug)]
pub(crate) struct Pages {
    /// For each page of the library, true if it is published.
    is_published: Vec<bool>,
    /// The number of articles without a page.
    left_out: usize,
    /// The number of articles before the first one without a page.
    leading: usize,
}

impl Pages {
    /// Chooses every page that is not of an article, and those of the newest articles up to a
    /// limit. Articles without a date count as the oldest, in their order.
    pub(crate) fn new(library: &Library, limit: usize) -> Pages {
        let mut is_published = Vec::new();
        let mut articles = Vec::new();
        for (number, page) in library.pages().enumerate() {
            let article = match &page {
                Route::Article { slug, .. } => library.article(slug.as_str()),
                _ => None,
            };
            is_published.push(article.is_none());
            articles.extend(article.map(|article| {
                let day = article.metadata().date.and_then(|date| date.day);
                (Reverse(day), number)
            }));
        }
        let left_out = articles.len().saturating_sub(limit);
        let numbers: Vec<usize> = articles.iter().map(|(_, number)| *number).collect();
        articles.sort();
        for (_, number) in articles.into_iter().take(limit) {
            is_published[number] = true;
        }
        let leading = numbers.into_iter().take_while(|number| is_published[*number]).count();
        Pages { is_published, left_out, leading }
    }

    /// Iterates over the published pages, in the order of the library.
    pub(crate) fn routes<'a>(&'a self, library: &'a Library) -> impl Iterator<Item = Route> + 'a {
        library.pages().zip(&self.is_published).filter(|(_, it)| **it).map(|(page, _)| page)
    }

    /// Returns the numbers of the published pages among those of the library.
    pub(crate) fn numbers(&self) -> Vec<usize> {
        (0..).zip(&self.is_published).filter(|(_, it)| **it).map(|(number, _)| number).collect()
    }

    /// Returns the number of articles, from the first, that all have a page; `None` if all articles
    /// have one. The edition of a folder has the newest articles first, so these are all with a
    /// page.
    pub(crate) fn files_of(&self) -> Option<usize> {
        (self.left_out > 0).then_some(self.leading)
    }

    /// The number of articles without a page.
    pub(crate) fn left_out(&self) -> usize {
        self.left_out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuttings_corpus::{Article, Corpus, Date, Day, Site};
    use cuttings_diagnostics::Origin;

    #[track_caller]
    fn check(limit: usize, expected: &[&str], files_of: Option<usize>) {
        let article = |(title, year): (&str, Option<u16>)| {
            let day = year.map(|year| Day { year, month: 5, day: 16 });
            let date = day.map(|day| Date { text: String::new(), day: Some(day) });
            Article { date, ..Article::new("Coast", title, Origin::new("a.md", 1)) }
        };
        let articles = [("a", Some(2021)), ("b", None), ("c", Some(2024)), ("d", Some(2023))];
        let corpus = Corpus { articles: articles.map(article).into(), ..Corpus::default() };
        let edition = cuttings_edition_builder::build(&corpus, &Site::default()).unwrap();
        let library = Library::open(edition.leak()).unwrap();
        let pages = Pages::new(&library, limit);
        let files: Vec<String> = pages.routes(&library).map(|page| page.file()).collect();
        let articles = files.iter().filter_map(|file| file.strip_prefix("article/"));
        let articles: Vec<&str> =
            articles.filter_map(|it| it.strip_suffix("/index.html")).collect();
        assert_eq!(articles, expected);
        assert_eq!(pages.left_out(), 4 - expected.len());
        assert_eq!(pages.files_of(), files_of);
        assert_eq!(pages.numbers().len(), files.len());
        assert!(files.iter().any(|file| file == "404.html"));
    }

    #[test]
    fn a_site_of_any_size_has_few_files() {
        for copies in [Copies::None, Copies::OfSharedFiles, Copies::OfAll] {
            for has_pictures in [false, true] {
                let limit = |others| default_limit(others, copies, has_pictures);
                let (small, large) = (limit(40), limit(9_000));
                assert!(small > large && large > 0, "{copies:?}");
            }
        }
        assert_eq!(default_limit(40, Copies::OfSharedFiles, true), 3_725);
        assert_eq!(default_limit(40, Copies::OfSharedFiles, false), 4_967);
        assert_eq!(default_limit(20_000, Copies::None, true), 0);
    }

    #[test]
    fn the_newest_articles_have_pages() {
        check(10, &["a", "b", "c", "d"], None);
        check(3, &["a", "c", "d"], Some(1));
        check(2, &["c", "d"], Some(0));
        check(1, &["c"], Some(0));
        check(0, &[], Some(0));
    }
}
