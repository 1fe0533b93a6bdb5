//! Writes the web app manifest and its icons, for devices that install the site.

use crate::publish::escape::line;
use crate::publish::files::{Files, Kind};
use crate::publish::social_image::{BACKGROUND, Renderer};
use cuttings_corpus::Site;
use serde_json::json;
use std::error::Error;

/// The path of the manifest. Its URLs are relative to it.
pub(crate) const MANIFEST: &str = "manifest.webmanifest";

/// The icon sizes that Android requests.
const SIZES: [u32; 2] = [192, 512];

/// The icon size that iOS requests. iOS shows transparent pixels in black, so this icon has none.
const APPLE: u32 = 180;

/// Adds the manifest and the icons, and returns the path of the icon for iOS.
pub(crate) fn add(
    site: &Site,
    icon: &str,
    renderer: &Renderer,
    files: &mut Files,
) -> Result<String, Box<dyn Error>> {
    let icon_svg = files
        .get(icon)
        .map(|file| String::from_utf8_lossy(&file.bytes).into_owned())
        .unwrap_or_default();
    let mut icons = vec![json!({ "src": icon, "type": "image/svg+xml", "sizes": "any" })];
    for (pixels, purpose) in
        SIZES.map(|pixels| (pixels, "any")).into_iter().chain([(512, "maskable")])
    {
        let png = renderer.icon(&icon_svg, pixels, purpose == "maskable")?;
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
        "background_color": BACKGROUND,
        "theme_color": BACKGROUND,
        "icons": icons,
    });
    if let Some(description) = &site.description {
        manifest["description"] = line(description).into();
    }
    files.add(MANIFEST, Kind::Json, manifest.to_string());
    Ok(files.add_hashed("icon-180", "png", Kind::Png, renderer.icon(&icon_svg, APPLE, true)?))
}
