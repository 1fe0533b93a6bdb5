// @ts-check
// Saves items as files.

import { announce } from "./announce.js";
import { readPublished, withSiteUrl } from "./published-data.js";

/** The data file with the rows of all items (`src/store/exports.rs`). */
const ITEMS = "items.json";

/**
 * One export format: what the file is, and the row of each item by its number.
 * @typedef {{
 *   name: string, type: string, head: string, between: string, end: string,
 *   rows: Record<string, string>,
 * }} ExportFormat
 */

/**
 * Has the browser save a text as a file.
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
const download = (name, type, text) => {
  const href = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  URL.revokeObjectURL(href);
};

/**
 * Has the browser save items as a file.
 * @param {string} format the key of a format
 * @param {string[]} items the items' numbers
 */
export const exportItems = async (format, items) => {
  try {
    /** @type {Record<string, ExportFormat>} */
    const formats = await readPublished(ITEMS);
    const { name, type, head, between, end, rows } = formats[format];
    const text = head + items.map((item) => rows[item]).join(between) + end;
    download(name, type, withSiteUrl(text));
  } catch {
    announce(msg("load-failed"));
  }
};
