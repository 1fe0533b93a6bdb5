//! The page in a browser: what only a browser can show, its history, its focus, its storage and its dialog.
//!
//! Run in headless Chromium by wasm-bindgen-test-runner; see `cargo xtask ci`.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests say what they expect by panicking")]

use cuttings::app::{App, AppProps};
use cuttings::browser::history::location;
use cuttings::browser::personal::remembered;
use cuttings::store::library::Library;
use cuttings::store::reducer::State;
use cuttings::store::whole::Whole;
use gloo::timers::future::sleep;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    Document, Element, Event, EventInit, HtmlElement, HtmlInputElement, HtmlSelectElement, Window,
};
use yew::AppHandle;

wasm_bindgen_test_configure!(run_in_browser);

static EDITION: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/edition.bin"));

/// The page, opened at an address; gone when dropped.
struct Page {
    app: Option<AppHandle<App>>,
    root: Element,
}

impl Page {
    async fn open(address: &str) -> Page {
        let document = document();
        if document.query_selector("base").unwrap().is_none() {
            let base = document.create_element("base").unwrap();
            base.set_attribute("href", "/").unwrap();
            document.head().unwrap().append_child(&base).unwrap();
        }
        window().history().unwrap().push_state_with_url(&"0".into(), "", Some(address)).unwrap();
        let root = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&root).unwrap();
        let library = Library::open(EDITION).unwrap();
        let start = Whole { state: State::opened_at(location(&library)), personal: remembered() };
        let app =
            yew::Renderer::<App>::with_root_and_props(root.clone(), AppProps { library, start }).render();
        let page = Page { app: Some(app), root };
        rest(50).await;
        page
    }

    /// The first element that a CSS selector finds in the page.
    fn find<T: JsCast>(&self, selector: &str) -> T {
        let found = self.root.query_selector(selector).unwrap();
        found.unwrap_or_else(|| panic!("no {selector}")).dyn_into().ok().unwrap()
    }

    fn count(&self, selector: &str) -> u32 {
        self.root.query_selector_all(selector).unwrap().length()
    }

    async fn click(&self, selector: &str) {
        self.find::<HtmlElement>(selector).click();
        rest(50).await;
    }

    async fn type_query(&self, text: &str) {
        let input: HtmlInputElement = self.find("input[type=search]");
        input.set_value(text);
        input.dispatch_event(&bubbling("input")).unwrap();
        rest(20).await;
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}

fn window() -> Window {
    web_sys::window().unwrap()
}

fn document() -> Document {
    window().document().unwrap()
}

fn bubbling(kind: &str) -> Event {
    let init = EventInit::new();
    init.set_bubbles(true);
    Event::new_with_event_init_dict(kind, &init).unwrap()
}

async fn rest(milliseconds: u64) {
    sleep(Duration::from_millis(milliseconds)).await;
}

/// Path and query of the browser's address.
fn address() -> String {
    let location = window().location();
    location.pathname().unwrap() + &location.search().unwrap()
}

async fn back() {
    window().history().unwrap().back().unwrap();
    rest(150).await;
}

#[wasm_bindgen_test]
async fn typing_makes_one_history_entry() {
    let page = Page::open("/").await;
    let all = page.count("ol > li");
    let entries = window().history().unwrap().length().unwrap();
    for text in ["m", "mi", "mis", "miss", "missile"] {
        page.type_query(text).await;
    }
    let found = page.count("ol > li");
    assert!(0 < found && found < all, "{found} of {all}");
    assert!(page.count("mark") > 0);
    rest(400).await;
    assert_eq!(address(), "/?q=missile");
    assert_eq!(window().history().unwrap().length().unwrap(), entries + 1);
    back().await;
    assert_eq!((address(), page.count("ol > li")), ("/".to_owned(), all));
    assert_eq!(page.find::<HtmlInputElement>("input[type=search]").value(), "");
}

#[wasm_bindgen_test]
async fn typing_that_was_just_written_survives_a_filter() {
    let page = Page::open("/").await;
    page.type_query("m").await;
    page.type_query("missile").await;
    page.click("fieldset input[type=checkbox]").await;
    assert_eq!(page.count(".active-filters li"), 1);
    back().await;
    assert_eq!((address(), page.count(".active-filters li")), ("/?q=missile".to_owned(), 0));
}

#[wasm_bindgen_test]
async fn a_fragment_does_not_get_in_the_way() {
    let page = Page::open("/?q=missile").await;
    window().location().set_hash("somewhere").unwrap();
    rest(100).await;
    page.click("fieldset input[type=checkbox]").await;
    assert!(address().starts_with("/?q=missile&section="), "{}", address());
    back().await;
    assert_eq!((address(), page.count(".active-filters li")), ("/?q=missile".to_owned(), 0));
}

#[wasm_bindgen_test]
async fn an_article_opens_at_its_heading_and_leads_back() {
    let page = Page::open("/?q=missile&sort=title").await;
    let link = page.find::<Element>("ol a").id();
    page.click("ol a").await;
    assert!(
        address().starts_with("/article/") && address().ends_with("/?q=missile&sort=title"),
        "{}",
        address()
    );
    assert_eq!(document().active_element().unwrap().tag_name(), "H1");
    let headline = page.find::<Element>("h1").text_content().unwrap();
    assert!(document().title().starts_with(&headline), "{}", document().title());
    assert!(page.count("article mark") > 0);
    let entries = window().history().unwrap().length().unwrap();
    page.click(".back a").await;
    rest(150).await;
    assert_eq!(address(), "/?q=missile&sort=title");
    assert_eq!(document().active_element().unwrap().id(), link);
    // It went back; it did not go on to a new entry.
    assert_eq!(window().history().unwrap().length().unwrap(), entries);
}

#[wasm_bindgen_test]
async fn an_article_that_was_not_found_by_searching_leads_to_results_too() {
    let slug = {
        let page = Page::open("/").await;
        page.find::<Element>("ol a").get_attribute("href").unwrap().replace("./", "/")
    };
    let page = Page::open(&slug).await;
    page.click(".back a").await;
    assert_eq!(address(), "/");
    assert!(page.count("ol > li") > 1);
}

#[wasm_bindgen_test]
async fn a_theme_is_shown_and_remembered() {
    let shown = || document().document_element().unwrap().get_attribute("data-theme");
    {
        let page = Page::open("/").await;
        let select: HtmlSelectElement = page.find(".settings select");
        select.set_value("dark");
        select.dispatch_event(&bubbling("change")).unwrap();
        rest(50).await;
        assert_eq!(shown().as_deref(), Some("dark"));
    }
    let page = Page::open("/").await;
    let select: HtmlSelectElement = page.find(".settings select");
    assert_eq!(select.value(), "dark");
    select.set_value("system");
    select.dispatch_event(&bubbling("change")).unwrap();
    rest(50).await;
    assert_eq!(shown(), None);
}
