//! Checks that run at the end of each test, no matter what it tests: no error or warning in the
//! console, no failed request, no request to another origin, and, in Chromium at the root of a
//! host, no accessibility violation. The audit takes a quarter of a test, and neither another
//! engine nor another base path changes what it reads: elements, attributes and styles.

use serde_json::Value;

use crate::{
    axe,
    page::{Page, expect_ok},
    webdriver::Result,
};

/// Returns all violations so far, one line each.
pub(crate) fn violations(page: &Page) -> Vec<String> {
    // axe-core is injected last, because it could add to the logs itself.
    let mut found = Vec::new();
    if page.engine().has_developer_tools() {
        expect_ok(check_console(page, &mut found));
        expect_ok(check_network(page, &mut found));
        show_as_without_javascript(page);
    } else {
        check_reported_console(page, &mut found);
    }
    check_resources(page, &mut found);
    check_host(page, &mut found);
    if page.audits_accessibility() {
        found.extend(axe::violations(page));
    }
    found
}

/// Enables JavaScript for axe-core, and keeps the elements that a page without it shows: enabling
/// JavaScript hides them. In other pages, `noscript` elements contain text only and do not change.
fn show_as_without_javascript(page: &Page) {
    page.enable_javascript();
    page.script(
        "document.querySelectorAll('noscript').forEach(element =>
            element.children.length && element.replaceWith(...element.children))",
    );
}

/// Checks errors, warnings and uncaught exceptions in the browser's own log.
fn check_console(page: &Page, found: &mut Vec<String>) -> Result<()> {
    let allowances = page.allowances();
    for entry in page.console_log()?.iter() {
        let message = entry["message"].as_str().unwrap_or_default();
        let is_serious = matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING"));
        // `check_network` reports failed requests; it knows their URLs.
        let is_request =
            entry["source"] == "network" && message.contains("Failed to load resource");
        if is_serious && !is_request && !allowances.allows_console_message(message) {
            found.push(format!("console: {message}"));
        }
    }
    Ok(())
}

/// Checks the messages that the script of [`crate::server::Server::report_console`] reported, for
/// drivers without a log.
fn check_reported_console(page: &Page, found: &mut Vec<String>) {
    let allowances = page.allowances();
    for message in page.server().reported_messages() {
        if !allowances.allows_console_message(&message) {
            found.push(format!("console: {message}"));
        }
    }
}

/// Checks every request in the browser's log, including those of workers and for documents.
fn check_network(page: &Page, found: &mut Vec<String>) -> Result<()> {
    let allowances = page.allowances();
    let mut urls: Vec<(String, String)> = Vec::new();
    for entry in page.network_log()?.iter() {
        let Some(message) = entry["message"].as_str() else { continue };
        let Ok(message) = serde_json::from_str::<Value>(message) else { continue };
        let event = &message["message"];
        let parameters = &event["params"];
        let id = parameters["requestId"].as_str().unwrap_or_default();
        match event["method"].as_str() {
            Some("Network.requestWillBeSent") => {
                let url = parameters["request"]["url"].as_str().unwrap_or_default();
                urls.push((id.to_owned(), url.to_owned()));
                if !is_of_page(url, page) {
                    found.push(format!("request to another origin: {url}"));
                }
            }
            Some("Network.responseReceived") => {
                let url = parameters["response"]["url"].as_str().unwrap_or_default();
                let status = parameters["response"]["status"].as_u64().unwrap_or_default();
                if status >= 400 && !allowances.allows_failed_request(url) {
                    found.push(format!("request failed: {status} for {url}"));
                }
            }
            Some("Network.loadingFailed") if parameters["canceled"] != true => {
                let url = urls.iter().rev().find(|(known, _)| known == id);
                let url = url.map_or("?", |(_, url)| url);
                if !allowances.allows_failed_request(url) {
                    found.push(format!("request failed: {} for {url}", parameters["errorText"]));
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Checks the document's own list of loaded resources, which every engine has.
fn check_resources(page: &Page, found: &mut Vec<String>) {
    let urls =
        page.script("return performance.getEntriesByType('resource').map(entry => entry.name)");
    for url in urls.as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !is_of_page(url, page) {
            found.push(format!("resource of another origin: {url}"));
        }
    }
}

/// Checks the requests that the host received.
fn check_host(page: &Page, found: &mut Vec<String>) {
    let server = page.server();
    let allowances = page.allowances();
    for request in server.log() {
        if !request.target.starts_with(server.base()) {
            found.push(format!("request outside of the base path: {}", request.target));
        } else if request.status >= 400 && !allowances.allows_failed_request(&request.target) {
            found.push(format!("request failed: {} for {}", request.status, request.target));
        }
    }
}

fn is_of_page(url: &str, page: &Page) -> bool {
    // A page from a host cannot load files; the single-file edition is a file itself.
    let is_local = ["data:", "blob:", "about:", "chrome:", "file:"]
        .iter()
        .any(|scheme| url.starts_with(scheme));
    let end = url.match_indices(['/', '?', '#']).map(|(at, _)| at).nth(2).unwrap_or(url.len());
    is_local || url.get(..end).is_some_and(|origin| page.has_origin(origin))
}
