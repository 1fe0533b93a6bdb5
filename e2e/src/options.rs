//! The command line.

use std::{num::NonZeroUsize, path::PathBuf, thread};

use crate::browser::Browser;

/// What `--help` says.
pub(crate) const USAGE: &str = "\
Tests a built dist/ in real browsers.

usage: cuttings-e2e [OPTIONS] [FILTER…]

  --dist DIR           the build to test (dist)
  --base PATH          the path it was built for (/)
  --hostile-dist DIR   a build of e2e/hostile-seeds, to see that seed text never becomes markup
  --browser NAME       chromium
  --jobs N             browsers at a time (as many as there are cores)
  --update-screenshot  write docs/screenshot.png rather than check it
  --list               say which tests there are, and run none

A test runs if its name holds any FILTER.";

/// What was asked for.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) dist: PathBuf,
    pub(crate) base: String,
    pub(crate) hostile_dist: Option<PathBuf>,
    pub(crate) browser: Browser,
    pub(crate) jobs: usize,
    pub(crate) update_screenshot: bool,
    pub(crate) list: bool,
    pub(crate) filters: Vec<String>,
}

impl Options {
    /// Reads the arguments after the program's name; what is wrong with them otherwise, `--help` included.
    pub(crate) fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Options, String> {
        let mut options = Options {
            dist: PathBuf::from("dist"),
            base: "/".to_owned(),
            hostile_dist: None,
            browser: Browser::Chromium,
            jobs: thread::available_parallelism().map_or(1, NonZeroUsize::get),
            update_screenshot: false,
            list: false,
            filters: Vec::new(),
        };
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value\n\n{USAGE}"));
            match argument.as_str() {
                "--dist" => options.dist = value()?.into(),
                "--base" => options.base = value()?,
                "--hostile-dist" => options.hostile_dist = Some(value()?.into()),
                "--browser" => options.browser = value()?.parse()?,
                "--jobs" => {
                    options.jobs = value()?.parse().map_err(|_| "--jobs needs a number".to_owned())?
                }
                "--update-screenshot" => options.update_screenshot = true,
                "--list" => options.list = true,
                flag if flag.starts_with('-') => return Err(USAGE.to_owned()),
                filter => options.filters.push(filter.to_owned()),
            }
        }
        if !options.base.starts_with('/') || !options.base.ends_with('/') {
            return Err(format!("--base is a path from slash to slash, not {}", options.base));
        }
        Ok(options)
    }
}
