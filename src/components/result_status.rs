//! The number of results.

use yew::prelude::*;

/// Returns the number of results: visible at once, and spoken when typing pauses.
pub fn result_status(total: usize, spoken: usize, item_count: usize) -> Html {
    html! {
        <div class="status">
            <p aria-hidden="true">{ count_text(total, item_count) }</p>
            <p class="visually-hidden" role="status">{ count_text(spoken, item_count) }</p>
        </div>
    }
}

/// Returns the count in words.
fn count_text(total: usize, item_count: usize) -> String {
    match total {
        0 => msg!("no-items").to_owned(),
        _ if total == item_count => msg!("items", count = item_count),
        _ => msg!("items-of", matching = total, of = item_count),
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[track_caller]
    fn check(total: usize, item_count: usize, expected: &str) {
        assert_eq!(count_text(total, item_count), expected);
    }

    #[test]
    fn counts_are_spelled_out() {
        check(17, 17, "17 items");
        check(3, 17, "3 of 17 items");
        check(1, 17, "1 of 17 items");
        check(0, 17, "No items match");
        check(1, 1, "1 item");
        check(99_980, 99_980, "99,980 items");
        check(1_234, 99_980, "1,234 of 99,980 items");
    }
}
