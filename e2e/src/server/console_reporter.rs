//! Reports what goes wrong in a document to the host, for browsers whose driver has no console log.

/// The path of the script below the base. The script posts its messages to the same path.
pub(super) const PATH: &str = ".console-reporter";

/// Reports uncaught errors, console errors and warnings, and violations of the security policy.
pub(super) const SCRIPT: &str = "
(() => {
    const url = document.currentScript.src;
    const report = message => navigator.sendBeacon(url, message);
    addEventListener('error', event => {
        if (event.message !== undefined) report(`Uncaught ${event.message}`);
    });
    addEventListener('unhandledrejection', event => report(`Uncaught (in promise) ${event.reason}`));
    document.addEventListener('securitypolicyviolation', event =>
        report(`security policy: ${event.violatedDirective} forbids ${event.blockedURI}`));
    for (const kind of ['error', 'warn']) {
        const original = console[kind];
        console[kind] = (...values) => { report(values.join(' ')); original.apply(console, values); };
    }
})();
";
