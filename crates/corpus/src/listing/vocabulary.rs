//! Words that news pages use for their own parts. They weigh a little where the look of lines leaves a choice; no rule
//! rests on them alone, since they are English and a seed may not be.

use super::{Folded, age};

/// Common names of sections, sorted.
#[rustfmt::skip]
const SECTIONS: &[&str] = &[
    "africa", "ai", "americas", "analysis", "apps", "art", "arts", "arts & culture", "asia",
    "asia pacific", "australia", "books", "breaking news", "business", "canada", "china", "climate",
    "commentary", "community", "crime", "crypto", "culture", "defence", "defense", "democracy", "design",
    "diplomacy", "economics", "economy", "editorial", "editorials", "education", "election", "elections",
    "energy", "enterprise", "entertainment", "environment", "europe", "explainer", "family", "fashion",
    "features", "film", "finance", "fintech", "food", "football", "gaming", "global", "hardware",
    "health", "history", "human rights", "india", "industry", "inspiration", "international", "interview",
    "interviews", "investigations", "justice", "labor", "labour", "latest", "latin america", "law",
    "letters", "life", "lifestyle", "local", "markets", "media", "media & entertainment", "middle east",
    "military", "money", "movies", "music", "national", "nature", "news", "north america", "obituaries",
    "opinion", "opinions", "pacific", "people", "personal finance", "philosophy", "photography", "policy",
    "politics", "privacy", "profile", "profiles", "psychology", "real estate", "religion", "research",
    "reviews", "robotics", "russia", "science", "security", "social", "society", "south america", "space",
    "sport", "sports", "startups", "style", "tech", "technology", "tennis", "theater", "theatre",
    "top stories", "trade", "transport", "transportation", "travel", "tv", "u.k.", "u.s.", "uk",
    "ukraine", "us", "usa", "venture", "video", "war", "wealth", "weather", "wellness", "women", "world",
    "world news",
];

/// Lines that pages put around articles: buttons, notices, links to more; sorted.
#[rustfmt::skip]
const FURNITURE: &[&str] = &[
    "ad", "add comment", "advertisement", "advertisements", "advertising", "all rights reserved",
    "also read", "article continues below", "comment", "comments", "contact us", "continue reading",
    "cookie policy", "copy link", "don't miss", "download app", "email", "end of article", "facebook",
    "follow us", "follow us on social media", "home", "instagram", "leave a comment", "linkedin",
    "listen", "load more", "log in", "login", "menu", "more", "more on this", "more on this story",
    "more stories", "most popular", "most read", "newsletter", "newsletters", "next", "previous", "print",
    "privacy policy", "promoted", "read also", "read more", "read next", "recommended", "register",
    "related", "related articles", "related stories", "related topics", "reply", "save", "search",
    "see also", "see more", "share", "share this", "share this article", "show more", "sign in",
    "sign up", "skip to content", "skip to main content", "sponsored", "subscribe", "subscribe now",
    "tags", "terms of service", "terms of use", "topics", "trending", "tweet", "twitter", "view all",
    "view comments", "watch", "whatsapp", "you may also like", "you might also like",
];

/// Headings that stand in many articles.
const HEADINGS: &[&str] = &[
    "background",
    "bottom line",
    "conclusion",
    "conclusions",
    "context",
    "discussion",
    "final thoughts",
    "introduction",
    "key points",
    "key takeaways",
    "looking ahead",
    "methods",
    "next steps",
    "overview",
    "results",
    "summary",
    "takeaways",
    "timeline",
];

/// How lines that credit a picture begin.
const CREDITS: &[&str] = &[
    "image:",
    "image credit:",
    "image credits:",
    "image source:",
    "photo:",
    "photos:",
    "photo by ",
    "photo credit:",
    "photograph:",
    "photograph by ",
    "picture:",
    "credit:",
    "courtesy of ",
    "illustration:",
    "illustration by ",
];

/// Words a heading opens with, and a section's name hardly ever.
const HEADING_OPENERS: &[&str] = &[
    "a", "an", "the", "what", "why", "how", "who", "when", "where", "which", "is", "are", "can",
    "will", "does", "do",
];

/// How lines that name an author begin.
const BYLINES: &[&str] =
    &["by ", "written by ", "words by ", "text by ", "reported by ", "von ", "par ", "por "];

pub(super) fn is_section(text: &str) -> bool {
    let news = text.len().checked_sub(5).and_then(|at| text.get(at..));
    Folded(text).is_in(SECTIONS) || news.is_some_and(|n| n.eq_ignore_ascii_case(" news"))
}

