//! An article with every kind of block, in `e2e/hostile-seeds`: what readers do with its parts.

use serde_json::json;

use crate::{
    axe,
    hostile_seeds::EVERY_FORM_TITLE,
    page::Page,
    scenes,
    site::Site,
    suite::{Suite, test},
    webdriver::Key,
};

/// The article's slug.
const SLUG: &str = "the-harbour-handbook-in-every-form";

pub(crate) fn suite() -> Suite {
    Suite {
        name: "forms",
        site: Site::Hostile,
        depends_on_base: false,
        tests: vec![
            // Selections and focus depend on the engine.
            test!(an_item_of_a_list_can_be_annotated).in_every_engine(),
            test!(lines_of_code_can_be_annotated).in_every_engine(),
            test!(a_footnote_leads_there_and_back).in_every_engine(),
            test!(every_form_is_shown_and_named).in_every_engine(),
            test!(every_form_is_read_aloud),
            test!(a_footnote_shows_beside_its_mark),
            test!(code_can_be_copied),
            test!(a_wide_table_scrolls_by_itself),
            test!(hits_across_marks_are_counted_once),
            test!(contents_follow_the_levels),
            test!(an_article_is_offered_as_markdown),
            test!(a_hit_in_a_later_chunk_is_reached),
            test!(no_accessibility_violation),
        ],
    }
}

#[track_caller]
fn open(page: &Page, search: &str) {
    page.open_article(SLUG, search);
    page.expect_article(EVERY_FORM_TITLE);
}

/// Returns the `id` of the block that contains a text.
#[track_caller]
fn block_with(page: &Page, text: &str) -> String {
    let id = page.script(&format!(
        "return [...document.querySelectorAll('.prose [id^=p]')]
            .find(block => block.textContent.includes({})).id",
        json!(text)
    ));
    id.as_str().expect("a block contains the text").to_owned()
}

/// Highlights a passage, and expects it to be marked within an element of this kind.
#[track_caller]
fn annotate(page: &Page, text: &str, characters: u32, element: &str) {
    let block = block_with(page, text);
    scenes::add_note(page, &block, characters, "Look again.");
    page.reload();
    page.expect_article(EVERY_FORM_TITLE);
    let marked =
        page.script(&format!("return document.querySelectorAll('{element} mark.noted').length"));
    assert_eq!(marked, 1, "a highlighted passage in {element}");
}

fn an_item_of_a_list_can_be_annotated(page: &Page) {
    open(page, "");
    annotate(page, "Moor the boat", 8, ".prose li");
}

fn lines_of_code_can_be_annotated(page: &Page) {
    open(page, "");
    let block = block_with(page, "fn moor");
    scenes::select(page, &block, 90);
    page.role("button").named("Highlight and add note").click();
    page.until("the note", || {
        let notes = page.script("return document.querySelectorAll('.notes li').length");
        if notes == 1 { Ok(()) } else { Err(notes.to_string()) }
    });
    let quote = page.script("return document.querySelector('.prose pre mark.noted').textContent");
    let quote = quote.as_str().unwrap_or_default();
    assert!(quote.contains("{\n\t//"), "two lines stay one passage: {quote}");
}

fn a_footnote_leads_there_and_back(page: &Page) {
    open(page, "");
    let note = block_with(page, "tide table");
    let reference = block_with(page, "The handbook opens");
    let focused = |expected: &str| {
        page.until("the focus", || {
            let id = page.script("return document.activeElement.id");
            if id == expected { Ok(()) } else { Err(id.to_string()) }
        });
    };
    page.role("link").named("Footnote 1").click();
    focused(&note);
    assert_eq!(page.script("return location.hash"), json!(format!("#{note}")));
    page.role("link").named("Back to the text of footnote 1").click();
    focused(&reference);
}

