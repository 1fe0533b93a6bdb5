//! The headers of all responses, and the configuration files by which hosts send them.

use crate::publish::csp::{REFERRER, policy};
use crate::publish::files::{Files, HASHED, Kind, MEDIA};
use std::fmt::Write as _;

/// The features of the reader's device that no page needs.
const PERMISSIONS: &str =
    "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()";

/// The caching of a file that is named by its content: a year, without asking again.
pub(crate) const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// The caching of every other file: indefinitely, but revalidated each time.
pub(crate) const REVALIDATE: &str = "no-cache";

/// Returns the headers of every response, except for caching.
pub(crate) fn headers() -> [(&'static str, String); 5] {
    [
        // A `meta` element cannot say who may frame a page.
        ("Content-Security-Policy", policy() + "; frame-ancestors 'none'"),
        ("Referrer-Policy", REFERRER.to_owned()),
        ("Permissions-Policy", PERMISSIONS.to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
    ]
}

/// Adds the configuration files that hosts read from the folder: `_headers` (Netlify, Cloudflare
/// Pages) and `.htaccess` (Apache). `has_shell` is true if articles without a file open through
/// `404.html`, as the page at their address.
pub(crate) fn add(base: &str, has_shell: bool, files: &mut Files) {
    files.add("_headers", Kind::HostConfig, underscore_headers(base));
    files.add(".htaccess", Kind::HostConfig, htaccess(base, has_shell));
}

/// Returns one block for all files, and one for each folder of files named by their content.
/// Both hosts revalidate the others by default, and would join two values of one header.
fn underscore_headers(base: &str) -> String {
    let mut out =
        String::from("# Read by Netlify and Cloudflare Pages; of no meaning to other hosts.\n");
    let _ = writeln!(out, "{base}*");
    for (name, value) in headers() {
        let _ = writeln!(out, "  {name}: {value}");
    }
    for folder in [HASHED, MEDIA] {
        let _ = writeln!(out, "{base}{folder}/*\n  Cache-Control: {IMMUTABLE}");
    }
    out
}

/// Returns the same for Apache, and rules for compressed files.
fn htaccess(base: &str, has_shell: bool) -> String {
    let mut out = String::from(
        "# Read by Apache where AllowOverride permits it; of no meaning to other hosts.\n",
    );
    let _ = writeln!(
        out,
        "Options -Indexes\nDirectoryIndex index.html\nErrorDocument 404 {base}404.html"
    );
    out.push_str(
        r#"
AddType application/wasm .wasm
AddType font/woff2 .woff2
AddType text/javascript .js
AddType application/manifest+json .webmanifest
AddType image/avif .avif
AddType image/webp .webp
AddCharset utf-8 .html .css .js .txt .xml .svg .json .webmanifest

<IfModule mod_headers.c>
"#,
    );
    for (name, value) in headers() {
        let _ = writeln!(out, r#"  Header always set {name} "{value}""#);
    }
    let _ = writeln!(out, r#"  Header always set Cache-Control "{REVALIDATE}""#);
    let _ = writeln!(
        out,
        r#"  Header always set Cache-Control "{IMMUTABLE}" "expr=%{{REQUEST_URI}} =~ m#/({HASHED}|{MEDIA})/#""#
    );
    out.push_str("  Header append Vary Accept-Encoding\n</IfModule>\n");
    if has_shell {
        out.push_str(OPEN_ARTICLES);
    }
    out.push_str(SERVE_COMPRESSED);
    for (extension, kind) in COMPRESSED_TYPES {
        let _ = writeln!(
            out,
            "  <FilesMatch \"\\.{extension}\\.(br|gz)$\">\n    ForceType \"{kind}\"\n  </FilesMatch>"
        );
    }
    out.push_str("</IfModule>\n");
    out.push_str(COMPRESS_OTHERS);
    out
}

/// The media type of compressed files, by the extension before `.br` or `.gz`. Many an Apache has a
/// media type for `.gz` itself.
const COMPRESSED_TYPES: [(&str, &str); 10] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("bin", "application/octet-stream"),
    ("svg", "image/svg+xml; charset=utf-8"),
    ("json", "application/json; charset=utf-8"),
    ("webmanifest", "application/manifest+json; charset=utf-8"),
    ("xml", "application/xml; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
];

/// Compresses what has no copy, such as the pages of articles.
const COMPRESS_OTHERS: &str = r"
<IfModule mod_deflate.c>
  <IfModule mod_filter.c>
    AddOutputFilterByType DEFLATE text/html text/plain application/json
  </IfModule>
</IfModule>
";

/// Answers for articles without a page of their own with the page through which they open. By
/// default Apache would add the status 404.
const OPEN_ARTICLES: &str = r"
<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteCond %{REQUEST_FILENAME} !-f
  RewriteCond %{REQUEST_FILENAME} !-d
  RewriteRule ^article/[^/]+/?$ 404.html [L]
</IfModule>
";

/// Serves the compressed copy of a file to browsers that accept it.
const SERVE_COMPRESSED: &str = r#"
<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteRule ^_headers$ - [R=404,L]
  RewriteCond %{HTTP:Accept-Encoding} \bbr\b
  RewriteCond %{REQUEST_FILENAME}.br -f
  RewriteRule ^(.+)$ $1.br [L]
  RewriteCond %{HTTP:Accept-Encoding} \bgzip\b
  RewriteCond %{REQUEST_FILENAME}.gz -f
  RewriteRule ^(.+)$ $1.gz [L]
  <FilesMatch "\.br$">
    RemoveLanguage .br
    AddEncoding br .br
    SetEnv no-gzip 1
  </FilesMatch>
  <FilesMatch "\.gz$">
    AddEncoding gzip .gz
    SetEnv no-gzip 1
  </FilesMatch>
"#;
