//! The focus: where it is, what is said of it, and whether one sees it; and the tab key, which takes it from one control to
//! the next.

use serde_json::{Value, json};

use crate::{
    locator::Locator,
    page::{Page, done},
    webdriver::Key,
};

/// How often the tab key is pressed before it is said that it leads nowhere.
const MOST_STOPS: usize = 240;

/// What the scripts below begin with: `on`, what has the focus, and `said`, how to speak of it.
const ON: &str = "
    const on = document.activeElement;
    const name = on?.getAttribute('aria-label') || [...(on?.labels ?? [])].map(label => label.innerText).join(' ') || on?.innerText || '';
    const said = !on || on === document.body || on === document.documentElement ? '' :
        `${on.tagName.toLowerCase()} “${name.replace(/\\s+/g, ' ').trim().slice(0, 80)}”`;
";

const SAID: &str = "return said";

/// Why one does not see what has the focus (WCAG 2.4.7, 2.4.11); nothing if one does. Any point of it or of its label that lies
/// in the window and under nothing else will do. Arguments: whether a ring is wanted; it is, where a key led there.
const UNSEEN: &str = "
    if (!said) return 'it is on nothing';
    const parts = [on, ...(on.labels ?? [])];
    const boxes = parts.flatMap(part => [...part.getClientRects()])
        .map(box => [Math.max(box.left, 0), Math.min(box.right, innerWidth), Math.max(box.top, 0), Math.min(box.bottom, innerHeight)])
        .filter(([left, right, top, bottom]) => left < right && top < bottom);
    const points = boxes.flatMap(([left, right, top, bottom]) => [0.02, 0.1, 0.5, 0.9, 0.98].flatMap(across =>
        [0.1, 0.5, 0.9].map(down => [left + across * (right - left), top + down * (bottom - top)])));
    const over = points.map(([x, y]) => document.elementFromPoint(x, y));
    if (!over.some(hit => hit && parts.some(part => part.contains(hit)))) {
        const what = over.find(Boolean);
        return `${said} is under ${what ? what.outerHTML.slice(0, 80) : 'the edge of the window'}`;
    }
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(on);
    if (arguments[0] && (outlineStyle === 'none' || outlineWidth === '0px') && boxShadow === 'none') return `${said} has no ring`;
    return '';
";

/// Which way the tab key goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    On,
    Back,
}

impl Page {
    /// What has the focus, in words; nothing if nothing has.
    #[track_caller]
    pub(crate) fn focused(&self) -> String {
        self.script(&format!("{ON}{SAID}")).as_str().unwrap_or_default().to_owned()
    }

    /// Waits until what has the focus is seen.
    #[track_caller]
    pub(crate) fn expect_focus_seen(&self) {
        self.expect_seen(false);
    }

    #[track_caller]
    fn expect_seen(&self, ring: bool) {
        self.until("what has the focus to be seen", || {
            let unseen = self.session().run(&format!("{ON}{UNSEEN}"), &json!([ring]))?;
            if unseen == "" { Ok(()) } else { Err(unseen.as_str().unwrap_or_default().to_owned()) }
        });
    }

    /// Waits until the one element there is has the focus and is seen.
    #[track_caller]
    pub(crate) fn expect_focus(&self, on: &Locator<'_>) {
        self.until(&format!("the focus on {on}"), || {
            if on.has_focus_now()? { Ok(()) } else { Err(format!("it is on {}", self.focused())) }
        });
        self.expect_focus_seen();
    }

    /// Presses the tab key once. Where it leads is seen, with a ring around it, or is outside of the page: nothing then.
    #[track_caller]
    pub(crate) fn tab(&self, way: Way) -> String {
        match way {
            Way::On => self.press(Key::Tab),
            Way::Back => done(self.session().press_with(Key::Shift, Key::Tab)),
        }
        let on = self.focused();
        if !on.is_empty() {
            self.expect_seen(true);
        }
        on
    }

    /// Presses the tab key until it leads to the one element there is.
    #[track_caller]
    pub(crate) fn tab_to(&self, way: Way, wanted: &Locator<'_>) {
        let element = wanted.one();
        let there = || {
            self.session()
                .run("return arguments[0] === document.activeElement", &json!([element.argument()]))
        };
        let mut met = Vec::new();
        for _ in 0..MOST_STOPS {
            met.push(self.tab(way));
            match there() {
                Ok(Value::Bool(true)) => return,
                Ok(_) => {}
                Err(error) => panic!("{wanted} went while one came to it: {error}"),
            }
        }
        panic!("the tab key does not lead to {wanted}, but to {met:#?}");
    }

    /// Presses the tab key from the beginning of the page to its end, and gives where it led.
    #[track_caller]
    pub(crate) fn tab_through(&self) -> Vec<String> {
        let mut met: Vec<String> = Vec::new();
        for _ in 0..MOST_STOPS {
            let on = self.tab(Way::On);
            // After the end comes the browser's own, or the beginning.
            if on.is_empty() || met.len() > 1 && met.first() == Some(&on) {
                return met;
            }
            met.push(on);
        }
        panic!("the page has no end: {met:#?}");
    }
}
