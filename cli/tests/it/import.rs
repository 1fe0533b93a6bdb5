//! `cuttings import`: files become Markdown that is read again as the same articles.

use crate::program::{code, empty_folder, run, text};
use insta::assert_snapshot;
use serde_json::Value;
use std::fs;
use std::path::Path;

const PNG: &str = "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR4nGNkYPjPQApgIkn1qIZRDQAuzgEgVNWw6AAAAABJRU5ErkJggg==";

/// Writes a feed with one article, and the highlights of Pocket beside its table.
fn files(folder: &Path) {
    let page = format!(
        "<title>Ferry Returns</title><meta name=author content='Ada Okonkwo'>\
         <meta name=date content=2024-05-16><meta property=og:url content='https://a.example/ferry'>\
         <article><h1>Ferry Returns</h1><p>The first boat left the harbour at <b>dawn</b> with forty \
         people on board, and it came back full in the evening, as the harbour master told us.</p>\
         <h2>Tides</h2><ul><li>Low *water*</li><li>High water</li></ul>\
         <p>Nobody in the town had expected so many people, and a second boat was ordered.</p>\
         <figure><img src='data:image/png;base64,{PNG}' alt='A boat'></figure></article>"
    );
    fs::write(folder.join("ferry.html"), page).unwrap();
    fs::write(
        folder.join("pocket.csv"),
        "title,url,time_added,tags,status\nQuay,https://a.example/quay,1592000000,boats|tides,archive\n",
    )
    .unwrap();
    let highlights = r#"[{"url":"https://a.example/t","title":"Tides","highlights":[
        {"quote":"Low water","created_at":1592000000}]}]"#;
    fs::write(folder.join("part_000000.json"), highlights).unwrap();
    fs::write(folder.join("broken.pdf"), "%PDF-1.7").unwrap();
}

