//! Whole copied pages: one article among menus, buttons, captions and headlines.

use cuttings_corpus::{Article, Corpus, LineRole, inspect, parse};
use cuttings_diagnostics::{Severity, SourceFile};
use proptest::prelude::*;

use crate::script::parse_listing;

const MENU: &str = "Skip to content\nMenu\nHome\nCoast\nEnergy\nEconomy\nOpinion\nWeather\nSport\n\
    Jobs\nArchive\nNewsletters\nLog in\nSubscribe\n";

const HEADLINES: &str = "Most read\nCannery Owners Say They Could Live With a Fee\n\
    Pipes Promised for the Old Town Before Winter\nRowers Train at Night on the Lake\n\
    Mayor Speaks in Favour of a Loan\n";

const FOOTER: &str = "About us\nContact\nPrivacy\nCookies\nTerms of use\nImprint\nApps\nHelp\n\
    Paper of the Coast\n© 2024 Paper of the Coast\n";

const TITLE: &str = "Dredging Vote Put Off Again as Channel Fills With Sand";

const PARAGRAPHS: [&str; 5] = [
    "The harbour board met for the third time in a month to settle who pays for dredging the channel, and again it parted without a vote.",
    "Nobody disputes that the channel is filling with sand. Two freighters have waited outside for a full day, and a third has turned back.",
    "The ferry company says that its boats draw too little water to matter, and that the dredging would serve the freighters alone.",
    "The fishing quarter sees it in another way: “We were here before the freighters,” said Ada Okonkwo, who mends nets on the eastern quay.",
    "The board meets again in June. Until then the pilots bring in the freighters at high tide only, one after the other.",
];

/// The menu of a small site.
const SHORT_MENU: &str =
    "Home\nCoast\nEnergy\nOpinion\nWeather\nSport\nArchive\nLog in\nSubscribe\n";

/// Returns a page whose article stands between a menu and a footer.
fn page(article: &str) -> String {
    [MENU, article, HEADLINES, FOOTER].concat()
}

#[track_caller]
fn only_article(page: &str) -> (Article, Corpus) {
    let mut corpus = parse_listing(page);
    assert_eq!(corpus.articles.len(), 1, "{corpus:#?}");
    assert!(corpus.teasers.is_empty(), "{corpus:#?}");
    (corpus.articles.remove(0), corpus)
}

fn body(article: &Article) -> Vec<&str> {
    article.body.iter().map(|block| block.text()).collect()
}

#[test]
fn menus_headlines_and_footers_are_left_out_with_one_note() {
    let page = page(&format!(
        "Economy\n{TITLE}\nBy Ada Okonkwo\nMay 16, 2024\n{}\n",
        PARAGRAPHS.join("\n")
    ));
    let (article, corpus) = only_article(&page);
    assert_eq!((&*article.section, &*article.title), ("Economy", TITLE));
    assert_eq!(article.authors[0].name, "Ada Okonkwo");
    assert_eq!(article.date.as_ref().unwrap().text, "May 16, 2024");
    assert_eq!(article.standfirst, None);
    assert_eq!(body(&article), PARAGRAPHS);
    let [note] = &corpus.diagnostics[..] else { panic!("{:#?}", corpus.diagnostics) };
    assert_eq!(note.severity, Severity::Note);
    for line in [MENU, HEADLINES, FOOTER].concat().lines() {
        assert!(note.message.contains(&format!("“{line}”")), "{line}: {}", note.message);
    }
}

#[test]
fn inspection_names_the_rule_for_each_line() {
    let page = page(&format!("{TITLE}\n{}\n", PARAGRAPHS.join("\n")));
    let reports = inspect(SourceFile { name: "page.txt", bytes: page.as_bytes() });
    let title = reports.iter().find(|report| report.text == TITLE).unwrap();
    assert_eq!(title.role, LineRole::Title);
    assert!(
        title.reason.contains("points: half of its words recur in the text +1"),
        "{}",
        title.reason
    );
    let menu = &reports[2];
    assert_eq!((&*menu.text, menu.role), ("Home", LineRole::LeftOut));
    assert_eq!(menu.reason, "outside of the stretch of lines with the most text");
}

