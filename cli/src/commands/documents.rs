//! Writes what describes the program to shells and to `man`, from its arguments.

use crate::arguments::{Arguments, Completions, Documents};
use clap::{CommandFactory as _, ValueEnum as _};
use clap_complete::{Shell, generate, generate_to};
use std::error::Error;
use std::process::ExitCode;
use std::{fs, io};

/// The name under which people call the program.
const NAME: &str = "cuttings";

/// Prints the completions for a shell.
pub(crate) fn completions(completions: &Completions) -> ExitCode {
    let mut script = Vec::new();
    generate(completions.shell, &mut Arguments::command(), NAME, &mut script);
    // A reader that has gone is no failure.
    let _ = io::Write::write_all(&mut io::stdout(), &script);
    ExitCode::SUCCESS
}

/// Writes `man/cuttings.1` with a page for each command, and `completions/` for all shells.
pub(crate) fn write(documents: &Documents) -> Result<ExitCode, Box<dyn Error>> {
    let [manual, completions] = ["man", "completions"].map(|part| documents.folder.join(part));
    for folder in [&manual, &completions] {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    clap_mangen::generate_to(Arguments::command(), &manual)?;
    for shell in Shell::value_variants() {
        generate_to(*shell, &mut Arguments::command(), NAME, &completions)?;
    }
    Ok(ExitCode::SUCCESS)
}
