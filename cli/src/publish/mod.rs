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
mod brotli;
mod built_page;
mod cache;
mod catalogues;
mod content;
mod copies;
mod csp;
mod custom_sections;
mod embedded;
mod esbuild;
mod escape;
mod feeds;
mod files;
mod folder;
mod function_order;
mod gzip;
mod head;
mod headlines;
mod host_config;
mod inline;
mod items;
mod kept_page;
mod manifest;
mod media;
mod messages;
mod one_file;
mod page;
mod pages;
mod parts;
mod profile;
mod rendering;
mod scripts;
mod shell;
mod single;
mod social_image;
mod symbol_names;
mod typefaces;
mod worker;

pub use self::cache::default_folder as default_cache;
pub use self::profile::Profile;

use self::assets::{Assets, SeparateEdition};
use self::built_page::BuiltPage;
use self::cache::{Cache, Contents};
use self::catalogues::Choice;
pub(crate) use self::catalogues::in_language;
use self::files::{Files, HEADLINES, Kind};
use self::folder::{Copies, Earlier, Pictures};
use self::head::{PreviewImage, article_at};
use self::page::{Frame, SiteLink};
use self::pages::Pages;
use self::shell::Shell;
use self::social_image::Renderer;
use crate::progress::{Progress, Silent, Stage};
use cuttings::prerender::Prerenderer;
use cuttings::store::library::Library;
use cuttings_corpus::Site;
use cuttings_diagnostics::Diagnostic;
pub use cuttings_edition_builder::PartSizes;
use cuttings_memory::Memory;
use cuttings_messages::REFERENCE;
use cuttings_seeds::{Asset, Seeds};
use rayon::prelude::*;
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

/// The most articles with a page of their own in a preview. Its author opens the others from the
/// edition, and does not wait for their pages at each change.
const PREVIEW_PAGES: usize = 50;

/// An edition with its site, and the page that shows it.
struct Publication<'a> {
    site: &'a Site,
    bytes: &'static [u8],
    library: &'a Library,
    pages: &'a Pages,
    built: &'a BuiltPage,
    /// The HTML around each page, in the language of the edition.
    shell: &'a Shell,
    assets: &'a Assets,
    renderer: &'a Renderer,
    memory: Option<&'a dyn Memory>,
    progress: &'a dyn Progress,
    /// True if pages register the service worker. `cuttings serve` keeps them from it.
    has_worker: bool,
}

/// The form and the place of a published site.
struct Target<'a> {
    /// The folder to which paths in messages are relative.
    root: &'a Path,
    /// The folder of seeds, for its pictures.
    seeds: &'a Path,
    /// Its pictures, if it was read.
    media: Option<&'a [Asset]>,
    /// The folder to write to, if more than the single-file edition is wanted.
    folder: Option<&'a Path>,
    /// The path under which the site is served, with slashes at both ends.
    base: &'a str,
    /// True for readers, false for a developer.
    for_readers: bool,
    /// True to draw an image for each article.
    pictures: bool,
    /// The path of the single-file edition, if it is wanted.
    single: Option<&'a Path>,
    /// The pages that earlier builds have rendered, if they are kept.
    memory: Option<&'a dyn Memory>,
    progress: &'a dyn Progress,
}

/// The outcome of [`write_site`].
struct Written {
    /// The name of the edition, and the number of files, if a folder was written.
    edition: Option<(String, usize)>,
    messages: Vec<String>,
}

/// Replaces Trunk's files by those for readers, and returns messages for whoever builds.
///
/// # Errors
/// If Trunk's files are incomplete, the program contains no edition, `site.toml` has mistakes, or a
/// file cannot be written.
pub fn publish(options: &Options) -> Result<Vec<String>, Box<dyn Error>> {
    let Options { root, seeds, folder, scripts, typefaces, profile, pictures, single } = options;
    let built = BuiltPage::read(folder, scripts, typefaces, *profile, false)?;
    let site = cuttings_seeds::read_site(root, seeds)?;
    // The library borrows the edition until this process ends.
    let bytes = &*embedded::edition(&built.program)?.leak();
    built_page::remove(folder, &built.shell.linked)?;
    let target = Target {
        root,
        seeds,
        media: None,
        folder: Some(folder),
        base: &built.shell.linked.base,
        for_readers: *profile == Profile::Release,
        pictures: *pictures,
        single: single.as_deref(),
        memory: None,
        progress: &Silent,
    };
    Ok(write_site(&built, &site, bytes, None, &target)?.messages)
}

