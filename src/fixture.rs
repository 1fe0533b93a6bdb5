//! Small editions for native tests.

use crate::store::library::Library;
use crate::store::results::Results;
use crate::store::ui_state::PAGE_SIZE;
use cuttings_corpus::{
    Article, Author, Block, Container, ContainerKind, Corpus, CustomField, Date, Day, Mark,
    MarkKind, Picture, Site, Source, Teaser,
};
use cuttings_diagnostics::Origin;
use cuttings_edition::ItemId;
#[cfg(feature = "parts")]
use cuttings_edition_builder::PartSizes;
#[cfg(feature = "parts")]
use cuttings_parts::{PartId, PartStore};

/// An edition of three articles and two teasers. One article is full of markup.
pub(crate) fn library() -> Library {
    let (corpus, site) = harbour_papers();
    open(&corpus, &site)
}

/// The same edition with another title.
pub(crate) fn library_titled(title: &str) -> Library {
    let (corpus, site) = harbour_papers();
    let bytes = cuttings_edition_builder::build(&corpus, &site).unwrap();
    Library::open_titled(bytes.leak(), Some(title.to_owned())).unwrap()
}

/// Sizes of many small parts.
#[cfg(feature = "parts")]
pub(crate) const SMALL_PARTS: PartSizes =
    PartSizes { index: 100, records: 1, bodies: 1, head: 0, front: 2, short_body: 0 };

/// The edition of [`library`] in many small parts, of which none has arrived.
#[cfg(feature = "parts")]
pub(crate) fn in_parts() -> Parts {
    in_parts_of(SMALL_PARTS)
}

/// The edition of [`library`] in parts, of which none has arrived.
#[cfg(feature = "parts")]
pub(crate) fn in_parts_of(sizes: PartSizes) -> Parts {
    let (corpus, site) = harbour_papers();
    split(&corpus, &site, sizes)
}

#[cfg(feature = "parts")]
fn split(corpus: &Corpus, site: &Site, sizes: PartSizes) -> Parts {
    let built = cuttings_edition_builder::build_with_outline(corpus, site).unwrap();
    let files = cuttings_edition_builder::split(&built.bytes, &built.outline, sizes).unwrap();
    let store = PartStore::open(files.head.leak()).unwrap();
    Parts { store: Box::leak(Box::new(store)), bytes: files.parts.leak() }
}

/// The section of one of the articles of [`articles_in_parts`].
#[cfg(feature = "parts")]
pub(crate) fn article_section(number: usize) -> String {
    format!("Week{number:02}")
}

/// An edition of `count` short articles, each in a section of its own, in many small parts, of
/// which none has arrived.
#[cfg(feature = "parts")]
pub(crate) fn articles_in_parts(count: usize) -> Parts {
    let articles = (0..count).map(|number| {
        let title = format!("The log of day {number}");
        let text = format!("On day {number} the ferry was on time.");
        article(&article_section(number), &title, &text)
    });
    let corpus = Corpus { articles: articles.collect(), ..Corpus::default() };
    split(&corpus, &Site::default(), SMALL_PARTS)
}

/// The parts of an edition. They live as long as the tests.
#[cfg(feature = "parts")]
pub(crate) struct Parts {
    pub(crate) store: &'static PartStore<'static>,
    bytes: &'static [Vec<u8>],
}

#[cfg(feature = "parts")]
impl Parts {
    /// Lets parts arrive.
    pub(crate) fn insert(&self, parts: &[PartId]) {
        for part in parts {
            let bytes = self.bytes[part.0 as usize - 1].clone();
            self.store.insert(*part, bytes.leak()).unwrap();
        }
    }
}

