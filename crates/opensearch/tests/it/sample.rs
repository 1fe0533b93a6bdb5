//! The editions that the tests export.

use cuttings_corpus::{
    Article, Author, Block, Corpus, CustomField, Date, Day, Site, Source, Teaser,
};
use cuttings_diagnostics::{Origin, SourceFile};
use std::path::Path;
use std::sync::LazyLock;

/// Returns the bytes of an edition that uses every field, with a facet `series`, in two languages.
pub(crate) fn edition() -> &'static [u8] {
    static EDITION: LazyLock<Vec<u8>> = LazyLock::new(|| build(articles(), &site()));
    &EDITION
}

/// Returns the same edition with the articles in English only.
pub(crate) fn english_edition() -> &'static [u8] {
    static EDITION: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let english = articles().into_iter().filter(|article| article.language.is_none());
        build(english.collect(), &site())
    });
    &EDITION
}

/// Returns the edition of the project's own seeds.
pub(crate) fn project_seeds() -> &'static [u8] {
    static EDITION: LazyLock<Vec<u8>> = LazyLock::new(read_project_seeds);
    &EDITION
}

fn read_project_seeds() -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| (path.display().to_string(), std::fs::read(path).unwrap()))
        .collect();
    files.sort();
    let seeds: Vec<SourceFile<'_>> =
        files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    cuttings_edition_builder::build(&cuttings_corpus::parse(&seeds), &Site::default()).unwrap()
}

fn build(articles: Vec<Article>, site: &Site) -> Vec<u8> {
    let teaser = |title: &str| Teaser {
        section: "Top stories".into(),
        age: "2 months ago".into(),
        title: title.into(),
        origin: Origin::new("a.txt", 9),
    };
    let teasers = vec![teaser("Storm closes the harbour"), teaser("Élan at the Château")];
    let corpus = Corpus { articles, teasers, diagnostics: Vec::new() };
    cuttings_edition_builder::build(&corpus, site).unwrap()
}

fn site() -> Site {
    Site {
        facets: vec![("series".into(), "Series".into()), ("price.class".into(), "Price".into())],
        ..Site::default()
    }
}

fn articles() -> Vec<Article> {
    let article = |section: &str, title: &str, body: &[&str]| Article {
        body: body.iter().map(|text| Block::paragraph(*text)).collect(),
        ..Article::new(section, title, Origin::new("a.txt", 1))
    };
    let date = |year, month, day| {
        Some(Date { text: format!("{day}.{month}.{year}"), day: Some(Day { year, month, day }) })
    };
    let custom = |key: &str, values: &[&str]| CustomField {
        key: key.into(),
        values: values.iter().map(|value| (*value).into()).collect(),
    };
    let mut ferry = article(
        "Harbours",
        "Ferry returns to the northern route",
        &[
            "The first boat left at dawn. It cost $2.2 billion, or 18% more than in 1,999.",
            "Ukraine’s co-belligerents watched the RS-26 from a U.S. ship.",
            "A storm warning was not given.",
        ],
    );
    ferry.standfirst = Some("Nine years later, the boats are back.".into());
    ferry.body.insert(1, Block::heading("What the harbour says"));
    ferry.authors = vec![Author::person("Ines Ávila"), Author::organisation("Water Board")];
    ferry.tags = vec!["boats".into(), "harbour prices".into()];
    ferry.date = date(2024, 5, 16);
    ferry.updated = date(2024, 6, 1);
    ferry.source = Some(Source {
        name: Some("The Valley Post".into()),
        url: Some("https://example.org/ferry".into()),
    });
    ferry.custom = vec![
        custom("series", &["Water", "Northern routes"]),
        custom("price.class", &["low"]),
        custom("mood", &["calm"]),
    ];
    let mut storm = article(
        "Top stories",
        "Storms and boats: what to do",
        &["Do not go out. The US and North Korea don’t send ferries.", "RS 26 and rs26 are one."],
    );
    storm.tags = vec!["boats".into(), "prices".into()];
    storm.date = date(2024, 4, 30);
    let mut north = article(
        "Top stories",
        "The route north",
        &["A northern town. Route maps are sold at the harbour.", "DPRK officials: 8,000 of them."],
    );
    north.tags = vec!["harbour".into(), "low prices".into()];
    north.date = date(2023, 12, 31);
    north.custom = vec![custom("series", &["Northern lights"])];
    let mut undated = article("Harbours", "To be or not to be", &["It is what it is, 停战協定."]);
    undated.date = Some(Date::new("some day"));
    let mut german = article(
        "Häfen",
        "Die Fähre kehrt zurück",
        &["Die Boote legten bei Sturm ab. Bücher und Straßen, 18% teurer."],
    );
    german.language = Some("de".into());
    german.date = date(2022, 1, 1);
    vec![ferry, storm, north, undated, german]
}
