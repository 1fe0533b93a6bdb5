//! Together: names that are in the same items, as a network, a matrix and a table. The project's
//! own seeds have many of them.

use crate::{
    page::Page,
    site::Site,
    suite::{Suite, test},
    webdriver::Key,
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "together",
        site: Site::Build,
        // Views have pages of their own below the base path.
        depends_on_base: true,
        tests: vec![
            test!(a_line_leads_to_the_sentences_of_its_names).in_every_engine(),
            test!(names_lead_to_their_pages_by_keyboard).in_every_engine(),
            test!(a_focused_name_shows_its_pairs),
            test!(cells_of_the_table_lead_to_sentences).in_every_engine(),
            test!(the_matrix_has_an_address),
            test!(a_query_limits_the_names),
            test!(phones_show_fewer_names),
            test!(pairs_in_parts_get_their_sentences).against(Site::Parts),
        ],
    }
}

/// Returns the value of a script.
#[track_caller]
fn text_of(page: &Page, script: &str) -> String {
    page.script(script).as_str().unwrap_or_default().to_owned()
}

/// Waits until the sentences of a pair are there, and checks that each has two names at least.
#[track_caller]
fn expect_sentences(page: &Page) {
    page.until("sentences with both names", || {
        let marks = page.script(
            "return [...document.querySelectorAll('.pair-sentences .places li')]
                .map(it => it.querySelectorAll('mark').length)",
        );
        let marks: Vec<u64> =
            marks.as_array().into_iter().flatten().filter_map(|it| it.as_u64()).collect();
        if !marks.is_empty() && marks.iter().all(|count| *count >= 2) {
            Ok(())
        } else {
            Err(format!("{marks:?}"))
        }
    });
}

#[track_caller]
fn expect_pair_in_address(page: &Page) {
    let search = text_of(page, "return location.search");
    assert_eq!(search.matches("pair=").count(), 2, "{search}");
}

fn a_line_leads_to_the_sentences_of_its_names(page: &Page) {
    page.open("/trends/");
    page.role("navigation").named("Explore").role("link").named("Together").click();
    page.role("heading").named("Together").one();
    page.expect_path("/together/");
    let strongest = ".network.wide .pairs a:last-of-type";
    let title =
        text_of(page, &format!("return document.querySelector('{strongest} title').textContent"));
    page.script(&format!(
        "document.querySelector('{strongest}').dispatchEvent(
            new MouseEvent('click', {{ bubbles: true, cancelable: true }}))"
    ));
    let names = title.split(':').next().unwrap_or_default();
    page.role("heading").named(names).one();
    expect_sentences(page);
    expect_pair_in_address(page);
    page.role("main").role("link").named("All pairs").click();
    page.expect_path("/together/");
}

fn names_lead_to_their_pages_by_keyboard(page: &Page) {
    page.open("/together/");
    page.role("heading").named("Together").one();
    let name = text_of(
        page,
        "const link = document.querySelector('.network.wide .names a');
        link.focus();
        return link.textContent",
    );
    page.press(Key::Enter);
    page.role("heading").named(name.trim()).one();
    let path = page.path();
    assert!(path.contains("names/?name="), "{path}");
}

fn a_focused_name_shows_its_pairs(page: &Page) {
    page.open("/together/");
    page.role("heading").named("Together").one();
    let far = "return document.querySelectorAll('.network.wide .names .far').length";
    assert_eq!(page.script(far), 0);
    page.script("document.querySelector('.network.wide .names a').focus()");
    page.until("names that are not together with it", || {
        let far = page.script(far);
        if far.as_u64() > Some(0) { Ok(()) } else { Err(far.to_string()) }
    });
}

fn cells_of_the_table_lead_to_sentences(page: &Page) {
    page.open("/together/");
    page.role("heading").named("Together").one();
    page.script("document.querySelector('.together .as-table').open = true");
    page.script("document.querySelector('.together .as-table td:last-child a').focus()");
    page.press(Key::Enter);
    expect_sentences(page);
    expect_pair_in_address(page);
    page.until("the focus on the sentences", || {
        let class = page.script("return document.activeElement.className");
        if class == "pair-sentences" { Ok(()) } else { Err(class.to_string()) }
    });
}

fn the_matrix_has_an_address(page: &Page) {
    page.open("/together/");
    page.role("link").named("Matrix").click();
    page.expect_path("/together/?as=matrix");
    let region = page.role("region").named("Matrix");
    region.one();
    let cells = page.script("return document.querySelectorAll('.matrix td a').length");
    // Each pair has two cells.
    assert!(cells.as_u64().is_some_and(|it| it > 20 && it % 2 == 0), "{cells}");
    page.script("document.querySelector('.matrix td a').click()");
    page.until("the pair beside the matrix", || {
        let search = text_of(page, "return location.search");
        let has_both = search.contains("as=matrix") && search.matches("pair=").count() == 2;
        if has_both { Ok(()) } else { Err(search) }
    });
    page.open("/together/?as=matrix");
    page.role("region").named("Matrix").one();
    page.role("link").named("Network").click();
    page.expect_path("/together/");
}

fn a_query_limits_the_names(page: &Page) {
    page.open("/together/");
    page.role("heading").named("Together").one();
    let lines = "return document.querySelectorAll('.network.wide .pairs a').length";
    let all = page.script(lines).as_u64().unwrap_or_default();
    page.role("searchbox").click();
    page.type_text("drone");
    page.until("fewer pairs", || {
        let found = page.script(lines).as_u64().unwrap_or_default();
        if found != all { Ok(()) } else { Err(found.to_string()) }
    });
    page.expect_path("/together/?q=drone");
}

fn phones_show_fewer_names(page: &Page) {
    page.resize(320, 700);
    page.open("/together/");
    page.role("heading").named("Together").one();
    let shown = text_of(
        page,
        "const display = form =>
            getComputedStyle(document.querySelector('.network.' + form)).display;
        return display('wide') + ' ' + display('narrow')",
    );
    assert_eq!(shown, "none block");
    let names = |form: &str| {
        let script = format!("return document.querySelectorAll('.network.{form} .names a').length");
        page.script(&script).as_u64().unwrap_or_default()
    };
    assert!(names("narrow") <= 22 && names("narrow") > 4, "{}", names("narrow"));
}

fn pairs_in_parts_get_their_sentences(page: &Page) {
    page.open("/together/");
    page.until("lines", || {
        let lines = page.script("return document.querySelectorAll('.network.wide line').length");
        if lines.as_u64() > Some(0) { Ok(()) } else { Err(lines.to_string()) }
    });
    page.script(
        "document.querySelector('.network.wide .pairs a:last-of-type').dispatchEvent(
            new MouseEvent('click', { bubbles: true, cancelable: true }))",
    );
    expect_sentences(page);
}
