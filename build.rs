//! Prepares the inputs of the compiler: the edition that the page embeds, and the page's messages
//! in the edition's language. Errors in the catalogues of messages stop the build. A seed with an
//! error is left out, and stops the build only if `CUTTINGS_STRICT` is set.
//!
//! If `CUTTINGS_SEPARATE_EDITION` is set, the page has no edition and English messages: it opens an
//! edition that is published beside it, in any language.
//!
//! Only a build for the browser makes an edition and prints warnings. A native build, which the
//! publisher and the tests link, takes the language from `site.toml` and stays silent: `trunk
//! build` compiles the page for both, and the publisher reads the edition from the program that
//! Trunk built.

use cuttings_diagnostics::{Diagnostic, Severity, SourceFile, summarize};
use cuttings_messages::Messages;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The folder of catalogues, from the project's root.
const CATALOGUES: &str = "src/messages";

fn main() {
    if let Err(error) = prepare() {
        // Cargo shows these lines as its own errors and stops, without the noise of a panic.
        error.to_string().lines().for_each(|line| println!("cargo::error={line}"));
    }
}

fn prepare() -> Result<(), Box<dyn Error>> {
    println!("cargo::rustc-check-cfg=cfg(separate_edition)");
    for variable in
        ["CUTTINGS_SEEDS", "CUTTINGS_STRICT", "CUTTINGS_VERBOSE", "CUTTINGS_SEPARATE_EDITION"]
    {
        println!("cargo::rerun-if-env-changed={variable}");
    }
    println!("cargo::rerun-if-changed={CATALOGUES}");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let seeds = cuttings_seeds::folder(&root, env::var("CUTTINGS_SEEDS").ok().as_deref());
    let for_browser = env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32";
    let is_separate = for_browser && is_set("CUTTINGS_SEPARATE_EDITION");
    if is_separate && env::var_os("CARGO_FEATURE_PARTS").is_none() {
        return Err("CUTTINGS_SEPARATE_EDITION needs the feature: add --features parts".into());
    }
    let language = if is_separate {
        println!("cargo::rustc-cfg=separate_edition");
        cuttings_messages::REFERENCE.to_owned()
    } else if for_browser {
        build_edition(&root, &seeds, &out)?
    } else {
        read_language(&root, &seeds)?
    };
    let (messages, diagnostics) = compile_messages(&root, &language)?;
    report(&diagnostics, for_browser);
    fs::write(out.join("messages.rs"), messages.rust())?;
    let catalogue = if for_browser { messages.program_catalogue() } else { messages.catalogue() };
    fs::write(out.join("catalogue.txt"), catalogue)?;
    if for_browser {
        fs::write(out.join("explorer-catalogue.txt"), messages.explorer_catalogue())?;
    }
    Ok(())
}

/// Builds the edition into `out`, again whenever a file in the folder of seeds changes. Returns the
/// edition's language.
fn build_edition(root: &Path, seeds: &Path, out: &Path) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", seeds.display());
    let folder = seeds;
    let seeds = cuttings_seeds::read(root, folder)?;
    let statics = cuttings_seeds::static_folder(&seeds.site, folder);
    if let Some(statics) = statics.filter(|statics| statics.exists()) {
        println!("cargo::rerun-if-changed={}", statics.display());
    }
    summarize_seeds(&seeds);
    fs::write(out.join("edition.bin"), seeds.edition)?;
    Ok(seeds.site.language)
}

/// Prints one line for each kind of diagnostic about the seeds, or each of them if
/// `CUTTINGS_VERBOSE` is set, and at the end the files that were left out. If `CUTTINGS_STRICT` is
/// set, Cargo stops at errors.
///
/// Cargo shows the output of a build script only if it is a warning, so notes are warnings, too.
fn summarize_seeds(seeds: &cuttings_seeds::Seeds) {
    let is_strict = is_set("CUTTINGS_STRICT");
    let print = |severity: Severity, line: &dyn std::fmt::Display| match severity {
        Severity::Error if is_strict => println!("cargo::error={line}"),
        _ => println!("cargo::warning={line}"),
    };
    if is_set("CUTTINGS_VERBOSE") {
        seeds.diagnostics.iter().for_each(|it| print(it.severity, it));
    } else {
        summarize(&seeds.diagnostics).iter().for_each(|it| print(it.severity(), it));
    }
    let left_out = seeds.left_out();
    if !left_out.is_empty() {
        let files = Vec::from_iter(left_out).join(", ");
        println!("cargo::warning=left out because of the errors above: {files}");
    }
}

/// Returns whether an environment variable is set to anything but nothing and 0.
fn is_set(variable: &str) -> bool {
    env::var(variable).is_ok_and(|value| !matches!(&*value, "" | "0"))
}

/// Reads the edition's language from `site.toml`. A native build does not depend on the other
/// seeds.
fn read_language(root: &Path, seeds: &Path) -> Result<String, Box<dyn Error>> {
    let file = cuttings_seeds::site_file(seeds);
    // Cargo would run this again at every build if it had to watch a file that does not exist.
    let watched = if file.exists() { &file } else { seeds };
    println!("cargo::rerun-if-changed={}", watched.display());
    Ok(cuttings_seeds::read_site(root, seeds)?.language)
}

/// Compiles the page's messages.
fn compile_messages(
    root: &Path,
    language: &str,
) -> Result<(Messages, Vec<Diagnostic>), Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(root.join(CATALOGUES))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            let name = path.strip_prefix(root)?.display().to_string();
            files.push((name, fs::read(&path)?));
        }
    }
    let catalogues: Vec<SourceFile<'_>> =
        files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    Ok(cuttings_messages::compile(&catalogues, language))
}

/// Passes diagnostics on to Cargo, which stops at errors.
fn report(diagnostics: &[Diagnostic], with_warnings: bool) {
    for diagnostic in diagnostics {
        match diagnostic.severity {
            Severity::Error => println!("cargo::error={diagnostic}"),
            Severity::Warning if with_warnings => println!("cargo::warning={diagnostic}"),
            Severity::Note if with_warnings => eprintln!("{diagnostic}"),
            Severity::Warning | Severity::Note => {}
        }
    }
}
