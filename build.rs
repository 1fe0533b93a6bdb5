//! Makes one edition of the seeds: `seeds/`, or the folder that CUTTINGS_SEEDS names. Bad seeds stop the build here.

use cuttings_corpus::Severity;
use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=CUTTINGS_SEEDS");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let folder = cuttings_seeds::folder(&root, env::var("CUTTINGS_SEEDS").ok().as_deref());
    println!("cargo::rerun-if-changed={}", folder.display());
    match cuttings_seeds::read(&root, &folder) {
        Ok(seeds) => {
            for diagnostic in &seeds.diagnostics {
                match diagnostic.severity {
                    Severity::Error | Severity::Warning => println!("cargo::warning={diagnostic}"),
                    Severity::Note => eprintln!("{diagnostic}"),
                }
            }
            fs::write(PathBuf::from(env::var("OUT_DIR")?).join("edition.bin"), seeds.edition)?;
        }
        // Cargo shows these lines as its own errors and stops, without a panic's noise.
        Err(faults) => faults.0.iter().for_each(|fault| println!("cargo::error={fault}")),
    }
    Ok(())
}
