//! The arguments of the command line, and its help. The short help (`-h`) has the first paragraph
//! of each comment, the long one (`--help`) and the manual pages have all of it.

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Args, Parser, Subcommand, ValueEnum};
use cuttings_cli::publish::default_cache;
use std::ffi::OsStr;
use std::path::PathBuf;

/// The styles of the help: the program's own output is as sparing.
const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

const SHORT_END: &str = "\
Begin with `cuttings new notes`, then `cuttings serve notes`.
`--help` says more, and `cuttings COMMAND --help` has examples.";

const LONG_END: &str = "\
Examples:
  cuttings new notes                    a folder with three articles to begin with
  cuttings serve notes                  show it, and again after each change
  cuttings build notes --out site       write it as a site for any static host
  cuttings single notes                 write it as one file, cuttings.html

Exit codes:
  0    the command did what it was asked for
  1    it failed, or with --strict, a file has an error
  2    the arguments are wrong
  130  `cuttings serve` was stopped with Ctrl-C

Environment:
  NO_COLOR         no colours, if it is set and not empty
  CLICOLOR_FORCE   colours even where the output is no terminal";

const NEW_EXAMPLES: &str = "\
Examples:
  cuttings new notes
  cuttings serve notes";

const SERVE_EXAMPLES: &str = "\
Examples:
  cuttings serve notes                  at http://127.0.0.1:8080/
  cuttings serve notes --open           and open it in your browser
  cuttings serve notes --port 0         on any port that is free";

const BUILD_EXAMPLES: &str = "\
Examples:
  cuttings build notes
  cuttings build notes --out ~/site --base-url https://example.org/papers/
  cuttings build notes --strict         for CI: fail if a file has an error
  cuttings build notes --json | jq .files";

const SINGLE_EXAMPLES: &str = "\
Examples:
  cuttings single notes
  cuttings single notes --out papers.html";

const INSPECT_EXAMPLES: &str = "\
Examples:
  cuttings inspect notes/ferry.md       each line, each block, each name
  cuttings inspect notes                the articles of a folder
  cuttings inspect notes --json | jq '.articles[].title'";

const EXPORT_EXAMPLES: &str = "\
Examples:
  cuttings export opensearch notes
  cuttings export opensearch notes 'ferry -price' --out opensearch";

const EPUB_EXAMPLES: &str = "\
Examples:
  cuttings export epub notes
  cuttings export epub notes 'q=ferry&sort=oldest' --title 'The ferry' --out ferry.epub";

const IMPORT_EXAMPLES: &str = "\
Examples:
  cuttings import omnivore.zip --out notes
  cuttings import saved-pages/ book.epub --out notes
  cuttings import pocket.zip --out notes --json | jq .links";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  cuttings completions bash > ~/.local/share/bash-completion/completions/cuttings
  cuttings completions zsh > ~/.zfunc/_cuttings
  cuttings completions fish > ~/.config/fish/completions/cuttings.fish
  cuttings completions powershell >> $PROFILE";

/// Turns a folder of articles into a searchable reading room of static files.
///
/// Cuttings reads a folder of Markdown and plain text as it is, indexes it, and writes a site that
/// searches, filters and shows the articles in the reader's browser. Any static host can serve it.
/// The program needs no server and no network, and nothing else installed.
#[derive(Debug, Parser)]
#[command(
    name = "cuttings",
    bin_name = "cuttings",
    version,
    arg_required_else_help = true,
    max_term_width = 100,
    styles = STYLES,
    after_help = SHORT_END,
    after_long_help = LONG_END
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) output: Output,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The options of every command.
#[derive(Args, Clone, Copy, Debug)]
#[command(next_help_heading = "Output")]
pub(crate) struct Output {
    /// Print errors only.
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
    /// When to use colours.
    ///
    /// By default, colours are used on a terminal, unless the environment variable NO_COLOR is set.
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    New(New),
    Serve(Serve),
    Build(Build),
    Single(Single),
    Inspect(Inspect),
    Import(Import),
    /// Write a folder for another program.
    #[command(subcommand)]
    Export(Export),
    Completions(Completions),
    /// Write the manual pages and the completions of all shells into a folder.
    #[command(hide = true)]
    Documents(Documents),
    /// Turn what Trunk has built into what readers get. Trunk runs this as its last hook.
    #[command(hide = true)]
    Publish,
}

