//! Waits for changes in a folder, with the means of the operating system.

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::time::timeout;

/// The time without another event after which a change is complete. Editors write a file in
/// several steps.
const QUIET: Duration = Duration::from_millis(20);

/// A watcher of the folders that a site is made of.
pub(super) struct Watcher {
    watcher: RecommendedWatcher,
    events: UnboundedReceiver<()>,
    /// The folder of articles, and the static folder if it is elsewhere.
    folders: Vec<PathBuf>,
}

impl Watcher {
    /// Watches a folder of articles.
    pub(super) fn new(folder: &Path) -> Result<Watcher, Box<dyn Error>> {
        if !folder.is_dir() {
            return Err(format!(
                "{} is no folder: name a folder of articles, or make one with `cuttings new`",
                folder.display()
            )
            .into());
        }
        let (changed, events) = unbounded_channel();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // Each build reads every file. A lost event is a reason to look, too.
            if !event.is_ok_and(|event| event.kind.is_access()) {
                let _ = changed.send(());
            }
        })?;
        watcher.watch(folder, RecursiveMode::Recursive)?;
        Ok(Watcher { watcher, events, folders: vec![folder.to_owned()] })
    }

    /// Returns the watched folders.
    pub(super) fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    /// Watches the static folder as well if `site.toml` names one outside of the folder.
    pub(super) fn watch_static_folder(&mut self, folder: &Path) {
        // The build reports a wrong site.toml, or a static folder that does not exist.
        let Ok(site) = cuttings_seeds::read_site(Path::new(""), folder) else { return };
        let Some(statics) = cuttings_seeds::static_folder(&site, folder) else { return };
        let is_known = self.folders.contains(&statics) || is_within(&statics, folder);
        if !is_known && self.watcher.watch(&statics, RecursiveMode::Recursive).is_ok() {
            self.folders.push(statics);
        }
    }

    /// Waits for an event, and until no other follows.
    pub(super) async fn wait(&mut self) {
        if self.events.recv().await.is_none() {
            // The watcher has gone, so nothing will ever change.
            std::future::pending::<()>().await;
        }
        while let Ok(Some(())) = timeout(QUIET, self.events.recv()).await {}
    }
}

/// Returns whether a path is within a folder, or is the folder.
fn is_within(path: &Path, folder: &Path) -> bool {
    match (path.canonicalize(), folder.canonicalize()) {
        (Ok(path), Ok(folder)) => path.starts_with(folder),
        _ => path.starts_with(folder),
    }
}
