//! Tests that a build into a folder with an earlier edition gives the same files as one into an
//! empty folder, and does not write again what has not changed.

use crate::files::Written;
use crate::small_folder::{SITE, Test};
use std::fs;
use std::time::SystemTime;

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
    check_edits("reuse-edits", false);
}

#[test]
fn a_preview_after_an_edit_equals_a_preview_from_nothing() {
    check_edits("reuse-preview", true);
}

/// Compares a site with a cache with one from nothing, after each kind of edit.
fn check_edits(name: &str, preview: bool) {
    let test = Test::new(name);
    let cache = test.root.join("caches");
    let publish_warm = || test.publish_remembered("warm", preview, Some(&cache));
    publish_warm();
    let other_title = "---\ntitle: Day of rain\ndate: 2024-05-02\n---\nIt rained.\n";
    let linking = |title: &str| {
        let text =
            format!("---\ntitle: {title}\n---\nAfter [that day](1.md) Ada Rain left Paris.\n");
        test.write("articles/4.md", &text);
    };
    let long = |title: &str, text: &str| {
        let text = format!(
            "---\ntitle: {title}\n---\nThe fishermen repaired the lighthouse after a long winter \
             without ferries.\n\n{text}\n"
        );
        test.write("articles/6.md", &text);
    };
    let settings = |more: &str| test.write("articles/site.toml", &[SITE, more].concat());
    let said = "Minister Ada Rain left Paris. “We will wait for the last boat,” Rain said.";
    let edits: [(&str, &dyn Fn()); 28] = [
        ("nothing", &|| {}),
        ("text", &|| test.write("articles/0.md", "---\ntitle: Day 0\n---\nThe last boat left.\n")),
        ("title", &|| test.write("articles/1.md", other_title)),
        ("added", &|| test.write("articles/3.md", "---\ntitle: Day 3\n---\nFog.\n")),
        ("removed", &|| fs::remove_file(test.root.join("articles/2.md")).unwrap()),
        ("renamed", &|| {
            let from = test.root.join("articles/3.md");
            fs::rename(from, test.root.join("articles/30.md")).unwrap();
        }),
        ("never a name", &|| {
            let names = "[names]\nnever = [\"Fog\"]\npeople = [\"Ada Rain\"]\n";
            test.write("articles/site.toml", &[SITE, names].concat());
        }),
        ("name", &|| {
            let text = "---\ntitle: Day 1\n---\nMinister Ada Rain met envoys in Paris.\n";
            test.write("articles/1.md", text);
        }),
        ("linked", &|| linking("Day 4")),
        ("title of an article that links", &|| linking("Evening")),
        ("title of a linked article", &|| test.write("articles/1.md", other_title)),
        ("title of a related article", &|| {
            let text = "---\ntitle: Day in Paris\n---\nMinister Ada Rain met envoys in Paris.\n";
            test.write("articles/5.md", text);
        }),
        ("section", &|| {
            let text = "---\ntitle: Day 0\nsection: Sea\nlang: de\n---\nThe last boat left.\n";
            test.write("articles/0.md", text);
        }),
        ("facet", &|| {
            let facet = "[facets]\nseries = \"Series\"\n";
            test.write("articles/site.toml", &[SITE, facet].concat());
        }),
        ("quote", &|| long("Day 6", said)),
        ("the same words of a place", &|| settings("[names]\nplaces = [\"Ada Rain\"]\n")),
        ("the same words of nobody", &|| settings("[names]\nnever = [\"Ada Rain\"]\n")),
        ("figure", &|| long("Day 6", "Up to 8,000 boats left for $2.2 billion on Monday.")),
        ("related words", &|| {
            let text = "The lighthouse was dark, so fishermen lost every boat of the ferries.";
            test.write("articles/7.md", &format!("---\ntitle: Lighthouse\n---\n{text}\n"));
        }),
        ("word of a summary elsewhere", &|| {
            let text = "Fishermen, fishermen and again fishermen repaired winter after winter.";
            test.write("articles/7.md", &format!("---\ntitle: Fishermen\n---\n{text}\n"));
        }),
        ("word of a title", &|| long("The repaired lighthouse", said)),
        ("acronym elsewhere", &|| {
            let text = "The World Trade Organization (WTO) met. WTO officials left.";
            test.write("articles/7.md", &format!("---\ntitle: Trade\n---\n{text}\n"));
            long("Day 6", "The WTO said “no” to all of the boats in the bay.");
        }),
        ("duplicate", &|| {
            let text = fs::read_to_string(test.root.join("articles/7.md")).unwrap();
            test.write("articles/8.md", &text.replace(" met", "\n met"));
        }),
        ("no duplicate any more", &|| test.write("articles/8.md", "---\ntitle: Trade\n---\nNo.\n")),
        ("damaged cache", &|| {
            let files: Vec<_> =
                fs::read_dir(&cache).unwrap().map(|it| it.unwrap().path()).collect();
            assert_eq!(files.len(), 2, "of articles and of pages");
            for file in files {
                let mut bytes = fs::read(&file).unwrap();
                let middle = bytes.len() / 2;
                bytes[middle..].fill(b'x');
                fs::write(file, bytes).unwrap();
            }
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
        let warm = publish_warm();
        let _ = fs::remove_dir_all(test.root.join("cold"));
        assert_same(&warm, &test.publish_with("cold", preview), edit);
        if preview {
            continue;
        }
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

fn modified(test: &Test, name: &str) -> SystemTime {
    fs::metadata(test.root.join("site").join(name)).unwrap().modified().unwrap()
}

#[test]
fn what_has_not_changed_is_not_written_again() {
    let test = Test::new("reuse-kept");
    let files = test.publish("site");
    let pictures = files.keys().filter(|name| name.starts_with("assets/picture-"));
    let kept: Vec<&String> =
        pictures.chain(files.keys().filter(|name| name.ends_with(".css.br"))).collect();
    assert!(kept.len() > 4, "{kept:?}");
    let times = || kept.iter().map(|name| modified(&test, name)).collect::<Vec<_>>();
    let before = times();
    test.write("articles/0.md", "---\ntitle: Day 0\ndate: 2024-05-01\n---\nThe last boat left.\n");
    test.publish("site");
    assert_eq!(times(), before);
}
