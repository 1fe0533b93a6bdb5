//! An article as others cite it: by the manuals' rules for a page on the web, and in the forms that programs exchange.
//!
//! Each style is plain text, so titles stay without italics; they keep the capitals of the seed, since no rule can tell a
//! name from a word. They are written when an edition is published, a file for each article, because the code would be
//! a large part of what a reader downloads, and few readers cite. Nothing that the seed does not say is made up: no author means that the title comes first, no date means "n.d."
//! or nothing, as each manual has it. The day of reading is left out: nothing here changes once it is published.

mod date;
mod exchange;
mod name;
mod style;

use cuttings::store::hand_out::PLACE;
use cuttings::store::library::Library;
use cuttings_edition::Article;
use date::When;
use name::Name;

/// What is cited.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Work<'a> {
    /// The headline.
    pub(crate) title: &'a str,
    /// The author or authors, in the seed's words.
    pub(crate) author: Option<&'a str>,
    /// When it appeared, in the seed's words.
    pub(crate) date: Option<&'a str>,
    /// Where it was taken from, in the seed's words: a name, or an address.
    pub(crate) source: Option<&'a str>,
    /// The name of the whole that it stands in.
    pub(crate) site: &'a str,
    /// Its address.
    pub(crate) address: &'a str,
    /// Its language, as a BCP 47 tag.
    pub(crate) language: &'a str,
    /// What it is called by programs: letters, digits and hyphens.
    pub(crate) key: &'a str,
}

/// An article's citations as JSON: rows of a style's name and the article as it is cited in that style.
pub(crate) fn rows(library: &Library, article: &Article<'_>) -> String {
    let address = [PLACE, "article/", article.slug(), "/"].concat();
    let work = Work {
        title: article.title(),
        author: article.author(),
        date: article.date(),
        source: article.source(),
        site: library.title(),
        address: &address,
        language: article.language().unwrap_or(library.language()),
        key: article.slug(),
    };
    serde_json::json!(Style::ALL.map(|style| [style.label().to_owned(), style.cite(&work)])).to_string()
}

/// A way to cite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// Publication Manual of the American Psychological Association, 7th edition, 10.16.
    Apa,
    /// MLA Handbook, 9th edition.
    Mla,
    /// The Chicago Manual of Style, 18th edition, bibliography entries of its notes and bibliography system.
    Chicago,
    /// BibTeX, with the fields of biblatex for addresses.
    Bibtex,
    /// RIS, as reference managers read it.
    Ris,
    /// CSL-JSON, schema 1.0.2.
    CslJson,
}

impl Style {
    /// All of them, in the order in which the page offers them.
    pub(crate) const ALL: [Style; 6] =
        [Style::Apa, Style::Mla, Style::Chicago, Style::Bibtex, Style::Ris, Style::CslJson];

    /// Its name on the page.
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

    /// A work, cited in this style.
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

/// What is cited, read.
struct Entry<'a> {
    names: Vec<Name<'a>>,
    date: When<'a>,
    title: &'a str,
    /// The name of the whole that it stands in.
    container: &'a str,
    address: &'a str,
    language: &'a str,
    key: &'a str,
}

impl<'a> Entry<'a> {
    fn of(work: &Work<'a>) -> Entry<'a> {
        let source = work.source.map(str::trim).filter(|source| !source.is_empty());
        let is_address = |source: &&str| source.starts_with("https://") || source.starts_with("http://");
        let container = source.filter(|source| !is_address(source)).unwrap_or(work.site);
        Entry {
            names: work.author.map(|author| name::names(author, container)).unwrap_or_default(),
            date: work.date.map_or(When::Unknown, When::parse),
            title: work.title.trim(),
            container,
            address: source.filter(is_address).unwrap_or(work.address),
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
        address: "https://example.org/article/ferry/",
        language: "en",
        key: "ferry",
    };

    fn all(work: &Work<'_>) -> String {
        Style::ALL.map(|style| style.cite(work)).join("\n").replace('\r', "")
    }

    /// An article in the three manuals' styles.
    fn manuals(author: Option<&str>, date: Option<&str>) -> String {
        let work = Work { author, date, ..WORK };
        [Style::Apa, Style::Mla, Style::Chicago].map(|style| style.cite(&work)).join("\n")
    }

    #[test]
    fn an_article_with_everything() {
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
    fn an_article_with_nothing() {
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
    fn a_source_that_is_an_address() {
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
    fn several_authors() {
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
        let many: Vec<String> = ('A'..='V').map(|letter| format!("{letter}da {letter}erg")).collect();
        assert_snapshot!(manuals(Some(&many.join(", ")), Some("spring")), @r##"
        Aerg, A., Berg, B., Cerg, C., Derg, D., Eerg, E., Ferg, F., Gerg, G., Herg, H., Ierg, I., Jerg, J., Kerg, K., Lerg, L., Merg, M., Nerg, N., Oerg, O., Perg, P., Qerg, Q., Rerg, R., Serg, S., . . . Verg, V. (spring). Ferry returns to the “northern” route. Harbour Papers. https://example.org/article/ferry/
        Aerg, Ada, et al. “Ferry returns to the ‘northern’ route.” Harbour Papers, spring, https://example.org/article/ferry/.
        Aerg, Ada, Bda Berg, Cda Cerg, et al. “Ferry returns to the ‘northern’ route.” Harbour Papers, spring. https://example.org/article/ferry/.
        "##);
    }

    #[test]
    fn an_author_that_is_a_body() {
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
    fn what_means_something_to_a_format_is_escaped() {
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
        fn exchange_forms_are_well_formed(title in ".*", author in texts(), date in texts(), source in texts()) {
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
