//! Pictures of articles: copied under the names that the edition has for them.

use crate::built::{SITE, published};

const SVG: &str =
    "<svg xmlns='http://www.w3.org/2000/svg' width='3' height='2'><path d='M0 0h3'/></svg>";

#[test]
fn pictures_that_articles_use_are_published_and_others_are_not() {
    let seeds = [
        ("a.md", "---\ntitle: The boat\nimage: boat.svg\n---\nIt is white.\n"),
        ("boat.svg", SVG),
        ("other.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ];
    let published = published("media", SITE, &seeds);
    let media: Vec<&String> =
        published.files.keys().filter(|path| path.starts_with("media/")).collect();
    let [path] = media[..] else { panic!("{media:?}") };
    assert!(path.ends_with(".svg") && path.len() == "media/0123456789abcdef.svg".len(), "{path}");
    assert_eq!(published.text(path), SVG);
    // The worker keeps pictures when they are seen, not in advance.
    assert!(!published.text("worker.js").contains("media/"));
    assert!(
        published.text("_headers").contains("media/*\n  Cache-Control: public, max-age=31536000")
    );
}
