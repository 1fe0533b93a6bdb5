//! Reading lists: articles in an order of the reader's own, kept on the device, printed as a whole
//! and saved as books.

use crate::{
    page::Page,
    screenshot::project_folder,
    seed::ARTICLES,
    site::Site,
    suite::{Suite, test},
    tests::{
        library::{TITLES, add_files, open_library},
        library_copies::saved,
    },
    webdriver::Key,
};
use std::{fs::File, io::Read as _, path::Path, process::Command};
use zip::ZipArchive;

pub(crate) fn suite() -> Suite {
    Suite {
        name: "lists",
        site: Site::Build,
        // Views have pages of their own below the base path.
        depends_on_base: true,
        tests: vec![
            test!(a_list_of_results_is_ordered_by_keys).in_every_engine(),
            test!(a_list_is_saved_as_a_book).in_every_engine(),
            test!(a_book_of_the_results_passes_the_checker),
            test!(a_list_is_printed_with_a_table_of_contents).in_every_engine(),
            test!(a_list_opens_at_its_address),
            test!(saved_articles_are_added_once),
            test!(a_list_is_renamed_and_deleted),
            test!(an_article_that_the_edition_lacks_is_named),
            test!(a_collection_has_lists_of_its_own),
            test!(a_list_in_parts_gets_its_articles).against(Site::Parts),
        ],
    }
}

/// A query with three articles, and the name of a list for them.
const QUERY: &str = "/lists/?q=title:(Starmer+OR+Donetsk+OR+Kyiv)&kind=article&sort=original";
const NAME: &str = "For the train";

/// Returns the titles of the query's articles in the order of the edition.
fn titles() -> Vec<&'static str> {
    let titles = ARTICLES.iter().map(|(title, ..)| *title);
    titles
        .filter(|title| ["Starmer", "Donetsk", "Kyiv"].iter().any(|it| title.contains(it)))
        .collect()
}

/// Makes a list of the articles at an address.
#[track_caller]
fn make_list(page: &Page, address: &str, expected: &[&str]) {
    page.open(address);
    page.role("textbox").named("Name of a new list").click();
    page.type_text(NAME);
    page.press(Key::Enter);
    page.role("heading").named(NAME).one();
    page.role("main").role("button").named("Add these results").click();
    expect_items(page, expected);
}

/// Compares the articles of the list.
#[track_caller]
fn expect_items(page: &Page, expected: &[&str]) {
    page.until(&format!("the articles {expected:?}"), || {
        let found = page.role("list").named(NAME).role("link").names();
        if found == expected { Ok(()) } else { Err(format!("they are {found:?}")) }
    });
}

/// Expects that a button has the focus.
#[track_caller]
fn expect_focus(page: &Page, button: &str) {
    assert!(page.role("button").named(button).has_focus(), "“{button}” has no focus");
}

/// Expects that the page tells screen readers something.
#[track_caller]
fn expect_announced(page: &Page, expected: &str) {
    page.until(expected, || {
        let said = page.script("return document.querySelector('.announcements').textContent");
        if said == expected { Ok(()) } else { Err(said.to_string()) }
    });
}

fn a_list_of_results_is_ordered_by_keys(page: &Page) {
    let titles = titles();
    let [first, second, third] = titles[..] else { panic!("three articles match: {titles:?}") };
    make_list(page, QUERY, &titles);
    expect_announced(page, "Added: 3");
    page.role("button").named(&format!("Move {third} up")).script("arguments[0].focus()");
    page.press(Key::Enter);
    expect_items(page, &[first, third, second]);
    expect_focus(page, &format!("Move {third} up"));
    expect_announced(page, &format!("{third}: 2 of 3"));
    page.press(Key::Enter);
    expect_items(page, &[third, first, second]);
    // It can move no further up.
    expect_focus(page, &format!("Move {third} down"));
    page.role("button").named(&format!("Remove {first}")).script("arguments[0].focus()");
    page.press(Key::Enter);
    expect_items(page, &[third, second]);
    expect_focus(page, &format!("Remove {second}"));
    page.reload();
    expect_items(page, &[third, second]);
    page.role("link").named("All lists").click();
    page.role("heading").named("Reading lists").one();
    let text = page.role("list").named("Reading lists").text();
    assert!(text.contains(NAME) && text.contains("2 items"), "{text}");
}

/// Returns a file of a book.
#[track_caller]
fn file_of(book: &Path, name: &str) -> String {
    let mut archive = ZipArchive::new(File::open(book).expect("it was written")).expect("a book");
    let mut text = String::new();
    let mut file = archive.by_name(name).unwrap_or_else(|error| panic!("{name}: {error}"));
    file.read_to_string(&mut text).expect("it is text");
    text
}

