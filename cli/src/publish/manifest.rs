//! What devices are told that offer to keep the site among their applications: its name, its colours, its sign.

use crate::publish::files::{Files, Kind};
use crate::publish::social_image::{GROUND, Painter};
use crate::publish::escape::line;
use cuttings_corpus::Site;
use serde_json::json;
use std::error::Error;

/// Where the manifest is. What it names is relative to it.
pub(crate) const MANIFEST: &str = "manifest.webmanifest";

/// The sizes of the sign in dots that Android asks for.
const SIZES: [u32; 2] = [192, 512];

/// The size that iOS asks for, which fills what is clear with black: so nothing is.
const APPLE: u32 = 180;

/// Adds the manifest and the sign in all sizes; returns the path of the one that pages name for iOS.
pub(crate) fn add(
    site: &Site,
    icon: &str,
    painter: &Painter,
    files: &mut Files,
) -> Result<String, Box<dyn Error>> {
    let sign =
        files.get(icon).map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).unwrap_or_default();
    let mut icons = vec![json!({ "src": icon, "type": "image/svg+xml", "sizes": "any" })];
    for (pixels, purpose) in SIZES.map(|pixels| (pixels, "any")).into_iter().chain([(512, "maskable")]) {
        let png = painter.sign(&sign, pixels, purpose == "maskable")?;
        let path = files.add_hashed(&format!("icon-{pixels}"), "png", Kind::Png, png);
        icons.push(json!({
            "src": path, "type": "image/png", "sizes": format!("{pixels}x{pixels}"), "purpose": purpose,
        }));
    }
    let title = line(&site.title);
    let mut manifest = json!({
        "name": title,
        "short_name": title,
        "lang": site.language,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": GROUND,
        "theme_color": GROUND,
        "icons": icons,
    });
    if let Some(described) = &site.description {
        manifest["description"] = line(described).into();
    }
    files.add(MANIFEST, Kind::Json, manifest.to_string());
    Ok(files.add_hashed("icon-180", "png", Kind::Png, painter.sign(&sign, APPLE, true)?))
}