/// Replaces Trunk's files by the built page, for a program that publishes editions with it
/// (`CUTTINGS_BUILT_PAGE`).
///
/// # Errors
/// If Trunk's files are incomplete, or a file cannot be written.
pub fn keep_page(options: &Options) -> Result<Vec<String>, Box<dyn Error>> {
    let Options { folder, scripts, typefaces, profile, .. } = options;
    let built = BuiltPage::read(folder, scripts, typefaces, *profile, true)?;
    built_page::remove(folder, &built.shell.linked)?;
    fs::remove_file(folder.join("index.html"))?;
    kept_page::write(&built, folder)?;
    Ok(vec!["the page without an edition, for `cuttings build`".to_owned()])
}

/// The options of [`publish_folder`].
#[derive(Debug)]
pub struct FolderOptions<'a> {
    /// The folder of articles.
    pub folder: &'a Path,
    /// The folder to write the site to, if it is wanted.
    pub site: Option<&'a Path>,
    /// The site's address, instead of `base_url` in `site.toml`.
    pub base_url: Option<&'a str>,
    /// The path of the single-file edition, if it is wanted.
    pub single: Option<&'a Path>,
    /// A folder with a built page, instead of the one that this program was compiled with.
    pub page: Option<&'a Path>,
    /// True for a site that only its author looks at: without images of articles, without
    /// compressed copies, and with pages of the newest articles only, because these take time.
    pub preview: bool,
    /// The sizes of the parts of the edition, if it is to be in parts even if it is small.
    pub part_sizes: Option<PartSizes>,
    /// The folder of caches, if the build may use one.
    pub cache: Option<&'a Path>,
    /// The observer of the work.
    pub progress: &'a dyn Progress,
}

/// The outcome of [`publish_folder`].
#[derive(Debug)]
pub struct PublishedFolder {
    /// The errors, warnings and notes about the folder.
    pub diagnostics: Vec<Diagnostic>,
    /// The path under which the site is served, with slashes at both ends.
    pub base: String,
    /// The name of the edition, the same for the same files, and the number of files, if a folder
    /// was written.
    pub edition: Option<(String, usize)>,
    /// Messages for whoever publishes.
    pub messages: Vec<String>,
}

/// Publishes a folder of articles with the page that this program was compiled with.
///
/// # Errors
/// If the program has no page, the folder has no article, `site.toml` has mistakes, or a file
/// cannot be written.
pub fn publish_folder(options: &FolderOptions<'_>) -> Result<PublishedFolder, Box<dyn Error>> {
    let FolderOptions {
        folder,
        site: to,
        base_url,
        single,
        page,
        preview,
        part_sizes,
        cache: caches,
        progress,
    } = *options;
    let built = match page {
        Some(page) => kept_page::read(page)?,
        None => kept_page::compiled()
            .ok_or("this program was compiled without the page: build it with `make dist`")?,
    };
    let root = Path::new("");
    progress.begin(Stage::Read, None);
    let open = |contents| caches.map(|caches| Cache::open(caches, folder, contents));
    let cache = open(Contents::Analyses);
    let memory = cache.as_ref().map(|cache| cache as &dyn Memory);
    let Seeds { mut site, edition, outline, assets: media, diagnostics } =
        cuttings_seeds::read_with(root, folder, memory)?;
    let mut messages = Vec::new();
    messages.extend(cache.as_ref().and_then(save));
    drop(cache);
    if let Some(url) = base_url {
        site.set_base_url(url).map_err(|reason| format!("{url} {reason}"))?;
    }
    // The library borrows the edition until this process ends.
    let bytes = &*edition.leak();
    // Also for English: this program may have been compiled with another language.
    let catalogue = &*catalogues::in_language(&site.language).leak();
    cuttings::messages::install(catalogue);
    let is_in_page = site.language == REFERENCE;
    let part_cache = if preview { None } else { open(Contents::Parts) };
    let separate = SeparateEdition {
        bytes,
        outline: &outline,
        sizes: part_sizes,
        is_packed: !preview,
        memory: part_cache.as_ref().map(|cache| cache as &dyn Memory),
        messages: (!is_in_page).then_some(catalogue),
    };
    let base = site.base_path();
    let cache = open(if preview { Contents::PreviewPages } else { Contents::Pages });
    let target = Target {
        root,
        seeds: folder,
        media: Some(&media),
        folder: to,
        base: &base,
        for_readers: !preview,
        pictures: !preview,
        single,
        memory: cache.as_ref().map(|cache| cache as &dyn Memory),
        progress,
    };
    let written = write_site(&built, &site, bytes, Some(&separate), &target)?;
    messages.extend([cache, part_cache].iter().flatten().filter_map(save));
    messages.extend(written.messages);
    Ok(PublishedFolder { diagnostics, base, edition: written.edition, messages })
}

