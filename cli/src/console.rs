//! Prints for a person: messages to the standard output, diagnostics and errors to the standard
//! error, with colours where they are shown. Under `--json` only the object is printed.

use crate::arguments::{Color, Output};
use crate::progress_bar::ProgressBar;
use anstream::ColorChoice;
use anstyle::{AnsiColor, Style};
use cuttings_diagnostics::{Diagnostic, Severity, summarize};
use cuttings_seeds::SeedErrors;
use serde::Serialize;
use std::error::Error;
use std::fmt::Display;
use std::io::Write as _;

/// The terminal, or what takes its place. A reader that has gone, as in `| head`, is no failure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Console {
    quiet: bool,
    pub(crate) json: bool,
}

impl Console {
    /// Returns the console, and decides about colours once for the program.
    pub(crate) fn new(output: Output, json: bool) -> Console {
        match output.color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::AlwaysAnsi,
            Color::Never => ColorChoice::Never,
        }
        .write_global();
        Console { quiet: output.quiet, json }
    }

    /// Returns an observer that shows the progress of long work.
    pub(crate) fn progress(self) -> ProgressBar {
        if self.quiet || self.json { ProgressBar::silent() } else { ProgressBar::start() }
    }

    /// Shows on a terminal that something is going on, until the result is dropped.
    pub(crate) fn wait(self, message: String) -> ProgressBar {
        if self.quiet { ProgressBar::silent() } else { ProgressBar::wait(message) }
    }

    /// Prints a message.
    pub(crate) fn say(self, line: impl Display) {
        if !self.quiet && !self.json {
            let _ = writeln!(anstream::stdout(), "{line}");
        }
    }

    /// Prints what a command was asked for, which `--quiet` does not silence.
    pub(crate) fn print(self, text: &str) {
        let _ = anstream::stdout().lock().write_all(text.as_bytes());
    }

    /// Prints an object as one line.
    pub(crate) fn object(self, object: &impl Serialize) {
        let line = serde_json::to_string(object).unwrap_or_default();
        let _ = writeln!(anstream::stdout(), "{line}");
    }

    /// Prints what is wrong or noteworthy in a folder: each, or one line for each kind.
    pub(crate) fn diagnostics(self, diagnostics: &[Diagnostic], verbose: bool) {
        let is_shown = |severity: Severity| !self.quiet || severity == Severity::Error;
        if verbose {
            for it in diagnostics.iter().filter(|it| is_shown(it.severity)) {
                self.complain(it.severity, &it.to_string());
            }
        } else {
            for it in summarize(diagnostics).iter().filter(|it| is_shown(it.severity())) {
                self.complain(it.severity(), &it.to_string());
            }
        }
        let left_out = cuttings_seeds::left_out(diagnostics);
        if !left_out.is_empty() {
            let files = Vec::from_iter(left_out).join(", ");
            let _ = writeln!(anstream::stderr(), "left out because of the errors above: {files}");
        }
    }

    /// Prints the reason why a command failed.
    pub(crate) fn failure(self, error: &(dyn Error + 'static)) {
        match error.downcast_ref::<SeedErrors>() {
            // They name their files and say that they are errors.
            Some(SeedErrors(lines)) => self.errors(lines),
            None => self.complain(Severity::Error, &format!("error: {error}")),
        }
    }

    /// Prints errors that name their files.
    pub(crate) fn errors(self, lines: &[String]) {
        lines.iter().for_each(|line| self.complain(Severity::Error, line));
    }

    /// Prints a line with the name of its severity in colour.
    fn complain(self, severity: Severity, line: &str) {
        let color = match severity {
            Severity::Error => AnsiColor::Red,
            Severity::Warning => AnsiColor::Yellow,
            Severity::Note => AnsiColor::Cyan,
        };
        let style = Style::new().fg_color(Some(color.into())).bold();
        let label = format!("{severity}:");
        let (before, after) = line.split_once(&label).unwrap_or(("", line));
        let label = if line.contains(&label) { &*label } else { "" };
        let _ = writeln!(anstream::stderr(), "{before}{style}{label}{style:#}{after}");
    }
}
