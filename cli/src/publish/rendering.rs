//! Renders the pages of an edition on all cores. An opened edition belongs to one thread, because
//! its search engine reuses its memory, so each thread opens the edition for itself.

use crate::progress::Progress;
use crate::publish::files::{Files, Kind};
use crate::publish::head::{PreviewImage, article_at};
use crate::publish::page::{self, Frame};
use cuttings::prerender::Prerenderer;
use cuttings::route::Route;
use cuttings::store::library::Library;
use cuttings_edition::{Article, Edition};
use cuttings_exports::{Audience, address, citation};
use cuttings_markdown_writer as markdown;
use cuttings_memory::{Input, Memory, remembered};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The number of runs of pages for each core. Opening the edition takes as long as rendering a few
/// pages, and long runs keep a core waiting at the end.
const RUNS_PER_CORE: usize = 4;

/// A page and the data that its tools load: path, kind and text.
type PageFiles = Vec<(String, Kind, String)>;

/// Adds pages as HTML, by their numbers in the library, with the citations and the Markdown of
/// their articles. `images` are the images for link previews by the files of the pages, and
/// `memory` has pages that earlier builds have rendered.
///
/// # Errors
/// If a page cannot be rendered.
pub(crate) fn add_pages(
    edition: &Edition<'static>,
    pages: &[usize],
    frame: &Frame<'_>,
    images: &BTreeMap<String, PreviewImage>,
    memory: Option<&dyn Memory>,
    progress: &dyn Progress,
    files: &mut Files,
) -> Result<(), String> {
    let run = pages.len().div_ceil(RUNS_PER_CORE * rayon::current_num_threads());
    let rendered: Vec<PageFiles> = pages
        .par_iter()
        .with_min_len(run)
        .map_init(
            || Opened::new(edition, memory, frame.in_parts),
            |opened, page| {
                let files = opened.files(*page, frame, images);
                progress.advance();
                files
            },
        )
        .collect::<Result<_, String>>()?;
    for (path, kind, text) in rendered.into_iter().flatten() {
        if path == Route::default().file() {
            files.add(path, kind, text);
        } else {
            files.add_of_page(path, kind, text);
        }
    }
    Ok(())
}

/// An opened edition with its pages.
struct Opened<'m> {
    library: Library,
    prerenderer: Prerenderer,
    routes: Vec<Route>,
    memory: Option<&'m dyn Memory>,
}

impl<'m> Opened<'m> {
    fn new(
        edition: &Edition<'static>,
        memory: Option<&'m dyn Memory>,
        in_parts: bool,
    ) -> Opened<'m> {
        let library = Library::reopen(edition.clone()).published_in_parts(in_parts);
        let prerenderer = Prerenderer::new(&library);
        let routes = library.pages().collect();
        Opened { library, prerenderer, routes, memory }
    }

    /// Renders the page with a number.
    fn files(
        &self,
        page: usize,
        frame: &Frame<'_>,
        images: &BTreeMap<String, PreviewImage>,
    ) -> Result<PageFiles, String> {
        let Opened { library, prerenderer, routes, .. } = self;
        let Some(route) = routes.get(page) else { return Ok(Vec::new()) };
        let path = route.file();
        let article = article_at(library, route);
        let (content, markdown) = match &article {
            Some(article) => self.article(route, article),
            None => (prerenderer.html(route), String::new()),
        };
        let content = content.ok_or("a page did not render at once")?;
        let html = page::html(frame, library, route, content, images.get(&path))
            .map_err(|error| error.to_string())?;
        let mut files = vec![(path, Kind::Html, html)];
        if let Some(article) = article {
            let citations = citation::file(library, Audience::Everybody, &article);
            files.push((address::citations(article.slug()), Kind::OnDemandData, citations));
            files.push((address::markdown(article.slug()), Kind::Text, markdown));
        }
        Ok(files)
    }

    /// Returns the content of an article's page, and the article as Markdown. Both follow from what
    /// [`Prerenderer::inputs`] returns.
    fn article(&self, route: &Route, article: &Article<'static>) -> (Option<String>, String) {
        let Opened { library, prerenderer, memory, .. } = self;
        let render = || (prerenderer.html(route), markdown::article(library, article));
        let inputs = memory.and_then(|_| prerenderer.inputs(route));
        match inputs {
            Some(inputs) => {
                remembered(*memory, || Input::of("page").with(inputs.as_bytes()), render)
            }
            None => render(),
        }
    }
}