#[test]
fn the_standfirst_is_told_from_title_caption_and_text() {
    let standfirst =
        "Third meeting of the harbour board ends without agreement on who pays for the sand";
    let (article, _) = only_article(&page(&format!(
        "{TITLE}\n{standfirst}\nA freighter waits outside. (Pool Photo/Bo Larsen)\nAda Okonkwo\n\
         Published: 16.05.2024 - 11:00\nFacebook\nTwitter\nE-mail\n{}\n",
        PARAGRAPHS.join("\n")
    )));
    assert_eq!(article.title, TITLE);
    assert_eq!(article.standfirst.as_deref(), Some(standfirst));
    assert_eq!(article.authors[0].name, "Ada Okonkwo");
    assert_eq!(article.date.as_ref().unwrap().text, "16.05.2024");
    assert_eq!(body(&article), PARAGRAPHS);
}

#[test]
fn buttons_captions_and_notices_within_the_text_are_left_out() {
    let [a, b, c, d, e] = PARAGRAPHS;
    let (article, _) = only_article(&page(&format!(
        "{TITLE}\nBy Ada Okonkwo\n{a}\nAdvertisement\nStory continues below\n{b}\n\
         View 3 Images\nFreighters wait for the tide in the outer harbour.\n© Bo Larsen\n\
         Waiting for the Tide\n{c}\n\
         Sign up for the coast letter\nNo spam.\nPrivacy notice\nThanks for signing up!\n\
         {d}\nView 4 Images\nAdvertisement\nStory continues below\n{e}\n"
    )));
    assert_eq!(body(&article), [a, b, "Waiting for the Tide", c, d, e]);
    assert!(article.body[2].is_heading());
}

#[test]
fn list_items_after_a_colon_stay() {
    let [a, b, c, d, _] = PARAGRAPHS;
    let items = ["Moving the sand;", "A breakwater;", "Local stone;", "Waiting another year."];
    let (article, _) = only_article(&page(&format!(
        "{TITLE}\n{a}\n{b}\nThe engineers drew up these plans:\n{}\n{c}\n{d}\n",
        items.join("\n")
    )));
    let expected = [&[a, b, "The engineers drew up these plans:"][..], &items, &[c, d]].concat();
    assert_eq!(body(&article), expected);
}

#[test]
fn a_breadcrumb_trail_and_a_copy_in_a_menu_are_no_titles() {
    let page = format!(
        "{MENU}{TITLE}\n{MENU}Home > Coast > {TITLE}\n{TITLE}\nBy Ada Okonkwo\n{}\n{FOOTER}",
        PARAGRAPHS.join("\n")
    );
    let title = inspect(SourceFile { name: "page.txt", bytes: page.as_bytes() })
        .into_iter()
        .find(|report| report.role == LineRole::Title)
        .unwrap();
    assert_eq!((&*title.text, title.line), (TITLE, 31));
}

#[test]
fn pages_in_other_languages_need_no_words() {
    let page = "Start\nKüste\nHafen\nWetter\nSport\nKultur\nStadt\nLand\nArchiv\nAnmelden\nAbo\n\
        Suche\nHafenamt\nAbstimmung über die Fahrrinne erneut verschoben\nvon Ada Okonkwo\n16. Mai 2024\n\
        Zum dritten Mal in diesem Monat hat das Hafenamt über die Fahrrinne beraten, und wieder ist die Abstimmung verschoben worden.\n\
        Niemand bestreitet, dass die Fahrrinne versandet. Zwei Frachter haben einen ganzen Tag lang draußen gewartet.\n\
        Das Hafenamt tagt im Juni wieder. Bis dahin kommen die Frachter nur bei Flut herein, einer nach dem anderen.\n\
        Kontakt\nImpressum\nDatenschutz\nHilfe\n";
    let (article, _) = only_article(page);
    assert_eq!(article.title, "Abstimmung über die Fahrrinne erneut verschoben");
    assert_eq!(article.authors[0].name, "Ada Okonkwo");
    assert_eq!(article.date.unwrap().text, "16. Mai 2024");
    assert_eq!(article.body.len(), 3);
}

#[test]
fn invisible_joiners_alone_are_no_text() {
    let page = page(&format!("{TITLE}\n\u{200c}\n{}\n", PARAGRAPHS.join("\n\u{200c} \u{200c}\n")));
    let (article, corpus) = only_article(&page);
    assert_eq!(body(&article), PARAGRAPHS);
    assert!(!corpus.diagnostics[0].message.contains('\u{200c}'));
    let corpus = parse_listing(&format!("Coast\n\u{200c}\n{TITLE}\n{}\n", PARAGRAPHS.join("\n")));
    assert_eq!((&*corpus.articles[0].section, corpus.diagnostics.len()), ("Coast", 0));
}

