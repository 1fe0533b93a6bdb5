//! The command line: the options of libtest-mimic, and those of the browser tests.

use std::path::PathBuf;

use clap::Parser;

use crate::{engine::Engine, site::Sites};

/// Tests a built dist/ in real browsers.
///
/// Each test is named ENGINE::SUITE::TEST. Tests that do not depend on the engine run in Chromium
/// only and are ignored elsewhere; --include-ignored runs them too.
#[derive(Debug, Parser)]
#[command(name = "cuttings-e2e", disable_version_flag = true)]
pub(crate) struct Options {
    #[command(flatten)]
    pub(crate) libtest: libtest_mimic::Arguments,

    /// The build to test
    #[arg(long, value_name = "DIR", default_value = "dist")]
    pub(crate) dist: PathBuf,

    /// The path that the builds were made for
    #[arg(long, value_name = "PATH", default_value = "/", value_parser = base_path)]
    pub(crate) base: String,

    /// A build of e2e/hostile-seeds; without it, tests of hostile seeds are ignored
    #[arg(long, value_name = "DIR")]
    pub(crate) hostile_dist: Option<PathBuf>,

    /// A build of tests/german; without it, tests of the German page are ignored
    #[arg(long, value_name = "DIR")]
    pub(crate) german_dist: Option<PathBuf>,

    /// A build of tests/arabic; without it, tests of the Arabic page are ignored
    #[arg(long, value_name = "DIR")]
    pub(crate) arabic_dist: Option<PathBuf>,

    /// A build of tests/japanese; without it, tests of the Japanese page are ignored
    #[arg(long, value_name = "DIR")]
    pub(crate) japanese_dist: Option<PathBuf>,

    /// A build of the seeds in parts; without it, tests of an edition in parts are ignored
    #[arg(long, value_name = "DIR")]
    pub(crate) parts_dist: Option<PathBuf>,

    /// An engine to test in; may be given several times
    #[arg(long = "browser", value_name = "ENGINE", default_value = "chromium")]
    pub(crate) engines: Vec<Engine>,

    /// Replace the reference screenshots in e2e/pictures and docs/ instead of comparing with them
    #[arg(long)]
    pub(crate) update_screenshot: bool,
}

impl Options {
    pub(crate) fn sites(&self) -> Sites {
        Sites {
            build: self.dist.clone(),
            hostile: self.hostile_dist.clone(),
            german: self.german_dist.clone(),
            arabic: self.arabic_dist.clone(),
            japanese: self.japanese_dist.clone(),
            parts: self.parts_dist.clone(),
            base: self.base.clone(),
        }
    }
}

fn base_path(text: &str) -> Result<String, String> {
    if text.starts_with('/') && text.ends_with('/') {
        Ok(text.to_owned())
    } else {
        Err("a base path begins and ends with a slash".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &str) -> Result<Options, clap::Error> {
        Options::try_parse_from(["cuttings-e2e"].into_iter().chain(arguments.split_whitespace()))
    }

    #[test]
    fn options_of_both_kinds_mix_with_a_filter() {
        let options = parse("--dist out search:: --exact --browser firefox --browser webkit")
            .expect("valid arguments");
        assert_eq!(options.dist, PathBuf::from("out"));
        assert_eq!(options.libtest.filter.as_deref(), Some("search::"));
        assert!(options.libtest.exact);
        assert_eq!(options.engines, [Engine::Firefox, Engine::WebKit]);
    }

    #[test]
    fn a_base_path_must_begin_and_end_with_a_slash() {
        assert!(parse("--base /papers/2026/").is_ok());
        assert!(parse("--base papers").is_err());
    }
}
