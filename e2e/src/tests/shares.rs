//! Shares of other programs, which the service worker of an installed site takes, and files that
//! are opened with it. Both become articles in the library.

use serde_json::{Value, json};

use crate::{
    page::Page,
    seed,
    server::Fault,
    site::Site,
    suite::{Suite, test},
    tests::library::{
        FILES, TITLES, expect_collection, expect_said, library_button, open_library, open_site,
    },
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "shares",
        site: Site::Build,
        // The address of shares is below the base path.
        depends_on_base: true,
        tests: vec![
            // Workers and caches are the engine's own.
            test!(a_shared_text_becomes_an_article).in_every_engine(),
            test!(shares_come_into_one_collection).in_every_engine(),
            test!(shared_files_are_read).in_every_engine(),
            test!(a_share_survives_a_reload).in_every_engine(),
            test!(a_share_is_forgotten_once_it_is_stored),
            test!(a_share_without_anything_is_forgotten),
            // Storage quotas need developer tools.
            test!(a_share_without_space_is_reported),
            // Only Chromium passes files on, and needs developer tools to do so here.
            test!(opened_files_become_a_collection),
        ],
    }
}

/// The texts of an article that is shared.
const STORM: &str = "The storm has passed\n\nThe harbour opened at noon, and the first boat took \
                     mail and forty sacks of flour to the island.";

/// Opens the site, and waits until the service worker answers its requests.
#[track_caller]
fn open_installed_site(page: &Page) {
    open_site(page);
    page.expect_offline_copy();
    page.until("the worker to answer", || {
        let is_controlled = page.script("return !!navigator.serviceWorker.controller");
        if is_controlled == true { Ok(()) } else { Err("it does not".to_owned()) }
    });
}

/// Shares a title, a text and an address, of which any may be empty, and files, as the browser does
/// by the site's manifest for a reader who has installed it.
#[track_caller]
fn share(page: &Page, texts: [&str; 3], files: &[(&str, &str)]) {
    let manifest = page.server().files().read("manifest.webmanifest").expect("a manifest");
    let manifest: Value = serde_json::from_slice(&manifest).expect("JSON");
    let target = &manifest["share_target"];
    assert_eq!((&target["method"], &target["enctype"]), (&json!("POST"), &json!(FORM_DATA)));
    let action = page.url_of(target["action"].as_str().expect("an address"));
    let names = &target["params"];
    let fields =
        json!([[names["title"], texts[0]], [names["text"], texts[1]], [names["url"], texts[2]],]);
    let (list, files) = (&names["files"][0]["name"], json!(files));
    page.script(&format!(
        "const form = Object.assign(document.createElement('form'),
           {{ action: '{action}', method: 'post', enctype: '{FORM_DATA}', hidden: true }});
         for (const [name, value] of {fields}) {{
           if (value) form.append(Object.assign(document.createElement('textarea'), {{ name, value }}));
         }}
         const transfer = new DataTransfer();
         for (const [name, text] of {files}) {{
           transfer.items.add(new File([text], name.split('/').pop()));
         }}
         const input = Object.assign(document.createElement('input'), {{ type: 'file', multiple: true, name: {list} }});
         input.files = transfer.files;
         if (transfer.files.length) form.append(input);
         document.body.append(form);
         document.documentElement.dataset.shares = '';
         setTimeout(() => form.submit());"
    ));
    // A driver may not answer a question about an element of a page that is leaving.
    page.until("the next page", || {
        let is_next = "return document.readyState === 'complete'
            && document.documentElement.dataset.shares === undefined";
        if page.script(is_next) == true { Ok(()) } else { Err("it is the same".to_owned()) }
    });
}

const FORM_DATA: &str = "multipart/form-data";

/// Waits until nothing that was shared is left, and expects that none of it was sent.
#[track_caller]
fn expect_nothing_left(page: &Page) {
    page.until("the share to be forgotten", || {
        let kept = page.script("return caches.keys().then(names => names.join())");
        let is_left = kept.as_str().is_some_and(|names| names.contains("shared"));
        if is_left { Err(kept.to_string()) } else { Ok(()) }
    });
    let log = page.server().log();
    let sent: Vec<_> = log.iter().filter(|request| request.method == "POST").collect();
    assert!(sent.is_empty(), "{sent:?}");
    // A later visit does not add it again.
    page.open("/");
    page.expect_titles(&seed::titles());
    library_button(page);
    page.role("dialog").none();
}

/// Waits for the collection of shares with these articles.
#[track_caller]
fn expect_shared(page: &Page, titles: &[&str]) {
    expect_collection(page);
    assert!(page.path().ends_with("/library/shared/"), "{}", page.path());
    page.expect_titles_in_any_order(titles);
    assert_eq!(page.script("return document.title"), "Shared");
}

