//! `cuttings build`, `single` and `export`: each writes a folder of articles in one form.

use crate::FAILURE;
use crate::arguments::{Build, Epub, Messages, OpenSearch, Page, Single};
use crate::console::Console;
use crate::outcome::{Outcome, VERSION};
use cuttings_cli::export::{
    EpubOptions, Exported, ExportedBook, OpenSearchOptions, export_epub, export_opensearch,
};
use cuttings_cli::publish::{FolderOptions, PartSizes, PublishedFolder, publish_folder};
use cuttings_diagnostics::{Diagnostic, Severity};
use cuttings_seeds::SeedErrors;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

/// The number of items in the front of an edition whose parts have a given size.
const FRONT_OF_SMALL_PARTS: usize = 6;

/// Runs `cuttings build`.
pub(crate) fn build(build: &Build, console: Console) -> ExitCode {
    let Build { folder, out, base_url, messages, page, cache, preview, part_bytes, form: _ } =
        build;
    let mut outcome = Outcome::new("build", folder, out);
    if is_within(out, folder) {
        let reason = format!(
            "{} is inside of {}, so its files would become articles: name a folder elsewhere, \
             such as --out ../site",
            out.display(),
            folder.display()
        );
        return conclude(outcome, Err(reason.into()), *messages, console);
    }
    let cache = cache.folder();
    if let Some(cache) = cache.as_ref().filter(|it| is_within(it, folder) || is_within(it, out)) {
        let reason = format!(
            "the cache {} would be published: name a folder elsewhere, or use --no-cache",
            cache.display()
        );
        return conclude(outcome, Err(reason.into()), *messages, console);
    }
    let progress = console.progress();
    let options = FolderOptions {
        folder,
        site: Some(out),
        base_url: base_url.as_deref(),
        single: None,
        page: page.built.as_deref(),
        preview: *preview,
        part_sizes: part_bytes.map(|bytes| PartSizes {
            index: bytes,
            records: bytes,
            bodies: bytes,
            head: bytes,
            front: FRONT_OF_SMALL_PARTS,
            short_body: 0,
        }),
        cache: cache.as_deref(),
        progress: &progress,
    };
    let published = publish_folder(&options);
    drop(progress);
    let written = published.map(|published| {
        let diagnostics = outcome.set_published(published);
        outcome.messages.push(format!("wrote {}", out.display()));
        diagnostics
    });
    conclude(outcome, written, *messages, console)
}

/// Returns whether a path is that of a folder or leads into it, even if nothing is there yet.
fn is_within(path: &Path, folder: &Path) -> bool {
    let Ok(folder) = folder.canonicalize() else { return false };
    let Ok(path) = std::path::absolute(path) else { return false };
    let existing = path.ancestors().find_map(|ancestor| ancestor.canonicalize().ok());
    existing.is_some_and(|existing| existing.starts_with(folder))
}

/// Runs `cuttings single`.
pub(crate) fn single(single: &Single, console: Console) -> ExitCode {
    let Single { folder, out, messages, page: Page { built: page }, cache, form: _ } = single;
    let cache = cache.folder();
    let progress = console.progress();
    let options = FolderOptions {
        folder,
        site: None::<&Path>,
        base_url: None,
        single: Some(out),
        page: page.as_deref(),
        preview: false,
        part_sizes: None,
        cache: cache.as_deref(),
        progress: &progress,
    };
    let published = publish_folder(&options);
    drop(progress);
    let mut outcome = Outcome::new("single", folder, out);
    let written = published.map(|published| outcome.set_published(published));
    conclude(outcome, written, *messages, console)
}

/// Runs `cuttings export opensearch`.
pub(crate) fn export(export: &OpenSearch, console: Console) -> ExitCode {
    let OpenSearch { folder, out, queries, messages, .. } = export;
    let options = OpenSearchOptions { queries: queries.clone(), ..OpenSearchOptions::default() };
    let progress = console.progress();
    let exported = export_opensearch(folder, out, &options, &progress);
    drop(progress);
    let mut outcome = Outcome::new("export opensearch", folder, out);
    let written = exported.map(|exported| {
        let Exported { diagnostics, documents, bulk_files, messages } = exported;
        outcome.documents = Some(documents);
        outcome.bulk_files = Some(bulk_files);
        outcome.messages = messages;
        diagnostics
    });
    conclude(outcome, written, *messages, console)
}

/// Runs `cuttings export epub`.
pub(crate) fn export_book(export: &Epub, console: Console) -> ExitCode {
    let Epub { folder, view, out, title, messages, form: _ } = export;
    let options = EpubOptions { view: view.clone(), title: title.clone() };
    let progress = console.progress();
    let exported = export_epub(folder, out, &options, &progress);
    drop(progress);
    let mut outcome = Outcome::new("export epub", folder, out);
    let written = exported.map(|exported| {
        let ExportedBook { diagnostics, articles, messages } = exported;
        outcome.articles = Some(articles);
        outcome.messages = messages;
        diagnostics
    });
    conclude(outcome, written, *messages, console)
}

impl Outcome {
    pub(super) fn new(command: &str, folder: &Path, out: &Path) -> Outcome {
        Outcome {
            version: VERSION,
            command: command.to_owned(),
            folder: folder.display().to_string(),
            out: out.display().to_string(),
            ..Outcome::default()
        }
    }

    /// Takes over what was published, except for the diagnostics.
    fn set_published(&mut self, published: PublishedFolder) -> Vec<Diagnostic> {
        let PublishedFolder { diagnostics, base, edition, messages } = published;
        let (edition, files) = edition.unzip();
        (self.edition, self.files) = (edition, files);
        self.base = self.edition.is_some().then_some(base);
        self.messages = messages;
        diagnostics
    }
}

/// Prints the outcome of a command, with the diagnostics about its folder or the reason why it
/// failed, and returns the exit code. The command fails if it is strict and a file has an error.
pub(super) fn conclude(
    mut outcome: Outcome,
    written: Result<Vec<Diagnostic>, Box<dyn Error>>,
    messages: Messages,
    console: Console,
) -> ExitCode {
    let Messages { strict, verbose } = messages;
    let has_error = |them: &[Diagnostic]| them.iter().any(|it| it.severity == Severity::Error);
    outcome.ok = written.as_ref().is_ok_and(|diagnostics| !(strict && has_error(diagnostics)));
    match written {
        Ok(diagnostics) if console.json => {
            outcome.diagnostics = diagnostics.iter().map(Into::into).collect();
            let left_out = cuttings_seeds::left_out(&diagnostics);
            outcome.left_out = left_out.into_iter().map(str::to_owned).collect();
        }
        Ok(diagnostics) => {
            outcome.messages.iter().for_each(|line| console.say(line));
            console.diagnostics(&diagnostics, verbose);
        }
        Err(error) if console.json => {
            outcome.errors = match error.downcast_ref::<SeedErrors>() {
                Some(SeedErrors(lines)) => lines.clone(),
                None => vec![error.to_string()],
            };
        }
        Err(error) => console.failure(&*error),
    }
    if console.json {
        console.object(&outcome);
    }
    if outcome.ok { ExitCode::SUCCESS } else { ExitCode::from(FAILURE) }
}
