// @ts-check
// The messages between a page and the workers that import and export.

/**
 * A page's request to the importer.
 * @typedef {object} Job
 * @property {string} id the collection
 * @property {string} title
 * @property {string} language of texts that do not tell theirs, as BCP 47 tag
 * @property {{ name: string, blob: Blob }[]} files the files to add, if there are any
 * @property {boolean} [isRenaming] true to give the collection the title instead
 */

/**
 * A page's request to the exporter: for the text of a file that a published edition has, for an
 * article as Markdown, for the reader's annotations, for the data of a single file, for a site, or
 * else for an archive of all; or to keep what a site is made from. `bookmarks` are the reader's, in
 * their stored form, and `edition` is the name of the edition's file that the page shows. A site
 * has a title and the labels of five kinds of alerts.
 * @typedef {{ id: string, bookmarks: string } & Wanted | { keep: true }} Export
 */

/**
 * @typedef {{ file: string, edition: string } | { article: string } | { annotations: true }
 *   | { data: true } | { site: { title: string, alerts: string[] } } | {}} Wanted
 */

/**
 * The exporter's answer.
 * @typedef {{ text: string } | { archive: Blob } | { failed: "other", reason: string }} Exported
 */

/**
 * News from the importer. The texts are JSON from the importer's program.
 * @typedef {{ progress: { done: number, total: number, items: number, title: string } }
 *   | { preview: string }
 *   | { report: string }
 *   | { records: string }
 *   | { renamed: string }
 *   | { saved: import("./names.js").Description }
 *   | { failed: "full" | "nothing" | "unavailable" | "other", reason: string }} News
 */

export {};
