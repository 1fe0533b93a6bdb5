//! The titles of `e2e/hostile-seeds`, as they are written there.

/// The title of the Arabic article, which is written from right to left.
pub(crate) const RIGHT_TO_LEFT_TITLE: &str = "الميناء يفتح أبوابه من جديد بعد 12 يومًا";

/// The title of the article with every kind of block.
pub(crate) const EVERY_FORM_TITLE: &str = "The Harbour Handbook in Every Form";

/// All titles in seed order.
pub(crate) const TITLES: [&str; 6] = [
    "Ministers Agree on \"><script>window.harmed='attribute'</script> After a Night of Talks",
    "<script>window.harmed = \"title\"</script> A title that means harm",
    "A \u{202E}Turned\u{202C} Title",
    RIGHT_TO_LEFT_TITLE,
    EVERY_FORM_TITLE,
    "A Teaser with <a href=\"https://harm.example/\">a Link</a> &amp; an Ampersand in Its Words",
];
