//! Made-up collections: what has to be one story, and what must not be.

use crate::{document, groups, stories_of};
use cuttings_stories::Document;

/// Checks the stories of documents. Others, about unrelated things, surround them.
#[track_caller]
fn check(documents: &[Document], expected: &[&[usize]]) {
    let mut all = documents.to_vec();
    all.extend(others());
    let found = groups(&stories_of(&all));
    let expected = expected.iter().map(|group| group.to_vec()).collect();
    assert_eq!(found, expected);
}

/// Articles of which no two tell the same story.
fn others() -> Vec<Document> {
    let texts = [
        (
            "Museum opens a wing for glass",
            "The city museum opened a wing for blown glass. Its curator collected vases from Murano for ten years.",
        ),
        (
            "Marathon runner breaks record",
            "Abel Tesfaye ran the marathon of Rotterdam in two hours and two minutes. Rain fell during the last mile.",
        ),
        (
            "Farmers plant earlier",
            "Wheat farmers in Kansas planted in March because the soil was warm. Seed merchants ran out of stock.",
        ),
        (
            "Library extends its hours",
            "The public library will open on Sundays. Students had asked for it in a petition with many signatures.",
        ),
        (
            "Bridge closes for repairs",
            "Engineers found cracks in the old bridge over the Severn. Traffic takes a detour through Chepstow.",
        ),
        (
            "Beekeepers count their hives",
            "Hives in Slovenia survived the winter well. The association of beekeepers counted every colony.",
        ),
    ];
    let day = |number: usize| Some(number as i32 + 1);
    texts.iter().enumerate().map(|(at, (title, text))| document(day(at), title, text)).collect()
}

#[test]
fn updates_of_an_event_are_one_story() {
    check(
        &[
            document(
                3,
                "Ferry with 40 aboard sinks off Lagos",
                "A ferry with 40 people aboard sank off Lagos early on Monday, the coast guard said. Twelve passengers were rescued by fishing boats near Tarkwa Bay.",
            ),
            document(
                3,
                "UPDATE 1 - Lagos ferry sinks, 12 rescued",
                "A ferry with 40 people aboard sank off Lagos on Monday and twelve passengers were rescued, the coast guard said. Fishing boats near Tarkwa Bay took part in the search. The operator, Bright Waters, declined to comment.",
            ),
            document(
                4,
                "Divers search for victims of Lagos ferry",
                "Divers searched for passengers of the ferry that sank off Lagos with 40 people aboard. The coast guard said the boat of Bright Waters had no licence. Twelve passengers were rescued near Tarkwa Bay on Monday.",
            ),
        ],
        &[&[0, 1, 2]],
    );
}

#[test]
fn a_headline_and_its_article_are_one_story() {
    check(
        &[
            document(1, "HARWOOD MINING TO CLOSE KALGOORLIE SMELTER, CUT 900 JOBS", ""),
            document(
                1,
                "HARWOOD TO CLOSE SMELTER",
                "Harwood Mining said it will close its Kalgoorlie smelter in June and cut 900 jobs. The smelter lost money because of low nickel prices.",
            ),
        ],
        &[&[0, 1]],
    );
}

#[test]
fn a_corrected_article_is_one_story_with_the_first() {
    check(
        &[
            document(
                1,
                "Okello Foods raises dividend",
                "Okello Foods raised its dividend to 34 shillings a share from 30. The company sells maize flour in Uganda and Kenya. Its chairman Grace Okello said that demand was strong.",
            ),
            document(
                1,
                "CORRECTED - Okello Foods raises dividend",
                "Okello Foods raised its dividend to 36 shillings a share from 30, correcting the amount. The company sells maize flour in Uganda and Kenya. Its chairman Grace Okello said that demand was strong.",
            ),
        ],
        &[&[0, 1]],
    );
}

#[test]
fn a_reprint_is_one_story_at_any_time() {
    let text = "The lighthouse keeper of Skarvøy has left the island after forty-one years.
        Ingrid Halvorsen was the last keeper on the coast of Helgeland. She read the barometer at six every morning and wrote the pressure into a book.
        The books fill two shelves. Meteorologists in Bergen want to scan them, because no other station has measured without a gap for so long.
        The light itself is automatic since 1987. Halvorsen stayed because someone had to feed the sheep.";
    check(
        &[
            document(10, "The last keeper", text),
            document(400, "The last keeper of Skarvøy leaves", text),
        ],
        &[&[0, 1]],
    );
}

