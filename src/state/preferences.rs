//! What a person chose for themselves: what no link carries and the browser remembers.

use super::query_string;
use std::rc::Rc;
use yew::Reducible;

/// Under which name the browser remembers preferences. The number is raised when their form changes; `src/boot.js` reads
/// the same name.
pub const STORED_AS: &str = "cuttings.preferences.1";

/// A person's own choices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// Light or dark.
    pub theme: Theme,
    /// Whether single keys do something outside of text fields.
    pub keys: SingleKeys,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Whether single keys do something outside of text fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SingleKeys {
    /// They do.
    #[default]
    On,
    /// They do not: someone dictates, or has another use for them.
    Off,
}

/// What happened to the preferences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// What the browser remembered was read.
    Remembered(Preferences),
    /// A theme was chosen.
    ThemeChosen(Theme),
    /// Single keys were switched on or off.
    KeysSwitched(SingleKeys),
}

impl Theme {
    /// All of them, in the order in which the page offers them.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// Its name where it is remembered and in the stylesheet.
    pub fn key(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme with this [`key`](Theme::key).
    pub fn from_key(key: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.key() == key)
    }

    /// Its name on the page.
    pub fn label(self) -> &'static str {
        match self {
            Theme::System => "System",
            Theme::Light => "Light",
            Theme::Dark => "Dark",
        }
    }
}

impl Preferences {
    /// Reads what [`print`](Preferences::print) wrote; what it does not know, it takes for the default.
    pub fn parse(text: &str) -> Preferences {
        let mut preferences = Preferences::default();
        for (key, value) in query_string::parse(text) {
            match (&key[..], &value[..]) {
                ("theme", theme) => preferences.theme = Theme::from_key(theme).unwrap_or_default(),
                ("keys", "off") => preferences.keys = SingleKeys::Off,
                _ => {}
            }
        }
        preferences
    }

    /// The form in which the browser remembers it.
    pub fn print(self) -> String {
        let theme = (self.theme != Theme::default()).then(|| ("theme", self.theme.key()));
        let keys = (self.keys == SingleKeys::Off).then_some(("keys", "off"));
        query_string::print(theme.into_iter().chain(keys))
    }
}

impl Reducible for Preferences {
    type Action = Choice;

    fn reduce(self: Rc<Self>, choice: Choice) -> Rc<Self> {
        Rc::new(match choice {
            Choice::Remembered(preferences) => preferences,
            Choice::ThemeChosen(theme) => Preferences { theme, ..*self },
            Choice::KeysSwitched(keys) => Preferences { keys, ..*self },
        })
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, theme: Theme, keys: SingleKeys) {
        assert_eq!(Preferences::parse(text), Preferences { theme, keys });
    }

    #[test]
    fn what_is_not_known_is_the_default() {
        check("", Theme::System, SingleKeys::On);
        check("theme=dark", Theme::Dark, SingleKeys::On);
        check("theme=sepia&keys=maybe&x=y", Theme::System, SingleKeys::On);
        check("keys=off&theme=light", Theme::Light, SingleKeys::Off);
    }

    #[test]
    fn what_is_remembered_comes_back() {
        for theme in Theme::ALL {
            for keys in [SingleKeys::On, SingleKeys::Off] {
                let preferences = Preferences { theme, keys };
                assert_eq!(Preferences::parse(&preferences.print()), preferences);
            }
        }
    }
}
