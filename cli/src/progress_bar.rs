//! Shows the progress of long work: a bar on a terminal, a line for each stage elsewhere.

use cuttings_cli::progress::{Progress, Stage};
use indicatif::ProgressStyle;
use std::io::IsTerminal as _;
use std::time::Duration;

/// The time between two pictures of a bar whose work has no steps.
const TICK: Duration = Duration::from_millis(100);

/// An observer of long work. The bar goes when it is dropped.
#[derive(Debug)]
pub(crate) enum ProgressBar {
    Silent,
    Lines,
    Bar(indicatif::ProgressBar),
}

impl ProgressBar {
    /// Returns an observer that shows nothing.
    pub(crate) fn silent() -> ProgressBar {
        ProgressBar::Silent
    }

    /// Returns an observer that fits the standard error.
    pub(crate) fn start() -> ProgressBar {
        if std::io::stderr().is_terminal() {
            ProgressBar::Bar(indicatif::ProgressBar::new_spinner())
        } else {
            ProgressBar::Lines
        }
    }

    /// Returns an observer of work that reports no stages: a moving sign on a terminal.
    pub(crate) fn wait(message: String) -> ProgressBar {
        if !std::io::stderr().is_terminal() {
            return ProgressBar::Silent;
        }
        let bar = indicatif::ProgressBar::new_spinner().with_message(message);
        bar.enable_steady_tick(TICK);
        ProgressBar::Bar(bar)
    }
}

impl Drop for ProgressBar {
    fn drop(&mut self) {
        if let ProgressBar::Bar(bar) = self {
            bar.finish_and_clear();
        }
    }
}

impl Progress for ProgressBar {
    fn begin(&self, stage: Stage, total: Option<usize>) {
        // A stage without steps is over at once.
        if total == Some(0) {
            return;
        }
        match self {
            ProgressBar::Silent => {}
            ProgressBar::Lines => eprintln!("{}", line(stage, total)),
            ProgressBar::Bar(bar) => {
                let template = match total {
                    Some(_) => "{msg:19} {bar:32} {human_pos}/{human_len}",
                    None => "{msg:19} {spinner} {elapsed}",
                };
                // The numbers first: each change may be drawn.
                bar.set_position(0);
                bar.set_length(total.unwrap_or_default() as u64);
                if let Ok(style) = ProgressStyle::with_template(template) {
                    bar.set_style(style);
                }
                bar.set_message(doing(stage));
                bar.enable_steady_tick(TICK);
            }
        }
    }

    fn advance(&self) {
        if let ProgressBar::Bar(bar) = self {
            bar.inc(1);
        }
    }
}

fn doing(stage: Stage) -> &'static str {
    match stage {
        Stage::Read => "reading the folder",
        Stage::Draw => "drawing images",
        Stage::Render => "rendering pages",
        Stage::Write => "writing files",
    }
}

fn line(stage: Stage, total: Option<usize>) -> String {
    match total {
        Some(total) => format!("{}: {total} …", doing(stage)),
        None => format!("{} …", doing(stage)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_are_lines_where_there_is_no_terminal() {
        assert_eq!(line(Stage::Read, None), "reading the folder …");
        assert_eq!(line(Stage::Render, Some(12)), "rendering pages: 12 …");
    }
}
