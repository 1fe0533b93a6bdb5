//! What a person chose for themselves: what no link carries and the browser remembers.

use super::query_string;

/// Under which name the browser remembers preferences. The number is raised when their form changes; `src/boot.js` reads
/// the same name.
pub const STORED_AS: &str = "cuttings.preferences.1";

/// Something to choose.
#[derive(Debug)]
pub struct Setting {
    /// Its name where it is remembered, and in the stylesheets, which see `data-theme="dark"` on the root.
    pub key: &'static str,
    /// Its name on the page.
    pub label: &'static str,
    /// What there is to choose from, by key and label, in the order in which the page offers it.
    pub options: &'static [(&'static str, &'static str)],
    /// Which of these holds for those who chose nothing.
    default: u8,
}

/// Which setting: its place in [`SETTINGS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Light or dark.
    Theme,
    /// Whether single keys do something outside of text fields: not if someone dictates, or has another use for them.
    Keys,
    /// How large an article's text is.
    Size,
    /// How long its lines are.
    Line,
    /// Which letters it is set in.
    Face,
    /// How results are shown.
    Shown,
}

/// Everything there is to choose.
pub static SETTINGS: [Setting; 6] = [
    Setting {
        key: "theme",
        label: msg!("theme"),
        options: &[
            ("system", msg!("theme-system")),
            ("light", msg!("theme-light")),
            ("dark", msg!("theme-dark")),
        ],
        default: 0,
    },
    Setting {
        key: "keys",
        label: msg!("single-keys"),
        options: &[("on", msg!("single-keys-on")), ("off", msg!("single-keys-off"))],
        default: 0,
    },
    Setting {
        key: "size",
        label: msg!("text-size"),
        options: &[
            ("small", msg!("text-small")),
            ("medium", msg!("text-medium")),
            ("large", msg!("text-large")),
            ("huge", msg!("text-huge")),
        ],
        default: 1,
    },
    Setting {
        key: "line",
        label: msg!("line-length"),
        options: &[
            ("short", msg!("line-short")),
            ("medium", msg!("line-medium")),
            ("long", msg!("line-long")),
        ],
        default: 1,
    },
    Setting {
        key: "face",
        label: msg!("typeface"),
        options: &[("serif", msg!("typeface-serif")), ("sans", msg!("typeface-sans"))],
        default: 0,
    },
    Setting {
        key: "shown",
        label: msg!("show"),
        options: &[("cards", msg!("show-cards")), ("list", msg!("show-list"))],
        default: 0,
    },
];

/// A person's own choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preferences(
    /// For each setting, which of its options.
    [u8; SETTINGS.len()],
);

impl Default for Preferences {
    fn default() -> Preferences {
        let mut chosen = [0; SETTINGS.len()];
        for (chosen, setting) in chosen.iter_mut().zip(&SETTINGS) {
            *chosen = setting.default;
        }
        Preferences(chosen)
    }
}

impl Preferences {
    /// The key of what is chosen.
    pub fn get(&self, which: Which) -> &'static str {
        let setting = which as usize;
        let options = SETTINGS.get(setting).map_or(&[][..], |setting| setting.options);
        let chosen = self.0.get(setting).copied().unwrap_or_default();
        options.get(usize::from(chosen)).map_or("", |(key, _)| key)
    }

    /// Whether results are headlines, one below the other.
    pub fn listed(&self) -> bool {
        self.get(Which::Shown) == "list"
    }

    /// The preferences after the option with a key was chosen; unknown keys change nothing.
    #[must_use]
    pub fn with(mut self, which: Which, key: &str) -> Preferences {
        self.choose(which as usize, key);
        self
    }

    /// Reads what [`print`](Preferences::print) wrote; what it does not know, it takes for the default.
    pub fn parse(text: &str) -> Preferences {
        let mut preferences = Preferences::default();
        for (name, value) in query_string::parse(text) {
            if let Some(setting) = SETTINGS.iter().position(|setting| setting.key == name) {
                preferences.choose(setting, &value);
            }
        }
        preferences
    }

    /// The form in which the browser remembers it: what is not as it is for everyone.
    pub fn print(self) -> String {
        query_string::print(self.pairs().filter_map(|(key, value)| Some((key, value?))))
    }

    /// Each setting's key with what was chosen, if that is not the default.
    pub fn pairs(self) -> impl Iterator<Item = (&'static str, Option<&'static str>)> {
        SETTINGS.iter().zip(self.0).map(|(setting, chosen)| {
            let option = setting.options.get(usize::from(chosen)).filter(|_| chosen != setting.default);
            (setting.key, option.map(|(key, _)| *key))
        })
    }

    fn choose(&mut self, setting: usize, key: &str) {
        let option =
            SETTINGS.get(setting).and_then(|it| it.options.iter().position(|(other, _)| *other == key));
        if let (Some(chosen), Some(option)) = (self.0.get_mut(setting), option) {
            *chosen = option as u8;
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, theme: &str, keys: &str) {
        let preferences = Preferences::parse(text);
        assert_eq!((preferences.get(Which::Theme), preferences.get(Which::Keys)), (theme, keys));
    }

    #[test]
    fn what_is_not_known_is_the_default() {
        check("", "system", "on");
        check("theme=dark", "dark", "on");
        check("theme=sepia&keys=maybe&x=y", "system", "on");
        check("keys=off&theme=light", "light", "off");
        assert_eq!(Preferences::parse("size=enormous&line=&face").print(), "");
    }

    proptest! {
        #[test]
        fn what_is_remembered_comes_back(chosen in prop::array::uniform5(0..9_u8)) {
            let mut preferences = Preferences::default();
            for ((setting, it), option) in SETTINGS.iter().enumerate().zip(chosen) {
                preferences.choose(setting, it.options[usize::from(option) % it.options.len()].0);
            }
            prop_assert_eq!(Preferences::parse(&preferences.print()), preferences);
        }
    }
}
