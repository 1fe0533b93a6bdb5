//! `cuttings serve`: shows a folder in the browser, and again after each change.
//!
//! Each build is a run of `cuttings build` of its own: what it allocates is free again, it may fail
//! without harm, and it can be stopped. Two folders take turns, so that browsers never see half a
//! site, and open pages still find the files of the edition before.

mod builder;
mod page;
mod server;
mod site;
mod snapshot;
mod watcher;

use crate::arguments::Serve;
use crate::console::Console;
use builder::{Build, Builder};
use cuttings_diagnostics::Diagnostic;
use site::Site;
use snapshot::Snapshot;
use std::error::Error;
use std::net::Ipv4Addr;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;
use tokio::net::TcpListener;
use tokio::sync::watch;
use watcher::Watcher;

/// The exit code of a program that Ctrl-C has stopped.
const INTERRUPTED: u8 = 130;

/// Serves a folder until Ctrl-C.
///
/// # Errors
/// If the port is in use, or the folder cannot be read or watched.
pub(crate) fn run(arguments: &Serve, console: Console) -> Result<ExitCode, Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        tokio::select! {
            outcome = serve(arguments, console) => outcome.map(|()| ExitCode::SUCCESS),
            outcome = stopped() => {
                outcome?;
                Ok(ExitCode::from(INTERRUPTED))
            }
        }
    })
}

/// Waits until the program should end.
async fn stopped() -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        // The terminal was closed.
        let mut hangup = signal(SignalKind::hangup())?;
        tokio::select! {
            outcome = tokio::signal::ctrl_c() => outcome,
            _ = terminate.recv() => Ok(()),
            _ = hangup.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}

async fn serve(arguments: &Serve, console: Console) -> Result<(), Box<dyn Error>> {
    let Serve { folder, port, open, verbose, page, cache } = arguments;
    let listener = listen(*port).await?;
    let address = listener.local_addr()?;
    let mut watcher = Watcher::new(folder)?;
    let mut builder = Builder::new(folder, page.built.as_deref(), cache)?;
    let (publish, site) = watch::channel(None::<Site>);
    tokio::spawn(server::run(listener, site));
    let mut shown: Option<Vec<Diagnostic>> = None;
    let mut change = None;
    loop {
        watcher.watch_static_folder(folder);
        let seen = Snapshot::of(watcher.folders());
        let started = Instant::now();
        let sign = console.wait(format!("building {} …", folder.display()));
        let build = builder.build().await?;
        drop(sign);
        match build {
            Build::Succeeded { site, diagnostics } => {
                // The same messages after each change would hide the new ones.
                if shown.as_ref() != Some(&diagnostics) {
                    console.diagnostics(&diagnostics, *verbose);
                    shown = Some(diagnostics);
                }
                let url = format!("http://{address}{}", site.base);
                let is_first = publish.send_replace(Some(site)).is_none();
                let seconds = started.elapsed().as_secs_f32();
                if is_first {
                    console.say(format_args!("the site is ready at {url} (Ctrl-C stops it)"));
                    if *open && let Err(error) = open::that_detached(&url) {
                        console.say(format_args!("cannot open a browser: {error}"));
                    }
                } else {
                    let change = change.as_deref().unwrap_or("a change");
                    console.say(format_args!("built again in {seconds:.1} s: {change}"));
                }
            }
            Build::Failed(errors) => {
                shown = None;
                console.errors(&errors);
                match publish.borrow().is_some() {
                    true => console.say("the last good site stays until this is mended"),
                    false => console.say("the site is built as soon as this is mended"),
                }
            }
        }
        change = Some(next_change(&mut watcher, &seen).await.describe(folder));
    }
}

/// Listens on a port of this machine, which no other machine reaches.
async fn listen(port: u16) -> Result<TcpListener, Box<dyn Error>> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(|error| {
        let reason = match error.kind() {
            std::io::ErrorKind::AddrInUse => "is in use",
            _ => return format!("port {port}: {error}").into(),
        };
        format!("port {port} {reason}: stop the other server, or choose a port: --port 0").into()
    })
}

/// Waits until the folder is not as it was, and returns the differences.
async fn next_change(watcher: &mut Watcher, seen: &Snapshot) -> snapshot::Changes {
    loop {
        // A change during a build is found here, before the first wait.
        let changes = Snapshot::of(watcher.folders()).changes_since(seen);
        if !changes.is_empty() {
            return changes;
        }
        watcher.wait().await;
    }
}

/// Returns a path relative to a folder, or the whole path if it is outside of it.
fn relative<'a>(path: &'a Path, folder: &Path) -> &'a Path {
    path.strip_prefix(folder).unwrap_or(path)
}
