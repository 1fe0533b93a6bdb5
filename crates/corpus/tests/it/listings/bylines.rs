//! Authors and dates of listings.

use crate::script::{check, parse_listing};
use cuttings_corpus::{Author, Date, Day};

#[test]
fn bylines_and_dates_under_a_title_are_recognised() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         by Ada Okonkwo
         on 11:00 AM PDT • May 16, 2024
         P
         P
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         ~ Its boats draw too little water to matter, the owners argue
         by Ada Okonkwo and Bo van Dam
         on Published 16 May 2024
         P
         # Coast
         = Net Menders Remember the Storm That Closed the Port
         name Lise Aalto
         on 2024-05-16
         P
         # Coast
         = Why Sixty Households Slept Better After the Change
         on Thursday, 16 May 2024, 09:30
         P
         # Coast
         = Rowers Train at Night as the Channel Gets Too Busy
         on 3 hours ago
         P",
    );
}

#[test]
fn a_date_or_byline_in_a_body_is_text() {
    check(
        "# Coast
         = Dredging Vote Put Off Again as Channel Fills With Sand
         P
         . 16 May 2024
         P
         . By Ada Okonkwo
         # Coast
         = Ferry Company Refuses to Pay for Deeper Water
         P",
    );
}

#[test]
fn author_and_date_may_share_a_line() {
    let article = |line: &str| {
        let text = format!(
            "Coast\nDredging Vote Put Off Again as Channel Fills With Sand\n{line}\n\
             The board met for the third time in a month to settle who pays, and again it parted without a vote.\n"
        );
        parse_listing(&text).articles.remove(0)
    };
    let day = Some(Day { year: 2024, month: 5, day: 16 });
    for (line, author, text, day) in [
        ("By Ada Okonkwo, May 16, 2024", "Ada Okonkwo", "May 16, 2024", day),
        ("By Ada Okonkwo on 16 May 2024", "Ada Okonkwo", "16 May 2024", day),
        ("By Ada Okonkwo | 16 May 2024", "Ada Okonkwo", "16 May 2024", day),
        ("Ada Okonkwo • 3 hours ago", "Ada Okonkwo", "3 hours ago", None),
        ("Ada Okonkwo · 16 May 2024 · 5 min read", "Ada Okonkwo", "16 May 2024", day),
        ("by Ada Okonkwo - 2024-05-16", "Ada Okonkwo", "2024-05-16", day),
    ] {
        let article = article(line);
        assert_eq!(article.authors, [Author::person(author)], "{line}");
        assert_eq!(article.date, Some(Date { text: text.to_owned(), day }), "{line}");
        assert_eq!(article.body.len(), 1, "{line}");
    }
}

#[test]
fn a_byline_names_several_authors_and_may_end_in_a_full_stop() {
    for (line, expected) in [
        (
            "By Abby van den Berg and Luis de la Cruz, Jr.",
            &["Abby van den Berg", "Luis de la Cruz, Jr."][..],
        ),
        ("By Ada Okonkwo.", &["Ada Okonkwo"]),
        ("By Ada Okonkwo, Bo van Dam & Lise Aalto", &["Ada Okonkwo", "Bo van Dam", "Lise Aalto"]),
    ] {
        let text = format!(
            "Coast\nDredging Vote Put Off Again as Channel Fills With Sand\n{line}\n\
             The board met for the third time in a month to settle who pays, and again it parted without a vote.\n"
        );
        let article = parse_listing(&text).articles.remove(0);
        let names: Vec<&str> = article.authors.iter().map(|author| &*author.name).collect();
        assert_eq!(names, expected, "{line}");
        assert_eq!(article.body.len(), 1, "{line}");
    }
}

#[test]
fn a_date_between_label_and_title_is_the_articles_date() {
    let text = "Coast\n16 May 2024\nDredging Vote Put Off Again as Channel Fills With Sand\n\
                The board met for the third time in a month to settle who pays, and again it parted.\n\
                Coast\n17 May 2024\nFerry Company Refuses to Pay for Deeper Water\n\
                Its boats draw too little water to matter, the owners argue in a letter to the board.\n";
    let corpus = parse_listing(text);
    let found: Vec<_> = corpus
        .articles
        .iter()
        .map(|a| (&*a.section, a.date.as_ref().map(|date| &*date.text), a.body.len()))
        .collect();
    assert_eq!(found, [("Coast", Some("16 May 2024"), 1), ("Coast", Some("17 May 2024"), 1)]);
}
