//! Every page and every dialog, and the way there, for visual and accessibility tests.

use serde_json::json;

use crate::{changes::open_changes, hostile_seeds, page::Page, seed::ARTICLES, translations};

/// A state of the page.
pub(crate) struct Scene {
    /// The start of the names of its reference pictures.
    pub(crate) name: &'static str,
    /// Opens the scene from any other.
    pub(crate) open: fn(&Page),
    /// True if it exists in narrow viewports only.
    pub(crate) narrow_only: bool,
    /// False if JavaScript is disabled.
    pub(crate) javascript: bool,
    /// False if the program, which loads the typefaces, does not run.
    pub(crate) typefaces: bool,
    /// False if light pictures on a phone and on a desktop are enough, because other scenes show
    /// its styles in all viewports and colours.
    pub(crate) every_look: bool,
}

const fn scene(name: &'static str, open: fn(&Page)) -> Scene {
    Scene { name, open, narrow_only: false, javascript: true, typefaces: true, every_look: true }
}

const fn translated(name: &'static str, open: fn(&Page)) -> Scene {
    Scene { every_look: false, ..scene(name, open) }
}

const fn without_javascript(name: &'static str, open: fn(&Page)) -> Scene {
    Scene { javascript: false, typefaces: false, ..scene(name, open) }
}

/// States of the results page.
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
        page.select_option(&page.role("combobox").named("Show"), "List");
        page.expect_count(17);
    }),
];

/// States of the article page.
pub(crate) const READER: &[Scene] = &[
    scene("reader", |page| {
        page.open_article(ARTICLES[0].1, "");
        page.expect_article(ARTICLES[0].0);
    }),
    scene("reader-marked", |page| {
        page.open_article(ARTICLES[2].1, "q=oreshnik");
        page.expect_article(ARTICLES[2].0);
    }),
    scene("reader-end", |page| {
        page.open_article(ARTICLES[5].1, "");
        page.expect_article(ARTICLES[5].0);
        add_note(page, "p2", 24, "Look again at what was said in May.");
        page.role("complementary").named("Your notes").script(
            "addEventListener('resize', () => arguments[0].scrollIntoView()); arguments[0].scrollIntoView()",
        );
    }),
];

/// The site sections beside the results, and the page of an entity.
pub(crate) const SECTIONS: &[Scene] = &[
    scene("names", |page| open_section(page, "Names")),
    scene("name", |page| {
        page.open("/names/?name=organisation:NATO");
        page.role("heading").named("NATO").one();
    }),
    scene("saved-nothing", |page| open_section(page, "Saved")),
    scene("saved", |page| {
        page.open("/");
        page.role("button").named(&format!("Save: {}", ARTICLES[4].0)).click();
        page.open_article(ARTICLES[5].1, "");
        page.expect_article(ARTICLES[5].0);
        add_note(page, "p2", 24, "Look again at what was said in May.");
        open_section(page, "Saved");
        page.role("list").named("Saved").role("article").some();
    }),
];

/// The views that explore the edition.
pub(crate) const EXPLORER: &[Scene] = &[
    scene("timeline", |page| open_view(page, "/timeline/", "Timeline")),
    scene("trends", |page| {
        open_view(page, "/trends/?term=troops&term=missile&term=drones", "Trends");
    }),
    scene("places", |page| open_view(page, "/places/", "Places")),
    scene("places-near", |page| open_view(page, "/places/?at=32,49,40", "Places")),
    scene("together", |page| open_view(page, "/together/", "Together")),
    scene("together-matrix", |page| open_view(page, "/together/?as=matrix", "Together")),
    scene("quotes", |page| open_section(page, "Quotes")),
    scene("figures", |page| open_section(page, "Figures")),
    scene("figures-unit", |page| open_view(page, "/figures/?unit=%25", "Figures")),
    scene("lists", |page| open_view(page, "/lists/", "Reading lists")),
    scene("since", open_changes),
];

