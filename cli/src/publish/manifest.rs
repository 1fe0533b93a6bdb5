//! Writes the web app manifest and its icons, for devices that install the site.

use crate::publish::escape::line;
use crate::publish::files::{Files, Kind, content_hash};
use crate::publish::folder::Pictures;
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

/// Adds the manifest and the icons, and returns the path of the icon for iOS. Icons that an earlier
/// build has `drawn` are not drawn again.
pub(crate) fn add(
    site: &Site,
    icon: &str,
    renderer: &Renderer,
    drawn: &Pictures<'_>,
    files: &mut Files,
) -> Result<String, Box<dyn Error>> {
    let icon_svg = files
        .get(icon)
        .map(|file| String::from_utf8_lossy(&file.bytes).into_owned())
        .unwrap_or_default();
    let mut add_png = |pixels: u32, is_opaque: bool| -> Result<String, Box<dyn Error>> {
        let key = content_hash(format!("{icon_svg} {pixels} {is_opaque}").as_bytes());
        let png = match drawn.find(&key) {
            Some(png) => png,
            None => renderer.icon(&icon_svg, pixels, is_opaque)?,
        };
        Ok(files.add_drawn(&format!("icon-{pixels}"), png, key))
    };
    let mut icons = vec![json!({ "src": icon, "type": "image/svg+xml", "sizes": "any" })];
    for (pixels, purpose) in
        SIZES.map(|pixels| (pixels, "any")).into_iter().chain([(512, "maskable")])
    {
        let path = add_png(pixels, purpose == "maskable")?;
        icons.push(json!({
            "src": path, "type": "image/png", "sizes": format!("{pixels}x{pixels}"), "purpose": purpose,
        }));
    }
    let apple = add_png(APPLE, true)?;
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
    Ok(apple)
}
