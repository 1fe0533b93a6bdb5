//! Tests of the folder that a site is written to.

use super::*;
use crate::publish::files::Kind;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::SystemTime;

/// A folder for one test.
fn folder(test: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("cuttings-{test}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    folder
}

/// Shared pages with these texts.
fn pages(pairs: &[(&str, &str)]) -> Files {
    let mut files = Files::default();
    for (path, text) in pairs {
        files.add(*path, Kind::Html, text.repeat(100));
    }
    files
}

fn replace_with(folder: &Path, files: &Files, copies: Copies) {
    replace(files, folder, &Earlier::read(folder), copies, None, &Silent).unwrap();
}

fn modified(folder: &Path, path: &str) -> SystemTime {
    fs::metadata(folder.join(path)).unwrap().modified().unwrap()
}

#[test]
fn writes_the_copies_of_shared_files() {
    let folder = folder("copies");
    let mut files = pages(&[("index.html", "text ")]);
    files.add_of_page("article/a/index.html".to_owned(), Kind::Html, "text ".repeat(100));
    files.add("icon.png", Kind::Png, "dots");
    files.add("_headers", Kind::HostConfig, "/*");
    let there = |path: &str| folder.join(path).is_file();
    for (copies, of_shared, of_page) in [
        (Copies::None, false, false),
        (Copies::OfSharedFiles, true, false),
        (Copies::OfAll, true, true),
        // Copies that are no longer wanted are removed.
        (Copies::OfSharedFiles, true, false),
        (Copies::None, false, false),
    ] {
        replace_with(&folder, &files, copies);
        for (path, is_copied) in [
            ("index.html", of_shared),
            ("article/a/index.html", of_page),
            ("icon.png", false),
            ("_headers", false),
        ] {
            assert!(there(path), "{path}");
            for extension in ["br", "gz"] {
                let copy = format!("{path}.{extension}");
                assert_eq!(there(&copy), is_copied, "{copy} {copies:?}");
            }
        }
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_later_edition_replaces_an_earlier_one_and_nothing_else() {
    let folder = folder("replace");
    let copies = Copies::OfSharedFiles;
    let first = [("index.html", "one "), ("article/a/index.html", "a "), ("b.html", "b ")];
    replace_with(&folder, &pages(&first), copies);
    fs::write(folder.join("CNAME"), "example.org").unwrap();
    let unchanged = modified(&folder, "b.html.br");
    // A list that names a file elsewhere removes nothing there.
    let elsewhere = std::env::temp_dir().join(format!("elsewhere-{}", std::process::id()));
    fs::write(&elsewhere, "kept").unwrap();
    let list = fs::read_to_string(folder.join(LIST)).unwrap();
    let name = elsewhere.file_name().unwrap().display();
    let list = format!("{list}../{name}\n{}\n", elsewhere.display());
    fs::write(folder.join(LIST), list).unwrap();
    replace_with(&folder, &pages(&[("index.html", "two "), ("b.html", "b ")]), copies);
    assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "kept");
    fs::remove_file(&elsewhere).unwrap();
    assert!(fs::read_to_string(folder.join("index.html")).unwrap().starts_with("two"));
    assert!(!folder.join("article").exists());
    assert_eq!(fs::read_to_string(folder.join("CNAME")).unwrap(), "example.org");
    assert_eq!(modified(&folder, "b.html.br"), unchanged);
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn what_is_missing_changed_or_unfinished_is_written_again() {
    let folder = folder("again");
    let files = pages(&[("index.html", "one "), ("b.html", "b ")]);
    let write = || replace_with(&folder, &files, Copies::OfSharedFiles);
    write();
    let read = |path: &str| fs::read(folder.join(path)).unwrap();
    let paths = ["index.html", "index.html.br", "index.html.gz", "b.html", "b.html.br"];
    let expected = paths.map(read);
    fs::remove_file(folder.join("index.html.gz")).unwrap();
    fs::write(folder.join("b.html"), "other").unwrap();
    write();
    assert_eq!(paths.map(read), expected);
    // An earlier run was stopped after it wrote the copy of another text.
    let list = fs::read_to_string(folder.join(LIST)).unwrap();
    let line = list.lines().find(|line| line.starts_with("b.html.br")).unwrap();
    fs::write(folder.join(LIST), list.replace(line, "b.html.br\tunfinished")).unwrap();
    fs::write(folder.join("b.html.br"), "other").unwrap();
    write();
    assert_eq!(paths.map(read), expected);
    // Another version of the program made the copies.
    fs::write(folder.join(LIST), list.replace(MADE_BY, "# cuttings of yesterday")).unwrap();
    fs::write(folder.join("b.html.br"), "other").unwrap();
    write();
    assert_eq!(paths.map(read), expected);
    assert_eq!(fs::read_to_string(folder.join(LIST)).unwrap(), list);
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_picture_is_found_by_its_key_unless_it_has_changed() {
    let folder = folder("pictures");
    let mut files = Files::default();
    let one = files.add_picture(b"one".to_vec(), "key of one".to_owned());
    files.add_picture(b"other".to_vec(), "key of other".to_owned());
    replace_with(&folder, &files, Copies::OfSharedFiles);
    let find = |key: &str| Earlier::read(&folder).pictures(&folder).find(key);
    assert_eq!(find("key of one").as_deref(), Some(&b"one"[..]));
    assert_eq!(find("key of other").as_deref(), Some(&b"other"[..]));
    assert_eq!(find("key"), None);
    fs::write(folder.join(one), "changed").unwrap();
    assert_eq!(find("key of one"), None);
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn the_list_names_every_file() {
    let folder = folder("list");
    replace_with(&folder, &pages(&[("index.html", "one "), ("b.html", "b ")]), Copies::OfAll);
    let listed: BTreeSet<String> = Earlier::read(&folder).files.into_keys().collect();
    let entries = fs::read_dir(&folder).unwrap();
    let there = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(there.filter(|name| name != LIST).collect::<BTreeSet<_>>(), listed);
    fs::remove_dir_all(&folder).unwrap();
}
