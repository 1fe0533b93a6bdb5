//! What a built edition weighs on the wire, file by file, and whether that is within the budget.

use crate::root;
use crate::shares::Functions;
use std::fmt::Write as _;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What everything may weigh that the results page of the edition in `seeds/` loads before it can be searched, in bytes of
/// brotli. Raised only with a reason in CHANGELOG.md. It was 120,000 for a page with a simple search; the search engine is
/// allowed 45,000 more, of which the budget takes 40,000.
const BUDGET: usize = 160_000;

/// What the HTML of that page may weigh, all its results in it.
const RESULTS: usize = 20_000;

/// What the search engine may weigh in the page's program, in bytes of brotli.
const ENGINE: usize = 45_000;

/// The program as the compiler wrote it: with the names of its functions, which the page's own does not have any longer.
const NAMED: &str = "target/web/wasm32-unknown-unknown/release/cuttings.wasm";

/// What the edition as one file may weigh, in bytes as they are.
const SINGLE: usize = 350_000;

/// A file's weight in bytes, as it is and in the two encodings that hosts serve.
struct Weight {
    file: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// `cargo xtask size DIR [FILE]`: a published folder, and perhaps the same edition as one file.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let (folder, single) = match arguments {
        [folder] => (folder, None),
        [folder, single] => (folder, Some(single)),
        _ => return Err("say which folder: cargo xtask size dist".into()),
    };
    let weights = weigh(Path::new(folder))?;
    let longest = weights.iter().map(|weight| weight.file.len()).max().unwrap_or_default().max(18);
    println!("{:longest$}  {:>9}  {:>9}  {:>9}", "bytes", "raw", "gzip", "brotli");
    for Weight { file, raw, gzip, brotli } in &weights {
        println!("{file:longest$}  {raw:>9}  {gzip:>9}  {brotli:>9}");
    }
    let loaded = loaded(Path::new(folder), &weights)?;
    let sum = |part: fn(&Weight) -> usize| loaded.iter().map(|weight| part(weight)).sum::<usize>();
    let brotli = sum(|weight| weight.brotli);
    let name = "until search works";
    println!(
        "{name:longest$}  {:>9}  {:>9}  {brotli:>9}",
        sum(|weight| weight.raw),
        sum(|weight| weight.gzip)
    );
    let results =
        weights.iter().find(|weight| weight.file == "index.html").map_or(0, |weight| weight.brotli);
    within("everything until search works", brotli, BUDGET)?;
    within("the results page's HTML", results, RESULTS)?;
    match Functions::of(&root().join(NAMED)) {
        Some(functions) => {
            let (all, others) = functions.without_engine();
            let engine = packed(&all).saturating_sub(packed(&others));
            let what = "the search engine (what its functions add to the program's, before wasm-opt; without its tables)";
            within(what, engine, ENGINE)?;
        }
        None => {
            println!("the search engine was not weighed: {NAMED} is not there, or has no names")
        }
    }
    if let Some(single) = single {
        let bytes = std::fs::metadata(single).map_err(|error| format!("{single}: {error}"))?.len();
        within("the edition as one file", usize::try_from(bytes).unwrap_or(usize::MAX), SINGLE)?;
    }
    Ok(())
}

/// What the results page loads until it can be searched, as a table, with the budget below.
pub(crate) fn table(folder: &Path) -> Result<String, String> {
    let weights = weigh(folder)?;
    let mut out = String::from("| file | bytes | gzip | brotli |\n|---|---:|---:|---:|\n");
    let mut sum = [0; 3];
    for Weight { file, raw, gzip, brotli } in loaded(folder, &weights)? {
        let _ = writeln!(out, "| {file} | {raw} | {gzip} | {brotli} |");
        sum = [sum[0] + raw, sum[1] + gzip, sum[2] + brotli];
    }
    let [raw, gzip, brotli] = sum;
    let _ = write!(
        out,
        "| until search works | {raw} | {gzip} | {brotli} |\n| budget | | | {BUDGET} |\n\n"
    );
    if let Some(functions) = Functions::of(&root().join(NAMED)) {
        let all = packed(&functions.without_engine().0);
        out += "What the program's code is made of, by the names of its functions, before wasm-opt; what each part adds to the rest in brotli. \
                Code that is made for a part's types is that part's.\n\n\
                | part of the program | bytes | brotli |\n|---|---:|---:|\n";
        for (name, own, others) in functions.parts() {
            let _ = writeln!(
                out,
                "| {name} | {} | {} |",
                own.len(),
                all.saturating_sub(packed(&others))
            );
        }
        out.push('\n');
    }
    Ok(out)
}