fn a_list_is_saved_as_a_book(page: &Page) {
    let titles = titles();
    make_list(page, QUERY, &titles);
    page.role("button").named(&format!("Move {} down", titles[0])).click();
    expect_items(page, &[titles[1], titles[0], titles[2]]);
    let press = || page.role("main").role("button").named("Save as EPUB").click();
    let book = saved(page, &format!("{NAME}.epub"), press);
    page.until("what was saved", || {
        let text = page.role("main").text();
        if text.contains("Articles in the book: 3") { Ok(()) } else { Err(text) }
    });
    assert_eq!(file_of(&book, "mimetype"), "application/epub+zip");
    let package = file_of(&book, "EPUB/package.opf");
    assert!(package.contains(&format!("<dc:title>{NAME}</dc:title>")), "{package}");
    let contents = file_of(&book, "EPUB/contents.xhtml");
    let places: Vec<_> =
        [1, 0, 2].map(|number| contents.find(titles[number]).expect("it is a chapter")).into();
    assert!(places.is_sorted(), "{contents}");
    let first = file_of(&book, "EPUB/0001.xhtml");
    assert!(first.contains(&format!("<h1>{}</h1>", titles[1])), "{first}");
}

fn a_book_of_the_results_passes_the_checker(page: &Page) {
    page.open("/lists/");
    page.role("textbox").named("Name of a new list").one();
    let title = page.role("banner").role("link").names().concat();
    let press = || page.role("main").role("button").named("Save these results as EPUB").click();
    let name = page.script("return document.title.split(' – ').pop() + '.epub'");
    let book = saved(page, name.as_str().expect("it is a text"), press);
    assert_eq!(file_of(&book, "EPUB/contents.xhtml").matches("<li><a").count(), 9, "{title}");
    let checker = Command::new(project_folder().join("scripts/check-epub")).arg(&book).output();
    let checker = checker.expect("the script is there");
    let said = String::from_utf8_lossy(&checker.stdout);
    assert!(checker.status.success(), "{said}{}", String::from_utf8_lossy(&checker.stderr));
}

fn a_list_is_printed_with_a_table_of_contents(page: &Page) {
    let titles = titles();
    make_list(page, QUERY, &titles);
    page.script("window.print = () => { window.isPrinted = true }");
    page.role("main").role("button").named("Print the list").click();
    page.until("the print", || {
        let is_printed = page.script("return window.isPrinted === true");
        if is_printed == true { Ok(()) } else { Err("it does not print".to_owned()) }
    });
    // Only paper shows it, so the accessibility tree has none of it.
    let printed = page.script(
        "const all = selector => [...document.querySelectorAll('.printed ' + selector)];
         const ids = [...document.querySelectorAll('[id]')].map(it => it.id);
         return {
           titles: all('article > header h2').map(it => it.textContent),
           contents: all('nav a').map(it => it.textContent),
           lead: all('nav a').map(it => document.getElementById(it.href.split('#')[1])
             ?.querySelector('h2').textContent),
           isHere: all('nav a').every(it => it.getAttribute('href').startsWith('#article-')),
           paragraphs: all('article').map(it => it.querySelectorAll('.prose p').length > 0),
           repeated: ids.filter((id, index) => ids.indexOf(id) !== index),
           isVisible: document.querySelector('.printed').checkVisibility(),
         }",
    );
    for part in ["titles", "contents", "lead"] {
        assert_eq!(printed[part], serde_json::json!(titles), "{part}");
    }
    assert_eq!(printed["paragraphs"], serde_json::json!([true, true, true]));
    assert_eq!(printed["repeated"], serde_json::json!([]));
    assert_eq!(printed["isHere"], true);
    assert_eq!(printed["isVisible"], false);
    page.script("dispatchEvent(new Event('afterprint'))");
    page.until("the page as it was", || {
        let count = page.script("return document.querySelectorAll('.printed *').length");
        if count == 0 { Ok(()) } else { Err(count.to_string()) }
    });
}

fn a_list_opens_at_its_address(page: &Page) {
    let titles = titles();
    make_list(page, QUERY, &titles);
    page.open("/lists/?list=For+the+train");
    expect_items(page, &titles);
    assert!(page.role("heading").named(NAME).has_focus_now().is_ok());
    page.role("list").named(NAME).role("link").named(titles[1]).click();
    page.expect_article(titles[1]);
    page.back();
    expect_items(page, &titles);
    page.open("/lists/?list=Another");
    page.until("the note", || {
        let text = page.role("main").text();
        let note = "This device has no list with this name.";
        if text.contains(note) { Ok(()) } else { Err(text) }
    });
}

