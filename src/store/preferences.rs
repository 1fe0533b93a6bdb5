//! The reader's preferences: settings that URLs do not carry and the browser stores.

use super::query_string;
use crate::messages::MessageId;

/// The key of the preferences in local storage. The number changes with the format. The scripts
/// that run before the program read the same key.
pub const STORED_AS: &str = "cuttings.preferences.1";

/// A setting with a few options. The discriminant is the index in `SETTINGS`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Light or dark.
    Theme,
    /// True if single-key shortcuts are on; readers who dictate turn them off.
    SingleKeys,
    /// The size of an article's text.
    TextSize,
    /// The length of its lines.
    LineLength,
    /// Its typeface.
    Typeface,
    /// The layout of the results.
    Layout,
}

/// The description of a setting.
#[derive(Debug)]
pub struct SettingInfo {
    /// The key in storage and in stylesheets, which match `data-theme="dark"` on the root element.
    pub key: &'static str,
    /// The label on the page.
    pub label: MessageId,
    /// The key and the label of each option, in the order in which the page offers them.
    pub options: &'static [(&'static str, MessageId)],
    /// The index of the default option.
    default: u8,
}

/// The description of each [`Setting`].
static SETTINGS: [SettingInfo; 6] = [
    SettingInfo {
        key: "theme",
        label: msg_id!("theme"),
        options: &[
            ("system", msg_id!("theme-system")),
            ("light", msg_id!("theme-light")),
            ("dark", msg_id!("theme-dark")),
        ],
        default: 0,
    },
    SettingInfo {
        key: "keys",
        label: msg_id!("single-keys"),
        options: &[("on", msg_id!("single-keys-on")), ("off", msg_id!("single-keys-off"))],
        default: 0,
    },
    SettingInfo {
        key: "size",
        label: msg_id!("text-size"),
        options: &[
            ("small", msg_id!("text-small")),
            ("medium", msg_id!("text-medium")),
            ("large", msg_id!("text-large")),
            ("huge", msg_id!("text-huge")),
        ],
        default: 1,
    },
    SettingInfo {
        key: "line",
        label: msg_id!("line-length"),
        options: &[
            ("short", msg_id!("line-short")),
            ("medium", msg_id!("line-medium")),
            ("long", msg_id!("line-long")),
        ],
        default: 1,
    },
    SettingInfo {
        key: "face",
        label: msg_id!("typeface"),
        options: &[("serif", msg_id!("typeface-serif")), ("sans", msg_id!("typeface-sans"))],
        default: 0,
    },
    SettingInfo {
        key: "shown",
        label: msg_id!("show"),
        options: &[("cards", msg_id!("show-cards")), ("list", msg_id!("show-list"))],
        default: 0,
    },
];

impl Setting {
    /// The setting's description.
    pub fn info(self) -> &'static SettingInfo {
        &SETTINGS[self as usize]
    }
}

/// The reader's preferences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preferences(
    /// The index of the chosen option of each setting.
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
    /// Returns the key of the chosen option.
    pub fn get(&self, setting: Setting) -> &'static str {
        let chosen = self.0.get(setting as usize).copied().unwrap_or_default();
        setting.info().options.get(usize::from(chosen)).map_or("", |(key, _)| key)
    }

    /// Returns whether results are a list of headlines instead of cards.
    pub fn is_list(&self) -> bool {
        self.get(Setting::Layout) == "list"
    }

    /// Returns whether single-key shortcuts are on.
    pub fn single_keys(&self) -> bool {
        self.get(Setting::SingleKeys) == "on"
    }

    /// Chooses the option with this key. Unknown keys change nothing.
    #[must_use]
    pub fn with(mut self, setting: Setting, key: &str) -> Preferences {
        self.choose(setting as usize, key);
        self
    }

    /// Parses the output of [`print`](Preferences::print). Unknown settings and options are
    /// ignored.
    pub fn parse(text: &str) -> Preferences {
        let mut preferences = Preferences::default();
        for (name, value) in query_string::parse(text) {
            if let Some(setting) = SETTINGS.iter().position(|setting| setting.key == name) {
                preferences.choose(setting, &value);
            }
        }
        preferences
    }

    /// Prints the settings that differ from their defaults, as a query string.
    pub fn print(self) -> String {
        query_string::print(self.pairs().filter_map(|(key, value)| Some((key, value?))))
    }

    /// Iterates over the settings' keys, each with the key of the chosen option unless it is the
    /// default.
    pub fn pairs(self) -> impl Iterator<Item = (&'static str, Option<&'static str>)> {
        SETTINGS.iter().zip(self.0).map(|(setting, chosen)| {
            let option =
                setting.options.get(usize::from(chosen)).filter(|_| chosen != setting.default);
            (setting.key, option.map(|(key, _)| *key))
        })
    }

    fn choose(&mut self, setting: usize, key: &str) {
        let option = SETTINGS
            .get(setting)
            .and_then(|info| info.options.iter().position(|(other, _)| *other == key));
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
        assert_eq!(
            (preferences.get(Setting::Theme), preferences.get(Setting::SingleKeys)),
            (theme, keys)
        );
    }

    #[test]
    fn unknown_options_are_ignored() {
        check("", "system", "on");
        check("theme=dark", "dark", "on");
        check("theme=sepia&keys=maybe&x=y", "system", "on");
        check("keys=off&theme=light", "light", "off");
        assert_eq!(Preferences::parse("size=enormous&line=&face").print(), "");
    }

    proptest! {
        #[test]
        fn round_trips(chosen in prop::array::uniform6(0..9_u8)) {
            let mut preferences = Preferences::default();
            for ((setting, info), option) in SETTINGS.iter().enumerate().zip(chosen) {
                preferences.choose(setting, info.options[usize::from(option) % info.options.len()].0);
            }
            prop_assert_eq!(Preferences::parse(&preferences.print()), preferences);
        }
    }
}
