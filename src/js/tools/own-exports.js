// @ts-check
// Has the exporter write what readers take out of a collection of their own, which no host has.

import { exported } from "../collections/exported.js";
import { storedRecords } from "../library/records.js";
import { find, root } from "./dom.js";
import { trustedUrl } from "./trusted-url.js";

/**
 * Returns a text that the exporter writes.
 * @param {{ file: string } | { article: string } | { annotations: true }} wanted
 */
export const ownText = async (wanted) => {
  const id = root.dataset.collection ?? "";
  // The number of an item is its place in this edition.
  const edition = find("script[data-edition]")?.dataset.edition?.split("/").pop() ?? "";
  const url = trustedUrl(new URL(EXPORTER, import.meta.url).href);
  const { text } = await exported(url, { id, edition, bookmarks: storedRecords(id), ...wanted });
  return text ?? "";
};
