//! `cuttings serve`: the page, its reloads, errors in the folder, and the end.

use crate::built::unescaped;
use crate::program::{code, empty_folder, page, program, text};
use std::cell::RefCell;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

/// The time after which a line or an event is missing. Builds of other tests run at the same time.
const PATIENCE: Duration = Duration::from_secs(120);

/// A running `cuttings serve`. Dropping it stops it.
struct Served {
    child: Child,
    /// The lines of its output and of its errors, in no order between the two.
    lines: Receiver<String>,
    /// Those that no test has asked for yet.
    unread: RefCell<Vec<String>>,
    folder: PathBuf,
    /// The folder for its temporary files.
    temporary: PathBuf,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Served {
    /// Serves a folder with these files.
    fn start(test: &str, files: &[(&str, &str)]) -> Served {
        let root = empty_folder(test);
        let (folder, temporary) = (root.join("notes"), root.join("tmp"));
        fs::create_dir(&folder).unwrap();
        fs::create_dir(&temporary).unwrap();
        for (name, text) in files {
            fs::write(folder.join(name), text).unwrap();
        }
        let mut child = program()
            .arg("serve")
            .arg(&folder)
            .args(["--port", "0", "--page", page()])
            .env("TMPDIR", &temporary)
            .env("TMP", &temporary)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (send, lines) = channel();
        let (out, err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
        let errors = send.clone();
        thread::spawn(move || {
            BufReader::new(out).lines().try_for_each(|it| send.send(it.unwrap()))
        });
        thread::spawn(move || {
            BufReader::new(err).lines().try_for_each(|it| errors.send(it.unwrap()))
        });
        Served { child, lines, unread: RefCell::default(), folder, temporary }
    }

    /// Waits for a line with `part`, and returns it. No later call returns the same line.
    #[track_caller]
    fn line(&self, part: &str) -> String {
        let mut unread = self.unread.borrow_mut();
        loop {
            if let Some(index) = unread.iter().position(|line| line.contains(part)) {
                return unread.remove(index);
            }
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) => unread.push(line),
                Err(error) => panic!("no line with “{part}” ({error}): {unread:#?}"),
            }
        }
    }

    /// Waits until the site is ready, and returns its address.
    #[track_caller]
    fn address(&self) -> Address {
        let line = self.line("the site is ready at http://");
        let url = line.split(' ').find_map(|word| word.strip_prefix("http://")).unwrap();
        let (host, base) = url.split_at(url.find('/').unwrap());
        Address { host: host.to_owned(), base: base.to_owned() }
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.join(name), text).unwrap();
    }
}

/// The address of a site.
struct Address {
    /// The host with its port.
    host: String,
    base: String,
}

/// A response.
struct Response {
    status: u16,
    /// The head in lower case.
    head: String,
    body: String,
}

impl Address {
    fn connect(&self, path: &str, host: &str) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        BufReader::new(stream)
    }

    /// Requests a path of the host.
    #[track_caller]
    fn get(&self, path: &str) -> Response {
        self.get_as(path, &self.host)
    }

    #[track_caller]
    fn get_as(&self, path: &str, host: &str) -> Response {
        let mut bytes = Vec::new();
        self.connect(path, host).read_to_end(&mut bytes).unwrap();
        let response = String::from_utf8_lossy(&bytes);
        let (head, body) = response.split_once("\r\n\r\n").unwrap();
        Response {
            status: head.split(' ').nth(1).unwrap().parse().unwrap(),
            head: head.to_lowercase(),
            body: body.to_owned(),
        }
    }

    /// Connects to the events that the page listens to.
    fn events(&self) -> BufReader<TcpStream> {
        self.connect("/.cuttings/events", &self.host)
    }
}

/// Waits for the next event, and returns the edition that it names.
#[track_caller]
fn next_event(events: &mut BufReader<TcpStream>) -> String {
    loop {
        let mut line = String::new();
        assert_ne!(events.read_line(&mut line).unwrap(), 0, "the events have ended");
        if let Some(edition) = line.strip_prefix("data: ") {
            return edition.trim().to_owned();
        }
    }
}

const ARTICLE: &str = "# The ferry\n\nIt is back.\n";

