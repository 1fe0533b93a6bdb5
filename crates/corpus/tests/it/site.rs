//! `site.toml`: its settings, and the error for each mistake.

use cuttings_corpus::{Site, is_day, parse_site};
use cuttings_diagnostics::{Severity, SourceFile};

/// Returns the settings and the errors.
fn parse(text: &str) -> (Site, Vec<String>) {
    let (site, diagnostics) = parse_site(SourceFile { name: "site.toml", bytes: text.as_bytes() });
    assert!(diagnostics.iter().all(|diagnostic| diagnostic.severity == Severity::Error));
    (site, diagnostics.iter().map(ToString::to_string).collect())
}

#[test]
fn every_setting_is_read() {
    let (site, errors) = parse(
        "title = \"Harbour Papers\"\ndescription = \"On sand.\"\nbase_url = \"https://example.org/papers\"\n\
         language = \"en-GB\"\ndate = 2026-11-22\n[aliases]\n\"Kiev\" = \"Kyiv\"\n\"DPRK\" = \"North Korea\"\nburma = \"Myanmar\"\n\
         [names]\npeople = [\"Ada Okonkwo\", \" Ines Ávila \"]\nplaces = [\"Sand Point\"]\n\
         organisations = [\"Harbour Board\"]\nweapons = [\"Long Tom\"]\nnever = [\"Harbour Light\"]\n",
    );
    assert_eq!(errors, [""; 0]);
    assert_eq!(site.title, "Harbour Papers");
    assert_eq!(site.base_url.as_deref(), Some("https://example.org/papers/"));
    assert_eq!(site.language, "en-GB");
    assert_eq!(site.date.as_deref(), Some("2026-11-22"));
    let aliases: Vec<_> =
        site.aliases.iter().map(|a| (a.alias.as_str(), a.name.as_str())).collect();
    assert_eq!(aliases, [("Kiev", "Kyiv"), ("DPRK", "North Korea"), ("burma", "Myanmar")]);
    assert_eq!(site.names.people, ["Ada Okonkwo", "Ines Ávila"]);
    assert_eq!(site.names.places, ["Sand Point"]);
    assert_eq!(site.names.organisations, ["Harbour Board"]);
    assert_eq!(site.names.weapons, ["Long Tom"]);
    assert_eq!(site.names.never, ["Harbour Light"]);
}

#[test]
fn an_empty_file_gives_the_defaults() {
    assert_eq!(parse(""), (Site::default(), vec![]));
}

#[test]
fn a_site_without_languages_offers_all() {
    let check = |text, expected: Option<&[&str]>| {
        let (site, errors) = parse(text);
        assert_eq!(errors, [""; 0]);
        let owned = |tags: &[&str]| tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>();
        assert_eq!(site.interface_languages, expected.map(owned), "{text}");
    };
    check("", None);
    check("language = \"en\"", Some(&[]));
    check("interface_languages = [\"de\", \"pt-BR\"]", Some(&["de", "pt-BR"]));
    check("language = \"de\"\ninterface_languages = [\"en\"]", Some(&["en"]));
    check("interface_languages = []", Some(&[]));
}

#[test]
fn every_mistake_is_an_error_with_a_remedy() {
    for (text, expected) in [
        ("tilte = \"A\"", "There is no setting “tilte”. Did you mean title?"),
        ("\nxyz = 1", "There is no setting “xyz”. The known settings are"),
        ("title = 3", "title must be text in quotes, not integer."),
        ("title = \" \"", "title is empty."),
        ("title = A", "This is not TOML"),
        ("base_url = \"example.org\"", "does not begin with https:// or http://"),
        ("base_url = \"https://\"", "has no host"),
        ("base_url = \"https://a b/\"", "contains a character that is not allowed in a URL"),
        ("base_url = \"https://a/?q=1\"", "contains a query or fragment"),
        ("base_url = \"https://me@a/\"", "contains a user name"),
        ("precompress = \"true\"", "precompress must be true or false without quotes, not string."),
        ("precompress = 1", "precompress must be true or false without quotes, not integer."),
        ("pages = \"5000\"", "pages must be a whole number like 5000, without quotes."),
        ("pages = -1", "pages must be a whole number like 5000, without quotes."),
        ("pages = 0.5", "pages must be a whole number like 5000, without quotes."),
        ("page = 5000", "Did you mean pages?"),
        ("precompres = true", "Did you mean precompress?"),
        ("language = \"english language\"", "is not a language tag"),
        ("interface_languages = [\"de\", \"all of them\"]", "“all of them” is not a language tag"),
        ("interface_languages = \"de\"", "interface_languages must be a list"),
        ("interface_language = [\"de\"]", "Did you mean interface_languages?"),
        ("date = 2026", "date must be text in quotes, not integer."),
        ("date = \"2026-02-30\"", "date “2026-02-30” is not a day. Write one like 2026-11-22."),
        ("date = 2026-11-22T12:00:00Z", "is not a day"),
        ("dates = \"2026-11-22\"", "Did you mean date?"),
        ("aliases = \"Kiev\"", "aliases must be a table"),
        ("[aliases]\nKiev = 1", "The alias “Kiev” must be text in quotes"),
        ("[aliases]\nKiev = \"Kiev\"", "is an alias of itself"),
        ("[aliases]\nA = \"B\"\nB = \"C\"", "“A” stands for “B”, which itself stands for “C”"),
        ("[aliases]\nA = \"B\"\nB = \"A\"", "Name the last one"),
        ("names = 1", "names must be a table"),
        ("[names]\npeople = \"Ada\"", "people must be a list of names"),
        ("[names]\npeople = [1]", "people must be text in quotes"),
        ("[names]\npeopel = []", "There is no setting “peopel”. Did you mean people?"),
        ("title = \"A\"\ntitle = \"B\"", "This is not TOML: duplicate key"),
    ] {
        let (_, errors) = parse(text);
        assert!(errors.iter().any(|error| error.contains(expected)), "{text}: {errors:?}");
    }
}

#[test]
fn an_error_names_its_line() {
    let (_, errors) = parse("\n\nxyz = 1");
    assert!(errors[0].starts_with("site.toml:3: error: "), "{errors:?}");
}

#[test]
fn a_file_that_is_not_utf_8_is_an_error() {
    let (site, diagnostics) =
        parse_site(SourceFile { name: "site.toml", bytes: b"title = \"\xff\"" });
    assert_eq!(site, Site::default());
    assert_eq!(diagnostics.len(), 1);
    assert_eq!(diagnostics[0].severity, Severity::Error);
}

proptest::proptest! {
    #[test]
    fn arbitrary_text_is_parsed(text in "[-a-z_=\"\\[\\].{}\n 0-9#']{0,120}") {
        parse(&text);
    }
}

#[test]
fn only_days_of_the_calendar_are_days() {
    for (text, expected) in [
        ("2024-05-16", true),
        ("2024-02-29", true),
        ("2000-02-29", true),
        ("2023-02-29", false),
        ("1900-02-29", false),
        ("2024-04-31", false),
        ("2024-13-01", false),
        ("2024-00-10", false),
        ("2024-10-00", false),
        ("2024-5-16", false),
        ("16-05-2024", false),
        ("2024-05-16-1", false),
        ("2024-05-16T00:00:00Z", false),
        ("", false),
        ("２０２４-05-16", false),
    ] {
        assert_eq!(is_day(text), expected, "{text}");
    }
}
