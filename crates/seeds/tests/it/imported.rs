//! Files in other forms than those of seeds.

use std::collections::{BTreeSet, HashMap};
use std::io::{Cursor, Write as _};
use std::sync::Mutex;

use cuttings_corpus::{LinkTarget, MarkKind};
use cuttings_memory::{Key, Memory};
use cuttings_seeds::{find_assets, folder, read_contents, read_with};

use crate::{ARTICLE, root_with};

#[test]
fn files_in_other_forms_are_articles_with_their_pictures() {
    let picture = "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR4nGNkYPjPQApgIkn1qIZRDQAuzgEgVNWw6AAAAABJRU5ErkJggg==";
    let long = "The first boat left the harbour at dawn with forty people on board, and it came back \
                full in the evening, as the harbour master told us.";
    let page = format!(
        "<title>Ferry Returns</title><article><h1>Ferry Returns</h1><p>{long}</p><p>{long} Twice.</p>\
         <figure><img src='data:image/png;base64,{picture}' alt='A boat'></figure></article>"
    );
    let list = "<rss><channel><title>Coast</title><item><title>Tides</title>\
                <link>https://a.example/t</link></item></channel></rss>";
    let files = [
        ("a.md", ARTICLE),
        ("saved/page.html", &page),
        ("saved/list.html", "<title>App</title><div id=root></div>"),
        ("feed.rss", list),
        ("broken.pdf", "%PDF-1.7"),
    ];
    let root = root_with("imported", &files);
    let folder = folder(&root, None);
    let contents = read_contents(&root, &folder).unwrap();
    let mut articles: Vec<(&str, &str)> =
        contents.corpus.articles.iter().map(|it| (&*it.section, &*it.title)).collect();
    articles.sort_unstable();
    assert_eq!(articles[1..], [("Articles", "Tides"), ("saved", "Ferry Returns")]);
    let [asset] = &contents.assets[..] else { panic!("{:?}", contents.assets) };
    assert_eq!(asset.name, "media/3485487f98c5d7a8.png");
    let wanted = BTreeSet::from([&*asset.name]);
    assert_eq!(find_assets(&root, &folder, &wanted).unwrap(), contents.assets);
    let lines: Vec<String> = contents.corpus.diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(
        lines[0].starts_with("seeds/broken.pdf:1: error: This PDF file is damaged."),
        "{lines:?}"
    );
    assert!(
        lines[1].starts_with("seeds/saved/list.html:1: note: This page has no text"),
        "{lines:?}"
    );
}

/// A memory that leaks its entries, and counts those that it is asked for in vain.
#[derive(Default)]
struct Leaking {
    entries: Mutex<HashMap<Key, &'static [u8]>>,
    misses: Mutex<usize>,
}

impl Memory for Leaking {
    fn get(&self, key: Key) -> Option<&[u8]> {
        let found = self.entries.lock().unwrap().get(&key).copied();
        *self.misses.lock().unwrap() += usize::from(found.is_none());
        found
    }

    fn put(&self, key: Key, bytes: Vec<u8>) {
        self.entries.lock().unwrap().insert(key, bytes.leak());
    }
}

/// Packs entries.
fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\x06\0\0\0";

