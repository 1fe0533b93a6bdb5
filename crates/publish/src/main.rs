//! Makes what Trunk built ready for readers. Trunk runs it as its last hook, on the folder that it is about to publish,
//! and says by environment variables what it did.

use cuttings_publish::{Effort, Options, publish};
use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, error};

fn main() -> ExitCode {
    match options().and_then(|options| publish(&options)) {
        Ok(told) => {
            told.iter().for_each(|line| println!("publish: {line}"));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("publish: {error}");
            ExitCode::FAILURE
        }
    }
}

fn options() -> Result<Options, Box<dyn error::Error>> {
    let told = |name: &str| {
        env::var(name).map_err(|_| format!("{name} is not set: Trunk runs this, see Trunk.toml"))
    };
    let root = PathBuf::from(told("TRUNK_SOURCE_DIR")?);
    let release = told("TRUNK_PROFILE")? == "release";
    Ok(Options {
        seeds: cuttings_seeds::folder(&root, env::var("CUTTINGS_SEEDS").ok().as_deref()),
        folder: PathBuf::from(told("TRUNK_STAGING_DIR")?),
        scripts: root.join("src/js"),
        effort: if release { Effort::Small } else { Effort::AsWritten },
        // Whoever writes pages would wait for them at each change.
        pictures: release,
        single: env::var_os("CUTTINGS_SINGLE").filter(|path| !path.is_empty()).map(|path| root.join(path)),
        root,
    })
}
