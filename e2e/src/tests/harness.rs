//! Tests of the harness itself: locators find elements by computed role and name, keys are real key
//! events, the host behaves like other hosts, and the guards find the one fault of each page.

use serde_json::Value;

use crate::{
    device::ColorScheme,
    page::Page,
    server::{Fault, Request},
    site::Site,
    suite::{Suite, Test, test},
    webdriver::Key,
};

/// Wraps a body into a page without faults.
macro_rules! page {
    ($body:literal) => {
        concat!(
            "<!doctype html><html lang=en><head><title>A page</title>",
            "<meta name=viewport content='width=device-width'>",
            "<link rel=icon href='data:,'></head><body><main><h1>A page</h1>",
            $body,
            "</main></body></html>"
        )
    };
}

pub(crate) fn suite() -> Suite {
    let mut tests = vec![
        // Each driver finds elements, sends keys and reports errors in its own way.
        test!(locators_use_computed_roles_and_names).in_every_engine(),
        test!(locators_do_not_find_hidden_elements).in_every_engine(),
        test!(keys_are_real_key_events).in_every_engine(),
        test!(the_host_injects_and_clears_faults).in_every_engine(),
        // The host is the same for every engine; viewports, schemes and disabled JavaScript need
        // developer tools.
        test!(the_host_behaves_like_others),
        test!(viewport_and_color_scheme_can_be_set),
        test!(javascript_can_be_disabled),
    ];
    tests.extend(FAULTY_PAGES.iter().map(|page| {
        let test = Test::new(page.test, |page| page.open("/"))
            .against(Site::Inline(page.files))
            .expecting_violations(page.violations);
        if page.in_every_engine { test.in_every_engine() } else { test }
    }));
    Suite { name: "harness", site: Site::Inline(SITE), depends_on_base: false, tests }
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
            <noscript>Text without JavaScript</noscript>
            <script>addEventListener('keydown', event => {
              if (event.key === '/' && event.isTrusted) { document.querySelector('input').focus(); event.preventDefault(); }
            })</script>"
        ),
    ),
    ("folder/index.html", page!("<p>In a folder</p>")),
    ("404.html", page!("<p>Not found</p>")),
    ("data.wasm", "bytes"),
];

fn locators_use_computed_roles_and_names(page: &Page) {
    page.open("/");
    page.role("searchbox").named("Search articles").one();
    page.role("main").role("heading").named("A page").one();
    page.role("checkbox").named("Search articles").none();
    page.role("group").named("Section").role("checkbox").named("Diplomacy 1").one();
    assert_eq!(
        page.role("group").named("Section").role("checkbox").names(),
        ["Diplomacy 1", "Top stories 3"]
    );
    assert_eq!(page.role("checkbox").starting_with("Diplomacy").names().len(), 2);
    assert_eq!(page.role("status").text(), "17 items");
}

fn locators_do_not_find_hidden_elements(page: &Page) {
    page.open("/");
    page.role("list").named("Hidden").none();
    page.role("list").named("Concealed").none();
}

fn keys_are_real_key_events(page: &Page) {
    page.open("/");
    let search_box = page.role("searchbox");
    assert!(!search_box.has_focus());
    page.type_text("/");
    assert!(search_box.has_focus());
    page.type_text("Pål");
    assert_eq!(search_box.script("return arguments[0].value"), "Pål");
    page.press(Key::Backspace);
    assert_eq!(search_box.script("return arguments[0].value"), "På");
}

fn the_host_behaves_like_others(page: &Page) {
    page.allow_failed_request("nowhere");
    page.open("/folder");
    page.expect_path("/folder/");
    page.open("/nowhere/at/all");
    assert_eq!(page.role("paragraph").text(), "Not found");
    page.open("/");
    let content_type = page
        .script("return fetch('data.wasm').then(response => response.headers.get('content-type'))");
    assert_eq!(content_type, "application/wasm");
    let base = page.server().base().to_owned();
    let request = |target: &str, status, bytes| {
        let method = "GET".to_owned();
        Request { method, target: format!("{base}{target}"), status, bytes }
    };
    let log = page.server().log();
    let bytes = |at: usize| log.get(at).map_or(0, |request| request.bytes);
    assert!(bytes(1) > bytes(0), "{log:?}");
    assert_eq!(
        log[..3],
        [
            request("folder", 301, bytes(0)),
            request("folder/", 200, bytes(1)),
            request("nowhere/at/all", 404, bytes(2))
        ]
    );
}

