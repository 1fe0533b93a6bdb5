//! `cargo xtask size`: reports the size of each file of a built edition, and checks the budgets.

use crate::root;
use crate::shares::Functions;
use brotli::enc::BrotliEncoderParams;
use std::fmt::Write as _;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The budget for everything that the results page of `seeds/` loads until search works, in bytes
/// of brotli. A higher budget needs a decision in `docs/decisions`.
const BUDGET: usize = 211_000;

/// The budget for the HTML of that page, with all its results.
const RESULTS_HTML: usize = 20_000;

/// The budget for the search engine within the page's wasm, in bytes of brotli.
const ENGINE: usize = 45_000;

/// The budget for the fonts that a reader of a Latin script downloads, outside of the first budget
/// because they come after the program.
const FONTS: usize = 70_000;

/// The wasm as the compiler wrote it. It still has the names of functions, which wasm-opt removes.
const NAMED: &str = "target/web/wasm32-unknown-unknown/release/cuttings.wasm";

/// The budget for the single-file edition, in uncompressed bytes. It contains the explorer.
const SINGLE: usize = 890_000;

/// The size of a file in bytes, raw and in the two encodings that hosts serve.
struct FileSize {
    file: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// `cargo xtask size DIR [FILE]`: a published folder, and optionally the single-file edition.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let (folder, single) = match arguments {
        [folder] => (folder, None),
        [folder, single] => (folder, Some(single)),
        _ => return Err("usage: cargo xtask size DIR [FILE]".into()),
    };
    let weights = weigh(Path::new(folder))?;
    let longest = weights.iter().map(|weight| weight.file.len()).max().unwrap_or_default().max(18);
    println!("{:longest$}  {:>9}  {:>9}  {:>9}", "bytes", "raw", "gzip", "brotli");
    for FileSize { file, raw, gzip, brotli } in &weights {
        println!("{file:longest$}  {raw:>9}  {gzip:>9}  {brotli:>9}");
    }
    let loaded = loaded(Path::new(folder), &weights)?;
    let sum =
        |part: fn(&FileSize) -> usize| loaded.iter().map(|weight| part(weight)).sum::<usize>();
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
    within("the results page's HTML", results, RESULTS_HTML)?;
    let is_font = |file: &str| file.contains("-latin-") && file.ends_with(".woff2");
    let fonts = weights
        .iter()
        .filter(|weight| is_font(&weight.file) && !weight.file.contains("-latin-ext-"));
    within("the fonts of a page in a Latin script", fonts.map(|weight| weight.raw).sum(), FONTS)?;
    match Functions::of(&root().join(NAMED)) {
        Some(functions) => {
            let (all, others) = functions.without_engine();
            let engine = packed(&all).saturating_sub(packed(&others));
            let what =
                "the search engine (its functions' share before wasm-opt, without its tables)";
            within(what, engine, ENGINE)?;
        }
        None => {
            println!(
                "the search engine was not measured: {NAMED} is missing or has no function names"
            );
        }
    }
    if let Some(single) = single {
        let bytes = std::fs::metadata(single).map_err(|error| format!("{single}: {error}"))?.len();
        within("the edition as one file", usize::try_from(bytes).unwrap_or(usize::MAX), SINGLE)?;
    }
    Ok(())
}

/// Returns a table of the files that the results page loads until search works, with the budget.
pub(crate) fn table(folder: &Path) -> Result<String, String> {
    let weights = weigh(folder)?;
    let mut out = String::from("| file | bytes | gzip | brotli |\n|---|---:|---:|---:|\n");
    let mut sum = [0; 3];
    for FileSize { file, raw, gzip, brotli } in loaded(folder, &weights)? {
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
        out += "The parts of the program by the names of their functions, before wasm-opt. The column brotli is what\n\
                each part adds to the rest. Generic code counts for the part whose types it uses.\n\n\
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

/// Returns the files that the results page needs until search works.
fn loaded<'w>(folder: &Path, weights: &'w [FileSize]) -> Result<Vec<&'w FileSize>, String> {
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

/// Returns whether `file` is the page itself, or a script, style or wasm that its HTML needs.
fn is_loaded(front: &str, file: &str) -> bool {
    let is_code = Path::new(file)
        .extension()
        .is_some_and(|ending| ["css", "js", "wasm"].iter().any(|code| ending == *code));
    file == "index.html"
        || is_code && front.match_indices(file).any(|(at, _)| !comes_later(front, at))
}

/// Returns whether the HTML refers at this offset to a file that search does not wait for: the
/// service worker, the tools, and the deferred styles.
fn comes_later(front: &str, at: usize) -> bool {
    let (before, _) = front.split_at(at);
    let tag = before.rfind('<').map_or(before, |start| &before[start..]);
    let attribute = tag.rsplit(' ').next().unwrap_or_default();
    ["data-tools=", "data-worker="].iter().any(|later| attribute.starts_with(later))
        || is_within(before, "noscript")
        || is_within(before, "template")
}

/// Returns whether an element of that name is open after `before`.
fn is_within(before: &str, name: &str) -> bool {
    let start = before.rfind(&format!("<{name}"));
    start.is_some_and(|start| !before[start..].contains(&format!("</{name}>")))
}

fn weigh(folder: &Path) -> Result<Vec<FileSize>, String> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    if files.is_empty() {
        return Err(format!("{} holds no file: run `make build`", folder.display()));
    }
    files.sort();
    files
        .iter()
        .map(|path| {
            let bytes =
                std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
            let file = path.strip_prefix(folder).unwrap_or(path).display().to_string();
            let brotli = published_copy(path).unwrap_or_else(|| packed(&bytes));
            Ok(FileSize { file, raw: bytes.len(), gzip: gzip(&bytes), brotli })
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

/// Returns the size of the copy in Brotli that the publisher wrote beside a file, if it did.
fn published_copy(file: &Path) -> Option<usize> {
    let mut copy = file.as_os_str().to_owned();
    copy.push(".br");
    usize::try_from(std::fs::metadata(copy).ok()?.len()).ok()
}

/// Returns the size after gzip at level 9, the level of precompressed files.
fn gzip(bytes: &[u8]) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    // Writing to a `Vec` does not fail.
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.map_or(bytes.len(), |packed| packed.len())
}

/// Returns the size after brotli at quality 11 with a window of 4 MiB and blocks of 1 MiB.
fn packed(mut bytes: &[u8]) -> usize {
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        lgblock: 20,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut out = Vec::new();
    // Writing to a `Vec` does not fail.
    let _ = brotli::BrotliCompress(&mut bytes, &mut out, &parameters);
    out.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_encodings_compress_repetition_but_not_noise() {
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
    fn only_files_that_the_page_loads_count() {
        let front = r#"<script data-program="/a/page-1.wasm">…</script><script src="/a/boot-1.js" data-tools="/a/tools-1.js" data-worker="/worker.js"><link href="/a/page.css"><noscript><link href="/a/reading.css"></noscript><template class="deferred"><link href="/a/reading.css"></template><img src="og.png"><a href="article/b/">"#;
        for (file, expected) in [
            ("index.html", true),
            ("a/boot-1.js", true),
            ("a/page-1.wasm", true),
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
