//! Turns Trunk's build into the files that readers get: every page as HTML with its text, one
//! stylesheet, bundled scripts, files named by their content, metadata, feeds and images. Each file
//! also comes in the encodings that hosts would otherwise compress on the fly.
//!
//! The page itself knows its pages and their content ([`Library::pages`]): a new page needs no
//! change here.
//!
//! # What it does not do
//! It uploads nothing and uses no network. It has no clock: the same seeds give the same files.

mod assets;
mod citation;
mod content;
mod csp;
mod embedded;
mod esbuild;
mod escape;
mod feeds;
mod files;
mod function_order;
mod head;
mod headlines;
mod host_config;
mod items;
mod manifest;
mod markdown;
mod media;
mod messages;
mod page;
mod parallel_map;
mod profile;
mod scripts;
mod shell;
mod single;
mod social_image;
mod symbol_names;
mod typefaces;
mod worker;

pub use self::profile::Profile;

use self::assets::Assets;
use self::files::{Files, Kind};
use self::head::{PreviewImage, article_at};
use self::page::Edition;
use self::parallel_map::parallel_map;
use self::scripts::Scripts;
use self::shell::{SNIPPETS, Shell};
use self::social_image::Renderer;
use cuttings::prerender::Prerenderer;
use cuttings::route::Route;
use cuttings::store::exports;
use cuttings::store::library::Library;
use cuttings_corpus::Site;
use cuttings_edition::Article;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The options of [`publish`].
#[derive(Debug)]
pub struct Options {
    /// The project's folder, to which paths in messages are relative.
    pub root: PathBuf,
    /// The folder of seeds that the program was built with. Only its `site.toml` and its pictures
    /// are read; the articles come from the program.
    pub seeds: PathBuf,
    /// The folder that Trunk has built, whose files are replaced.
    pub folder: PathBuf,
    /// The folder of the page's scripts, `src/js` of this project.
    pub scripts: PathBuf,
    /// The folder of the page's typefaces, which `scripts/setup` has cut.
    pub typefaces: PathBuf,
    /// The form of the published files.
    pub profile: Profile,
    /// True to draw an image for each article.
    pub pictures: bool,
    /// The path of the single-file edition, if it is wanted.
    pub single: Option<PathBuf>,
}

/// Replaces Trunk's files by those for readers, and returns messages for whoever builds.
///
/// # Errors
/// If Trunk's files are incomplete, the program contains no edition, `site.toml` has mistakes, or a
/// file cannot be written.
pub fn publish(options: &Options) -> Result<Vec<String>, Box<dyn Error>> {
    let Options { root, seeds, folder, profile, .. } = options;
    let build = Build::read(options)?;
    let Build { site, shell, library, .. } = &build;
    let base = &shell.linked.base;

    let mut files = Files::default();
    let scripts = Scripts::prepare(&options.scripts, folder, *profile)?;
    let assets = assets::gather(folder, &shell.linked, &scripts, *profile, &mut files)?;
    let typefaces = typefaces::add(&options.typefaces, *profile, &mut files)?;
    let renderer = Renderer::new()?;
    let apple = manifest::add(site, &assets.icon, &renderer, &mut files)?;
    let mut linked = vec![["manifest", "", manifest::MANIFEST], ["apple-touch-icon", "", &apple]];
    linked.extend(add_feeds(site, library, &mut files));
    let loads = page::loads(shell, &assets, &typefaces, &files, &linked);
    let renderer = options.pictures.then_some(&renderer);
    add_pages(&build, &assets, &loads, renderer, &mut files)?;
    add_exports(library, &mut files);

    let mut messages = Vec::new();
    if let Some(path) = &options.single {
        messages.push(write_single(path, &build, &assets, &scripts, &files)?);
    }
    messages.extend(media::add(root, seeds, build.edition, &mut files)?);
    host_config::add(base, &mut files);
    // The service worker needs to know all files, so it comes last.
    if !shell.linked.served {
        worker::add(&scripts, &mut files)?;
    }

    scripts.remove()?;
    remove_built(folder, shell)?;
    files.write(folder, *profile == Profile::Release)?;
    if *profile == Profile::Release {
        messages.extend(omissions(site, base, &files));
    }
    messages.push(format!("edition {}, {} files", files.edition_id(), files.iter().count()));
    Ok(messages)
}

/// The build of Trunk, and the settings of the site.
struct Build {
    site: Site,
    shell: Shell,
    /// The bytes of the edition in the program.
    edition: &'static [u8],
    library: Library,
}

impl Build {
    fn read(options: &Options) -> Result<Build, Box<dyn Error>> {
        let Options { root, seeds, folder, .. } = options;
        let page = folder.join("index.html");
        let html = fs::read_to_string(&page).map_err(|error| at(&page, &error))?;
        let shell = Shell::read(&messages::in_html(&html)?)?;
        let site = cuttings_seeds::read_site(root, seeds)?;
        let program = folder.join(&shell.linked.program);
        let program = fs::read(&program).map_err(|error| at(&program, &error))?;
        // The library borrows the edition until this process ends.
        let edition = &*embedded::edition(&program)?.leak();
        Ok(Build { site, shell, edition, library: Library::open(edition)? })
    }
}

