//! Which items are duplicates, and which version of them is kept.

use crate::{BOATS, QUAY, add, articles, collection, markdown, titles};

#[test]
fn the_same_files_again_are_duplicates() {
    let ferry = markdown("Ferry", "https://a.example/ferry", &[BOATS]);
    let files = [("ferry.md", &*ferry), ("note.md", "# Note\n\nWithout an address.\n")];
    let mut collection = collection(&files);
    let again = add(&mut collection, &files);
    assert_eq!((again.articles, again.links, again.duplicates), (0, 0, 2));
    assert_eq!(titles(&collection), ["ferry: Ferry", "note: Note"]);
}

#[test]
fn the_longer_of_two_versions_is_kept_under_the_first_slug() {
    let url = "https://a.example/ferry";
    let short = markdown("Ferry", url, &[BOATS]);
    let long =
        markdown("Ferry returns", "http://www.a.example/ferry/?utm_source=x", &[BOATS, QUAY]);
    for files in [[("a.md", &*short), ("b.md", &*long)], [("b.md", &*long), ("a.md", &*short)]] {
        let mut collection = collection(&files[..1]);
        let report = add(&mut collection, &files[1..]);
        let is_longer = files[1].0 == "b.md";
        assert_eq!(report.articles, usize::from(is_longer));
        assert_eq!(report.duplicates, usize::from(!is_longer));
        let slug = if is_longer { "ferry" } else { "ferry-returns" };
        let expected = (format!("{slug}: Ferry returns"), vec![BOATS.to_owned(), QUAY.to_owned()]);
        assert_eq!(articles(&collection), [expected]);
    }
}

#[test]
fn an_article_replaces_the_link_to_it() {
    let csv =
        "title,url,time_added,tags,status\nFerry,https://a.example/ferry,1592000000,sea,unread\n";
    let mut collection = collection(&[("part_000000.csv", csv)]);
    let report =
        add(&mut collection, &[("a.md", &*markdown("Ferry", "https://a.example/ferry", &[BOATS]))]);
    assert_eq!((report.articles, report.duplicates), (1, 0));
    let report = add(&mut collection, &[("part_000000.csv", csv)]);
    assert_eq!((report.links, report.duplicates), (0, 1));
    assert_eq!(articles(&collection), [("ferry: Ferry".to_owned(), vec![BOATS.to_owned()])]);
}

#[test]
fn chapters_at_the_address_of_their_book_stay() {
    let url = "https://a.example/book";
    let (one, two) = (markdown("One", url, &[BOATS]), markdown("Two", url, &[QUAY]));
    assert_eq!(titles(&collection(&[("1.md", &one), ("2.md", &two)])), ["one: One", "two: Two"]);
}

#[test]
fn the_front_page_of_a_site_identifies_no_article() {
    let url = "https://a.example/";
    let (one, two) = (markdown("Digest", url, &[BOATS]), markdown("Digest", url, &[QUAY]));
    let titles = titles(&collection(&[("1.md", &one), ("2.md", &two)]));
    assert_eq!(titles, ["digest: Digest", "digest-2: Digest"]);
}

#[test]
fn links_with_one_title_and_different_addresses_stay() {
    let csv = "title,url,time_added,tags,status\nHome,https://a.example/,1,,unread\n\
               Home,https://b.example/,1,,unread\nHome,https://www.b.example,1,,unread\n";
    assert_eq!(titles(&collection(&[("p.csv", csv)])), ["home: Home", "home-2: Home"]);
}
