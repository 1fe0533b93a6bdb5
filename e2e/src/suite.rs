//! Declares tests: the site that each runs against, and the engines that it needs.

use crate::{
    engine::{EVERY_ENGINE, Engine},
    page::Page,
    site::Site,
};

/// The tests of one file.
pub(crate) struct Suite {
    pub(crate) name: &'static str,
    /// The site of its tests, unless a test sets another.
    pub(crate) site: Site,
    /// True if the tests depend on the path below which the site is served. Under a path, the
    /// other suites are ignored.
    pub(crate) depends_on_base: bool,
    pub(crate) tests: Vec<Test>,
}

/// A test. It fails if its function panics or if the guards find a violation afterwards.
pub(crate) struct Test {
    pub(crate) name: &'static str,
    pub(crate) run: fn(&Page),
    pub(crate) site: Option<Site>,
    /// The engines in which the test runs. In others it is ignored.
    pub(crate) engines: &'static [Engine],
    /// Parts of the violations that the guards must find. Only tests of the guards expect any.
    pub(crate) expected_violations: &'static [&'static str],
}

/// Declares a test by its function.
macro_rules! test {
    ($function:ident) => {
        $crate::suite::Test::new(stringify!($function), $function)
    };
}
pub(crate) use test;

impl Test {
    /// Declares a test that runs in Chromium only.
    pub(crate) fn new(name: &'static str, run: fn(&Page)) -> Test {
        let engines = &[Engine::Chromium];
        Test { name, run, site: None, engines, expected_violations: &[] }
    }

    /// Runs the test in every engine, for behaviour that may differ between engines.
    pub(crate) fn in_every_engine(mut self) -> Test {
        self.engines = EVERY_ENGINE;
        self
    }

    /// Runs the test against another site than the rest of its suite.
    pub(crate) fn against(mut self, site: Site) -> Test {
        self.site = Some(site);
        self
    }

    /// Expects the guards to find violations that contain these parts, and no others.
    pub(crate) fn expecting_violations(mut self, parts: &'static [&'static str]) -> Test {
        self.expected_violations = parts;
        self
    }
}
