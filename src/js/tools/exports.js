// @ts-check
// Saves items as files.

import { ITEMS } from "../collections/names.js";
import { announce } from "./announce.js";
import { root } from "./dom.js";
import { ownText } from "./own-exports.js";
import { readPublished, withSiteUrl } from "./published-data.js";
import { saveBlob } from "./save-blob.js";

/**
 * One export format: what the file is, and the row of each item by its number. The rows of many
 * items are in files of their own, with so many rows each.
 * @typedef {{
 *   name: string, type: string, head: string, between: string, end: string,
 *   rows?: string[], rowsPerFile: number,
 * }} ExportFormat
 */

/**
 * Returns the rows of items in a format. Each file of rows is requested once, and only if one of
 * the items is in it.
 * @param {string} format the key of the format
 * @param {ExportFormat} description
 * @param {number[]} items the items' numbers
 * @returns {Promise<string[]>}
 */
const rowsOf = async (format, { rows, rowsPerFile }, items) => {
  if (rows) return items.map((item) => rows[item]);
  const wanted = [...new Set(items.map((item) => Math.floor(item / rowsPerFile)))];
  const file = async (/** @type {number} */ number) =>
    /** @type {const} */ ([number, await readPublished(`items/${format}-${number}.json`)]);
  const files = new Map(await Promise.all(wanted.map(file)));
  return items.map((item) => files.get(Math.floor(item / rowsPerFile))[item % rowsPerFile]);
};

/**
 * Has the browser save a text as a file.
 * @param {string} name
 * @param {string} type its media type
 * @param {string} text in which a placeholder stands for the site's URL
 */
export const saveText = (name, type, text) => {
  saveBlob(new Blob([withSiteUrl(text)], { type }), name);
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
    const description = formats[format];
    const { name, type, head, between, end } = description;
    const rows = await rowsOf(format, description, items.map(Number));
    saveText(name, type, head + rows.join(between) + end);
  } catch {
    announce(msg("load-failed"));
  }
};

/**
 * Has the browser save an article of the reader's own as Markdown. A published one is a file, which
 * the browser saves by itself.
 * @param {string} name of the saved file: the slug with an extension
 */
export const saveArticle = async (name) => {
  if (SINGLE_FILE) return;
  const text = await ownText({ article: name.replace(/\.md$/, "") });
  saveText(name, "text/markdown;charset=utf-8", text);
};

/** Has the browser save the reader's highlights and notes as annotations. */
export const saveAnnotations = async () => {
  if (SINGLE_FILE) return;
  const text = root.dataset.collection
    ? await ownText({ annotations: true })
    : await (await import(LIBRARY)).annotations();
  saveText("annotations.jsonld", "application/ld+json", text);
};
