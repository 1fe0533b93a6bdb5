//! The headers of all responses, and the configuration files by which hosts send them.

use crate::publish::csp::{REFERRER, policy};
use crate::publish::files::{Files, HASHED, Kind, MEDIA};
use cuttings_site_writer::HostConfig;

/// The features of the reader's device that no page needs.
const PERMISSIONS: &str =
    "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()";

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

/// Adds the configuration files that hosts read from the folder. `has_shell` is true if articles
/// without a file open through `404.html`, as the page at their address.
pub(crate) fn add(base: &str, has_shell: bool, files: &mut Files) {
    let headers = headers();
    let headers = headers.each_ref().map(|(name, value)| (*name, value.as_str()));
    let config = HostConfig {
        base: Some(base),
        headers: &headers,
        immutable: &[HASHED, MEDIA],
        has_shell,
        has_copies: true,
    };
    files.add("_headers", Kind::HostConfig, config.underscore_headers());
    files.add(".htaccess", Kind::HostConfig, config.htaccess());
}
