//! Makes what the page is compiled with: one edition of the seeds (`seeds/`, or the folder that CUTTINGS_SEEDS names), and
//! the page's own messages in that edition's language. What is wrong with either stops the build here.

use cuttings_diagnostics::{Diagnostic, Severity, SourceFile};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The folder of catalogues, from the project's root.
const CATALOGUES: &str = "src/messages";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=CUTTINGS_SEEDS");
    println!("cargo::rerun-if-changed={CATALOGUES}");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let folder = cuttings_seeds::folder(&root, env::var("CUTTINGS_SEEDS").ok().as_deref());
    println!("cargo::rerun-if-changed={}", folder.display());
    match cuttings_seeds::read(&root, &folder) {
        Ok(seeds) => {
            tell(&seeds.diagnostics);
            fs::write(out.join("edition.bin"), seeds.edition)?;
            fs::write(out.join("messages.rs"), messages(&root, &seeds.site.language)?)?;
        }
        // Cargo shows these lines as its own errors and stops, without a panic's noise.
        Err(faults) => faults.0.iter().for_each(|fault| println!("cargo::error={fault}")),
    }
    Ok(())
}

/// The page's own words in a language, as Rust.
fn messages(root: &Path, language: &str) -> Result<String, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(root.join(CATALOGUES))? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "ftl") {
            let name = path.strip_prefix(root)?.display().to_string();
            files.push((name, fs::read(&path)?));
        }
    }
    let catalogues: Vec<SourceFile<'_>> = files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let (messages, diagnostics) = cuttings_messages::compile(&catalogues, language);
    tell(&diagnostics);
    Ok(messages.rust())
}

/// Tells whoever builds what was noticed; Cargo stops at errors.
fn tell(diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics {
        match diagnostic.severity {
            Severity::Error => println!("cargo::error={diagnostic}"),
            Severity::Warning => println!("cargo::warning={diagnostic}"),
            Severity::Note => eprintln!("{diagnostic}"),
        }
    }
}
