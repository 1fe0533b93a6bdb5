//! Writes the whole edition as one file that opens without a host, for example from a disk or an
//! e-mail: the results page with everything that it loads inside, and with URLs behind `#`, since a
//! file has no others.

use crate::publish::assets::Assets;
use crate::publish::built_page::BuiltPage;
use crate::publish::escape::escaped;
use crate::publish::files::{File, Files, Kind};
use crate::publish::head::description;
use crate::publish::messages::{Texts, in_script};
use crate::publish::one_file::{Frame, Within, element_with};
use crate::publish::shell::Shell;
use cuttings::prerender::Prerenderer;
use cuttings::route::{Route, UrlStyle};
use cuttings::store::exploration::ExplorationKind;
use cuttings::store::library::Library;
use cuttings_corpus::Site;
use cuttings_exports::address;
use std::error::Error;

/// Returns the site as one file, with the bytes of the edition if the program does not contain it.
pub(crate) fn html(
    site: &Site,
    edition: Option<&[u8]>,
    library: &Library,
    built: &BuiltPage,
    shell: &Shell,
    assets: &Assets,
    files: &Files,
) -> Result<String, Box<dyn Error>> {
    let file = |path: &str| files.get(path).ok_or("a file that was just added is missing");
    let text = |path: &str| -> Result<&str, Box<dyn Error>> {
        Ok(std::str::from_utf8(&file(path)?.bytes)?)
    };
    let frame = Frame {
        shell,
        boot: &in_script(&built.scripts.single_boot, Texts::Fixed)?,
        style: &[text(&assets.style)?, text(&assets.reading_style)?].concat(),
        start: &in_script(&built.scripts.single_file, Texts::Fixed)?,
        icon: &file(&assets.icon)?.bytes,
    };
    let route = Route::default();
    let page = Prerenderer::new(&library.clone().with_url_style(UrlStyle::Fragments))
        .html(&route)
        .ok_or("a page did not render at once")?;
    let messages = assets.messages.as_deref().map(&file).transpose()?;
    let data = [
        ("program", Some(&file(&assets.explorer)?.bytes[..])),
        ("edition", edition),
        ("messages", messages.map(|file| &file.bytes[..])),
    ];
    let mut elements = String::new();
    for (id, bytes) in data {
        elements.push_str(&bytes.map_or(Ok(String::new()), |bytes| element_with(id, bytes))?);
    }
    let mut on_demand = String::new();
    // A single file is an edition of its own and remembers no other.
    let is_data =
        |path: &str, file: &File| file.kind == Kind::OnDemandData && path != address::VERSIONS;
    for (path, file) in files.iter().filter(|(path, file)| is_data(path, file)) {
        // Escaped, so that no text ends the script.
        let rows = std::str::from_utf8(&file.bytes)?.replace('<', "\\u003c");
        let path = escaped(path);
        on_demand.push_str(&format!(
            r#"<script type="application/json" data-file="{path}">{rows}</script>"#
        ));
    }
    let description = description(site, library, &route);
    // The page cannot know it from its own address.
    let site = site.base_url.as_deref().map(|url| ("data-site", url));
    frame.around(&Within {
        title: &library.page_title(&route, Some(ExplorationKind::label)),
        description: Some(&description),
        page: &page,
        attributes: site.as_slice(),
        before: &elements,
        after: &on_demand,
    })
}