/// Earnings reports of other companies, in the words of a news agency.
fn earnings() -> Vec<Document> {
    let companies =
        ["ALDEN", "BREWSTER", "CORVALLIS", "DRUMMOND", "EASTHAM", "FAIRWAY", "GARDINER"];
    let report = |(at, company): (usize, &&str)| {
        let at = at as i32;
        document(
            at % 3,
            &format!("{company} CORP 4TH QTR NET"),
            &format!(
                "Shr {} cts vs {} cts
                Net {},{:03}00 vs {},{:03}00
                Revs {}.{} mln vs {}.{} mln
                Year
                Shr {}.{:02} dlrs vs {}.{:02} dlrs",
                11 + at,
                31 - 2 * at,
                2 + at,
                117 + 37 * at,
                1 + at,
                205 + 41 * at,
                14 + 3 * at,
                at,
                11 + 2 * at,
                9 - at,
                1 + at / 3,
                12 + 7 * at,
                1 + at / 4,
                3 + 9 * at,
            ),
        )
    };
    companies.iter().enumerate().map(report).collect()
}

#[test]
fn earnings_of_different_companies_are_different_stories() {
    check(&earnings(), &[]);
}

#[test]
fn earnings_that_are_reported_twice_are_one_story() {
    let mut reports = earnings();
    let again = "Shr 13 cts vs 27 cts
        Net 4,19100 vs 3,28700
        Revs 20.2 mln vs 15.7 mln
        Year
        Shr 1.26 dlrs vs 1.21 dlrs
        NOTE: Full name is Corvallis Timber Corp";
    reports.push(document(2, "CORVALLIS CORP 4TH QTR NET", again));
    check(&reports, &[&[2, 7]]);
}

#[test]
fn a_weekly_series_is_no_story() {
    let week = |week: i32| {
        let stocks = 210 + 17 * week;
        document(
            7 * week,
            "Crude oil stocks of Norland in the week",
            &format!(
                "Stocks of crude oil in Norland were {stocks}.{} million barrels in the week, the energy agency said.
                That compares with {}.{} million in the week before.
                Stocks of petrol were {}.{} million barrels.",
                week, stocks - 4, (week + 3) % 10, 80 + 3 * week, (week * 7) % 10,
            ),
        )
    };
    check(&(1..9).map(week).collect::<Vec<_>>(), &[]);
}

#[test]
fn other_events_of_one_company_are_different_stories() {
    check(
        &[
            document(
                1,
                "Tonkin raises dividend",
                "Tonkin Corp raised its quarterly dividend to two cents a share from 1.7 cents, payable on March 26.",
            ),
            document(
                3,
                "Tonkin expands in Australia",
                "Tonkin Corp agreed to distribute the toys of Bandai in Australia and New Zealand, and to buy the business of a wholesaler in Sydney.",
            ),
            document(
                5,
                "Tonkin names finance chief",
                "Tonkin Corp named Laura Pell as its chief financial officer. She comes from a maker of bicycles in Leeds.",
            ),
        ],
        &[],
    );
}

#[test]
fn stories_of_other_languages_are_found() {
    check(
        &[
            document(
                1,
                "Fähre vor Rügen gesunken",
                "Vor der Küste von Rügen ist am Montag eine Fähre mit vierzig Menschen an Bord gesunken. Zwölf Fahrgäste wurden von Fischern aus Sassnitz gerettet, teilte die Wasserschutzpolizei mit.",
            ),
            document(
                2,
                "Suche nach Vermissten der Fähre vor Rügen",
                "Nach dem Untergang der Fähre vor Rügen suchen Taucher nach Vermissten. Zwölf Fahrgäste wurden am Montag von Fischern aus Sassnitz gerettet. An Bord waren vierzig Menschen, teilte die Wasserschutzpolizei mit.",
            ),
            document(
                1,
                "新幹線が地震で停止",
                "月曜日の朝、東北地方で強い地震があり、東北新幹線は仙台と盛岡の間で運転を停止した。乗客にけがはなかったとJR東日本が発表した。",
            ),
            document(
                1,
                "東北新幹線、地震で運転停止",
                "東北地方で月曜日の朝に強い地震があり、東北新幹線が仙台と盛岡の間で運転を停止した。JR東日本によると、乗客にけがはなかった。午後に再開する見込み。",
            ),
            document(
                2,
                "東京で桜が満開",
                "東京の上野公園では桜が満開になり、週末は多くの花見客でにぎわった。気象庁は平年より五日早いと発表した。",
            ),
        ],
        &[&[0, 1], &[2, 3]],
    );
}

#[test]
fn a_story_is_in_the_order_of_its_days() {
    let text = "The council of Ashby voted to keep the swimming pool in Mill Lane, which the mayor had wanted to close. More than three hundred people came to the meeting in the town hall and brought towels.";
    let documents = [
        document(9, "Ashby keeps its pool", text),
        document(None, "Ashby keeps its pool", text),
        document(8, "Ashby keeps its pool", text),
    ];
    assert_eq!(stories_of(&documents).documents, [[2, 0, 1]]);
}
