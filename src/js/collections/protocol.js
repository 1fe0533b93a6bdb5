// @ts-check
// What a page and the importer tell each other.

/**
 * What a page asks for.
 * @typedef {object} Job
 * @property {string} id the collection
 * @property {string} title
 * @property {string} language of texts that do not tell theirs, as BCP 47 tag
 * @property {{ name: string, blob: Blob }[]} files the files to add, if there are any
 */

/**
 * What the page gets to know. The texts are JSON from the importer's program.
 * @typedef {{ progress: { done: number, total: number, items: number, title: string } }
 *   | { preview: string }
 *   | { report: string }
 *   | { records: string }
 *   | { saved: import("./names.js").Description }
 *   | { failed: "full" | "nothing" | "other", reason: string }} News
 */

export {};
