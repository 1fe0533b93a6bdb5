//! Finds the title of a page among those that it gives.

use cuttings_corpus::{Block, line_of_text, title_from_first_words};

use super::{Metadata, folded, host};

/// The longest title, in bytes.
const MAX_TITLE: usize = 500;

/// Characters between the title of a page and the name of its site.
const SEPARATORS: [&str; 9] = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " • ", " · "];

impl Metadata {
    /// Returns the title: what the page tells other programs, or else what it shows.
    pub(in crate::html) fn title(&self, file: &str, body: &[Block]) -> String {
        let told = [
            self.json_ld.headline.as_deref(),
            self.first_meta(&["og:title"]),
            self.first_meta(&["citation_title", "dc.title", "dcterms.title", "parsely-title"]),
            self.first_meta(&["twitter:title"]),
            self.json_ld.name.as_deref(),
        ];
        let mut told: Vec<String> =
            told.into_iter().flatten().map(|title| self.without_site(title)).collect();
        told.retain(|title| {
            !title.is_empty() && Some(&*folded(title)) != self.site_name().map(folded).as_deref()
        });
        let is_heading =
            |title: &&String| self.headings.iter().any(|it| folded(it) == folded(title));
        let is_cut = |title: &str| title.ends_with('…') || title.ends_with("...");
        let without_kicker = told.iter().find_map(|title| self.without_kicker(title));
        without_kicker
            .as_ref()
            .or_else(|| told.iter().find(is_heading))
            .or_else(|| told.iter().find(|title| !is_cut(title)))
            .cloned()
            .or_else(|| self.title_of_document())
            .or_else(|| self.headings.first().cloned())
            .or_else(|| told.into_iter().next())
            .or_else(|| {
                let first = body.iter().find(|block| block.is_prose() && !block.text.is_empty())?;
                Some(title_from_first_words(&first.text.replace('\n', " ")))
            })
            .filter(|title| !title.trim().is_empty())
            .map_or_else(|| file_title(file), |title| shortened(&title))
    }

    /// Returns a title without the words above it, "Tides: Ferry Returns", if a heading of the page
    /// has both as parts.
    fn without_kicker(&self, title: &str) -> Option<String> {
        let (kicker, title) = title.split_once(": ")?;
        let (kicker, letters) = (folded(kicker), folded(title));
        let has_both = |parts: &Vec<String>| parts.contains(&kicker) && parts.contains(&letters);
        let is_shown = !letters.is_empty() && self.heading_parts.iter().any(has_both);
        is_shown.then(|| title.to_owned())
    }

    /// Returns the title of the document without the name of the site.
    fn title_of_document(&self) -> Option<String> {
        let title = self.document_title.as_deref()?;
        let whole = folded(title);
        let shown = self.headings.iter().find(|it| {
            let heading = folded(it);
            heading.chars().count() > 3 && whole.contains(&heading)
        });
        if let Some(heading) = shown {
            return Some(heading.clone());
        }
        Some(self.without_site(title))
    }

    /// Removes the name of the site at the start or the end of a title.
    fn without_site(&self, title: &str) -> String {
        let site = self.site_name().map(folded).unwrap_or_default();
        let host = self.url.as_deref().and_then(host).unwrap_or_default();
        let is_site = |part: &str| {
            let part = folded(part);
            let is_name =
                !site.is_empty() && (part == site || site.contains(&part) && part.len() > 3);
            is_name || (part.len() > 2 && !host.is_empty() && folded(host).contains(&part))
        };
        let is_heading = |part: &str| {
            let part = folded(part);
            part.chars().count() > 3 && self.headings.iter().any(|it| folded(it) == part)
        };
        for separator in SEPARATORS {
            if let Some((before, after)) = title.rsplit_once(separator)
                && !before.trim().is_empty()
                && (is_site(after) || is_heading(before))
            {
                return before.trim().to_owned();
            }
            if let Some((before, after)) = title.split_once(separator)
                && !after.trim().is_empty()
                && is_site(before)
            {
                return after.trim().to_owned();
            }
        }
        title.to_owned()
    }

    /// Returns whether a text is the name of the site.
    pub(in crate::html) fn is_site(&self, text: &str) -> bool {
        let text = folded(text);
        !text.is_empty() && self.site_name().map(folded) == Some(text)
    }

    /// Returns whether a text is the title in the words of the page.
    pub(in crate::html) fn is_title(&self, text: &str) -> bool {
        let text = folded(text);
        let told = [self.json_ld.headline.as_deref(), self.first_meta(&["og:title"])];
        let titles = told.into_iter().flatten().chain(self.headings.iter().map(String::as_str));
        !text.is_empty() && titles.into_iter().any(|title| folded(title) == text)
    }
}

/// Returns the name of a file as a title.
pub(crate) fn file_title(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let title = line_of_text(&stem.replace('_', " "));
    title.unwrap_or_else(|| "Untitled".to_owned())
}

fn shortened(title: &str) -> String {
    let title = title.replace('\n', " ");
    match title.len() > MAX_TITLE {
        true => title_from_first_words(&title),
        false => title,
    }
}
