//! Describes a control as screen readers announce it: its role, its name and its ARIA states.

use serde_json::{Value, json};

use crate::{locator::Locator, page::Page};

/// Returns the states of the element in the argument by HTML and ARIA, as `name: value`.
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

/// Stores the element in the argument in a variable that the developer tools can read.
const STORE_ELEMENT: &str = "window.elementUnderTest = arguments[0]";

impl Page {
    /// Describes the only element by role, name and states, as in `checkbox Article 9, checked`.
    #[track_caller]
    pub(crate) fn aria_state(&self, control: &Locator<'_>) -> String {
        let (role, name) = (control.last_role(), control.name());
        let mut states = control.script(STATES);
        if self.engine().has_developer_tools() {
            // The browser's accessibility tree overrides the attributes. It has no `current`.
            control.script(STORE_ELEMENT);
            for (state, value) in self.tree_states() {
                states[state] = value;
            }
        }
        let mut description = format!("{role} {name}");
        for (state, when_true, when_false) in [
            ("checked", "checked", "not checked"),
            ("pressed", "pressed", "not pressed"),
            ("expanded", "expanded", "collapsed"),
        ] {
            match &states[state] {
                Value::Null => {}
                value => {
                    let is_true = value == true || value == "true";
                    description.extend([", ", if is_true { when_true } else { when_false }]);
                }
            }
        }
        if let Some(current) = states["current"].as_str() {
            description.extend([", current ", current]);
        }
        description
    }

    /// Returns the states of the element that [`STORE_ELEMENT`] stored, from Chromium's
    /// accessibility tree.
    #[track_caller]
    fn tree_states(&self) -> Vec<(String, Value)> {
        let expression = json!({ "expression": "window.elementUnderTest" });
        let object = self.developer_tools("Runtime.evaluate", &expression);
        let object = json!({ "objectId": object["result"]["objectId"], "fetchRelatives": false });
        let tree = self.developer_tools("Accessibility.getPartialAXTree", &object);
        let properties = tree["nodes"][0]["properties"].as_array().cloned().unwrap_or_default();
        properties
            .into_iter()
            .filter_map(|property| {
                let name = property["name"].as_str()?;
                let is_state = ["checked", "pressed", "expanded"].contains(&name);
                is_state.then(|| (name.to_owned(), property["value"]["value"].clone()))
            })
            .collect()
    }
}
