//! Tests of the tests: pages with one thing wrong each, to see that the guards see it, and that elements are found by
//! what the browser says of them.

use crate::{
    page::{Page, Scheme},
    runner::{Site, Test, suite},
    server::{Accident, Request},
    webdriver::Key,
};

/// A page without fault, round a body.
macro_rules! page {
    ($body:literal) => {
        concat!(
            "<!doctype html><html lang=en><head><title>A page</title><meta name=viewport content='width=device-width'>",
            "<link rel=icon href='data:,'></head><body><main><h1>A page</h1>",
            $body,
            "</main></body></html>"
        )
    };
}

pub(crate) fn tests() -> Vec<Test> {
    let mut tests = suite!(
        "harness",
        Site::Written(SITE),
        [
            elements_have_the_browsers_roles_and_names,
            hidden_elements_are_not_found,
            keys_are_real,
            host_is_like_any_other,
            host_has_accidents,
            view_and_scheme_are_those_asked_for,
            javascript_can_be_switched_off,
        ]
    );
    for (name, path, guilty_of) in GUILTY {
        let body = open_guilty;
        tests.push(Test { suite: "harness", name, site: Site::Written(path), guilty_of, body });
    }
    tests
}

const SITE: &[(&str, &str)] = &[
    (
        "index.html",
        page!(
            "<input type=search aria-label='Search articles'>
            <fieldset><legend>Section</legend>
              <label><input type=checkbox> Diplomacy <span>1</span></label>
              <label><input type=checkbox> Top stories <span>3</span></label>
            </fieldset>
            <fieldset><legend>Kind</legend><label><input type=checkbox> Diplomacy <span>1</span></label></fieldset>
            <div role=status>17 items</div>
            <ul aria-label=Hidden hidden><li>One</ul>
            <ul aria-label=Concealed style='visibility: hidden'><li>One</ul>
            <noscript>Words without script</noscript>
            <script>addEventListener('keydown', event => {
              if (event.key === '/' && event.isTrusted) { document.querySelector('input').focus(); event.preventDefault(); }
            })</script>"
        ),
    ),
    ("folder/index.html", page!("<p>In a folder</p>")),
    ("404.html", page!("<p>Not here</p>")),
    ("data.wasm", "bytes"),
];

fn elements_have_the_browsers_roles_and_names(page: &Page) {
    page.open("/");
    page.role("searchbox").named("Search articles").one();
    page.role("main").role("heading").named("A page").one();
    page.role("checkbox").named("Search articles").none();
    page.role("group").named("Section").role("checkbox").named("Diplomacy 1").one();
    assert_eq!(
        page.role("group").named("Section").role("checkbox").names(),
        ["Diplomacy 1", "Top stories 3"]
    );
    assert_eq!(page.role("checkbox").starting("Diplomacy").names().len(), 2);
    assert_eq!(page.role("status").text(), "17 items");
}

fn hidden_elements_are_not_found(page: &Page) {
    page.open("/");
    page.role("list").named("Hidden").none();
    page.role("list").named("Concealed").none();
}

fn keys_are_real(page: &Page) {
    page.open("/");
    let box_ = page.role("searchbox");
    assert!(!box_.has_focus());
    page.keys("/");
    assert!(box_.has_focus());
    page.keys("Pål");
    assert_eq!(box_.script("return arguments[0].value"), "Pål");
    page.press(Key::Backspace);
    assert_eq!(box_.script("return arguments[0].value"), "På");
}

fn host_is_like_any_other(page: &Page) {
    page.allowances().failing("nowhere");
    page.open("/folder");
    page.expect_path("/folder/");
    page.open("/nowhere/at/all");
    assert_eq!(page.role("paragraph").text(), "Not here");
    page.open("/");
    let kind =
        page.script("return fetch('data.wasm').then(answer => answer.headers.get('content-type'))");
    assert_eq!(kind, "application/wasm");
    let base = page.server().base().to_owned();
    let asked = |target: &str, status| Request { target: format!("{base}{target}"), status };
    let log = page.server().log();
    assert_eq!(
        log[..3],
        [asked("folder", 301), asked("folder/", 200), asked("nowhere/at/all", 404)]
    );
}

