//! Tests of the page in a browser: history, focus, storage, and which components render again.
//!
//! wasm-bindgen-test-runner runs them in headless Chromium; see `cargo xtask ci`.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a panic fails the test")]

use cuttings::app::{App, AppProps};
use cuttings::browser::location::current_route;
use cuttings::browser::stored_user_data::stored_user_data;
use cuttings::render_log;
use cuttings::store::app_state::AppState;
use cuttings::store::library::Library;
use cuttings::store::ui_state::UiState;
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

/// A page opened at a URL. Dropping it removes it.
struct Page {
    app: Option<AppHandle<App>>,
    root: Element,
}

impl Page {
    async fn open(url: &str) -> Page {
        let document = document();
        if document.query_selector("base").unwrap().is_none() {
            let base = document.create_element("base").unwrap();
            base.set_attribute("href", "/").unwrap();
            document.head().unwrap().append_child(&base).unwrap();
        }
        window().history().unwrap().push_state_with_url(&"0".into(), "", Some(url)).unwrap();
        let root = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&root).unwrap();
        let library = Library::open(EDITION).unwrap();
        let ui = UiState::opened_at(current_route(&library));
        let start = AppState::new(library, ui, stored_user_data());
        let app = yew::Renderer::<App>::with_root_and_props(
            root.clone(),
            AppProps { start, explorer: None },
        )
        .render();
        let page = Page { app: Some(app), root };
        rendered().await;
        page
    }

    /// Returns the first element that matches a CSS selector.
    fn find<T: JsCast>(&self, selector: &str) -> T {
        let found = self.root.query_selector(selector).unwrap();
        found.unwrap_or_else(|| panic!("no {selector}")).dyn_into().ok().unwrap()
    }

    fn count(&self, selector: &str) -> u32 {
        self.root.query_selector_all(selector).unwrap().length()
    }

    async fn click(&self, selector: &str) {
        self.find::<HtmlElement>(selector).click();
        rendered().await;
    }

    async fn type_query(&self, text: &str) {
        let input: HtmlInputElement = self.find("input[type=search]");
        input.set_value(text);
        input.dispatch_event(&bubbling("input")).unwrap();
        rendered().await;
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

/// Waits until Yew has rendered what the current task caused: it renders in microtasks, and an
/// event that the browser queued may cause another render.
async fn rendered() {
    for _ in 0..3 {
        sleep(Duration::ZERO).await;
    }
}

/// Waits until a condition holds, and for what is then rendered.
async fn until(subject: &str, condition: impl Fn() -> bool) {
    let now = || window().performance().unwrap().now();
    let start = now();
    while !condition() {
        assert!(now() - start < 5_000.0, "waited 5 s for {subject}");
        sleep(Duration::ZERO).await;
    }
    rendered().await;
}

/// Returns the path and the query of the browser's URL.
fn address() -> String {
    let location = window().location();
    location.pathname().unwrap() + &location.search().unwrap()
}

/// Goes back to the entry of a URL.
async fn back_to(url: &str) {
    window().history().unwrap().back().unwrap();
    until(url, || address() == url).await;
}

#[wasm_bindgen_test]
async fn typing_creates_one_history_entry() {
    let page = Page::open("/").await;
    let all = page.count("ol > li");
    let entries = window().history().unwrap().length().unwrap();
    for text in ["m", "mi", "mis", "miss", "missile"] {
        page.type_query(text).await;
    }
    let found = page.count("ol > li");
    assert!(0 < found && found < all, "{found} of {all}");
    assert!(page.count("mark") > 0);
    until("the URL of the query", || address() == "/?q=missile").await;
    assert_eq!(window().history().unwrap().length().unwrap(), entries + 1);
    back_to("/").await;
    assert_eq!(page.count("ol > li"), all);
    assert_eq!(page.find::<HtmlInputElement>("input[type=search]").value(), "");
}

#[wasm_bindgen_test]
async fn a_pending_query_survives_a_filter() {
    let page = Page::open("/").await;
    page.type_query("m").await;
    page.type_query("missile").await;
    page.click("fieldset input[type=checkbox]").await;
    assert_eq!(page.count(".active-filters li"), 1);
    back_to("/?q=missile").await;
    assert_eq!(page.count(".active-filters li"), 0);
}

#[wasm_bindgen_test]
async fn a_fragment_creates_no_state() {
    let page = Page::open("/?q=missile").await;
    window().location().set_hash("somewhere").unwrap();
    rendered().await;
    page.click("fieldset input[type=checkbox]").await;
    assert!(address().starts_with("/?q=missile&section="), "{}", address());
    back_to("/?q=missile").await;
    assert_eq!(page.count(".active-filters li"), 0);
}

#[wasm_bindgen_test]
async fn an_article_focuses_its_heading_and_leads_back() {
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
    until("the results", || address() == "/?q=missile&sort=title").await;
    assert_eq!(document().active_element().unwrap().id(), link);
    // It went back instead of creating a new entry.
    assert_eq!(window().history().unwrap().length().unwrap(), entries);
}

#[wasm_bindgen_test]
async fn an_article_opened_by_its_url_leads_to_results() {
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
async fn a_theme_is_applied_and_stored() {
    let shown = || document().document_element().unwrap().get_attribute("data-theme");
    {
        let page = Page::open("/").await;
        let select: HtmlSelectElement = page.find(".settings select");
        select.set_value("dark");
        select.dispatch_event(&bubbling("change")).unwrap();
        rendered().await;
        assert_eq!(shown().as_deref(), Some("dark"));
    }
    let page = Page::open("/").await;
    let select: HtmlSelectElement = page.find(".settings select");
    assert_eq!(select.value(), "dark");
    select.set_value("system");
    select.dispatch_event(&bubbling("change")).unwrap();
    rendered().await;
    assert_eq!(shown(), None);
}

/// Renders since the last call, as "component count", in alphabetical order.
fn renders() -> Vec<String> {
    let mut renders = render_log::take();
    renders.sort_unstable();
    let of_one = renders.chunk_by(|one, other| one == other);
    of_one.map(|renders| format!("{} {}", renders[0], renders.len())).collect()
}

#[wasm_bindgen_test]
async fn a_keystroke_renders_no_facet() {
    let page = Page::open("/").await;
    render_log::take();
    page.type_query("missile").await;
    let visible = page.count(".results > li .card");
    assert_eq!(renders(), [format!("Card {visible}")]);
    // The other results and the new counts follow; the visible results do not render again.
    until("the other results", || page.count(".results > li .card") > visible).await;
    let rest = page.count(".results > li .card") - visible;
    let renders = renders();
    assert_eq!(renders[..1], [format!("Card {rest}")], "{renders:?}");
    assert!(renders[1].starts_with("FacetGroup "), "{renders:?}");
}

#[wasm_bindgen_test]
async fn saving_an_article_renders_its_card_alone() {
    let page = Page::open("/").await;
    render_log::take();
    for _ in 0..2 {
        page.click(".card .toggle").await;
        assert_eq!(renders(), ["Card 1"]);
    }
}

#[wasm_bindgen_test]
async fn a_preference_renders_no_card_and_no_text() {
    let page = Page::open("/").await;
    render_log::take();
    let choose = async |page: &Page, theme: &str| {
        let select: HtmlSelectElement = page.find(".settings select");
        select.set_value(theme);
        select.dispatch_event(&bubbling("change")).unwrap();
        rendered().await;
    };
    choose(&page, "dark").await;
    assert_eq!(renders(), [""; 0]);
    page.click("ol a").await;
    assert_eq!(renders(), ["ArticleBody 1"]);
    choose(&page, "system").await;
    assert_eq!(renders(), [""; 0]);
}
