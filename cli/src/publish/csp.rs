//! The content security policy and the referrer policy, which pages state themselves and hosts
//! repeat in headers.

/// The content security policy: a page loads its own origin's files, and nothing else.
///
/// - `'wasm-unsafe-eval'` allows compiling WebAssembly; text never becomes code.
/// - Trusted Types: text never becomes markup or a script URL, in the page's own code or any other.
/// - `base-uri 'self'`, because every page names its base, which makes its links work in any
///   folder.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
    form-action 'self'; base-uri 'self'; \
    require-trusted-types-for 'script'; trusted-types cuttings";

/// The referrer policy: no site learns from which page a reader comes.
pub(crate) const REFERRER: &str = "no-referrer";
