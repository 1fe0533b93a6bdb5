//! Tests of a site with more articles than `pages` in `site.toml` allows pages.

use crate::files::Written;
use crate::small_folder::{SITE, Test};

/// Publishes three articles, of which the newest two may have pages.
fn publish(name: &str) -> Written {
    let test = Test::new(name);
    test.write("articles/site.toml", &[SITE, "pages = 2\n"].concat());
    test.publish("site")
}

fn text<'w>(files: &'w Written, path: &str) -> &'w str {
    std::str::from_utf8(&files[path]).unwrap()
}

#[test]
fn only_the_newest_articles_have_files() {
    let files = publish("pages-files");
    let articles: Vec<&str> =
        files.keys().filter_map(|path| path.strip_prefix("article/")).collect();
    let of_page = ["article.txt", "cite.json", "index.html"];
    let expected = ["day-1", "day-2"].map(|slug| of_page.map(|file| format!("{slug}/{file}")));
    assert_eq!(articles, expected.concat());
    let pictures = files.keys().filter(|path| path.starts_with("assets/picture-"));
    assert_eq!(pictures.count(), 2);
}

#[test]
fn crawlers_and_feed_readers_find_only_pages() {
    let files = publish("pages-lists");
    for path in ["sitemap.xml", "feed.json"] {
        let list = text(&files, path);
        assert!(list.contains("https://example.org/papers/article/day-2/"), "{path}: {list}");
        assert!(!list.contains("article/day-0/"), "{path}: {list}");
    }
    let (_, data) = text(&files, "index.html").split_once("application/ld+json").unwrap();
    let (data, _) = data.split_once("</script>").unwrap();
    assert!(data.contains("article/day-1/") && !data.contains("article/day-0/"), "{data}");
}

#[test]
fn the_other_articles_open_through_the_page_for_missing_addresses() {
    let files = publish("pages-shell");
    // The results link to every article, as the program does.
    assert!(text(&files, "index.html").contains("./article/day-0/"));
    let shell = text(&files, "404.html");
    assert!(shell.contains("<title>Harbour Papers</title>"), "{shell}");
    assert!(shell.contains(r#"<h1 tabindex="-1" id="heading">Loading…</h1>"#), "{shell}");
    assert!(!shell.contains("Page not found"), "{shell}");
    assert!(shell.contains(r#"<meta name="robots" content="noindex">"#), "{shell}");
    assert!(shell.contains("data-program"), "{shell}");
    // The page offers no citations of the oldest article, which would be such a file.
    assert!(shell.contains(r#"data-files-of="2""#), "{shell}");
    let rule = "RewriteRule ^article/[^/]+/?$ 404.html [L]";
    assert!(text(&files, ".htaccess").contains(rule));
}

#[test]
fn without_such_articles_missing_addresses_are_missing() {
    let files = Test::new("pages-all").publish("site");
    assert!(text(&files, "404.html").contains("Page not found"));
    assert!(!text(&files, ".htaccess").contains("404.html [L]"));
    assert!(!text(&files, "404.html").contains("data-files-of"));
    assert!(files.contains_key("article/day-0/index.html"));
}

#[test]
fn a_preview_has_fewer_pages() {
    let test = Test::new("pages-preview");
    for number in 10..70 {
        let text = format!("---\ntitle: Day {number}\n---\nFog.\n");
        test.write(&format!("articles/{number}.md"), &text);
    }
    let count = |files: &Written| files.keys().filter(|path| path.ends_with("cite.json")).count();
    assert_eq!(count(&test.publish_with("preview", true)), 50);
    assert_eq!(count(&test.publish("site")), 63);
}

#[test]
fn a_preview_takes_no_shares() {
    let test = Test::new("pages-shares");
    let takes_shares = |preview| {
        let files = test.publish_with(if preview { "preview" } else { "site" }, preview);
        text(&files, "manifest.webmanifest").contains("share_target")
    };
    // `cuttings serve` keeps pages from registering the service worker, so it would get them.
    assert!(!takes_shares(true));
    assert!(takes_shares(false));
}