fn saved_articles_are_added_once(page: &Page) {
    let (title, slug, _) = ARTICLES[3];
    page.open_article(slug, "");
    page.role("main").role("button").named(&format!("Save: {title}")).click();
    let titles = titles();
    make_list(page, "/lists/?q=title:Donetsk&kind=article", &titles[1..2]);
    page.role("main").role("button").named("Add the saved articles").click();
    expect_items(page, &[titles[1], title]);
    page.role("main").role("button").named("Add the saved articles").click();
    expect_announced(page, "Added: 0");
    expect_items(page, &[titles[1], title]);
}

fn a_list_is_renamed_and_deleted(page: &Page) {
    make_list(page, QUERY, &titles());
    page.role("main").role("button").named("Rename").click();
    assert!(page.role("textbox").named("Name of the list").has_focus());
    page.type_text(" home");
    page.press(Key::Enter);
    page.role("heading").named("For the train home").one();
    assert!(page.path().ends_with("&list=For+the+train+home"), "{}", page.path());
    page.role("main").role("button").named("Delete").click();
    page.role("main").role("button").named("Delete for good").click();
    page.until("no list", || {
        let text = page.role("list").named("Reading lists").text();
        if text.contains("train") { Err(text) } else { Ok(()) }
    });
    page.reload();
    page.role("textbox").named("Name of a new list").one();
    assert!(!page.role("list").named("Reading lists").text().contains("train"));
}

fn an_article_that_the_edition_lacks_is_named(page: &Page) {
    page.open("/");
    page.expect_count(17);
    page.script(
        "localStorage.setItem('cuttings.lists', JSON.stringify([['cuttings-lists', '1'],
           ['list', 'For the train'], ['item', 'gone', 'The one that is gone']]))",
    );
    page.open("/lists/?list=For+the+train");
    page.until("the title", || {
        let text = page.role("list").named(NAME).text();
        let is_named =
            text.contains("The one that is gone") && text.contains("No longer in this edition");
        if is_named { Ok(()) } else { Err(text) }
    });
    page.role("button").named("Remove The one that is gone").click();
    page.until("the note", || {
        let text = page.role("main").text();
        if text.contains("This list has no articles yet.") { Ok(()) } else { Err(text) }
    });
}

fn a_collection_has_lists_of_its_own(page: &Page) {
    make_list(page, QUERY, &titles());
    add_files(page);
    page.role("navigation").named("Sections").role("link").named("Explore").click();
    page.role("navigation").named("Explore").role("link").named("Reading lists").click();
    page.role("textbox").named("Name of a new list").click();
    assert!(!page.role("list").named("Reading lists").text().contains(NAME));
    page.type_text(NAME);
    page.press(Key::Enter);
    page.role("main").role("button").named("Add these results").click();
    page.until("the articles", || {
        let found = page.role("list").named(NAME).role("link").names();
        if found.len() == TITLES.len() { Ok(()) } else { Err(format!("{found:?}")) }
    });
    let press = || page.role("main").role("button").named("Save as EPUB").click();
    let book = saved(page, &format!("{NAME}.epub"), press);
    let mut archive = ZipArchive::new(File::open(book).expect("it was written")).expect("a book");
    assert!(archive.by_name("EPUB/picture-0001.png").is_ok(), "the picture comes along");
    // They go with the collection.
    open_library(page);
    page.role("dialog").role("button").named("Remove My articles").click();
    page.role("dialog").role("button").named("Remove My articles for good").click();
    page.until("the lists of the site alone", || {
        let keys = page.script(
            "return Object.keys(localStorage).filter(it => it.startsWith('cuttings.lists'))",
        );
        if keys == serde_json::json!(["cuttings.lists"]) { Ok(()) } else { Err(keys.to_string()) }
    });
}

fn a_list_in_parts_gets_its_articles(page: &Page) {
    let titles = titles();
    make_list(page, QUERY, &titles);
    page.reload();
    expect_items(page, &titles);
    let press = || page.role("main").role("button").named("Save as EPUB").click();
    let book = saved(page, &format!("{NAME}.epub"), press);
    let last = file_of(&book, "EPUB/0003.xhtml");
    assert!(last.contains(&format!("<h1>{}</h1>", titles[2])) && last.len() > 1000, "{last}");
}
