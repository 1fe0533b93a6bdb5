//! The content security policy and the referrer policy, which pages state themselves and hosts
//! repeat in headers.

use crate::publish::files::integrity;
use crate::publish::inline;

/// Returns the content security policy: a page loads its own origin's files, and nothing else.
///
/// - The hash allows the script within every page, and no other such script.
/// - `data:` allows the icon, which is within the page. No text becomes an address of a picture.
/// - `'wasm-unsafe-eval'` allows compiling WebAssembly; text never becomes code.
/// - Trusted Types: text never becomes markup or a script URL, in the page's own code or any other.
/// - `base-uri 'self'`, because every page names its base, which makes its links work in any
///   folder.
pub(crate) fn policy() -> String {
    let hash = integrity(inline::script().as_bytes());
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' '{hash}'; style-src 'self'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
         worker-src 'self'; form-action 'self'; base-uri 'self'; \
         require-trusted-types-for 'script'; trusted-types cuttings"
    )
}

/// The referrer policy: no site learns from which page a reader comes.
pub(crate) const REFERRER: &str = "no-referrer";