#[test]
fn files_become_markdown_with_pictures() {
    let root = empty_folder("import");
    let (folder, out) = (root.join("saved"), root.join("notes"));
    fs::create_dir(&folder).unwrap();
    files(&folder);
    let (folder, out) = (folder.display().to_string(), out.display().to_string());
    let output = run(&["import", &folder, "--out", &out]);
    assert_eq!(code(&output), 0, "{output:?}");
    let said = text(&output.stdout).replace(&root.display().to_string(), "");
    assert_snapshot!(said, @r#"imported 1 article, 2 links without a text and 1 picture into /notes"#);
    assert!(text(&output.stderr).contains("This PDF file is damaged."), "{output:?}");
    let read = |name: &str| fs::read_to_string(Path::new(&out).join(name)).unwrap();
    assert_snapshot!(read("ferry-returns.md"), @r#"
    ---
    title: "Ferry Returns"
    section: "Articles"
    authors: ["Ada Okonkwo"]
    date: "2024-05-16"
    source: "https://a.example/ferry"
    slug: "ferry-returns"
    ---

    The first boat left the harbour at **dawn** with forty people on board, and it came back full in the evening, as the harbour master told us.

    ## Tides

    - Low \*water\*
    - High water

    Nobody in the town had expected so many people, and a second boat was ordered.

    ![A boat](pictures/3485487f98c5d7a8.png)
    "#);
    assert_snapshot!(read("quay.md"), @r#"
    ---
    title: "Quay"
    section: "Articles"
    source: "https://a.example/quay"
    tags: ["boats","tides"]
    slug: "quay"
    "saved": ["2020-06-12"]
    "state": ["read","archived"]
    ---

    <https://a.example/quay>
    "#);
    assert_snapshot!(read("tides.md"), @r#"
    ---
    title: "Tides"
    section: "Articles"
    source: "https://a.example/t"
    slug: "tides"
    "highlights": ["Low water"]
    ---

    <https://a.example/t>
    "#);
    assert!(Path::new(&out).join("pictures/3485487f98c5d7a8.png").is_file());

    // The folder is read as articles again, without a complaint.
    let output = run(&["inspect", &out, "--json"]);
    let inspected: Value = serde_json::from_slice(&output.stdout).unwrap();
    let titles: Vec<&str> = inspected["articles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["title"].as_str().unwrap())
        .collect();
    assert_eq!(titles, ["Ferry Returns", "Quay", "Tides"], "{inspected}");
    let complaints: Vec<&Value> = inspected["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["severity"] != "note")
        .collect();
    assert!(complaints.is_empty(), "{complaints:?}");

    // A second import leaves edited files alone, and --strict minds the broken file.
    fs::write(Path::new(&out).join("quay.md"), "# My own words\n").unwrap();
    let output = run(&["import", &folder, "--out", &out, "--strict", "--json"]);
    assert_eq!(code(&output), 1);
    let outcome: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&outcome["articles"], &outcome["links"]), (&1.into(), &2.into()), "{outcome}");
    assert_eq!(read("quay.md"), "# My own words\n");
}

#[test]
fn the_files_of_a_folder_belong_together() {
    let root = empty_folder("import-folder");
    let pictures = root.join("saved/Ferry Returns_files");
    fs::create_dir_all(&pictures).unwrap();
    let long = "The first boat left the harbour at dawn with forty people on board, and it came \
        back full in the evening, as the harbour master told us.";
    let page = format!(
        "<title>Ferry Returns</title><article><h1>Ferry Returns</h1><p>{long}</p><p>{long} Twice.</p>\
         <figure><img src='Ferry%20Returns_files/boat.png' alt='A boat'></figure></article>"
    );
    fs::write(root.join("saved/Ferry Returns.html"), page).unwrap();
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\x06\0\0\0";
    fs::write(pictures.join("boat.png"), png).unwrap();
    fs::write(pictures.join("style.css"), "p {}").unwrap();
    let out = root.join("notes");
    let saved = root.join("saved").display().to_string();
    let output = run(&["import", &saved, "--out", &out.display().to_string(), "--strict"]);
    assert_eq!(code(&output), 0, "{output:?}");
    let said = text(&output.stdout);
    assert!(
        said.contains("imported 1 article, 0 links without a text and 1 picture"),
        "{output:?}"
    );
    assert_eq!(fs::read_dir(out.join("pictures")).unwrap().count(), 1);

    // The page has them also if it is named alone, but no other files of its folder.
    fs::write(root.join("saved/private.png"), png).unwrap();
    let page = root.join("saved/Ferry Returns.html");
    let text = fs::read_to_string(&page).unwrap();
    let with_others = "<figure><img src='private.png' alt='A'></figure>\
        <figure><img src='Ferry Returns_files/../private.png' alt='B'></figure>\
        <figure><img src='Ferry Returns_files/link.png' alt='C'></figure></article>";
    fs::write(&page, text.replace("</article>", with_others)).unwrap();
    let mut other = png.to_vec();
    other[19] = 17;
    fs::write(root.join("saved/private.png"), other).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(root.join("saved/private.png"), pictures.join("link.png")).unwrap();
    let (out, page) = (root.join("alone"), page.display().to_string());
    let output = run(&["import", &page, "--out", &out.display().to_string(), "--strict"]);
    assert_eq!(code(&output), 0, "{output:?}");
    assert_eq!(fs::read_dir(out.join("pictures")).unwrap().count(), 1);
}

#[test]
fn an_import_of_nothing_says_why() {
    let root = empty_folder("import-nothing");
    let broken = root.join("a.pdf");
    fs::write(&broken, "%PDF-1.7").unwrap();
    let out = root.join("out");
    let output =
        run(&["import", &broken.display().to_string(), "--out", &out.display().to_string()]);
    assert_eq!(code(&output), 1);
    assert!(text(&output.stderr).contains("This PDF file is damaged."), "{output:?}");
    assert!(!out.exists());
    let output = run(&["import", "does-not-exist.zip"]);
    assert_eq!(code(&output), 1);
    assert!(text(&output.stderr).contains("does-not-exist.zip"), "{output:?}");
}
