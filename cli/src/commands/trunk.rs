//! Trunk's last hook: turns the folder that Trunk has built into the one that readers get, or into
//! the page that this program is compiled with (`make dist`). Trunk tells it by environment
//! variables what it has built.

use cuttings_cli::publish::{Options, Profile, keep_page, publish};
use std::env;
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

/// Runs the hook.
pub(crate) fn run() -> Result<ExitCode, Box<dyn Error>> {
    let options = options()?;
    let separate = env::var_os("CUTTINGS_SEPARATE_EDITION").is_some_and(|value| value == "1");
    let messages = if separate { keep_page(&options)? } else { publish(&options)? };
    messages.iter().for_each(|line| println!("publish: {line}"));
    Ok(ExitCode::SUCCESS)
}

/// Reads the options from the environment that Trunk gives its hooks.
fn options() -> Result<Options, Box<dyn Error>> {
    let variable = |name: &str| {
        env::var(name).map_err(|_| format!("{name} is not set: Trunk runs this, see Trunk.toml"))
    };
    let root = PathBuf::from(variable("TRUNK_SOURCE_DIR")?);
    let release = variable("TRUNK_PROFILE")? == "release";
    Ok(Options {
        seeds: cuttings_seeds::folder(&root, env::var("CUTTINGS_SEEDS").ok().as_deref()),
        folder: PathBuf::from(variable("TRUNK_STAGING_DIR")?),
        scripts: root.join("src/js"),
        typefaces: PathBuf::from(env::var("CUTTINGS_TYPEFACES").map_err(
            |_| "CUTTINGS_TYPEFACES is not set: build through `make` or `scripts/with build`",
        )?),
        profile: if release { Profile::Release } else { Profile::Development },
        // Drawing them takes time, which a developer would wait for after each change.
        pictures: release,
        single: env::var_os("CUTTINGS_SINGLE")
            .filter(|path| !path.is_empty())
            .map(|path| root.join(path)),
        root,
    })
}
