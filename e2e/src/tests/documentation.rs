//! The screenshots in the documentation. They are taken with `--update-screenshot documentation`,
//! and show how the page looked then: only their sizes are compared.

use crate::{
    changes::open_changes,
    device::ColorScheme,
    page::Page,
    screenshot::project_folder,
    site::Site,
    suite::{Suite, test},
    tests::explorer_stories::open_story,
    tests::library::{add_files, open_library},
};
use std::fs;

pub(crate) fn suite() -> Suite {
    Suite {
        name: "documentation",
        site: Site::Build,
        depends_on_base: false,
        tests: vec![test!(the_documentation_has_its_screenshots)],
    }
}

/// The screenshots in the documentation: file, viewport and path of the page.
const DOCUMENTATION: [(&str, (u32, u32), &str); 12] = [
    ("docs/screenshot.png", (1280, 800), "/places/"),
    ("docs/tour/front.png", (1280, 800), "/"),
    ("docs/tour/results.png", (1280, 800), "/?q=missile+kyiv"),
    ("docs/tour/phone.png", (375, 760), "/?q=missile&kind=article"),
    (
        "docs/tour/reader.png",
        (1280, 800),
        "/article/russias-deployment-of-advanced-missile-in-dnipro-attack-raises-strategic/?q=oreshnik",
    ),
    ("docs/tour/names.png", (1280, 800), "/names/"),
    ("docs/tour/name.png", (1280, 800), "/names/?name=organisation:NATO"),
    ("docs/tour/quotes.png", (1280, 800), "/quotes/"),
    ("docs/tour/figures.png", (1280, 800), "/figures/"),
    ("docs/tour/trends.png", (1280, 800), "/trends/?term=troops&term=missile&term=drones"),
    ("docs/tour/places.png", (1280, 800), "/places/?at=32,49,40"),
    ("docs/tour/together.png", (1280, 800), "/together/"),
];

fn the_documentation_has_its_screenshots(page: &Page) {
    page.set_color_scheme(ColorScheme::Light);
    for (path, size, address) in DOCUMENTATION {
        page.resize(size.0, size.1);
        page.open(address);
        page.role("main").one();
        page.until("the page", || {
            let asked = page.script("return 'asked' in document.documentElement.dataset");
            if asked == false {
                Ok(())
            } else {
                Err("the program has not rendered it yet".to_owned())
            }
        });
        expect_screenshot(page, path, size);
    }
    let (path, size) = ("docs/tour/library.png", (1280, 800));
    page.resize(size.0, size.1);
    add_files(page);
    open_library(page);
    page.role("dialog").role("button").named("Save as one file: My articles").one();
    expect_screenshot(page, path, size);
    open_story(page);
    page.role("link").named("Compare with the previous one").click();
    page.role("link").named("The whole story").one();
    expect_screenshot(page, "docs/tour/stories.png", size);
    page.role("navigation").named("Explore").role("link").named("Timeline").click();
    page.role("heading").named("Timeline").one();
    expect_screenshot(page, "docs/tour/timeline.png", size);
    page.open("/since/?q=Kyiv");
    page.role("button").named("Save the search “Kyiv”").click();
    open_changes(page);
    expect_screenshot(page, "docs/tour/since.png", size);
}

/// Expects that the documentation has a screenshot of this size, which it gets if screenshots are
/// updated.
#[track_caller]
fn expect_screenshot(page: &Page, path: &str, size: (u32, u32)) {
    page.show_typefaces();
    let screenshot = page.screenshot(&path.replace(['/', '.'], "-"));
    let file = project_folder().join(path);
    if page.updates_screenshots() {
        fs::create_dir_all(file.parent().expect("the file is in a folder"))
            .and_then(|()| fs::write(&file, &screenshot))
            .expect("docs/ can be written");
    }
    let picture = fs::read(&file)
        .unwrap_or_else(|error| panic!("{path}: {error}; --update-screenshot makes it"));
    assert_eq!(png_size(&picture), Some(size), "{path} has the size of its viewport");
}

/// Reads the width and height of a PNG.
fn png_size(png: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| png.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    png.starts_with(b"\x89PNG\r\n").then_some(())?;
    Some((number(16)?, number(20)?))
}
