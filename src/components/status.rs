//! How many items there are.

use crate::hooks::settled::use_settled;
use yew::prelude::*;

/// How long the count waits for typing to pause before it is spoken, in milliseconds.
const SPOKEN_AFTER: u32 = 500;

/// The properties of [`Status`].
#[derive(Properties, PartialEq)]
pub struct StatusProps {
    /// How many items match.
    pub matching: usize,
    /// How many there are.
    pub of: usize,
}

/// How many items match: seen at once, spoken when typing pauses.
#[component]
pub fn Status(props: &StatusProps) -> Html {
    let text = count(props.matching, props.of);
    let spoken = use_settled(text.clone(), SPOKEN_AFTER);
    html! {
        <div class="status">
            <p aria-hidden="true">{ text }</p>
            <p class="unseen" role="status">{ spoken }</p>
        </div>
    }
}

/// The count in words.
fn count(matching: usize, of: usize) -> String {
    let items = if of == 1 { "item" } else { "items" };
    match matching {
        0 => "No items match".to_owned(),
        _ if matching == of => [&of.to_string(), items].join(" "),
        _ => [&matching.to_string(), "of", &of.to_string(), items].join(" "),
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[track_caller]
    fn check(matching: usize, of: usize, expected: &str) {
        assert_eq!(count(matching, of), expected);
    }

    #[test]
    fn the_count_is_in_words() {
        check(17, 17, "17 items");
        check(3, 17, "3 of 17 items");
        check(1, 17, "1 of 17 items");
        check(0, 17, "No items match");
        check(1, 1, "1 item");
    }
}
