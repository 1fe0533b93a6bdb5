//! The host that serves a folder to the browsers under test, and nothing else: what an ordinary static host does
//! (content types, `index.html` for a folder, `404.html` for what is not there), a log of what was asked of it, and the
//! accidents that tests need: a file gone, changed, slow or cut off, a host switched off and on again, another edition. It
//! sends the headers that the folder's own `_headers` asks for.
//!
//! It is written on `std` and a header parser, for that last part: a host is off when its connections are, too.

use std::{
    collections::HashMap,
    fs,
    io::{self, BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

/// What is served: a folder of files, or a few pages written in a test.
#[derive(Clone, Debug)]
pub(crate) enum Files {
    Folder(PathBuf),
    Written(&'static [(&'static str, &'static str)]),
}

impl Files {
    /// The file at a path below the base, without the leading slash.
    pub(crate) fn read(&self, path: &str) -> Option<Vec<u8>> {
        match self {
            Files::Folder(folder) => fs::read(folder.join(path)).ok(),
            Files::Written(files) => files
                .iter()
                .find(|(name, _)| *name == path)
                .map(|(_, text)| text.as_bytes().to_vec()),
        }
    }

    fn is_folder(&self, path: &str) -> bool {
        match self {
            Files::Folder(folder) => folder.join(path).is_dir(),
            Files::Written(files) => {
                files.iter().any(|(name, _)| name.starts_with(&format!("{path}/")))
            }
        }
    }
}

/// An accident that befalls one path.
#[derive(Clone, Debug)]
pub(crate) enum Accident {
    /// The file is not there.
    Missing,
    /// The file holds something else.
    Changed(Vec<u8>),
    /// The file comes late.
    Slow(Duration),
    /// The file comes when [`Server::relieve`] says so.
    Held,
    /// The connection breaks off in the middle of the file.
    Broken,
}

/// A request as the host saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Request {
    /// The path with the query, as it was asked for.
    pub(crate) target: String,
    pub(crate) status: u16,
}

/// A static host on a port of its own. Dropping it switches it off.
pub(crate) struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

struct Shared {
    files: Mutex<Files>,
    base: String,
    without_worker: AtomicBool,
    accidents: Mutex<HashMap<String, Accident>>,
    log: Mutex<Vec<Request>>,
    listening: AtomicBool,
    complaints: Mutex<Vec<String>>,
    open: Mutex<Vec<TcpStream>>,
    off: AtomicBool,
}

impl Server {
    /// Serves `files` below `base`, a path that begins and ends with a slash.
    pub(crate) fn start(files: Files, base: &str) -> io::Result<Server> {
        let shared = Shared {
            files: Mutex::new(files),
            base: base.to_owned(),
            without_worker: AtomicBool::new(false),
            accidents: Mutex::default(),
            log: Mutex::default(),
            listening: AtomicBool::new(false),
            complaints: Mutex::default(),
            open: Mutex::default(),
            off: AtomicBool::new(true),
        };
        let mut server = Server {
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            shared: Arc::new(shared),
            accepting: None,
        };
        server.switch_on()?;
        Ok(server)
    }

    /// Scheme, host and port, without a slash at the end.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The path below which everything is.
    pub(crate) fn base(&self) -> &str {
        &self.shared.base
    }

    /// What is served, accidents apart.
    pub(crate) fn files(&self) -> Files {
        lock(&self.shared.files).clone()
    }

    /// Serves something else from now on.
    pub(crate) fn publish(&self, files: Files) {
        *lock(&self.shared.files) = files;
    }

    /// Lets no page have a service worker, which would hide from a test what it does to single files.
    pub(crate) fn without_worker(&self) {
        self.shared.without_worker.store(true, Ordering::SeqCst);
    }

    /// Lets an accident befall a path below the base, without a leading slash.
    pub(crate) fn befall(&self, path: &str, accident: Accident) {
        lock(&self.shared.accidents).insert(path.to_owned(), accident);
    }

    /// Ends the accident that befell a path.
    pub(crate) fn relieve(&self, path: &str) {
        lock(&self.shared.accidents).remove(path);
    }

    /// Puts a script into each document from now on that tells the host of what goes wrong there, for browsers whose
    /// driver has no log: uncaught exceptions, what is written to the console, breaches of the security policy.
    pub(crate) fn listen_in_documents(&self) {
        self.shared.listening.store(true, Ordering::SeqCst);
    }

    /// What documents told of.
    pub(crate) fn complaints(&self) -> Vec<String> {
        lock(&self.shared.complaints).clone()
    }

    /// Every request since the start.
    pub(crate) fn log(&self) -> Vec<Request> {
        lock(&self.shared.log).clone()
    }

    /// Listens, on the same port as before if there was one.
    pub(crate) fn switch_on(&mut self) -> io::Result<()> {
        let listener = TcpListener::bind(self.address)?;
        self.address = listener.local_addr()?;
        self.shared.off.store(false, Ordering::SeqCst);
        let shared = Arc::clone(&self.shared);
        self.accepting = Some(thread::spawn(move || accept(&listener, &shared)));
        Ok(())
    }

    /// Stops listening and cuts every connection.
    pub(crate) fn switch_off(&mut self) {
        let Some(accepting) = self.accepting.take() else { return };
        self.shared.off.store(true, Ordering::SeqCst);
        // The thread waits for a connection: it gets one, and sees that the host is off.
        drop(TcpStream::connect(self.address));
        let _ = accepting.join();
        for connection in lock(&self.shared.open).drain(..) {
            let _ = connection.shutdown(Shutdown::Both);
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.switch_off();
    }
}

/// The lock, whether or not a thread died while holding it: what it guards is whole between any two statements.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for connection in listener.incoming() {
        if shared.off.load(Ordering::SeqCst) {
            return;
        }
        let Ok(connection) = connection else { continue };
        if let Ok(copy) = connection.try_clone() {
            lock(&shared.open).push(copy);
        }
        let shared = Arc::clone(shared);
        // A connection that breaks off is the browser's right.
        thread::spawn(move || drop(converse(&connection, &shared)));
    }
}

/// Answers the requests of one connection, one after the other, until the browser closes it.
fn converse(connection: &TcpStream, shared: &Shared) -> io::Result<()> {
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

        if target.strip_prefix(&shared.base) == Some(LISTENER) {
            let answer = if method == "POST" {
                let length =
                    header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
                let mut complaint = Vec::new();
                reader.by_ref().take(length).read_to_end(&mut complaint)?;
                lock(&shared.complaints).push(String::from_utf8_lossy(&complaint).into_owned());
                Answer::words(200, "")
            } else {
                Answer::file(200, "listener.js", LISTEN.into())
            };
            send(connection, &answer, false, &[])?;
            continue;
        }

        let path = path_of(&target, shared);
        let accident = path.as_ref().and_then(|path| lock(&shared.accidents).get(path).cloned());

        let mut answer = if matches!(method, "GET" | "HEAD") {
            answer(path.as_deref(), accident.as_ref(), shared)
        } else {
            Answer::words(405, "Method Not Allowed")
        };
        if header("sec-fetch-dest") == Some("document") {
            if shared.without_worker.load(Ordering::SeqCst) {
                answer.body = replaced(&answer.body, " data-worker=", " data-no-worker=");
            }
            if shared.listening.load(Ordering::SeqCst) {
                let script = format!("<head><script src=\"{}{LISTENER}\"></script>", shared.base);
                answer.body = replaced(&answer.body, "<head>", &script);
            }
        }
        lock(&shared.log).push(Request { target, status: answer.status });
        let mut headers = published_headers(path.as_deref(), shared);
        if accident.is_some() {
            headers.retain(|(name, _)| !name.eq_ignore_ascii_case("cache-control"));
            headers.push(("cache-control".to_owned(), "no-store".to_owned()));
        }
        if matches!(accident, Some(Accident::Broken)) {
            return break_off(connection, &answer, &headers);
        }
        send(connection, &answer, method == "HEAD", &headers)?;
    }
}