/// Saves a cache, and returns a message if that fails.
fn save(cache: &Cache) -> Option<String> {
    let error = cache.save().err()?;
    Some(format!("the next build will not be faster, because of its cache: {error}"))
}

/// Writes a site, and returns messages for whoever builds. `separate` is the edition if the program
/// does not contain it.
fn write_site(
    built: &BuiltPage,
    site: &Site,
    bytes: &'static [u8],
    separate: Option<&SeparateEdition<'_>>,
    target: &Target<'_>,
) -> Result<Written, Box<dyn Error>> {
    let Target {
        root,
        seeds,
        media,
        folder,
        base,
        for_readers,
        pictures,
        single,
        memory,
        progress,
    } = *target;
    let library = &Library::open(bytes)?;
    let shell = &built.shell.localized(base)?;
    let mut files = Files::default();
    let choice = Choice::new(site);
    let assets = &Assets::add(built, separate, &choice, shell, library, &mut files)?;
    let renderer = &Renderer::new()?;
    let missing_media = media::add(root, seeds, bytes, media, &mut files)?;
    // Small parts are for tests, with few items.
    let largest_whole = separate.and_then(|it| it.sizes).map(|sizes| sizes.records / 4);
    items::add(library, largest_whole.unwrap_or(items::LARGEST_WHOLE), &mut files);
    let copies = match for_readers {
        false => Copies::None,
        true if site.precompress => Copies::OfAll,
        true => Copies::OfSharedFiles,
    };
    let has_pictures = pictures && site.base_url.is_some();
    let limit = site.pages.unwrap_or_else(|| {
        pages::default_limit(folder::output_count(&files, copies), copies, has_pictures)
    });
    let limit = match separate {
        Some(_) if !for_readers => limit.min(PREVIEW_PAGES),
        _ => limit,
    };
    let pages = &Pages::new(library, limit);
    let publication = Publication {
        site,
        bytes,
        library,
        pages,
        built,
        shell,
        assets,
        renderer,
        memory,
        progress,
        has_worker: !shell.linked.served && (for_readers || separate.is_none()),
    };

    let earlier = separate.and(folder).map(Earlier::read).unwrap_or_default();
    let drawn = &earlier.pictures(folder.unwrap_or(Path::new("")));
    let linked = publication.add_site_files(drawn, &mut files)?;
    let images = match pictures {
        true => publication.add_article_images(drawn, &mut files)?,
        false => BTreeMap::new(),
    };
    let without_content = publication.add_pages(&linked, &images, &mut files)?;
    let mut messages = Vec::new();
    if let Some(path) = single {
        messages.push(publication.write_single_file(path, &files)?);
    }
    messages.extend(missing_media);
    messages.extend(choice.missing.iter().map(|language| {
        format!("the page has no messages in “{language}”: remove it from interface_languages in site.toml")
    }));
    host_config::add(base, pages.left_out() > 0, &mut files);
    // The service worker needs to know all files, so it comes last.
    if !shell.linked.served {
        let script = &built.scripts.worker;
        worker::add(script, assets, library.title(), &without_content, &mut files)?;
    }
    let Some(folder) = folder else { return Ok(Written { edition: None, messages }) };
    match separate {
        Some(it) => folder::replace(&files, folder, &earlier, copies, it.memory, progress)?,
        None => folder::write(&files, folder, copies)?,
    }
    if for_readers {
        messages.extend(omissions(site, base, pages, &files));
    }
    let (edition, count) = (files.edition_id(), files.iter().count());
    messages.push(format!("edition {edition}, {count} files"));
    Ok(Written { edition: Some((edition, count)), messages })
}

