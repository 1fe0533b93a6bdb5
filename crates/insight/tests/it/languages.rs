//! Names in other languages than English: those of lists, and no wrong ones.

use super::paragraph;
use cuttings_insight::{Document, Entity, Kind, Language, Settings, names};

#[track_caller]
fn check(tag: &str, text: &str, expected: &[(&str, Kind)]) {
    let document = Document { language: Language::from_tag(tag), ..paragraph(text) };
    let names = names(&[document], &Settings::default());
    let mut found: Vec<(&str, Kind)> =
        names.entities.iter().map(|entity| (entity.name.as_str(), entity.kind)).collect();
    found.sort_unstable_by_key(|(name, _)| text.find(name));
    assert_eq!(found, expected, "{text}");
}

#[test]
fn nouns_with_capitals_are_no_names() {
    let text = "Die Ministerin Anna Schmidt sprach in Paris über die Reform der Steuern und den Rat. \
                Der Café-Besitzer am Kai lobte das Essen, und Schmidt schwieg.";
    check("de-AT", text, &[("Anna Schmidt", Kind::Person), ("Paris", Kind::Place)]);
    let text = "Im Rathaus von Berlin sitzt der Bürgermeister vor einer Karte von Chile.";
    check("de", text, &[("Berlin", Kind::Place), ("Chile", Kind::Place)]);
}

#[test]
fn given_names_begin_names_where_nouns_have_no_capitals() {
    let text = "Hier, le ministre Pierre Dufour a visité Madrid avec Marie Lemoine.";
    let [pierre, marie] = ["Pierre Dufour", "Marie Lemoine"].map(|name| (name, Kind::Person));
    check("fr", text, &[pierre, ("Madrid", Kind::Place), marie]);
}

#[test]
fn articles_are_no_given_names() {
    check("de", "Der Post ging es gut. Den Berg sah niemand.", &[]);
    check("es", "Ayer ganó El Campo. La Rosa cerró.", &[]);
}

#[test]
fn first_words_of_sentences_have_capitals_anyway() {
    check("fi", "Oman talon ostaminen kallistui. Man ei tiedetä.", &[]);
    check("fr", "Son Altesse arrive. Nice ou laide, la ville attend.", &[]);
}

/// Checks the places of a text, which it mentions in the order of `expected`.
#[track_caller]
fn check_places(tag: &str, text: &str, expected: &[&str]) {
    let places: Vec<(&str, Kind)> = expected.iter().map(|name| (*name, Kind::Place)).collect();
    check(tag, text, &places);
}

#[test]
fn places_have_the_names_of_the_language() {
    check_places(
        "de",
        "Der Zug fährt von Warschau über Prag und Mailand nach New York, dann in die Schweiz.",
        &["Warschau", "Prag", "Mailand", "New York", "Schweiz"],
    );
    check_places(
        "fr",
        "Le train va de Varsovie à Londres, puis aux États-Unis, en Arabie saoudite et à La Haye.",
        &["Varsovie", "Londres", "États-Unis", "Arabie saoudite", "La Haye"],
    );
    check_places(
        "es",
        "El tren va de Varsovia a Londres, y de allí a Nueva York, Ciudad de México y Moscú.",
        &["Varsovia", "Londres", "Nueva York", "Ciudad de México", "Moscú"],
    );
    check_places(
        "it",
        "Il treno va da Varsavia a Monaco di Baviera e poi nei Paesi Bassi e in Svizzera.",
        &["Varsavia", "Monaco di Baviera", "Paesi Bassi", "Svizzera"],
    );
    check_places(
        "nl",
        "De trein rijdt via Londen en Parijs naar Moskou.",
        &["Londen", "Parijs", "Moskou"],
    );
    check_places(
        "pl",
        "Pociąg do miasta Londyn jedzie przez Kijów i Niemcy.",
        &["Londyn", "Kijów", "Niemcy"],
    );
    check_places(
        "pt",
        "O comboio vai de Varsóvia a Moscou e a Nova Iorque.",
        &["Varsóvia", "Moscou", "Nova Iorque"],
    );
    check_places("uk", "Потяг Київ — Варшава зупинився, далі Москва.", &["Варшава", "Москва"]);
    check_places(
        "ru",
        "Поезд идёт в город Лондон, а потом в Париж и США.",
        &["Лондон", "Париж", "США"],
    );
    check_places(
        "sv",
        "Tåget går från Köpenhamn till Moskva och Tyskland.",
        &["Köpenhamn", "Moskva", "Tyskland"],
    );
    check_places(
        "no",
        "Toget går fra København til Tyskland og Hellas.",
        &["København", "Tyskland", "Hellas"],
    );
    check_places(
        "fi",
        "Juna kulkee reittiä Tukholma, Lontoo ja Saksa.",
        &["Tukholma", "Lontoo", "Saksa"],
    );
}