/// Where the script of [`Server::listen_in_documents`] is, below the base, and where it tells what it hears.
const LISTENER: &str = ".listener";

const LISTEN: &str = "
(() => {
    const address = document.currentScript.src;
    const tell = words => navigator.sendBeacon(address, words);
    addEventListener('error', event => {
        if (event.message !== undefined) tell(`Uncaught ${event.message}`);
    });
    addEventListener('unhandledrejection', event => tell(`Uncaught (in promise) ${event.reason}`));
    document.addEventListener('securitypolicyviolation', event =>
        tell(`security policy: ${event.violatedDirective} forbids ${event.blockedURI}`));
    for (const kind of ['error', 'warn']) {
        const original = console[kind];
        console[kind] = (...words) => { tell(words.join(' ')); original.apply(console, words); };
    }
})();
";

/// A document with the first `old` in it replaced.
fn replaced(document: &[u8], old: &str, new: &str) -> Vec<u8> {
    String::from_utf8_lossy(document).replacen(old, new, 1).into_bytes()
}

/// What the folder's `_headers` says for a path: patterns at the beginning of lines, headers on the indented lines below.
fn published_headers(path: Option<&str>, shared: &Shared) -> Vec<(String, String)> {
    let Some(said) = lock(&shared.files).read("_headers") else { return Vec::new() };
    let path = format!("{}{}", shared.base, path.unwrap_or_default());
    let mut applies = false;
    let mut headers = Vec::new();
    for line in String::from_utf8_lossy(&said).lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with([' ', '\t']) {
            if let Some((name, value)) = line.split_once(':').filter(|_| applies) {
                headers.push((name.trim().to_owned(), value.trim().to_owned()));
            }
        } else {
            let pattern = line.trim();
            applies =
                pattern.strip_suffix('*').map_or(path == pattern, |start| path.starts_with(start));
        }
    }
    headers
}

