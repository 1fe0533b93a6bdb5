//! Writes the web app manifest and its icons, for devices that install the site.

use crate::publish::escape::line;
use crate::publish::files::{Files, Kind, content_hash};
use crate::publish::folder::Pictures;
use crate::publish::social_image::{BACKGROUND, Renderer};
use cuttings_corpus::Site;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::error::Error;

/// The path of the manifest. Its URLs are relative to it.
pub(crate) const MANIFEST: &str = "manifest.webmanifest";

/// The icon sizes that Android requests.
const SIZES: [u32; 2] = [192, 512];

/// The icon size that iOS requests. iOS shows transparent pixels in black, so this icon has none.
const APPLE: u32 = 180;

/// The path to which browsers post what other programs share with the installed site. Only the
/// service worker answers there (`src/js/worker/shared.js`).
const SHARE: &str = "library/share";

/// The files that the importer reads (`crates/import/src/kind.rs`): media types with their
/// extensions. An extension has one type, because systems ask for the types of a file by it.
const READABLE: [(&str, &[&str]); 20] = [
    ("application/atom+xml", &[".atom"]),
    ("application/epub+zip", &[".epub"]),
    ("application/json", &[".json"]),
    ("application/mbox", &[".mbox"]),
    ("application/pdf", &[".pdf"]),
    ("application/rdf+xml", &[".rdf"]),
    ("application/rss+xml", &[".rss"]),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", &[".docx"]),
    ("application/wacz", &[".wacz"]),
    ("application/x-research-info-systems", &[".ris"]),
    ("application/xhtml+xml", &[".xhtml"]),
    ("application/zip", &[".zip"]),
    ("message/rfc822", &[".eml"]),
    ("multipart/related", &[".mht", ".mhtml"]),
    ("text/csv", &[".csv"]),
    ("text/html", &[".htm", ".html", ".shtml"]),
    ("text/markdown", &[".markdown", ".md", ".mdx"]),
    ("text/plain", &[".txt"]),
    ("text/x-bibtex", &[".bib", ".biblatex", ".bibtex"]),
    ("text/xml", &[".opml", ".xml"]),
];

/// Adds the manifest and the icons, and returns the path of the icon for iOS. Icons that an earlier
/// build has `drawn` are not drawn again. Where pages register the service worker, `has_worker`, an
/// installed site takes files and shares for the library: without it they would be sent to the
/// host.
pub(crate) fn add(
    site: &Site,
    has_worker: bool,
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
    if has_worker {
        manifest["share_target"] = share_target();
        manifest["file_handlers"] = file_handlers();
    }
    files.add(MANIFEST, Kind::Json, manifest.to_string());
    Ok(apple)
}

/// Returns the form in which browsers post a share.
fn share_target() -> Value {
    let accepted: Vec<&str> = READABLE
        .iter()
        .flat_map(|(media_type, extensions)| [*media_type].into_iter().chain(extensions.to_vec()))
        .collect();
    json!({
        "action": SHARE,
        "method": "POST",
        "enctype": "multipart/form-data",
        "params": {
            "title": "title",
            "text": "text",
            "url": "url",
            "files": [{ "name": "files", "accept": accepted }],
        },
    })
}

/// Returns the files that systems offer to open with the installed site. The page takes them from
/// the launch queue (`src/js/tools/own-articles.js`).
fn file_handlers() -> Value {
    let accepted: BTreeMap<&str, &[&str]> = READABLE.into();
    json!([{ "action": "./", "accept": accepted }])
}

#[cfg(test)]
mod tests {
    use super::*;
    use cuttings_import::Kind as Form;
    use std::collections::BTreeSet;

    #[test]
    fn the_importer_reads_every_extension() {
        for extension in READABLE.iter().flat_map(|(_, extensions)| *extensions) {
            let start = match *extension {
                ".zip" | ".epub" | ".docx" | ".wacz" => "PK\u{3}\u{4}",
                ".pdf" => "%PDF-1.7",
                ".csv" => "title,url,time_added\n",
                ".json" => r#"{"version": "https://jsonfeed.org/version/1.1"}"#,
                ".xml" => "<rss version='2.0'>",
                _ => "",
            };
            let form = Form::of(&format!("a{extension}"), start.as_bytes());
            assert!(!matches!(form, Form::Unsupported(_)), "{extension}");
        }
    }

    #[test]
    fn an_extension_has_one_type() {
        let extensions: Vec<&str> =
            READABLE.iter().flat_map(|(_, extensions)| extensions.to_vec()).collect();
        let once: BTreeSet<&str> = extensions.iter().copied().collect();
        assert_eq!(once.len(), extensions.len());
        assert!(extensions.iter().all(|extension| extension.starts_with('.')));
    }
}
