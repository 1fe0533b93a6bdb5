//! The list of results: what stands in it, and in which order.

use serde_json::Value;

use crate::{
    page::Page,
    page_object::chosen,
    runner::{Site, Test, suite},
    seed::{self, ARTICLES, STANDFIRST, TEASERS},
};

pub(crate) fn tests() -> Vec<Test> {
    suite!(
        "results",
        Site::Built,
        [
            all_items_are_there_in_seed_order,
            items_are_articles_with_a_heading,
            articles_link_to_their_reader,
            teasers_have_an_age_and_no_link,
            cards_say_what_they_are_of,
            eye_and_ear_get_the_same_order,
            orders_are_those_of_the_contract,
            orders_do_as_they_say,
        ]
    )
}

fn all_items_are_there_in_seed_order(page: &Page) {
    page.open("/");
    page.expect_titles(&seed::titles());
    assert!(
        page.session().title().is_ok_and(|title| !title.trim().is_empty()),
        "the document has a title"
    );
}

fn items_are_articles_with_a_heading(page: &Page) {
    page.open("/");
    page.expect_count(17);
    let articles = page.results().role("article").now().expect("articles");
    assert_eq!(articles.len(), 17);
    let headings = page.results().role("article").role("heading").names();
    assert_eq!(headings, seed::titles());
    let items = page.results().role("listitem").now().expect("list items");
    assert_eq!(items.len(), 17, "each article is an item of the list");
}

fn articles_link_to_their_reader(page: &Page) {
    page.open("/");
    page.expect_count(17);
    for (title, slug, _) in ARTICLES {
        let link = page.results().role("heading").role("link").named(title);
        let address = link.script("return arguments[0].href");
        assert_eq!(address, page.address(&format!("/article/{slug}/")));
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

fn cards_say_what_they_are_of(page: &Page) {
    page.open("/?kind=article");
    page.expect_count(ARTICLES.len());
    for (nth, text) in texts(page).iter().enumerate() {
        let lines = || text.lines().filter(|line| !line.is_empty());
        let told = lines().nth(2).unwrap_or_default();
        // Section labels may be set in capitals.
        assert!(text.to_lowercase().contains(&seed::WAR.to_lowercase()), "the section in {text:?}");
        assert_eq!(lines().nth(1), Some(ARTICLES[nth].0));
        if nth == 0 {
            assert_eq!(told, STANDFIRST);
        } else {
            // What sums it up: sentences of its own.
            let start: String = told.chars().take(60).collect();
            assert!(start.len() >= 60, "{told:?}");
            assert!(
                seed::bodies()[nth].iter().any(|text| text.contains(&start)),
                "{start:?} is none of its text"
            );
        }
        let minutes = text.lines().find_map(|line| {
            line.split_once(" min read").map(|(minutes, _)| minutes.trim().to_owned())
        });
        let minutes: usize =
            minutes.and_then(|minutes| minutes.parse().ok()).expect("a reading time");
        let words = seed::length(nth);
        // `high-stakes` may be one word or two.
        let longest = (words + words / 20).div_ceil(WORDS_A_MINUTE);
        assert!(
            (words.div_ceil(WORDS_A_MINUTE)..=longest).contains(&minutes),
            "{minutes} minutes for {words} words"
        );
    }
}

/// How fast people read English without speaking, on average over many studies (Brysbaert 2019).
const WORDS_A_MINUTE: usize = 238;

/// The rendered text of each result.
#[track_caller]
fn texts(page: &Page) -> Vec<String> {
    let texts = page.results().script(
        "return [...arguments[0].querySelectorAll('article')].map(article => article.innerText)",
    );
    texts.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn eye_and_ear_get_the_same_order(page: &Page) {
    page.open("/");
    page.expect_count(17);
    for width in [320, 768, 1440] {
        page.view(width, 900);
        let places = page.results().script(
            "return [...arguments[0].querySelectorAll('article')].map(article => {
                const { left, top } = article.getBoundingClientRect();
                return [Math.round(top), Math.round(left)];
            })",
        );
        let places: Vec<(i64, i64)> = places
            .as_array()
            .into_iter()
            .flatten()
            .map(|place| {
                (place[0].as_i64().expect("a top"), place[1].as_i64().expect("a left edge"))
            })
            .collect();
        assert!(
            places.is_sorted(),
            "read by row at {width} px the results are out of order: {places:?}"
        );
    }
}

fn orders_are_those_of_the_contract(page: &Page) {
    page.open("/");
    let options = page.sort_by().role("option").names();
    assert_eq!(options, ["Relevance", "Original order", "Title", "Longest", "Shortest"]);
    assert_eq!(chosen(&page.sort_by()), "Relevance");
}

fn orders_do_as_they_say(page: &Page) {
    page.open("/");
    page.choose(&page.sort_by(), "Original order");
    page.expect_titles(&seed::titles());

    page.choose(&page.sort_by(), "Title");
    page.expect_path("/?sort=title");
    page.expect_titles(&BY_TITLE);

    let mut by_length: Vec<usize> = (0..ARTICLES.len()).collect();
    by_length.sort_by_key(|article| std::cmp::Reverse(seed::length(*article)));
    let articles =
        |order: &[usize]| order.iter().map(|article| ARTICLES[*article].0).collect::<Vec<_>>();
    let teasers = TEASERS.map(|(title, ..)| title).to_vec();
    page.choose(&page.sort_by(), "Longest");
    page.expect_titles(&[articles(&by_length), teasers.clone()].concat());

    by_length.reverse();
    page.choose(&page.sort_by(), "Shortest");
    page.expect_titles(&[teasers, articles(&by_length)].concat());

    page.search("pentagon");
    page.choose(&page.sort_by(), "Original order");
    page.expect_titles(&seed::holding("pentagon"));
}

/// As a dictionary has them, by letters and digits whatever their case and the punctuation between them; word by word or
/// letter by letter makes no difference here.
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
