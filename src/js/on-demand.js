// @ts-check
// Loads the tools when they are first needed, for boot.js and for the program, which calls the
// last functions (`src/browser/files.rs`).
//
// wasm-bindgen copies this file alone, so it imports no other statically.

/**
 * Returns the tools. A single-file edition holds them; other pages name the file on the boot
 * script.
 * @returns {Promise<typeof import("./tools.js")>}
 */
export const loadTools = async () => {
  if (window.cuttings) return window.cuttings.tools;
  /** @type {HTMLElement | null} */
  const script = document.querySelector("script[data-tools]");
  // An import would be relative to the script that asks for it.
  return import(new URL(script?.dataset.tools ?? "", document.baseURI).href);
};

/**
 * Has the browser save items as a file.
 * @param {string} format the key of an export format
 * @param {string} items the items' numbers, separated by spaces
 */
export const exportItems = async (format, items) =>
  (await loadTools()).exportItems(format, items.split(" "));

/**
 * Returns what is kept of an article that the reader has opened (`tools/changes.js`).
 * @param {string} slug
 */
export const keptTexts = async (slug) => (await loadTools()).keptTexts(slug);

/**
 * Has the browser save a text as a file.
 * @param {string} name
 * @param {string} type its media type
 * @param {string} text in which a placeholder stands for the site's URL
 */
export const saveText = async (name, type, text) => (await loadTools()).saveText(name, type, text);
