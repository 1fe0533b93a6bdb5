//! The small sites in other languages than English: `tests/german`, `tests/arabic` and
//! `tests/japanese`.

use crate::page::Page;

/// A site and the page's words in its language.
pub(crate) struct Translation {
    pub(crate) language: &'static str,
    /// The text of the catalogue.
    pub(crate) catalogue: &'static str,
    /// The name of the list of results.
    results: &'static str,
    /// The title of the longest article.
    pub(crate) ferry: &'static str,
    /// The title of the newest article.
    pub(crate) storm: &'static str,
}

pub(crate) const GERMAN: Translation = Translation {
    language: "de",
    catalogue: include_str!("../../src/messages/de.ftl"),
    results: "Ergebnisse",
    ferry: "Die Fähre fährt wieder nach Norden",
    storm: "Sturm im Hafen",
};

pub(crate) const ARABIC: Translation = Translation {
    language: "ar",
    catalogue: include_str!("../../src/messages/ar.ftl"),
    results: "النتائج",
    ferry: "العبّارة تعود إلى خط الشمال بعد تسعة أعوام",
    storm: "عاصفة في المرفأ",
};

pub(crate) const JAPANESE: Translation = Translation {
    language: "ja",
    catalogue: include_str!("../../src/messages/ja.ftl"),
    results: "検索結果",
    ferry: "北へ向かうフェリー、九年ぶりに運航再開",
    storm: "港に嵐、漁船五隻が流される",
};

impl Translation {
    /// Waits for exactly these results in this order.
    #[track_caller]
    pub(crate) fn expect_titles(&self, page: &Page, expected: &[&str]) {
        page.until(&format!("the results {expected:#?}"), || {
            let titles = page.role("list").named(self.results).role("heading").names();
            if titles == expected { Ok(()) } else { Err(format!("they are {titles:#?}")) }
        });
    }

    /// Opens results, and of these the longest article.
    #[track_caller]
    pub(crate) fn open_ferry(&self, page: &Page, results: &str) {
        page.open(results);
        page.role("list").named(self.results).role("link").named(self.ferry).click();
        page.expect_article(self.ferry);
    }
}