fn harbour_papers() -> (Corpus, Site) {
    let mut site = Site { title: "Harbour papers".into(), ..Site::default() };
    site.names.people = vec!["Ada Berg".into()];
    site.names.places = vec!["Norden".into()];
    let corpus = Corpus {
        articles: vec![
            Article {
                standfirst: Some("The first boat left at dawn".into()),
                authors: vec![Author::person("Ada Berg")],
                ..article(
                    "Ferries",
                    "Ferry returns to the northern route",
                    "The ferry came back to the northern route after nine years. Ada Berg was aboard.\n\
                     # What it costs\n\
                     A passage costs twelve crowns; a bicycle goes for nothing.",
                )
            },
            article(
                "Weather",
                "Storm <script>alert(1)</script> & after",
                "The <b>storm</b> tore at the quay, and the ferry stayed in. “Nobody sails,” said Ada Berg.\n\
                 # <i>Damage</i>\n\
                 Five boats sank.",
            ),
            Article {
                language: Some("de".into()),
                ..article(
                    "Ferries",
                    "Fähre nach Norden",
                    &"Die Fähre fährt wieder nach Norden. ".repeat(100),
                )
            },
        ],
        teasers: vec![
            teaser("Weather", "Calm days ahead"),
            teaser("Elections", "Harbour master to be elected"),
        ],
        diagnostics: Vec::new(),
    };
    (corpus, site)
}

/// An edition of eleven articles in two sections, of which one has a date.
pub(crate) fn rarely_dated() -> Library {
    let date = Date { text: "4 May 2026".into(), day: Some(Day { year: 2026, month: 5, day: 4 }) };
    let articles = (0..11).map(|number| {
        let section = if number % 2 == 0 { "Coast" } else { "Weather" };
        let date = (number == 0).then(|| date.clone());
        Article { date, ..article(section, &format!("Log {number}"), "The ferry was on time.") }
    });
    let corpus =
        Corpus { articles: articles.collect(), teasers: Vec::new(), diagnostics: Vec::new() };
    open(&corpus, &Site::default())
}

/// An edition of two articles that tell one story, and two that do not.
pub(crate) fn library_with_stories() -> Library {
    let dated = |day: u8, title: &str, body: &str| {
        let text = format!("{day} May 2026");
        let date = Date { text, day: Some(Day { year: 2026, month: 5, day }) };
        Article { date: Some(date), ..article("Coast", title, body) }
    };
    let articles = vec![
        dated(
            4,
            "Ferry sinks off Norden",
            "The ferry Aurora with 40 people on board sank off Norden on Monday. Captain Ada Berg \
             called for help at dawn.",
        ),
        dated(4, "Cocoa harvest ends early", "Farmers in Ghana ended the harvest of cocoa early."),
        dated(
            5,
            "Forty saved as ferry sinks",
            "The ferry Aurora with 40 people on board sank off Norden on Monday. Fishermen saved \
             all of them.",
        ),
        dated(
            6,
            "Divers find the ferry of Norden",
            "Divers found the wreck of the ferry Aurora off Norden. The ferry Aurora with 40 \
             people on board sank off Norden on Monday.",
        ),
    ];
    let corpus = Corpus { articles, teasers: Vec::new(), diagnostics: Vec::new() };
    open(&corpus, &Site::default())
}

/// An edition of ten articles. Three mention Ada Berg and Norden, two of these in one sentence, and
/// two others mention Ines Holm and Osthafen.
pub(crate) fn named_together() -> Library {
    let coast = [
        "Ada Berg left Norden at dawn. Nobody else was there.",
        "In Norden the captain thanked Ada Berg.",
        "Ada Berg was tired. The rain fell on Norden.",
        "The captain thanked Ines Holm in Osthafen.",
        "From Osthafen the captain wrote to Ines Holm.",
    ];
    let weather = ["The ferry was on time."; 5];
    let articles = coast.into_iter().map(|body| ("Coast", body));
    let articles = articles.chain(weather.into_iter().map(|body| ("Weather", body)));
    let articles = articles.zip(1..).map(|((section, body), number)| {
        article(section, &format!("The log of day {number}"), body)
    });
    let mut site = Site::default();
    site.names.people = vec!["Ada Berg".into(), "Ines Holm".into()];
    site.names.places = vec!["Norden".into(), "Osthafen".into()];
    open(&Corpus { articles: articles.collect(), ..Corpus::default() }, &site)
}

