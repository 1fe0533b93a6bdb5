// @ts-check
// Keeps files of one edition in the browser's cache.

import { sharedCache } from "../collections/names.js";
import { scope, urlOf } from "./scope.js";

/** The prefix of the site's caches: it may share its host with others of its kind. */
export const CACHE_PREFIX = `cuttings ${scope} `;

const CACHE = CACHE_PREFIX + EDITION;

/** The cache that exists as long as a reader wants whole editions for offline. It is empty. */
const CHOICE = `${CACHE_PREFIX}choice`;

/** The number of simultaneous downloads: half of what browsers allow on old connections. */
const PARALLEL = 3;

const [folder, count] = PARTS;

/** The paths of the edition's parts. */
export const parts = Array.from({ length: count }, (_, index) => `${folder}/${index + 1}.bin`);

/** The integrity hashes of the edition's files, by path: empty for files with a checksum inside. */
const hashes = new Map([
  ...Object.entries(FILES),
  ...Object.entries(FILES_ON_DEMAND),
  ...parts.map((path) => /** @type {const} */ ([path, ""])),
]);

/**
 * Returns true for a file of this edition that may be kept.
 * @param {string} path
 */
export const belongs = (path) => hashes.has(path) || path.endsWith(DATA);

/**
 * Downloads a file of the edition. One that is named by its content may come from the HTTP cache;
 * others are revalidated.
 * @param {string} path
 * @param {RequestInit} [options]
 */
export const download = async (path, options) => {
  const cache = path.startsWith("assets/") ? "default" : "no-cache";
  const response = await fetch(urlOf(path), { integrity: hashes.get(path), cache, ...options });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
};

/**
 * Downloads a file of the edition and keeps it. Fails if it is not what was published, or if there
 * is no space for it.
 * @param {string} path
 * @param {RequestInit} [options]
 */
export const keep = async (path, options) =>
  keepResponse(urlOf(path), await download(path, options));

let isKeeping = true;

/** Keeps nothing from now on. */
export const stopKeeping = () => {
  isKeeping = false;
};

/**
 * Keeps a response together with this edition. Nothing is kept of one that breaks off.
 * @param {string} url
 * @param {Response} response
 */
export const keepResponse = async (url, response) => {
  const { headers } = response;
  const body = await response.arrayBuffer();
  if (!isKeeping) return;
  const cache = await caches.open(CACHE);
  await cache.put(url, new Response(body, { headers }));
};

/**
 * Downloads what belongs to an offline copy: of a large edition, the parts only if a reader has
 * asked for them. The next attempt goes on where one has failed.
 */
export const keepEdition = async () => {
  const files = Object.keys(FILES);
  const wanted = LARGE && !(await isChosen()) ? files : [...files, ...parts];
  const present = await keptPaths();
  const missing = wanted.filter((path) => !present.has(path)).reverse();
  const downloadNext = async () => {
    for (let path; (path = missing.pop()); ) {
      // Files that have not changed come from the cache of the edition before.
      const known = await keptByAny(urlOf(path));
      if (known) await keepResponse(urlOf(path), known);
      else await keep(path, { priority: "low" });
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: PARALLEL }, downloadNext));
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (!failed) return;
  if (isFull(failed.reason)) await caches.delete(CACHE);
  throw failed.reason;
};

/**
 * Returns true for the error of a device without space.
 * @param {unknown} error
 */
export const isFull = (error) =>
  error instanceof DOMException && error.code === DOMException.QUOTA_EXCEEDED_ERR;

/**
 * Removes older editions except the previous one, which open tabs may still show. They request
 * files that are named by their content, so no page mixes two editions.
 */
export const removeOldEditions = async () => {
  const current = [CACHE, CHOICE, sharedCache(scope)];
  const others = (await caches.keys()).filter(
    (name) => name.startsWith(CACHE_PREFIX) && !current.includes(name),
  );
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
};

/**
 * Returns a response that is kept with any edition.
 * @param {string} url
 */
export const keptByAny = (url) => caches.match(url, { ignoreVary: true });

/** Returns the paths of this edition's files that are kept. */
export const keptPaths = async () => {
  const requests = await (await caches.open(CACHE)).keys();
  return new Set(requests.map(({ url }) => decodeURI(url.slice(scope.length))));
};

/** Returns true if a reader wants whole editions for offline. */
export const isChosen = () => caches.has(CHOICE);

/** Remembers that a reader wants whole editions for offline. */
export const choose = async () => void (await caches.open(CHOICE));

/** Forgets that a reader wants whole editions for offline. What is kept stays. */
export const unchoose = () => caches.delete(CHOICE);

/** Removes the parts that are kept. */
export const removeParts = async () => {
  const cache = await caches.open(CACHE);
  await Promise.all(parts.map((path) => cache.delete(urlOf(path))));
};
