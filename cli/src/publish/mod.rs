//! Makes what Trunk built ready for readers: every page as HTML with its text in it, one stylesheet, small scripts, every
//! file that a page loads named by its content, heads, feeds and pictures, and beside each file what hosts would otherwise
//! have to pack.
//!
//! Which pages there are, and what stands in them, is the application's own business ([`Library::pages`]): a new page
//! needs nothing here.
//!
//! # What it does not do
//! It uploads nothing and asks no network for anything. It has no clock: the same seeds give the same files.

mod assets;
mod citation;
mod embedded;
mod esbuild;
mod feeds;
mod files;
mod headlines;
mod head;
mod items;
mod manifest;
mod symbol_names;
mod function_order;
mod page;
mod social_image;
mod escape;
mod csp;
mod scripts;
mod shell;
mod single;
mod messages;
mod worker;

pub use self::esbuild::Effort;

use cuttings::store::hand_out;
use cuttings::store::library::Library;
use cuttings::store::route::Route;
use cuttings_corpus::Site;
use cuttings_edition::Article;
use self::files::{Files, Kind, at_once};
use self::head::{Picture, article_at};
use self::page::Edition;
use self::social_image::Painter;
use self::scripts::Scripts;
use self::shell::{SNIPPETS, Shell};
use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// What to publish.
#[derive(Debug)]
pub struct Options {
    /// The project, from which files are named in messages.
    pub root: PathBuf,
    /// The folder of seeds that the program was built with. Only its `site.toml` is read; the articles come from the program.
    pub seeds: PathBuf,
    /// The folder that Trunk built; the files in it are replaced.
    pub folder: PathBuf,
    /// The folder of the page's scripts, `src/js` of this project.
    pub scripts: PathBuf,
    /// How much trouble is taken.
    pub effort: Effort,
    /// Whether each article gets a picture.
    pub pictures: bool,
    /// Where to write the edition as one file, if it is wanted.
    pub single: Option<PathBuf>,
}

/// Replaces the files that Trunk built by those for readers, and returns what whoever builds has to know of them.
///
/// # Errors
/// If Trunk's files are incomplete, the program contains no edition, `site.toml` has mistakes, or a file cannot be written.
pub fn publish(options: &Options) -> Result<Vec<String>, Box<dyn Error>> {
    let Options { root, seeds, folder, scripts, effort, pictures, single } = options;
    let built = folder.join("index.html");
    let html = fs::read_to_string(&built).map_err(|error| at(&built, &error))?;
    let shell = Shell::read(&messages::in_html(&html)?)?;
    let site = &cuttings_seeds::read_site(root, seeds)?;
    let program = folder.join(&shell.linked.program);
    let program = fs::read(&program).map_err(|error| at(&program, &error))?;
    // The library borrows the edition until this process ends.
    let library = Library::open(embedded::edition(&program)?.leak())?;
    let base = &shell.linked.base;
    let mut told = Vec::new();

    let mut files = Files::default();
    let scripts = Scripts::prepare(scripts, folder, *effort)?;
    let assets = assets::gather(folder, &shell.linked, &scripts, *effort, &mut files)?;
    let painter = Painter::new()?;
    let apple = manifest::add(site, &assets.icon, &painter, &mut files)?;
    let mut linked = vec![["manifest", "", manifest::MANIFEST], ["apple-touch-icon", "", &apple]];
    if let Some(feed) = feeds::atom(site, &library) {
        files.add(feeds::ATOM, Kind::Xml, feed);
        linked.push(["alternate", "application/atom+xml", feeds::ATOM]);
    }
    if let Some(feed) = feeds::json_feed(site, &library) {
        files.add(feeds::JSON, Kind::Json, feed);
        linked.push(["alternate", "application/feed+json", feeds::JSON]);
    }
    for (path, list) in feeds::sitemaps(site, &library) {
        files.add(path, Kind::Xml, list);
    }
    files.add("robots.txt", Kind::Text, feeds::robots(site));

    let loads = page::loads(&shell, &assets, &files, &linked);
    let [now, later] = ["all", "print"].map(|media| page::style(base, &assets.reading_style, media, &files));
    let reading = [&now[..], &later];
    let headlines = headlines::list(&library);
    let edition = Edition {
        site,
        library: &library,
        shell: &shell,
        loads: &loads,
        reading,
        headlines: headlines.is_some(),
    };
    if let Some(list) = headlines {
        files.add(headlines::FILE, Kind::Html, page::without_program(&edition, &assets, &files, &list)?);
    }
    let pages: Vec<Route> = library.pages().collect();
    let pictures =
        if *pictures { pictures_of(site, &library, &pages, &painter, &mut files)? } else { BTreeMap::new() };
    for route in &pages {
        let file = route.file();
        let html = page::html(&edition, route, pictures.get(&file))?;
        files.add(file, Kind::Html, html);
    }
    for article in library.articles() {
        let path = hand_out::citations(article.slug());
        files.add(path, Kind::HandOut, citation::rows(&library, &article));
    }
    files.add(hand_out::ITEMS, Kind::HandOut, items::rows(&library));
    if let Some(path) = single {
        let html = single::html(site, &library, &shell, &assets, &files, &scripts)?;
        fs::write(path, &html).map_err(|error| at(path, &error))?;
        told.push(format!("{}, {} KB, opens without a host", path.display(), html.len().div_ceil(1000)));
    }
    csp::add_host_files(base, &mut files);
    // What has to know of every file (its path, bytes, kind and hash, and the edition's name) comes here, as the last.
    if !shell.linked.served {
        worker::add(&scripts, &mut files)?;
    }

    scripts.remove()?;
    remove_built(folder, &shell)?;
    files.write(folder, *effort == Effort::Small)?;
    if *effort == Effort::Small {
        told.extend(left_out(site, base, &files));
    }
    told.push(format!("edition {}, {} files", files.edition_id(), files.iter().count()));
    Ok(told)
}