/// Expects each kind of block and mark by what readers and assistive technology find it by.
fn every_form_is_shown_and_named(page: &Page) {
    open(page, "");
    let found = page.script(
        "const count = selector => document.querySelectorAll(`.prose ${selector}`).length;
         const shown = selector => [...document.querySelectorAll(`.prose ${selector}`)]
            .filter(element => element.getClientRects().length === 0).length;
         const white = getComputedStyle(document.querySelector('.prose pre code')).whiteSpace;
         return {
            missing: ['h2', 'h3', 'h4', 'h5', 'ul > li', 'ol > li > ol, ul > li > ol',
                'ol[start=\"3\"]', 'li.task input:checked', 'li.task input:not(:checked)',
                'blockquote blockquote', '.alert.tip', '.alert.caution', 'pre code', '.language',
                'th[scope=col]', 'td.right', 'dl > dt + dd + dd', 'hr', 'strong', 'em', 'del',
                'mark.author', 'sub', 'sup', 'p > code', 'a.external[rel=noopener]',
                '.footnotes li[value=\"2\"]', '.heading > .pilcrow'].filter(it => count(it) === 0),
            hidden: shown('[id^=p]'),
            keepsSpaces: white.startsWith('pre'),
            arrow: getComputedStyle(document.querySelector('.prose a.external'), '::after').content,
         }",
    );
    assert_eq!(found["missing"], json!([]));
    assert_eq!((&found["hidden"], &found["keepsSpaces"]), (&json!(0), &json!(true)));
    assert!(found["arrow"].as_str().is_some_and(|arrow| arrow.contains('↗')), "{found}");
    for name in ["Note", "Tip", "Important", "Warning", "Caution"] {
        let text = page.role("main").text();
        assert!(text.contains(name), "no {name}");
    }
    page.role("link").named("Link to paragraph 1").one();
    page.role("checkbox").named("Done").one();
    page.role("checkbox").named("Not done").one();
    page.role("region").starting_with("Table, paragraph").one();
}

fn every_form_is_read_aloud(page: &Page) {
    page.add_init_script(
        "window.spoken = [];
         window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
         const speech = { speaking: false, pending: false, cancel() {},
            speak(it) { window.spoken.push(it.text.trim()); } };
         Object.defineProperty(window, 'speechSynthesis', { value: speech });",
    );
    open(page, "");
    page.role("button").named("Listen").click();
    page.until("the end of the article", || {
        let spoken = page.script("return window.spoken.filter(text => text)");
        let spoken: Vec<&str> =
            spoken.as_array().into_iter().flatten().filter_map(|it| it.as_str()).collect();
        let place = |part: &str| spoken.iter().position(|text| text.contains(part));
        let parts = [
            EVERY_FORM_TITLE,
            "strong words",
            "Moor the boat.",
            "at the office,",
            "Paint the railing",
            "She had sailed in worse.",
            "Warning",
            "The quay is slippery",
            "fn moor",
            "North",
            "Draught",
            "The depth of a boat",
            "The tide table hangs",
        ];
        let places: Vec<Option<usize>> = parts.iter().map(|part| place(part)).collect();
        match places.iter().all(Option::is_some) && places.is_sorted() {
            true => Ok(()),
            false => Err(format!("{places:?} in {spoken:?}")),
        }
    });
}

fn a_footnote_shows_beside_its_mark(page: &Page) {
    open(page, "");
    // The tools, which load later, show it.
    page.until("the tools", || {
        page.role("link").named("Footnote 1").script("arguments[0].blur(); arguments[0].focus()");
        let text = page.script("return document.querySelector('.peek')?.textContent ?? ''");
        match text.as_str().is_some_and(|text| text.contains("tide table")) {
            true => Ok(()),
            false => Err(text.to_string()),
        }
    });
    page.press(Key::Escape);
    assert_eq!(page.script("return document.querySelectorAll('.peek').length"), 0);
}

fn code_can_be_copied(page: &Page) {
    page.add_init_script(
        "navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }",
    );
    open(page, "");
    page.script("document.querySelector('.prose .code button').click()");
    page.until("the code to be copied", || {
        let copied = page.script("return window.copied ?? ''");
        let expected = "fn moor(boat: &Boat, berth: Berth) -> Result<Receipt, Refusal> {\n\t//";
        match copied.as_str().is_some_and(|copied| copied.starts_with(expected)) {
            true => Ok(()),
            false => Err(copied.to_string()),
        }
    });
}

