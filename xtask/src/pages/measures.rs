//! The measures of a page, and their totals by language.

/// The language of a page, as far as the totals distinguish it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    English,
    Other,
}

impl Group {
    /// The share of "the" among words from which on a text is English.
    const MIN_SHARE: f64 = 0.02;

    /// Guesses the language of an article.
    pub(super) fn of(paragraphs: &[String]) -> Self {
        let words = || paragraphs.iter().flat_map(|text| text.split_whitespace());
        let the = words().filter(|word| word.eq_ignore_ascii_case("the")).count();
        if the as f64 >= Self::MIN_SHARE * words().count() as f64 {
            Self::English
        } else {
            Self::Other
        }
    }

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Other => "other languages",
        }
    }
}

/// The comparison of one page's article with its gold article. Without an article of that title,
/// `found` and `common` are 0.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measures {
    /// An article has the gold title, or a headline that shares most of its words.
    pub(super) has_title: bool,
    /// An article has exactly the gold title.
    pub(super) has_exact_title: bool,
    /// The words of the gold article.
    pub(super) expected: usize,
    /// The words of the article.
    pub(super) found: usize,
    /// The words of both.
    pub(super) common: usize,
    /// The number of articles that the page became.
    pub(super) articles: usize,
}

impl Measures {
    pub(super) const HEADER: &str =
        "page                                     title   words  others  articles";

    /// Returns the share of the gold article's words that the article has.
    fn words(self) -> f64 {
        share(self.common, self.expected)
    }

    /// Returns the share of the article's words that the gold article does not have.
    fn others(self) -> f64 {
        share(self.found - self.common, self.found)
    }

    pub(super) fn row(self, name: &str) -> String {
        let title = match self {
            Self { has_exact_title: true, .. } => "yes",
            Self { has_title: true, .. } => "like",
            _ => "NO",
        };
        let Self { articles, .. } = self;
        format!(
            "{name:<40} {title:>5}  {:>5.1}%  {:>5.1}%  {articles:>8}",
            100.0 * self.words(),
            100.0 * self.others()
        )
    }

    /// Returns the mean over pages and, behind it, the share of all pages' words.
    pub(super) fn total<'a>(name: &str, pages: impl IntoIterator<Item = &'a Self>) -> String {
        let pages: Vec<Self> = pages.into_iter().copied().collect();
        let count = pages.len();
        let percent = |of: fn(Self) -> f64| {
            100.0 * pages.iter().map(|page| of(*page)).sum::<f64>() / count.max(1) as f64
        };
        let sum = |of: fn(&Self) -> usize| pages.iter().map(of).sum::<usize>();
        let (expected, found, common) =
            (sum(|page| page.expected), sum(|page| page.found), sum(|page| page.common));
        format!(
            "{name}: {count} pages, title {:.1} % (exactly {:.1} %), words {:.1} % (pooled {:.1} %), \
             others {:.1} % (pooled {:.1} %)",
            percent(|page| f64::from(u8::from(page.has_title))),
            percent(|page| f64::from(u8::from(page.has_exact_title))),
            percent(Self::words),
            100.0 * share(common, expected),
            percent(Self::others),
            100.0 * share(found - common, found),
        )
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
