//! The host of a page under test. It serves a site as an ordinary static host does: content types,
//! `index.html` for a folder, `404.html` for a missing file, and the headers of the site's own
//! `_headers` file. It logs every request, and tests can inject faults, stop and restart it, or
//! publish another edition.
//!
//! It uses `std` and a parser for request heads, because a stopped host must also cut its open
//! connections.

mod console_reporter;
mod files;
mod languages;
mod response;

use std::{
    collections::{BTreeSet, HashMap},
    io::{self, BufRead, BufReader, Read},
    net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};

pub(crate) use files::Files;
use response::Response;

/// A fault of one path.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    /// The file does not exist.
    Missing,
    /// The file has other contents.
    Replaced(Vec<u8>),
    /// The response waits for [`Server::clear`].
    Held,
    /// The connection closes after half of the file.
    Truncated,
}

/// A request that the host received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Request {
    pub(crate) method: String,
    /// The path and the query, as in the request.
    pub(crate) target: String,
    pub(crate) status: u16,
    /// The length of the body that was sent.
    pub(crate) bytes: usize,
}

/// A static host on a port of its own. Dropping it stops it.
pub(crate) struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

/// Listens on a free port that no other host of this program has had. A browser outlives the tests
/// that it runs, so a second host on the same port would find the storage of the first.
fn bind_unused_port() -> io::Result<TcpListener> {
    static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    // A refused port stays bound until another is found, so that it is not offered again.
    let mut refused = Vec::new();
    loop {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        if lock(&USED).insert(listener.local_addr()?.port()) {
            return Ok(listener);
        }
        refused.push(listener);
    }
}

/// The state that the threads of the host share.
struct Shared {
    files: Mutex<Files>,
    base: String,
    faults: Mutex<HashMap<String, Fault>>,
    /// Notified after each change of `faults`, and when the host stops.
    faults_changed: Condvar,
    log: Mutex<Vec<Request>>,
    /// The paths whose responses waited, in order.
    waited: Mutex<Vec<String>>,
    worker_disabled: AtomicBool,
    edition_is_large: AtomicBool,
    console_reported: AtomicBool,
    /// The script that runs before those of each document, if a test has set one.
    first_script: Mutex<Option<String>>,
    reported_messages: Mutex<Vec<String>>,
    connections: Mutex<Vec<TcpStream>>,
    stopped: AtomicBool,
}

impl Server {
    /// Serves `files` below `base`, a path that begins and ends with a slash.
    pub(crate) fn start(files: Files, base: &str) -> io::Result<Server> {
        let shared = Shared {
            files: Mutex::new(files),
            base: base.to_owned(),
            faults: Mutex::default(),
            faults_changed: Condvar::new(),
            log: Mutex::default(),
            waited: Mutex::default(),
            worker_disabled: AtomicBool::new(false),
            edition_is_large: AtomicBool::new(false),
            console_reported: AtomicBool::new(false),
            first_script: Mutex::default(),
            reported_messages: Mutex::default(),
            connections: Mutex::default(),
            stopped: AtomicBool::new(true),
        };
        let mut server = Server {
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            shared: Arc::new(shared),
            accepting: None,
        };
        server.restart()?;
        Ok(server)
    }

    /// Returns the scheme, host and port, without a slash at the end.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns the path below which the site is served.
    pub(crate) fn base(&self) -> &str {
        &self.shared.base
    }

    /// Returns the files, without the effect of faults.
    pub(crate) fn files(&self) -> Files {
        lock(&self.shared.files).clone()
    }

    /// Serves other files from now on.
    pub(crate) fn publish(&self, files: Files) {
        *lock(&self.shared.files) = files;
    }

    /// Injects a fault into a path below the base, without a leading slash.
    pub(crate) fn inject(&self, path: &str, fault: Fault) {
        lock(&self.shared.faults).insert(path.to_owned(), fault);
        self.shared.faults_changed.notify_all();
    }

    /// Clears the fault of a path.
    pub(crate) fn clear(&self, path: &str) {
        lock(&self.shared.faults).remove(path);
        self.shared.faults_changed.notify_all();
    }

    /// Keeps documents from registering a service worker. A worker would serve files from its
    /// cache, so that faults would have no effect.
    pub(crate) fn disable_worker(&self) {
        self.shared.worker_disabled.store(true, Ordering::SeqCst);
    }

    /// Has the page and its service worker treat the edition like one of six megabytes, which they
    /// keep for offline only if the reader asks.
    pub(crate) fn make_edition_large(&self) {
        self.shared.edition_is_large.store(true, Ordering::SeqCst);
    }

