//! The contents of the seed in `seeds/`, written down for the tests. No code of the project parses
//! it here, so tests compare the page with the text and not with itself.

use std::sync::OnceLock;

const TEXT: &str = include_str!("../../seeds/000_3207367889ee2696.txt");

/// The section of the nine articles.
pub(crate) const WAR: &str = "Russia-Ukraine War";

/// The nine articles in seed order: title, slug and headings.
pub(crate) const ARTICLES: [(&str, &str, &[&str]); 9] = [
    (
        "Russia Launches Third Ballistic Missile Attack on Kyiv",
        "russia-launches-third-ballistic-missile-attack-on-kyiv",
        &[],
    ),
    (
        "Russia Claims Gains in Donetsk as Ukraine Faces Intensified Assaults",
        "russia-claims-gains-in-donetsk-as-ukraine-faces-intensified-assaults",
        &[],
    ),
    (
        "Russia’s Deployment of Advanced Missile in Dnipro Attack Raises Strategic Concerns",
        "russias-deployment-of-advanced-missile-in-dnipro-attack-raises-strategic",
        &[
            "A Strategic Signal",
            "Western Reactions",
            "The Dnipro Strike",
            "Nuclear Signaling or Practical Deployment?",
            "Strategic Ambiguity as a Tool",
        ],
    ),
    (
        "UK’s Starmer, France’s Macron to Address Ukraine Aid Concerns in Post-Trump Landscape",
        "uks-starmer-frances-macron-to-address-ukraine-aid-concerns-in-post-trump",
        &[
            "A Unified European Front",
            "Armistice Day Symbolism and Broader EU Relations",
            "Europe’s Shifting Security Calculus",
        ],
    ),
    (
        "Russia and North Korea Formalize Mutual Defense Pact",
        "russia-and-north-korea-formalize-mutual-defense-pact",
        &[],
    ),
    (
        "What Trump’s Return Could Mean for NATO and European Security",
        "what-trumps-return-could-mean-for-nato-and-european-security",
        &[
            "A Strained Alliance",
            "European Support for Ukraine",
            "Economic Headwinds and Trade Tensions",
            "What Europe Can Do",
        ],
    ),
    (
        "Ukraine Reports Downing 48 Russian Drones",
        "ukraine-reports-downing-48-russian-drones",
        &["Growing Presence of North Korean Troops in Russia"],
    ),
    (
        "US: 8,000 N. Korean Troops Expected to Join Ukraine Fight in Coming Days",
        "us-8000-n-korean-troops-expected-to-join-ukraine-fight-in-coming-days",
        &[],
    ),
    (
        "North Korea Sends 10,000 Troops to Russia: Pentagon",
        "north-korea-sends-10000-troops-to-russia-pentagon",
        &[],
    ),
];

/// The standfirst of the first article. The others have none.
pub(crate) const STANDFIRST: &str =
    "Ukrainian Air Defenses Intercept Most Missiles, Limited Damage Reported";

/// The eight teasers in seed order: title, section and age.
pub(crate) const TEASERS: [(&str, &str, &str); 8] = [
    (
        "U.S.-China Rivalry in a Modern Twist on 19th-Century Geopolitics",
        "Modern Warfare",
        "2 months ago",
    ),
    (
        "From the Streets of Ethiopia to the US Super League: Loza Abera’s Journey to Football Glory",
        "Inspiration",
        "2 months ago",
    ),
    (
        "Khadija Omar: Breaking Barriers as First Hijabi Miss Universe Contestant for Somalia",
        "Top stories",
        "2 months ago",
    ),
    (
        "Norway Arrests Cameroonian Separatist Leader Lucas Cho Ayaba for Crimes Against Humanity",
        "Top stories",
        "2 months ago",
    ),
    (
        "UN: Stronger Actions Needed to Curb Escalating Gang Violence in Haiti",
        "Top stories",
        "2 months ago",
    ),
    (
        "Israel’s Complex Battle Across Multiple Fronts Since October 7",
        "Middle East",
        "2 months ago",
    ),
    ("Russia’s Ambassador to the U.S. Ends Term at Time of Turmoil", "Diplomacy", "2 months ago"),
    (
        "US Voting Systems, Targets of Conspiracy Theories, get Tested for Accuracy, Security",
        "Election 2024",
        "1 month ago",
    ),
];

/// Returns all seventeen titles in seed order.
pub(crate) fn titles() -> Vec<&'static str> {
    let articles = ARTICLES.iter().map(|(title, ..)| *title);
    articles.chain(TEASERS.iter().map(|(title, ..)| *title)).collect()
}

/// Returns the headings and paragraphs of each article, in seed order.
pub(crate) fn bodies() -> &'static [Vec<&'static str>] {
    static BODIES: OnceLock<Vec<Vec<&'static str>>> = OnceLock::new();
    BODIES.get_or_init(|| {
        let lines: Vec<&str> = TEXT.lines().collect();
        ARTICLES
            .iter()
            .map(|(title, ..)| {
                let at =
                    lines.iter().position(|line| line == title).expect("the title is in the seed");
                let body =
                    lines.iter().skip(at + 1).take_while(|line| **line != WAR && **line != "-");
                body.copied().filter(|line| *line != STANDFIRST).collect()
            })
            .collect()
    })
}

/// Counts the words of an article below its title, by its index in [`ARTICLES`].
pub(crate) fn word_count(article: usize) -> usize {
    let standfirst = if article == 0 { STANDFIRST } else { "" };
    let blocks = bodies()[article].iter().copied().chain([standfirst]);
    blocks.map(|block| block.split_whitespace().count()).sum()
}

/// Returns the titles of the items that contain every word of a query, in seed order. The last word
/// may be a prefix. Sections are not searched, so no query may contain a word of one.
pub(crate) fn matching(query: &str) -> Vec<&'static str> {
    let wanted = words(query);
    let Some((last, others)) = wanted.split_last() else { return titles() };
    let matches = |text: &str| {
        let words = words(text);
        words.iter().any(|word| word.starts_with(last.as_str()))
            && others.iter().all(|word| words.contains(word))
    };
    let articles = ARTICLES.iter().zip(bodies()).enumerate().map(|(nth, ((title, ..), body))| {
        let standfirst = if nth == 0 { STANDFIRST } else { "" };
        (*title, format!("{title} {standfirst} {}", body.join(" ")))
    });
    let teasers = TEASERS.iter().map(|(title, ..)| (*title, (*title).to_owned()));
    articles.chain(teasers).filter(|(_, text)| matches(text)).map(|(title, _)| title).collect()
}

/// Splits a text into lower-case words. The seed has only one letter with an accent, which is
/// removed.
fn words(text: &str) -> Vec<String> {
    let plain = text.to_lowercase().replace('å', "a");
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
