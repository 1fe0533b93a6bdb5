// @ts-check
// Reads what other programs have shared with the installed site. The service worker keeps it until
// a page has added it (`src/js/worker/shared.js`).

import { sharedCache } from "../collections/names.js";
import { base } from "./site.js";

/** @typedef {import("./library.js").NamedFile} NamedFile */

/** The longest text beside an address, in characters, that is taken for its title. */
const LONGEST_TITLE = 150;

/**
 * Returns all files that were shared, also those that shared texts and links become, true if there
 * was no space for them, and a function that forgets them.
 */
export const shares = async () => {
  const cache = await caches.open(sharedCache(base));
  const requests = await cache.keys();
  const files = await Promise.all(
    requests.map(async (request) => filesIn(await cache.match(request))),
  );
  const forget = async () => {
    await Promise.all(requests.map((request) => cache.delete(request)));
    // There may be others since then.
    if (!(await cache.keys()).length) await caches.delete(sharedCache(base));
  };
  return { files: files.flat(), isLost: !requests.length, forget };
};

/**
 * Returns the files of one form.
 * @param {Response | undefined} response
 * @returns {Promise<NamedFile[]>}
 */
const filesIn = async (response) => {
  const form = await response?.formData().catch(() => undefined);
  if (!form) return [];
  const field = (/** @type {string} */ name) => `${form.get(name) ?? ""}`.trim();
  const files = form.getAll("files").flatMap((file) => {
    // A form without files has one without a name.
    const isFile = file instanceof File && (file.name || file.size);
    return isFile ? [{ name: file.name || msg("shared-articles"), blob: file }] : [];
  });
  return [...files, ...articleOf(field("title"), field("text"), field("url"))];
};

/**
 * Returns a shared text or link as a file that the importer reads. Most programs put the address
 * behind the text.
 * @param {string} title
 * @param {string} text
 * @param {string} url
 * @returns {NamedFile[]}
 */
const articleOf = (title, text, url) => {
  const found = text.match(/\bhttps?:\/\/\S+$/)?.[0] ?? "";
  const address = url || found;
  const words = address === found ? text.slice(0, text.length - found.length).trim() : text;
  const isTitle = !title && words.length <= LONGEST_TITLE && !words.includes("\n");
  if (address && (!words || words === title || isTitle)) return [link(title || words, address)];
  return words || title ? [article(title, words || title, address)] : [];
};

/**
 * Returns a link as browsers export their bookmarks.
 * @param {string} title
 * @param {string} url
 */
const link = (title, url) => {
  const anchor = Object.assign(document.createElement("a"), { textContent: title });
  anchor.setAttribute("href", url);
  anchor.setAttribute("add_date", `${Math.floor(Date.now() / 1000)}`);
  return file("html", `<!DOCTYPE NETSCAPE-Bookmark-file-1>${anchor.outerHTML}`);
};

/**
 * Returns a text as Markdown. Without a title, its first line is one.
 * @param {string} title
 * @param {string} text
 * @param {string} url
 */
const article = (title, text, url) => {
  const [first, ...others] = text.split("\n");
  const isTitled = !title && others.length > 0 && first.length <= LONGEST_TITLE;
  const body = isTitled ? others.join("\n") : text;
  const start = first.length > LONGEST_TITLE ? `${first.slice(0, LONGEST_TITLE)}…` : first;
  // A string of JSON is one of YAML.
  const matter = { title: title || start.replace(/^#+ /, ""), ...(url && { url }) };
  const lines = Object.entries(matter).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return file("md", ["---", ...lines, "---", "", body, ""].join("\n"));
};

/**
 * @param {string} extension
 * @param {string} text
 */
const file = (extension, text) => ({
  name: `${msg("shared-articles")}.${extension}`,
  blob: new File([text], ""),
});
