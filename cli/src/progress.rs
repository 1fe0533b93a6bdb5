//! The progress of long work, for whoever shows it.

use std::fmt::Debug;

/// A stage of publishing or exporting a folder, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The folder is read, analysed and indexed.
    Read,
    /// The images of articles are drawn.
    Draw,
    /// The pages are rendered as HTML.
    Render,
    /// The files are compressed and written.
    Write,
}

/// An observer of long work. Several threads may call it.
pub trait Progress: Debug + Sync {
    /// Begins a stage of `total` steps, if their number is known. The stage before it is done.
    fn begin(&self, stage: Stage, total: Option<usize>);

    /// Counts a step of the current stage.
    fn advance(&self);
}

/// An observer that does nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _: Stage, _: Option<usize>) {}

    fn advance(&self) {}
}
