//! The checks of a web server's responses: status, type, encoding, caching, the headers that the
//! edition's `_headers` lists, and the bytes.

use super::Host;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use std::fs;
use std::io::Read as _;
use std::path::Path;

/// The subject of a check, and its outcome.
pub(super) type Outcome = (String, Result<(), String>);

impl Host {
    /// Runs all checks.
    pub(super) fn check_all(&self) -> Result<Vec<Outcome>, String> {
        let listed = headers_of(&self.folder)?;
        let everywhere: Vec<_> =
            listed.iter().filter(|(name, _)| name != "cache-control").cloned().collect();
        let immutable = listed
            .iter()
            .find(|(name, _)| name == "cache-control")
            .map(|(_, value)| value.clone())
            .ok_or("_headers has no cache-control")?;
        let article = first_in(&self.folder.join("article"), "")?;
        let asset = |ending: &str| {
            first_in(&self.folder.join("assets"), ending).map(|name| format!("assets/{name}"))
        };
        let page = "text/html; charset=utf-8";
        let mut requests = vec![
            Expected::of("", page, "index.html"),
            Expected::of(
                &format!("article/{article}/"),
                page,
                &format!("article/{article}/index.html"),
            ),
            Expected::of("?q=anything", page, "index.html"),
            Expected { status: 404, ..Expected::of("no/such/page", page, "404.html") },
            Expected { status: 404, ..Expected::of("article/no-such-article/", page, "404.html") },
            Expected { status: 404, ..Expected::of("_headers", page, "404.html") },
            Expected::of("worker.js", "javascript", "worker.js"),
            Expected::of("robots.txt", "text/plain; charset=utf-8", "robots.txt"),
            Expected::of(
                "manifest.webmanifest",
                "application/manifest+json",
                "manifest.webmanifest",
            ),
        ];
        // Slugs with letters beyond ASCII are percent-encoded in requests.
        for name in names_in(&self.folder.join("article"), "")? {
            if !name.is_ascii() {
                let path = format!("article/{}/", utf8_percent_encode(&name, NON_ALPHANUMERIC));
                requests.push(Expected::of(&path, page, &format!("article/{name}/index.html")));
            }
        }
        for (ending, kind) in [
            (".wasm", "application/wasm"),
            (".js", "javascript"),
            (".css", "text/css"),
            (".svg", "image/svg+xml"),
        ] {
            let path = asset(ending)?;
            requests
                .push(Expected { cache: immutable.clone(), ..Expected::of(&path, kind, &path) });
        }
        let encodings: &[(&str, &str)] = if self.brotli {
            &[("", ""), ("gzip", ".gz"), ("gzip, br", ".br")]
        } else {
            &[("", ""), ("gzip", ".gz")]
        };
        let mut outcomes = Vec::new();
        for expected in &requests {
            for (accepted, suffix) in encodings {
                let subject = format!("/{} with accept-encoding [{accepted}]", expected.path);
                outcomes.push((subject, self.check(expected, accepted, suffix, &everywhere)));
            }
        }
        outcomes.push(("/.htaccess".to_owned(), self.is_withheld(".htaccess")));
        outcomes.push((
            "a folder without its final slash".to_owned(),
            self.redirects_to_folder(&article),
        ));
        outcomes.push(("an unchanged file".to_owned(), self.is_unchanged()));
        Ok(outcomes)
    }

