//! What a screen reader says of a control beyond its role and name: the state that it is in.

use serde_json::{Value, json};

use crate::{
    locator::Locator,
    page::{Page, done},
};

/// The states that HTML and ARIA give an element, as `name: value`. Its argument is the element.
const STATES: &str = "
    const element = arguments[0];
    const states = {};
    if (element.type === 'checkbox') states.checked = element.checked;
    if (element.hasAttribute('aria-pressed')) states.pressed = element.getAttribute('aria-pressed') === 'true';
    if (element.hasAttribute('aria-expanded')) states.expanded = element.getAttribute('aria-expanded') === 'true';
    else if (element.popoverTargetElement) states.expanded = element.popoverTargetElement.matches(':popover-open');
    if (element.hasAttribute('aria-current')) states.current = element.getAttribute('aria-current');
    return states;
";

/// Leaves an element where the developer tools find it.
const HAND_OVER: &str = "window.spoken = arguments[0]";

impl Page {
    /// What is said of the one element there is: role, name and states, as in `checkbox Article 9, checked`.
    #[track_caller]
    pub(crate) fn spoken(&self, of: &Locator<'_>) -> String {
        let (role, name) = (of.wanted_role(), of.one_name());
        let mut states = of.script(STATES);
        if self.browser().has_developer_tools() {
            // The tree that assistive technology reads has the last word; it does not hold what is current.
            of.script(HAND_OVER);
            for (state, value) in self.states_in_the_tree() {
                states[state] = value;
            }
        }
        let mut spoken = format!("{role} {name}");
        for (state, is, is_not) in [
            ("checked", "checked", "not checked"),
            ("pressed", "pressed", "not pressed"),
            ("expanded", "expanded", "collapsed"),
        ] {
            match &states[state] {
                Value::Null => {}
                value => spoken
                    .extend([", ", if value == true || value == "true" { is } else { is_not }]),
            }
        }
        if let Some(current) = states["current"].as_str() {
            spoken.extend([", current ", current]);
        }
        spoken
    }

    /// The states in Chromium's accessibility tree of what [`HAND_OVER`] left.
    #[track_caller]
    fn states_in_the_tree(&self) -> Vec<(String, Value)> {
        let tools =
            |command, parameters: Value| done(self.session().chromium(command, &parameters));
        let object = tools("Runtime.evaluate", json!({ "expression": "window.spoken" }));
        let object = json!({ "objectId": object["result"]["objectId"], "fetchRelatives": false });
        let tree = tools("Accessibility.getPartialAXTree", object);
        let properties = tree["nodes"][0]["properties"].as_array().cloned().unwrap_or_default();
        let known = properties.into_iter().filter(|property| {
            ["checked", "pressed", "expanded"].iter().any(|state| property["name"] == *state)
        });
        known
            .map(|property| {
                (
                    property["name"].as_str().unwrap_or_default().to_owned(),
                    property["value"]["value"].clone(),
                )
            })
            .collect()
    }
}