    /// Adds a script to each document from now on that reports uncaught errors, console messages
    /// and violations of the security policy, for browsers whose driver has no log.
    pub(crate) fn report_console(&self) {
        self.shared.console_reported.store(true, Ordering::SeqCst);
    }

    /// Adds a script to each document from now on that replaces the languages that the reader
    /// prefers, for browsers without developer tools.
    pub(crate) fn prefer_languages(&self, languages: &[&str]) {
        self.run_first(languages::script(languages));
    }

    /// Adds a script to each document of the host from now on that runs before its own scripts, in
    /// place of an earlier one.
    pub(crate) fn run_first(&self, script: String) {
        *lock(&self.shared.first_script) = Some(script);
    }

    /// Returns the messages that the script of [`Server::report_console`] has sent.
    pub(crate) fn reported_messages(&self) -> Vec<String> {
        lock(&self.shared.reported_messages).clone()
    }

    /// Returns the paths whose responses wait or waited for [`Server::clear`], in order.
    pub(crate) fn waited(&self) -> Vec<String> {
        lock(&self.shared.waited).clone()
    }

    /// Returns every request since the start.
    pub(crate) fn log(&self) -> Vec<Request> {
        lock(&self.shared.log).clone()
    }

    /// Starts to listen, on the same port as before if there was one.
    pub(crate) fn restart(&mut self) -> io::Result<()> {
        let listener = match self.address.port() {
            0 => bind_unused_port()?,
            _ => TcpListener::bind(self.address)?,
        };
        self.address = listener.local_addr()?;
        self.shared.stopped.store(false, Ordering::SeqCst);
        let shared = Arc::clone(&self.shared);
        self.accepting = Some(thread::spawn(move || shared.accept(&listener)));
        Ok(())
    }

    /// Stops listening and cuts every connection.
    pub(crate) fn stop(&mut self) {
        let Some(accepting) = self.accepting.take() else { return };
        self.shared.stopped.store(true, Ordering::SeqCst);
        // A held response must see the flag. The lock ensures that no thread is between its check
        // of the flag and its wait.
        drop(lock(&self.shared.faults));
        self.shared.faults_changed.notify_all();
        // The thread blocks until the next connection, and then sees the flag.
        drop(TcpStream::connect(self.address));
        let _ = accepting.join();
        for connection in lock(&self.shared.connections).drain(..) {
            let _ = connection.shutdown(Shutdown::Both);
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Shared {
    fn accept(self: &Arc<Shared>, listener: &TcpListener) {
        for connection in listener.incoming() {
            if self.stopped.load(Ordering::SeqCst) {
                return;
            }
            let Ok(connection) = connection else { continue };
            if let Ok(copy) = connection.try_clone() {
                lock(&self.connections).push(copy);
            }
            let shared = Arc::clone(self);
            // Browsers may close a connection at any time, which is not an error.
            thread::spawn(move || drop(shared.handle(&connection)));
        }
    }

    /// Responds to the requests of one connection until the browser closes it.
    fn handle(&self, connection: &TcpStream) -> io::Result<()> {
        let mut reader = BufReader::new(connection);
        loop {
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                if reader.read_until(b'\n', &mut head)? == 0 {
                    return Ok(());
                }
            }
            let mut headers = [httparse::EMPTY_HEADER; 64];
            let mut request = httparse::Request::new(&mut headers);
            request.parse(&head).map_err(io::Error::other)?;
            let method = request.method.unwrap_or_default();
            let target = request.path.unwrap_or_default().to_owned();
            let header = |name: &str| {
                let header =
                    request.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name))?;
                std::str::from_utf8(header.value).ok()
            };

            if target.strip_prefix(&self.base) == Some(console_reporter::PATH) {
                let response = if method == "POST" {
                    let length = header("content-length").and_then(|length| length.parse().ok());
                    let mut message = Vec::new();
                    reader.by_ref().take(length.unwrap_or(0)).read_to_end(&mut message)?;
                    lock(&self.reported_messages)
                        .push(String::from_utf8_lossy(&message).into_owned());
                    Response::text(200, "")
                } else {
                    Response::file(200, "reporter.js", console_reporter::SCRIPT.into())
                };
                response.send(connection, false, &[])?;
                continue;
            }

            if target.strip_prefix(&self.base) == Some(FIRST_SCRIPT) {
                let script = lock(&self.first_script).clone().unwrap_or_default();
                Response::file(200, "first.js", script.into()).send(connection, false, &[])?;
                continue;
            }

            let path = self.file_path(&target);
            let fault = path.as_ref().and_then(|path| lock(&self.faults).get(path).cloned());

            let mut response = if matches!(method, "GET" | "HEAD") {
                self.respond(path.as_deref(), fault.as_ref())
            } else {
                Response::text(405, "Method Not Allowed")
            };
            // Some engines do not say that a worker's request is for a document.
            if response.content_type.starts_with("text/html") {
                self.change_document(&mut response.body);
            }
            if path.as_deref() == Some("worker.js") {
                self.change_worker(&mut response.body);
            }
            let bytes = if method == "HEAD" { 0 } else { response.body.len() };
            let (method, status) = (method.to_owned(), response.status);
            lock(&self.log).push(Request { method: method.clone(), target, status, bytes });
            let url_path = format!("{}{}", self.base, path.unwrap_or_default());
            let mut headers = lock(&self.files).published_headers(&url_path);
            if fault.is_some() {
                headers.retain(|(name, _)| !name.eq_ignore_ascii_case("cache-control"));
                headers.push(("cache-control".to_owned(), "no-store".to_owned()));
            }
            if matches!(fault, Some(Fault::Truncated)) {
                return response.send_truncated(connection, &headers);
            }
            response.send(connection, method == "HEAD", &headers)?;
        }
    }

