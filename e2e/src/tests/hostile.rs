//! Hostile seeds, in `e2e/hostile-seeds`: text of a seed is shown as text and never runs.

use crate::{
    hostile_seeds::TITLES,
    page::Page,
    site::Site,
    suite::{Suite, test},
    webdriver::Key,
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "hostile",
        site: Site::Hostile,
        depends_on_base: false,
        tests: vec![
            // The page creates no markup from text in any engine; only developer tools can disable
            // JavaScript.
            test!(markup_in_seeds_is_text_in_the_results),
            test!(markup_in_seeds_is_text_on_the_article_page),
            test!(markup_in_facet_values_is_text),
            test!(markup_in_a_query_is_text),
            test!(markup_is_text_without_javascript),
            test!(bidirectional_controls_affect_their_own_paragraph_only),
        ],
    }
}

/// Returns the effects of executed markup: a variable, another base URL, elements and attributes
/// that the page does not use, and links to other origins.
const EFFECTS: &str = "
    const elements = 'script, style, img, iframe, object, embed, svg, textarea, base, b, i, [onerror], [onload], [onmouseover], [style], a[href^=\"javascript:\" i]';
    const foreign = [...document.body.querySelectorAll(elements)].map(element => element.outerHTML.slice(0, 160));
    // Links of the seeds to other sites are links, which lead there without the page.
    const away = [...document.links].filter(link => link.origin !== location.origin
        && !(link.protocol === 'https:' && link.relList.contains('noopener'))).map(link => link.href);
    return [window.harmed ?? null, document.baseURI.startsWith(location.origin), foreign, away];
";

#[track_caller]
fn expect_no_effects(page: &Page) {
    let state = page.script(EFFECTS);
    assert_eq!(state, serde_json::json!([null, true, [], []]), "text of a seed became markup");
}

fn markup_in_seeds_is_text_in_the_results(page: &Page) {
    page.open("/");
    page.expect_titles(&TITLES);
    expect_no_effects(page);
    let text = page.results().text();
    assert!(
        text.contains("<img src=\"harm.png\" onerror="),
        "the standfirst is shown as written: {text}"
    );
    // Highlights and snippets split texts. The parts must not become markup either.
    for query in ["script", "onerror", "harm", "img src", "\"window.harmed\""] {
        page.search(query);
        page.expect_path(&format!("/?q={query}"));
        expect_no_effects(page);
    }
    page.press(Key::Escape);
    page.expect_titles(&TITLES);
}

fn markup_in_seeds_is_text_on_the_article_page(page: &Page) {
    for title in &TITLES[..2] {
        page.open("/?q=harm");
        page.expect_count(3);
        page.results().role("link").named(title).click();
        page.expect_article(title);
        expect_no_effects(page);
        assert!(page.role("main").text().contains("onerror="), "the markup is shown as text");
        let document_title = page.session().title().expect("the title can be read");
        assert!(document_title.contains(title), "{document_title}");
    }
}

fn markup_in_facet_values_is_text(page: &Page) {
    page.open("/");
    page.facet_value("Section", "Top <i>stories</i>").click();
    page.expect_count(4);
    page.active_filters().role("button").named("Remove Section: Top <i>stories</i>").one();
    expect_no_effects(page);
    page.reload();
    page.expect_count(4);
    expect_no_effects(page);
}

fn markup_in_a_query_is_text(page: &Page) {
    page.open("/?q=%3Cimg%20src%3Dx%20onerror%3D%22window.harmed%3D1%22%3E%3Cscript%3Ewindow.harmed%3D1%3C/script%3Ezzz");
    page.search_box().one();
    page.until("the query in the box", || {
        if page.query().starts_with("<img") { Ok(()) } else { Err(page.query()) }
    });
    expect_no_effects(page);
}

fn markup_is_text_without_javascript(page: &Page) {
    page.disable_javascript();
    page.allow_failed_request(".js"); // the browser cancels its preloads
    page.open_published("/");
    page.expect_titles(&TITLES);
    for title in &TITLES[..2] {
        page.open_published("/");
        page.results().role("link").named(title).click();
        page.expect_article(title);
        let state = page.script(EFFECTS);
        assert_eq!(state, serde_json::json!([null, true, [], []]), "text of a seed became markup");
    }
}

fn bidirectional_controls_affect_their_own_paragraph_only(page: &Page) {
    page.open("/");
    page.results().role("link").named(TITLES[2]).click();
    page.expect_article(TITLES[2]);
    // The first word of the second paragraph must be to the left of the second word.
    let result = page.script(
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
    assert_eq!(result, serde_json::json!([true, "ltr"]));
}