impl Command {
    /// Returns true if the command prints for another program.
    pub(crate) fn is_json(&self) -> bool {
        match self {
            Command::Build(Build { form, .. })
            | Command::Single(Single { form, .. })
            | Command::Inspect(Inspect { form, .. })
            | Command::Import(Import { form, .. })
            | Command::Export(
                Export::Opensearch(OpenSearch { form, .. }) | Export::Epub(Epub { form, .. }),
            ) => form.json,
            _ => false,
        }
    }
}

/// Make a folder with a few articles to begin with.
///
/// The folder gets a site.toml with every setting explained, and three short articles that show
/// front matter, links, tags and a picture. A folder that holds anything is left as it is.
#[derive(Args, Debug)]
#[command(after_help = NEW_EXAMPLES)]
pub(crate) struct New {
    /// The folder to make.
    pub(crate) folder: PathBuf,
}

/// Show a folder in the browser, and again after each change.
///
/// The site is built into a temporary folder and served on this machine only. Each change of the
/// folder builds it again and reloads the browser. If a change is wrong, the terminal says why and
/// the last good site stays. Ctrl-C stops the server and removes the temporary folder.
///
/// The site is the one that `cuttings build` writes, but without compressed copies, images for link
/// previews and reading offline.
#[derive(Args, Debug)]
#[command(after_help = SERVE_EXAMPLES)]
pub(crate) struct Serve {
    /// The folder of articles.
    pub(crate) folder: PathBuf,
    /// The port to listen on. 0 takes any port that is free.
    #[arg(short, long, default_value_t = 8080)]
    pub(crate) port: u16,
    /// Open the site in your browser.
    #[arg(long)]
    pub(crate) open: bool,
    /// Show every message about the articles, not one line for each kind.
    #[arg(short, long, help_heading = "Output")]
    pub(crate) verbose: bool,
    #[command(flatten)]
    pub(crate) page: Page,
    #[command(flatten)]
    pub(crate) cache: Cache,
}

/// Write a folder as a site for a host.
///
/// A file site.toml in the folder holds the settings of the site. The output folder may hold an
/// earlier build: what has changed is replaced, what is gone is removed, and other files stay.
#[derive(Args, Debug)]
#[command(after_help = BUILD_EXAMPLES)]
pub(crate) struct Build {
    /// The folder of articles.
    pub(crate) folder: PathBuf,
    /// The folder to write the site to.
    #[arg(short, long, value_name = "DIR", default_value = "site")]
    pub(crate) out: PathBuf,
    /// The address of the site, such as https://example.org/papers/.
    ///
    /// It replaces base_url in site.toml. Feeds, the sitemap and link previews need it.
    #[arg(long, value_name = "URL")]
    pub(crate) base_url: Option<String>,
    #[command(flatten)]
    pub(crate) messages: Messages,
    #[command(flatten)]
    pub(crate) form: Form,
    #[command(flatten)]
    pub(crate) page: Page,
    #[command(flatten)]
    pub(crate) cache: Cache,
    /// Leave out compressed copies and images. `serve` builds with it.
    #[arg(long, hide = true)]
    pub(crate) preview: bool,
    /// Publish the edition in parts of at least so many bytes, even if it is small. For tests.
    #[arg(long, value_name = "BYTES", hide = true)]
    pub(crate) part_bytes: Option<usize>,
}

/// Write a folder as one HTML file that opens without a host.
///
/// The file holds all articles, the search and the filters. It opens from a disk, a USB stick or an
/// e-mail, and makes no network requests.
#[derive(Args, Debug)]
#[command(after_help = SINGLE_EXAMPLES)]
pub(crate) struct Single {
    /// The folder of articles.
    pub(crate) folder: PathBuf,
    /// The file to write.
    #[arg(short, long, value_name = "FILE", default_value = "cuttings.html")]
    pub(crate) out: PathBuf,
    #[command(flatten)]
    pub(crate) messages: Messages,
    #[command(flatten)]
    pub(crate) form: Form,
    #[command(flatten)]
    pub(crate) page: Page,
    #[command(flatten)]
    pub(crate) cache: Cache,
}

