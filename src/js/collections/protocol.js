// @ts-check
// The messages between a page and the importer.

/**
 * A page's request.
 * @typedef {object} Job
 * @property {string} id the collection
 * @property {string} title
 * @property {string} language of texts that do not tell theirs, as BCP 47 tag
 * @property {{ name: string, blob: Blob }[]} files the files to add, if there are any
 * @property {boolean} [isExport] true to return the articles as Markdown instead
 */

/**
 * News for the page. The texts are JSON from the importer's program.
 * @typedef {{ progress: { done: number, total: number, items: number, title: string } }
 *   | { preview: string }
 *   | { report: string }
 *   | { records: string }
 *   | { markdown: Blob }
 *   | { saved: import("./names.js").Description }
 *   | { failed: "full" | "nothing" | "other", reason: string }} News
 */

export {};
