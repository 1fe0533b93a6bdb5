//! The list of results: its items and their order.

use serde_json::Value;

use crate::{
    page::Page,
    page_object::selected_option,
    seed::{self, ARTICLES, STANDFIRST, TEASERS},
    site::Site,
    suite::{Suite, test},
};

pub(crate) fn suite() -> Suite {
    Suite {
        name: "results",
        site: Site::Build,
        depends_on_base: false,
        tests: vec![
            // Roles and `select` elements depend on the engine.
            test!(results_are_articles_with_a_heading).in_every_engine(),
            test!(results_follow_the_chosen_order).in_every_engine(),
            // Contents are the same in every engine.
            test!(all_items_appear_in_seed_order),
            test!(articles_link_to_their_page),
            test!(teasers_have_an_age_and_no_link),
            test!(cards_show_section_title_summary_and_reading_time),
            test!(visual_order_matches_document_order),
            test!(a_front_is_above_all_results).in_every_engine(),
            test!(sort_options_are_complete),
        ],
    }
}

fn all_items_appear_in_seed_order(page: &Page) {
    page.open("/");
    page.expect_titles(&seed::titles());
    assert!(
        page.session().title().is_ok_and(|title| !title.trim().is_empty()),
        "the document has a title"
    );
}

fn results_are_articles_with_a_heading(page: &Page) {
    page.open("/");
    page.expect_count(17);
    let articles = page.results().role("article").current().expect("the articles can be read");
    assert_eq!(articles.len(), 17);
    let headings = page.results().role("article").role("heading").names();
    assert_eq!(headings, seed::titles());
    let items = page.results().role("listitem").current().expect("the list items can be read");
    assert_eq!(items.len(), 17, "each article is in an item of the list");
}

fn articles_link_to_their_page(page: &Page) {
    page.open("/");
    page.expect_count(17);
    for (title, slug, _) in ARTICLES {
        let link = page.results().role("heading").role("link").named(title);
        let href = link.script("return arguments[0].href");
        assert_eq!(href, page.url_of(&format!("/article/{slug}/")));
    }
}

fn teasers_have_an_age_and_no_link(page: &Page) {
    page.open("/?kind=teaser");
    page.expect_count(TEASERS.len());
    page.results().role("link").none();
    let texts = texts(page);
    for ((title, section, age), text) in TEASERS.iter().zip(&texts) {
        for part in [title, section, age] {
            assert!(text.to_lowercase().contains(&part.to_lowercase()), "{part:?} in {text:?}");
        }
    }
}

fn cards_show_section_title_summary_and_reading_time(page: &Page) {
    page.open("/?kind=article");
    page.expect_count(ARTICLES.len());
    for (nth, text) in texts(page).iter().enumerate() {
        let lines = || text.lines().filter(|line| !line.is_empty());
        let summary = lines().nth(2).unwrap_or_default();
        // Section labels may be set in capitals.
        assert!(text.to_lowercase().contains(&seed::WAR.to_lowercase()), "the section in {text:?}");
        assert_eq!(lines().nth(1), Some(ARTICLES[nth].0));
        if nth == 0 {
            assert_eq!(summary, STANDFIRST);
        } else {
            // Without a standfirst, the summary consists of sentences from the text.
            let start: String = summary.chars().take(60).collect();
            assert!(start.len() >= 60, "{summary:?}");
            assert!(
                seed::bodies()[nth].iter().any(|text| text.contains(&start)),
                "{start:?} is not in its text"
            );
        }
        let minutes = text.lines().find_map(|line| {
            line.split_once("\u{a0}min read").map(|(minutes, _)| minutes.trim().to_owned())
        });
        let minutes: usize =
            minutes.and_then(|minutes| minutes.parse().ok()).expect("a reading time");
        let words = seed::word_count(nth);
        // `high-stakes` can count as one word or two.
        let longest = (words + words / 20).div_ceil(WORDS_PER_MINUTE);
        assert!(
            (words.div_ceil(WORDS_PER_MINUTE)..=longest).contains(&minutes),
            "{minutes} minutes for {words} words"
        );
    }
}

/// The average speed of silent reading in English, from a review of many studies (Brysbaert 2019).
const WORDS_PER_MINUTE: usize = 238;

