// @ts-check
// The service worker's own scope, and the URLs below it.

/** The global scope, which TypeScript takes for a plain worker's. */
export const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** The registration's scope: the URL of the site's base. */
export const { scope } = worker.registration;

/**
 * Returns the URL of a path relative to the site's base.
 * @param {string} path
 */
export const urlOf = (path) => scope + path;
