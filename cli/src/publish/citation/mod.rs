//! Cites articles: by the manuals' rules for a web page, and in the formats that programs exchange.
//!
//! Each style is plain text, so titles are not in italics. They keep the capitals of the seed,
//! because no rule can tell a name from another word. Citations are written when an edition is
//! published, one file per article, because the code would be a large part of the page and few
//! readers cite.
//!
//! Nothing is made up. Without an author the title comes first; without a date it says "n.d." or
//! nothing, as each manual prescribes. The access date is left out, because published articles do
//! not change.

mod date;
mod exchange;
mod name;
mod style;

use cuttings::store::exports::article_url;
use cuttings::store::library::Library;
use cuttings_edition::Article;
use date::Published;
use name::Name;

/// A work to cite.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Work<'a> {
    /// The headline.
    pub(crate) title: &'a str,
    /// The author or authors, in the seed's words.
    pub(crate) author: Option<&'a str>,
    /// The date of publication, in the seed's words.
    pub(crate) date: Option<&'a str>,
    /// The source, in the seed's words: a name or a URL.
    pub(crate) source: Option<&'a str>,
    /// The name of the site, which stands for the container if the seed names none.
    pub(crate) site: &'a str,
    /// The URL on this site.
    pub(crate) url: &'a str,
    /// The language, as a BCP 47 tag.
    pub(crate) language: &'a str,
    /// The key for reference managers: letters, digits and hyphens.
    pub(crate) key: &'a str,
}

/// Returns an article's citations as JSON: rows of a style's name and the citation.
pub(crate) fn rows(library: &Library, article: &Article<'_>) -> String {
    let url = article_url(article.slug());
    let metadata = article.metadata();
    let authors: Vec<&str> = metadata.authors.iter().map(|author| author.name).collect();
    let authors = authors.join(" and ");
    let work = Work {
        title: article.title(),
        author: Some(&*authors).filter(|authors| !authors.is_empty()),
        date: metadata.date.map(|date| date.text),
        source: metadata.source.or(metadata.source_url),
        site: library.title(),
        url: &url,
        language: article.language().unwrap_or(library.language()),
        key: article.slug(),
    };
    serde_json::json!(Style::ALL.map(|style| [style.label().to_owned(), style.cite(&work)]))
        .to_string()
}

/// A citation style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
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
    pub(crate) const ALL: [Style; 6] =
        [Style::Apa, Style::Mla, Style::Chicago, Style::Bibtex, Style::Ris, Style::CslJson];

    /// Returns the name that the page shows.
    pub(crate) fn label(self) -> &'static str {
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
    pub(crate) fn cite(self, work: &Work<'_>) -> String {
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

/// A work, parsed.
struct Entry<'a> {
    names: Vec<Name<'a>>,
    date: Published<'a>,
    title: &'a str,
    /// The name of the publication that contains the work.
    container: &'a str,
    url: &'a str,
    language: &'a str,
    key: &'a str,
}