/// The pictures of all articles by their pages' files; none if nobody said where the site will live, since a picture is
/// linked to by its whole address.
fn pictures_of(
    site: &Site,
    library: &Library,
    pages: &[Route],
    painter: &Painter,
    files: &mut Files,
) -> Result<BTreeMap<String, Picture>, Box<dyn Error>> {
    if site.base_url.is_none() {
        return Ok(BTreeMap::new());
    }
    let articles: Vec<(String, Article<'_>)> =
        pages.iter().filter_map(|page| Some((page.file(), article_at(library, page)?))).collect();
    let drawn = at_once(&articles, |(_, article)| {
        painter.article(&site.title, article.section(), article.title()).map_err(|error| error.to_string())
    });
    let mut pictures = BTreeMap::new();
    for ((page, article), png) in articles.into_iter().zip(drawn) {
        let path = files.add_hashed("picture", "png", Kind::Png, png?);
        pictures.insert(page, Picture { path, shows: escape::beginning(article.title(), 200) });
    }
    Ok(pictures)
}

/// What was not made, why, and what to do.
fn left_out(site: &Site, base: &str, files: &Files) -> Vec<String> {
    let Some(url) = &site.base_url else {
        return vec![
            "no base_url in site.toml, so no feeds, no sitemap, no canonical links and no pictures of articles: \
             they need the site's whole address"
                .to_owned(),
        ];
    };
    let mut told = Vec::new();
    let path = url.splitn(4, '/').nth(3).map(|path| format!("/{path}")).unwrap_or_default();
    if path != base {
        told.push(format!("the pages are made for {base}, but base_url in site.toml says {path}: make build PUBLIC_URL={path}"));
    }
    if files.get(feeds::ATOM).is_none() {
        told.push(
            "an article has no date like 2024-05-16, so no Atom feed: put date = 2024-05-16 into site.toml, the day of the edition"
                .to_owned(),
        );
    }
    told
}

/// Removes what Trunk wrote and a page links no more.
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
