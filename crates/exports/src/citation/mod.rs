//! Cites articles: by the manuals' rules for a web page, and in the formats that programs exchange.
//!
//! Each style is plain text, so titles are not in italics. They keep the capitals of the seed,
//! because no rule can tell a name from another word. Citations are written when an edition is
//! published, one file per article, because the code would be a large part of the page and few
//! readers cite.
//!
//! Nothing is made up. Without an author the title comes first; without a date it says "n.d." or
//! nothing, as each manual prescribes. The name of a publication and a URL may be missing from the
//! reader's own articles. The access date is left out, because published articles do
//! not change.

mod date;
mod exchange;
mod name;
mod organisation;
mod style;
mod tex;

pub use self::organisation::is_organisation;

use crate::{Audience, article_url, line};
use cuttings_edition::{Article, Author, Edition, Metadata};
use date::Published;
use name::Name;

/// A work to cite.
#[derive(Clone, Copy, Debug)]
pub struct Work<'a> {
    /// The headline.
    pub title: &'a str,
    /// The authors, the date and the source.
    pub metadata: &'a Metadata<'a>,
    /// The name of the site, which stands for the container if the seed names none; or empty.
    pub site: &'a str,
    /// The URL on this site, which stands for the source's if the seed has none; or empty.
    pub url: &'a str,
    /// The language, as a BCP 47 tag.
    pub language: &'a str,
    /// The key for reference managers: letters, digits and hyphens.
    pub key: &'a str,
}

/// Returns an article's citations as JSON: rows of a style's name and the citation.
pub fn file(edition: &Edition<'_>, audience: Audience, article: &Article<'_>) -> String {
    let metadata = article.metadata();
    let work = Work {
        title: article.title(),
        metadata: &metadata,
        site: if audience == Audience::Everybody { edition.title() } else { "" },
        url: &article_url(audience, article, &metadata),
        language: article.language().unwrap_or(edition.language()),
        key: article.slug(),
    };
    serde_json::json!(Style::ALL.map(|style| [style.label().to_owned(), style.cite(&work)]))
        .to_string()
}

/// A citation style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Publication Manual of the American Psychological Association, 7th edition, 10.16.
    Apa,
    /// MLA Handbook, 9th edition.
    Mla,
    /// The Chicago Manual of Style, 18th edition, bibliography entries of its notes and
    /// bibliography system.
    Chicago,
    /// BibTeX, with the fields of biblatex for URLs.
    Bibtex,
    /// RIS, as reference managers read it.
    Ris,
    /// CSL-JSON, schema 1.0.2.
    CslJson,
}

impl Style {
    /// All styles, in the order in which the page offers them.
    pub const ALL: [Style; 6] =
        [Style::Apa, Style::Mla, Style::Chicago, Style::Bibtex, Style::Ris, Style::CslJson];

    /// Returns the name that the page shows.
    pub fn label(self) -> &'static str {
        match self {
            Style::Apa => "APA",
            Style::Mla => "MLA",
            Style::Chicago => "Chicago",
            Style::Bibtex => "BibTeX",
            Style::Ris => "RIS",
            Style::CslJson => "CSL-JSON",
        }
    }

    /// Returns the citation of a work in this style.
    pub fn cite(self, work: &Work<'_>) -> String {
        let entry = Entry::of(work);
        match self {
            Style::Apa => style::apa(&entry),
            Style::Mla => style::mla(&entry),
            Style::Chicago => style::chicago(&entry),
            Style::Bibtex => exchange::bibtex(&entry),
            Style::Ris => exchange::ris(&entry),
            Style::CslJson => exchange::csl_json(&entry),
        }
    }
}

/// A work, parsed. Its texts have one line each.
struct Entry<'a> {
    names: Vec<Name>,
    date: Published,
    title: String,
    /// The name of the publication that contains the work, if it is known.
    container: String,
    /// The URL, if there is one.
    url: String,
    language: &'a str,
    key: &'a str,
}

impl<'a> Entry<'a> {
    fn of(work: &Work<'a>) -> Entry<'a> {
        let Metadata { authors, date, source, source_url, .. } = work.metadata;
        let source = source.map(line).filter(|source| !source.is_empty());
        let container = source.unwrap_or_else(|| line(work.site));
        let names = authors.iter().filter_map(|author| {
            let name = line(author.name);
            let author = Author { name: &name, ..*author };
            (!name.is_empty()).then(|| Name::new(&author, &container))
        });
        Entry {
            names: names.collect(),
            date: Published::new(*date),
            title: line(work.title),
            url: line(source_url.unwrap_or(work.url)).replace(' ', "%20"),
            language: work.language,
            key: work.key,
            container,
        }
    }
}

#[cfg(test)]
mod tests;
