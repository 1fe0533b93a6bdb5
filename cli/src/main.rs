//! The program `cuttings`: publishes folders of articles, and shows them while they are written.

mod arguments;
mod commands;
mod console;
mod outcome;
mod progress_bar;

use arguments::{Arguments, Command, Export};
use clap::Parser as _;
use console::Console;
use std::error::Error;
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The exit code of a command that failed. Clap exits with 2 if the arguments are wrong.
const FAILURE: u8 = 1;

fn main() -> ExitCode {
    let Arguments { output, command } = Arguments::parse();
    let console = Console::new(output, command.is_json());
    run(command, console).unwrap_or_else(|error| {
        console.failure(&*error);
        ExitCode::from(FAILURE)
    })
}

fn run(command: Command, console: Console) -> Result<ExitCode, Box<dyn Error>> {
    match command {
        Command::New(new) => commands::starter::run(&new, console),
        Command::Serve(serve) => commands::serve::run(&serve, console),
        Command::Build(build) => Ok(commands::publishing::build(&build, console)),
        Command::Single(single) => Ok(commands::publishing::single(&single, console)),
        Command::Inspect(inspect) => commands::inspect::run(&inspect, console),
        Command::Import(import) => Ok(commands::importing::run(&import, console)),
        Command::Export(Export::Opensearch(export)) => {
            Ok(commands::publishing::export(&export, console))
        }
        Command::Export(Export::Epub(export)) => {
            Ok(commands::publishing::export_book(&export, console))
        }
        Command::Completions(completions) => Ok(commands::documents::completions(&completions)),
        Command::Documents(documents) => commands::documents::write(&documents),
        Command::Publish => commands::trunk::run(),
    }
}
