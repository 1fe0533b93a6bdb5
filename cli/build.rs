//! Puts the built page into the program, if `CUTTINGS_BUILT_PAGE` names its folder (`make dist`).
//! Without it, the program only serves Trunk's hook.

use std::error::Error;
use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The folders with the code and data by which articles are read and indexed.
const ANALYSES: [&str; 9] = [
    "crates/corpus/src",
    "crates/diagnostics/src",
    "crates/edition-builder/src",
    "crates/import/src",
    "crates/insight/data",
    "crates/insight/src",
    "crates/memory/src",
    "crates/search/src",
    "crates/seeds/src",
];

/// The folders with the code and data by which pages of articles are rendered.
const PAGES: [&str; 6] = [
    "cli/src/publish",
    "crates/edition/src",
    "crates/memory/src",
    "crates/messages/src",
    "crates/search/src",
    "src",
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=CUTTINGS_BUILT_PAGE");
    let mut list = String::from("&[\n");
    if let Some(folder) = env::var_os("CUTTINGS_BUILT_PAGE").filter(|folder| !folder.is_empty()) {
        let folder = PathBuf::from(folder);
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut files = Vec::new();
        collect(&folder, &mut files)?;
        files.sort();
        for path in files {
            let name = path.strip_prefix(&folder)?.display().to_string().replace('\\', "/");
            writeln!(list, "    ({name:?}, include_bytes!({:?})),", path.display().to_string())?;
        }
    }
    list.push_str("]\n");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let built_from = built_from()?;
    let analyses = hash_of(&ANALYSES)?;
    println!("cargo::rustc-env=CUTTINGS_ANALYSES={built_from}-{analyses:016x}");
    println!("cargo::rustc-env=CUTTINGS_PAGES={built_from}-{:016x}", hash_of(&PAGES)?);
    println!("cargo::rustc-env=CUTTINGS_BUILT_FROM={built_from}");
    fs::write(out.join("built_page.rs"), list)?;
    Ok(())
}

/// Returns the version of the program with a hash of the versions of all libraries.
fn built_from() -> Result<String, Box<dyn Error>> {
    let lock = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../Cargo.lock");
    println!("cargo::rerun-if-changed={}", lock.display());
    println!("cargo::rerun-if-changed=build.rs");
    let mut hash = DefaultHasher::new();
    fs::read(&lock)?.hash(&mut hash);
    Ok(format!("{}-{:016x}", env::var("CARGO_PKG_VERSION")?, hash.finish()))
}

/// Returns a hash of code and data whose results are kept in a cache, so that a developer's change
/// of them makes caches useless.
fn hash_of(folders: &[&str]) -> Result<u64, Box<dyn Error>> {
    let project = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("..");
    let mut hash = DefaultHasher::new();
    for folder in folders {
        let folder = project.join(folder);
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut files = Vec::new();
        collect(&folder, &mut files)?;
        files.sort();
        for file in files {
            fs::read(&file)?.hash(&mut hash);
        }
    }
    Ok(hash.finish())
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, into)?;
        } else {
            into.push(path);
        }
    }
    Ok(())
}