#[test]
fn exports_are_read_if_their_contents_show_it() {
    let files = [
        ("a.md", ARTICLE),
        (
            "pocket.csv",
            "title,url,time_added,tags,status\nQuay,https://a.example/q,1592000000,,unread\n",
        ),
        ("sizes.csv", "name,size\nQuay,4\n"),
        (
            "feed.xml",
            "<rss><channel><item><title>Tides</title><link>https://a.example/t</link></item></channel></rss>",
        ),
        ("sitemap.xml", "<urlset></urlset>"),
        (
            "books.json",
            r#"[{"id":"b","type":"book","title":"Boats","issued":{"date-parts":[[2020]]}}]"#,
        ),
        ("package.json", r#"{"name":"a"}"#),
        (
            "drafts/list.csv",
            "URL,Title,Selection,Folder,Timestamp\nhttps://a.example/d,Draft,,Unread,1592000000\n",
        ),
        ("site.toml", "exclude = [\"drafts\"]"),
    ];
    let root = root_with("exports", &files);
    let contents = read_contents(&root, &folder(&root, None)).unwrap();
    let mut titles: Vec<&str> = contents.corpus.articles.iter().map(|it| &*it.title).collect();
    titles.sort_unstable();
    assert_eq!(titles, ["Boats", "Quay", "The Ferry Returns", "Tides"]);
    let left_out: Vec<&str> =
        contents.corpus.diagnostics.iter().map(|it| &*it.origin.file).collect();
    let expected = ["drafts/list.csv", "package.json", "sitemap.xml", "sizes.csv"]
        .map(|it| format!("seeds/{it}"));
    assert_eq!(left_out, expected);
}

#[test]
fn notes_of_an_archive_keep_their_links() {
    let root = root_with("archive", &[("a.md", ARTICLE)]);
    let archive = packed(&[
        ("vault/B.md", b"---\ntitle: B\ndate: 2023-01-01\n---\n\nSee [[C]]. ![[boat.png]]\n"),
        ("vault/C.md", b"---\ntitle: C\ndate: 2024-01-01\n---\n\nSee [[B]].\n"),
        ("vault/boat.png", PICTURE),
        ("vault/plan.psd", b"8BPS"),
    ]);
    std::fs::write(root.join("seeds/notes.zip"), archive).unwrap();
    let contents = read_contents(&root, &folder(&root, None)).unwrap();
    let articles = &contents.corpus.articles;
    let lines: Vec<String> = articles
        .iter()
        .map(|it| {
            let marks = it.body.iter().flat_map(|block| &block.marks);
            let links = marks.filter_map(|mark| match mark.kind {
                MarkKind::Link(LinkTarget::Article { article, .. }) => {
                    Some(&*articles[article].title)
                }
                _ => None,
            });
            format!("{}/{} -> {}", it.section, it.title, links.collect::<String>())
        })
        .collect();
    assert_eq!(lines, ["Articles/C -> B", "Articles/B -> C", "Articles/The Ferry Returns -> "]);
    let diagnostics: Vec<String> =
        contents.corpus.diagnostics.iter().map(ToString::to_string).collect();
    assert!(
        diagnostics[0].starts_with("seeds/notes.zip/vault/plan.psd:1: warning: This kind of file"),
        "{diagnostics:?}"
    );
    assert_eq!(contents.assets.len(), 1, "{diagnostics:?}");
}

#[test]
fn files_are_imported_again_only_if_they_have_changed() {
    let root = root_with("remembered", &[("a.md", ARTICLE)]);
    let write = |text: &str| {
        let archive = packed(&[
            ("B.md", format!("{text} ![[boat.png]]\n").as_bytes()),
            ("boat.png", PICTURE),
        ]);
        std::fs::write(root.join("seeds/notes.zip"), archive).unwrap();
    };
    let folder = folder(&root, None);
    let memory = Leaking::default();
    let build = || {
        *memory.misses.lock().unwrap() = 0;
        let seeds = read_with(&root, &folder, Some(&memory)).unwrap();
        (seeds, *memory.misses.lock().unwrap())
    };
    write("Low water.");
    let (first, misses) = build();
    assert_eq!(first.assets.len(), 1);
    assert!(misses > 0);
    let (second, misses) = build();
    assert_eq!(misses, 0);
    assert_eq!((&second.edition, &second.assets), (&first.edition, &first.assets));
    assert_eq!(second.diagnostics, first.diagnostics);
    write("High water.");
    let (third, misses) = build();
    assert!(misses > 0);
    assert_ne!(third.edition, first.edition);
}

#[test]
fn saved_pages_have_the_pictures_of_the_folder_beside_them() {
    let long = "The first boat left the harbour at dawn with forty people on board, and it came back \
                full in the evening, as the harbour master told us.";
    let page = format!(
        "<title>Fähre</title><article><h1>Fähre</h1><p>{long}</p><p>{long} Twice.</p>\
         <figure><img src='./F%C3%A4hre-Dateien/boat.png' alt='A boat'></figure>\
         <figure><img src='./F%C3%A4hre-Dateien/later.png' alt='Later'></figure>\
         <figure><img src='../../secret.png' alt='Outside'></figure></article>"
    );
    let frame =
        format!("<title>Ad</title><article><h1>Ad</h1><p>{long}</p><p>{long}</p></article>");
    let files = [
        ("a.md", ARTICLE),
        ("saved/Fähre.html", &*page),
        ("saved/Fähre-Dateien/ad.html", &frame),
        ("saved/Fähre-Dateien/ad.js", "x"),
    ];
    let root = root_with("beside", &files);
    let folder = folder(&root, None);
    let beside = folder.join("saved/Fähre-Dateien");
    std::fs::write(beside.join("boat.png"), PICTURE).unwrap();
    std::fs::write(root.join("secret.png"), PICTURE).unwrap();
    let memory = Leaking::default();
    let build = || {
        *memory.misses.lock().unwrap() = 0;
        let seeds = read_with(&root, &folder, Some(&memory)).unwrap();
        (seeds, *memory.misses.lock().unwrap())
    };
    let (first, _) = build();
    let [asset] = &first.assets[..] else { panic!("{:?}", first.assets) };
    let wanted = BTreeSet::from([&*asset.name]);
    assert_eq!(find_assets(&root, &folder, &wanted).unwrap().len(), 1);
    let lines: Vec<String> = first.diagnostics.iter().map(ToString::to_string).collect();
    let part = "note: This file is a part of the saved page beside its folder.";
    assert_eq!(
        lines,
        ["ad.html", "ad.js"].map(|name| format!("seeds/saved/Fähre-Dateien/{name}:1: {part}"))
    );

    // The page is read again if one of its pictures has changed or come, and only then.
    let (second, misses) = build();
    assert_eq!((misses, &second.edition), (0, &first.edition));
    assert_eq!(second.diagnostics, first.diagnostics);
    let mut other = PICTURE.to_vec();
    other[19] = 17;
    std::fs::write(beside.join("later.png"), &other).unwrap();
    let (third, _) = build();
    assert_eq!(third.assets.len(), 2);
    std::fs::write(beside.join("boat.png"), other).unwrap();
    let (fourth, _) = build();
    assert_eq!(fourth.assets.len(), 1);
    assert_ne!(fourth.edition, third.edition);
}
