//! The manuals' styles.

use super::Entry;
use super::date::{Date, When};
use super::name::Name;

/// Author. (Date). Title. Site. Address
pub(super) fn apa(entry: &Entry<'_>) -> String {
    let names: Vec<String> = entry.names.iter().map(Name::initials).collect();
    // More than twenty are the first nineteen and the last.
    let authors = match &names[..] {
        [first @ .., last] if names.len() > 20 => {
            [first.get(..19).unwrap_or(first).join(", "), last.clone()].join(", . . . ")
        }
        [first @ .., last] if !first.is_empty() => [&first.join(", "), ", & ", last].concat(),
        _ => names.concat(),
    };
    let date = match entry.date {
        When::Known(date) if date.month > 0 => {
            let day = date.day_name();
            let space = if day.is_empty() { "" } else { " " };
            [&date.year.to_string(), ", ", date.month_name(), space, &day].concat()
        }
        When::Known(date) => date.year.to_string(),
        When::Words(words) => words.to_owned(),
        When::Unknown => "n.d.".to_owned(),
    };
    let date = ["(", &date, ")"].concat();
    let (first, third) = if authors.is_empty() { (entry.title, "") } else { (&authors[..], entry.title) };
    // A site that is its own author is named once.
    let container = if authors == entry.container { "" } else { entry.container };
    [&sentence(first), &sentence(&date), &sentence(third), &sentence(container), entry.address].concat()
}

/// Author. "Title." Site, Day Month Year, Address.
pub(super) fn mla(entry: &Entry<'_>) -> String {
    let names = &entry.names;
    let authors = match &names[..] {
        [] => String::new(),
        [one] => one.turned(),
        [one, two] => [&one.turned(), ", and ", &two.spoken()].concat(),
        [one, ..] => [&one.turned(), ", et al"].concat(),
    };
    let date = match entry.date {
        When::Known(date) => mla_date(date),
        When::Words(words) => words.to_owned(),
        When::Unknown => String::new(),
    };
    let parts = [entry.container, &date, entry.address].into_iter().filter(|part| !part.is_empty());
    let parts = parts.collect::<Vec<&str>>().join(", ");
    [sentence(&authors), quoted(entry.title), sentence(&parts)].concat().trim_end().to_owned()
}

/// Author. "Title." Site, Month Day, Year. Address.
pub(super) fn chicago(entry: &Entry<'_>) -> String {
    let names = &entry.names;
    // More than six are the first three.
    let shown = if names.len() > 6 { 3 } else { names.len() };
    let mut authors = String::new();
    for (place, name) in names.iter().take(shown).enumerate() {
        authors.push_str(match place {
            0 => "",
            _ if place + 1 == names.len() => ", and ",
            _ => ", ",
        });
        authors.push_str(&if place == 0 { name.turned() } else { name.spoken() });
    }
    if shown < names.len() {
        authors.push_str(", et al");
    }
    let date = match entry.date {
        When::Known(date) => chicago_date(date),
        When::Words(words) => words.to_owned(),
        When::Unknown => "n.d.".to_owned(),
    };
    let place = [entry.container, ", ", &date].concat();
    [&sentence(&authors), &quoted(entry.title), &sentence(&place), entry.address, "."].concat()
}

/// 16 May 2024; only May, June and July are never shortened.
fn mla_date(date: Date) -> String {
    let name = date.month_name();
    let short = match name {
        "" | "May" | "June" | "July" => name.to_owned(),
        "September" => "Sept.".to_owned(),
        _ => [name.get(..3).unwrap_or(name), "."].concat(),
    };
    words(&[&date.day_name(), &short, &date.year.to_string()])
}

/// May 16, 2024.
fn chicago_date(date: Date) -> String {
    let day = date.day_name();
    let comma = if day.is_empty() { "" } else { "," };
    words(&[date.month_name(), &[&day, comma].concat(), &date.year.to_string()])
}

/// The words that are there, with spaces between.
fn words(words: &[&str]) -> String {
    words.iter().copied().filter(|word| !word.is_empty()).collect::<Vec<&str>>().join(" ")
}

/// With a full stop, unless something else ends it, and a space; nothing if it is empty.
fn sentence(text: &str) -> String {
    match text.chars().next_back() {
        None => String::new(),
        Some('.' | '?' | '!' | '…') => [text, " "].concat(),
        Some(_) => [text, ". "].concat(),
    }
}

/// In quotation marks, those inside made single, the full stop within.
fn quoted(title: &str) -> String {
    let inner: String = title
        .chars()
        .map(|c| match c {
            '“' => '‘',
            '”' => '’',
            '"' => '\'',
            other => other,
        })
        .collect();
    ["“", sentence(&inner).trim_end(), "” "].concat()
}