/// An edition of two articles with figures in many forms.
pub(crate) fn figures() -> Library {
    let articles = vec![
        article(
            "Coast",
            "The fleet",
            "Up to 8,000 troops came, then 11,000 to 12,000 troops, and at last 10,000 troops.\n\
             It cost $2.2 billion, or $2 to $3 billion, or 500 million dollars, or 40 dollars.\n\
             Two boats sank, twenty-five boats stayed, and about 1.5 million boats are left.\n\
             A dozen boats came. Half a million boats went, and 700 boats did neither.",
        ),
        article(
            "Coast",
            "The share",
            "It was 18% of the fleet, 5 percent of the boats, 0.5 per cent of the crews and between \
             20 and 30 percent of the captains.\n\
             A six-day voyage took 14 days. The 800-kilometer route has 1,200 kilometers now.\n\
             Some 12 wounded and 16 dead were found, and more than 2,000 people were missing.",
        ),
    ];
    open(&Corpus { articles, ..Corpus::default() }, &Site::default())
}

/// An edition of three articles and a teaser without dates, whose texts name some.
pub(crate) fn naming_dates() -> Library {
    let articles = vec![
        article(
            "Coast",
            "The route since 2019",
            "In 1944 the ferry sank. In 2022 boats nothing changed.\n\
             In May 2022 it came back; in May 2022 there was a feast. In May 2022 nobody slept.",
        ),
        article("Weather", "A lighthouse", "# Its opening\nIt opened on 16 May 1944."),
        Article {
            language: Some("de".into()),
            ..article("Coast", "Die Fähre", "Am 16. Mai 2022 fuhr sie nach Norden.")
        },
    ];
    let teasers = vec![teaser("Weather", "Rain ahead since October 7")];
    open(&Corpus { articles, teasers, diagnostics: Vec::new() }, &Site::default())
}

/// An edition of `count` articles without dates, each of which names a year of its own.
pub(crate) fn naming_years(count: usize) -> Library {
    let articles = (0..count)
        .map(|number| article("Coast", "The log", &format!("It was calm in {}.", 1900 + number)));
    open(&Corpus { articles: articles.collect(), ..Corpus::default() }, &Site::default())
}

/// Opens the edition of [`library`], and returns it with the first page of results of a search.
pub(crate) fn first_results(search: &str) -> (Library, Results) {
    let library = library();
    let results = Results::search(&library, library.route("", search).view().unwrap(), PAGE_SIZE);
    (library, results)
}

/// An edition of two articles with quotes and figures that share a speaker.
pub(crate) fn two_articles() -> Library {
    let articles = vec![
        article(
            "Coast",
            "Ferry returns",
            "“The boat is back for good,” Ada Okonkwo said. “It will not leave again.”\n\
             One captain said, “I have waited nine years for this day.” About 48 boats and 12 ferries came.",
        ),
        article(
            "Coast",
            "Storm passes",
            "Ada Okonkwo said: “We lost 300 boats in a single night.” It cost 18% of the fleet, and 5% of the ferries.",
        ),
    ];
    let corpus = Corpus { articles, teasers: Vec::new(), diagnostics: Vec::new() };
    open(&corpus, &Site::default())
}

/// An edition whose only article names Ada Berg once in each of `count` sentences.
pub(crate) fn mentions(count: usize) -> Library {
    let body = "The captain thanked Ada Berg for it. ".repeat(count);
    let articles = vec![article("Coast", "Thanks", &body), article("Coast", "Calm", "Nothing.")];
    let mut site = Site::default();
    site.names.people = vec!["Ada Berg".into()];
    open(&Corpus { articles, ..Corpus::default() }, &site)
}

/// An edition of three articles that mention places: two name Kyiv, one Odesa, and one Georgia,
/// which is a country and a state, and Norden, which is in no list.
pub(crate) fn on_the_map() -> Library {
    let articles = vec![
        article(
            "Coast",
            "A ferry for Odesa",
            "The ferry left Odesa on Monday, ministers in Kyiv said.",
        ),
        article("Coast", "Talks begin", "Talks about the harbour begin in Kyiv on Tuesday."),
        article("Trade", "More wine", "Georgia sells more wine, a grower in Norden said."),
    ];
    let mut site = Site::default();
    site.names.places = vec!["Norden".into()];
    open(&Corpus { articles, ..Corpus::default() }, &site)
}

