//! The configuration files by which hosts learn what to do with a site: `_headers` (Netlify,
//! Cloudflare Pages) and `.htaccess` (Apache). The publisher writes them, too.

use std::fmt::Write as _;

/// The caching of a file that is named by its content: a year, without asking again.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// The caching of every other file: indefinitely, but revalidated each time.
const REVALIDATE: &str = "no-cache";

/// The settings of a site for hosts.
#[derive(Clone, Copy, Debug)]
pub struct HostConfig<'a> {
    /// The path of the site, with slashes around it, if it is known.
    pub base: Option<&'a str>,
    /// The headers of every response, except for caching.
    pub headers: &'a [(&'a str, &'a str)],
    /// The folders of files that are named by their content.
    pub immutable: &'a [&'a str],
    /// True if articles without a file open through `404.html`, as the page at their address.
    pub has_shell: bool,
    /// True if files have compressed copies beside them.
    pub has_copies: bool,
}

impl HostConfig<'_> {
    /// Returns `_headers`: one block for all files, and one for each folder of files named by their
    /// content. Both hosts revalidate the others by default, and would join two values of one
    /// header. They read the file only at the root of a site, which the paths begin at unless the
    /// base is known.
    pub fn underscore_headers(&self) -> String {
        let base = self.base.unwrap_or("/");
        let mut out =
            String::from("# Read by Netlify and Cloudflare Pages; of no meaning to other hosts.\n");
        let _ = writeln!(out, "{base}*");
        for (name, value) in self.headers {
            let _ = writeln!(out, "  {name}: {value}");
        }
        for folder in self.immutable {
            let _ = writeln!(out, "{base}{folder}/*\n  Cache-Control: {IMMUTABLE}");
        }
        out
    }

    /// Returns `.htaccess`: the same for Apache, media types, and rules for compressed files.
    pub fn htaccess(&self) -> String {
        let mut out = String::from(
            "# Read by Apache where AllowOverride permits it; of no meaning to other hosts.\n",
        );
        out.push_str("Options -Indexes\nDirectoryIndex index.html\n");
        if let Some(base) = self.base {
            let _ = writeln!(out, "ErrorDocument 404 {base}404.html");
        }
        out.push_str(MEDIA_TYPES);
        for (name, value) in self.headers {
            let _ = writeln!(out, r#"  Header always set {name} "{value}""#);
        }
        let _ = writeln!(out, r#"  Header always set Cache-Control "{REVALIDATE}""#);
        let folders = self.immutable.join("|");
        let _ = writeln!(
            out,
            r#"  Header always set Cache-Control "{IMMUTABLE}" "expr=%{{REQUEST_URI}} =~ m#/({folders})/#""#
        );
        out.push_str("  Header append Vary Accept-Encoding\n</IfModule>\n");
        if self.has_shell {
            out.push_str(OPEN_ARTICLES);
        }
        if self.has_copies {
            out.push_str(SERVE_COMPRESSED);
            for (extension, kind) in COMPRESSED_TYPES {
                let _ = writeln!(
                    out,
                    "  <FilesMatch \"\\.{extension}\\.(br|gz)$\">\n    ForceType \"{kind}\"\n  </FilesMatch>"
                );
            }
            out.push_str("</IfModule>\n");
        }
        // Files with a copy are compressed already.
        let others = if self.has_copies { "" } else { FILES_WITH_COPIES };
        let _ = write!(
            out,
            "\n<IfModule mod_deflate.c>\n  <IfModule mod_filter.c>\n    \
             AddOutputFilterByType DEFLATE text/html text/plain application/json{others}\n  \
             </IfModule>\n</IfModule>\n"
        );
        out
    }
}

/// The media types of files that have copies in a site of the publisher.
const FILES_WITH_COPIES: &str = " text/css text/javascript application/wasm \
     application/octet-stream application/manifest+json image/svg+xml";

/// The media types that an Apache may lack, and the start of the headers.
const MEDIA_TYPES: &str = r#"
AddType application/wasm .wasm
AddType font/woff2 .woff2
AddType text/javascript .js
AddType application/manifest+json .webmanifest
AddType image/avif .avif
AddType image/webp .webp
AddCharset utf-8 .html .css .js .txt .xml .svg .json .webmanifest

<IfModule mod_headers.c>
"#;

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
