//! The machine and the programs that the figures were measured with.

use std::fs;
use std::process::Command;

/// The machine and its programs, as they describe themselves, or "unknown".
pub(super) struct Machine {
    pub(super) processor: String,
    pub(super) cores: usize,
    pub(super) gigabytes: u64,
    pub(super) rustc: String,
    pub(super) node: String,
    pub(super) date: String,
    pub(super) commit: String,
}

impl Machine {
    pub(super) fn here() -> Self {
        let number = |text: Option<String>| {
            text.and_then(|text| text.split_whitespace().next()?.parse::<u64>().ok())
        };
        Self {
            processor: entry("/proc/cpuinfo", "model name").unwrap_or_else(unknown),
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            gigabytes: number(entry("/proc/meminfo", "MemTotal"))
                .unwrap_or_default()
                .div_ceil(1 << 20),
            rustc: answer("rustc", &["--version"]),
            node: answer("node", &["--version"]),
            date: answer("date", &["-u", "+%Y-%m-%d"]),
            commit: answer("git", &["describe", "--always", "--dirty"]),
        }
    }
}

/// Returns the value of the first `key: value` line of a file.
fn entry(file: &str, key: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let (_, value) = text
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.trim() == key)?;
    Some(value.trim().to_owned())
}

fn answer(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).current_dir(crate::root()).output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    text.ok().filter(|text| !text.is_empty()).unwrap_or_else(unknown)
}

fn unknown() -> String {
    "unknown".into()
}
