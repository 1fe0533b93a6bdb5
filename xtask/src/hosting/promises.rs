//! What every host of an edition is asked for, and what is wrong with its answers: type, encoding,
//! caching, the headers that the edition's own `_headers` names, and the bytes.

use super::Host;
use std::fs;
use std::path::Path;

/// What was asked for, and what was wrong with the answer.
pub(super) type Judged = (String, Result<(), String>);

impl Host {
    /// Asks for everything that the configuration promises something of.
    pub(super) fn judge(&self) -> Result<Vec<Judged>, String> {
        let promised = headers_of(&self.folder)?;
        let everywhere: Vec<_> =
            promised.iter().filter(|(name, _)| name != "cache-control").cloned().collect();
        let for_good = promised
            .iter()
            .find(|(name, _)| name == "cache-control")
            .map(|(_, value)| value.clone())
            .ok_or("_headers has nothing for good")?;
        let article = first_in(&self.folder.join("article"), "")?;
        let asset = |ending: &str| {
            first_in(&self.folder.join("assets"), ending).map(|name| format!("assets/{name}"))
        };
        let page = "text/html; charset=utf-8";
        let mut asked = vec![
            Ask::of("", page, "index.html"),
            Ask::of(&format!("article/{article}/"), page, &format!("article/{article}/index.html")),
            Ask::of("?q=anything", page, "index.html"),
            Ask { status: 404, ..Ask::of("no/such/page", page, "404.html") },
            Ask { status: 404, ..Ask::of("article/no-such-article/", page, "404.html") },
            Ask { status: 404, ..Ask::of("_headers", page, "404.html") },
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
        judged.push(("/.htaccess".to_owned(), self.is_withheld(".htaccess")));
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
        let packed = self.folder.join(format!("{}{suffix}", ask.file));
        let (file, encoding) = match suffix {
            // Not every host packs what it says when there is nothing.
            _ if ask.status == 404 && answer.header("content-encoding").is_empty() => {
                (self.folder.join(&ask.file), "")
            }
            ".br" if packed.is_file() => (packed, "br"),
            ".gz" if packed.is_file() => (packed, "gzip"),
            _ => (self.folder.join(&ask.file), ""),
        };
        equal("content-encoding", answer.header("content-encoding"), encoding)?;
        let varies = |name: &str| name.trim().eq_ignore_ascii_case("accept-encoding");
        if self.folder.join(format!("{}.gz", ask.file)).is_file()
            && ask.status == 200
            && !answer.header("vary").split(',').any(varies)
        {
            return Err(format!("vary is {:?}, without accept-encoding", answer.header("vary")));
        }
        let expected = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        if answer.body == expected {
            Ok(())
        } else {
            Err(format!(
                "{} bytes came, {} are in {}",
                answer.body.len(),
                expected.len(),
                file.display()
            ))
        }
    }

    fn leads_to_folder(&self, article: &str) -> Result<(), String> {
        let answer = self.get(&format!("article/{article}"), &[])?;
        if ![301, 308].contains(&answer.status) {
            return Err(format!("status is {}, not 301 or 308", answer.status));
        }
        let location = answer.header("location");
        let end = format!("{}article/{article}/", self.base);
        if location.ends_with(&end) {
            Ok(())
        } else {
            Err(format!("it leads to {location}, not to {end}"))
        }
    }

    /// What is for hosts alone is nobody else's; some forbid it, some know nothing of it.
    fn is_withheld(&self, file: &str) -> Result<(), String> {
        let answer = self.get(file, &[])?;
        if [403, 404].contains(&answer.status) {
            Ok(())
        } else {
            Err(format!("status is {}, not 403 or 404", answer.status))
        }
    }

    fn is_unchanged(&self) -> Result<(), String> {
        let tag = self.get("", &[])?.header("etag").to_owned();
        let answer = self.get("", &[("if-none-match", &tag)])?;
        equal("status", &answer.status.to_string(), "304")?;
        equal("cache-control", answer.header("cache-control"), "no-cache")
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
pub(super) fn first_in(folder: &Path, ending: &str) -> Result<String, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(ending))
        .collect();
    names.sort();
    names.into_iter().next().ok_or_else(|| format!("{} holds no *{ending}", folder.display()))
}