#[test]
fn a_listing_below_a_long_menu_stays_a_listing() {
    let articles: String = ["Ferry Company Refuses to Pay for Deeper Water", TITLE]
        .iter()
        .map(|title| format!("Coast\n{title}\n{}\n", PARAGRAPHS.join("\n")))
        .collect();
    let menu = MENU.replace("Coast\n", "Coasts\n");
    let corpus = parse_listing(&format!("{menu}{articles}"));
    assert_eq!(corpus.articles.len(), 2, "{corpus:#?}");
}

#[test]
fn a_menu_without_any_text_is_no_page() {
    let corpus = parse_listing(MENU);
    assert!(corpus.articles.is_empty());
    assert!(corpus.diagnostics.iter().any(|d| d.message.contains("Skip to content")));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_article_is_found_between_any_menus(
        above in prop::collection::vec("[A-Z][a-z]{2,9}( [A-Z][a-z]{2,9}){0,2}", 12..120),
        below in prop::collection::vec("[A-Z][a-z]{2,9}( [A-Z][a-z]{2,9}){0,2}", 0..120),
    ) {
        let page = format!(
            "{}\n{TITLE}\nBy Ada Okonkwo\n{}\n{}\n",
            above.join("\n"), PARAGRAPHS.join("\n"), below.join("\n")
        );
        let corpus = parse(&[SourceFile { name: "page.txt", bytes: page.as_bytes() }]);
        prop_assert_eq!(corpus.articles.len(), 1);
        prop_assert_eq!(&corpus.articles[0].title, TITLE);
        prop_assert_eq!(body(&corpus.articles[0]), PARAGRAPHS);
    }
}

#[test]
fn a_short_menu_around_a_single_article_makes_a_page() {
    let page = format!("{SHORT_MENU}{TITLE}\nBy Ada Okonkwo\n{}\nJobs\n", PARAGRAPHS.join("\n"));
    let (article, _) = only_article(&page);
    assert_eq!(article.title, TITLE);
    assert_eq!(article.body.len(), PARAGRAPHS.len());
}

#[test]
fn the_middle_of_a_sentence_is_no_title() {
    let rest = "and the pilots of the harbour board wait for the channel and for the freighters";
    let article = format!("{TITLE}\nAda Okonkwo\n16 May 2024\n{rest}\n{}\n", PARAGRAPHS.join("\n"));
    assert_eq!(only_article(&page(&article)).0.title, TITLE);
}

#[test]
fn of_a_text_that_the_page_has_twice_one_copy_stays() {
    let text = PARAGRAPHS.map(|paragraph| [paragraph, " ", paragraph].concat()).join("\n");
    let page = page(&format!("{TITLE}\nBy Ada Okonkwo\n{text}\n{HEADLINES}{text}\n"));
    let (article, _) = only_article(&page);
    assert_eq!(article.title, TITLE);
    assert_eq!(body(&article), text.lines().collect::<Vec<_>>());
}

#[test]
fn a_legal_notice_is_no_article_even_if_it_is_longer() {
    let notice = "All material on these pages, including pictures, films and sound, belongs to the \
        publisher, and nobody may copy, store or sell it without leave in writing.";
    let page = format!(
        "{}{}\n",
        page(&format!("{TITLE}\nBy Ada Okonkwo\nMay 16, 2024\n{}\n", PARAGRAPHS.join("\n"))),
        [notice; 6].join(" ")
    );
    let (article, _) = only_article(&page);
    assert_eq!(article.title, TITLE);
    assert_eq!(body(&article), PARAGRAPHS);
}

#[test]
fn text_between_the_title_and_a_box_stays() {
    let [a, rest @ ..] = PARAGRAPHS;
    let jobs = "Jobs on the coast\nPilot\nNet mender\nPort of Larsen\nView\nEngineer\n\
        Ferry company\nLarsen\n";
    let (article, _) =
        only_article(&page(&format!("May 16, 2024\n{TITLE}\n{a}\n{jobs}{}\n", rest.join("\n"))));
    assert_eq!(article.title, TITLE);
    assert_eq!(body(&article), PARAGRAPHS);
}

