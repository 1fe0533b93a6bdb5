//! Makes what Trunk built ready for readers. Trunk runs it as its last hook, on the folder that it is about to publish,
//! and says by environment variables what it did.

use cuttings_publish::{Effort, Options, publish};
use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, error};

fn main() -> ExitCode {
    match options().and_then(|options| publish(&options)) {
        Ok(()) => ExitCode::SUCCESS,
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
    Ok(Options {
        seeds: cuttings_seeds::folder(&root, env::var("CUTTINGS_SEEDS").ok().as_deref()),
        folder: PathBuf::from(told("TRUNK_STAGING_DIR")?),
        effort: if told("TRUNK_PROFILE")? == "release" { Effort::Small } else { Effort::AsWritten },
        root,
    })
}
