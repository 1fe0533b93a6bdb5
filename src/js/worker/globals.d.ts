// Declares what the publisher writes in front of the service worker.

/** The name of the edition, made from the content of its files. */
declare const EDITION: string;

/**
 * The integrity hash of each file of the edition, by its URL relative to the site's base. A
 * folder's page has the URL of the folder.
 */
declare const FILES: Record<string, string>;

/** The same for files that are kept once a page has requested them. */
declare const FILES_ON_DEMAND: Record<string, string>;
