//! `cuttings inspect`: its output and its exit status.

use crate::program::{self, code, run};
use std::path::{Path, PathBuf};
use std::process::Output;

fn inspect(arguments: &[&str]) -> Output {
    run(&[&["inspect"], arguments].concat())
}

fn json(arguments: &[&str]) -> serde_json::Value {
    serde_json::from_slice(&inspect(&[&["--json"], arguments].concat()).stdout).unwrap()
}

/// Writes a file into a folder that only these tests use.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("inspect");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn json_output_has_the_parts_of_the_seed() {
    let seed = concat!(env!("CARGO_MANIFEST_DIR"), "/../seeds/000_3207367889ee2696.txt");
    let value = json(&[seed]);
    let articles = value["articles"].as_array().unwrap();
    assert_eq!(articles.len(), 9);
    assert_eq!(articles[0]["line"], 1);
    assert_eq!(articles[0]["file"], seed);
    assert_eq!(articles[1]["standfirst"], serde_json::Value::Null);
    assert_eq!(
        articles[2]["body"][3],
        serde_json::json!({
            "kind": "heading",
            "text": "A Strategic Signal",
            "details": ["level 2"]
        })
    );
    assert_eq!(value["teasers"].as_array().unwrap().len(), 8);
    assert_eq!(value["teasers"][7]["section"], "Election 2024");
    assert_eq!(value["teasers"][7]["age"], "1 month ago");
    assert_eq!(value["stories"], serde_json::json!([]));
    assert_eq!(value["diagnostics"], serde_json::json!([]));
    assert_eq!(value["version"], 1);
    assert_eq!(value["ok"], true);
}

#[test]
fn text_output_has_every_line_with_its_role_and_reason() {
    let path = file(
        "ferry.txt",
        b"Harbours\nFerry Returns to the Northern Route After Nine Years\nThe boat left at dawn, and came back full.\n",
    );
    let output = inspect(&[path.to_str().unwrap()]);
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[1].contains("1  section") && lines[1].contains("Harbours"), "{text}");
    assert!(
        lines[2].contains("2  title") && lines[2].contains("follows a section label"),
        "{text}"
    );
    assert!(lines[3].contains("3  paragraph") && lines[3].contains("ends a sentence"), "{text}");
    assert!(
        lines
            .last()
            .unwrap()
            .starts_with("1 article (0 standfirsts, 0 headings, 1 paragraph), 0 teasers")
    );
}

#[test]
fn articles_that_tell_one_story_are_listed_by_day() {
    let keeper = "The lighthouse keeper of Skarvøy has left the island after forty-one years. Ingrid \
        Halvorsen was the last keeper on the coast of Helgeland, and read the barometer at six.";
    let glass = "The city museum opened a wing for blown glass, which its curator collected.";
    let article = |name: &str, title: &str, date: &str, text: &str| {
        let text = format!("---\ntitle: {title}\ndate: {date}\n---\n\n{text}\n");
        file(name, text.as_bytes()).to_str().unwrap().to_owned()
    };
    let reprint = article("reprint.md", "A keeper leaves", "2024-08-02", keeper);
    let other = article("glass.md", "A museum opens a wing", "2024-07-01", glass);
    let first = article("keeper.md", "The last keeper", "2024-05-16", keeper);
    let files = [&*reprint, &*other, &*first];
    assert_eq!(json(&files)["stories"], serde_json::json!([[2, 0]]));
    let output = inspect(&files);
    let text = program::text(&output.stdout);
    let story = text.split_once("2 tell one story\n").unwrap().1;
    let lines: Vec<&str> = story.lines().take(3).collect();
    let expected = [
        format!("  2024-05-16  “The last keeper” ({first}:1)"),
        format!("  2024-08-02  “A keeper leaves” ({reprint}:1)"),
        String::new(),
    ];
    assert_eq!(lines, expected);
}

#[test]
fn an_error_is_reported_and_fails_the_command() {
    for (name, bytes, line) in [
        ("binary.txt", &b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"[..], 1),
        ("empty.txt", b"", 1),
        ("nothing.txt", b"-\n-\n", 1),
    ] {
        let path = file(name, bytes);
        let path = path.to_str().unwrap();
        let output = inspect(&[path]);
        assert_eq!(code(&output), 1);
        assert!(
            program::text(&output.stderr).ends_with("error: 1 error in these files\n"),
            "{output:?}"
        );
        let value = json(&[path]);
        assert_eq!(value["ok"], false);
        let diagnostic = &value["diagnostics"][0];
        assert_eq!(diagnostic["severity"], "error", "{name}");
        assert_eq!(diagnostic["line"], line, "{name}");
        assert_eq!(diagnostic["file"], path);
    }
}

#[test]
fn wrong_usage_fails_with_a_message() {
    for (arguments, expected) in
        [(&[][..], 2), (&["--jsn", "a.txt"], 2), (&["no-such-file.txt"], 1)]
    {
        let output = inspect(arguments);
        assert_eq!(code(&output), expected, "{arguments:?}");
        assert!(!output.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_folder_is_shown_with_metadata_blocks_and_a_summary() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/seeds/tests/sample");
    let output = inspect(&[folder]);
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    for part in [
        "“Ferry returns: what next - a guide”",
        "organisation  Deutscher Wetterdienst",
        "date          2025-04-11T00:01:00+01:00 (2025-04-11)",
        "author        Luis de la Cruz, Jr.",
        "heading, level 2  Three plans",
        "`.csv` files without articles are not read",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let value = json(&[folder]);
    let article = &value["articles"][1];
    assert_eq!(article["day"], "2025-04-11");
    assert_eq!(article["custom"]["series"][0], "Sand");
    assert_eq!(article["tags"], serde_json::json!(["sand", "sea"]));
    // Each folder is an object of its own, and all files are one.
    let seed = concat!(env!("CARGO_MANIFEST_DIR"), "/../seeds/000_3207367889ee2696.txt");
    let output = inspect(&["--json", folder, seed, folder, seed]);
    assert_eq!(program::text(&output.stdout).lines().count(), 3);
}
