//! The arguments of the command line, and its help.

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Turns a folder of articles into a searchable reading room of static files.
///
/// Cuttings reads Markdown and plain text, indexes it, and writes a site that searches, filters and
/// shows the articles in the reader's browser. It needs no server and no network.
#[derive(Debug, Parser)]
#[command(name = "cuttings", version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write a folder of articles as a site for a host.
    Build(Build),
    /// Write a folder of articles as one HTML file that opens without a host.
    Single(Single),
    /// Write a folder of articles for another program.
    #[command(subcommand)]
    Export(Export),
    /// Turn what Trunk has built into what readers get. Trunk runs this as its last hook.
    #[command(hide = true)]
    Publish,
}

#[derive(Args, Debug)]
pub(crate) struct Build {
    /// The folder of articles. A file site.toml in it holds the settings of the site.
    pub(crate) folder: PathBuf,
    /// The folder to write the site to. The files of an earlier build are replaced; others stay.
    #[arg(short, long, value_name = "DIR", default_value = "site")]
    pub(crate) out: PathBuf,
    /// The address of the site, such as https://example.org/papers/. Replaces base_url in
    /// site.toml. Feeds, the sitemap and link previews need it.
    #[arg(long, value_name = "URL")]
    pub(crate) base_url: Option<String>,
    /// Exit with 1 if a file has an error. Without it, such a file is left out with a message.
    #[arg(long)]
    pub(crate) strict: bool,
    /// Show every message about the articles, not one line for each kind.
    #[arg(short, long)]
    pub(crate) verbose: bool,
    /// A folder with a built page, instead of the one in this program.
    #[arg(long, value_name = "DIR", hide = true)]
    pub(crate) page: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct Single {
    /// The folder of articles.
    pub(crate) folder: PathBuf,
    /// The file to write.
    #[arg(short, long, value_name = "FILE", default_value = "cuttings.html")]
    pub(crate) out: PathBuf,
    /// Exit with 1 if a file has an error. Without it, such a file is left out with a message.
    #[arg(long)]
    pub(crate) strict: bool,
    /// Show every message about the articles, not one line for each kind.
    #[arg(short, long)]
    pub(crate) verbose: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Export {
    /// Write bulk files, an index mapping and a search template for OpenSearch.
    Opensearch(OpenSearch),
}

#[derive(Args, Debug)]
pub(crate) struct OpenSearch {
    /// The folder of articles.
    pub(crate) folder: PathBuf,
    /// The folder to write the files to.
    #[arg(short, long, value_name = "DIR", default_value = "opensearch")]
    pub(crate) out: PathBuf,
    /// Queries to compile. Each becomes a file with a search request.
    #[arg(value_name = "QUERY")]
    pub(crate) queries: Vec<String>,
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
        assert!(!build.strict);
    }
}
