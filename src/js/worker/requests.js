// @ts-check
// Answers what the tools ask of the worker (`src/js/tools/worker-requests.js`).

import {
  choose,
  isChosen,
  isFull,
  keep,
  keptPaths,
  parts,
  removeParts,
  unchoose,
} from "./edition.js";
import { scope } from "./scope.js";

/** The answers by request. An argument is a path, or a list of URLs. */
const answers = {
  /** Returns the query that names this edition's data. */
  edition: async () => DATA,

  /** Returns the parts that are not kept, and true if the reader wants all of them. */
  state: async () => {
    const present = await keptPaths();
    const missing = parts.filter((path) => !present.has(path));
    return { missing, total: parts.length, isChosen: await isChosen() };
  },

  /**
   * Keeps what a page has loaded before this worker answered its requests: from the browser's
   * cache, or not at all.
   * @param {string[]} urls
   */
  adopt: async (urls) => {
    const present = await keptPaths();
    const loaded = new Set(urls.map((url) => decodeURI(url.slice(scope.length))));
    for (const path of [...parts, ...Object.keys(FILES_ON_DEMAND)]) {
      if (!loaded.has(path) || present.has(path)) continue;
      await keep(path, { cache: "only-if-cached", mode: "same-origin" }).catch(() => {});
    }
  },

  choose,
  unchoose,

  /**
   * Downloads one part and keeps it.
   * @param {string} path
   */
  keep: async (path) => {
    if (parts.includes(path)) await keep(path, { priority: "low" });
  },

  remove: async () => {
    await unchoose();
    await removeParts();
  },
};

/**
 * Answers a request on the port that came with it.
 * @param {ExtendableMessageEvent} event
 */
export const answer = (event) => {
  const [port] = event.ports;
  const { request, argument } = event.data ?? {};
  if (!port || !(request in answers)) return;
  const reply = async () => {
    try {
      const answer = answers[/** @type {keyof typeof answers} */ (request)];
      port.postMessage({ value: await answer(argument) });
    } catch (error) {
      port.postMessage({ error: isFull(error) ? "full" : "failed" });
    }
  };
  event.waitUntil(reply());
};
