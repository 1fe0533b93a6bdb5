//! Seeds that mean harm, in `e2e/hostile-seeds`: whatever stands in a seed is text on the page, to be read and never run.

use crate::{
    page::Page,
    runner::{Site, Test, suite},
    webdriver::Key,
};

pub(crate) fn tests() -> Vec<Test> {
    suite!(
        "hostile",
        Site::Hostile,
        [
            markup_in_seeds_is_text_in_the_results,
            markup_in_seeds_is_text_in_the_reader,
            markup_in_values_is_text_in_filters,
            markup_in_a_query_is_text,
            markup_is_text_before_the_program_and_without_it,
            what_turns_text_turns_its_own_paragraph_alone,
        ]
    )
}

/// Elements that the page makes no use of, and attributes that would run something.
const FOREIGN: &str = "
    const elements = 'script, style, img, iframe, object, embed, svg, textarea, base, b, i, [onerror], [onload], [onmouseover], [style], a[href^=\"javascript:\" i]';
    const foreign = [...document.body.querySelectorAll(elements)].map(element => element.outerHTML.slice(0, 160));
    const away = [...document.links].filter(link => link.origin !== location.origin).map(link => link.href);
    return [window.harmed ?? null, document.baseURI.startsWith(location.origin), foreign, away];
";

#[track_caller]
fn expect_no_harm(page: &Page) {
    let state = page.script(FOREIGN);
    assert_eq!(state, serde_json::json!([null, true, [], []]), "text of the seeds became markup");
}

/// The title of the article that is written from right to left.
pub(crate) const FROM_THE_RIGHT: &str = "الميناء يفتح أبوابه من جديد بعد 12 يومًا";

/// The titles as they stand in the seeds.
pub(crate) const TITLES: [&str; 5] = [
    "Ministers Agree on \"><script>window.harmed='attribute'</script> After a Night of Talks",
    "<script>window.harmed = \"title\"</script> A title that means harm",
    "A \u{202E}Turned\u{202C} Title",
    FROM_THE_RIGHT,
    "A Teaser with <a href=\"https://harm.example/\">a Link</a> &amp; an Ampersand in Its Words",
];

fn markup_in_seeds_is_text_in_the_results(page: &Page) {
    page.open("/");
    page.expect_titles(&TITLES);
    expect_no_harm(page);
    let text = page.results().text();
    assert!(
        text.contains("<img src=\"harm.png\" onerror="),
        "the standfirst is there as it was written: {text}"
    );
    // Marking and cutting make pieces of texts: none may come together as markup.
    for query in ["script", "onerror", "harm", "img src", "\"window.harmed\""] {
        page.search(query);
        page.expect_path(&format!("/?q={query}"));
        expect_no_harm(page);
    }
    page.press(Key::Escape);
    page.expect_titles(&TITLES);
}

fn markup_in_seeds_is_text_in_the_reader(page: &Page) {
    for title in &TITLES[..2] {
        page.open("/?q=harm");
        page.expect_count(3);
        page.results().role("link").named(title).click();
        page.expect_reader(title);
        expect_no_harm(page);
        assert!(
            page.role("main").text().contains("onerror="),
            "what was written is there to be read"
        );
        let shown = page.session().title().expect("a title");
        assert!(shown.contains(title), "{shown}");
    }
}

fn markup_in_values_is_text_in_filters(page: &Page) {
    page.open("/");
    page.value("Section", "Top <i>stories</i>").click();
    page.expect_count(4);
    page.active_filters().role("button").named("Remove Section: Top <i>stories</i>").one();
    expect_no_harm(page);
    page.reload();
    page.expect_count(4);
    expect_no_harm(page);
}

fn markup_in_a_query_is_text(page: &Page) {
    page.open("/?q=%3Cimg%20src%3Dx%20onerror%3D%22window.harmed%3D1%22%3E%3Cscript%3Ewindow.harmed%3D1%3C/script%3Ezzz");
    page.search_box().one();
    page.until("the query in the box", || {
        if page.query().starts_with("<img") { Ok(()) } else { Err(page.query()) }
    });
    expect_no_harm(page);
}

fn markup_is_text_before_the_program_and_without_it(page: &Page) {
    page.without_javascript(true);
    page.allowances().failing(".js"); // the browser gives up what it began to load ahead
    page.open_at_once("/");
    page.expect_titles(&TITLES);
    for title in &TITLES[..2] {
        page.open_at_once("/");
        page.results().role("link").named(title).click();
        page.expect_reader(title);
        let state = page.script(FOREIGN);
        assert_eq!(
            state,
            serde_json::json!([null, true, [], []]),
            "text of the seeds became markup"
        );
    }
}

fn what_turns_text_turns_its_own_paragraph_alone(page: &Page) {
    page.open("/");
    page.results().role("link").named(TITLES[2]).click();
    page.expect_reader(TITLES[2]);
    // Where the first and the last word of the second paragraph are drawn.
    let places = page.script(
        "const nodes = [...document.querySelector('.prose p:nth-of-type(2)').childNodes];
         const text = nodes.find(node => node.nodeType === Node.TEXT_NODE);
         const at = (from, to) => {
             const range = document.createRange();
             range.setStart(text, from);
             range.setEnd(text, to);
             return range.getBoundingClientRect().left;
         };
         return [at(0, 3) < at(4, 8), getComputedStyle(document.querySelector('.prose')).direction]",
    );
    assert_eq!(places, serde_json::json!([true, "ltr"]));
}
