// @ts-check
// Reads the data files that are made when an edition is published (`crates/exports`). For a
// collection of the reader's own, the exporter writes their texts when they are needed.

import { find, root } from "./dom.js";
import { ownText } from "./own-exports.js";

/** The URL in such files that stands for the site's own, which only the browser knows. */
const BASE_URL_PLACEHOLDER = "https://address.invalid/";

/**
 * Returns the name of the edition: the hash in the name of its file, or of the page's program,
 * which contains it, with a question mark before it. Pages that explore it have another program.
 */
export const edition = () => {
  const { edition, program = "", pageProgram } = find("script[data-program]")?.dataset ?? {};
  return `?${(edition ?? pageProgram ?? program).split(/[-.]/).at(-2)}`;
};

/**
 * Returns the content of a data file. A single-file edition holds all of them. The URL names the
 * edition, because the service worker keeps the files of several.
 * @param {string} file the URL, relative to the site's base
 */
export const readPublished = async (file) => {
  if (!SINGLE_FILE && root.dataset.collection) return JSON.parse(await ownText({ file }));
  const embedded = find(`script[data-file="${file}"]`);
  if (embedded) return JSON.parse(embedded.textContent ?? "");
  const response = await fetch(file + edition());
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.json();
};

/**
 * Returns `text` with the site's own URL in place of the placeholder.
 * @param {string} text
 */
export const withSiteUrl = (text) => {
  const isSingleFile = "fragments" in root.dataset;
  const url = isSingleFile ? `${location.href.split("#", 1)[0]}#/` : document.baseURI;
  return text.replaceAll(BASE_URL_PLACEHOLDER, url);
};
