//! What the pages may do, said to browsers twice: in each page, and in the headers of hosts that let themselves be told.

use crate::publish::files::{Files, HASHED, Kind};
use std::fmt::Write as _;

/// What a page may do, as a `Content-Security-Policy`: load from its own origin what it is made of, and nothing else.
///
/// - `'wasm-unsafe-eval'` lets WebAssembly be compiled; no text becomes a program.
/// - Trusted Types: no text becomes markup or a script's address, in the page's own program or any other.
/// - `base-uri 'self'` because every page names its base, by which its links hold in any folder.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'self'; \
    require-trusted-types-for 'script'; trusted-types cuttings";

/// Who learns from which page a reader comes: nobody.
pub(crate) const REFERRER: &str = "no-referrer";

/// What no page needs of the reader's device.
const PERMISSIONS: &str =
    "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()";

/// How long a file whose name says what is in it may be kept: a year, without asking.
pub(crate) const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// How long every other file may be kept: as long as one likes, if one asks each time whether it is still so.
pub(crate) const ASK: &str = "no-cache";

/// The headers for every answer, but for how long it may be kept.
pub(crate) fn headers() -> [(&'static str, String); 5] {
    [
        // Who may frame a page can only be said here.
        ("Content-Security-Policy", [POLICY, "; frame-ancestors 'none'"].concat()),
        ("Referrer-Policy", REFERRER.to_owned()),
        ("Permissions-Policy", PERMISSIONS.to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
    ]
}

/// Adds what hosts read from the folder itself: `_headers` (Netlify, Cloudflare Pages) and `.htaccess` (Apache).
pub(crate) fn add_host_files(base: &str, files: &mut Files) {
    files.add("_headers", Kind::ForHosts, underscore_headers(base));
    files.add(".htaccess", Kind::ForHosts, htaccess(base));
}

/// One block for everything and one for what never changes: the folder of files that are named by their content. Both
/// hosts have the rest asked for each time by themselves, and would join two values for one header.
fn underscore_headers(base: &str) -> String {
    let mut out = String::from("# Read by Netlify and Cloudflare Pages; of no meaning to other hosts.\n");
    let _ = writeln!(out, "{base}*");
    for (name, value) in headers() {
        let _ = writeln!(out, "  {name}: {value}");
    }
    let _ = writeln!(out, "{base}{HASHED}/*\n  Cache-Control: {FOR_GOOD}");
    out
}

/// The same for Apache, with what is packed already.
fn htaccess(base: &str) -> String {
    let mut out =
        String::from("# Read by Apache where AllowOverride permits it; of no meaning to other hosts.\n");
    let _ = writeln!(out, "Options -Indexes\nDirectoryIndex index.html\nErrorDocument 404 {base}404.html");
    out.push_str(
        r#"
AddType application/wasm .wasm
AddType text/javascript .js
AddType application/manifest+json .webmanifest
AddCharset utf-8 .html .css .js .txt .xml .svg .json .webmanifest

<IfModule mod_headers.c>
"#,
    );
    for (name, value) in headers() {
        let _ = writeln!(out, r#"  Header always set {name} "{value}""#);
    }
    let _ = writeln!(out, r#"  Header always set Cache-Control "{ASK}""#);
    let _ = writeln!(
        out,
        r#"  Header always set Cache-Control "{FOR_GOOD}" "expr=%{{REQUEST_URI}} =~ m#/{HASHED}/#""#
    );
    out.push_str("  Header append Vary Accept-Encoding\n</IfModule>\n");
    out.push_str(PACKED);
    for (ending, kind) in PACKED_KINDS {
        let _ = writeln!(
            out,
            "  <FilesMatch \"\\.{ending}\\.(br|gz)$\">\n    ForceType \"{kind}\"\n  </FilesMatch>"
        );
    }
    out.push_str("</IfModule>\n");
    out
}

/// What a packed file is, by the ending before that of its packing: many an Apache knows `.gz` as a kind of its own, and
/// would say so.
const PACKED_KINDS: [(&str, &str); 9] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("svg", "image/svg+xml; charset=utf-8"),
    ("json", "application/json; charset=utf-8"),
    ("webmanifest", "application/manifest+json; charset=utf-8"),
    ("xml", "application/xml; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
];

/// Serves the file beside a file that is the same, packed, to browsers that unpack it.
const PACKED: &str = r#"
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
