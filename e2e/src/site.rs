//! The sites that tests run against.

use std::path::PathBuf;

use crate::server::Files;

/// The site that a test's host serves.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Site {
    /// The build under test.
    Build,
    /// The build under test until the test publishes the next edition, which is the hostile one.
    BuildThenHostile,
    /// A build of `e2e/hostile-seeds`.
    Hostile,
    /// A build of `tests/german`.
    German,
    /// A build of `tests/arabic`.
    Arabic,
    /// A build of `tests/japanese`.
    Japanese,
    /// A build of the seeds in many small parts.
    Parts,
    /// The same until the test publishes the next edition, which is the hostile one.
    PartsThenHostile,
    /// Pages in the source of the test, each a path and a text.
    Inline(&'static [(&'static str, &'static str)]),
}

/// The folders of the builds, and the base path that they were built for.
#[derive(Debug)]
pub(crate) struct Sites {
    pub(crate) build: PathBuf,
    pub(crate) hostile: Option<PathBuf>,
    pub(crate) german: Option<PathBuf>,
    pub(crate) arabic: Option<PathBuf>,
    pub(crate) japanese: Option<PathBuf>,
    pub(crate) parts: Option<PathBuf>,
    pub(crate) base: String,
}

/// The files to serve for one test.
#[derive(Debug)]
pub(crate) struct Served {
    pub(crate) files: Files,
    /// The next edition, if the test may publish one.
    pub(crate) next: Option<Files>,
    pub(crate) base: String,
}

impl Sites {
    /// Returns the files of a site, or the option that the command line lacks for it.
    pub(crate) fn served(&self, site: Site) -> Result<Served, &'static str> {
        let build = || Files::Folder(self.build.clone());
        let folder =
            |folder: &Option<PathBuf>, needs| folder.clone().map(Files::Folder).ok_or(needs);
        let hostile = || folder(&self.hostile, "needs --hostile-dist");
        let parts = || folder(&self.parts, "needs --parts-dist");
        let (files, next) = match site {
            Site::Build => (build(), None),
            Site::BuildThenHostile => (build(), Some(hostile()?)),
            Site::Hostile => (hostile()?, None),
            Site::German => (folder(&self.german, "needs --german-dist")?, None),
            Site::Arabic => (folder(&self.arabic, "needs --arabic-dist")?, None),
            Site::Japanese => (folder(&self.japanese, "needs --japanese-dist")?, None),
            Site::Parts => (parts()?, None),
            Site::PartsThenHostile => (parts()?, Some(hostile()?)),
            Site::Inline(pages) => (Files::Inline(pages), None),
        };
        let base = match site {
            Site::Inline(_) => "/inline/".to_owned(),
            _ => self.base.clone(),
        };
        Ok(Served { files, next, base })
    }
}