fn a_shared_text_becomes_an_article(page: &Page) {
    open_installed_site(page);
    share(page, ["", STORM, ""], &[]);
    expect_shared(page, &["The storm has passed"]);
    page.results().role("link").named("The storm has passed").click();
    page.expect_article("The storm has passed");
    page.search("flour");
    page.expect_titles(&["The storm has passed"]);
    expect_nothing_left(page);
}

fn shares_come_into_one_collection(page: &Page) {
    open_installed_site(page);
    share(page, ["The Ferry Is Back", "", "https://example.org/ferry"], &[]);
    expect_shared(page, &["The Ferry Is Back"]);
    page.results().role("link").named("The Ferry Is Back").click();
    page.expect_article("The Ferry Is Back");
    page.role("article").role("link").starting_with("https://example.org/ferry").some();
    // Most programs put the address behind a text.
    share(page, ["", "Prices of Fish https://example.org/fish", ""], &[]);
    expect_shared(page, &["The Ferry Is Back", "Prices of Fish"]);
    share(page, ["Fish", "Cod is dear, and herring cheap.", "https://example.org/cod"], &[]);
    expect_shared(page, &["The Ferry Is Back", "Prices of Fish", "Fish"]);
    page.search("herring");
    page.expect_titles(&["Fish"]);
    expect_nothing_left(page);
    open_library(page);
    page.role("dialog").role("link").named("Shared").one();
}

fn shared_files_are_read(page: &Page) {
    open_installed_site(page);
    share(page, ["", "", ""], &FILES);
    expect_shared(page, &TITLES);
    expect_nothing_left(page);
}

fn a_share_survives_a_reload(page: &Page) {
    open_installed_site(page);
    let program = page.importer_path();
    page.allow_failed_request(&program); // the reload breaks the request off
    page.server().inject(&program, Fault::Held);
    share(page, ["", STORM, ""], &[]);
    expect_said(page, "Reading the files…");
    page.reload();
    expect_said(page, "Reading the files…");
    page.server().clear(&program);
    expect_shared(page, &["The storm has passed"]);
    expect_nothing_left(page);
}

fn a_share_is_forgotten_once_it_is_stored(page: &Page) {
    open_installed_site(page);
    let names = page.names_path();
    page.allow_failed_request(&names); // the reload breaks the request off
    page.server().inject(&names, Fault::Held);
    share(page, ["", STORM, ""], &[]);
    page.role("dialog").role("link").named("Open the collection").one();
    expect_nothing_left(page);
    page.open("/library/shared/");
    page.expect_titles(&["The storm has passed"]);
    page.server().clear(&names);
    page.role("button").named("Show them").click();
    expect_shared(page, &["The storm has passed"]);
}

fn a_share_without_anything_is_forgotten(page: &Page) {
    open_installed_site(page);
    share(page, ["", "", ""], &[]);
    expect_said(page, "There is nothing in these files that can be read here.");
    page.role("dialog").role("button").named("Close").click();
    share(page, ["", "", ""], &[("broken.pdf", "%PDF-1.7 and nothing else")]);
    expect_said(page, "There is nothing in these files that can be read here.");
    expect_nothing_left(page);
    open_library(page);
    page.role("dialog").role("link").named("Shared").none();
}

fn a_share_without_space_is_reported(page: &Page) {
    open_installed_site(page);
    let quota = |size: u32| {
        let size = json!({ "origin": page.server().origin(), "quotaSize": size });
        page.developer_tools("Storage.overrideQuotaForOrigin", &size);
    };
    quota(1000);
    share(page, ["", STORM, ""], &[]);
    expect_said(page, "This device has no space left for it.");
    quota(100_000_000);
    expect_nothing_left(page);
}

fn opened_files_become_a_collection(page: &Page) {
    let file = json!([[FILES[1].1], "tide.md", { "lastModified": 1 }]);
    page.add_init_script(&format!(
        "if (!location.pathname.includes('/library/')) {{
           const handle = {{ getFile: async () => new File(...{file}) }};
           const setConsumer = take => take({{ files: [handle] }});
           Object.defineProperty(window, 'launchQueue', {{ value: {{ setConsumer }} }});
         }}"
    ));
    page.open("/");
    expect_collection(page);
    page.expect_titles(&[TITLES[1]]);
    let path = page.path();
    // Chromium passes the files on again when the page is reloaded.
    page.open("/");
    expect_collection(page);
    assert_eq!(page.path(), path);
    page.expect_titles(&[TITLES[1]]);
    open_library(page);
    page.role("dialog").role("link").named("tide").one();
}
