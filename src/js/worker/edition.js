// @ts-check
// Keeps one edition in the browser's cache: all of it or nothing.

import { scope, urlOf } from "./scope.js";

/** The prefix of the site's caches: it may share its host with others of its kind. */
export const CACHE_PREFIX = `cuttings ${scope} `;

const CACHE = CACHE_PREFIX + EDITION;

/** The number of simultaneous downloads. */
const PARALLEL = 6;

/** The integrity hashes of the edition's files, by path. */
export const files = new Map(Object.entries(FILES));

/** The same for files that are kept once a page has requested them: letters of other scripts. */
export const filesOnDemand = new Map(Object.entries(FILES_ON_DEMAND));

/**
 * Downloads every file of the edition, and keeps none if one fails or is not what was published.
 *
 * An interrupted download is not resumed, because the browser may have stopped within a file. Most
 * of it is in the browser's HTTP cache as well.
 */
export const keepEdition = async () => {
  await caches.delete(CACHE);
  const cache = await caches.open(CACHE);
  const wanted = [...files];
  const downloadNext = async () => {
    for (let next; (next = wanted.pop()); ) {
      const [path, integrity] = next;
      // A file that is named by its content may come from the HTTP cache; others are revalidated.
      const mode = path.startsWith("assets/") ? "default" : "no-cache";
      const response = await fetch(urlOf(path), { integrity, cache: mode });
      // A new response, because browsers refuse to navigate to one that was redirected.
      const { headers } = response;
      await cache.put(urlOf(path), new Response(await response.arrayBuffer(), { headers }));
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: PARALLEL }, downloadNext));
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (!failed) return;
  await caches.delete(CACHE);
  throw failed.reason;
};

/**
 * Downloads a file of the edition and keeps it.
 * @param {string} path
 */
export const keepOnDemand = async (path) => {
  const response = await fetch(urlOf(path), { integrity: filesOnDemand.get(path) });
  if (response.ok) {
    const cache = await caches.open(CACHE);
    await cache.put(urlOf(path), response.clone());
  }
  return response;
};

/**
 * Removes older editions except the previous one, which open tabs may still show. They request
 * files that are named by their content, so no page mixes two editions.
 */
export const removeOldEditions = async () => {
  const others = (await caches.keys()).filter(
    (name) => name.startsWith(CACHE_PREFIX) && name !== CACHE,
  );
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
};

/**
 * Returns the kept response for a path.
 * @param {string} path
 */
export const kept = (path) => caches.match(urlOf(path), { cacheName: CACHE, ignoreVary: true });

/**
 * Keeps a picture that the reader has seen together with this edition.
 * @param {string} url
 * @param {Response} response
 */
export const keepPicture = async (url, response) => (await caches.open(CACHE)).put(url, response);
