//! Pages in Arabic and Japanese: their words, their direction, and searches that need to know the
//! script. visual.rs has their pictures.

use crate::{
    page::Page,
    site::Site,
    suite::{Suite, test},
    tests::german,
    translations::{ARABIC, JAPANESE, Translation},
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "translations",
        site: Site::Arabic,
        depends_on_base: false,
        tests: vec![
            // Only developer tools can make a viewport as narrow as these tests need.
            test!(pages_are_arabic_and_fit),
            test!(pages_are_japanese_and_fit).against(Site::Japanese),
            test!(arabic_reads_from_right_to_left).in_every_engine(),
            test!(arabic_words_are_found_in_other_letters),
            test!(japanese_has_its_words).against(Site::Japanese),
            test!(japanese_compounds_are_found).against(Site::Japanese),
        ],
    }
}

/// Returns the direction of the document, and those of the first headline and paragraph.
const DIRECTIONS: &str = "
    const { documentElement: root } = document;
    const direction = element => getComputedStyle(element).direction;
    return [root.dir, ...[root, document.querySelector('h1'), document.querySelector('main p')].map(direction)].join(' ');
";

/// Returns true if the table of contents is at the right of the text.
pub(super) const CONTENTS_AT_THE_RIGHT: &str = "
    const [contents, title] = ['.contents', '.reader h1'].map(part => document.querySelector(part).getBoundingClientRect());
    return contents.left > title.right;
";

/// Opens some kinds of pages and an article, and expects no English, no overflow and no
/// accessibility violation.
#[track_caller]
fn check_pages(page: &Page, translation: &Translation, headings: &[(&str, &str)]) {
    let mut found = Vec::new();
    for (path, heading) in headings {
        page.open(path);
        page.role("heading").named(heading).one();
        found.extend(german::violations(page, path, translation));
    }
    translation.open_ferry(page, "/");
    found.extend(german::violations(page, "the article", translation));
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn pages_are_arabic_and_fit(page: &Page) {
    check_pages(
        page,
        &ARABIC,
        &[
            ("/?q=العبارة", ARABIC.ferry),
            ("/?q=zzzzzz&section=الطقس", "جريدة المرفأ"),
            ("/names/", "الأسماء"),
            ("/quotes/", "الاقتباسات"),
        ],
    );
}

fn pages_are_japanese_and_fit(page: &Page) {
    check_pages(
        page,
        &JAPANESE,
        &[
            ("/?q=フェリー", JAPANESE.ferry),
            ("/?q=zzzzzz&section=天気", "みなと新聞"),
            ("/names/", "名前"),
            ("/quotes/", "発言"),
        ],
    );
}

fn arabic_reads_from_right_to_left(page: &Page) {
    page.open("/");
    page.expect_status("3 عناصر");
    assert_eq!(page.script("return document.documentElement.lang"), "ar");
    assert_eq!(page.script(DIRECTIONS), "rtl rtl rtl rtl");
    page.role("navigation").named("أقسام الموقع").one();
    page.role("searchbox").named("البحث في المقالات").click();
    page.type_text("عاصفة");
    page.expect_status("1 من 3 عناصر");
    ARABIC.open_ferry(page, "/?q=السفينة");
    assert_eq!(page.script(DIRECTIONS), "rtl rtl rtl rtl");
    assert_eq!(page.script(CONTENTS_AT_THE_RIGHT), true, "the columns start at the right");
    page.role("link").named("العودة إلى النتائج").one();
    assert_eq!(
        page.role("navigation").named("المحتويات").role("link").names(),
        ["ثمن التذكرة", "على متن السفينة"]
    );
}

fn arabic_words_are_found_in_other_letters(page: &Page) {
    page.open("/");
    // The text has a doubled letter marked, as الدرّاجات.
    for (query, expected) in [
        ("الدراجات", ARABIC.ferry),
        // Without its hamza: الأمواج.
        ("الامواج", ARABIC.storm),
        // With a final ه, which many type for ة: عاصفة.
        ("عاصفه", ARABIC.storm),
        // With short vowels, which the text leaves out.
        ("المَرْفَأ المحرّكات", ARABIC.ferry),
    ] {
        page.open(&format!("/?q={query}"));
        ARABIC.expect_titles(page, &[expected]);
    }
}

fn japanese_has_its_words(page: &Page) {
    page.open("/");
    page.expect_status("全3件");
    assert_eq!(page.script("return document.documentElement.lang"), "ja");
    assert_eq!(page.script(DIRECTIONS), " ltr ltr ltr");
    page.role("navigation").named("セクション").one();
    page.role("searchbox").named("記事を検索").click();
    page.type_text("嵐");
    page.expect_status("3件中1件");
    JAPANESE.open_ferry(page, "/?q=運航");
    page.role("link").named("検索結果に戻る").one();
    assert_eq!(page.role("navigation").named("目次").role("link").names(), ["運賃", "船の中"]);
}

fn japanese_compounds_are_found(page: &Page) {
    for (query, expected) in [
        // The storm has 海上, 保安 and 県庁, but not together.
        ("海上保安庁", JAPANESE.ferry),
        ("運航再開", JAPANESE.ferry),
        // In letters of half the width.
        ("ﾌｪﾘｰ 巡視船", JAPANESE.ferry),
        ("漁船 二日間", JAPANESE.storm),
    ] {
        page.open(&format!("/?q={query}"));
        JAPANESE.expect_titles(page, &[expected]);
    }
}
