//! `site.toml`: what it may say, and how each mistake is told.

use cuttings_corpus::{Site, is_day, parse_site};
use cuttings_diagnostics::SourceFile;

fn read(text: &str) -> (Site, Vec<String>) {
    let (site, diagnostics) = parse_site(SourceFile { name: "site.toml", bytes: text.as_bytes() });
    (site, diagnostics.iter().map(ToString::to_string).collect())
}

#[test]
fn everything_said() {
    let (site, told) = read(
        "title = \"Harbour Papers\"\ndescription = \"On sand.\"\nbase_url = \"https://example.org/papers\"\n\
         language = \"en-GB\"\ndate = 2026-11-22\n[aliases]\n\"Kiev\" = \"Kyiv\"\n\"DPRK\" = \"North Korea\"\nburma = \"Myanmar\"\n\
         [names]\npeople = [\"Ada Okonkwo\", \" Ines Ávila \"]\nplaces = [\"Sand Point\"]\n\
         organisations = [\"Harbour Board\"]\nweapons = [\"Long Tom\"]\nnever = [\"Harbour Light\"]\n",
    );
    assert_eq!(told, [""; 0]);
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
fn nothing_said() {
    assert_eq!(read(""), (Site::default(), vec![]));
}

#[test]
fn mistakes() {
    let cases = [
        ("tilte = \"A\"", "There is no setting “tilte”. Did you mean title?"),
        ("\nxyz = 1", "There is no setting “xyz”. Known are"),
        ("title = 3", "title has to be text in quotes, not integer."),
        ("title = \" \"", "title is empty."),
        ("title = A", "This is not TOML"),
        ("base_url = \"example.org\"", "does not begin with https:// or http://"),
        ("base_url = \"https://\"", "has no host"),
        ("base_url = \"https://a b/\"", "holds a character that no address has"),
        ("base_url = \"https://a/?q=1\"", "holds a query or fragment"),
        ("base_url = \"https://me@a/\"", "holds a user name"),
        ("language = \"english language\"", "is not a language tag"),
        ("date = 2026", "date has to be text in quotes, not integer."),
        ("date = \"2026-02-30\"", "date “2026-02-30” is no day. Write one like 2026-11-22."),
        ("date = 2026-11-22T12:00:00Z", "is no day"),
        ("dates = \"2026-11-22\"", "Did you mean date?"),
        ("aliases = \"Kiev\"", "aliases has to be a table"),
        ("[aliases]\nKiev = 1", "The alias “Kiev” has to be text in quotes"),
        ("[aliases]\nKiev = \"Kiev\"", "stands for itself"),
        ("[aliases]\nA = \"B\"\nB = \"C\"", "“A” stands for “B”, which itself stands for “C”"),
        ("[aliases]\nA = \"B\"\nB = \"A\"", "Name the last one"),
        ("names = 1", "names has to be a table"),
        ("[names]\npeople = \"Ada\"", "people has to be a list of names"),
        ("[names]\npeople = [1]", "people has to be text in quotes"),
        ("[names]\npeopel = []", "There is no setting “peopel”. Did you mean people?"),
        ("title = \"A\"\ntitle = \"B\"", "This is not TOML: duplicate key"),
    ];
    for (text, expected) in cases {
        let (_, told) = read(text);
        assert!(
            told.iter().any(|t| t.contains(expected) && t.contains(": error: ")),
            "{text}: {told:?}"
        );
    }
    assert!(read("\n\nxyz = 1").1[0].starts_with("site.toml:3: "));
    let (site, told) = parse_site(SourceFile { name: "site.toml", bytes: b"title = \"\xff\"" });
    assert_eq!((site, told.len()), (Site::default(), 1));
}

proptest::proptest! {
    #[test]
    fn anything_is_read(text in "[-a-z_=\"\\[\\].{}\n 0-9#']{0,120}") {
        read(&text);
    }
}

#[test]
fn days_of_the_calendar() {
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