/// Dialogs and popovers.
pub(crate) const DIALOGS: &[Scene] = &[
    scene("keys", |page| {
        page.open("/");
        page.role("button").starting_with("Keys").click();
        page.role("dialog").one();
    }),
    scene("export", |page| {
        page.open("/");
        page.role("button").named("Export").click();
        page.role("dialog").named("Export").one();
    }),
    scene("cite", |page| {
        page.open_article(ARTICLES[0].1, "");
        page.role("button").named("Cite").click();
        page.role("dialog").named("Cite this article").role("heading").named("CSL-JSON").one();
        // Each host has another port, which would change the picture.
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
        narrow_only: true,
        ..scene("filters", |page| {
            page.resize(320, 900);
            page.open("/?section=Diplomacy");
            page.role("button").starting_with("Filters").click();
            page.facet("Section").one();
        })
    },
];

/// Pages that report an error: a missing program, an unknown URL.
pub(crate) const ERRORS: &[Scene] = &[
    // The failure comes first, because the browser has not cached the program yet.
    Scene {
        typefaces: false,
        ..scene("failure", |page| {
            let program = page.remove_program();
            page.open("/");
            page.server().clear(&program);
        })
    },
    scene("not-found", |page| {
        page.allow_failed_request("/nowhere");
        page.open("/nowhere");
        page.search_box().one();
        page.role("main").role("link").named("see all items").one();
    }),
];

/// Pages in a browser without JavaScript.
pub(crate) const WITHOUT_JAVASCRIPT: &[Scene] = &[
    without_javascript("without-scripts", |page| {
        page.open_published("/");
        page.expect_count(17);
    }),
    without_javascript("reader-without-scripts", |page| {
        page.open_published(&format!("/article/{}/", ARTICLES[2].1));
        page.expect_article(ARTICLES[2].0);
    }),
    without_javascript("names-without-scripts", |page| {
        page.open_published("/names/");
        page.role("heading").named("Names").one();
    }),
];

/// Right-to-left text in a left-to-right page.
pub(crate) const RIGHT_TO_LEFT: &[Scene] = &[
    scene("results-from-the-right", |page| {
        page.open("/?q=%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1");
        page.expect_titles(&[hostile_seeds::RIGHT_TO_LEFT_TITLE]);
    }),
    scene("reader-from-the-right", |page| {
        page.open("/");
        page.results().role("link").named(hostile_seeds::RIGHT_TO_LEFT_TITLE).click();
        page.expect_article(hostile_seeds::RIGHT_TO_LEFT_TITLE);
    }),
];

/// An article with every kind of block.
pub(crate) const FORMS: &[Scene] = &[
    scene("reader-every-form", open_every_form),
    scene("reader-every-form-code", |page| {
        open_every_form(page);
        page.role("heading").named("Code").script(
            "addEventListener('resize', () => arguments[0].scrollIntoView()); arguments[0].scrollIntoView()",
        );
    }),
];

fn open_every_form(page: &Page) {
    page.open("/");
    page.results().role("link").named(hostile_seeds::EVERY_FORM_TITLE).click();
    page.expect_article(hostile_seeds::EVERY_FORM_TITLE);
}

/// A page in German, with the long words of that language.
pub(crate) const GERMAN: &[Scene] = &[
    translated("results-german", |page| {
        page.open("/?q=f%C3%A4hre");
        translations::GERMAN
            .expect_titles(page, &[translations::GERMAN.ferry, translations::GERMAN.storm]);
    }),
    translated("reader-german", |page| {
        translations::GERMAN.open_ferry(page, "/?q=f%C3%A4hrt");
    }),
];

/// A page in Arabic, which reads from right to left.
pub(crate) const ARABIC: &[Scene] = &[
    translated("results-arabic", |page| {
        page.open("/?q=العبارة");
        translations::ARABIC
            .expect_titles(page, &[translations::ARABIC.ferry, translations::ARABIC.storm]);
    }),
    translated("reader-arabic", |page| {
        translations::ARABIC.open_ferry(page, "/?q=السفينة");
    }),
];

/// A page in Japanese, which has no spaces between words.
pub(crate) const JAPANESE: &[Scene] = &[
    translated("results-japanese", |page| {
        page.open("/?q=フェリー");
        translations::JAPANESE
            .expect_titles(page, &[translations::JAPANESE.ferry, translations::JAPANESE.storm]);
    }),
    translated("reader-japanese", |page| {
        translations::JAPANESE.open_ferry(page, "/?q=運航");
    }),
];

/// Returns all scenes.
#[cfg(test)]
pub(crate) fn all() -> impl Iterator<Item = &'static Scene> {
    [RESULTS, READER, SECTIONS, EXPLORER, DIALOGS, ERRORS, WITHOUT_JAVASCRIPT, RIGHT_TO_LEFT, FORMS]
        .into_iter()
        .chain([GERMAN, ARABIC, JAPANESE])
        .flatten()
}

fn open_view(page: &Page, path: &str, name: &str) {
    page.open(path);
    page.role("heading").named(name).one();
}

#[track_caller]
fn open_section(page: &Page, name: &str) {
    page.open(&format!("/{}/", name.to_lowercase()));
    page.role("heading").named(name).one();
}

/// Selects the first characters of a paragraph. Arguments: its id, and the number of characters.
const SELECT: &str = "
    const text = document.createTreeWalker(document.getElementById(arguments[0]), NodeFilter.SHOW_TEXT).nextNode();
    getSelection().setBaseAndExtent(text, 0, text, arguments[1]);
    return getSelection().toString();
";

/// Selects the first characters of a paragraph and returns the selected text.
#[track_caller]
pub(crate) fn select(page: &Page, paragraph: &str, characters: u32) -> String {
    let text = page
        .session()
        .run(SELECT, &json!([paragraph, characters]))
        .expect("the paragraph can be selected");
    text.as_str().expect("the script returns a text").trim().to_owned()
}

/// Highlights the first characters of a paragraph and writes a note about them.
#[track_caller]
pub(crate) fn add_note(page: &Page, paragraph: &str, characters: u32, note: &str) {
    let passage = select(page, paragraph, characters);
    page.role("group")
        .named("Selected passage")
        .role("button")
        .named("Highlight and add note")
        .click();
    page.role("textbox").named(&format!("Note on: {passage}")).click();
    page.type_text(note);
    page.script("document.activeElement.blur()");
    page.until("the note to be stored", || {
        // A collection has a key of its own.
        let stored = page.script(
            "const { bookmarks } = document.documentElement.dataset;
             return localStorage.getItem(bookmarks ?? 'cuttings.shelf') ?? ''",
        );
        if stored.as_str().is_some_and(|stored| stored.contains(note)) {
            Ok(())
        } else {
            Err(stored.to_string())
        }
    });
}
