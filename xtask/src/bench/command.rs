//! Runs programs, reads what they print and write, and measures their time, their memory and the
//! size of their output.

use crate::root;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fs::{self, File, Metadata};
use std::io;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Instant;

/// The cost of a build.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
pub(super) struct Spent {
    /// Seconds by the clock.
    pub(super) seconds: f64,
    /// The most memory in bytes, unless the system does not tell.
    pub(super) memory: Option<u64>,
}

/// The number of files in a folder with all folders in it, and the bytes that they take on disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct FolderSize {
    pub(super) files: u64,
    pub(super) bytes: u64,
}

/// Runs a program and measures it. What it prints goes into the file `log`, and into the message if
/// it fails.
pub(super) fn run_measured(command: &mut Command, log: &Path) -> Result<Spent, String> {
    let name = name_of(command);
    let fault = |error: io::Error| format!("{name}: {error}");
    let printed = File::create(log).map_err(fault)?;
    command.current_dir(root()).stdin(Stdio::null());
    command.stdout(printed.try_clone().map_err(fault)?).stderr(printed);
    let start = Instant::now();
    let child = command.spawn().map_err(fault)?;
    let (status, memory) = wait(child).map_err(fault)?;
    let seconds = start.elapsed().as_secs_f64();
    if status.success() {
        Ok(Spent { seconds, memory })
    } else {
        Err(format!("{name}: {status}\n{}", fs::read_to_string(log).unwrap_or_default()))
    }
}

/// Runs a program and returns what it prints.
pub(super) fn output(command: &mut Command) -> Result<String, String> {
    let name = name_of(command);
    command.current_dir(root()).stdin(Stdio::null()).stderr(Stdio::inherit());
    let output = command.output().map_err(|error| format!("{name}: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!("{name}: {}", output.status))
    }
}

/// Returns the program of a command with its first argument, which for Node is the script.
pub(super) fn name_of(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args().take(1));
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Waits for a process. Returns the most memory of it and of the processes that it has waited for.
#[cfg(unix)]
#[allow(unsafe_code)]
fn wait(child: Child) -> io::Result<(ExitStatus, Option<u64>)> {
    use std::os::unix::process::ExitStatusExt as _;
    let process = libc::pid_t::try_from(child.id()).map_err(io::Error::other)?;
    let mut status = 0;
    let mut usage = std::mem::MaybeUninit::<libc::rusage>::zeroed();
    loop {
        // SAFETY: Both pointers are valid for writes of their types during the call. The process is
        // a child that nothing else waits for, because this function owns `child`, so its number
        // cannot belong to another process yet.
        let ended = unsafe { libc::wait4(process, &raw mut status, 0, usage.as_mut_ptr()) };
        if ended == process {
            break;
        }
        let error = io::Error::last_os_error();
        if error.kind() != io::ErrorKind::Interrupted {
            return Err(error);
        }
    }
    // SAFETY: `rusage` has only integers, for which zeros are valid, and the call has filled it.
    let usage = unsafe { usage.assume_init() };
    // macOS counts in bytes, all others in KiB.
    let unit = if cfg!(target_os = "macos") { 1 } else { 1024 };
    // The process is gone, and its number may belong to another one from now on.
    drop(child);
    let memory = u64::try_from(usage.ru_maxrss).ok().map(|most| most * unit);
    Ok((ExitStatus::from_raw(status), memory))
}

#[cfg(not(unix))]
fn wait(mut child: Child) -> io::Result<(ExitStatus, Option<u64>)> {
    Ok((child.wait()?, None))
}

/// Returns a command that runs a script of `bench/browser`.
pub(super) fn script(name: &str) -> Command {
    let mut command = Command::new("node");
    command.arg(root().join("bench/browser").join(name));
    command
}

/// Runs a command and parses its output.
pub(super) fn json<T: DeserializeOwned>(command: &mut Command) -> Result<T, String> {
    let text = output(command)?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}\n{text}", name_of(command)))
}

/// Removes a folder, if it is there.
pub(super) fn remove(folder: &Path) -> Result<(), String> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{}: {error}", folder.display()))
        }
        _ => Ok(()),
    }
}

pub(super) fn read_json<T: DeserializeOwned>(file: &Path) -> Result<T, String> {
    let text = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    serde_json::from_slice(&text).map_err(|error| format!("{}: {error}", file.display()))
}

pub(super) fn folder_size(folder: &Path) -> Result<FolderSize, String> {
    let mut size = FolderSize::default();
    add(folder, &mut size).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(size)
}

fn add(folder: &Path, size: &mut FolderSize) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let metadata = entry.metadata()?;
        if metadata.is_dir() {
            add(&entry.path(), size)?;
        } else {
            size.files += 1;
            size.bytes += bytes_on_disk(&metadata);
        }
    }
    Ok(())
}

/// Returns the size of a file in whole blocks of the file system, as `du` counts.
#[cfg(unix)]
fn bytes_on_disk(metadata: &Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt as _;
    metadata.blocks() * 512
}

#[cfg(not(unix))]
fn bytes_on_disk(metadata: &Metadata) -> u64 {
    metadata.len()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// Runs a command of the shell.
    fn run(script: &str) -> Result<Spent, String> {
        let log = std::env::temp_dir().join(format!("cuttings-xtask-{}", std::process::id()));
        let spent = run_measured(Command::new("sh").args(["-c", script]), &log);
        let _ = fs::remove_file(log);
        spent
    }

    #[test]
    fn programs_are_measured_and_failures_have_their_output() {
        let spent = run("sleep 0.1").unwrap();
        assert!(spent.seconds >= 0.1, "{spent:?}");
        assert!(spent.memory.unwrap() > 100_000, "{spent:?}");
        assert_eq!(run("echo lost; exit 3").unwrap_err(), "sh -c: exit status: 3\nlost\n");
    }
}