impl Publication<'_> {
    /// Adds the files about the whole site: the manifest, the feeds and what crawlers read. Returns
    /// the links to them.
    fn add_site_files(
        &self,
        drawn: &Pictures<'_>,
        files: &mut Files,
    ) -> Result<Vec<SiteLink>, Box<dyn Error>> {
        let Publication { site, library, pages, renderer, .. } = self;
        let apple =
            manifest::add(site, self.has_worker, &self.assets.icon, renderer, drawn, files)?;
        let mut linked = vec![
            SiteLink::new("manifest", None, manifest::MANIFEST),
            SiteLink::new("apple-touch-icon", None, &apple),
        ];
        if let Some(feed) = feeds::atom(site, library, pages) {
            files.add(feeds::ATOM, Kind::Xml, feed);
            linked.push(SiteLink::new("alternate", Some("application/atom+xml"), feeds::ATOM));
        }
        if let Some(feed) = feeds::json_feed(site, library, pages) {
            files.add(feeds::JSON, Kind::Json, feed);
            linked.push(SiteLink::new("alternate", Some("application/feed+json"), feeds::JSON));
        }
        for (path, list) in feeds::sitemaps(site, library, pages) {
            files.add(path, Kind::Xml, list);
        }
        files.add("robots.txt", Kind::Text, feeds::robots(site));
        Ok(linked)
    }

    /// Adds the images of all articles, and returns them by the files of their pages. There are
    /// none without a base URL, because links to images are absolute. Those that an earlier build
    /// has `drawn` are not drawn again.
    fn add_article_images(
        &self,
        drawn: &Pictures<'_>,
        files: &mut Files,
    ) -> Result<BTreeMap<String, PreviewImage>, Box<dyn Error>> {
        let Publication { site, library, pages, renderer, .. } = self;
        if site.base_url.is_none() {
            return Ok(BTreeMap::new());
        }
        // Texts of their own, because several threads draw.
        let articles: Vec<(String, String, String)> = pages
            .routes(library)
            .filter_map(|page| {
                let article = article_at(library, &page)?;
                Some((page.file(), article.section().to_owned(), article.title().to_owned()))
            })
            .collect();
        self.progress.begin(Stage::Draw, Some(articles.len()));
        let pictures: Vec<(Vec<u8>, String)> = articles
            .par_iter()
            .map(|(_, section, title)| {
                let drawing = renderer.article(&site.title, section, title);
                let key = drawing.key();
                let png = match drawn.find(&key) {
                    Some(png) => png,
                    None => renderer.draw(&drawing).map_err(|error| error.to_string())?,
                };
                self.progress.advance();
                Ok((png, key))
            })
            .collect::<Result<_, String>>()?;
        let mut images = BTreeMap::new();
        for ((page, _, title), (png, key)) in articles.into_iter().zip(pictures) {
            let path = files.add_picture(png, key);
            images.insert(page, PreviewImage { path, alt: escape::excerpt(&title, 200) });
        }
        Ok(images)
    }

    /// Adds every page as HTML, and the list of all headlines for readers without JavaScript.
    /// Returns a page without content.
    fn add_pages(
        &self,
        linked: &[SiteLink],
        images: &BTreeMap<String, PreviewImage>,
        files: &mut Files,
    ) -> Result<String, Box<dyn Error>> {
        let Publication { site, library, pages, shell, assets, .. } = self;
        let loads =
            |is_explorer| page::loads(shell, assets, files, linked, pages.files_of(), is_explorer);
        let (loads, explorer_loads) = (loads(false)?, loads(true)?);
        let reading = page::style(&shell.linked.base, &assets.reading_style, files);
        let policy = csp::policy();
        let headlines = headlines::list(library, pages);
        let frame = Frame {
            site,
            pages,
            shell,
            loads: &loads,
            explorer_loads: &explorer_loads,
            in_parts: assets.has_parts,
            reading: &reading,
            policy: (!shell.linked.served).then_some(&policy),
            headlines: headlines.is_some(),
        };
        if let Some(list) = headlines {
            let html = page::without_program(&frame, library.title(), assets, files, &list)?;
            files.add(HEADLINES, Kind::Html, html);
        }
        let numbers = pages.numbers();
        self.progress.begin(Stage::Render, Some(numbers.len()));
        rendering::add_pages(library, &numbers, &frame, images, self.memory, self.progress, files)?;
        page::without_content(&frame, library, &Prerenderer::new(library))
    }

    /// Writes the edition as one file, and returns a message about it.
    fn write_single_file(&self, path: &Path, files: &Files) -> Result<String, Box<dyn Error>> {
        let Publication { site, library, built, shell, assets, .. } = self;
        let edition = assets.edition.is_some().then_some(self.bytes);
        let html = single::html(site, edition, library, built, shell, assets, files)?;
        fs::write(path, &html).map_err(|error| at(path, &error))?;
        let size = html.len().div_ceil(1000);
        Ok(format!("{}, {size} KB, opens without a host", path.display()))
    }
}

/// Returns messages about files that were left out, the reason, and the remedy.
fn omissions(site: &Site, base: &str, pages: &Pages, files: &Files) -> Vec<String> {
    let mut messages = Vec::new();
    if pages.left_out() > 0 {
        messages.push(format!(
            "{} older articles have no page of their own and open from the edition: {}",
            pages.left_out(),
            match site.pages {
                Some(pages) => format!("pages in site.toml is {pages}"),
                None => "most hosts have no room for more; pages in site.toml sets another limit"
                    .to_owned(),
            }
        ));
    }
    if site.base_url.is_none() {
        messages.push(
            "no base_url in site.toml, so no feeds, no sitemap, no canonical links and no pictures of articles: \
             they need the site's whole address"
                .to_owned(),
        );
        return messages;
    }
    let path = site.base_path();
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

fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
