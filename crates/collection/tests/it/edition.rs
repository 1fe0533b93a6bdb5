//! The contents of a collection's edition.

use crate::{BOATS, QUAY, add, articles, collection, markdown, titles};
use cuttings_collection::{Collection, Settings};
use cuttings_edition::{Edition, LinkTarget, MarkKind};

const CSV: &str = "title,url,time_added,tags,status\n\
                   Ferry,https://a.example/ferry,1592000000,sea,unread\n";

#[test]
fn links_alone_make_an_edition() {
    let collection = collection(&[("part_000000.csv", CSV)]);
    let expected = ("ferry: Ferry".to_owned(), vec!["https://a.example/ferry".to_owned()]);
    assert_eq!(articles(&collection), [expected]);
}

#[test]
fn an_empty_collection_has_none() {
    let error = Collection::new(Settings::default()).edition(true).unwrap_err();
    assert!(error.to_string().contains("no article"), "{error}");
}

/// Returns the slugs of the articles that links in an article lead to, with the linked texts.
fn links(collection: &Collection, slug: &str) -> Vec<(String, String)> {
    let bytes = collection.edition(false).unwrap();
    let edition = Edition::open(&bytes).unwrap();
    let mut links = Vec::new();
    for block in edition.article(slug).unwrap().blocks() {
        for mark in block.marks() {
            let MarkKind::Link(target) = mark.kind else { continue };
            let target = match target {
                LinkTarget::Article(item, _) => match edition.item(item) {
                    Some(cuttings_edition::Item::Article(article)) => article.slug().to_owned(),
                    _ => "none".to_owned(),
                },
                LinkTarget::Url(url) => url.to_owned(),
                LinkTarget::Block(block) => block.to_string(),
            };
            links.push((block.text()[mark.range.clone()].to_owned(), target));
        }
    }
    links
}

#[test]
fn links_lead_to_articles_wherever_they_are() {
    // The newest comes first, so that places differ from the order of the import.
    let ferry = format!(
        "---\ndate: 2024-01-02\nsource: {{url: 'https://a.example/ferry'}}\n---\n\n# Ferry\n\n\
         See [the quay](https://www.a.example/quay), [here](https://a.example/ferry) and \
         [there](https://b.example/).\n\n{BOATS}\n"
    );
    let quay = format!(
        "---\ndate: 2024-05-06\nsource: {{url: 'https://a.example/quay'}}\n---\n\n# Quay\n\n{QUAY}\n"
    );
    let mut collection = collection(&[("ferry.md", &*ferry)]);
    add(&mut collection, &[("old.md", "# Old\n\nNo date.\n"), ("quay.md", &*quay)]);
    assert_eq!(titles(&collection), ["quay: Quay", "ferry: Ferry", "old: Old"]);
    let link = |text: &str, target: &str| (text.to_owned(), target.to_owned());
    let expected = [
        link("the quay", "quay"),
        link("here", "https://a.example/ferry"),
        link("there", "https://b.example/"),
    ];
    assert_eq!(links(&collection, "ferry"), expected);
}

#[test]
fn links_within_an_archive_survive_duplicates_and_later_imports() {
    let one = "# One\n\nSee [two](two.md).\n";
    let two = "# Two\n\nText.\n";
    let archive = |files: &[(&str, &str)]| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, text) in files {
            let options = zip::write::SimpleFileOptions::default();
            zip.start_file(*name, options).unwrap();
            std::io::Write::write_all(&mut zip, text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    };
    let mut collection = collection(&[("two.md", two)]);
    let bytes = archive(&[("a/one.md", one), ("a/two.md", two)]);
    let source: Box<dyn cuttings_import::Source> = Box::new(std::io::Cursor::new(bytes));
    let report =
        collection.add([("notes.zip".to_owned(), source)], &mut cuttings_collection::Unobserved);
    assert_eq!((report.articles, report.duplicates), (1, 1), "{:?}", report.diagnostics);
    assert_eq!(links(&collection, "one"), [("two".to_owned(), "two".to_owned())]);
}

#[test]
fn names_are_optional() {
    let text = format!("# Ferry\n\n{BOATS} Angela Merkel met Emmanuel Macron in Paris.\n");
    let collection = collection(&[("a.md", &*text), ("b.md", &*text.replace("Ferry", "Boat"))]);
    let entities = |with_names| {
        let bytes = collection.edition(with_names).unwrap();
        let edition = Edition::open(&bytes).unwrap();
        edition.entities(cuttings_edition::EntityKind::Person).count()
    };
    assert_eq!(entities(false), 0);
    assert!(entities(true) > 0);
}

#[test]
fn a_file_that_cannot_be_read_leaves_the_others() {
    let mut collection = collection(&[]);
    let ferry = markdown("Ferry", "https://a.example/ferry", &[BOATS]);
    let report =
        add(&mut collection, &[("a.exe", "MZ"), ("b.zip", "PK\u{3}\u{4}"), ("c.md", &*ferry)]);
    assert_eq!(report.articles, 1);
    let files: Vec<&str> = report.diagnostics.iter().map(|it| &*it.origin.file).collect();
    assert_eq!(files, ["a.exe", "b.zip"]);
}
