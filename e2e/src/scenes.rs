//! What there is to look at: each page and each thing that opens over one, and the way there.

use serde_json::json;

use crate::{
    page::Page,
    seed::ARTICLES,
    tests::{faults, hostile},
};

/// Something to look at.
pub(crate) struct Scene {
    /// The name of its pictures.
    pub(crate) name: &'static str,
    /// Goes there, from wherever the page is.
    pub(crate) open: fn(&Page),
    /// Whether it is there in narrow windows alone.
    pub(crate) narrow: bool,
    /// Whether the page's scripts run.
    pub(crate) scripts: bool,
}

const fn scene(name: &'static str, open: fn(&Page)) -> Scene {
    Scene { name, open, narrow: false, scripts: true }
}

const fn without_scripts(name: &'static str, open: fn(&Page)) -> Scene {
    Scene { name, open, narrow: false, scripts: false }
}

/// The results page in its states.
pub(crate) const RESULTS: &[Scene] = &[
    scene("results", |page| {
        page.open("/");
        page.expect_count(17);
    }),
    scene("results-filtered", |page| {
        page.open("/?q=north+korea&section=Russia-Ukraine+War&kind=article");
        page.active_filters().one();
    }),
    scene("results-none", |page| {
        page.open("/?q=xqzxqzxqz");
        page.expect_count(0);
    }),
    scene("results-teasers", |page| {
        page.open("/?kind=teaser");
        page.expect_count(8);
    }),
    scene("results-list", |page| {
        page.open("/");
        page.choose(&page.role("combobox").named("Show"), "List");
        page.expect_count(17);
    }),
];

/// An article, as it is read.
pub(crate) const READER: &[Scene] = &[
    scene("reader", |page| {
        page.open_article(ARTICLES[0].1, "");
        page.expect_reader(ARTICLES[0].0);
    }),
    scene("reader-marked", |page| {
        page.open_article(ARTICLES[2].1, "q=oreshnik");
        page.expect_reader(ARTICLES[2].0);
    }),
    scene("reader-end", |page| {
        page.open_article(ARTICLES[5].1, "");
        page.expect_reader(ARTICLES[5].0);
        note(page, "p2", 24, "Look again at what was said in May.");
        page.role("complementary").named("Your notes").script(
            "addEventListener('resize', () => arguments[0].scrollIntoView()); arguments[0].scrollIntoView()",
        );
    }),
];

/// The rooms beside the results.
pub(crate) const ROOMS: &[Scene] = &[
    scene("names", |page| open_room(page, "Names")),
    scene("name", |page| {
        page.open("/names/?name=organisation:NATO");
        page.role("heading").named("NATO").one();
    }),
    scene("quotes", |page| open_room(page, "Quotes")),
    scene("figures", |page| open_room(page, "Figures")),
    scene("saved-nothing", |page| open_room(page, "Saved")),
    scene("saved", |page| {
        page.open("/");
        page.role("button").named(&format!("Save: {}", ARTICLES[4].0)).click();
        page.open_article(ARTICLES[5].1, "");
        page.expect_reader(ARTICLES[5].0);
        note(page, "p2", 24, "Look again at what was said in May.");
        open_room(page, "Saved");
        page.role("list").named("Saved").role("article").some();
    }),
];

/// What opens over a page.
pub(crate) const SHEETS: &[Scene] = &[
    scene("keys", |page| {
        page.open("/");
        page.role("button").starting("Keys").click();
        page.role("dialog").one();
    }),
    scene("take-away", |page| {
        page.open("/");
        page.role("button").named("Export").click();
        page.role("dialog").named("Export").one();
    }),
    scene("cite", |page| {
        page.open_article(ARTICLES[0].1, "");
        page.role("button").named("Cite").click();
        page.role("dialog").named("Cite this article").role("heading").named("CSL-JSON").one();
        // The port of the tests' host is never the same.
        page.role("dialog").script(
            "arguments[0].querySelectorAll('pre').forEach(pre => pre.textContent = pre.textContent.replaceAll(location.host, 'papers.example'))",
        );
    }),
    scene("text", |page| {
        page.open_article(ARTICLES[0].1, "");
        page.role("button").named("Text").click();
        page.role("combobox").named("Typeface").one();
    }),
    Scene {
        name: "filters",
        open: |page| {
            page.view(320, 900);
            page.open("/?section=Diplomacy");
            page.role("button").starting("Filters").click();
            page.facet("Section").one();
        },
        narrow: true,
        scripts: true,
    },
];

