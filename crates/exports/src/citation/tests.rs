//! Tests of citations: what each manual prescribes, and that readers of each exchange format read
//! back what was written.

use super::*;
use biblatex::{Bibliography, ChunksExt, PermissiveType, Type as _};
use biblib::{CitationParser as _, RisParser};
use cuttings_edition::{Date, Day};
use insta::assert_snapshot;
use proptest::prelude::*;
use serde_json::{Value, json};

const DAY: Day = Day { year: 2024, month: 5, day: 16 };

fn person(name: &str) -> Author<'_> {
    Author { name, is_organisation: false }
}

fn organisation(name: &str) -> Author<'_> {
    Author { name, is_organisation: true }
}

fn metadata<'a>(authors: &[Author<'a>]) -> Metadata<'a> {
    Metadata {
        authors: authors.to_vec(),
        date: Some(Date { text: "2024-05-16T23:30:00+02:00", day: Some(DAY) }),
        source: Some("Harbour Papers"),
        ..Metadata::default()
    }
}

fn work<'a>(title: &'a str, metadata: &'a Metadata<'a>) -> Work<'a> {
    Work {
        title,
        metadata,
        site: "Seaside",
        url: "https://example.org/article/ferry/",
        language: "en",
        key: "ferry",
    }
}

const TITLE: &str = "Ferry returns to the “northern” route";

/// Returns a work's citations in all styles.
fn all(title: &str, metadata: &Metadata<'_>) -> String {
    let work = work(title, metadata);
    Style::ALL.map(|style| style.cite(&work)).join("\n").replace('\r', "")
}

