//! `cargo xtask hosting`: tests the documented configurations of web servers. Starts nginx, Apache
//! and Caddy with the file from `docs/hosting` or from the edition, adapts only its site-specific
//! lines, and checks their responses for built editions.

mod checks;
mod servers;

use crate::root;
use servers::Server;
use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// `cargo xtask hosting DIR PATH [DIR PATH …]`: folders, each with the path that it was built for.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let (pairs, rest) = arguments.as_chunks::<2>();
    if pairs.is_empty() || !rest.is_empty() {
        return Err("usage: cargo xtask hosting DIR PATH [DIR PATH …]".into());
    }
    let (mut passed, mut failed) = (0, 0);
    for server in Server::ALL {
        for [folder, base] in pairs {
            let host = Host::of(server, Path::new(folder), base)?;
            for (subject, outcome) in host.check_all()? {
                match outcome {
                    Ok(()) => passed += 1,
                    Err(fault) => {
                        failed += 1;
                        println!("FAILED {} at {base}: {subject}: {fault}", server.name());
                    }
                }
            }
        }
    }
    println!(
        "test result: {}. {passed} passed; {failed} failed",
        if failed == 0 { "ok" } else { "FAILED" }
    );
    if failed == 0 { Ok(()) } else { Err("a web server failed a check".into()) }
}

/// A running server with one edition. Dropping it stops the process.
pub(crate) struct Host {
    process: Child,
    port: u16,
    base: String,
    folder: PathBuf,
    /// True if the server serves files that are precompressed with brotli.
    brotli: bool,
    /// A temporary copy of the edition, removed with the process.
    copy: Option<PathBuf>,
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        if let Some(copy) = &self.copy {
            let _ = fs::remove_dir_all(copy);
        }
    }
}

impl Host {
    /// Serves an edition with nginx under the path that it was built for.
    pub(crate) fn start(folder: &Path, base: &str) -> Result<Host, String> {
        Host::of(Server::Nginx, folder, base)
    }

    fn of(server: Server, folder: &Path, base: &str) -> Result<Host, String> {
        let home = root().join("target/hosting").join(server.name());
        let site = home.join("site");
        let _ = fs::remove_dir_all(&home);
        let folder = folder
            .canonicalize()
            .map_err(|error| format!("{}: {error}; build first", folder.display()))?;
        // The edition lies below the site's root at the path that it was built for.
        let place = if base == "/" { site.clone() } else { site.join(base.trim_matches('/')) };
        let parent = place.parent().unwrap_or(&home).to_owned();
        fs::create_dir_all(&parent)
            .and_then(|()| std::os::unix::fs::symlink(&folder, &place))
            .map_err(|error| format!("{}: {error}", place.display()))?;

        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .and_then(|listener| listener.local_addr())
            .map_err(|error| format!("no free port: {error}"))?
            .port();
        let mut setup = server.set_up(&home, &site, base, port)?;
        let missing = |error| {
            format!(
                "{}: {error}; run this with `scripts/with test …`, which finds or installs it",
                server.name()
            )
        };
        // The configuration must not cause a warning for people who copy it.
        let checked = setup.check.stdin(Stdio::null()).output().map_err(missing)?;
        let messages = String::from_utf8_lossy(&checked.stderr);
        if !checked.status.success() || messages.lines().any(|line| server.warns(line)) {
            return Err(format!("{}: {messages}", server.configuration()));
        }
        let process = setup.serve.stdin(Stdio::null()).spawn().map_err(missing)?;
        let mut host = Host {
            process,
            port,
            base: base.to_owned(),
            folder,
            brotli: setup.brotli,
            copy: setup.copy,
        };
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let ended = host.process.try_wait().ok().flatten().is_some();
            if ended || started.elapsed() > Duration::from_secs(10) {
                let log = fs::read_to_string(home.join("error.log")).unwrap_or_default();
                return Err(format!("{} did not start: {log}", server.name()));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(host)
    }

    /// Returns the URL of a path below the base.
    pub(crate) fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{}{path}", self.port, self.base)
    }

    /// Returns the path of an article's page.
    pub(crate) fn article(&self) -> Result<String, String> {
        checks::first_in(&self.folder.join("article"), "").map(|slug| format!("article/{slug}/"))
    }

    fn get(&self, path: &str, headers: &[(&str, &str)]) -> Result<Response, String> {
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
        let mut response = request.call().map_err(|error| format!("{url}: {error}"))?;
        let headers = response
            .headers()
            .iter()
            .map(|(name, value)| {
                (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned())
            })
            .collect();
        let body = response.body_mut().with_config().limit(64 << 20).read_to_vec();
        Ok(Response {
            status: response.status().as_u16(),
            headers,
            body: body.map_err(|error| format!("{url}: {error}"))?,
        })
    }
}

struct Response {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Response {
    /// Returns a header's value, or an empty text.
    fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}
