//! Exports of a collection: citations, results and articles, which a worker writes on the device.

use serde_json::Value;

use crate::{
    page::Page,
    scenes, seed,
    site::Site,
    suite::{Suite, test},
    tests::{
        library::{add_files, drop_files, expect_collection, open_library, open_site, requested},
        offline::stop_host,
    },
    webdriver::Key,
};

/// A note with a source, and one without.
const FILES: [(&str, &str); 2] = [
    (
        "harbour/ferry.md",
        "---\ntitle: Ferry Returns to Norheim\nauthors: [Asta Lund]\ndate: 2024-03-02\n\
         source: {name: Harbour Papers, url: 'https://papers.example/ferry'}\n---\n\n\
         The first boat left the quay **at dawn** with forty people on board.\n",
    ),
    ("harbour/log.md", "# Log of the Breakwater\n\nThe lamp was lit at six.\n"),
];

/// The titles of these files.
const TITLES: [&str; 2] = ["Ferry Returns to Norheim", "Log of the Breakwater"];

/// Records the names and the contents of files that the page has the browser save.
pub(super) const RECORD_FILES: &str = "
    window.saved = [];
    let last;
    URL.createObjectURL = blob => ((last = blob), 'about:blank');
    HTMLAnchorElement.prototype.click = async function () {
      const bytes = await last.arrayBuffer();
      const text = bytes => [...new Uint8Array(bytes)].map(b => String.fromCharCode(b)).join('');
      saved.push([this.download, text(bytes)]);
    };";

pub(crate) fn suite() -> Suite {
    Suite {
        name: "library_exports",
        site: Site::Build,
        // Collections have addresses below the base path.
        depends_on_base: true,
        tests: vec![
            // Workers and storage are the engine's own.
            test!(an_article_is_cited).in_every_engine(),
            test!(results_are_exported).in_every_engine(),
            test!(an_article_is_saved_as_markdown).in_every_engine(),
            test!(a_collection_is_exported).in_every_engine(),
            test!(notes_are_exported_as_annotations).in_every_engine(),
            test!(notes_of_the_site_are_exported_as_annotations).in_every_engine(),
            test!(exports_work_without_the_network).in_every_engine(),
            test!(a_site_with_a_separate_edition_exports_collections).against(Site::Parts),
            test!(the_exporter_is_loaded_when_something_is_exported),
            test!(a_page_of_older_items_exports_none),
        ],
    }
}

/// Adds the files, waits for the page of the collection, and records what is saved.
#[track_caller]
fn add(page: &Page) {
    open_site(page);
    drop_files(page, &FILES);
    expect_collection(page);
    page.expect_titles_in_any_order(&TITLES);
    page.script(RECORD_FILES);
}

#[track_caller]
fn open_article(page: &Page, title: &str) {
    page.results().role("link").named(title).click();
    page.expect_article(title);
}

/// Returns the name and the text of the next file that is saved.
#[track_caller]
fn saved(page: &Page) -> (String, String) {
    let is_utf8 = "const decode = text => new TextDecoder().decode(
        Uint8Array.from(text, c => c.charCodeAt(0)));
        const file = window.saved.shift(); return file && [file[0], decode(file[1])]";
    page.until("a saved file", || {
        let file = page.script(is_utf8);
        let text = |at: usize| file[at].as_str().map(str::to_owned);
        text(0).zip(text(1)).ok_or_else(|| file.to_string())
    })
}

/// Opens the citations of the article, and returns them.
#[track_caller]
fn citations(page: &Page) -> String {
    page.role("button").named("Cite").click();
    let dialog = page.role("dialog").named("Cite this article");
    page.until("six citations", || {
        let names = dialog.role("heading").names();
        let expected = ["APA", "MLA", "Chicago", "BibTeX", "RIS", "CSL-JSON"];
        if names == expected { Ok(()) } else { Err(format!("{names:?}")) }
    });
    let text = dialog.text();
    page.press(Key::Escape);
    dialog.none();
    text
}

/// Exports the results, and returns the name and the text of the file.
#[track_caller]
pub(super) fn exported(page: &Page, format: &str) -> (String, String) {
    page.role("main").role("button").named("Export").click();
    page.role("dialog").named("Export").role("button").named(format).click();
    page.press(Key::Escape);
    saved(page)
}

