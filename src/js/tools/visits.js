// @ts-check
// Remembers on the device what an edition held at the reader's last visit, and finds out which
// items are new or changed since. A visit ends when no page was open for a while.

import { visitKey, visitCache } from "../collections/names.js";
import { root } from "./dom.js";
import { edition, readPublished } from "./published-data.js";

/** The time without pages after which a visit has ended, in milliseconds: half an hour. */
const PAUSE = 30 * 60 * 1000;

/** The interval at which an open page prolongs the visit, in milliseconds. */
const PROLONGATION = 60 * 1000;

/** The data file with two numbers for each item (`crates/exports/src/versions.rs`). */
const VERSIONS = "versions.json";

/**
 * The time, in milliseconds, for which an edition that the reader has not seen is left alone: what
 * the page itself needs comes first.
 */
const DELAY = 2000;

/** The kinds of changes: their digits in what the program reads (`src/browser/changes.rs`). */
export const NEW = 1;
export const CHANGED = 2;

/**
 * A visit, as it is stored.
 * @typedef {object} Visit
 * @property {string} edition the name of the edition that the page showed
 * @property {number} at when a page was last open, in milliseconds since 1970
 * @property {number} since when the visit before this one ended; 0 if there was none
 * @property {Record<string, number>} changes `NEW` or `CHANGED`, by the numbers that identify items
 */

/** The two numbers of each item that follow each other: its identity and its version. */
/** @typedef {number[]} Versions */

const base = new URL("..", import.meta.url).href;

const key = () => visitKey(base, root.dataset.collection);

/** @returns {Visit | undefined} */
const storedVisit = () => {
  try {
    return JSON.parse(localStorage.getItem(key()) ?? "null") ?? undefined;
  } catch {
    // It is damaged: this is the first visit.
  }
};

/** Returns the key of the text that the program reads. */
const digitsKey = () => `cuttings.changes ${root.dataset.edition}`;

const openCache = () => caches.open(visitCache(base, root.dataset.collection));

/**
 * Returns what is kept under a name.
 * @param {string} name
 */
export const kept = async (name) => (await (await openCache()).match(name))?.json();

/**
 * Keeps a value under a name.
 * @param {string} name
 * @param {unknown} value
 */
export const keep = async (name, value) => {
  // A collection that has been removed leaves nothing.
  if ("removed" in root.dataset) return;
  await (await openCache()).put(name, new Response(JSON.stringify(value)));
};

/**
 * Removes the oldest of the values whose names begin in some way.
 * @param {string} start
 * @param {number} most the number of those that stay
 */
export const keepNewest = async (start, most) => {
  const cache = await openCache();
  const { href } = new URL(start, document.baseURI);
  const requests = (await cache.keys()).filter(({ url }) => url.startsWith(href));
  for (const request of requests.slice(0, -most)) await cache.delete(request);
};

/**
 * Returns the number that identifies an item: FNV-1a of its slug, or of a teaser's title.
 * @param {string} text
 */
export const identity = (text) => {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return hash >>> 0;
};

/**
 * Compares what an edition holds with what it held before.
 * @param {Versions} before
 * @param {Versions} now
 */
export const compare = (before, now) => {
  const known = new Map();
  for (let at = 0; at < before.length; at += 2) known.set(before[at], before[at + 1]);
  /** @type {Record<string, number>} */
  const changes = {};
  let digits = "";
  for (let at = 0; at < now.length; at += 2) {
    const version = known.get(now[at]);
    const change = version === undefined ? NEW : version === now[at + 1] ? 0 : CHANGED;
    digits += change;
    if (change) changes[now[at]] = change;
  }
  return { changes, digits };
};

/**
 * Begins or continues a visit. Returns it, and whether its changes are others than those that the
 * program has read.
 * @returns {Promise<{ visit: Visit, isOther: boolean }>}
 */
export const visit = async () => {
  const name = edition();
  const before = storedVisit();
  const now = Date.now();
  const continues = before !== undefined && now - before.at < PAUSE;
  const since = continues ? before.since : (before?.at ?? 0);
  const isSeen = before?.edition === name;
  /** @type {Visit} */
  const visit = { edition: name, at: now, since, changes: {} };
  const known = localStorage.getItem(digitsKey());
  if (isSeen && continues) {
    visit.changes = before.changes;
  } else {
    const digits = isSeen ? "" : await findChanges(visit, continues);
    removeDigits();
    // The day is for the view that lists the changes.
    if (digits) localStorage.setItem(digitsKey(), `${digits} ${dayOf(since)}`);
  }
  prolong(visit);
  return { visit, isOther: known !== localStorage.getItem(digitsKey()) };
};

/**
 * Compares the edition with what was there when the visit before ended. Sets the changes of the
 * visit, and returns a digit for each item, or an empty text if there are none.
 * @param {Visit} visit
 * @param {boolean} continues
 */
const findChanges = async (visit, continues) => {
  await new Promise((resolve) => setTimeout(resolve, DELAY));
  /** @type {Versions} */
  const versions = await readPublished(VERSIONS);
  /** @type {{ last: Versions, shown: Versions } | undefined} */
  const held = await kept(VERSIONS);
  // Within a visit, all editions are compared with what was there before it.
  const last = continues ? held?.last : held?.shown;
  await keep(VERSIONS, { last: last ?? versions, shown: versions });
  const { changes, digits } = compare(last ?? versions, versions);
  visit.changes = changes;
  return Object.keys(changes).length ? digits : "";
};

/**
 * Returns the reader's day at a moment, in ISO 8601.
 * @param {number} moment in milliseconds since 1970
 */
const dayOf = (moment) => {
  const offset = new Date(moment).getTimezoneOffset() * 60 * 1000;
  return new Date(moment - offset).toISOString().slice(0, 10);
};

/** Removes the texts that the program has read, of this edition and of earlier ones. */
const removeDigits = () => {
  const folder = (/** @type {string} */ key) => key.slice(0, key.lastIndexOf("/"));
  for (const key of Object.keys(localStorage)) {
    if (folder(key) === folder(digitsKey())) localStorage.removeItem(key);
  }
};

/**
 * Stores a visit for as long as the page is open.
 * @param {Visit} visit
 */
const prolong = (visit) => {
  const store = () => {
    if ("removed" in root.dataset) return;
    localStorage.setItem(key(), JSON.stringify({ ...visit, at: Date.now() }));
  };
  store();
  setInterval(() => document.hidden || store(), PROLONGATION);
};
