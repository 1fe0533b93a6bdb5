//! Figures: dots on a scale that lead to their sentences, and the list below. The project's own
//! seeds have many figures.

use crate::{
    page::Page,
    site::Site,
    suite::{Suite, test},
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "figures",
        site: Site::Build,
        // Views have pages of their own below the base path.
        depends_on_base: true,
        tests: vec![
            test!(the_reader_chooses_a_unit).in_every_engine(),
            test!(a_dot_leads_to_its_sentence).in_every_engine(),
            test!(the_list_has_each_figure),
            test!(a_query_limits_the_figures),
            test!(the_picture_fits_phones),
            test!(figures_in_parts_get_their_numbers).against(Site::Parts),
        ],
    }
}

const DOTS: &str = "return document.querySelectorAll('.strip.wide a').length";

/// Waits for dots, and returns their number.
#[track_caller]
fn dots(page: &Page) -> u64 {
    page.until("dots", || {
        let dots = page.script(DOTS).as_u64().unwrap_or_default();
        if dots > 1 { Ok(dots) } else { Err(dots.to_string()) }
    })
}

fn the_reader_chooses_a_unit(page: &Page) {
    page.open("/stories/");
    page.role("navigation").named("Explore").role("link").named("Figures").click();
    page.role("heading").named("Figures").one();
    page.expect_path("/figures/");
    dots(page);
    page.script(
        "const select = document.querySelector('.figure-scale select');
        select.value = '%';
        select.dispatchEvent(new Event('change', { bubbles: true }))",
    );
    page.expect_path("/figures/?unit=%25");
    page.role("combobox").named("Unit").one();
    page.until("percentages", || {
        let heading = page.script("return document.querySelector('.figure-scale h2').textContent");
        if heading.as_str().is_some_and(|it| it.starts_with('%')) {
            Ok(())
        } else {
            Err(heading.to_string())
        }
    });
    page.back();
    page.expect_path("/figures/");
}

fn a_dot_leads_to_its_sentence(page: &Page) {
    page.open("/figures/?unit=%25");
    dots(page);
    let title = page.script("return document.querySelector('.strip.wide a title').textContent");
    let headline = title.as_str().and_then(|it| it.split_once(": ")).map(|it| it.1.to_owned());
    page.script(
        "document.querySelector('.strip.wide a').dispatchEvent(
            new MouseEvent('click', { bubbles: true, cancelable: true }))",
    );
    page.role("heading").named(&headline.unwrap_or_default()).one();
    assert!(page.path().contains("/article/"), "{}", page.path());
}

fn the_list_has_each_figure(page: &Page) {
    page.open("/figures/?unit=%25");
    let dots = dots(page);
    let list = page.script("return document.querySelectorAll('.figure-scale .places > li').length");
    assert_eq!(list.as_u64(), Some(dots.min(60)));
    let marked = page.script(
        "return [...document.querySelectorAll('.figure-scale .places > li')]
            .every(it => it.querySelector('mark'))",
    );
    assert_eq!(marked, true);
}

fn a_query_limits_the_figures(page: &Page) {
    page.open("/figures/?unit=%25");
    let all = dots(page);
    page.role("searchbox").click();
    page.type_text("drone");
    page.until("fewer figures", || {
        let found = page.script(DOTS).as_u64().unwrap_or_default();
        if found < all { Ok(()) } else { Err(found.to_string()) }
    });
    page.expect_path("/figures/?q=drone&unit=%25");
}

fn the_picture_fits_phones(page: &Page) {
    page.resize(320, 700);
    page.open("/figures/?unit=%25");
    page.role("heading").named("Figures").one();
    let shown = page.script(
        "const display = form =>
            getComputedStyle(document.querySelector('.strip.' + form)).display;
        return display('wide') + ' ' + display('narrow')",
    );
    assert_eq!(shown, "none block");
}

fn figures_in_parts_get_their_numbers(page: &Page) {
    page.open("/figures/?unit=%25");
    dots(page);
    page.until("sentences", || {
        let marks = page.script("return document.querySelectorAll('.figure-scale mark').length");
        if marks.as_u64() > Some(1) { Ok(()) } else { Err(marks.to_string()) }
    });
}
