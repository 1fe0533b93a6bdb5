//! Adds the pictures that articles use. The edition in the program names them by their content, so
//! the files are found in the folder of seeds by hashing them again, unless they are known from
//! reading the folder.

use crate::publish::files::{Files, Kind};
use cuttings_edition::Edition;
use cuttings_seeds::Asset;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

/// Adds the pictures of an edition, and returns a message for each one that is missing because the
/// folder has changed since the program was built. `known` are the pictures of the folder, if it
/// was read before.
///
/// # Errors
/// If the folder of seeds or a picture cannot be read.
pub(crate) fn add(
    root: &Path,
    seeds: &Path,
    edition: &[u8],
    known: Option<&[Asset]>,
    files: &mut Files,
) -> Result<Vec<String>, Box<dyn Error>> {
    let edition = Edition::open(edition)?;
    let wanted: BTreeSet<&str> = edition.assets().map(|asset| asset.name).collect();
    let found = match known {
        Some(known) => Cow::Borrowed(known),
        None => Cow::Owned(cuttings_seeds::find_assets(root, seeds, &wanted)?),
    };
    for asset in found.iter().filter(|asset| wanted.contains(&*asset.name)) {
        let bytes = match &asset.bytes {
            Some(bytes) => bytes.clone(),
            None => fs::read(&asset.file)
                .map_err(|error| format!("{}: {error}", asset.file.display()))?,
        };
        files.add_media(asset.name.as_str(), kind(&asset.name), bytes);
    }
    let missing = wanted.iter().filter(|name| !found.iter().any(|asset| asset.name == **name));
    Ok(missing.map(|name| format!("{name} is missing: build again")).collect())
}

/// Returns the kind of a picture. Of all formats only SVG gets smaller by compression.
fn kind(name: &str) -> Kind {
    if name.ends_with(".svg") { Kind::Drawing } else { Kind::Png }
}
