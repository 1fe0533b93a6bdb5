//! Whether the ready configuration for nginx does what it says: Debian's nginx on this machine, with
//! `docs/hosting/nginx.conf` as it stands there but for the lines that are everyone's own, is asked for built editions.

use crate::root;
use std::fmt::Write as _;
use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The configuration under test.
const CONFIGURATION: &str = "docs/hosting/nginx.conf";

/// `cargo xtask hosting DIR PATH [DIR PATH …]`: each folder with the path that it was built for.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let (pairs, rest) = arguments.as_chunks::<2>();
    if pairs.is_empty() || !rest.is_empty() {
        return Err("say which folders, and for which path each was built: cargo xtask hosting dist /".into());
    }
    let (mut passed, mut failed) = (0, 0);
    for [folder, base] in pairs {
        let host = Host::start(Path::new(folder), base)?;
        for (what, outcome) in host.judge()? {
            match outcome {
                Ok(()) => passed += 1,
                Err(why) => {
                    failed += 1;
                    println!("FAILED {base}: {what}: {why}");
                }
            }
        }
    }
    println!("test result: {}. {passed} passed; {failed} failed", if failed == 0 { "ok" } else { "FAILED" });
    if failed == 0 { Ok(()) } else { Err(format!("{CONFIGURATION} does not do what it should")) }
}

/// What was asked for, and what was wrong with the answer.
type Judged = (String, Result<(), String>);

