//! The host that serves a folder to the browsers under test, and nothing else: what an ordinary static host does
//! (content types, `index.html` for a folder, `404.html` for what is not there, the headers that the folder's `_headers`
//! asks for), a log of what was asked of it, and the
//! accidents that tests need: a file gone, changed or slow, a host switched off and on again.
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
            Files::Written(files) => {
                files.iter().find(|(name, _)| *name == path).map(|(_, text)| text.as_bytes().to_vec())
            }
        }
    }

    fn is_folder(&self, path: &str) -> bool {
        match self {
            Files::Folder(folder) => folder.join(path).is_dir(),
            Files::Written(files) => files.iter().any(|(name, _)| name.starts_with(&format!("{path}/"))),
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
    files: Files,
    base: String,
    /// What the folder itself asks hosts to send: a path, with `*` at its end for all below it, a name and a value.
    asked_for: Vec<(String, String, String)>,
    headers: Mutex<Vec<(String, String)>>,
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
            asked_for: asked_for(&files),
            files,
            base: base.to_owned(),
            headers: Mutex::default(),
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
    pub(crate) fn files(&self) -> &Files {
        &self.shared.files
    }

    /// Lets an accident befall a path below the base, without a leading slash.
    pub(crate) fn befall(&self, path: &str, accident: Accident) {
        lock(&self.shared.accidents).insert(path.to_owned(), accident);
    }

    /// Ends the accident that befell a path.
    pub(crate) fn relieve(&self, path: &str) {
        lock(&self.shared.accidents).remove(path);
    }

    /// Sends a header with every answer from now on.
    pub(crate) fn send_header(&self, name: &str, value: &str) {
        lock(&self.shared.headers).push((name.to_owned(), value.to_owned()));
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

/// The headers that a folder asks for in its `_headers`, as Netlify and Cloudflare Pages read them.
fn asked_for(files: &Files) -> Vec<(String, String, String)> {
    let text = files.read("_headers").unwrap_or_default();
    let mut pattern = String::new();
    let mut found = Vec::new();
    for line in String::from_utf8_lossy(&text).lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix("  ").and_then(|header| header.split_once(": ")) {
            Some((name, value)) => found.push((pattern.clone(), name.to_owned(), value.to_owned())),
            None => pattern = line.trim().to_owned(),
        }
    }
    found
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
            let header = request.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name))?;
            std::str::from_utf8(header.value).ok()
        };

        if target.strip_prefix(&shared.base) == Some(LISTENER) {
            let answer = if method == "POST" {
                let length = header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
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

        let mut answer = if matches!(method, "GET" | "HEAD") {
            answer(&target, shared)
        } else {
            Answer::words(405, "Method Not Allowed")
        };
        if shared.listening.load(Ordering::SeqCst) && header("sec-fetch-dest") == Some("document") {
            answer.body = with_listener(&answer.body, &shared.base);
        }
        let path = target.split('?').next().unwrap_or_default();
        let asked_for = shared.asked_for.iter().filter(|(pattern, ..)| match pattern.strip_suffix('*') {
            Some(beginning) => path.starts_with(beginning),
            None => path == pattern,
        });
        let mut headers: Vec<(String, String)> =
            asked_for.map(|(_, name, value)| (name.clone(), value.clone())).collect();
        headers.extend(lock(&shared.headers).iter().cloned());
        lock(&shared.log).push(Request { target, status: answer.status });
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

/// A document with the script as the first thing in its head.
fn with_listener(document: &[u8], base: &str) -> Vec<u8> {
    const HEAD: &[u8] = b"<head>";
    let Some(at) = document.windows(HEAD.len()).position(|part| part == HEAD) else {
        return document.to_vec();
    };
    let (before, after) = document.split_at(at + HEAD.len());
    [before, format!("<script src=\"{base}{LISTENER}\"></script>").as_bytes(), after].concat()
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

fn answer(target: &str, shared: &Shared) -> Answer {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let Some(path) = path.strip_prefix(&shared.base) else {
        return Answer::words(404, "Not Found: outside of the base path");
    };
    if path.split('/').any(|part| part == "..") {
        return Answer::words(400, "Bad Request");
    }
    let path =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };

    let accident = lock(&shared.accidents).get(&path).cloned();
    let found = match accident {
        Some(Accident::Missing) => None,
        Some(Accident::Changed(bytes)) => Some(bytes),
        Some(Accident::Slow(delay)) => {
            thread::sleep(delay);
            shared.files.read(&path)
        }
        Some(Accident::Held) => {
            while matches!(lock(&shared.accidents).get(&path), Some(Accident::Held))
                && !shared.off.load(Ordering::SeqCst)
            {
                thread::sleep(Duration::from_millis(5));
            }
            shared.files.read(&path)
        }
        None => shared.files.read(&path),
    };
    if let Some(bytes) = found {
        return Answer::file(200, &path, bytes);
    }
    if shared.files.is_folder(&path) {
        let location = Some(format!("{}{path}/", shared.base));
        return Answer { location, ..Answer::words(301, "Moved Permanently") };
    }
    // A host without a page for what is not there shows the front page, as the page under test asks of it.
    ["404.html", "index.html"]
        .into_iter()
        .find_map(|page| shared.files.read(page).map(|bytes| Answer::file(404, page, bytes)))
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
