//! The command line.

use std::{ffi::OsString, num::NonZeroUsize, path::PathBuf, thread};

use lexopt::prelude::*;

use crate::driver::Browser;

/// What `--help` says.
pub(crate) const USAGE: &str = "\
Tests a built dist/ in real browsers.

usage: cuttings-e2e [OPTIONS] [FILTER…]

  --dist DIR           the build to test (dist)
  --base PATH          the path it was built for (/)
  --hostile-dist DIR   a build of e2e/hostile-seeds, to see that seed text never becomes markup
  --german-dist DIR    a build of tests/german, to see that a page in another language is in that language throughout
  --browser NAME       chromium (all tests), firefox or webkit (those in which engines may differ)
  --jobs N             browsers at a time (as many as there are cores)
  --update-screenshot  keep the pictures there are now, in docs/ and e2e/pictures, rather than compare them
  --list               say which tests there are, and run none

A test runs if its name holds any FILTER. With one, any browser runs any test that it can.";

/// What was asked for.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) dist: PathBuf,
    pub(crate) base: String,
    pub(crate) hostile_dist: Option<PathBuf>,
    pub(crate) german_dist: Option<PathBuf>,
    pub(crate) browser: Browser,
    pub(crate) jobs: usize,
    pub(crate) update_screenshot: bool,
    pub(crate) list: bool,
    pub(crate) filters: Vec<String>,
}

impl Options {
    /// Reads the arguments after the program's name; what is wrong with them otherwise, `--help` included.
    pub(crate) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Options, String> {
        let mut options = Options {
            dist: PathBuf::from("dist"),
            base: "/".to_owned(),
            hostile_dist: None,
            german_dist: None,
            browser: Browser::Chromium,
            jobs: thread::available_parallelism().map_or(1, NonZeroUsize::get),
            update_screenshot: false,
            list: false,
            filters: Vec::new(),
        };
        let usage = |error: lexopt::Error| format!("{error}\n\n{USAGE}");
        let mut parser = lexopt::Parser::from_args(arguments);
        while let Some(argument) = parser.next().map_err(usage)? {
            match argument {
                Long("dist") => options.dist = parser.value().map_err(usage)?.into(),
                Long("base") => {
                    options.base = parser.value().and_then(|base| base.string()).map_err(usage)?;
                }
                Long("hostile-dist") => {
                    options.hostile_dist = Some(parser.value().map_err(usage)?.into())
                }
                Long("german-dist") => {
                    options.german_dist = Some(parser.value().map_err(usage)?.into())
                }
                Long("browser") => {
                    options.browser =
                        parser.value().and_then(|name| name.parse()).map_err(usage)?;
                }
                Long("jobs") => {
                    options.jobs = parser.value().and_then(|jobs| jobs.parse()).map_err(usage)?
                }
                Long("update-screenshot") => options.update_screenshot = true,
                Long("list") => options.list = true,
                Short('h') | Long("help") => return Err(USAGE.to_owned()),
                Value(filter) => options.filters.push(filter.string().map_err(usage)?),
                other => return Err(usage(other.unexpected())),
            }
        }
        if !options.base.starts_with('/') || !options.base.ends_with('/') {
            return Err(format!("--base is a path from slash to slash, not {}", options.base));
        }
        Ok(options)
    }
}
