//! The comparison with the reference on a small folder of the kinds of pages that people keep.

use std::path::Path;

use cuttings_diagnostics::SourceFile;
use cuttings_markdown_check::{contents_of_article, contents_of_markdown, differences, parse};

#[test]
fn pages_of_the_sample_agree_with_the_reference() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sample");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let name = path.to_string_lossy();
        let corpus = parse(SourceFile { name: &name, bytes: text.as_bytes() });
        let article = corpus.articles.first().unwrap();
        let body = text.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap().1;
        let reference = contents_of_markdown(body, &article.title);
        let differences = differences(&contents_of_article(article), &reference);
        assert!(differences.is_empty(), "{name}: {differences:#?}");
        count += 1;
    }
    assert_eq!(count, 3);
}
