//! Data written by earlier versions of the page stays readable. The literals are what version 0.1.0
//! of November 2026 stored and exported.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a failed test panics")]

use cuttings::route::Route;
use cuttings::store::bookmarks::{self, ArticleRecord, Bookmarks, Note};
use cuttings::store::preferences::{self, Preferences, Setting};

/// The text under `cuttings.shelf` in local storage, and of an exported file.
const BOOKMARKS: &str = r#"[["cuttings-shelf","1"],["read","russia-claims-gains"],["saved","third-attack-on-kyiv"],["place","third-attack-on-kyiv","3"],["note","third-attack-on-kyiv","1","missile barrage on Kyiv","see \"there\"\nagain"]]"#;

/// The text under `cuttings.preferences.1` in local storage.
const PREFERENCES: &str = "theme=dark&keys=off&size=huge&shown=list";

#[test]
fn bookmarks_are_read_and_written_in_the_same_form() {
    let bookmarks: Bookmarks = serde_json::from_str(BOOKMARKS).unwrap();
    let note = Note {
        block: 1,
        quote: "missile barrage on Kyiv".to_owned(),
        text: "see \"there\"\nagain".to_owned(),
    };
    let kyiv = ArticleRecord { saved: true, read: false, position: 3, notes: vec![note] };
    assert_eq!(**bookmarks.get("third-attack-on-kyiv").unwrap(), kyiv);
    let read = ArticleRecord { read: true, ..ArticleRecord::default() };
    assert_eq!(**bookmarks.get("russia-claims-gains").unwrap(), read);
    assert_eq!(serde_json::to_string(&bookmarks).unwrap(), BOOKMARKS);
}

#[test]
fn other_json_is_rejected() {
    for json in
        ["", "{}", "[]", r#"{"of": "another age"}"#, r#"[["cuttings-shelf",1]]"#, "[[\"x\"]]"]
    {
        assert!(serde_json::from_str::<Bookmarks>(json).is_err(), "{json}");
    }
}

#[test]
fn preferences_are_read_and_written_in_the_same_form() {
    let preferences = Preferences::parse(PREFERENCES);
    let chosen = [
        Setting::Theme,
        Setting::SingleKeys,
        Setting::TextSize,
        Setting::LineLength,
        Setting::Typeface,
        Setting::Layout,
    ]
    .map(|setting| preferences.get(setting));
    assert_eq!(chosen, ["dark", "off", "huge", "medium", "serif", "list"]);
    assert_eq!(preferences.print(), PREFERENCES);
}

#[test]
fn keys_in_storage_stay_the_same() {
    assert_eq!(bookmarks::STORED_AS, "cuttings.shelf");
    assert_eq!(preferences::STORED_AS, "cuttings.preferences.1");
}

#[test]
fn urls_lead_to_the_same_pages() {
    let all_keys = "q=kyiv&section=Top+stories&kind=article&person=Umerov&place=Kyiv\
                    &organisation=NATO&weapon=Iskander&length=short&sort=seed";
    for (path, search) in [
        ("", ""),
        ("", all_keys),
        ("article/third-attack-on-kyiv/", "q=kyiv"),
        ("names/", "place=Kyiv"),
        ("quotes/", ""),
        ("figures/", ""),
        ("saved/", ""),
        ("names/", "name=person%3ARustem+Umerov&q=kyiv"),
    ] {
        let route = Route::parse(path, search, &[]);
        assert!(!matches!(route, Route::NotFound { .. }), "{path}?{search}");
        let href = route.href();
        let printed = href.strip_prefix("./").unwrap();
        let (href_path, href_search) = printed.split_once('?').unwrap_or((printed, ""));
        assert_eq!(Route::parse(href_path, href_search, &[]), route, "{path}?{search}");
        assert_eq!(href_search, search, "{path}");
    }
}
