// @ts-check
// Stores what an import says of the reader: saved and read articles, positions, highlights and
// notes, in the form of the page's own records (`src/store/bookmarks.rs`).

import { bookmarksKey, listsKey, visitCache, visitKey } from "../collections/names.js";

/**
 * Returns the records of a collection, or of the site, in their stored form, which may be empty.
 * @param {string} [id] the collection
 */
export const storedRecords = (id) => {
  try {
    return localStorage.getItem(bookmarksKey(id)) ?? "";
  } catch {
    // Storage is blocked: there are none.
    return "";
  }
};

/**
 * Removes the records of a collection, the reader's lists of its articles, and what the reader has
 * seen of it.
 * @param {string} id
 */
export const removeRecords = async (id) => {
  const base = new URL("..", import.meta.url).href;
  try {
    localStorage.removeItem(bookmarksKey(id));
    localStorage.removeItem(listsKey(id));
    localStorage.removeItem(visitKey(base, id));
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith("cuttings.changes ") && key.includes(`/library/${id}/`)) {
        localStorage.removeItem(key);
      }
    }
    await caches.delete(visitCache(base, id));
  } catch {
    // Storage is blocked: there are none.
  }
};

/**
 * Adds records to those of a collection. Those that are there already stay as they are.
 * @param {string} id the collection
 * @param {string} records rows in JSON. The first names the format; the others are a kind, a slug,
 *   and what the kind needs
 */
export const mergeRecords = (id, records) => {
  const key = bookmarksKey(id);
  /** @type {string[][]} */
  const [head, ...rows] = JSON.parse(records || "[]");
  if (!rows.length) return;
  try {
    /** @type {string[][]} */
    const [, ...known] = JSON.parse(localStorage.getItem(key) ?? "[[]]");
    const slugs = new Set(known.map(([, slug]) => slug));
    const added = rows.filter(([, slug]) => !slugs.has(slug));
    localStorage.setItem(key, JSON.stringify([head, ...known, ...added]));
  } catch {
    // Storage is blocked or full: the articles are there without the records.
  }
};