#[test]
fn paragraphs_that_links_break_into_lines_stay() {
    let [a, b, c, ..] = PARAGRAPHS;
    let broken = [
        "The board’s report on",
        "the channel",
        "names three quays that",
        "lie dry",
        ", all in use.",
    ];
    let (article, _) = only_article(&page(&format!(
        "{TITLE}\nBy Ada Okonkwo\n{a}\n{b}\n{}\n{c}\n",
        broken.join("\n")
    )));
    assert_eq!(body(&article), [&[a, b][..], &broken, &[c]].concat());
}

#[test]
fn a_quotation_that_begins_small_is_no_title() {
    let quotation = "“the board fills the channel with sand and words”";
    let article = format!("{quotation}\n{TITLE}\n16 May 2024\n{}\n", PARAGRAPHS.join("\n"));
    assert_eq!(only_article(&page(&article)).0.title, TITLE);
}

#[test]
fn short_sentences_at_both_ends_of_the_text_stay() {
    let text = ["Time is running out for the channel.", PARAGRAPHS[0], PARAGRAPHS[1]].join("\n");
    let last = "The pilots will have to wait for June.";
    let (article, _) = only_article(&page(&format!("{TITLE}\nBy Ada Okonkwo\n{text}\n{last}\n")));
    assert_eq!(body(&article), [text.lines().collect(), vec![last]].concat());
}

#[test]
fn a_title_that_the_page_names_elsewhere_is_preferred_to_the_headline_above_it() {
    let search_headline = "Harbour board parts without vote on dredging the channel";
    let article = format!(
        "{search_headline}\n{TITLE}\nBy Ada Okonkwo\nMay 16, 2024\n{}\n3 replies to “{TITLE}”\n",
        PARAGRAPHS.join("\n")
    );
    assert_eq!(only_article(&page(&article)).0.title, TITLE);
}

#[test]
fn a_caption_that_ends_in_an_agency_is_no_title() {
    let caption = "Freighters wait for the channel outside the harbour Ada Okonkwo/Pool";
    let article = format!("{caption}\n{TITLE}\nAda Okonkwo\n{}\n", PARAGRAPHS.join("\n"));
    assert_eq!(only_article(&page(&article)).0.title, TITLE);
}

#[test]
fn a_long_exclamation_may_be_a_title() {
    let title = "Pilots plead with the harbour board about the channel: \"Dredge it at last!\"";
    let film = "Pilots Plead With the Harbour Board About the Channel";
    let article = format!("{title}\nMay 16, 2024\nCoast Film\n{film}\n{}\n", PARAGRAPHS.join("\n"));
    assert_eq!(only_article(&page(&article)).0.title, title);
}

#[test]
fn a_title_may_begin_with_an_ellipsis() {
    let title = "… and now the channel fills with sand before the harbour board";
    let other = "Pilots Wait for the Harbour Again";
    let article = format!("{other}\nMore\n{title}\nBy Ada Okonkwo\n{}\n", PARAGRAPHS.join("\n"));
    assert_eq!(only_article(&page(&article)).0.title, title);
}

#[test]
fn a_notice_above_the_title_is_no_part_of_the_article() {
    let notice = "We and our partners store cookies on your device to measure visits.";
    let notice = [notice; 7].join(" ");
    let text = ["", " So it was told.", " So it is said."]
        .map(|end| PARAGRAPHS.map(|text| [text, end].concat()).join("\n"))
        .join("\n");
    let (article, _) = only_article(&page(&format!(
        "Your Choice\n{notice}\nAccept all\nReject all\nSign in\n{TITLE}\n\
         By Ada Okonkwo\n{text}\n"
    )));
    assert_eq!(article.title, TITLE);
    assert_eq!(body(&article), text.lines().collect::<Vec<_>>());
}

#[test]
fn a_menu_of_sixteen_lines_makes_a_page_of_any_length() {
    let menu = "Home\nCoast\nEnergy\nEconomy\nOpinion\nWeather\nSport\nJobs\nArchive\nCulture\n\
        Travel\nScience\nHealth\nLog in\nSubscribe\nSearch\nHelp\n";
    let days: Vec<String> = ('a'..='z')
        .map(|day| {
            let text =
                PARAGRAPHS.map(|text| format!("{text} So it was on day {day}{day}.")).join("\n");
            format!("Quay {day}{day}{day}\nTalks on Day {day}{day}\n{text}")
        })
        .collect();
    let page = format!("{menu}{TITLE}\nBy Ada Okonkwo\n{}\n", days.join("\n"));
    let (article, _) = only_article(&page);
    assert_eq!(article.title, TITLE);
    assert!(article.body.len() >= 5 * days.len(), "{}", article.body.len());
}
