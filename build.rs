//! Prepares the inputs of the compiler: the edition that the page embeds, and the page's messages
//! in the edition's language. Errors in the seeds or in the catalogues of messages stop the build.
//!
//! Only a build for the browser makes an edition and prints warnings. A native build, which the
//! publisher and the tests link, takes the language from `site.toml` and stays silent: `trunk
//! build` compiles the page for both, and the publisher reads the edition from the program that
//! Trunk built.

use cuttings_diagnostics::{Diagnostic, Severity, SourceFile};
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
    println!("cargo::rerun-if-env-changed=CUTTINGS_SEEDS");
    println!("cargo::rerun-if-changed={CATALOGUES}");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let seeds = cuttings_seeds::folder(&root, env::var("CUTTINGS_SEEDS").ok().as_deref());
    let for_browser = env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32";
    let language = if for_browser {
        build_edition(&root, &seeds, &out)?
    } else {
        read_language(&root, &seeds)?
    };
    let (messages, diagnostics) = compile_messages(&root, &language)?;
    report(&diagnostics, for_browser);
    fs::write(out.join("messages.rs"), messages)?;
    Ok(())
}

/// Builds the edition into `out`, again whenever a file in the folder of seeds changes. Returns the
/// edition's language.
fn build_edition(root: &Path, seeds: &Path, out: &Path) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", seeds.display());
    let seeds = cuttings_seeds::read(root, seeds)?;
    report(&seeds.diagnostics, true);
    fs::write(out.join("edition.bin"), seeds.edition)?;
    Ok(seeds.site.language)
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

/// Compiles the page's messages to Rust.
fn compile_messages(
    root: &Path,
    language: &str,
) -> Result<(String, Vec<Diagnostic>), Box<dyn Error>> {
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
    let (messages, diagnostics) = cuttings_messages::compile(&catalogues, language);
    Ok((messages.rust(), diagnostics))
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