    /// Compares one response with the expected one.
    fn check(
        &self,
        expected: &Expected,
        accepted: &str,
        suffix: &str,
        everywhere: &[(String, String)],
    ) -> Result<(), String> {
        let response = self.get(&expected.path, &[("accept-encoding", accepted)])?;
        equal("status", &response.status.to_string(), &expected.status.to_string())?;
        let kind = response.header("content-type");
        if !kind.contains(&expected.kind) {
            return Err(format!("content-type is {kind}, not {}", expected.kind));
        }
        equal("cache-control", response.header("cache-control"), &expected.cache)?;
        for (name, value) in everywhere {
            equal(name, response.header(name), value)?;
        }
        let plain = self.folder.join(&expected.file);
        let packed = self.folder.join(format!("{}{suffix}", expected.file));
        let (file, encoding) = match suffix {
            // Not every server compresses its error page.
            _ if expected.status == 404 && response.header("content-encoding").is_empty() => {
                (plain, "")
            }
            ".br" if packed.is_file() => (packed, "br"),
            ".gz" if packed.is_file() => (packed, "gzip"),
            // The server compresses a file without a copy itself.
            ".br" | ".gz" if response.header("content-encoding") == "gzip" => (plain, "gzip"),
            _ => (plain, ""),
        };
        equal("content-encoding", response.header("content-encoding"), encoding)?;
        let varies = |name: &str| name.trim().eq_ignore_ascii_case("accept-encoding");
        if self.folder.join(format!("{}.gz", expected.file)).is_file()
            && expected.status == 200
            && !response.header("vary").split(',').any(varies)
        {
            return Err(format!("vary is {:?}, without accept-encoding", response.header("vary")));
        }
        let bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        if response.body == bytes || (encoding == "gzip" && unpacked(&response.body) == bytes) {
            Ok(())
        } else {
            Err(format!(
                "the response has {} bytes, {2} has {1}",
                response.body.len(),
                bytes.len(),
                file.display()
            ))
        }
    }

    fn redirects_to_folder(&self, article: &str) -> Result<(), String> {
        let response = self.get(&format!("article/{article}"), &[])?;
        if ![301, 308].contains(&response.status) {
            return Err(format!("status is {}, not 301 or 308", response.status));
        }
        let location = response.header("location");
        let end = format!("{}article/{article}/", self.base);
        if location.ends_with(&end) {
            Ok(())
        } else {
            Err(format!("it redirects to {location}, not to {end}"))
        }
    }

    /// Checks that a file for servers is not served: some servers forbid it, others report it
    /// missing.
    fn is_withheld(&self, file: &str) -> Result<(), String> {
        let response = self.get(file, &[])?;
        if [403, 404].contains(&response.status) {
            Ok(())
        } else {
            Err(format!("status is {}, not 403 or 404", response.status))
        }
    }

    fn is_unchanged(&self) -> Result<(), String> {
        let tag = self.get("", &[])?.header("etag").to_owned();
        let response = self.get("", &[("if-none-match", &tag)])?;
        equal("status", &response.status.to_string(), "304")?;
        equal("cache-control", response.header("cache-control"), "no-cache")
    }
}

/// Returns the content of a response in gzip, or nothing if it is damaged.
fn unpacked(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let read = flate2::read::GzDecoder::new(body).read_to_end(&mut bytes);
    read.map_or_else(|_| Vec::new(), |_| bytes)
}

/// A request and the expected response.
struct Expected {
    path: String,
    status: u16,
    /// A part of the content type.
    kind: String,
    cache: String,
    /// The file with the expected bytes.
    file: String,
}

impl Expected {
    fn of(path: &str, kind: &str, file: &str) -> Expected {
        Expected {
            path: path.to_owned(),
            status: 200,
            kind: kind.to_owned(),
            cache: "no-cache".to_owned(),
            file: file.to_owned(),
        }
    }
}

fn equal(name: &str, found: &str, expected: &str) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("{name} is {found:?}, not {expected:?}")) }
}

/// Returns the headers that the edition's `_headers` lists. Every configuration must send the same.
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

/// Returns the first name in a folder with this ending.
pub(super) fn first_in(folder: &Path, ending: &str) -> Result<String, String> {
    let names = names_in(folder, ending)?;
    names.into_iter().next().ok_or_else(|| format!("{} contains no *{ending}", folder.display()))
}

/// Returns the names in a folder with this ending, in order.
fn names_in(folder: &Path, ending: &str) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(ending))
        .collect();
    names.sort();
    Ok(names)
}