/// What is shown where something is missing: the program, the page that is asked for.
pub(crate) const MISSING: &[Scene] = &[
    // First, while the browser has no program of its own.
    scene("failure", |page| {
        let program = faults::lose_the_program(page);
        page.open("/");
        page.server().relieve(&program);
    }),
    scene("not-found", |page| {
        page.allowances().failing("/nowhere");
        page.open("/nowhere");
        page.search_box().one();
        page.role("main").role("link").named("see all items").one();
    }),
];

/// The pages as they are in a browser that runs no scripts.
pub(crate) const WITHOUT_SCRIPTS: &[Scene] = &[
    without_scripts("without-scripts", |page| {
        page.open_at_once("/");
        page.expect_count(17);
    }),
    without_scripts("reader-without-scripts", |page| {
        page.open_at_once(&format!("/article/{}/", ARTICLES[2].1));
        page.expect_reader(ARTICLES[2].0);
    }),
    without_scripts("names-without-scripts", |page| {
        page.open_at_once("/names/");
        page.role("heading").named("Names").one();
    }),
];

/// What is written from right to left, among what is not.
pub(crate) const FROM_THE_RIGHT: &[Scene] = &[
    scene("results-from-the-right", |page| {
        page.open("/?q=%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1");
        page.expect_titles(&[hostile::FROM_THE_RIGHT]);
    }),
    scene("reader-from-the-right", |page| {
        page.open("/");
        page.results().role("link").named(hostile::FROM_THE_RIGHT).click();
        page.expect_reader(hostile::FROM_THE_RIGHT);
    }),
];

/// All of them.
#[cfg(test)]
pub(crate) fn all() -> impl Iterator<Item = &'static Scene> {
    [RESULTS, READER, ROOMS, SHEETS, MISSING, WITHOUT_SCRIPTS, FROM_THE_RIGHT].into_iter().flatten()
}

fn open_room(page: &Page, room: &str) {
    page.open(&format!("/{}/", room.to_lowercase()));
    page.role("heading").named(room).one();
}

/// Selects the first words of a paragraph, as a finger or a mouse would.
const SELECT: &str = "
    const text = document.createTreeWalker(document.getElementById(arguments[0]), NodeFilter.SHOW_TEXT).nextNode();
    getSelection().setBaseAndExtent(text, 0, text, arguments[1]);
    return getSelection().toString();
";

/// Selects the first characters of a paragraph, and gives what was selected.
#[track_caller]
pub(crate) fn select(page: &Page, paragraph: &str, characters: u32) -> String {
    let words = page.session().run(SELECT, &json!([paragraph, characters])).expect("a selection");
    words.as_str().expect("words").trim().to_owned()
}

/// Marks the first characters of a paragraph, and writes a note on them.
#[track_caller]
pub(crate) fn note(page: &Page, paragraph: &str, characters: u32, words: &str) {
    let passage = select(page, paragraph, characters);
    page.role("group")
        .named("Selected passage")
        .role("button")
        .named("Highlight and add note")
        .click();
    page.role("textbox").named(&format!("Note on: {passage}")).click();
    page.keys(words);
    page.script("document.activeElement.blur()");
    page.until("the note to be kept", || {
        let kept = page.script("return localStorage.getItem('cuttings.shelf') ?? ''");
        if kept.as_str().is_some_and(|kept| kept.contains(words)) {
            Ok(())
        } else {
            Err(kept.to_string())
        }
    });
}