impl<'a> Entry<'a> {
    fn of(work: &Work<'a>) -> Entry<'a> {
        let source = work.source.map(str::trim).filter(|source| !source.is_empty());
        let is_url =
            |source: &&str| source.starts_with("https://") || source.starts_with("http://");
        let container = source.filter(|source| !is_url(source)).unwrap_or(work.site);
        Entry {
            names: work.author.map(|author| name::names(author, container)).unwrap_or_default(),
            date: work.date.map_or(Published::Unknown, Published::parse),
            title: work.title.trim(),
            container,
            url: source.filter(is_url).unwrap_or(work.url),
            language: work.language,
            key: work.key,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use insta::assert_snapshot;
    use proptest::prelude::*;

    const WORK: Work<'_> = Work {
        title: "Ferry returns to the “northern” route",
        author: Some("Ada Berg"),
        date: Some("2024-05-16"),
        source: Some("Harbour Papers"),
        site: "Seaside",
        url: "https://example.org/article/ferry/",
        language: "en",
        key: "ferry",
    };

    fn all(work: &Work<'_>) -> String {
        Style::ALL.map(|style| style.cite(work)).join("\n").replace('\r', "")
    }

    /// Returns a work's citations in the styles of the three manuals.
    fn manuals(author: Option<&str>, date: Option<&str>) -> String {
        let work = Work { author, date, ..WORK };
        [Style::Apa, Style::Mla, Style::Chicago].map(|style| style.cite(&work)).join("\n")
    }

    #[test]
    fn cites_an_article_with_all_data() {
        assert_snapshot!(all(&WORK), @r##"
        Berg, A. (2024, May 16). Ferry returns to the “northern” route. Harbour Papers. https://example.org/article/ferry/
        Berg, Ada. “Ferry returns to the ‘northern’ route.” Harbour Papers, 16 May 2024, https://example.org/article/ferry/.
        Berg, Ada. “Ferry returns to the ‘northern’ route.” Harbour Papers, May 16, 2024. https://example.org/article/ferry/.
        @online{ferry,
          author = {Berg, Ada},
          title = {{Ferry returns to the “northern” route}},
          organization = {Harbour Papers},
          date = {2024-05-16},
          url = {https://example.org/article/ferry/},
          langid = {en}
        }

        TY  - ELEC
        AU  - Berg, Ada
        TI  - Ferry returns to the “northern” route
        T2  - Harbour Papers
        PY  - 2024
        DA  - 2024/05/16
        UR  - https://example.org/article/ferry/
        LA  - en
        ER  - 

        [{"id":"ferry","type":"webpage","title":"Ferry returns to the “northern” route","author":[{"family":"Berg","given":"Ada"}],"issued":{"date-parts":[[2024,5,16]]},"container-title":"Harbour Papers","URL":"https://example.org/article/ferry/","language":"en"}]
        "##);
    }

    #[test]
    fn cites_an_article_without_data() {
        let work = Work { title: "What now?", author: None, date: None, source: None, ..WORK };
        assert_snapshot!(all(&work), @r##"
        What now? (n.d.). Seaside. https://example.org/article/ferry/
        “What now?” Seaside, https://example.org/article/ferry/.
        “What now?” Seaside, n.d. https://example.org/article/ferry/.
        @online{ferry,
          title = {{What now?}},
          organization = {Seaside},
          url = {https://example.org/article/ferry/},
          langid = {en}
        }

        TY  - ELEC
        TI  - What now?
        T2  - Seaside
        UR  - https://example.org/article/ferry/
        LA  - en
        ER  - 

        [{"id":"ferry","type":"webpage","title":"What now?","container-title":"Seaside","URL":"https://example.org/article/ferry/","language":"en"}]
        "##);
    }

    #[test]
    fn a_source_may_be_a_url() {
        let work = Work { source: Some("https://example.com/a_b%20c"), ..WORK };
        assert_snapshot!(all(&work), @r##"
        Berg, A. (2024, May 16). Ferry returns to the “northern” route. Seaside. https://example.com/a_b%20c
        Berg, Ada. “Ferry returns to the ‘northern’ route.” Seaside, 16 May 2024, https://example.com/a_b%20c.
        Berg, Ada. “Ferry returns to the ‘northern’ route.” Seaside, May 16, 2024. https://example.com/a_b%20c.
        @online{ferry,
          author = {Berg, Ada},
          title = {{Ferry returns to the “northern” route}},
          organization = {Seaside},
          date = {2024-05-16},
          url = {https://example.com/a_b%20c},
          langid = {en}
        }

        TY  - ELEC
        AU  - Berg, Ada
        TI  - Ferry returns to the “northern” route
        T2  - Seaside
        PY  - 2024
        DA  - 2024/05/16
        UR  - https://example.com/a_b%20c
        LA  - en
        ER  - 

        [{"id":"ferry","type":"webpage","title":"Ferry returns to the “northern” route","author":[{"family":"Berg","given":"Ada"}],"issued":{"date-parts":[[2024,5,16]]},"container-title":"Seaside","URL":"https://example.com/a_b%20c","language":"en"}]
        "##);
    }

    #[test]
    fn cites_several_authors() {
        assert_snapshot!(manuals(Some("Ada Berg and Bo Carl Carlsen"), Some("May 2024")), @r##"
        Berg, A., & Carlsen, B. C. (2024, May). Ferry returns to the “northern” route. Harbour Papers. https://example.org/article/ferry/
        Berg, Ada, and Bo Carl Carlsen. “Ferry returns to the ‘northern’ route.” Harbour Papers, May 2024, https://example.org/article/ferry/.
        Berg, Ada, and Bo Carl Carlsen. “Ferry returns to the ‘northern’ route.” Harbour Papers, May 2024. https://example.org/article/ferry/.
        "##);
        assert_snapshot!(manuals(Some("Ada Berg, Jean-Luc de la Tour & Kim, Su-yeon"), Some("2024")), @r##"
        Berg, A., de la Tour, J.-L., & Kim, S.-Y. (2024). Ferry returns to the “northern” route. Harbour Papers. https://example.org/article/ferry/
        Berg, Ada, et al. “Ferry returns to the ‘northern’ route.” Harbour Papers, 2024, https://example.org/article/ferry/.
        Berg, Ada, Jean-Luc de la Tour, and Su-yeon Kim. “Ferry returns to the ‘northern’ route.” Harbour Papers, 2024. https://example.org/article/ferry/.
        "##);
        let many: Vec<String> =
            ('A'..='V').map(|letter| format!("{letter}da {letter}erg")).collect();
        assert_snapshot!(manuals(Some(&many.join(", ")), Some("spring")), @r##"
        Aerg, A., Berg, B., Cerg, C., Derg, D., Eerg, E., Ferg, F., Gerg, G., Herg, H., Ierg, I., Jerg, J., Kerg, K., Lerg, L., Merg, M., Nerg, N., Oerg, O., Perg, P., Qerg, Q., Rerg, R., Serg, S., . . . Verg, V. (spring). Ferry returns to the “northern” route. Harbour Papers. https://example.org/article/ferry/
        Aerg, Ada, et al. “Ferry returns to the ‘northern’ route.” Harbour Papers, spring, https://example.org/article/ferry/.
        Aerg, Ada, Bda Berg, Cda Cerg, et al. “Ferry returns to the ‘northern’ route.” Harbour Papers, spring. https://example.org/article/ferry/.
        "##);
    }

    #[test]
    fn does_not_invert_organisations() {
        assert_snapshot!(manuals(Some("Reuters"), Some("16 Sept. 2024")), @r##"
        Reuters. (2024, September 16). Ferry returns to the “northern” route. Harbour Papers. https://example.org/article/ferry/
        Reuters. “Ferry returns to the ‘northern’ route.” Harbour Papers, 16 Sept. 2024, https://example.org/article/ferry/.
        Reuters. “Ferry returns to the ‘northern’ route.” Harbour Papers, September 16, 2024. https://example.org/article/ferry/.
        "##);
        assert_snapshot!(manuals(Some("Harbour Papers"), Some("16 Sept. 2024")), @r##"
        Harbour Papers. (2024, September 16). Ferry returns to the “northern” route. https://example.org/article/ferry/
        Harbour Papers. “Ferry returns to the ‘northern’ route.” Harbour Papers, 16 Sept. 2024, https://example.org/article/ferry/.
        Harbour Papers. “Ferry returns to the ‘northern’ route.” Harbour Papers, September 16, 2024. https://example.org/article/ferry/.
        "##);
    }

    #[test]
    fn escapes_what_a_format_interprets() {
        let work = Work { title: "50% & {more}_$#~^\\ \"so\"\nTY  - X", source: None, ..WORK };
        assert_snapshot!(all(&work), @r##"
        Berg, A. (2024, May 16). 50% & {more}_$#~^\ "so"
        TY  - X. Seaside. https://example.org/article/ferry/
        Berg, Ada. “50% & {more}_$#~^\ 'so'
        TY  - X.” Seaside, 16 May 2024, https://example.org/article/ferry/.
        Berg, Ada. “50% & {more}_$#~^\ 'so'
        TY  - X.” Seaside, May 16, 2024. https://example.org/article/ferry/.
        @online{ferry,
          author = {Berg, Ada},
          title = {{50\% \& \{more\}\_\$\#\textasciitilde{}\textasciicircum{}\textbackslash{} "so" TY  - X}},
          organization = {Seaside},
          date = {2024-05-16},
          url = {https://example.org/article/ferry/},
          langid = {en}
        }

        TY  - ELEC
        AU  - Berg, Ada
        TI  - 50% & {more}_$#~^\ "so" TY  - X
        T2  - Seaside
        PY  - 2024
        DA  - 2024/05/16
        UR  - https://example.org/article/ferry/
        LA  - en
        ER  - 

        [{"id":"ferry","type":"webpage","title":"50% & {more}_$#~^\\ \"so\"\nTY  - X","author":[{"family":"Berg","given":"Ada"}],"issued":{"date-parts":[[2024,5,16]]},"container-title":"Seaside","URL":"https://example.org/article/ferry/","language":"en"}]
        "##);
    }

    fn texts() -> impl Strategy<Value = Option<String>> {
        prop::option::of(".*")
    }

    proptest! {
        #[test]
        fn exchange_formats_are_well_formed(title in ".*", author in texts(), date in texts(), source in texts()) {
            let work = Work {
                title: &title, author: author.as_deref(), date: date.as_deref(), source: source.as_deref(), ..WORK
            };
            let json: serde_json::Value = serde_json::from_str(&Style::CslJson.cite(&work)).unwrap();
            prop_assert_eq!(json[0]["title"].as_str(), Some(title.trim()));
            for line in Style::Ris.cite(&work).split_terminator("\r\n") {
                prop_assert!(line.get(2..6) == Some("  - "), "{}", line);
            }
            let bibtex = Style::Bibtex.cite(&work);
            let open = |brace: char| bibtex.replace(&['\\', brace].iter().collect::<String>(), "").matches(brace).count();
            prop_assert_eq!(open('{'), open('}'));
            for style in Style::ALL {
                let _ = style.cite(&work);
            }
        }
    }
}
