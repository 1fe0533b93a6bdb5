//! English words that news pages use for their own parts.
//!
//! They add a little weight where the look of lines leaves a choice. No rule depends on them alone,
//! because a seed may be in another language.

use super::label_key::LabelKey;

/// The longest line that is compared with a fixed phrase, in bytes.
const MAX_PHRASE_BYTES: usize = 40;

/// The longest picture credit, in bytes.
const MAX_PICTURE_CREDIT_BYTES: usize = 160;

/// Common names of sections, sorted.
#[rustfmt::skip]
const SECTIONS: &[&str] = &[
    "africa", "ai", "americas", "analysis", "apps", "art", "arts", "arts & culture", "asia",
    "asia pacific", "australia", "books", "breaking news", "business", "canada", "china",
    "climate", "commentary", "community", "crime", "crypto", "culture", "defence", "defense",
    "democracy", "design", "diplomacy", "economics", "economy", "editorial", "editorials",
    "education", "election", "elections", "energy", "enterprise", "entertainment", "environment",
    "europe", "explainer", "family", "fashion", "features", "film", "finance", "fintech", "food",
    "football", "gaming", "global", "hardware", "health", "history", "human rights", "india",
    "industry", "inspiration", "international", "interview", "interviews", "investigations",
    "justice", "labor", "labour", "latest", "latin america", "law", "letters", "life",
    "lifestyle", "local", "markets", "media", "media & entertainment", "middle east", "military",
    "money", "movies", "music", "national", "nature", "news", "north america", "obituaries",
    "opinion", "opinions", "pacific", "people", "personal finance", "philosophy", "photography",
    "policy", "politics", "privacy", "profile", "profiles", "psychology", "real estate",
    "religion", "research", "reviews", "robotics", "russia", "science", "security", "social",
    "society", "south america", "space", "sport", "sports", "startups", "style", "tech",
    "technology", "tennis", "theater", "theatre", "top stories", "trade", "transport",
    "transportation", "travel", "tv", "u.k.", "u.s.", "uk", "ukraine", "us", "usa", "venture",
    "video", "war", "wealth", "weather", "wellness", "women", "world", "world news",
];

/// Buttons, notices and links that pages put around articles, sorted.
#[rustfmt::skip]
const BOILERPLATE: &[&str] = &[
    "ad", "add comment", "advertisement", "advertisements", "advertising", "all rights reserved",
    "also read", "article continues below", "comment", "comments", "contact us",
    "continue reading", "cookie policy", "copy link", "don't miss", "download app", "email",
    "end of article", "facebook", "follow us", "follow us on social media", "home", "instagram",
    "leave a comment", "linkedin", "listen", "load more", "log in", "login", "menu", "more",
    "more on this", "more on this story", "more stories", "most popular", "most read",
    "newsletter", "newsletters", "next", "previous", "print", "privacy policy", "promoted",
    "read also", "read more", "read next", "recommended", "register", "related",
    "related articles", "related stories", "related topics", "reply", "save", "search",
    "see also", "see more", "share", "share this", "share this article", "show more", "sign in",
    "sign up", "skip to content", "skip to main content", "sponsored", "subscribe",
    "subscribe now", "tags", "terms of service", "terms of use", "topics", "trending", "tweet",
    "twitter", "view all", "view comments", "watch", "whatsapp", "you may also like",
    "you might also like",
];

/// Headings that occur in many articles, sorted.
#[rustfmt::skip]
const HEADINGS: &[&str] = &[
    "background", "bottom line", "conclusion", "conclusions", "context", "discussion",
    "final thoughts", "introduction", "key points", "key takeaways", "looking ahead", "methods",
    "next steps", "overview", "results", "summary", "takeaways", "timeline",
];

/// Words at the start of a picture credit.
#[rustfmt::skip]
const PICTURE_CREDIT_OPENERS: &[&str] = &[
    "image:", "image credit:", "image credits:", "image source:", "photo:", "photos:",
    "photo by ", "photo credit:", "photograph:", "photograph by ", "picture:", "credit:",
    "courtesy of ", "illustration:", "illustration by ",
];

/// Words at the start of a heading, and hardly ever of a section's name.
#[rustfmt::skip]
const HEADING_OPENERS: &[&str] = &[
    "a", "an", "the", "what", "why", "how", "who", "when", "where", "which", "is", "are", "can",
    "will", "does", "do",
];

/// Returns whether a line is a common name of a section: "Economy", "Coast News".
pub(super) fn is_section(text: &str) -> bool {
    let end = text.len().checked_sub(5).and_then(|at| text.get(at..));
    LabelKey(text).is_in(SECTIONS) || end.is_some_and(|end| end.eq_ignore_ascii_case(" news"))
}

/// Returns whether a line is a button, notice or link: "Read more", "5 min read".
pub(super) fn is_boilerplate(text: &str) -> bool {
    text.len() <= MAX_PHRASE_BYTES && (LabelKey(text).is_in(BOILERPLATE) || is_reading_time(text))
}

/// Returns whether a text is a reading time: "5 min read".
pub(super) fn is_reading_time(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    ["min read", "mins read", "minute read", "minutes read", "min. read"]
        .iter()
        .find_map(|unit| lower.strip_suffix(unit))
        .is_some_and(|count| {
            let digits = count.trim_end_matches([' ', '-']);
            !count.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
        })
}

/// Returns whether a line is a common heading: "Background", "Next Steps".
pub(super) fn is_heading(text: &str) -> bool {
    text.len() <= MAX_PHRASE_BYTES && LabelKey(text).is_in(HEADINGS)
}

/// Returns whether a line credits a picture: "Image credits: Jane Doe".
pub(super) fn is_picture_credit(text: &str) -> bool {
    text.len() <= MAX_PICTURE_CREDIT_BYTES
        && PICTURE_CREDIT_OPENERS.iter().any(|opener| starts_with_ignoring_case(text, opener))
}

/// Returns whether the first word of a line opens headings: "What Comes Next".
pub(super) fn opens_like_heading(text: &str) -> bool {
    let first = text.split_once(' ').map_or("", |(first, _)| first);
    HEADING_OPENERS.iter().any(|opener| opener.eq_ignore_ascii_case(first))
}

pub(super) fn starts_with_ignoring_case(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|opening| opening.eq_ignore_ascii_case(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_for_the_binary_search() {
        assert!(SECTIONS.is_sorted());
        assert!(BOILERPLATE.is_sorted());
        assert!(HEADINGS.is_sorted());
    }
}
