//! A published site in a folder, and the file that answers a path.

use percent_encoding::percent_decode_str;
use std::path::{Path, PathBuf};

/// A published site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Site {
    /// The folder of the files.
    pub(super) folder: PathBuf,
    /// The folder of the edition before, whose pages may still be open.
    pub(super) earlier: Option<PathBuf>,
    /// The path under which the site is served, with slashes at both ends.
    pub(super) base: String,
    /// The name of the edition: the same for the same files.
    pub(super) edition: String,
}

/// The answer to a request for a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    File(PathBuf),
    /// The path of the site or of a folder without its slash.
    Redirect(String),
    /// The place of a service worker, which would show old files.
    Worker,
    /// No such file; the page that says so, if there is one.
    Missing(PathBuf),
}

impl Site {
    /// Returns the answer to a request for a path, percent-encoded as in the request.
    pub(super) fn answer(&self, path: &str) -> Answer {
        let missing = Answer::Missing(self.folder.join("404.html"));
        let Some(rest) = path.strip_prefix(&*self.base) else {
            return match path == "/" || [path, "/"].concat() == self.base {
                true => Answer::Redirect(self.base.clone()),
                false => missing,
            };
        };
        if rest == "worker.js" {
            return Answer::Worker;
        }
        let Some(relative) = relative_path(rest) else { return missing };
        let file = self.folder.join(&relative);
        if file.is_dir() {
            return match rest.is_empty() || rest.ends_with('/') {
                true => Answer::File(file.join("index.html")),
                false => Answer::Redirect([path, "/"].concat()),
            };
        }
        let is_named_by_content = ["assets", "media"].iter().any(|it| relative.starts_with(it));
        let earlier = self.earlier.as_ref().filter(|_| is_named_by_content);
        let places = [Some(file), earlier.map(|folder| folder.join(&relative))];
        places.into_iter().flatten().find(|file| file.is_file()).map_or(missing, Answer::File)
    }
}

/// Returns a path of a request as the path of a file. `None` if it would leave the folder.
fn relative_path(path: &str) -> Option<PathBuf> {
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let mut relative = PathBuf::new();
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        let is_plain = !segment.starts_with('.') && !segment.contains(['\\', ':', '\0']);
        relative.push(is_plain.then(|| Path::new(segment))?);
    }
    Some(relative)
}

/// Returns the media type of a file by its extension.
pub(super) fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("xml") => "application/xml",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("gif") => "image/gif",
        Some("webp") => "image/webp",
        Some("avif") => "image/avif",
        Some("woff2") => "font/woff2",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn paths_lead_to_files_of_the_site_only() {
        let root = tempfile::tempdir().unwrap();
        let write = |name: &str| {
            let path = root.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, name).unwrap();
        };
        for name in [
            "new/index.html",
            "new/article/fähre/index.html",
            "new/assets/b.css",
            "new/_headers",
            "old/assets/a.css",
            "old/index.md",
            "secret.txt",
        ] {
            write(name);
        }
        let site = Site {
            folder: root.path().join("new"),
            earlier: Some(root.path().join("old")),
            base: "/papers/".into(),
            edition: "1".into(),
        };
        let file = |name: &str| Answer::File(root.path().join(name));
        let redirect = |path: &str| Answer::Redirect(path.into());
        let missing = Answer::Missing(root.path().join("new/404.html"));
        for (path, expected) in [
            ("/", redirect("/papers/")),
            ("/papers", redirect("/papers/")),
            ("/papers/", file("new/index.html")),
            ("/papers/index.html", file("new/index.html")),
            ("/papers/article/f%C3%A4hre", redirect("/papers/article/f%C3%A4hre/")),
            ("/papers/article/f%C3%A4hre/", file("new/article/fähre/index.html")),
            ("/papers/assets/b.css", file("new/assets/b.css")),
            // An open page of the edition before.
            ("/papers/assets/a.css", file("old/assets/a.css")),
            ("/papers/index.md", missing.clone()),
            ("/papers/worker.js", Answer::Worker),
            ("/other", missing.clone()),
            ("/papers/../secret.txt", missing.clone()),
            ("/papers/%2e%2e/secret.txt", missing.clone()),
            ("/papers/..%2fsecret.txt", missing.clone()),
            ("/papers/..%5Csecret.txt", missing.clone()),
            ("/papers/%FF", missing.clone()),
            ("/papers//etc/passwd", missing),
        ] {
            assert_eq!(site.answer(path), expected, "{path}");
        }
    }
}
