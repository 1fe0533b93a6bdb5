//! The command line of Cuttings.

mod arguments;
mod trunk;

use arguments::{Arguments, Build, Command, Export, OpenSearch, Single};
use clap::Parser as _;
use cuttings_cli::export::{OpenSearchOptions, export_opensearch};
use cuttings_cli::publish::{FolderOptions, publish_folder};
use cuttings_diagnostics::{Diagnostic, Severity, summarize};
use cuttings_seeds::SeedErrors;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

/// The exit code of a command that failed. Clap exits with 2 if the arguments are wrong.
const FAILURE: u8 = 1;

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Build(build) => run_build(&build),
        Command::Single(single) => run_single(&single),
        Command::Export(Export::Opensearch(export)) => run_export(&export),
        Command::Publish => trunk::run(),
    };
    outcome.unwrap_or_else(|error| {
        // Errors in the folder name their file and say that they are errors.
        let prefix = if error.is::<SeedErrors>() { "" } else { "error: " };
        eprintln!("{prefix}{error}");
        ExitCode::from(FAILURE)
    })
}

fn run_build(build: &Build) -> Result<ExitCode, Box<dyn Error>> {
    let Build { folder, out, base_url, strict, verbose, page } = build;
    let options = FolderOptions {
        folder,
        site: Some(out),
        base_url: base_url.as_deref(),
        single: None,
        page: page.as_deref(),
    };
    let published = publish_folder(&options)?;
    published.messages.iter().for_each(|line| println!("{line}"));
    println!("wrote {}", out.display());
    Ok(report(&published.diagnostics, *verbose, *strict))
}

fn run_single(single: &Single) -> Result<ExitCode, Box<dyn Error>> {
    let Single { folder, out, strict, verbose } = single;
    let options = FolderOptions {
        folder,
        site: None::<&Path>,
        base_url: None,
        single: Some(out),
        page: None,
    };
    let published = publish_folder(&options)?;
    published.messages.iter().for_each(|line| println!("{line}"));
    Ok(report(&published.diagnostics, *verbose, *strict))
}

fn run_export(export: &OpenSearch) -> Result<ExitCode, Box<dyn Error>> {
    let OpenSearch { folder, out, queries } = export;
    let options = OpenSearchOptions { queries: queries.clone(), ..OpenSearchOptions::default() };
    for line in export_opensearch(folder, out, &options)? {
        println!("{line}");
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints what is wrong or noteworthy in a folder. The command fails if it is strict and a file has
/// an error.
fn report(diagnostics: &[Diagnostic], verbose: bool, strict: bool) -> ExitCode {
    if verbose {
        diagnostics.iter().for_each(|it| eprintln!("{it}"));
    } else {
        summarize(diagnostics).iter().for_each(|it| eprintln!("{it}"));
    }
    let left_out = cuttings_seeds::left_out(diagnostics);
    if !left_out.is_empty() {
        let files = Vec::from_iter(left_out).join(", ");
        eprintln!("left out because of the errors above: {files}");
    }
    let has_errors = diagnostics.iter().any(|it| it.severity == Severity::Error);
    if strict && has_errors { ExitCode::from(FAILURE) } else { ExitCode::SUCCESS }
}
