// @ts-check
// Lists the reader's own collections.

import { FOLDER } from "../collections/names.js";
import { base, store } from "./site.js";

/**
 * A collection with its identifier.
 * @typedef {import("../collections/names.js").Description & { id: string }} Collection
 */

/** Returns the address of a collection. */
export const addressOf = (/** @type {string} */ id) => `${base + FOLDER + id}/`;

/**
 * Returns all collections, the last changed first.
 * @returns {Promise<Collection[]>}
 */
export const collections = async () => {
  const described = (await store.ids()).map(async (id) => {
    const description = await store.describe(id).catch(() => undefined);
    return description ? [{ ...description, id }] : [];
  });
  const all = (await Promise.all(described)).flat();
  return all.sort((a, b) => (a.changed < b.changed ? 1 : -1));
};
