//! axe-core: finds accessibility violations, and computes roles and names for engines whose driver
//! does not.

use std::{env, fs, sync::OnceLock};

use serde_json::{Value, json};

use crate::{
    device::ColorScheme,
    page::{Page, expect_ok},
    webdriver::{Result, Session},
};

/// The script of axe-core, after [`load`].
static SCRIPT: OnceLock<String> = OnceLock::new();

/// Reports the violations of a set of rules. Arguments: the rules (none: the default rules and the
/// size of targets), and the callback that WebDriver adds.
const FIND_VIOLATIONS: &str = "
    const [rules, report] = arguments;
    const options = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };
    if (rules.length) options.runOnly = { type: 'rule', values: rules };
    const describe = node => (node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? '';
    axe.run(document, options).then(
        ({ violations }) => report(violations.flatMap(({ id, help, nodes }) => nodes.map(node =>
            `${id} (${help}): ${node.html.slice(0, 100)} ${describe(node)}`))),
        error => report([`axe-core failed: ${error}`]));
";

/// Reads axe-core from the file that `CUTTINGS_AXE` names.
pub(crate) fn load() -> std::result::Result<(), String> {
    let file = env::var("CUTTINGS_AXE").map_err(|_| {
        "CUTTINGS_AXE does not name axe-core's file; `scripts/with test …` sets it".to_owned()
    })?;
    let script =
        fs::read_to_string(&file).map_err(|error| format!("cannot read {file}: {error}"))?;
    SCRIPT.get_or_init(|| script);
    Ok(())
}

/// Injects axe-core into the document, if it is not there yet.
pub(crate) fn inject(session: &Session) -> Result<()> {
    if session.run("return typeof axe", &json!([]))? == "undefined" {
        session.run(SCRIPT.get().expect("axe-core is loaded"), &json!([]))?;
    }
    Ok(())
}

/// Returns the accessibility violations of the page, in the light and the dark scheme.
#[track_caller]
pub(crate) fn violations(page: &Page) -> Vec<String> {
    let mut found = Vec::new();
    // Drivers without developer tools cannot set a scheme. Their browsers use the light one.
    let sets_scheme = page.engine().has_developer_tools();
    let schemes: &[ColorScheme] =
        if sets_scheme { &[ColorScheme::Light, ColorScheme::Dark] } else { &[ColorScheme::Light] };
    expect_ok(inject(page.session()));
    for (nth, scheme) in schemes.iter().enumerate() {
        if sets_scheme {
            page.set_color_scheme(*scheme);
        }
        // Only contrast depends on the scheme.
        let rules =
            if nth == 0 { json!([]) } else { json!(["color-contrast", "link-in-text-block"]) };
        let reported = expect_ok(page.session().run_async(FIND_VIOLATIONS, &json!([rules])));
        let lines = reported.as_array().into_iter().flatten().filter_map(Value::as_str);
        found.extend(lines.map(|line| format!("axe {}: {line}", scheme.name())));
    }
    found
}