/// An edition of four articles and a teaser. The articles have every kind of metadata; one has no
/// date, and the date of another cannot be read.
pub(crate) fn dated() -> Library {
    let site = Site {
        facets: vec![("series".into(), "Series".into()), ("q".into(), "Reserved".into())],
        ..Site::default()
    };
    let dated = |text: &str, day| Date { text: text.to_owned(), day };
    let series = |value: &str| CustomField { key: "series".into(), values: vec![value.into()] };
    let articles = vec![
        Article {
            date: Some(dated("16 May 2023", Some(Day { year: 2023, month: 5, day: 16 }))),
            authors: vec![
                Author::person("Ada Berg"),
                Author::person("Jan Okonkwo"),
                Author::organisation("Harbour Board"),
            ],
            tags: vec!["boats".into(), "prices".into()],
            source: Some(Source {
                name: Some("Harbour Post".into()),
                url: Some("https://www.harbour.example/ferry?a=b".into()),
            }),
            updated: Some(dated("2024-01-02", Some(Day { year: 2024, month: 1, day: 2 }))),
            custom: vec![series("Routes")],
            ..article("Ferries", "Ferry to the north", "The ferry is back.")
        },
        Article {
            date: Some(dated("2024-04-11", Some(Day { year: 2024, month: 4, day: 11 }))),
            authors: vec![Author::person("Ada Berg")],
            tags: vec!["boats".into()],
            custom: vec![series("Routes")],
            language: Some("de".into()),
            ..article("Ferries", "Fähre nach Norden", "Die Fähre ist zurück.")
        },
        Article {
            date: Some(dated("last spring", None)),
            ..article("Weather", "A storm", "The ferry stayed in.")
        },
        article("Weather", "Calm", "Nothing happened."),
    ];
    let teasers = vec![teaser("Weather", "Rain ahead")];
    open(&Corpus { articles, teasers, diagnostics: Vec::new() }, &site)
}

/// An edition of an article with this body, and a second one to link to.
pub(crate) fn body_of(body: Vec<Block>) -> (Library, ItemId) {
    illustrated(body, None)
}

/// The same, for an article with a picture that stands for it.
pub(crate) fn illustrated(body: Vec<Block>, picture: Option<Picture>) -> (Library, ItemId) {
    let first = Article { body, picture, ..Article::new("Coast", "The source", origin()) };
    let articles = vec![first, article("Coast", "The target", "Text.")];
    let mut site = Site::default();
    site.names.people = vec!["Ada Berg".into()];
    (open(&Corpus { articles, ..Corpus::default() }, &site), ItemId(0))
}

/// A block within containers.
pub(crate) fn within(containers: &[(u32, ContainerKind)], block: Block) -> Block {
    let container = |(id, kind): &(u32, ContainerKind)| Container { id: *id, kind: kind.clone() };
    Block { containers: containers.iter().map(container).collect(), ..block }
}

/// A block with marks on the first occurrences of some words.
pub(crate) fn marked(block: Block, marks: &[(&str, MarkKind)]) -> Block {
    let mark = |(words, kind): &(&str, MarkKind)| {
        let start = block.text.find(words).unwrap();
        Mark { range: start..start + words.len(), kind: kind.clone() }
    };
    let marks = marks.iter().map(mark).collect();
    Block { marks, ..block }
}

/// All results for a query string.
pub(crate) fn results(library: &Library, search: &str) -> Results {
    Results::search(library, library.route("", search).view().unwrap(), library.len())
}

/// An article. Each line of `body` is a paragraph, or a heading if it starts with `# `.
fn article(section: &str, title: &str, body: &str) -> Article {
    let block = |text: &str| match text.strip_prefix("# ") {
        Some(heading) => Block::heading(heading),
        None => Block::paragraph(text),
    };
    let body = body.split('\n').map(block).collect();
    Article { body, ..Article::new(section, title, origin()) }
}

fn teaser(section: &str, title: &str) -> Teaser {
    Teaser {
        section: section.to_owned(),
        age: "2 months ago".to_owned(),
        title: title.to_owned(),
        origin: origin(),
    }
}

fn origin() -> Origin {
    Origin { file: "fixture".to_owned(), line: 1 }
}

/// Builds and opens an edition. Its bytes live as long as the tests.
fn open(corpus: &Corpus, site: &Site) -> Library {
    Library::open(cuttings_edition_builder::build(corpus, site).unwrap().leak()).unwrap()
}