fn host_has_accidents(page: &Page) {
    page.open("/");
    let fetch = |page: &Page| {
        page.script("return fetch('folder/').then(answer => answer.text()).then(text => text.trim(), error => 'no answer')")
    };
    page.server().befall("folder/index.html", Accident::Changed(b"changed".to_vec()));
    assert_eq!(fetch(page), "changed");
    page.server()
        .befall("folder/index.html", Accident::Slow(std::time::Duration::from_millis(300)));
    let took = page.script(
        "const from = performance.now(); return fetch('folder/').then(() => performance.now() - from)",
    );
    assert!(took.as_f64() >= Some(300.0), "{took}");
    page.allowances().failing("folder");
    page.server().befall("folder/index.html", Accident::Missing);
    assert_eq!(page.script("return fetch('folder/').then(answer => answer.status)"), 404);
    page.server_mut().switch_off();
    assert_eq!(fetch(page), "no answer");
    done_switching_on(page);
    assert_eq!(page.script("return fetch('folder/').then(answer => answer.status)"), 404);
}

fn done_switching_on(page: &Page) {
    page.server_mut().switch_on().expect("the port is still ours");
}

fn view_and_scheme_are_those_asked_for(page: &Page) {
    page.open("/");
    page.view(320, 640);
    assert_eq!(page.script("return [innerWidth, innerHeight]"), serde_json::json!([320, 640]));
    for scheme in [Scheme::Dark, Scheme::Light] {
        page.prefer(scheme);
        let dark = page.script("return matchMedia('(prefers-color-scheme: dark)').matches");
        assert_eq!(dark, scheme == Scheme::Dark);
    }
    assert_eq!(&page.shot("harness")[1..4], b"PNG");
}

fn javascript_can_be_switched_off(page: &Page) {
    page.without_javascript(true);
    page.open("/");
    assert!(page.role("main").text().contains("Words without script"));
}

/// Pages with a fault, and what the guards must say.
type Guilty = (&'static str, &'static [(&'static str, &'static str)], &'static [&'static str]);

const GUILTY: &[Guilty] = &[
    ("guards_see_nothing_in_a_good_page", &[("index.html", page!("<p>All is well</p>"))], &[]),
    (
        "guards_see_a_console_error",
        &[("index.html", page!("<script>console.error('it broke')</script>"))],
        &["it broke"],
    ),
    (
        "guards_see_a_warning",
        &[("index.html", page!("<script>console.warn('it will break')</script>"))],
        &["it will break"],
    ),
    (
        "guards_see_an_uncaught_exception",
        &[("index.html", page!("<script>setTimeout(() => { throw new Error('uncaught') })</script>"))],
        &["Uncaught Error: uncaught"],
    ),
    (
        "guards_see_an_unhandled_rejection",
        &[("index.html", page!("<script>Promise.reject(new Error('rejected'))</script>"))],
        &["rejected"],
    ),
    (
        "guards_see_a_breach_of_the_policy",
        &[
            ("_headers", "*\n  Content-Security-Policy: script-src 'self'\n"),
            ("index.html", page!("<script>document.title = 'It ran'</script>")),
        ],
        &["Content Security Policy"],
    ),
    (
        "guards_see_a_request_to_another_origin",
        &[(
            "index.html",
            page!("<script>fetch('http://127.0.0.1:9/x', { mode: 'no-cors' }).catch(() => {})</script>"),
        )],
        &[
            "to another origin: http://127.0.0.1:9/x",
            "for http://127.0.0.1:9/x",
            "resource of another origin",
        ],
    ),
    (
        "guards_see_a_missing_file",
        &[("index.html", page!("<script>fetch('gone.css')</script>"))],
        &["404 for"],
    ),
    (
        "guards_see_a_request_outside_of_the_base_path",
        &[("index.html", page!("<script>fetch('/outside.css')</script>"))],
        &["404 for", "outside of the base path: /outside.css"],
    ),
    (
        "guards_see_an_image_without_words",
        &[("index.html", page!("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>"))],
        &["axe light: image-alt"],
    ),
    (
        "guards_see_low_contrast_in_the_dark",
        &[(
            "index.html",
            page!(
                "<style>@media (prefers-color-scheme: dark) { body { background: #222; color: #444 } }</style>
                <p>Hard to read in the dark</p>"
            ),
        )],
        &["axe dark: color-contrast"],
    ),
    (
        "guards_see_a_small_target",
        &[(
            "index.html",
            page!(
                "<style>button { padding: 0; border: 0; font-size: 8px; display: block }</style><button>a</button><button>b</button>"
            ),
        )],
        &["axe light: target-size"],
    ),
];

fn open_guilty(page: &Page) {
    page.open("/");
    // What scripts do to the console and the network is there a moment later.
    page.until("the page to have come to rest", || {
        let rested = page.script(
            "return new Promise(done => setTimeout(() => (window.requestIdleCallback ?? setTimeout)(() => done(true)), 200))",
        );
        if rested == true { Ok(()) } else { Err(rested.to_string()) }
    });
}