/// The options about messages on a folder.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct Messages {
    /// Exit with 1 if a file has an error.
    ///
    /// Without it, such a file is left out with a message, and the rest is written.
    #[arg(long)]
    pub(crate) strict: bool,
    /// Show every message about the articles, not one line for each kind.
    #[arg(short, long, help_heading = "Output")]
    pub(crate) verbose: bool,
}

/// The form of the output.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct Form {
    /// Print one JSON object for another program.
    ///
    /// The object has a `version`, which changes only if a key changes its meaning or goes. Its
    /// keys are described in docs/program.md. There is no other output, and no progress bar.
    #[arg(long, help_heading = "Output")]
    pub(crate) json: bool,
}

/// The page to publish with.
#[derive(Args, Debug)]
pub(crate) struct Page {
    /// A folder with a built page, instead of the one in this program.
    #[arg(long = "page", value_name = "DIR", hide = true)]
    pub(crate) built: Option<PathBuf>,
}

/// The memory of earlier builds.
#[derive(Args, Debug)]
pub(crate) struct Cache {
    /// The folder that keeps what builds have computed about articles, for the next ones.
    ///
    /// By default it is cuttings/articles in the folder of the system for caches: $XDG_CACHE_HOME,
    /// ~/.cache, ~/Library/Caches on macOS, %LOCALAPPDATA% on Windows. What is written does not
    /// depend on it, and it may be deleted at any time. It holds texts of the articles.
    #[arg(long, value_name = "DIR", help_heading = "Cache")]
    cache: Option<PathBuf>,
    /// Compute everything, and keep nothing for the next build.
    #[arg(long, conflicts_with = "cache", help_heading = "Cache")]
    no_cache: bool,
}

impl Cache {
    /// Returns the folder of caches, if one may be used.
    pub(crate) fn folder(&self) -> Option<PathBuf> {
        match &self.cache {
            _ if self.no_cache => None,
            Some(folder) => Some(folder.clone()),
            None => default_cache(),
        }
    }

    /// Returns the options that say the same to another run of this program.
    pub(crate) fn options(&self) -> Vec<&OsStr> {
        match &self.cache {
            _ if self.no_cache => vec!["--no-cache".as_ref()],
            Some(folder) => vec!["--cache".as_ref(), folder.as_os_str()],
            None => Vec::new(),
        }
    }
}

/// Show what is read in files, line by line, and why.
///
/// For files, it prints each line with its role and the rule that decided, each article with its
/// metadata, blocks and marks, and the names, quotes and figures in it. For a folder, it prints the
/// articles and a summary. The command fails if a file has an error.
#[derive(Args, Debug)]
#[command(after_help = INSPECT_EXAMPLES)]
pub(crate) struct Inspect {
    /// Files or folders of articles.
    #[arg(value_name = "FILE", required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// Show every message about a folder, not one line for each kind.
    #[arg(short, long, help_heading = "Output")]
    pub(crate) verbose: bool,
    #[command(flatten)]
    pub(crate) form: Form,
}

