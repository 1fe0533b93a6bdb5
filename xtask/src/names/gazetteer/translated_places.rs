//! The names of countries and large towns in other languages than English, from Unicode CLDR: those
//! of territories, and those of the towns that time zones are named after.

use super::{Lists, json, without_brackets};
use cuttings_insight::fold_name;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The languages, all in scripts with capitals, because a name is recognised by its own.
const LANGUAGES: [&str; 21] = [
    "bg", "ca", "cs", "da", "de", "el", "es", "fi", "fr", "hr", "hu", "it", "nb", "nl", "pl", "pt",
    "ro", "ru", "sv", "tr", "uk",
];

/// The continents and parts of the world, by their codes.
const REGIONS: [&str; 8] = ["002", "003", "005", "009", "013", "142", "150", "419"];

/// Territories that news seldom names, or that have no inhabitants.
const EXCLUDED_CODES: [&str; 15] =
    ["AC", "BV", "CP", "CQ", "DG", "EA", "EU", "EZ", "GS", "HM", "IO", "QO", "TF", "UM", "UN"];

/// Names that mean something else in their language more often: given names, other places, words.
const EXCLUDED: &[(&str, &str)] = &[
    ("bg", "Аделаида"),
    ("bg", "София"),
    ("bg", "Того"),
    ("ca", "Guadalupe"),
    ("ca", "Lao"),
    ("ca", "Man"),
    ("cs", "Norfolk"),
    ("cs", "Salvador"),
    ("el", "Σόφια"),
    ("es", "Adelaida"),
    ("es", "Belén"),
    ("es", "Granada"),
    ("es", "Guadalupe"),
    ("es", "Mauricio"),
    ("es", "Navidad"),
    ("es", "San Martín"),
    ("es", "Santa Elena"),
    ("es", "Santa Lucía"),
    ("fr", "Dominique"),
    ("fr", "Grenade"),
    ("fr", "Maurice"),
    ("fr", "Saint-Martin"),
    ("fr", "Salvador"),
    ("hr", "Guadalupe"),
    ("hr", "Man"),
    ("hr", "Salvador"),
    ("hu", "Salvador"),
    ("it", "San Paolo"),
    ("it", "Santa Lucia"),
    ("nb", "Man"),
    ("nl", "Norfolk"),
    ("pl", "Norfolk"),
    ("pt", "Amã"),
    ("pt", "Granada"),
    ("pt", "Guadalupe"),
    ("pt", "Santa Lúcia"),
    ("ro", "Columbia"),
    ("ro", "TR-variant"),
    ("ru", "Аделаида"),
    ("ru", "Белен"),
    ("ru", "София"),
    ("ru", "Того"),
    ("tr", "Cuba"),
    ("tr", "Somali"),
    ("uk", "Аделаїда"),
    ("uk", "Белен"),
    ("uk", "Софія"),
    ("uk", "Того"),
];

