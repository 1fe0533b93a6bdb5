//! Prints citations in the styles of the manuals.

use super::Entry;
use super::date::{Date, Published};
use super::name::Name;

/// Author. (Date). Title. Site. URL
pub(super) fn apa(entry: &Entry<'_>) -> String {
    let names: Vec<String> = entry.names.iter().map(Name::initials).collect();
    // APA lists the first nineteen of more than twenty, and the last.
    let authors = match &names[..] {
        [first @ .., last] if names.len() > 20 => {
            [first.get(..19).unwrap_or(first).join(", "), last.clone()].join(", . . . ")
        }
        // The comma belongs to an inverted name.
        [one, two] if !is_inverted(entry.names.first()) => [one, " & ", two].concat(),
        [first @ .., last] if !first.is_empty() => [&first.join(", "), ", & ", last].concat(),
        _ => names.concat(),
    };
    let date = match &entry.date {
        Published::Known(date) if date.month > 0 => {
            let day = date.day_number();
            let space = if day.is_empty() { "" } else { " " };
            [&date.year.to_string(), ", ", date.month_name(), space, &day].concat()
        }
        Published::Known(date) => date.year.to_string(),
        Published::Text(text) => text.clone(),
        Published::Unknown => "n.d.".to_owned(),
    };
    let date = ["(", &date, ")"].concat();
    let (first, third) =
        if authors.is_empty() { (&*entry.title, "") } else { (&*authors, &*entry.title) };
    // APA omits a site that is its own author.
    let container = if authors == entry.container { "" } else { &*entry.container };
    let all =
        [&sentence(first), &sentence(&date), &sentence(third), &sentence(container), &*entry.url];
    all.concat().trim_end().to_owned()
}

/// Author. "Title." Site, Day Month Year, URL.
pub(super) fn mla(entry: &Entry<'_>) -> String {
    let authors = match &entry.names[..] {
        // MLA omits an author that is the site itself.
        [Name::Whole(author)] if *author == entry.container => String::new(),
        [] => String::new(),
        [one] => one.family_first(),
        [one, two] => [&one.family_first(), and(Some(one)), &two.spoken(",")].concat(),
        [one, ..] => [&one.family_first(), ", et al"].concat(),
    };
    let date = match &entry.date {
        Published::Known(date) => mla_date(*date),
        Published::Text(text) => text.clone(),
        Published::Unknown => String::new(),
    };
    let parts = [&*entry.container, &date, &entry.url].into_iter().filter(|part| !part.is_empty());
    let parts = parts.collect::<Vec<&str>>().join(", ");
    [sentence(&authors), quoted(&entry.title), sentence(&parts)].concat().trim_end().to_owned()
}

/// Author. "Title." Site, Month Day, Year. URL.
pub(super) fn chicago(entry: &Entry<'_>) -> String {
    let names = &entry.names;
    // Chicago lists the first three of more than six.
    let shown = if names.len() > 6 { 3 } else { names.len() };
    let mut authors = String::new();
    for (index, name) in names.iter().take(shown).enumerate() {
        authors.push_str(match index {
            0 => "",
            1 if names.len() == 2 => and(names.first()),
            _ if index + 1 == names.len() => ", and ",
            _ => ", ",
        });
        authors.push_str(&if index == 0 { name.family_first() } else { name.spoken("") });
    }
    if shown < names.len() {
        authors.push_str(", et al");
    }
    let date = match &entry.date {
        Published::Known(date) => chicago_date(*date),
        Published::Text(text) => text.clone(),
        Published::Unknown => "n.d.".to_owned(),
    };
    let publication = [&*entry.container, &date].into_iter().filter(|part| !part.is_empty());
    let publication = publication.collect::<Vec<&str>>().join(", ");
    let url = if entry.url.is_empty() { String::new() } else { [&entry.url, "."].concat() };
    let all = [sentence(&authors), quoted(&entry.title), sentence(&publication), url];
    all.concat().trim_end().to_owned()
}

/// Returns the words between two authors. The comma belongs to an inverted name.
fn and(first: Option<&Name>) -> &'static str {
    if is_inverted(first) { ", and " } else { " and " }
}

fn is_inverted(name: Option<&Name>) -> bool {
    matches!(name, Some(Name::Person(_)))
}

/// Returns "16 May 2024"; May, June and July are never abbreviated.
fn mla_date(date: Date) -> String {
    let name = date.month_name();
    let short = match name {
        "" | "May" | "June" | "July" => name.to_owned(),
        "September" => "Sept.".to_owned(),
        _ => [name.get(..3).unwrap_or(name), "."].concat(),
    };
    words(&[&date.day_number(), &short, &date.year.to_string()])
}

/// Returns "May 16, 2024".
fn chicago_date(date: Date) -> String {
    let day = date.day_number();
    let comma = if day.is_empty() { "" } else { "," };
    words(&[date.month_name(), &[&day, comma].concat(), &date.year.to_string()])
}

/// Joins the words that are not empty with spaces.
fn words(words: &[&str]) -> String {
    words.iter().copied().filter(|word| !word.is_empty()).collect::<Vec<&str>>().join(" ")
}

/// Ends a text with a full stop, unless it ends with punctuation or a quotation that does, and a
/// space.
fn sentence(text: &str) -> String {
    let end = text.trim_end_matches(['”', '’', '"', '\'', '»']).chars().next_back();
    match end.or(text.chars().next_back()) {
        None => String::new(),
        Some('.' | '?' | '!' | '…') => [text, " "].concat(),
        Some(_) => [text, ". "].concat(),
    }
}

/// Puts a title in quotation marks, with single ones inside and the full stop within.
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
