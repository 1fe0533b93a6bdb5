// @ts-check
// Has the exporter write what readers take out of a collection of their own, which no host has.

import { storedRecords } from "../library/records.js";
import { find, root } from "./dom.js";
import { trustedUrl } from "./trusted-url.js";

/** @typedef {import("../collections/protocol.js").Exported} Exported */

/**
 * Returns a text that the exporter writes, in a worker whose memory ends with it.
 * @param {{ file: string } | { article: string }} wanted
 * @returns {Promise<string>}
 */
export const ownText = async (wanted) => {
  const url = trustedUrl(new URL(EXPORTER, import.meta.url).href);
  const worker = new Worker(url, { type: "module" });
  const id = root.dataset.collection ?? "";
  // The number of an item is its place in this edition.
  const edition = find("script[data-edition]")?.dataset.edition?.split("/").pop() ?? "";
  try {
    return await new Promise((resolve, reject) => {
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.onmessage = (/** @type {MessageEvent<Exported>} */ { data }) => {
        if ("text" in data) resolve(data.text);
        else reject(new Error("failed" in data ? data.reason : ""));
      };
      worker.postMessage({ id, edition, bookmarks: storedRecords(id), ...wanted });
    });
  } finally {
    worker.terminate();
  }
};
