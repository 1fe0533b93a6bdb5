//! `cargo xtask parts`: splits the edition of a folder into parts, and reports the bytes that
//! searches need.

use brotli::enc::BrotliEncoderParams;
use cuttings_edition::{Edition, Item, ItemId};
use cuttings_edition_builder::{PartSizes, split};
use cuttings_parts::PartStore;
use cuttings_search::{Query, Request};
use std::fmt::{self, Display, Formatter};
use std::path::Path;

const USAGE: &str = "\
cargo xtask parts DIR QUERY…

  DIR     a folder of articles
  QUERY…  queries; each is searched for with no part there";

/// Runs `cargo xtask parts DIR QUERY…`.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let (folder, queries) = arguments.split_first().ok_or(USAGE)?;
    let seeds = cuttings_seeds::read(Path::new(""), Path::new(folder));
    let seeds = seeds.map_err(|error| error.to_string())?;
    let files = split(&seeds.edition, &seeds.outline, PartSizes::default());
    let files = files.ok_or("the edition cannot be split")?;
    let head = compressed(&files.head)?;
    println!("Edition: {} bytes. Head: {head} bytes of Brotli.", seeds.edition.len());
    let count = files.parts.len();
    println!("Parts: {count}. In bytes of Brotli, with the numbers of parts and round trips:\n");
    println!("| query | search | titles | texts | all with the head | related |");
    println!("|---|---:|---:|---:|---:|---:|");
    for query in queries {
        let needs = needs(&files.head, &files.parts, query)?;
        let [search, titles, texts, related] = needs;
        let all = head + search.bytes + titles.bytes + texts.bytes;
        println!("| {query} | {search} | {titles} | {texts} | {all} | {related} |");
    }
    Ok(())
}

/// The parts that an answer needs.
#[derive(Clone, Copy, Default)]
struct Need {
    bytes: usize,
    parts: usize,
    /// The number of times that parts are asked for, each after the one before.
    trips: usize,
}

impl Display for Need {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { bytes, parts, trips } = self;
        write!(f, "{bytes} ({parts}, {trips})")
    }
}

/// Returns what a search needs: for the hits, for their titles and metadata, for their texts, and
/// after that for related documents.
fn needs(head: &[u8], parts: &[Vec<u8>], query: &str) -> Result<[Need; 4], String> {
    let store = PartStore::open(head).map_err(|error| error.to_string())?;
    let edition = Edition::in_parts(&store).map_err(|error| error.to_string())?;
    let query = Query::parse(query);
    // Asks until nothing is missing, and adds up what was.
    let fetch_for = |ask: &mut dyn FnMut()| -> Result<Need, String> {
        let mut need = Need::default();
        loop {
            ask();
            let missing = store.take_missing();
            if missing.is_empty() {
                return Ok(need);
            }
            need.trips += 1;
            for part in missing {
                let file = parts.get(part.0 as usize - 1).ok_or("a part is not there")?;
                // The store keeps the bytes as long as this program runs.
                store.insert(part, file.clone().leak()).map_err(|error| error.to_string())?;
                need.parts += 1;
                need.bytes += compressed(file)?;
            }
        }
    };
    let mut hits = Vec::new();
    // As the page does: it counts facets later.
    let request = Request { skips_absent_facets: true, ..Request::new(&query) };
    let search = fetch_for(&mut || hits = edition.searcher().search(&request).hits)?;
    let articles = || {
        let items = hits.iter().filter_map(|hit| edition.item(ItemId(hit.doc.0)));
        items.filter_map(|item| match item {
            Item::Article(article) => Some(article),
            Item::Teaser(_) => None,
        })
    };
    let titles = fetch_for(&mut || {
        articles().for_each(|it| drop((it.title(), it.slug(), it.metadata())));
    })?;
    let texts = fetch_for(&mut || {
        articles().for_each(|it| {
            it.blocks().for_each(|block| {
                let _ = block.text();
            });
        });
    })?;
    let related = fetch_for(&mut || drop(edition.searcher().related(&request)))?;
    Ok([search, titles, texts, related])
}

/// Returns the length in Brotli, at the quality of what is loaded first.
fn compressed(bytes: &[u8]) -> Result<usize, String> {
    let mut out = Vec::new();
    let params = BrotliEncoderParams { quality: 11, lgwin: 22, ..BrotliEncoderParams::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params).map_err(|error| error.to_string())?;
    Ok(out.len())
}