struct Answer {
    status: u16,
    kind: &'static str,
    location: Option<String>,
    body: Vec<u8>,
}

impl Answer {
    fn file(status: u16, path: &str, body: Vec<u8>) -> Answer {
        Answer { status, kind: content_type(path), location: None, body }
    }

    fn words(status: u16, words: &str) -> Answer {
        Answer { status, kind: "text/plain; charset=utf-8", location: None, body: words.into() }
    }
}

/// The file's path that a target stands for, below the base; `None` if there can be none.
fn path_of(target: &str, shared: &Shared) -> Option<String> {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let path = path.strip_prefix(&shared.base)?;
    if path.split('/').any(|part| part == "..") {
        return None;
    }
    Some(if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    })
}

fn answer(path: Option<&str>, accident: Option<&Accident>, shared: &Shared) -> Answer {
    let Some(path) = path else {
        return Answer::words(404, "Not Found: outside of the base path");
    };
    let files = lock(&shared.files).clone();
    let found = match accident {
        Some(Accident::Missing) => None,
        Some(Accident::Changed(bytes)) => Some(bytes.clone()),
        Some(Accident::Slow(delay)) => {
            thread::sleep(*delay);
            files.read(path)
        }
        Some(Accident::Held) => {
            while matches!(lock(&shared.accidents).get(path), Some(Accident::Held))
                && !shared.off.load(Ordering::SeqCst)
            {
                thread::sleep(Duration::from_millis(5));
            }
            files.read(path)
        }
        Some(Accident::Broken) | None => files.read(path),
    };
    if let Some(bytes) = found {
        return Answer::file(200, path, bytes);
    }
    if files.is_folder(path) {
        let location = Some(format!("{}{path}/", shared.base));
        return Answer { location, ..Answer::words(301, "Moved Permanently") };
    }
    // A host without a page for what is not there shows the front page, as the page under test asks of it.
    ["404.html", "index.html"]
        .into_iter()
        .find_map(|page| files.read(page).map(|bytes| Answer::file(404, page, bytes)))
        .unwrap_or_else(|| Answer::words(404, "Not Found"))
}

fn send(
    mut connection: &TcpStream,
    answer: &Answer,
    head_only: bool,
    headers: &[(String, String)],
) -> io::Result<()> {
    let mut head = format!(
        "HTTP/1.1 {} -\r\ncontent-type: {}\r\ncontent-length: {}\r\n",
        answer.status,
        answer.kind,
        answer.body.len()
    );
    if let Some(location) = &answer.location {
        head.push_str(&format!("location: {location}\r\n"));
    }
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    let mut bytes = head.into_bytes();
    if !head_only {
        bytes.extend_from_slice(&answer.body);
    }
    connection.write_all(&bytes)
}

/// Sends the head and half of the body, and cuts the connection.
fn break_off(
    mut connection: &TcpStream,
    answer: &Answer,
    headers: &[(String, String)],
) -> io::Result<()> {
    send(connection, answer, true, headers)?;
    connection.write_all(answer.body.get(..answer.body.len() / 2).unwrap_or_default())?;
    connection.shutdown(Shutdown::Both)
}

fn content_type(path: &str) -> &'static str {
    match Path::new(path).extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("xml") => "application/xml",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