fn notes_are_exported_as_annotations(page: &Page) {
    add(page);
    open_article(page, TITLES[0]);
    scenes::add_note(page, "p1", 14, "So early?");
    page.role("navigation").named("Sections").role("link").named("Saved").click();
    page.role("main").role("button").named("Export as web annotations").click();
    let (name, text) = saved(page);
    assert_eq!(name, "annotations.jsonld");
    let annotations: Value = serde_json::from_str(&text).expect("it is JSON");
    let [annotation] = annotations["items"].as_array().map_or(&[][..], Vec::as_slice) else {
        panic!("one annotation, not {annotations}")
    };
    assert_eq!(annotation["target"]["source"], "https://papers.example/ferry");
    assert_eq!(annotation["target"]["selector"]["exact"], "The first boat");
    assert_eq!(annotation["body"]["value"], "So early?");
}

fn notes_of_the_site_are_exported_as_annotations(page: &Page) {
    let (title, slug, _) = seed::ARTICLES[5];
    page.open_article(slug, "");
    page.expect_article(title);
    let text = page.script("return document.getElementById('p2').textContent");
    let text = text.as_str().expect("the paragraph has a text").to_owned();
    scenes::add_note(page, "p2", 24, "Look again.");
    page.role("navigation").named("Sections").role("link").named("Saved").click();
    page.script(RECORD_FILES);
    let export = || {
        page.role("main").role("button").named("Export as web annotations").click();
        let (name, text) = saved(page);
        assert_eq!(name, "annotations.jsonld");
        let annotations: Value = serde_json::from_str(&text).expect("it is JSON");
        assert_eq!(annotations["type"], "AnnotationPage");
        let items = annotations["items"].as_array().cloned().unwrap_or_default();
        let [annotation] = &items[..] else { panic!("one annotation, not {annotations}") };
        annotation.clone()
    };
    let annotation = export();
    let url = format!("article/{slug}/");
    let [source, id] = [&annotation["target"]["source"], &annotation["id"]].map(Value::as_str);
    assert!(source.is_some_and(|it| it.starts_with("http") && it.ends_with(&url)), "{annotation}");
    assert!(id.is_some_and(|it| it.ends_with(&format!("{url}#note-1"))), "{annotation}");
    assert_eq!(annotation["motivation"], "commenting");
    assert_eq!(annotation["body"]["value"], "Look again.");
    let selector = &annotation["target"]["selector"];
    let [exact, suffix] =
        ["exact", "suffix"].map(|key| selector[key].as_str().unwrap_or("missing"));
    assert_eq!(selector["prefix"], "");
    assert_eq!(suffix.chars().count(), 32, "{annotation}");
    assert!(text.starts_with(&[exact, suffix].concat()), "{annotation} of {text}");
    // Programs find a passage also without the words around it.
    page.expect_offline_copy();
    stop_host(page);
    let annotation = export();
    assert_eq!(annotation["target"]["selector"]["exact"], exact);
    assert_eq!(annotation["target"]["selector"]["prefix"], Value::Null);
}

fn an_article_is_cited(page: &Page) {
    add(page);
    open_article(page, TITLES[0]);
    let text = citations(page);
    for expected in [
        "Lund, A. (2024, March 2). Ferry Returns to Norheim. Harbour Papers. \
         https://papers.example/ferry",
        "@online{ferry-returns-to-norheim",
        "UR - https://papers.example/ferry",
        r#""container-title":"Harbour Papers""#,
    ] {
        assert!(text.replace("  ", " ").contains(expected), "{expected} in {text}");
    }
    page.back();
    open_article(page, TITLES[1]);
    let text = citations(page);
    assert!(text.contains("Log of the Breakwater. (n.d.)."), "{text}");
    // The collection is no publication, and nobody else can open its addresses.
    assert!(!text.contains("harbour") && !text.contains("://"), "{text}");
}

fn results_are_exported(page: &Page) {
    add(page);
    page.search("lamp");
    page.expect_titles(&[TITLES[1]]);
    let (name, text) = exported(page, "CSV");
    assert_eq!(name, "results.csv");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 2, "{text}");
    assert!(lines[0].starts_with("title,kind,section,"), "{text}");
    assert!(lines[1].starts_with("Log of the Breakwater,article,"), "{text}");
    page.search("");
    page.expect_titles_in_any_order(&TITLES);
    let (name, text) = exported(page, "JSON");
    assert_eq!(name, "results.json");
    let items: serde_json::Value = serde_json::from_str(&text).expect("the file is JSON");
    assert_eq!(items.as_array().map(Vec::len), Some(2), "{text}");
    assert_eq!(items[0]["title"], TITLES[0], "{text}");
    assert_eq!(items[0]["address"], "https://papers.example/ferry", "{text}");
    let (name, text) = exported(page, "Markdown");
    assert_eq!(name, "results.md");
    let first =
        "- [Ferry Returns to Norheim](https://papers.example/ferry) · Asta Lund · 2024-03-02";
    assert!(text.starts_with(first), "{text}");
    assert!(text.contains("\n- Log of the Breakwater"), "{text}");
}