/// Turn saved pages, exports and books into a folder of Markdown.
///
/// It reads web pages, EPUB, Word and PDF files, e-mails, feeds, bibliographies and the exports of
/// Omnivore, Pocket, Instapaper and Readwise, also packed as ZIP. Each article becomes a
/// file with its metadata, its highlights and your notes; pictures that the files hold come along.
/// A file that cannot be read is listed with the reason. Files that the output folder has already
/// stay as they are. docs/import.md says how to export from each service.
#[derive(Args, Debug)]
#[command(after_help = IMPORT_EXAMPLES)]
pub(crate) struct Import {
    /// Files, or folders of files.
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// The folder to write the articles to.
    #[arg(short, long, value_name = "DIR", default_value = "imported")]
    pub(crate) out: PathBuf,
    #[command(flatten)]
    pub(crate) messages: Messages,
    #[command(flatten)]
    pub(crate) form: Form,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Export {
    Opensearch(OpenSearch),
    Epub(Epub),
}

/// Write bulk files, an index mapping and a search template for OpenSearch.
///
/// The files have the articles with the fields and facets of the site. docs/opensearch.md says how
/// to load them.
#[derive(Args, Debug)]
#[command(after_help = EXPORT_EXAMPLES)]
pub(crate) struct OpenSearch {
    /// The folder of articles.
    pub(crate) folder: PathBuf,
    /// The folder to write the files to.
    #[arg(short, long, value_name = "DIR", default_value = "opensearch")]
    pub(crate) out: PathBuf,
    /// Queries to compile. Each becomes a file with a search request.
    #[arg(value_name = "QUERY")]
    pub(crate) queries: Vec<String>,
    #[command(flatten)]
    pub(crate) messages: Messages,
    #[command(flatten)]
    pub(crate) form: Form,
}

/// Write articles as an EPUB book.
///
/// The book has all articles of the folder, or those that a page of results shows, in its order.
/// Pictures are within the book. Links to articles that the book does not have lead to the site if
/// site.toml has a base_url.
#[derive(Args, Debug)]
#[command(after_help = EPUB_EXAMPLES)]
pub(crate) struct Epub {
    /// The folder of articles.
    pub(crate) folder: PathBuf,
    /// The results to take: what stands after "?" in the address of their page. All articles
    /// without it.
    #[arg(value_name = "VIEW", default_value = "", hide_default_value = true)]
    pub(crate) view: String,
    /// The file to write.
    #[arg(short, long, value_name = "FILE", default_value = "cuttings.epub")]
    pub(crate) out: PathBuf,
    /// The title of the book, instead of the site's.
    #[arg(long)]
    pub(crate) title: Option<String>,
    #[command(flatten)]
    pub(crate) messages: Messages,
    #[command(flatten)]
    pub(crate) form: Form,
}

/// Print completions for a shell.
///
/// Write them to the file in which the shell looks for them.
#[derive(Args, Debug)]
#[command(after_help = COMPLETIONS_EXAMPLES)]
pub(crate) struct Completions {
    /// The shell.
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Args, Debug)]
pub(crate) struct Documents {
    /// The folder to write to.
    pub(crate) folder: PathBuf,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_site_is_written_beside_the_folder_by_default() {
        let arguments = Arguments::try_parse_from(["cuttings", "build", "notes"]).unwrap();
        let Command::Build(build) = arguments.command else { panic!("{arguments:?}") };
        assert_eq!((build.folder, build.out), ("notes".into(), "site".into()));
        assert!(!build.messages.strict);
    }

    #[test]
    fn another_run_gets_the_same_cache() {
        for options in [&["--no-cache"][..], &["--cache", "caches"], &[]] {
            let words = ["cuttings", "build", "notes"].iter().chain(options);
            let Command::Build(build) = Arguments::try_parse_from(words).unwrap().command else {
                panic!("{options:?}")
            };
            assert_eq!(build.cache.options(), options);
            assert_eq!(build.folder, PathBuf::from("notes"));
        }
    }

    #[test]
    fn every_command_has_examples_and_every_argument_a_text() {
        fn check(command: &clap::Command) {
            let name = command.get_name();
            let is_group = command.has_subcommands();
            if !is_group {
                let examples = command.get_after_help().map(ToString::to_string);
                assert!(
                    examples.is_some_and(|it| it.starts_with("Examples:\n  cuttings")),
                    "{name}"
                );
                assert!(command.get_long_about().is_some(), "{name} has no longer description");
            }
            for argument in command.get_arguments().filter(|it| !it.is_hide_set()) {
                assert!(argument.get_help().is_some(), "{name}: {}", argument.get_id());
            }
            command.get_subcommands().filter(|it| !it.is_hide_set()).for_each(check);
        }
        check(&Arguments::command());
    }
}
