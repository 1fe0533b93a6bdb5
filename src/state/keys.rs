//! The keys, and what each of them does: the list that the page shows, and the one that it obeys.

/// What a single key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Go to the search box.
    Search,
    /// Show the list of keys.
    Help,
    /// Go so many cards on, or back.
    Card(i32),
    /// Go so many hits on, or back, in an article.
    Hit(i32),
    /// Go so many articles of the results on, or back.
    Article(i32),
    /// Save the article, or no longer.
    Save,
    /// Take the next theme.
    Theme,
}

/// What a key asks for, by the name that the browser gives it.
pub fn command(key: &str) -> Option<Command> {
    Some(match key {
        "/" => Command::Search,
        "?" => Command::Help,
        "j" => Command::Card(1),
        "k" => Command::Card(-1),
        "n" => Command::Hit(1),
        "p" => Command::Hit(-1),
        "]" => Command::Article(1),
        "[" => Command::Article(-1),
        "s" => Command::Save,
        "t" => Command::Theme,
        _ => return None,
    })
}

/// The place that a step leads to among so many, from one of them or from none: the ends hold. `None` if there is nowhere
/// to go.
pub fn step(from: Option<usize>, by: i32, among: usize) -> Option<usize> {
    let last = among.checked_sub(1)?;
    Some(match from {
        Some(place) => place.saturating_add_signed(by as isize).min(last),
        None if by > 0 => 0,
        None => last,
    })
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[track_caller]
    fn check(from: Option<usize>, by: i32, among: usize, expected: Option<usize>) {
        assert_eq!(step(from, by, among), expected);
    }

    #[test]
    fn steps_end_at_the_ends() {
        check(None, 1, 3, Some(0));
        check(None, -1, 3, Some(2));
        check(Some(0), 1, 3, Some(1));
        check(Some(2), 1, 3, Some(2));
        check(Some(0), -1, 3, Some(0));
        check(Some(7), -1, 3, Some(2));
        check(Some(0), 1, 0, None);
        check(None, -1, 0, None);
    }
}