/// Returns the list: in each line an English name, then the other names, each with its languages.
pub(super) fn text(folder: &Path, lists: &Lists) -> Result<String, String> {
    let english = Names::read(folder, "en")?;
    let countries = lists.folded("country");
    let metropolises = lists.folded("metropolis");
    // For each English name the languages of each other name.
    let mut places: BTreeMap<String, BTreeMap<String, BTreeSet<&str>>> = BTreeMap::new();
    for language in LANGUAGES {
        let names = Names::read(folder, language)?;
        // A name that a country and a town share is the country's.
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let territories = names.territories.iter().filter_map(|(code, name)| {
            let (code, _) = code.split_once("-alt-").unwrap_or((code, ""));
            Some((english.territory(code)?, name))
        });
        let territories =
            territories.filter(|(english, _)| countries.contains(&*fold_name(english)));
        let towns = names.towns.iter().map(|(zone, name)| (english.town(zone), name));
        let is_large = |name: &str| {
            let name = fold_name(name);
            countries.contains(&*name) || metropolises.contains(&*name)
        };
        let towns = towns.filter(|(english, _)| is_large(english));
        for (english, name) in territories.chain(towns) {
            let name = name.replace('’', "'");
            let is_name = name.chars().count() > 2 && name.starts_with(char::is_uppercase);
            let is_excluded = EXCLUDED.contains(&(language, name.as_str()));
            // Names with brackets only explain; English ones are listed already.
            if is_name
                && !is_excluded
                && !name.contains('(')
                && !is_large(&name)
                && seen.insert(name.clone())
            {
                let languages = places.entry(english).or_default().entry(name).or_default();
                languages.insert(language);
            }
        }
    }
    let mut out = String::from(
        "# Names of countries and large towns in other languages: in each line the English name, then the\n\
         # others with their languages. Written by `cargo xtask gazetteer`. Source: Unicode CLDR (Unicode\n\
         # License v3).\n",
    );
    for (english, names) in places {
        out.push_str(&english);
        for (name, languages) in names {
            let languages: Vec<&str> = languages.into_iter().collect();
            out.push_str(&format!(" = {} {name}", languages.join(",")));
        }
        out.push('\n');
    }
    Ok(out)
}

/// The names of CLDR in one language.
struct Names {
    /// By the code of the territory, which may have a suffix for another form of the name.
    territories: BTreeMap<String, String>,
    /// By the identifier of the time zone.
    towns: BTreeMap<String, String>,
}

impl Names {
    fn read(folder: &Path, language: &str) -> Result<Self, String> {
        let read = |package: &str, file: &str, pointer: &str| {
            let whole = json(&folder.join(format!("{package}/main/{language}/{file}.json")))?;
            let found = whole.pointer(&format!("/main/{language}/{pointer}")).cloned();
            found.ok_or_else(|| format!("{file}.json has no {pointer}"))
        };
        let territories =
            read("cldr-localenames-full", "territories", "localeDisplayNames/territories")?;
        let zones = read("cldr-dates-full", "timeZoneNames", "dates/timeZoneNames/zone")?;
        let mut towns = BTreeMap::new();
        add_towns(&zones, "", &mut towns);
        let territories = territories.as_object().into_iter().flatten();
        let territories = territories
            .filter_map(|(code, name)| Some((code.clone(), name.as_str()?.to_owned())))
            .collect();
        Ok(Self { territories, towns })
    }

    /// Returns the name of a territory, if it is one of those that are listed.
    fn territory(&self, code: &str) -> Option<String> {
        let is_country = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        if EXCLUDED_CODES.contains(&code) || !is_country && !REGIONS.contains(&code) {
            return None;
        }
        let short = || self.territories.get(&format!("{code}-alt-short"));
        let name = match code {
            // The names by which others are listed.
            "CD" => return Some("Democratic Republic of the Congo".to_owned()),
            "TR" => return Some("Turkey".to_owned()),
            "HK" | "MO" | "PS" => short().or_else(|| self.territories.get(code)),
            _ => self.territories.get(code),
        };
        name.map(|name| without_brackets(name))
    }

    /// Returns the name of the town of a time zone. Names that equal the identifier are not stored.
    fn town(&self, zone: &str) -> String {
        let (_, last) = zone.rsplit_once('/').unwrap_or(("", zone));
        self.towns.get(zone).cloned().unwrap_or_else(|| last.replace('_', " "))
    }
}

/// Adds the towns of time zones, which are objects in objects by the parts of their identifiers.
fn add_towns(zones: &Value, prefix: &str, towns: &mut BTreeMap<String, String>) {
    for (key, value) in zones.as_object().into_iter().flatten() {
        match value.as_str() {
            Some(name) if key == "exemplarCity" => {
                towns.insert(prefix.trim_start_matches('/').to_owned(), name.to_owned());
            }
            _ => add_towns(value, &format!("{prefix}/{key}"), towns),
        }
    }
}
