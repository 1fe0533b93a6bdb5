//! Tests that a build into a folder with an earlier edition gives the same files as one into an
//! empty folder, and does not write again what has not changed.

use cuttings_cli::progress::Silent;
use cuttings_cli::publish::{FolderOptions, publish_folder};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The page that is published with each edition, as `make dist` keeps it.
const PAGE: [(&str, &str); 14] = [
    (
        "shell.html",
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><base href=\"/\"></head>\
         <body><div id=\"page\"></div></body></html>",
    ),
    ("program-name.txt", "cuttings_bg.wasm"),
    ("style.css", "a{color:red}"),
    ("reading.css", "p{color:tan}"),
    ("boot.js", "console.log(1);"),
    ("tools.js", "export const text = 1;"),
    ("worker.js", "console.log(EDITION, FILES);"),
    ("single-file.js", "console.log(2);"),
    ("glue.js", "export default new URL('cuttings_bg.wasm', import.meta.url);"),
    ("program.wasm", "no program"),
    (
        "icon.svg",
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M4 2h24v28z"/></svg>"#,
    ),
    ("typefaces.css", "@font-face{src:url(a-latin.woff2)}"),
    ("typefaces.txt", "Licence"),
    ("fonts/a-latin.woff2", "abc"),
];

const SITE: &str = "title = \"Harbour Papers\"\nbase_url = \"https://example.org/papers/\"\n";

/// Folders for one test, with a folder of articles.
struct Test {
    root: PathBuf,
}

type Written = BTreeMap<String, Vec<u8>>;

impl Test {
    fn new(name: &str) -> Test {
        let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&root);
        let test = Test { root };
        for (name, text) in PAGE {
            test.write(&format!("page/{name}"), text);
        }
        test.write("articles/site.toml", SITE);
        for (number, text) in
            ["The first boat left.", "It rained.", "Prices rose."].iter().enumerate()
        {
            let text =
                format!("---\ntitle: Day {number}\ndate: 2024-05-0{}\n---\n{text}\n", number + 1);
            test.write(&format!("articles/{number}.md"), &text);
        }
        test
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Publishes the articles into a folder, and returns all files in it.
    fn publish(&self, folder: &str) -> Written {
        let to = self.root.join(folder);
        let options = FolderOptions {
            folder: &self.root.join("articles"),
            site: Some(&to),
            base_url: None,
            single: None,
            page: Some(&self.root.join("page")),
            preview: false,
            progress: &Silent,
        };
        publish_folder(&options).unwrap();
        let mut files = Written::new();
        collect(&to, &to, &mut files);
        files
    }

    fn modified(&self, path: &str) -> SystemTime {
        fs::metadata(self.root.join(path)).unwrap().modified().unwrap()
    }
}

fn collect(root: &Path, folder: &Path, into: &mut Written) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, into);
        } else {
            let name = path.strip_prefix(root).unwrap().display().to_string();
            into.insert(name, fs::read(&path).unwrap());
        }
    }
}

/// Asserts that two folders have the same files.
#[track_caller]
fn assert_same(warm: &Written, cold: &Written, edit: &str) {
    let names = |files: &Written| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(warm), names(cold), "{edit}");
    for (name, bytes) in warm {
        assert!(cold[name] == *bytes, "{edit}: {name} differs");
    }
}

#[test]
fn a_build_after_an_edit_equals_a_build_from_nothing() {
    let test = Test::new("reuse-edits");
    test.publish("warm");
    let other_title = "---\ntitle: Day of rain\ndate: 2024-05-02\n---\nIt rained.\n";
    let edits: [(&str, &dyn Fn()); 9] = [
        ("nothing", &|| {}),
        ("text", &|| test.write("articles/0.md", "---\ntitle: Day 0\n---\nThe last boat left.\n")),
        ("title", &|| test.write("articles/1.md", other_title)),
        ("added", &|| test.write("articles/3.md", "---\ntitle: Day 3\n---\nFog.\n")),
        ("removed", &|| fs::remove_file(test.root.join("articles/2.md")).unwrap()),
        ("renamed", &|| {
            let from = test.root.join("articles/3.md");
            fs::rename(from, test.root.join("articles/30.md")).unwrap();
        }),
        ("site title", &|| {
            test.write("articles/site.toml", &SITE.replace("Harbour", "Coast"));
        }),
        ("precompressed", &|| {
            test.write("articles/site.toml", &[SITE, "precompress = true\n"].concat());
        }),
        ("not precompressed", &|| test.write("articles/site.toml", SITE)),
    ];
    for (edit, change) in edits {
        change();
        let warm = test.publish("warm");
        let _ = fs::remove_dir_all(test.root.join("cold"));
        assert_same(&warm, &test.publish("cold"), edit);
        let copied = warm.contains_key("article/day-0/index.html.br");
        assert_eq!(copied, edit == "precompressed", "{edit}");
        assert!(warm.contains_key("index.html.br"), "{edit}");
    }
}

#[test]
fn another_version_of_the_program_makes_everything_again() {
    let test = Test::new("reuse-version");
    let cold = test.publish("site");
    let list = test.root.join("site/.cuttings-files");
    let text = fs::read_to_string(&list).unwrap();
    let (_, entries) = text.split_once('\n').unwrap();
    fs::write(&list, format!("# cuttings 0.0.1-0123456789abcdef\n{entries}")).unwrap();
    // Files as that version made them.
    let copy = cold.keys().find(|name| name.ends_with(".css.br")).unwrap();
    fs::write(test.root.join("site").join(copy), "other").unwrap();
    assert_same(&test.publish("site"), &cold, "another version");
}

#[test]
fn what_has_not_changed_is_not_written_again() {
    let test = Test::new("reuse-kept");
    let files = test.publish("site");
    let pictures = files.keys().filter(|name| name.starts_with("assets/picture-"));
    let kept: Vec<&String> =
        pictures.chain(files.keys().filter(|name| name.ends_with(".css.br"))).collect();
    assert!(kept.len() > 4, "{kept:?}");
    let times =
        || kept.iter().map(|name| test.modified(&format!("site/{name}"))).collect::<Vec<_>>();
    let before = times();
    test.write("articles/0.md", "---\ntitle: Day 0\ndate: 2024-05-01\n---\nThe last boat left.\n");
    test.publish("site");
    assert_eq!(times(), before);
}