fn an_article_is_saved_as_markdown(page: &Page) {
    add(page);
    open_article(page, TITLES[0]);
    page.script(
        "localStorage.setItem(document.documentElement.dataset.bookmarks, JSON.stringify([
           ['cuttings-shelf', '1'],
           ['note', 'ferry-returns-to-norheim', '1', 'forty people', 'How many?'],
         ]))",
    );
    // A link would open an address in a new tab that has no file.
    page.role("link").named("Save as Markdown").none();
    page.role("button").named("Save as Markdown").click();
    let (name, text) = saved(page);
    assert_eq!(name, "ferry-returns-to-norheim.md");
    for expected in [
        "---\ntitle: \"Ferry Returns to Norheim\"\n",
        "authors: [\"Asta Lund\"]\n",
        "left the quay **at dawn** with ==forty people== on board.",
        "“forty people”: How many?",
    ] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
}

fn a_collection_is_exported(page: &Page) {
    add_files(page);
    open_library(page);
    page.script(RECORD_FILES);
    let button = "Export the articles of My articles as Markdown";
    page.role("dialog").role("button").named(button).click();
    let (name, archive) = saved(page);
    assert_eq!(name, "My articles.zip");
    assert!(archive.starts_with("PK"), "it is a ZIP archive");
    for name in ["ferry-returns-to-norheim.md", "reading-the-tide-table.md", "pictures/"] {
        assert!(archive.contains(name), "{name} is in the archive");
    }
}

fn exports_work_without_the_network(page: &Page) {
    add(page);
    let path = page.path();
    page.expect_offline_copy();
    // The exporter is kept when it has been loaded.
    exported(page, "CSV");
    stop_host(page);
    page.open(&path);
    page.expect_titles_in_any_order(&TITLES);
    page.script(RECORD_FILES);
    let (_, text) = exported(page, "CSV");
    assert_eq!(text.lines().count(), 3, "{text}");
    open_article(page, TITLES[0]);
    assert!(citations(page).contains("Harbour Papers"));
    page.role("button").named("Save as Markdown").click();
    assert_eq!(saved(page).0, "ferry-returns-to-norheim.md");
}

fn a_site_with_a_separate_edition_exports_collections(page: &Page) {
    add(page);
    assert_eq!(exported(page, "CSV").1.lines().count(), 3);
    open_article(page, TITLES[0]);
    assert!(citations(page).contains("Harbour Papers"));
}

fn the_exporter_is_loaded_when_something_is_exported(page: &Page) {
    add(page);
    page.expect_offline_copy();
    let loaded = || {
        let is_code = |path: &String| path.contains("/exporter");
        requested(page).into_iter().filter(is_code).count()
    };
    assert_eq!(loaded(), 0);
    exported(page, "CSV");
    assert_eq!(loaded(), 2, "a script and a program");
    exported(page, "JSON");
    open_article(page, TITLES[0]);
    citations(page);
    assert_eq!(loaded(), 2);
    let sent = page.server().log().iter().filter(|request| request.method != "GET").count();
    assert_eq!(sent, 0, "nothing leaves the device");
}

fn a_page_of_older_items_exports_none(page: &Page) {
    add(page);
    // As if files had been added in another tab: numbers of items mean others there.
    page.script(
        "const { dataset } = document.querySelector('script[data-edition]');
         dataset.edition = dataset.edition.replace(/edition-\\w+/, 'edition-older')",
    );
    page.role("main").role("button").named("Export").click();
    page.role("dialog").named("Export").role("button").named("CSV").click();
    page.until("a message", || {
        let text = page.script("return document.querySelector('.announcements').textContent");
        if text == "Could not load it. Check the connection, then try again." {
            Ok(())
        } else {
            Err(text.to_string())
        }
    });
    assert_eq!(page.script("return window.saved.length"), 0);
}
