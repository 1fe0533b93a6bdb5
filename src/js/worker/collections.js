// @ts-check
// Serves the reader's own collections, which no host has: each is a reading room of its own under
// `library/`, made from the shell of the site and the files of the collection.

import { escaped } from "../collections/html.js";
import { bookmarksKey, collectionOf, FOLDER, PICTURES } from "../collections/names.js";
import { storeOf } from "../collections/store.js";
import { forgetParts, partsOf } from "./parts.js";
import { scope } from "./scope.js";

const store = storeOf(scope);

/** The path of the site. */
export const base = new URL(scope).pathname;

/**
 * Returns the shell of pages below a path. In a site that a page has saved, its addresses are
 * relative (`crates/site-writer`).
 * @param {string} path
 */
export const shellAt = (path) =>
  SHELL.replace(/(<base href=)"[^"]*"/, `$1"${path}"`).replace(
    /="(?=assets\/|worker\.js|manifest\.)/g,
    `="${base}`,
  );

const [exploringPages, explorer, glue] = EXPLORER;

/**
 * Returns the shell of a page with the explorer as its program, if the page explores the edition.
 * @param {string} html
 * @param {string} page the path of the page from the base of its shell
 */
export const withItsProgram = (html, page) =>
  exploringPages.includes(page.replace(/\/?(index\.html)?(\?.*)?$/, ""))
    ? html.replace(
        / data-program="([^"]*)"/,
        ` data-program="${base}${explorer}" data-glue="${base}${glue}" data-page-program="$1"`,
      )
    : html;

/** The name of the site in its shell: the text of an element. */
const siteTitle = `>${TITLE}<`;

/**
 * Returns the page of a collection, which the program fills.
 * @param {string} id
 * @param {string} page the path of the page in the collection
 */
const shellOf = async (id, page) => {
  const description = await store.describe(id);
  if (!description) return;
  const folder = `${base + FOLDER + id}/`;
  const title = escaped(description.title);
  const data = `data-edition="${folder + description.edition}"`;
  // The edition may have an older title.
  const own = `data-collection="${id}" data-bookmarks="${bookmarksKey(id)}" data-title="${title}"`;
  const html = shellAt(folder)
    .replace("<html", () => `<html ${own}`)
    .replace(/( data-program="[^"]*")( data-edition="[^"]*")?( data-files-of="\d*")?/, `$1 ${data}`)
    .replace(/ data-offline="\d*"/, "")
    .replaceAll(siteTitle, () => `>${title}<`);
  return new Response(withItsProgram(html, page), { headers: HEADERS });
};

/**
 * Returns a file of a collection: a picture, its edition or the head of it, or a part.
 * @param {string} id
 * @param {string} name
 */
const fileOf = async (id, name) => {
  if (name.startsWith(PICTURES)) return pictureOf(id, name);
  const [, folder, part = 0] = name.match(/^([\w-]+)\/(\d+)\.bin$/) ?? [];
  const edition = folder ? `${folder}.bin` : name;
  const fileFrom = async (/** @type {string} */ edition) =>
    (await partsOf(id, edition))?.(Number(part)) ?? (folder ? undefined : store.read(id, edition));
  // An importer may have replaced the edition since the page was made.
  return (await fileFrom(edition)) ?? fileFrom((await store.describe(id))?.edition ?? "");
};

/**
 * @param {string} id
 * @param {string} name
 */
const pictureOf = async (id, name) => {
  const description = await store.describe(id);
  const [offset, length] = description?.places[name] ?? [];
  if (!description || offset === undefined || length === undefined) return;
  const pictures = await store.read(id, description.pictures);
  return pictures?.slice(offset, offset + length, mediaType(name));
};

/** @param {string} name */
const mediaType = (name) => {
  const extension = name.split(".").pop() ?? "";
  const subtype = { jpg: "jpeg", svg: "svg+xml" }[extension] ?? extension;
  return `image/${subtype}`;
};

/**
 * Returns the answer to a request for a page or a file of a collection; undefined if the path is
 * not in one.
 * @param {Request} request
 * @param {string} path relative to the site's base
 * @returns {Promise<Response> | undefined}
 */
export const respondFromCollection = (request, path) => {
  const id = collectionOf(path);
  if (!id) return;
  const answer = async () => {
    const page = path.slice(`${FOLDER + id}/`.length);
    if (request.mode === "navigate") return (await shellOf(id, page)) ?? fetch(request);
    // A page that asks past caches could not use what it got.
    if (request.cache === "reload") forgetParts();
    const [name] = page.split("?");
    const file = await fileOf(id, name);
    return file ? new Response(file) : new Response(null, { status: 404 });
  };
  return answer();
};