/// Adds the files for feed readers and search engines. Returns the feeds as links of every page:
/// relation, media type and path.
fn add_feeds(site: &Site, library: &Library, files: &mut Files) -> Vec<[&'static str; 3]> {
    let mut linked = Vec::new();
    if let Some(feed) = feeds::atom(site, library) {
        files.add(feeds::ATOM, Kind::Xml, feed);
        linked.push(["alternate", "application/atom+xml", feeds::ATOM]);
    }
    if let Some(feed) = feeds::json_feed(site, library) {
        files.add(feeds::JSON, Kind::Json, feed);
        linked.push(["alternate", "application/feed+json", feeds::JSON]);
    }
    for (path, list) in feeds::sitemaps(site, library) {
        files.add(path, Kind::Xml, list);
    }
    files.add("robots.txt", Kind::Text, feeds::robots(site));
    linked
}

/// Adds every page as HTML, with the images of articles if there is a renderer. `loads` are the
/// tags of the files that every page loads.
fn add_pages(
    build: &Build,
    assets: &Assets,
    loads: &str,
    renderer: Option<&Renderer>,
    files: &mut Files,
) -> Result<(), Box<dyn Error>> {
    let Build { site, shell, library, .. } = build;
    let base = &shell.linked.base;
    let [now, later] =
        ["all", "print"].map(|media| page::style(base, &assets.reading_style, media, files));
    let headlines = headlines::list(library);
    let edition = Edition {
        site,
        library,
        prerenderer: &Prerenderer::new(library),
        shell,
        loads,
        reading: [&now[..], &later],
        headlines: headlines.is_some(),
    };
    if let Some(list) = headlines {
        let html = page::without_program(&edition, assets, files, &list)?;
        files.add(headlines::FILE, Kind::Html, html);
    }
    let pages: Vec<Route> = library.pages().collect();
    let images = match renderer {
        Some(renderer) => article_images(site, library, &pages, renderer, files)?,
        None => BTreeMap::new(),
    };
    for route in &pages {
        let file = route.file();
        let html = page::html(&edition, route, images.get(&file))?;
        files.add(file, Kind::Html, html);
    }
    Ok(())
}

/// Adds the files that the page fetches when a reader exports or cites.
fn add_exports(library: &Library, files: &mut Files) {
    for article in library.articles() {
        let path = exports::citations(article.slug());
        files.add(path, Kind::OnDemandData, citation::rows(library, &article));
        let path = exports::markdown(article.slug());
        files.add(path, Kind::Text, markdown::article(library, &article));
    }
    files.add(exports::ITEMS, Kind::OnDemandData, items::rows(library));
}

/// Writes the single-file edition, and returns a message that says so.
fn write_single(
    path: &Path,
    build: &Build,
    assets: &Assets,
    scripts: &Scripts,
    files: &Files,
) -> Result<String, Box<dyn Error>> {
    let Build { site, shell, library, .. } = build;
    let html = single::html(site, library, shell, assets, files, scripts)?;
    fs::write(path, &html).map_err(|error| at(path, &error))?;
    let kilobytes = html.len().div_ceil(1000);
    Ok(format!("{}, {kilobytes} KB, opens without a host", path.display()))
}

/// Returns the images of all articles by the files of their pages. There are none without a base
/// URL, because links to images are absolute.
fn article_images(
    site: &Site,
    library: &Library,
    pages: &[Route],
    renderer: &Renderer,
    files: &mut Files,
) -> Result<BTreeMap<String, PreviewImage>, Box<dyn Error>> {
    if site.base_url.is_none() {
        return Ok(BTreeMap::new());
    }
    let articles: Vec<(String, Article<'_>)> =
        pages.iter().filter_map(|page| Some((page.file(), article_at(library, page)?))).collect();
    let drawn = parallel_map(&articles, |(_, article)| {
        renderer
            .article(&site.title, article.section(), article.title())
            .map_err(|error| error.to_string())
    });
    let mut pictures = BTreeMap::new();
    for ((page, article), png) in articles.into_iter().zip(drawn) {
        let path = files.add_hashed("picture", "png", Kind::Png, png?);
        pictures.insert(page, PreviewImage { path, alt: escape::excerpt(article.title(), 200) });
    }
    Ok(pictures)
}

/// Returns messages about files that were left out, the reason, and the remedy.
fn omissions(site: &Site, base: &str, files: &Files) -> Vec<String> {
    let Some(url) = &site.base_url else {
        return vec![
            "no base_url in site.toml, so no feeds, no sitemap, no canonical links and no pictures of articles: \
             they need the site's whole address"
                .to_owned(),
        ];
    };
    let mut messages = Vec::new();
    let path = url.splitn(4, '/').nth(3).map(|path| format!("/{path}")).unwrap_or_default();
    if path != base {
        messages.push(format!("the pages are made for {base}, but base_url in site.toml says {path}: make build PUBLIC_URL={path}"));
    }
    if files.get(feeds::ATOM).is_none() {
        messages.push(
            "an article has no date like 2024-05-16, so no Atom feed: put date = 2024-05-16 into site.toml, the day of the edition"
                .to_owned(),
        );
    }
    messages
}

/// Removes Trunk's files, which no page links any longer.
fn remove_built(folder: &Path, shell: &Shell) -> io::Result<()> {
    let linked = &shell.linked;
    let single = [&linked.glue, &linked.program, &linked.icon];
    for name in linked.styles.iter().chain(&linked.reading_styles).chain(single) {
        let path = folder.join(name);
        fs::remove_file(&path).map_err(|error| at(&path, &error))?;
    }
    let snippets = folder.join(SNIPPETS);
    if snippets.is_dir() {
        fs::remove_dir_all(&snippets).map_err(|error| at(&snippets, &error))?;
    }
    Ok(())
}

fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
