//! Puts the built page into the program, if `CUTTINGS_BUILT_PAGE` names its folder (`make dist`).
//! Without it, the program only serves Trunk's hook.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

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
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("built_page.rs"), list)?;
    Ok(())
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
