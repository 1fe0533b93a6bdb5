// @ts-check
// Saves a collection as one file that opens without a host: the template that the publisher writes
// (`cli/src/publish/one_file.rs`), with the program and the edition in it.

import { escaped } from "../collections/html.js";
import { bookmarksKey } from "../collections/names.js";
import { store } from "./site.js";

/** @typedef {import("./collections.js").Collection} Collection */

/** The place of the data in the template, and those of texts (`place` in `one_file.rs`). */
const DATA = "%%data%%";
const TEXTS = /%%(title|bookmarks)%%/g;

/**
 * Downloads a file of the site; the service worker may have it.
 * @param {URL} url
 */
const download = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  return response;
};

/**
 * Returns bytes packed with gzip, in base 64.
 * @param {Blob} bytes
 */
const packed = async (bytes) => {
  const stream = bytes.stream().pipeThrough(new CompressionStream("gzip"));
  const reader = new FileReader();
  const url = new Promise((resolve, reject) => {
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
  });
  reader.readAsDataURL(await new Response(stream).blob());
  return /** @type {string} */ (await url).split(",", 2)[1];
};

/**
 * Returns an element with bytes, which `single-file.js` unpacks.
 * @param {string} id
 * @param {Blob} bytes
 */
const element = async (id, bytes) =>
  `<script id="${id}" type="application/gzip">${await packed(bytes)}</script>`;

/**
 * Returns the edition of a collection, which may have got names since it was listed.
 * @param {string} id
 */
const editionOf = async (id) => {
  const description = await store.describe(id);
  const bytes = description && (await store.read(id, description.edition));
  if (!bytes) throw new Error(`no edition of ${id}`);
  return bytes;
};

/**
 * Returns a collection as one file.
 * @param {Collection} collection
 * @param {string} more elements with data that the page requests when a reader exports or cites
 */
export const oneFile = async ({ id, title }, more) => {
  const [template, program, bytes] = await Promise.all([
    download(new URL(ONE_FILE, import.meta.url)).then((response) => response.text()),
    download(new URL(EXPLORER_PROGRAM, import.meta.url)).then((response) => response.blob()),
    editionOf(id),
  ]);
  /** @type {Record<string, string>} */
  const texts = { title: escaped(title), bookmarks: bookmarksKey(id) };
  // In one pass: a title may look like a place.
  const [before, after] = template
    .split(DATA)
    .map((part) => part.replace(TEXTS, (_, name) => texts[name]));
  const data = [await element("program", program), await element("edition", bytes)];
  return new Blob([before, ...data, more, after], { type: "text/html" });
};