#[test]
fn apostrophes_join_places_and_other_words() {
    check_places(
        "fr",
        "Hier, l’Allemagne et l'Ukraine ont quitté la Côte d’Ivoire ; l’homme d’Alger est resté.",
        &["Allemagne", "Ukraine", "Côte d’Ivoire", "Alger"],
    );
    check_places("fr", "L’Espagne attend.", &["Espagne"]);
    check_places("it", "Il ministro dell’Ucraina parla con l'Austria.", &["Ucraina", "Austria"]);
    check_places("tr", "Tren yarın Varşova'dan kalkıp Paris’te duracak.", &["Varşova", "Paris"]);
}

#[test]
fn words_and_parts_of_names_are_no_places() {
    // Christmas, a grenade, given names, and the names of other languages.
    check_places("es", "La cena de Navidad es con Mauricio y en Granada no hay nadie.", &[]);
    check_places("fr", "La Grenade de Maurice appartient à Dominique, dit-on.", &[]);
    check_places("de", "Die Halle in Essen zeigt Tours und eine Nizza-Reise.", &[]);
    check_places("es", "El viaje a Warschau fue largo.", &[]);
    check_places("en", "The train from Varsovie was late.", &[]);
    // The first word of a sentence, and part of a longer name.
    check_places("es", "Roma no paga. Praga tampoco.", &[]);
    check_places("es", "El hotel Londres Palacio cerró.", &[]);
    // In small letters.
    check_places("pl", "to są niemcy i londyn", &[]);
}

#[track_caller]
fn check_linked(texts: &[(&str, &str)], aliases: &[&str], expected: &[(&str, u32)]) {
    let documents: Vec<Document<'_>> = texts
        .iter()
        .map(|(tag, text)| Document { language: Language::from_tag(tag), ..paragraph(text) })
        .collect();
    let aliases = aliases.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let settings = Settings { aliases: vec![aliases], ..Settings::default() };
    let names = names(&documents, &settings);
    let found: Vec<(&str, u32)> = names
        .entities
        .iter()
        .map(|Entity { name, mentions, .. }| (name.as_str(), *mentions))
        .collect();
    assert_eq!(found, expected, "{texts:?}");
}

#[test]
fn a_place_is_one_entity_in_all_languages() {
    let (english, german) = ("He went to Warsaw.", "Er fuhr nach Warschau.");
    let french = "Il est allé à Varsovie.";
    check_linked(&[("en", english), ("de", german), ("en", english)], &[], &[("Warsaw", 3)]);
    check_linked(&[("en", english), ("de", german), ("de", german)], &[], &[("Warschau", 3)]);
    check_linked(
        &[("fr", french), ("de", german), ("fr", french), ("en", english)],
        &[],
        &[("Varsovie", 4)],
    );
    check_linked(&[("de", german), ("fr", french)], &["Warsaw", "Varsovie"], &[("Warsaw", 2)]);
}

#[test]
fn texts_decide_between_english_and_other_names() {
    let english = "He went to Kiev and to the United States.";
    let german = "Er fuhr nach Kiew und in die Vereinigten Staaten.";
    let spanish = "Fue a Kiev y a los Estados Unidos.";
    check_linked(&[("en", english)], &[], &[("Kyiv", 1), ("United States", 1)]);
    check_linked(&[("en", english), ("de", german)], &[], &[("Kyiv", 2), ("United States", 1)]);
    check_linked(&[("de", german)], &[], &[("Kiew", 1)]);
    check_linked(
        &[("es", spanish), ("es", spanish), ("en", english)],
        &[],
        &[("Estados Unidos", 3), ("Kiev", 3)],
    );
}