/// Returns the rendered text of each result.
#[track_caller]
fn texts(page: &Page) -> Vec<String> {
    let texts = page.results().script(
        "return [...arguments[0].querySelectorAll('article')].map(article => article.innerText)",
    );
    texts.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn a_front_is_above_all_results(page: &Page) {
    page.open("/");
    page.expect_count(17);
    let front = page.role("region").named("At a glance");
    assert!(front.text().contains("People"), "{}", front.text());
    page.role("searchbox").click();
    page.type_text("kyiv");
    page.role("region").named("At a glance").none();
    page.open("/");
    page.role("region").named("At a glance").role("link").named("Vladimir Putin").click();
    page.role("heading").named("Vladimir Putin").one();
}

fn visual_order_matches_document_order(page: &Page) {
    page.open("/");
    page.expect_count(17);
    for width in [320, 768, 1440] {
        page.resize(width, 900);
        let positions = page.results().script(
            "return [...arguments[0].querySelectorAll('article')].map(article => {
                const { left, top } = article.getBoundingClientRect();
                return [Math.round(top), Math.round(left)];
            })",
        );
        let positions: Vec<(i64, i64)> = positions
            .as_array()
            .into_iter()
            .flatten()
            .map(|position| {
                (position[0].as_i64().expect("a top"), position[1].as_i64().expect("a left edge"))
            })
            .collect();
        assert!(
            positions.is_sorted(),
            "at {width} px the results are not in reading order: {positions:?}"
        );
    }
}

fn sort_options_are_complete(page: &Page) {
    page.open("/");
    let options = page.sort_select().role("option").names();
    assert_eq!(options, ["Relevance", "Title", "Longest", "Shortest", "Original order"]);
    assert_eq!(selected_option(&page.sort_select()), "Relevance");
}

fn results_follow_the_chosen_order(page: &Page) {
    page.open("/");
    page.select_option(&page.sort_select(), "Original order");
    page.expect_titles(&seed::titles());

    page.select_option(&page.sort_select(), "Title");
    page.expect_path("/?sort=title");
    page.expect_titles(&BY_TITLE);

    let mut by_length: Vec<usize> = (0..ARTICLES.len()).collect();
    by_length.sort_by_key(|article| std::cmp::Reverse(seed::word_count(*article)));
    let articles =
        |order: &[usize]| order.iter().map(|article| ARTICLES[*article].0).collect::<Vec<_>>();
    let teasers = TEASERS.map(|(title, ..)| title).to_vec();
    page.select_option(&page.sort_select(), "Longest");
    page.expect_titles(&[articles(&by_length), teasers.clone()].concat());

    by_length.reverse();
    page.select_option(&page.sort_select(), "Shortest");
    page.expect_titles(&[teasers, articles(&by_length)].concat());

    page.search("pentagon");
    page.select_option(&page.sort_select(), "Original order");
    page.expect_titles(&seed::matching("pentagon"));
}

/// The titles in dictionary order: by letters and digits, without case and punctuation. Sorting by
/// words and by letters gives the same order here.
const BY_TITLE: [&str; 17] = [
    "From the Streets of Ethiopia to the US Super League: Loza Abera’s Journey to Football Glory",
    "Israel’s Complex Battle Across Multiple Fronts Since October 7",
    "Khadija Omar: Breaking Barriers as First Hijabi Miss Universe Contestant for Somalia",
    "North Korea Sends 10,000 Troops to Russia: Pentagon",
    "Norway Arrests Cameroonian Separatist Leader Lucas Cho Ayaba for Crimes Against Humanity",
    "Russia and North Korea Formalize Mutual Defense Pact",
    "Russia Claims Gains in Donetsk as Ukraine Faces Intensified Assaults",
    "Russia Launches Third Ballistic Missile Attack on Kyiv",
    "Russia’s Ambassador to the U.S. Ends Term at Time of Turmoil",
    "Russia’s Deployment of Advanced Missile in Dnipro Attack Raises Strategic Concerns",
    "Ukraine Reports Downing 48 Russian Drones",
    "UK’s Starmer, France’s Macron to Address Ukraine Aid Concerns in Post-Trump Landscape",
    "UN: Stronger Actions Needed to Curb Escalating Gang Violence in Haiti",
    "US: 8,000 N. Korean Troops Expected to Join Ukraine Fight in Coming Days",
    "U.S.-China Rivalry in a Modern Twist on 19th-Century Geopolitics",
    "US Voting Systems, Targets of Conspiracy Theories, get Tested for Accuracy, Security",
    "What Trump’s Return Could Mean for NATO and European Security",
];