    /// Returns the file path of a request target, below the base. Targets outside of the base and
    /// targets with `..` have none.
    fn file_path(&self, target: &str) -> Option<String> {
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
        let path = path.strip_prefix(&self.base)?;
        if path.split('/').any(|part| part == "..") {
            return None;
        }
        Some(if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        })
    }

    fn respond(&self, path: Option<&str>, fault: Option<&Fault>) -> Response {
        let Some(path) = path else {
            return Response::text(404, "Not Found: outside of the base path");
        };
        if matches!(fault, Some(Fault::Held)) {
            self.wait_until_cleared(path);
        }
        let files = lock(&self.files).clone();
        let body = match fault {
            Some(Fault::Missing) => None,
            Some(Fault::Replaced(bytes)) => Some(bytes.clone()),
            Some(Fault::Held | Fault::Truncated) | None => files.read(path),
        };
        if let Some(body) = body {
            return Response::file(200, path, body);
        }
        if files.is_folder(path) {
            let location = Some(format!("{}{path}/", self.base));
            return Response { location, ..Response::text(301, "Moved Permanently") };
        }
        // Without a 404.html, the front page handles missing paths, as it does on some hosts.
        ["404.html", "index.html"]
            .into_iter()
            .find_map(|page| files.read(page).map(|body| Response::file(404, page, body)))
            .unwrap_or_else(|| Response::text(404, "Not Found"))
    }

    /// Blocks while the path is held and the host runs.
    fn wait_until_cleared(&self, path: &str) {
        lock(&self.waited).push(path.to_owned());
        let is_held = |faults: &mut HashMap<String, Fault>| {
            matches!(faults.get(path), Some(Fault::Held)) && !self.stopped.load(Ordering::SeqCst)
        };
        drop(self.faults_changed.wait_while(lock(&self.faults), is_held));
    }

    /// Changes the service worker, and the page within it, if the edition counts as large.
    fn change_worker(&self, body: &mut Vec<u8>) {
        if self.edition_is_large.load(Ordering::SeqCst) {
            replace_first(body, " data-worker=", LARGE_EDITION);
            replace_first(body, "\"LARGE\":false", "\"LARGE\":true");
        }
    }

    /// Changes a document for the options that are set: no service worker, a large edition, a
    /// console reporter, a first script.
    fn change_document(&self, body: &mut Vec<u8>) {
        let mut replace = |old, new: &str| replace_first(body, old, new);
        if self.edition_is_large.load(Ordering::SeqCst) {
            replace(" data-worker=", LARGE_EDITION);
        }
        if self.worker_disabled.load(Ordering::SeqCst) {
            replace(" data-worker=", " data-no-worker=");
        }
        if self.console_reported.load(Ordering::SeqCst) {
            let url = format!("{}{}", self.base, console_reporter::PATH);
            replace("<head>", &format!("<head><script src=\"{url}\"></script>"));
        }
        if lock(&self.first_script).is_some() {
            let url = format!("{}{FIRST_SCRIPT}", self.base);
            replace("<head>", &format!("<head><script src=\"{url}\"></script>"));
        }
    }
}

/// The path of the first script below the base.
const FIRST_SCRIPT: &str = ".first-script";

/// The size of a large edition in megabytes, as a page has it in front of the name of its worker.
const LARGE_EDITION: &str = " data-offline=6 data-worker=";

/// Replaces the first occurrence of `old` in a text.
fn replace_first(body: &mut Vec<u8>, old: &str, new: &str) {
    *body = String::from_utf8_lossy(body).replacen(old, new, 1).into_bytes();
}

/// Locks a mutex, even if a thread panicked while it held it: no thread leaves its contents
/// invalid.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
