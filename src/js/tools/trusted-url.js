// @ts-check
// Marks the addresses of the site's own workers as trusted: pages allow no others
// (`require-trusted-types-for`).

/** @type {TrustedTypePolicy | undefined} */
let policy;

/**
 * Returns the address of a script of the site for the browser to run.
 * @param {string} url
 */
export const trustedUrl = (url) => {
  policy ??= window.trustedTypes?.createPolicy("cuttings", { createScriptURL: (url) => url });
  return policy?.createScriptURL(url) ?? url;
};