/// Returns the authors of a work as each manual lists them.
fn listed(authors: &[Author<'_>]) -> String {
    let metadata = metadata(authors);
    let work = work("T", &metadata);
    let listed = [(Style::Apa, " (2024"), (Style::Mla, " “T"), (Style::Chicago, " “T")];
    listed
        .map(|(style, end)| {
            let citation = style.cite(&work);
            citation.split(end).next().unwrap_or_default().to_owned()
        })
        .join("\n")
}

#[test]
fn cites_an_article_with_all_data() {
    assert_snapshot!(all(TITLE, &metadata(&[person("Ada Berg")])), @r##"
    Berg, A. (2024, May 16). Ferry returns to the “northern” route. Harbour Papers. https://example.org/article/ferry/
    Berg, Ada. “Ferry returns to the ‘northern’ route.” Harbour Papers, 16 May 2024, https://example.org/article/ferry/.
    Berg, Ada. “Ferry returns to the ‘northern’ route.” Harbour Papers, May 16, 2024. https://example.org/article/ferry/.
    @online{ferry,
      author = {Berg, Ada},
      title = {{Ferry returns to the “northern” route}},
      organization = {Harbour Papers},
      date = {2024-05-16},
      url = {https://example.org/article/ferry/},
      langid = {english}
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
    assert_snapshot!(all("What now?", &Metadata::default()), @r##"
    What now? (n.d.). Seaside. https://example.org/article/ferry/
    “What now?” Seaside, https://example.org/article/ferry/.
    “What now?” Seaside, n.d. https://example.org/article/ferry/.
    @online{ferry,
      title = {{What now?}},
      organization = {Seaside},
      url = {https://example.org/article/ferry/},
      langid = {english}
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
fn the_address_of_the_source_is_cited() {
    let metadata = Metadata { source_url: Some("https://example.com/a_b%20c{d}"), ..metadata(&[]) };
    for citation in Style::ALL.map(|style| style.cite(&work(TITLE, &metadata))) {
        assert!(citation.contains("https://example.com/a_b%20c"), "{citation}");
        assert!(!citation.contains("example.org"), "{citation}");
    }
    assert!(Style::Bibtex.cite(&work(TITLE, &metadata)).contains("a_b%20c%7Bd%7D}"));
}

#[test]
fn dates_without_a_day_are_cited_as_far_as_they_are_known() {
    let dated = |text| {
        let date = Some(Date { text, day: None });
        let metadata = Metadata { date, ..metadata(&[person("Ada Berg")]) };
        let citations = Style::ALL.map(|style| style.cite(&work("T", &metadata)));
        let between = |citation: &str, from: &str, to: &str| {
            let rest = citation.split_once(from).map_or("", |(_, rest)| rest);
            rest.split(to).next().unwrap_or_default().to_owned()
        };
        let [apa, mla, chicago, bibtex, ris, csl] = citations;
        [
            between(&apa, "(", ")"),
            between(&mla, "Papers, ", ", https"),
            between(&chicago, "Papers, ", ". https"),
            between(&bibtex, "Papers},\n  ", ",\n  url"),
            between(&ris, "Papers\r\n", "\r\nUR").replace("\r\n", " "),
            between(&csl, "\"issued\":", ",\"container"),
        ]
        .join(" | ")
    };
    assert_snapshot!(dated("September 2024"), @r#"2024, September | Sept. 2024 | September 2024 | date = {2024-09} | PY  - 2024 DA  - 2024/09 | {"date-parts":[[2024,9]]}"#);
    assert_snapshot!(dated("2024"), @r#"2024 | 2024 | 2024 | date = {2024} | PY  - 2024 DA  - 2024 | {"date-parts":[[2024]]}"#);
    assert_snapshot!(dated("spring 2024"), @r#"spring 2024 | spring 2024 | spring 2024 | year = {spring 2024} | DA  - spring 2024 | {"literal":"spring 2024"}"#);
}

#[test]
fn one_author_is_inverted_with_particle_and_suffix() {
    assert_snapshot!(listed(&[person("Abby van den Berg")]), @r##"
    van den Berg, A.
    van den Berg, Abby.
    van den Berg, Abby.
    "##);
    assert_snapshot!(listed(&[person("Luis de la Cruz, Jr.")]), @r##"
    de la Cruz, L., Jr.
    de la Cruz, Luis, Jr.
    de la Cruz, Luis, Jr.
    "##);
    assert_snapshot!(listed(&[person("Alexander von Humboldt")]), @r##"
    von Humboldt, A.
    Humboldt, Alexander von.
    Humboldt, Alexander von.
    "##);
    assert_snapshot!(listed(&[person("Ada Berg, PhD")]), @r##"
    Berg, A.
    Berg, Ada.
    Berg, Ada.
    "##);
}

#[test]
fn organisations_stay_whole() {
    assert_snapshot!(listed(&[person("Deutscher Wetterdienst")]), @r##"
    Deutscher Wetterdienst.
    Deutscher Wetterdienst.
    Deutscher Wetterdienst.
    "##);
    assert_snapshot!(listed(&[organisation("Sun, Sea and Sand")]), @r##"
    Sun, Sea and Sand.
    Sun, Sea and Sand.
    Sun, Sea and Sand.
    "##);
    assert_snapshot!(listed(&[organisation("Reuters"), person("Ada Berg")]), @r##"
    Reuters & Berg, A.
    Reuters and Ada Berg.
    Reuters and Ada Berg.
    "##);
    assert_snapshot!(listed(&[person("Ada Berg"), organisation("Reuters")]), @r##"
    Berg, A., & Reuters.
    Berg, Ada, and Reuters.
    Berg, Ada, and Reuters.
    "##);
}

#[test]
fn a_site_that_is_its_own_author_is_named_once() {
    let metadata = metadata(&[organisation("Harbour Papers")]);
    let manuals = [Style::Apa, Style::Mla, Style::Chicago];
    let citations = manuals.map(|style| style.cite(&work("Tides", &metadata)));
    assert_snapshot!(citations.join("\n"), @r##"
    Harbour Papers. (2024, May 16). Tides. https://example.org/article/ferry/
    “Tides.” Harbour Papers, 16 May 2024, https://example.org/article/ferry/.
    Harbour Papers. “Tides.” Harbour Papers, May 16, 2024. https://example.org/article/ferry/.
    "##);
}

#[test]
fn several_authors_follow_each_manual() {
    let names = ["Abby van den Berg", "Luis de la Cruz, Jr.", "Ada Berg", "Deutscher Wetterdienst"];
    let many: Vec<String> = ('A'..='U').map(|letter| format!("{letter}da {letter}erg")).collect();
    let people =
        |names: &[&'static str]| listed(&names.iter().map(|name| person(name)).collect::<Vec<_>>());
    assert_snapshot!(people(&names[..2]), @r##"
    van den Berg, A., & de la Cruz, L., Jr.
    van den Berg, Abby, and Luis de la Cruz, Jr.
    van den Berg, Abby, and Luis de la Cruz Jr.
    "##);
    assert_snapshot!(people(&names[..3]), @r##"
    van den Berg, A., de la Cruz, L., Jr., & Berg, A.
    van den Berg, Abby, et al.
    van den Berg, Abby, Luis de la Cruz Jr., and Ada Berg.
    "##);
    assert_snapshot!(people(&names), @r##"
    van den Berg, A., de la Cruz, L., Jr., Berg, A., & Deutscher Wetterdienst.
    van den Berg, Abby, et al.
    van den Berg, Abby, Luis de la Cruz Jr., Ada Berg, and Deutscher Wetterdienst.
    "##);
    let many: Vec<Author<'_>> = many.iter().map(|name| person(name)).collect();
    assert_snapshot!(listed(&many[..6]), @r##"
    Aerg, A., Berg, B., Cerg, C., Derg, D., Eerg, E., & Ferg, F.
    Aerg, Ada, et al.
    Aerg, Ada, Bda Berg, Cda Cerg, Dda Derg, Eda Eerg, and Fda Ferg.
    "##);
    assert_snapshot!(listed(&many[..7]), @r##"
    Aerg, A., Berg, B., Cerg, C., Derg, D., Eerg, E., Ferg, F., & Gerg, G.
    Aerg, Ada, et al.
    Aerg, Ada, Bda Berg, Cda Cerg, et al.
    "##);
    assert_snapshot!(listed(&many[..20]), @r##"
    Aerg, A., Berg, B., Cerg, C., Derg, D., Eerg, E., Ferg, F., Gerg, G., Herg, H., Ierg, I., Jerg, J., Kerg, K., Lerg, L., Merg, M., Nerg, N., Oerg, O., Perg, P., Qerg, Q., Rerg, R., Serg, S., & Terg, T.
    Aerg, Ada, et al.
    Aerg, Ada, Bda Berg, Cda Cerg, et al.
    "##);
    assert_snapshot!(listed(&many), @r##"
    Aerg, A., Berg, B., Cerg, C., Derg, D., Eerg, E., Ferg, F., Gerg, G., Herg, H., Ierg, I., Jerg, J., Kerg, K., Lerg, L., Merg, M., Nerg, N., Oerg, O., Perg, P., Qerg, Q., Rerg, R., Serg, S., . . . Uerg, U.
    Aerg, Ada, et al.
    Aerg, Ada, Bda Berg, Cda Cerg, et al.
    "##);
}

#[test]
fn exchange_formats_have_the_parts_of_names() {
    let authors = [
        person("Abby van den Berg"),
        person("Luis de la Cruz, Jr."),
        person("Alexander von Humboldt"),
        person("Ayman al-Masri"),
        person("José Ortega y Gasset"),
        person("Ada Berg, PhD"),
        person("Deutscher Wetterdienst"),
        organisation("Sun, Sea and Sand"),
        person("Sting"),
    ];
    let metadata = metadata(&authors);
    let work = work("T", &metadata);
    let lines = |style: Style, start: &str| {
        let text = style.cite(&work);
        let lines = text.lines().filter(|line| line.trim_start().starts_with(start));
        lines.collect::<Vec<&str>>().join("\n").replace(" and ", "\n    and ")
    };
    assert_snapshot!(lines(Style::Bibtex, "author"), @r##"
    author = {van den Berg, Abby
      and de la Cruz, Jr., Luis
      and von Humboldt, Alexander
      and {al-Masri}, Ayman
      and {Ortega y Gasset}, José
      and Berg, PhD, Ada
      and {Deutscher Wetterdienst}
      and {Sun, Sea
      and Sand}
      and {Sting}},
    "##);
    assert_snapshot!(lines(Style::Ris, "AU"), @r##"
    AU  - van den Berg, Abby
    AU  - de la Cruz, Luis, Jr.
    AU  - Humboldt, Alexander von
    AU  - al-Masri, Ayman
    AU  - Ortega y Gasset, José
    AU  - Berg, Ada, PhD
    AU  - Deutscher Wetterdienst
    AU  - Sun, Sea
        and Sand
    AU  - Sting
    "##);
    let csl: Value = serde_json::from_str(&Style::CslJson.cite(&work)).unwrap();
    let names = csl[0]["author"].as_array().unwrap();
    let names: Vec<String> = names.iter().map(Value::to_string).collect();
    assert_snapshot!(names.join("\n"), @r##"
    {"family":"Berg","given":"Abby","non-dropping-particle":"van den"}
    {"family":"Cruz","given":"Luis","non-dropping-particle":"de la","suffix":"Jr."}
    {"dropping-particle":"von","family":"Humboldt","given":"Alexander"}
    {"family":"Masri","given":"Ayman","non-dropping-particle":"al-"}
    {"family":"Ortega y Gasset","given":"José"}
    {"family":"Berg","given":"Ada","suffix":"PhD"}
    {"literal":"Deutscher Wetterdienst"}
    {"literal":"Sun, Sea and Sand"}
    {"literal":"Sting"}
    "##);
}

#[test]
fn a_hostile_title_is_read_back() {
    let title = "50% of R&D_costs {draft #1";
    let metadata = metadata(&[person("Ada Berg")]);
    let work = work(title, &metadata);
    let bibtex = Style::Bibtex.cite(&work);
    assert!(bibtex.contains(r"{{50\% of R\&D\_costs \textbraceleft{}draft \#1}}"), "{bibtex}");
    assert_eq!(read_bibtex(&bibtex).title, title);
    assert_eq!(read_ris(&Style::Ris.cite(&work)).title, title);
}

/// The texts of a citation, as a reader of its format sees them.
#[derive(Debug, PartialEq, Eq)]
struct Read {
    title: String,
    authors: Vec<String>,
    date: String,
    container: String,
    url: String,
}

/// Reads a BibTeX file of one entry.
fn read_bibtex(text: &str) -> Read {
    let bibliography = Bibliography::parse(text).expect(text);
    assert_eq!(bibliography.len(), 1, "{text}");
    let entry = bibliography.iter().next().expect("an entry");
    let verbatim =
        |field: &str| entry.get(field).map(ChunksExt::format_verbatim).unwrap_or_default();
    let date = match entry.date() {
        Ok(PermissiveType::Typed(date)) => date.to_chunks().format_verbatim(),
        _ => verbatim("year"),
    };
    let authors = entry.author().unwrap_or_default().into_iter().map(|author| {
        let parts = [author.prefix, author.name, author.suffix, author.given_name];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("|")
    });
    Read {
        title: verbatim("title"),
        authors: authors.collect(),
        date,
        container: verbatim("organization"),
        url: verbatim("url"),
    }
}

/// Reads a RIS file of one record, with a reader and by the grammar of its lines.
fn read_ris(text: &str) -> Read {
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    assert_eq!((lines.first(), lines.last()), (Some(&"TY  - ELEC"), Some(&"ER  - ")), "{text}");
    for line in &lines {
        let tag = line.get(..2).unwrap_or_default();
        assert!(tag.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()), "{line}");
        assert_eq!(line.get(2..6), Some("  - "), "{line}");
        assert!(!line.contains(char::is_control), "{line:?}");
    }
    let all = RisParser::new().parse(text).expect(text);
    assert_eq!(all.len(), 1, "{text}");
    let citation = all.into_iter().next().expect("a record");
    let value = |tag: &str| {
        lines.iter().find_map(|line| line.strip_prefix(tag)).unwrap_or_default().to_owned()
    };
    let authors = lines.iter().filter_map(|line| line.strip_prefix("AU  - ")).map(str::to_owned);
    let authors: Vec<String> = authors.collect();
    // This reader splits an organisation's name at its "and".
    assert_eq!(citation.authors.is_empty(), authors.is_empty(), "{text}");
    Read {
        title: citation.title,
        authors,
        date: value("DA  - "),
        container: value("T2  - "),
        url: citation.urls.first().cloned().unwrap_or_default(),
    }
}

#[test]
fn readers_see_the_parts_of_names() {
    let authors = [
        person("Abby van den Berg"),
        person("Luis de la Cruz, Jr."),
        organisation("Sun, Sea and Sand"),
    ];
    let metadata = metadata(&authors);
    let work = work(TITLE, &metadata);
    assert_eq!(
        read_bibtex(&Style::Bibtex.cite(&work)),
        Read {
            title: TITLE.to_owned(),
            authors: ["van den|Berg|Abby", "de la|Cruz|Jr.|Luis", "Sun, Sea and Sand"]
                .map(str::to_owned)
                .into(),
            date: "2024-05-16".to_owned(),
            container: "Harbour Papers".to_owned(),
            url: "https://example.org/article/ferry/".to_owned(),
        }
    );
    assert_eq!(
        read_ris(&Style::Ris.cite(&work)),
        Read {
            title: TITLE.to_owned(),
            authors: ["van den Berg, Abby", "de la Cruz, Luis, Jr.", "Sun, Sea and Sand"]
                .map(str::to_owned)
                .into(),
            date: "2024/05/16".to_owned(),
            container: "Harbour Papers".to_owned(),
            url: "https://example.org/article/ferry/".to_owned(),
        }
    );
}

/// Compares texts as TeX reads them: runs of white space are one space.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

proptest! {
    #[test]
    fn readers_see_what_was_written(
        title in "[ -~]{0,40}|.{0,40}",
        name in "[ -~]{0,20}|.{0,20}",
        is_organisation: bool,
        date in prop::option::of(".{0,12}"),
        source in prop::option::of("[ -~]{1,20}|.{0,20}"),
        slug in "[a-z0-9北海आ-]{1,20}",
    ) {
        let metadata = Metadata {
            authors: vec![Author { name: &name, is_organisation }],
            date: date.as_deref().map(|text| Date { text, day: None }),
            source: source.as_deref(),
            ..Metadata::default()
        };
        let work = Work { key: &slug, ..work(&title, &metadata) };
        let container = source.as_deref().map(line).filter(|source| !source.is_empty());
        let container = container.unwrap_or_else(|| "Seaside".to_owned());
        let author_count = usize::from(!line(&name).is_empty());

        let bibtex = read_bibtex(&Style::Bibtex.cite(&work));
        prop_assert_eq!(words(&bibtex.title), words(&line(&title)));
        prop_assert_eq!(words(&bibtex.container), words(&container));
        prop_assert_eq!(bibtex.authors.len(), author_count);
        // This reader takes an equals sign for its extended format of names, even in braces.
        if is_organisation && author_count > 0 && !name.contains('=') {
            prop_assert_eq!(words(&bibtex.authors[0]), words(&line(&name)));
        }

        let ris = read_ris(&Style::Ris.cite(&work));
        prop_assert_eq!(words(&ris.title), words(&line(&title)));
        prop_assert_eq!(ris.authors.len(), author_count);

        let csl: Value = serde_json::from_str(&Style::CslJson.cite(&work)).unwrap();
        prop_assert_eq!(&csl[0]["title"], &json!(line(&title)));
        prop_assert_eq!(&csl[0]["container-title"], &json!(container));
        for style in [Style::Apa, Style::Mla, Style::Chicago] {
            prop_assert!(!style.cite(&work).contains(char::is_control));
        }
    }
}

#[test]
fn what_is_not_known_is_left_out() {
    let metadata = Metadata { authors: vec![person("Ada Okonkwo")], ..Metadata::default() };
    let work = Work { site: "", url: "", ..work(TITLE, &metadata) };
    let cited = Style::ALL.map(|style| style.cite(&work)).join("\n").replace('\r', "");
    assert_snapshot!(cited, @r#"
    Okonkwo, A. (n.d.). Ferry returns to the “northern” route.
    Okonkwo, Ada. “Ferry returns to the ‘northern’ route.”
    Okonkwo, Ada. “Ferry returns to the ‘northern’ route.” n.d.
    @misc{ferry,
      author = {Okonkwo, Ada},
      title = {{Ferry returns to the “northern” route}},
      langid = {english}
    }

    TY  - ELEC
    AU  - Okonkwo, Ada
    TI  - Ferry returns to the “northern” route
    LA  - en
    ER  - 

    [{"id":"ferry","type":"webpage","title":"Ferry returns to the “northern” route","author":[{"family":"Okonkwo","given":"Ada"}],"language":"en"}]
    "#);
}