/// A running nginx with one edition. Dropping it ends the process.
pub(crate) struct Host {
    process: Child,
    port: u16,
    base: String,
    folder: PathBuf,
    brotli: bool,
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Host {
    /// Serves an edition under the path that it was built for.
    pub(crate) fn start(folder: &Path, base: &str) -> Result<Host, String> {
        let nginx = Nginx::find();
        let home = root().join("target/nginx");
        let site = home.join("site");
        let _ = fs::remove_dir_all(&home);
        let folder =
            folder.canonicalize().map_err(|error| format!("{}: {error}; build first", folder.display()))?;
        // The edition's folder is where its path leads to below the site's.
        let place = if base == "/" { site.clone() } else { site.join(base.trim_matches('/')) };
        let parent = place.parent().unwrap_or(&home).to_owned();
        fs::create_dir_all(&parent)
            .and_then(|()| std::os::unix::fs::symlink(&folder, &place))
            .map_err(|error| format!("{}: {error}", place.display()))?;

        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .and_then(|listener| listener.local_addr())
            .map_err(|error| format!("no free port: {error}"))?
            .port();
        let configuration = home.join("nginx.conf");
        fs::write(&configuration, nginx.configuration(&site, base, port)?)
            .map_err(|error| format!("{}: {error}", configuration.display()))?;
        let command = |options: &[&str]| {
            let mut command = Command::new(&nginx.binary);
            command.arg("-p").arg(&home).args(["-c", "nginx.conf", "-e", "error.log"]).args(options);
            command.stdin(Stdio::null());
            command
        };
        let missing = |error| {
            format!(
                "{}: {error}; run this by `scripts/with test …`, which finds or fetches it",
                nginx.binary.display()
            )
        };
        // Whoever copies the configuration should not be warned of anything in it.
        let checked = command(&["-t", "-q"]).output().map_err(missing)?;
        if !checked.stderr.is_empty() {
            return Err(format!("{CONFIGURATION}: {}", String::from_utf8_lossy(&checked.stderr)));
        }
        let process = command(&[]).spawn().map_err(missing)?;
        let brotli = nginx.brotli.is_some();
        let mut host = Host { process, port, base: base.to_owned(), folder, brotli };
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let ended = host.process.try_wait().ok().flatten().is_some();
            if ended || started.elapsed() > Duration::from_secs(10) {
                let log = fs::read_to_string(home.join("error.log")).unwrap_or_default();
                return Err(format!("nginx does not start: {log}"));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(host)
    }

    /// The whole address of a path below the base.
    pub(crate) fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{}{path}", self.port, self.base)
    }

    /// The path of an article's page.
    pub(crate) fn article(&self) -> Result<String, String> {
        first_in(&self.folder.join("article"), "").map(|slug| format!("article/{slug}/"))
    }

    /// Asks for everything that the configuration promises something of.
    fn judge(&self) -> Result<Vec<Judged>, String> {
        let promised = headers_of(&self.folder)?;
        let everywhere: Vec<_> =
            promised.iter().filter(|(name, _)| name != "cache-control").cloned().collect();
        let for_good = promised
            .iter()
            .find(|(name, _)| name == "cache-control")
            .map(|(_, value)| value.clone())
            .ok_or("_headers has nothing for good")?;
        let article = first_in(&self.folder.join("article"), "")?;
        let asset =
            |ending: &str| first_in(&self.folder.join("assets"), ending).map(|name| format!("assets/{name}"));
        let page = "text/html; charset=utf-8";
        let mut asked = vec![
            Ask::of("", page, "index.html"),
            Ask::of(&format!("article/{article}/"), page, &format!("article/{article}/index.html")),
            Ask::of("?q=anything", page, "index.html"),
            Ask { status: 404, ..Ask::of("no/such/page", page, "404.html") },
            Ask { status: 404, ..Ask::of("article/no-such-article/", page, "404.html") },
            Ask { status: 404, ..Ask::of("_headers", page, "404.html") },
            Ask { status: 404, ..Ask::of(".htaccess", page, "404.html") },
            Ask::of("worker.js", "javascript", "worker.js"),
            Ask::of("robots.txt", "text/plain; charset=utf-8", "robots.txt"),
            Ask::of("manifest.webmanifest", "application/manifest+json", "manifest.webmanifest"),
        ];
        for (ending, kind) in [
            (".wasm", "application/wasm"),
            (".js", "javascript"),
            (".css", "text/css"),
            (".svg", "image/svg+xml"),
        ] {
            let path = asset(ending)?;
            asked.push(Ask { cache: for_good.clone(), ..Ask::of(&path, kind, &path) });
        }
        let encodings: &[(&str, &str)] = if self.brotli {
            &[("", ""), ("gzip", ".gz"), ("gzip, br", ".br")]
        } else {
            &[("", ""), ("gzip", ".gz")]
        };
        let mut judged = Vec::new();
        for ask in &asked {
            for (accepted, suffix) in encodings {
                let what = format!("/{} for who takes [{accepted}]", ask.path);
                judged.push((what, self.check(ask, accepted, suffix, &everywhere)));
            }
        }
        judged.push(("a folder without its slash".to_owned(), self.leads_to_folder(&article)));
        judged.push(("what has not changed".to_owned(), self.is_unchanged()));
        Ok(judged)
    }

    /// One answer beside what it should be.
    fn check(
        &self,
        ask: &Ask,
        accepted: &str,
        suffix: &str,
        everywhere: &[(String, String)],
    ) -> Result<(), String> {
        let answer = self.get(&ask.path, &[("accept-encoding", accepted)])?;
        equal("status", &answer.status.to_string(), &ask.status.to_string())?;
        let kind = answer.header("content-type");
        if !kind.contains(&ask.kind) {
            return Err(format!("content-type is {kind}, not {}", ask.kind));
        }
        equal("cache-control", answer.header("cache-control"), &ask.cache)?;
        for (name, value) in everywhere {
            equal(name, answer.header(name), value)?;
        }
        // An error's page is sent as it is by what serves packed files.
        let packed = self.folder.join(format!("{}{suffix}", ask.file));
        let (file, encoding) = match suffix {
            ".br" if packed.is_file() => (packed, "br"),
            ".gz" if packed.is_file() => (packed, "gzip"),
            _ => (self.folder.join(&ask.file), ""),
        };
        equal("content-encoding", answer.header("content-encoding"), encoding)?;
        if self.folder.join(format!("{}.gz", ask.file)).is_file() {
            equal("vary", answer.header("vary"), "Accept-Encoding")?;
        }
        let expected = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        if answer.body == expected {
            Ok(())
        } else {
            Err(format!("{} bytes came, {} are in {}", answer.body.len(), expected.len(), file.display()))
        }
    }

    fn leads_to_folder(&self, article: &str) -> Result<(), String> {
        let answer = self.get(&format!("article/{article}"), &[])?;
        equal("status", &answer.status.to_string(), "301")?;
        let location = answer.header("location");
        let end = format!("{}article/{article}/", self.base);
        if location.ends_with(&end) { Ok(()) } else { Err(format!("it leads to {location}, not to {end}")) }
    }

    fn is_unchanged(&self) -> Result<(), String> {
        let tag = self.get("", &[])?.header("etag").to_owned();
        let answer = self.get("", &[("if-none-match", &tag)])?;
        equal("status", &answer.status.to_string(), "304")?;
        equal("cache-control", answer.header("cache-control"), "no-cache")
    }

    fn get(&self, path: &str, headers: &[(&str, &str)]) -> Result<Answer, String> {
        let url = self.address(path);
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .build()
            .into();
        let mut request = agent.get(&url);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut answer = request.call().map_err(|error| format!("{url}: {error}"))?;
        let headers = answer
            .headers()
            .iter()
            .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
            .collect();
        let body = answer.body_mut().with_config().limit(64 << 20).read_to_vec();
        Ok(Answer {
            status: answer.status().as_u16(),
            headers,
            body: body.map_err(|error| format!("{url}: {error}"))?,
        })
    }
}

/// Something to ask for, and what should come.
struct Ask {
    path: String,
    status: u16,
    /// What the answer's type holds.
    kind: String,
    cache: String,
    /// The file whose bytes come.
    file: String,
}

impl Ask {
    fn of(path: &str, kind: &str, file: &str) -> Ask {
        Ask {
            path: path.to_owned(),
            status: 200,
            kind: kind.to_owned(),
            cache: "no-cache".to_owned(),
            file: file.to_owned(),
        }
    }
}

struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    /// A header's value, empty if there is none.
    fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

fn equal(what: &str, found: &str, expected: &str) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("{what} is {found:?}, not {expected:?}")) }
}

