//! What no test may leave behind, whatever it is about: a complaint in the console, a request that fails or goes to
//! another origin, a barrier to assistive technology. Run at the end of each test.

use std::{env, fs, sync::OnceLock};

use serde_json::{Value, json};

use crate::{
    page::{Page, Scheme, done},
    webdriver::{Result, Session},
};

/// What a test expects to go wrong, because it is about just that.
#[derive(Debug, Default)]
pub(crate) struct Allowances {
    failing: Vec<String>,
    complaints: Vec<String>,
}

impl Allowances {
    /// A request for an address that holds `part` may fail.
    pub(crate) fn failing(&mut self, part: &str) {
        self.failing.push(part.to_owned());
    }

    /// A console message that holds `part` may be an error or a warning.
    pub(crate) fn complaint(&mut self, part: &str) {
        self.complaints.push(part.to_owned());
    }

    fn may_fail(&self, url: &str) -> bool {
        self.failing.iter().any(|part| url.contains(part.as_str()))
    }
}

/// Everything that this page should not have done, one line each.
pub(crate) fn violations(page: &Page) -> Vec<String> {
    // The console and the network first: looking for barriers runs a script of ours in the page.
    let mut found = Vec::new();
    if page.browser().has_developer_tools() {
        done(console(page, &mut found));
        done(network(page, &mut found));
        page.without_javascript(false); // axe-core waits by the page's timers
        // A browser that has scripts again hides what it showed for want of them; a page that always had has no elements there.
        page.script("document.querySelectorAll('noscript').forEach(words => words.children.length && words.replaceWith(...words.children))");
    } else {
        complaints(page, &mut found);
    }
    resources(page, &mut found);
    host(page, &mut found);
    found.extend(barriers(page));
    found
}

/// Errors and warnings, uncaught exceptions among them.
fn console(page: &Page, found: &mut Vec<String>) -> Result<()> {
    let allowances = page.allowances();
    for entry in page.session().chromium_log("browser")? {
        let message = entry["message"].as_str().unwrap_or_default();
        let serious = matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING"));
        // A failed request is the business of `network`, which knows its address and its kind.
        let failed_request =
            entry["source"] == "network" && message.contains("Failed to load resource");
        if serious
            && !failed_request
            && !allowances.complaints.iter().any(|part| message.contains(part.as_str()))
        {
            found.push(format!("console: {message}"));
        }
    }
    Ok(())
}

/// What a script in each document heard, where the driver has no log: see [`crate::server::Server::listen_in_documents`].
fn complaints(page: &Page, found: &mut Vec<String>) {
    let allowances = page.allowances();
    for complaint in page.server().complaints() {
        if !allowances.complaints.iter().any(|part| complaint.contains(part.as_str())) {
            found.push(format!("console: {complaint}"));
        }
    }
}

