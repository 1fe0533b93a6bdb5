//! `cuttings import`: turns saved pages, exports and books into a folder of Markdown.

use super::publishing::conclude;
use crate::arguments::Import;
use crate::console::Console;
use crate::outcome::Outcome;
use cuttings_cli::import::{Imported, import_files};
use std::path::Path;
use std::process::ExitCode;

/// Runs `cuttings import`.
pub(crate) fn run(arguments: &Import, console: Console) -> ExitCode {
    let Import { files, out, messages, form: _ } = arguments;
    let progress = console.wait("reading".to_owned());
    let imported = import_files(files, out);
    drop(progress);
    let folder = files.first().map_or(Path::new(""), |file| file.as_path());
    let mut outcome = Outcome::new("import", folder, out);
    let written = imported.map(|imported| {
        let Imported { articles, links, pictures, kept, diagnostics } = imported;
        outcome.articles = Some(articles);
        outcome.links = Some(links);
        outcome.pictures = Some(pictures);
        let count = |count: usize, one: &str, many: &str| match count {
            1 => format!("1 {one}"),
            _ => format!("{count} {many}"),
        };
        outcome.messages.push(format!(
            "imported {}, {} and {} into {}",
            count(articles, "article", "articles"),
            count(links, "link without a text", "links without a text"),
            count(pictures, "picture", "pictures"),
            out.display()
        ));
        if kept > 0 {
            let were = count(kept, "file was", "files were");
            outcome.messages.push(format!("{were} there already"));
        }
        diagnostics
    });
    conclude(outcome, written, *messages, console)
}