/// What the edition's own `_headers` asks hosts to send; the two have to say the same.
fn headers_of(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let path = folder.join("_headers");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(text
        .lines()
        .filter(|line| line.starts_with("  "))
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.trim().to_ascii_lowercase(), value.to_owned()))
        .collect())
}

/// The first name in a folder that ends so.
fn first_in(folder: &Path, ending: &str) -> Result<String, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(ending))
        .collect();
    names.sort();
    names.into_iter().next().ok_or_else(|| format!("{} holds no *{ending}", folder.display()))
}

/// Where nginx and what belongs to it are.
struct Nginx {
    binary: PathBuf,
    types: PathBuf,
    /// The module that serves what is packed with brotli, which not every nginx has.
    brotli: Option<PathBuf>,
}

impl Nginx {
    /// By `CUTTINGS_NGINX`, which `scripts/with` sets; its files are where Debian has them, on the machine or below another folder.
    fn find() -> Nginx {
        let binary = std::env::var_os("CUTTINGS_NGINX").filter(|name| !name.is_empty());
        let binary = binary.map_or_else(|| PathBuf::from("nginx"), PathBuf::from);
        let above = binary.ancestors().nth(3).unwrap_or(Path::new("/")).to_owned();
        let first = |path: &str| [above.as_path(), Path::new("/")].map(|folder| folder.join(path));
        let types = first("etc/nginx/mime.types").into_iter().find(|path| path.is_file());
        let brotli = first("usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
        Nginx {
            types: types.unwrap_or_else(|| PathBuf::from("/etc/nginx/mime.types")),
            brotli: brotli.into_iter().find(|path| path.is_file()),
            binary,
        }
    }

    /// The documented configuration, with the lines that it says are everyone's own, in the frame that a package brings.
    fn configuration(&self, site: &Path, base: &str, port: u16) -> Result<String, String> {
        let path = root().join(CONFIGURATION);
        let mut text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let listen = format!("listen 127.0.0.1:{port};");
        let own = format!("root {};", site.display());
        let error_page = format!("error_page 404 {base}404.html;");
        let types = format!("include {};", self.types.display());
        let mut replaced = vec![
            ("listen 80;", listen.as_str()),
            ("root /srv/www;", &own),
            ("error_page 404 /404.html;", &error_page),
            ("include /etc/nginx/mime.types;", &types),
        ];
        if self.brotli.is_some() {
            replaced.push(("# brotli_static on;", "brotli_static on;"));
        }
        for (theirs, ours) in replaced {
            if !text.contains(theirs) {
                return Err(format!("{CONFIGURATION} has no line {theirs}"));
            }
            text = text.replace(theirs, ours);
        }
        let mut out = String::from("daemon off;\nmaster_process off;\npid nginx.pid;\n");
        if let Some(module) = &self.brotli {
            let _ = writeln!(out, "load_module {};", module.display());
        }
        out.push_str("events {}\nhttp {\naccess_log off;\n");
        for temporary in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"] {
            let _ = writeln!(out, "{temporary}_temp_path {temporary};");
        }
        Ok(out + &text + "\n}\n")
    }
}
