//! Writes a folder of seeds, or the results of a query over it, as an EPUB book.

use crate::progress::{Progress, Stage};
use crate::publish::in_language;
use cuttings::route::Route;
use cuttings::store::book::write_book;
use cuttings::store::library::Library;
use cuttings::store::results::Results;
use cuttings_diagnostics::Diagnostic;
use cuttings_edition::{Item, ItemId};
use cuttings_seeds::Asset;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

/// The options of [`export_epub`].
#[derive(Clone, Debug, Default)]
pub struct EpubOptions {
    /// The part of a results page's address after `?`, such as `q=ferry&sort=oldest`. Empty for all
    /// articles in the order of the page.
    pub view: String,
    /// The title, if it is another one than the site's.
    pub title: Option<String>,
}

/// The outcome of [`export_epub`].
#[derive(Debug)]
pub struct ExportedBook {
    /// The errors, warnings and notes about the folder.
    pub diagnostics: Vec<Diagnostic>,
    /// The number of articles in the book.
    pub articles: usize,
    /// Messages for whoever exports.
    pub messages: Vec<String>,
}

/// Exports the seeds in `folder`, or some of them, into the book `out`.
///
/// # Errors
/// If the folder cannot be read, no article matches, or the file cannot be written.
pub fn export_epub(
    folder: &Path,
    out: &Path,
    options: &EpubOptions,
    progress: &dyn Progress,
) -> Result<ExportedBook, Box<dyn Error>> {
    progress.begin(Stage::Read, None);
    let seeds = cuttings_seeds::read(Path::new(""), folder)?;
    cuttings::messages::install(in_language(&seeds.site.language).leak());
    // The library borrows the edition until this process ends.
    let library = Library::open(seeds.edition.leak())?;
    let items = items(&library, &options.view);
    if items.is_empty() {
        return Err(match options.view.as_str() {
            "" => "the folder has no articles".into(),
            view => format!("no article matches {view}").into(),
        });
    }
    progress.begin(Stage::Write, None);
    let pictures: BTreeMap<&str, &Asset> =
        seeds.assets.iter().map(|asset| (asset.name.as_str(), asset)).collect();
    let picture = |name: &str| {
        let asset = pictures.get(name)?;
        asset.bytes.clone().or_else(|| fs::read(&asset.file).ok())
    };
    let title = options.title.as_deref().unwrap_or(library.title());
    let base = seeds.site.base_url.as_deref();
    let bytes = write_book(&library, title, base, &items, picture)?;
    fs::write(out, bytes).map_err(|error| format!("{}: {error}", out.display()))?;
    let articles = items.len();
    let message = format!("wrote {articles} articles to {}", out.display());
    Ok(ExportedBook { diagnostics: seeds.diagnostics, articles, messages: vec![message] })
}

/// Returns the articles of a results page in its order.
fn items(library: &Library, view: &str) -> Vec<ItemId> {
    let Route::Results(view) = library.route("", view) else { return Vec::new() };
    let results = Results::search(library, &view, library.len());
    let is_article = |item: &ItemId| matches!(library.item(*item), Some(Item::Article(_)));
    results.items.iter().copied().filter(is_article).collect()
}