fn the_host_injects_and_clears_faults(page: &Page) {
    page.open("/");
    let file = "folder/index.html";
    let fetch_text = || {
        page.script(
            "return fetch('folder/')
                .then(response => response.text())
                .then(text => text.trim(), () => 'no response')",
        )
    };
    let fetch_status = || page.script("return fetch('folder/').then(response => response.status)");

    page.server().inject(file, Fault::Replaced(b"replaced".to_vec()));
    assert_eq!(fetch_text(), "replaced");

    page.server().inject(file, Fault::Held);
    page.script("fetch('folder/').then(({ status }) => window.heldStatus = status)");
    // A later request has its response, so the first one had the time for it.
    page.script("return fetch('data.wasm').then(response => response.status)");
    assert_eq!(page.script("return window.heldStatus ?? null"), Value::Null);
    page.server().clear(file);
    page.until("the held response", || {
        let status = page.script("return window.heldStatus ?? null");
        if status == 200 { Ok(()) } else { Err(status.to_string()) }
    });

    page.allow_failed_request("folder");
    page.server().inject(file, Fault::Missing);
    assert_eq!(fetch_status(), 404);
    page.server_mut().stop();
    assert_eq!(fetch_text(), "no response");
    page.server_mut().restart().expect("the port is still free");
    assert_eq!(fetch_status(), 404);
}

fn viewport_and_color_scheme_can_be_set(page: &Page) {
    page.open("/");
    page.resize(320, 640);
    assert_eq!(page.script("return [innerWidth, innerHeight]"), serde_json::json!([320, 640]));
    for scheme in [ColorScheme::Dark, ColorScheme::Light] {
        page.set_color_scheme(scheme);
        let is_dark = page.script("return matchMedia('(prefers-color-scheme: dark)').matches");
        assert_eq!(is_dark, scheme == ColorScheme::Dark);
    }
    assert_eq!(&page.screenshot("harness")[1..4], b"PNG");
}

fn javascript_can_be_disabled(page: &Page) {
    page.disable_javascript();
    page.open("/");
    assert!(page.role("main").text().contains("Text without JavaScript"));
}

/// A page with at most one fault, and the violations that the guards must find in it.
struct FaultyPage {
    test: &'static str,
    in_every_engine: bool,
    files: &'static [(&'static str, &'static str)],
    violations: &'static [&'static str],
}

const FAULTY_PAGES: &[FaultyPage] = &[
    FaultyPage {
        test: "guards_accept_a_page_without_faults",
        in_every_engine: false,
        files: &[("index.html", page!("<p>No fault</p>"))],
        violations: &[],
    },
    FaultyPage {
        test: "guards_find_console_errors",
        in_every_engine: true,
        files: &[("index.html", page!("<script>console.error('it broke')</script>"))],
        violations: &["it broke"],
    },
    FaultyPage {
        test: "guards_find_console_warnings",
        in_every_engine: false,
        files: &[("index.html", page!("<script>console.warn('it will break')</script>"))],
        violations: &["it will break"],
    },
    FaultyPage {
        test: "guards_find_uncaught_exceptions",
        in_every_engine: true,
        files: &[("index.html", page!("<script>setTimeout(() => { throw new Error('uncaught') })</script>"))],
        violations: &["Uncaught Error: uncaught"],
    },
    FaultyPage {
        test: "guards_find_unhandled_rejections",
        in_every_engine: true,
        files: &[("index.html", page!("<script>Promise.reject(new Error('rejected'))</script>"))],
        violations: &["rejected"],
    },
    FaultyPage {
        test: "guards_find_violations_of_the_security_policy",
        in_every_engine: false,
        files: &[
            ("_headers", "*\n  Content-Security-Policy: script-src 'self'\n"),
            ("index.html", page!("<script>document.title = 'It ran'</script>")),
        ],
        violations: &["Content Security Policy"],
    },
    FaultyPage {
        test: "guards_find_requests_to_other_origins",
        in_every_engine: false,
        files: &[(
            "index.html",
            page!("<script>fetch('http://127.0.0.1:9/x', { mode: 'no-cors' }).catch(() => {})</script>"),
        )],
        violations: &[
            "to another origin: http://127.0.0.1:9/x",
            "for http://127.0.0.1:9/x",
            "resource of another origin",
        ],
    },
    FaultyPage {
        test: "guards_find_missing_files",
        in_every_engine: false,
        files: &[("index.html", page!("<script>fetch('gone.css')</script>"))],
        violations: &["404 for"],
    },
    FaultyPage {
        test: "guards_find_requests_outside_of_the_base_path",
        in_every_engine: false,
        files: &[("index.html", page!("<script>fetch('/outside.css')</script>"))],
        violations: &["404 for", "outside of the base path: /outside.css"],
    },
    FaultyPage {
        test: "guards_find_images_without_a_text",
        in_every_engine: false,
        files: &[("index.html", page!("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>"))],
        violations: &["axe light: image-alt"],
    },
    FaultyPage {
        test: "guards_find_low_contrast_in_the_dark_scheme",
        in_every_engine: false,
        files: &[(
            "index.html",
            page!(
                "<style>@media (prefers-color-scheme: dark) { body { background: #222; color: #444 } }</style>
                <p>Hard to read in the dark</p>"
            ),
        )],
        violations: &["axe dark: color-contrast"],
    },
    FaultyPage {
        test: "guards_find_small_targets",
        in_every_engine: false,
        files: &[(
            "index.html",
            page!(
                "<style>button { padding: 0; border: 0; font-size: 8px; display: block }</style><button>a</button><button>b</button>"
            ),
        )],
        violations: &["axe light: target-size"],
    },
];
