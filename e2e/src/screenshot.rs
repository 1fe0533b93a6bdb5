//! Takes screenshots and stores them below `target/e2e/shots`.

use std::{fs, path::PathBuf};

use crate::page::{Page, expect_ok};

impl Page {
    /// Takes a screenshot of the viewport, as a PNG, and writes it to `target/e2e/shots/NAME.png`.
    #[track_caller]
    pub(crate) fn screenshot(&self, name: &str) -> Vec<u8> {
        self.finish_animations();
        let bytes = expect_ok(self.session().screenshot());
        let path = screenshots_folder().join(format!("{name}.png"));
        let written = path
            .parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::write(&path, &bytes));
        if let Err(error) = written {
            panic!("cannot write {}: {error}", path.display());
        }
        bytes
    }
}

pub(crate) fn screenshots_folder() -> PathBuf {
    project_folder().join("target/e2e/shots")
}

pub(crate) fn project_folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}
