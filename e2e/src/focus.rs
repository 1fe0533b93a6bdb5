//! Checks the keyboard focus: the element that has it, whether it is visible, and the order of the
//! tab key.

use serde_json::{Value, json};

use crate::{
    locator::Locator,
    page::{Page, expect_ok},
    webdriver::Key,
};

/// The number of times the tab key is pressed before a test fails.
const MAX_TABS: usize = 240;

/// The start of the scripts below. It defines `focused`, the element with the focus, and
/// `description`, which is empty if no element has the focus.
const FOCUSED: &str = "
    const focused = document.activeElement;
    const name = focused?.getAttribute('aria-label')
        || [...(focused?.labels ?? [])].map(label => label.innerText).join(' ')
        || focused?.innerText || '';
    const isNone = !focused || focused === document.body || focused === document.documentElement;
    const description = isNone ? '' :
        `${focused.tagName.toLowerCase()} “${name.replace(/\\s+/g, ' ').trim().slice(0, 80)}”`;
";

const DESCRIBE: &str = "return description";

/// Returns why the focused element is not visible (WCAG 2.4.7 and 2.4.11), or an empty string. It
/// is visible if a point of it or of its label is in the viewport and not covered. Argument: true
/// if it must have a focus ring, which a browser draws only after keyboard input.
const FIND_HIDDEN: &str = "
    if (!description) return 'no element has the focus';
    const parts = [focused, ...(focused.labels ?? [])];
    const boxes = parts.flatMap(part => [...part.getClientRects()])
        .map(box => [Math.max(box.left, 0), Math.min(box.right, innerWidth), Math.max(box.top, 0), Math.min(box.bottom, innerHeight)])
        .filter(([left, right, top, bottom]) => left < right && top < bottom);
    const points = boxes.flatMap(([left, right, top, bottom]) => [0.02, 0.1, 0.5, 0.9, 0.98].flatMap(across =>
        [0.1, 0.5, 0.9].map(down => [left + across * (right - left), top + down * (bottom - top)])));
    const hits = points.map(([x, y]) => document.elementFromPoint(x, y));
    if (!hits.some(hit => hit && parts.some(part => part.contains(hit)))) {
        const cover = hits.find(Boolean);
        return `${description} is covered by ${cover ? cover.outerHTML.slice(0, 80) : 'the edge of the viewport'}`;
    }
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
    const hasRing = outlineStyle !== 'none' && outlineWidth !== '0px' || boxShadow !== 'none';
    return arguments[0] && !hasRing ? `${description} has no focus ring` : '';
";

/// A direction of the tab key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Forward,
    Backward,
}

impl Page {
    /// Describes the focused element. The description is empty if no element has the focus.
    #[track_caller]
    pub(crate) fn focused(&self) -> String {
        self.script(&format!("{FOCUSED}{DESCRIBE}")).as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the focused element is visible.
    #[track_caller]
    pub(crate) fn expect_focus_visible(&self) {
        self.expect_visible(false);
    }

    #[track_caller]
    fn expect_visible(&self, with_ring: bool) {
        self.until("the focused element to be visible", || {
            let reason =
                self.session().run(&format!("{FOCUSED}{FIND_HIDDEN}"), &json!([with_ring]))?;
            if reason == "" { Ok(()) } else { Err(reason.as_str().unwrap_or_default().to_owned()) }
        });
    }

    /// Waits until an element has the focus and is visible.
    #[track_caller]
    pub(crate) fn expect_focus(&self, element: &Locator<'_>) {
        self.until(&format!("the focus on {element}"), || {
            if element.has_focus_now()? {
                Ok(())
            } else {
                Err(format!("it is on {}", self.focused()))
            }
        });
        self.expect_focus_visible();
    }

    /// Presses the tab key once and describes the newly focused element, which must be visible and
    /// have a ring. The description is empty if the focus left the page.
    #[track_caller]
    pub(crate) fn tab(&self, direction: Direction) -> String {
        match direction {
            Direction::Forward => self.press(Key::Tab),
            Direction::Backward => expect_ok(self.session().press_with(Key::Shift, Key::Tab)),
        }
        let focused = self.focused();
        if !focused.is_empty() {
            self.expect_visible(true);
        }
        focused
    }

    /// Presses the tab key until an element has the focus.
    #[track_caller]
    pub(crate) fn tab_to(&self, direction: Direction, target: &Locator<'_>) {
        let element = target.one();
        let is_focused = || {
            let script = "return arguments[0] === document.activeElement";
            self.session().run(script, &json!([element.argument()]))
        };
        let mut visited = Vec::new();
        for _ in 0..MAX_TABS {
            visited.push(self.tab(direction));
            match is_focused() {
                Ok(Value::Bool(true)) => return,
                Ok(_) => {}
                Err(error) => panic!("{target} was removed before it had the focus: {error}"),
            }
        }
        panic!("the tab key does not reach {target}, only {visited:#?}");
    }

    /// Presses the tab key from the beginning of the page to its end, and describes the elements
    /// that had the focus.
    #[track_caller]
    pub(crate) fn tab_through(&self) -> Vec<String> {
        let mut visited: Vec<String> = Vec::new();
        for _ in 0..MAX_TABS {
            let focused = self.tab(Direction::Forward);
            // After its last element, the focus goes to the browser or to the first element again.
            if focused.is_empty() || visited.len() > 1 && visited.first() == Some(&focused) {
                return visited;
            }
            visited.push(focused);
        }
        panic!("the tab key does not reach the end of the page: {visited:#?}");
    }
}
