//! The sample folder: a file of each dialect, with pictures and links between them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use cuttings_corpus::{Article, Author, BlockKind, Day, LinkTarget, MarkKind};
use cuttings_diagnostics::summarize;
use cuttings_seeds::{Contents, find_assets, read, read_contents};

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample"))
}

fn contents() -> Contents {
    read_contents(folder().parent().unwrap(), folder()).unwrap()
}

fn article<'a>(contents: &'a Contents, title: &str) -> &'a Article {
    let found = contents.corpus.articles.iter().find(|article| article.title == title);
    found.unwrap_or_else(|| panic!("no article {title}"))
}

fn links(article: &Article) -> Vec<&LinkTarget> {
    let marks = article.body.iter().flat_map(|block| &block.marks);
    marks
        .filter_map(|mark| match &mark.kind {
            MarkKind::Link(target) => Some(target),
            _ => None,
        })
        .collect()
}

#[test]
fn sections_are_renamed_and_ordered_and_the_newest_articles_come_first_in_each() {
    let contents = contents();
    let found: Vec<(&str, &str)> =
        contents.corpus.articles.iter().map(|it| (&*it.section, &*it.title)).collect();
    assert_eq!(
        found,
        [
            ("Notes", "Harbour Light"),
            ("The Coast", "Dredging vote put off"),
            ("The Coast", "Ferry returns: what next - a guide"),
            ("The Coast", "Weather at the quay"),
            ("The Coast", "The ferry in pictures"),
            ("Hafen", "Die Fähre kehrt nach neun Jahren zurück"),
            ("Leaflets", "A Letter From the Harbour"),
        ]
    );
}

#[test]
fn metadata_of_every_dialect_is_read() {
    let contents = contents();
    let day = |title: &str| article(&contents, title).date.as_ref().and_then(|date| date.day);
    let spring = Some(Day { year: 2024, month: 5, day: 16 });
    assert_eq!(day("Ferry returns: what next - a guide"), spring);
    assert_eq!(day("Weather at the quay"), spring);
    assert_eq!(day("Dredging vote put off"), Some(Day { year: 2025, month: 4, day: 11 }));
    assert_eq!(day("Harbour Light"), Some(Day { year: 2023, month: 1, day: 2 }));
    let authors = |title: &str| article(&contents, title).authors.clone();
    assert_eq!(authors("Ferry returns: what next - a guide"), []);
    assert_eq!(
        authors("Dredging vote put off"),
        [Author::person("Abby van den Berg"), Author::person("Luis de la Cruz, Jr.")]
    );
    assert_eq!(authors("The ferry in pictures"), [Author::organisation("Deutscher Wetterdienst")]);
    assert_eq!(authors("Harbour Light"), [Author::person("Ada Okonkwo")]);
    let ferry = article(&contents, "Ferry returns: what next - a guide");
    assert_eq!(ferry.tags, ["sea", "no", "1.10", "2024"]);
    assert_eq!(ferry.slug.as_deref(), Some("ferry-returns"));
    assert_eq!(article(&contents, "Dredging vote put off").custom[0].key, "series");
    assert_eq!(contents.site.facets, [("series".to_owned(), "Series".to_owned())]);
}

#[test]
fn links_lead_to_articles_or_to_the_original_site() {
    let contents = contents();
    let number = |title: &str| {
        contents.corpus.articles.iter().position(|article| article.title == title).unwrap()
    };
    let dredging = number("Dredging vote put off");
    let to = |article: usize, block| LinkTarget::Article { article, block };
    let plans = contents.corpus.articles[dredging]
        .body
        .iter()
        .position(|block| block.text == "Three plans")
        .map(|block| block as u32);
    assert!(plans.is_some());
    let ferry = "Ferry returns: what next - a guide";
    assert_eq!(links(article(&contents, ferry)), [&to(dredging, None), &to(dredging, plans)]);
    assert_eq!(
        links(article(&contents, "Dredging vote put off")),
        [&to(number(ferry), None), &LinkTarget::Url("https://harbour.example/about/rules/".into()),]
    );
    assert_eq!(
        links(article(&contents, "Harbour Light")),
        [&to(dredging, None), &to(number("Weather at the quay"), None)]
    );
    assert_eq!(
        links(article(&contents, "Weather at the quay")),
        [&LinkTarget::Url("https://harbour.example/coast/gone.md".into())]
    );
}

#[test]
fn pictures_are_named_by_content_and_listed_once() {
    let contents = contents();
    let [asset] = &contents.assets[..] else { panic!("{:?}", contents.assets) };
    for title in ["The ferry in pictures", "Ferry returns: what next - a guide"] {
        let pictures: Vec<_> = article(&contents, title)
            .body
            .iter()
            .filter_map(|block| match &block.kind {
                BlockKind::Picture(picture) => Some((&picture.path, picture.size)),
                _ => None,
            })
            .collect();
        assert_eq!(pictures, [(&asset.name, Some((2, 3)))], "{title}");
    }
    let root = folder().parent().unwrap();
    let wanted = BTreeSet::from([&*asset.name, "media/0000000000000000.png"]);
    assert_eq!(find_assets(root, folder(), &wanted).unwrap(), contents.assets);
    assert_eq!(find_assets(root, folder(), &BTreeSet::new()).unwrap(), []);
    assert!(fs::read(&asset.file).unwrap().starts_with(b"GIF89a"));
}

#[test]
fn the_summary_says_what_was_not_read_as_it_is_and_why() {
    let seeds = read(folder().parent().unwrap(), folder()).unwrap();
    assert!(seeds.left_out().is_empty());
    let summary: Vec<String> =
        summarize(&seeds.diagnostics).iter().map(ToString::to_string).collect();
    let summary = summary.join("\n");
    for part in [
        "ferry-returns.md:3: warning: The value of “title” is not valid YAML",
        "faehre.txt:1: warning: This file is not UTF-8; it is read as windows-1252.",
        "ferry-returns.md:2: note: `layout` is ignored: “post”.",
        "plan.md:1: note: This file is left out by include or exclude in site.toml.",
        "draft.md:1: note: This draft under the title “Not yet” is left out.",
        "notes/index.md:1: note: This file has no text under the title “Notes”",
        "list.csv:1: note: `.csv` files",
    ] {
        assert!(summary.contains(part), "{part}: {summary}");
    }
}

#[test]
fn the_static_folder_may_be_the_folder_itself() {
    let folder = std::env::temp_dir().join(format!("cuttings-statics-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("site.toml"), "static = \".\"\n").unwrap();
    fs::write(folder.join("a.md"), "---\ntitle: Harbour\n---\nThe boat left.\n").unwrap();
    let contents = read_contents(&folder, &folder).unwrap();
    assert_eq!(contents.corpus.articles.len(), 1, "{:?}", contents.corpus.diagnostics);
    fs::remove_dir_all(&folder).unwrap();
}
