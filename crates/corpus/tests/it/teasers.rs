//! Teasers: lines in which a section is glued to an age, and the split between the two.

use crate::script::parse_listing;

/// Parses teasers with the given lines and returns the section and age of the first.
fn split(lines: &[&str]) -> Option<(String, String)> {
    let text: String = lines
        .iter()
        .enumerate()
        .map(|(n, line)| format!("-\n{line}\nThe {n}th Headline of Them All\n"))
        .collect();
    let corpus = parse_listing(&text);
    corpus.teasers.first().map(|t| (t.section.clone(), t.age.clone()))
}

#[track_caller]
fn check(line: &str, section: &str, age: &str) {
    assert_eq!(split(&[line]), Some((section.to_owned(), age.to_owned())), "{line}");
}

#[test]
fn every_unit_is_known() {
    check("Coast5 minutes ago", "Coast", "5 minutes ago");
    check("Coast1 hour ago", "Coast", "1 hour ago");
    check("Coast23 hours ago", "Coast", "23 hours ago");
    check("Coast6 days ago", "Coast", "6 days ago");
    check("Coast3 weeks ago", "Coast", "3 weeks ago");
    check("Coast11 months ago", "Coast", "11 months ago");
    check("Coast12 years ago", "Coast", "12 years ago");
    check("Coast2 mos ago", "Coast", "2 mos ago");
    check("Coast2 mo. ago", "Coast", "2 mo. ago");
    check("Coast3h ago", "Coast", "3h ago");
    check("Coast10 MINS AGO", "Coast", "10 MINS AGO");
}

#[test]
fn counts_may_be_words_or_missing() {
    check("Worldan hour ago", "World", "an hour ago");
    check("Coasta month ago", "Coast", "a month ago");
    check("Coasta few seconds ago", "Coast", "a few seconds ago");
    check("CoastTwo days ago", "Coast", "Two days ago");
    check("CoastYesterday", "Coast", "Yesterday");
    check("Middle EastJust now", "Middle East", "Just now");
    check("CoastToday", "Coast", "Today");
    check("CoastLast week", "Coast", "Last week");
}

#[test]
fn a_date_may_stand_for_the_age() {
    check("CoastMay 16, 2024", "Coast", "May 16, 2024");
    check("Top stories16 May 2024", "Top stories", "16 May 2024");
    check("Coast2024-05-16", "Coast", "2024-05-16");
    check("CoastSept. 3", "Coast", "Sept. 3");
    check("Election 20243 May 2024", "Election 2024", "3 May 2024");
    check("CoastThursday, May 16", "Coast", "Thursday, May 16");
}

#[test]
fn a_space_dot_dash_or_bar_may_separate_section_and_age() {
    check("Coast 2 months ago", "Coast", "2 months ago");
    check("Coast · 2 months ago", "Coast", "2 months ago");
    check("Coast - Yesterday", "Coast", "Yesterday");
    check("Coast | May 16, 2024", "Coast", "May 16, 2024");
}

#[test]
fn digits_that_run_together_are_split() {
    check("Election 20241 month ago", "Election 2024", "1 month ago");
    check("Election 20242 months ago", "Election 2024", "2 months ago");
    check("Election 202411 months ago", "Election 2024", "11 months ago");
    check("Top 102 months ago", "Top 10", "2 months ago");
    check("Top 1012 hours ago", "Top 10", "12 hours ago");
    check("G202 hours ago", "G20", "2 hours ago");
    check("G712 hours ago", "G7", "12 hours ago");
    check("Covid-193 days ago", "Covid-19", "3 days ago");
    check("Web32 days ago", "Web3", "2 days ago");
    check("Formula 12 hours ago", "Formula 1", "2 hours ago");
    check("World45 days ago", "World", "45 days ago");
    check("World100 days ago", "World", "100 days ago");
    check("Agenda 20301 year ago", "Agenda 2030", "1 year ago");
}

#[test]
fn the_rest_of_the_file_settles_an_ambiguous_split() {
    // A file that puts a space before its ages.
    let spaced = ["Formula 12 hours ago", "Coast 2 hours ago", "World 5 days ago"];
    assert_eq!(split(&spaced), Some(("Formula".to_owned(), "12 hours ago".to_owned())));
    // A section that is a label elsewhere in the file.
    let text = "Area 51\nDredging Vote Put Off Again as Channel Fills With Sand\nIt rained for most of the day.\n\
                -\nArea 512 hours ago\nA Headline\n";
    assert_eq!(parse_listing(text).teasers[0].section, "Area 51");
}

#[test]
fn ages_may_be_in_other_languages() {
    check("Mundohace 2 meses", "Mundo", "hace 2 meses");
    check("Mondeil y a 3 jours", "Monde", "il y a 3 jours");
    check("Weltvor 2 Monaten", "Welt", "vor 2 Monaten");
    check("Mondo2 mesi fa", "Mondo", "2 mesi fa");
    check("Мир2 месяца назад", "Мир", "2 месяца назад");
    check("国际2个月前", "国际", "2个月前");
    check("経済3時間前", "経済", "3時間前");
    check("세계2시간 전", "세계", "2시간 전");
    check("Dünya2 ay önce", "Dünya", "2 ay önce");
    check("عالممنذ 3 أيام", "عالم", "منذ 3 أيام");
    check("दुनिया2 महीने पहले", "दुनिया", "2 महीने पहले");
}

#[test]
fn marks_and_lines_may_vary() {
    for text in [
        "–\nCoast2 months ago\nA Headline of Some Length\n",
        "•\nCoast2 months ago\nA Headline of Some Length\n",
        "- Coast2 months ago\nA Headline of Some Length\n",
        "-\nCoast\n2 months ago\nA Headline of Some Length\n",
        "Coast2 months ago\nA Headline of Some Length\n",
    ] {
        let corpus = parse_listing(text);
        let [teaser] = &corpus.teasers[..] else { panic!("{text:?}: {corpus:#?}") };
        assert_eq!((&*teaser.section, &*teaser.age), ("Coast", "2 months ago"), "{text:?}");
        assert_eq!(teaser.title, "A Headline of Some Length");
    }
}

#[test]
fn a_teaser_may_have_any_headline() {
    for title in [
        "Short",
        "Who Pays for the Sand?",
        "It rained. Then it stopped.",
        "“Enough,” She Said",
        "Report: 3.5 Metres Is Enough, and More Than a Hundred Words Would Not Have Made It Any Clearer to the Board",
        "2 months ago today",
        "World",
    ] {
        let corpus = parse_listing(&format!(
            "-\nCoast2 months ago\n{title}\n-\nWorld1 day ago\nAnother Headline\n"
        ));
        assert_eq!(corpus.teasers.len(), 2, "{title}");
        assert_eq!(corpus.teasers[0].title, title);
    }
}

#[test]
fn ages_in_bodies_make_no_teasers() {
    let text = "Coast\nDredging Vote Put Off Again as Channel Fills With Sand\n\
                It all began, the oldest of the net menders says, 2 months ago\n\
                The board met again, and nothing came of it but a promise to meet once more in June.\n\
                - The last meeting was held 2 months ago\n\
                The board met again, and nothing came of it but a promise to meet once more in June.\n";
    let corpus = parse_listing(text);
    assert_eq!(corpus.teasers, []);
    assert_eq!(corpus.articles.len(), 1);
}