pub(super) fn is_furniture(text: &str) -> bool {
    text.len() <= 40 && (Folded(text).is_in(FURNITURE) || is_reading_time(text))
}

/// "5 min read".
fn is_reading_time(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let minutes = ["min read", "mins read", "minute read", "minutes read", "min. read"]
        .iter()
        .find_map(|read| lower.strip_suffix(read));
    minutes.is_some_and(|n| {
        !n.is_empty() && n.trim_end_matches([' ', '-']).chars().all(|c| c.is_ascii_digit())
    })
}

pub(super) fn is_heading(text: &str) -> bool {
    text.len() <= 40 && Folded(text).is_in(HEADINGS)
}

pub(super) fn is_credit(text: &str) -> bool {
    text.len() <= 160 && CREDITS.iter().any(|credit| starts_with_ignoring_case(text, credit))
}

pub(super) fn opens_like_heading(text: &str) -> bool {
    let first = text.split_once(' ').map_or("", |(first, _)| first);
    HEADING_OPENERS.iter().any(|opener| opener.eq_ignore_ascii_case(first))
}

/// A line that says who wrote, and perhaps when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Credit<'a> {
    pub(super) author: &'a str,
    pub(super) date: Option<&'a str>,
    /// How long it takes to read, which pages put beside the two.
    pub(super) rest: Option<&'a str>,
}

/// "By Jane Doe", "By Jane Doe, May 16, 2024", "Jane Doe | 16 May 2024 | 5 min read".
pub(super) fn credit(text: &str) -> Option<Credit<'_>> {
    if text.len() > 200 {
        return None;
    }
    let mut parts = text.split(['|', '•', '·']).map(str::trim).filter(|part| !part.is_empty());
    let first = parts.next()?;
    let (mut date, mut rest, mut others) = (None, None, false);
    for part in parts {
        others = true;
        if is_reading_time(part) {
            rest = Some(part);
        } else if date.is_none() && age::is_date(part) {
            date = Some(part);
        } else {
            return None;
        }
    }
    if let Some(author) =
        byline(first).or_else(|| Some(first).filter(|name| others && is_name(name)))
    {
        return Some(Credit { author, date, rest });
    }
    if !BYLINES.iter().any(|opener| starts_with_ignoring_case(first, opener)) {
        return None;
    }
    // "By Jane Doe, May 16, 2024" and "By Jane Doe on 16 May 2024".
    let at = age::trailing_date(first).filter(|_| date.is_none())?;
    let (before, after) = first.split_at_checked(at)?;
    let before =
        before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '–' | '—'));
    let author = byline(before.strip_suffix(" on").unwrap_or(before))?;
    Some(Credit { author, date: Some(after), rest })
}

/// The name in "By Jane Doe", if what follows "By" looks like names.
fn byline(text: &str) -> Option<&str> {
    let opener = BYLINES.iter().find(|b| starts_with_ignoring_case(text, b))?;
    let name = text.get(opener.len()..)?.trim();
    looks_like_names(name, 12).then_some(name)
}

/// A person's name alone: two to four capitalised words, as in "Jane van Doe".
pub(super) fn is_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (2..=4).contains(&words) && looks_like_names(text, 4) && !text.contains(',')
}

fn looks_like_names(text: &str, most_words: usize) -> bool {
    const SMALL: &[&str] = &[
        "and", "of", "de", "da", "del", "der", "den", "di", "dos", "du", "la", "le", "van", "von",
        "bin", "al", "y", "und", "et", "for", "in", "with", "|", "•", "·", "-", "–", "&",
    ];
    let mut capitals = 0;
    for (n, word) in text.split_whitespace().enumerate() {
        let first = word.chars().find(|c| c.is_alphabetic());
        let small = SMALL.contains(&word.to_lowercase().trim_end_matches(','));
        let digits = word.contains(|c: char| c.is_numeric());
        match first {
            _ if n >= most_words || digits => return false,
            Some(c) if c.is_lowercase() && !small => return false,
            Some(c) if !c.is_lowercase() => capitals += 1,
            _ => {}
        }
    }
    capitals > 0 && !text.ends_with(['.', '?', '!', ':'])
}

fn starts_with_ignoring_case(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|t| t.eq_ignore_ascii_case(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_for_the_binary_search() {
        assert!(SECTIONS.is_sorted());
        assert!(FURNITURE.is_sorted());
        assert!(HEADINGS.is_sorted());
    }
}