/// The files among these that the results page needs before it can be searched.
fn loaded<'w>(folder: &Path, weights: &'w [Weight]) -> Result<Vec<&'w Weight>, String> {
    let front = folder.join("index.html");
    let front =
        std::fs::read_to_string(&front).map_err(|error| format!("{}: {error}", front.display()))?;
    Ok(weights.iter().filter(|weight| is_loaded(&front, &weight.file)).collect())
}

fn within(what: &str, weight: usize, budget: usize) -> Result<(), String> {
    println!("budget: {what}, {weight} of {budget} bytes");
    if weight > budget {
        return Err(format!("{what}: {} bytes over the budget", weight - budget));
    }
    Ok(())
}

/// Whether the page is that file, or names it in its HTML as something that it cannot work without.
fn is_loaded(front: &str, file: &str) -> bool {
    let is_code = Path::new(file)
        .extension()
        .is_some_and(|ending| ["css", "js", "wasm"].iter().any(|code| ending == *code));
    file == "index.html"
        || is_code && front.match_indices(file).any(|(at, _)| !comes_later(front, at))
}

/// Whether what the HTML names at a place holds nothing up: the service worker and the tools come when all else is there,
/// styles for print apply to the screen when it has been taken over. The program comes later, too, but is waited for.
fn comes_later(front: &str, at: usize) -> bool {
    let (before, after) = front.split_at(at);
    let tag = before.rfind('<').map_or(before, |start| &before[start..]);
    let rest = after.find('>').map_or(after, |end| &after[..end]);
    let attribute = tag.rsplit(' ').next().unwrap_or_default();
    ["data-tools=", "data-worker="].iter().any(|later| attribute.starts_with(later))
        || rest.contains(r#"media="print""#)
}

fn weigh(folder: &Path) -> Result<Vec<Weight>, String> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    if files.is_empty() {
        return Err(format!("{} holds no file: run `make build` first", folder.display()));
    }
    files.sort();
    files
        .iter()
        .map(|path| {
            let bytes =
                std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
            let file = path.strip_prefix(folder).unwrap_or(path).display().to_string();
            Ok(Weight { file, raw: bytes.len(), gzip: gzip(&bytes), brotli: packed(&bytes) })
        })
        .collect()
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) -> Result<(), String> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in entries {
        let path = entry.map_err(|error| format!("{}: {error}", folder.display()))?.path();
        if path.is_dir() {
            collect(&path, into)?;
        } else if !path.extension().is_some_and(|ending| ending == "br" || ending == "gz") {
            into.push(path);
        }
    }
    Ok(())
}

/// Level 9, what a host that compresses ahead of time uses.
fn gzip(bytes: &[u8]) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    // Writing to a Vec does not fail.
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.map_or(bytes.len(), |packed| packed.len())
}

/// Quality 11, a window of 4 MiB: what a host that compresses ahead of time uses.
fn packed(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    {
        let mut encoder = brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 22);
        // Writing to a Vec does not fail.
        let _ = encoder.write_all(bytes);
    }
    out.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_encodings_pack_what_repeats_and_little_of_what_does_not() {
        let same = vec![b'a'; 10_000];
        assert!(gzip(&same) < 100 && packed(&same) < 100);
        let mut state = 1u32;
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        })
        .take(10_000)
        .collect();
        assert!(gzip(&noise) > 9_900 && packed(&noise) > 9_900);
    }

    #[test]
    fn only_what_the_page_loads_counts() {
        let front = r#"<script src="/a/boot-1.js" data-program="/a/page-1.wasm" data-glue="/a/page-1.js" data-tools="/a/tools-1.js" data-worker="/worker.js"><link href="/a/page.css"><link href="/a/reading.css" integrity="x" media="print"><img src="og.png"><a href="article/b/">"#;
        for (file, expected) in [
            ("index.html", true),
            ("a/boot-1.js", true),
            ("a/page-1.wasm", true),
            ("a/page-1.js", true),
            ("a/page.css", true),
            ("a/other.css", false),
            ("a/tools-1.js", false),
            ("worker.js", false),
            ("a/reading.css", false),
            ("og.png", false),
            ("article/b/index.html", false),
        ] {
            assert_eq!(is_loaded(front, file), expected, "{file}");
        }
    }
}