#[test]
fn a_change_is_shown_in_the_browser() {
    let served = Served::start("change", &[("ferry.md", ARTICLE)]);
    let address = served.address();
    assert_eq!(address.base, "/");
    let results = address.get("/");
    assert_eq!(results.status, 200);
    assert!(results.body.contains("The ferry"));
    let article = address.get("/article/the-ferry/");
    assert!(article.body.contains("It is back."));
    assert!(article.head.contains("content-type: text/html; charset=utf-8"), "{}", article.head);
    // The page listens, its policy is as published, and no worker keeps it.
    let (before, rest) =
        article.body.split_once("<script src=\"/.cuttings/reload.js\" data-edition=\"").unwrap();
    let shown = rest.split_once('"').unwrap().0;
    let policy = unescaped(before);
    for part in ["script-src 'self' 'wasm-unsafe-eval' 'sha384-", "connect-src 'self'; "] {
        assert!(policy.contains(part), "{policy}");
    }
    assert!(!article.body.contains("data-worker"));
    assert!(address.get("/worker.js").body.contains("unregister()"));
    assert!(address.get("/.cuttings/reload.js").body.contains("location.reload()"));

    let mut events = address.events();
    assert_eq!(next_event(&mut events), shown);
    let old_asset = article.body.split('"').find(|it| it.starts_with("/assets/edition-")).unwrap();
    served.write("ferry.md", "# The ferry\n\nIt left again.\n");
    let next = next_event(&mut events);
    assert_ne!(next, shown);
    assert!(served.line("built again in ").ends_with(" s: ferry.md"));
    let changed = address.get("/article/the-ferry/").body;
    assert!(changed.contains("It left again.") && changed.contains(&next), "{changed}");
    // An open page may still load what belongs to it.
    assert_eq!(address.get(old_asset).status, 200);

    // New and removed files are changes, too.
    served.write("new.txt", "Harbour Office Moves to the Pier\nIt has been there since Monday.\n");
    served.line("new.txt");
    assert!(address.get("/").body.contains("Harbour Office"));
    fs::remove_file(served.folder.join("new.txt")).unwrap();
    served.line("new.txt");
    assert!(!address.get("/").body.contains("Harbour Office"));
}

#[test]
fn a_folder_with_errors_keeps_its_last_good_site() {
    let served = Served::start("errors", &[("ferry.md", ARTICLE)]);
    let address = served.address();
    served.write("site.toml", "titel = \"Papers\"\n");
    let error = served.line("site.toml:1: error: ");
    assert!(error.contains("titel"), "{error}");
    served.line("the last good site stays until this is mended");
    assert_eq!(address.get("/article/the-ferry/").status, 200);
    // A file with an error is left out, with a message.
    served.write("site.toml", "title = \"Papers\"\n");
    served.write("broken.md", "---\ntitle: Not closed\n");
    served.line("left out because of the errors above: ");
    served.line("built again in ");
    assert!(address.get("/").body.contains("Papers"));
}

#[test]
fn a_folder_that_cannot_be_built_yet_is_awaited() {
    let served = Served::start("awaited", &[("site.toml", "title = 1\n"), ("a.md", ARTICLE)]);
    served.line("error: ");
    served.line("the site is built as soon as this is mended");
    served.write("site.toml", "base_url = \"https://example.org/papers/\"\n");
    let address = served.address();
    // The path of the address is the one that the site will have.
    assert_eq!(address.base, "/papers/");
    for path in ["/", "/papers"] {
        let redirect = address.get(path);
        assert_eq!(redirect.status, 307, "{path}");
        assert!(redirect.head.contains("location: /papers/\r\n"), "{}", redirect.head);
    }
    assert_eq!(address.get("/papers/").status, 200);
    let missing = address.get("/papers/article/nothing/");
    assert_eq!(missing.status, 404);
    assert!(missing.body.contains("Page not found") && missing.body.contains("reload.js"));
    assert_eq!(address.get("/papers/../notes/a.md").status, 404);
    // Another site must not read the articles by a name that leads here.
    assert_eq!(address.get_as("/papers/", "articles.example").status, 403);
}

#[test]
fn a_port_in_use_and_a_missing_folder_are_errors() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port().to_string();
    let folder = empty_folder("in-use");
    let check = |folder: &Path, port: &str, expected: &str| {
        let mut command = program();
        command.arg("serve").arg(folder).args(["--port", port, "--page", page()]);
        let output = command.output().unwrap();
        assert_eq!(code(&output), 1);
        assert!(text(&output.stderr).contains(expected), "{output:?}");
    };
    check(&folder, &port, &format!("error: port {port} is in use: "));
    check(&folder.join("missing"), "0", "missing is no folder");
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_at_once_and_leaves_nothing_behind() {
    let mut served = Served::start("interrupt", &[("ferry.md", ARTICLE)]);
    let address = served.address();
    let _open = address.events();
    assert_eq!(fs::read_dir(&served.temporary).unwrap().count(), 1);
    let pid = served.child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    assert_eq!(served.child.wait().unwrap().code(), Some(130));
    assert_eq!(fs::read_dir(&served.temporary).unwrap().count(), 0);
}
