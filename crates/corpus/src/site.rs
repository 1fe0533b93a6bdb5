//! Parses `site.toml`: the settings of the whole site, its aliases, and corrections to its names.

mod reader;

use cuttings_diagnostics::{Diagnostic, SourceFile};
use toml::de::DeTable;

use crate::encoding;
use reader::Reader;

/// The settings of a site, with defaults for those that `site.toml` leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The name of the site; "Cuttings" by default.
    pub title: String,
    /// One sentence about the site for search engines and feeds; none by default.
    pub description: Option<String>,
    /// The absolute `http` or `https` URL of the site, ending in `/`; none by default. Without it
    /// nothing is made that needs one, such as canonical links and feeds with full URLs.
    pub base_url: Option<String>,
    /// The day of the edition, as `2026-11-22`; none by default. It replaces the date of an
    /// article that has none, where a date is required.
    pub date: Option<String>,
    /// The language, as a BCP 47 tag, of seeds that name none, and of the page's own messages if
    /// they are translated into it; `en` by default.
    pub language: String,
    /// The languages, as BCP 47 tags, in which readers get the page's own messages if they prefer
    /// them to `language`. By default there are none if the site names its `language`; otherwise it
    /// is `None`, which stands for all languages that the page is translated into.
    pub interface_languages: Option<Vec<String>>,
    /// Other names, each with the name it stands for, in the order of the file; none by default.
    pub aliases: Vec<Alias>,
    /// Corrections to the names found in the articles; none by default.
    pub names: SiteNames,
    /// The keys of front matter that readers can filter by, each with its label; none by default.
    pub facets: Vec<(String, String)>,
    /// The address of the site that the seeds are from, ending in `/`; none by default. Links to
    /// its pages become links to articles, and links to pages that are no articles lead there.
    pub original_url: Option<String>,
    /// The section of seeds that name none and are in no folder of their own; "Articles" by
    /// default.
    pub default_section: Option<String>,
    /// The sections that come first, each with its name for readers, in their order; none by
    /// default.
    pub sections: Vec<(String, String)>,
    /// Patterns of the paths that are read; all by default.
    pub include: Vec<String>,
    /// Patterns of the paths that are not read; none by default.
    pub exclude: Vec<String>,
    /// The folder that absolute paths of pictures start in, relative to the folder of seeds; none
    /// by default.
    pub static_folder: Option<String>,
    /// The most articles with a page of their own, the newest ones; by default as many as most
    /// hosts have room for. The others open from the edition.
    pub pages: Option<usize>,
    /// True to publish compressed copies of every page; false by default, because most hosts
    /// compress pages themselves.
    pub precompress: bool,
}

/// Names that the person who keeps the seeds knows better than the program that looks for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteNames {
    /// Names that are always people.
    pub people: Vec<String>,
    /// Names that are always places.
    pub places: Vec<String>,
    /// Names that are always organisations.
    pub organisations: Vec<String>,
    /// Names that are always weapons, vehicles or other products.
    pub weapons: Vec<String>,
    /// Words that are never names.
    pub never: Vec<String>,
}

/// A name that means the same as another: "DPRK" is "North Korea".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The other name, as it occurs in text and queries.
    pub alias: String,
    /// The name it stands for; never itself an alias.
    pub name: String,
}

impl Default for Site {
    fn default() -> Self {
        Self {
            title: "Cuttings".to_owned(),
            description: None,
            base_url: None,
            date: None,
            language: "en".to_owned(),
            interface_languages: None,
            aliases: Vec::new(),
            names: SiteNames::default(),
            facets: Vec::new(),
            original_url: None,
            default_section: None,
            sections: Vec::new(),
            include: Vec::new(),
            exclude: Vec::new(),
            static_folder: None,
            pages: None,
            precompress: false,
        }
    }
}

impl Site {
    /// Sets the base URL.
    ///
    /// # Errors
    /// If `url` cannot be a base URL, with the reason: a phrase such as "has no host".
    pub fn set_base_url(&mut self, url: &str) -> Result<(), &'static str> {
        self.base_url = Some(reader::check_base_url(url)?);
        Ok(())
    }

    /// Returns the path under which the site is served, with slashes at both ends; `/` without a
    /// base URL.
    ///
    /// ```
    /// let mut site = cuttings_corpus::Site::default();
    /// assert_eq!(site.base_path(), "/");
    /// site.set_base_url("https://example.org/papers").unwrap();
    /// assert_eq!(site.base_path(), "/papers/");
    /// ```
    pub fn base_path(&self) -> String {
        let path = self.base_url.as_deref().and_then(|url| url.splitn(4, '/').nth(3));
        format!("/{}", path.unwrap_or_default())
    }
}

/// Parses `site.toml`.
///
/// It never fails: every mistake becomes an error among the diagnostics, and the default is used.
///
/// ```
/// use cuttings_corpus::parse_site;
/// use cuttings_diagnostics::SourceFile;
///
/// let text = "title = \"Harbour Papers\"\n[aliases]\n\"Kiev\" = \"Kyiv\"\n";
/// let (site, diagnostics) = parse_site(SourceFile { name: "site.toml", bytes: text.as_bytes() });
/// assert_eq!(site.title, "Harbour Papers");
/// assert_eq!(site.aliases[0].name, "Kyiv");
/// assert!(diagnostics.is_empty());
/// ```
pub fn parse_site(file: SourceFile<'_>) -> (Site, Vec<Diagnostic>) {
    let text = match encoding::decode_utf_8(file) {
        Ok(text) => text,
        Err(diagnostic) => return (Site::default(), vec![*diagnostic]),
    };
    let mut reader = Reader::new(file.name, text);
    match DeTable::parse(text) {
        Ok(table) => reader.table(table.get_ref()),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            let problem = error.message().trim_end_matches('.');
            reader.error(at, format!("This is not TOML: {problem}."));
        }
    }
    reader.finish()
}

/// Returns whether a text is a day of the calendar as ISO 8601 spells it: `2024-05-16`.
pub fn is_day(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut number = |digits: usize| {
        let part = parts.next()?;
        let fits = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| part.parse::<u32>().ok())?
    };
    let (Some(year), Some(month), Some(day)) = (number(4), number(2), number(2)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        1..=12 => 31,
        _ => return false,
    };
    (1..=days).contains(&day) && parts.next().is_none()
}