fn a_wide_table_scrolls_by_itself(page: &Page) {
    page.resize(320, 640);
    open(page, "");
    let table = page.role("region").starting_with("Table, paragraph");
    let scrolled = table.script(
        "arguments[0].focus();
         const { scrollWidth, clientWidth } = arguments[0];
         return [scrollWidth > clientWidth, document.activeElement === arguments[0],
            document.documentElement.scrollWidth <= innerWidth]",
    );
    assert_eq!(scrolled, json!([true, true, true]));
    assert_eq!(page.script("return document.querySelectorAll('th[scope=col]').length"), 5);
}

fn hits_across_marks_are_counted_once(page: &Page) {
    open(page, "q=%22strong+words%22+berth");
    let [marked, counted] = [
        "return document.querySelectorAll('.reader mark:not([class])').length",
        "return Number.parseInt(document.querySelector('.hits span').textContent)",
    ]
    .map(|script| page.script(script));
    assert_eq!(marked, counted);
    assert_eq!(page.script("return document.querySelectorAll('.prose strong mark').length"), 1);
}

fn contents_follow_the_levels(page: &Page) {
    open(page, "");
    let levels = page.role("navigation").named("Contents").script(
        "const depth = link => { let n = 0; for (let at = link; at.tagName !== 'NAV'; at = at.parentElement) n += at.tagName === 'OL'; return n };
         return [...arguments[0].querySelectorAll('a')].map(link => [link.textContent, depth(link)])",
    );
    let expected = [
        ("Lists", 1),
        ("Quotations and notes", 2),
        ("Code", 1),
        ("Fees", 2),
        ("Words", 3),
        ("The end", 4),
    ];
    assert_eq!(levels, json!(expected));
}

fn an_article_is_offered_as_markdown(page: &Page) {
    open(page, "");
    let text = expect_text(page, &format!("article/{SLUG}/article.txt"));
    for piece in [
        "title: \"The Harbour Handbook in Every Form\"",
        "**strong words**",
        "- [x] Paint the railing",
        "> [!WARNING]",
        "| North | *Ada* | 12.5 |",
        "[^tide]".replace("tide", "1").as_str(),
    ] {
        assert!(text.contains(piece), "no {piece} in {text}");
    }
    page.role("link").named("Save as Markdown").one();
}

/// Fetches a text of the site.
#[track_caller]
fn expect_text(page: &Page, path: &str) -> String {
    let script = "const report = arguments[arguments.length - 1];
        fetch(arguments[0]).then(response => response.text()).then(report)";
    let text = page.session().run_async(script, &json!([path])).expect("the text is published");
    text.as_str().unwrap_or_default().to_owned()
}

fn no_accessibility_violation(page: &Page) {
    for width in [390, 1440] {
        page.resize(width, 900);
        open(page, "");
        let found = axe::violations(page);
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

/// The page renders an article chunk by chunk. A link from the results waits for its block.
fn a_hit_in_a_later_chunk_is_reached(page: &Page) {
    page.resize(1280, 500);
    page.open("/?q=twice");
    page.results().role("link").named("Paragraph 37, 1 hit").click();
    page.expect_article(EVERY_FORM_TITLE);
    assert_eq!(page.script("return location.hash"), "#p37");
    page.until("the hit to be in the viewport", || {
        let hit = "const mark = document.querySelector('#p37 mark');
            return mark ? mark.getBoundingClientRect().top : -1";
        match page.script(hit).as_f64() {
            Some(top) if (0.0..500.0).contains(&top) => Ok(()),
            top => Err(format!("it is at {top:?}")),
        }
    });
    let state = "return [document.querySelectorAll('.prose > .chunk').length,
        document.querySelectorAll('.prose [id^=p]').length,
        document.querySelectorAll('[aria-busy]').length,
        document.querySelector('.hits').innerText.includes('1 hit')]";
    assert_eq!(page.script(state), json!([2, 37, 0, true]));
    page.back();
    page.expect_count(1);
}
