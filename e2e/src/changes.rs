//! Pretends that an edition has changed since the reader's last visit, for tests and pictures.

use crate::{page::Page, seed::ARTICLES};
use serde_json::json;

/// The article that becomes new, by its number in the seed.
pub(crate) const NEW: usize = 1;

/// The article that becomes changed.
pub(crate) const CHANGED: usize = 3;

/// Returns the titles of an article of the seed.
pub(crate) fn title(item: usize) -> &'static str {
    ARTICLES[item].0
}

/// Waits until the page remembers what it holds.
#[track_caller]
pub(crate) fn expect_visit(page: &Page) {
    page.until("a visit that is remembered", || {
        let keys = page.script(
            "return Object.keys(localStorage).filter(key => key.startsWith('cuttings.visit '))",
        );
        if keys.as_array().is_some_and(|keys| !keys.is_empty()) {
            Ok(())
        } else {
            Err(keys.to_string())
        }
    });
}

/// Pretends that the last visit ended long ago, with another edition: one without an item, and with
/// another text of another item.
#[track_caller]
pub(crate) fn leave_for_long(page: &Page, slugs: [&str; 2]) {
    let outcome = page.script(&format!(
        "return (async () => {{
           const [added, changed] = {};
           const identity = text => {{
             let hash = 0x811c9dc5;
             for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
             return hash >>> 0;
           }};
           const name = (await caches.keys()).find(name => name.startsWith('cuttings-visits '));
           const cache = await caches.open(name);
           const [request] = (await cache.keys()).filter(({{ url }}) => url.endsWith('versions.json'));
           const {{ shown }} = await (await cache.match(request)).json();
           const at = shown.indexOf(identity(added));
           if (at < 0 || at % 2) return 'no item ' + added;
           shown.splice(at, 2);
           shown[shown.indexOf(identity(changed)) + 1] ^= 1;
           await cache.put(request, new Response(JSON.stringify({{ last: shown, shown }})));
           const key = Object.keys(localStorage).find(key => key.startsWith('cuttings.visit '));
           const visit = JSON.parse(localStorage.getItem(key));
           const before = {{ ...visit, edition: '?before', at: Date.UTC(2026, 0, 5, 12) }};
           // The page still prolongs its visit.
           Storage.prototype.setItem = () => {{}};
           const frame = document.body.appendChild(document.createElement('iframe'));
           frame.contentWindow.localStorage.setItem(key, JSON.stringify(before));
           frame.remove();
           return 'done';
         }})()",
        json!(slugs)
    ));
    assert_eq!(outcome, "done");
}

/// Opens the view of all changes, as if an article had been added and another changed since the
/// last visit.
#[track_caller]
pub(crate) fn open_changes(page: &Page) {
    return_later(page, "/since/");
    expect_changes(page);
}

/// Opens the site as if an article had been added to it and another changed since the last visit.
#[track_caller]
pub(crate) fn return_later(page: &Page, path: &str) {
    page.open("/");
    expect_visit(page);
    leave_for_long(page, [ARTICLES[NEW].1, ARTICLES[CHANGED].1]);
    page.open(path);
}

#[track_caller]
pub(crate) fn expect_list(page: &Page, list: &str, expected: &[&str]) {
    page.until(&format!("the {list} {expected:?}"), || {
        let found = page.role("list").named(list).role("link").names();
        if found == expected { Ok(()) } else { Err(format!("they are {found:?}")) }
    });
}

/// Expects both lists of the view of all changes.
#[track_caller]
pub(crate) fn expect_changes(page: &Page) {
    page.role("heading").named("What’s new").one();
    expect_list(page, "New items", &[title(NEW)]);
    let what = format!("What changed in “{}”", title(CHANGED));
    expect_list(page, "Changed items", &[title(CHANGED), &what]);
}