/// Every request that the browser made, by its own log: workers', redirects and documents among them.
fn network(page: &Page, found: &mut Vec<String>) -> Result<()> {
    let allowances = page.allowances();
    let origin = page.server().origin();
    let mut addresses: Vec<(String, String)> = Vec::new();
    for entry in page.session().chromium_log("performance")? {
        let Some(message) = entry["message"].as_str() else { continue };
        let Ok(message) = serde_json::from_str::<Value>(message) else { continue };
        let event = &message["message"];
        let parameters = &event["params"];
        let id = parameters["requestId"].as_str().unwrap_or_default();
        match event["method"].as_str() {
            Some("Network.requestWillBeSent") => {
                let url = parameters["request"]["url"].as_str().unwrap_or_default();
                addresses.push((id.to_owned(), url.to_owned()));
                if !stays(url, &origin) {
                    found.push(format!("request to another origin: {url}"));
                }
            }
            Some("Network.responseReceived") => {
                let url = parameters["response"]["url"].as_str().unwrap_or_default();
                let status = parameters["response"]["status"].as_u64().unwrap_or_default();
                if status >= 400 && !allowances.may_fail(url) {
                    found.push(format!("request failed: {status} for {url}"));
                }
            }
            Some("Network.loadingFailed") if parameters["canceled"] != true => {
                let url = addresses
                    .iter()
                    .rev()
                    .find(|(known, _)| known == id)
                    .map_or("?", |(_, url)| url);
                if !allowances.may_fail(url) {
                    found.push(format!("request failed: {} for {url}", parameters["errorText"]));
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// What the document itself knows it asked for; the way that every engine has.
fn resources(page: &Page, found: &mut Vec<String>) {
    let origin = page.server().origin();
    let asked =
        page.script("return performance.getEntriesByType('resource').map(entry => entry.name)");
    for url in asked.as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !stays(url, &origin) {
            found.push(format!("resource of another origin: {url}"));
        }
    }
}

/// What the host was asked for.
fn host(page: &Page, found: &mut Vec<String>) {
    let server = page.server();
    let allowances = page.allowances();
    for request in server.log() {
        if !request.target.starts_with(server.base()) {
            found.push(format!("request outside of the base path: {}", request.target));
        } else if request.status >= 400 && !allowances.may_fail(&request.target) {
            found.push(format!("request failed: {} for {}", request.status, request.target));
        }
    }
}

fn stays(url: &str, origin: &str) -> bool {
    // A page from a host cannot ask for files; one that is a file is itself one.
    let local = ["data:", "blob:", "about:", "chrome:", "file:"]
        .iter()
        .any(|scheme| url.starts_with(scheme));
    local
        || url
            .strip_prefix(origin)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
}

/// axe-core's text, once [`prepare`] has read it.
static AXE: OnceLock<String> = OnceLock::new();

/// Reads what the guards need: axe-core, from the file that `CUTTINGS_AXE` names.
pub(crate) fn prepare() -> std::result::Result<(), String> {
    let file = env::var("CUTTINGS_AXE").map_err(|_| {
        "CUTTINGS_AXE does not name axe-core's file; run this by `scripts/with test …`, which sets it"
            .to_owned()
    })?;
    let axe = fs::read_to_string(&file).map_err(|error| format!("cannot read {file}: {error}"))?;
    AXE.get_or_init(|| axe);
    Ok(())
}

/// Has axe-core in the document.
pub(crate) fn bring_axe(session: &Session) -> Result<()> {
    if session.run("return typeof axe", &json!([]))? == "undefined" {
        session.run(AXE.get().expect("the guards are prepared"), &json!([]))?;
    }
    Ok(())
}

/// Reports what axe-core finds. Arguments: the rules to keep to (none: all that are on, and target sizes).
const RUN_AXE: &str = "
    const [rules, report] = arguments;
    const options = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };
    if (rules.length) options.runOnly = { type: 'rule', values: rules };
    axe.run(document, options).then(
        ({ violations }) => report(violations.flatMap(({ id, help, nodes }) => nodes.map(node =>
            `${id} (${help}): ${node.html.slice(0, 100)} ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''}`))),
        error => report([`axe-core failed: ${error}`]));
";

/// What stands between the page as it is now and those who use it with other senses or other tools, in light and in dark.
#[track_caller]
pub(crate) fn barriers(page: &Page) -> Vec<String> {
    let mut found = Vec::new();
    // Where a driver cannot choose a scheme it is light.
    let chosen = page.browser().has_developer_tools();
    let schemes: &[Scheme] = if chosen { &[Scheme::Light, Scheme::Dark] } else { &[Scheme::Light] };
    bring_axe(page.session()).expect("axe-core can be brought into the page");
    for (nth, scheme) in schemes.iter().enumerate() {
        if chosen {
            page.prefer(*scheme);
        }
        // Nothing but contrast depends on the scheme.
        let rules =
            if nth == 0 { json!([]) } else { json!(["color-contrast", "link-in-text-block"]) };
        let reported = done(page.session().run_async(RUN_AXE, &json!([rules])));
        found.extend(
            reported
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .map(|line| format!("axe {}: {line}", scheme.name())),
        );
    }
    found
}
