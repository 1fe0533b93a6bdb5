// @ts-check
// Answers the requests of pages. Files that are named by their content come from the cache of any
// edition; a navigation comes from the host, or else from the shell, which the program fills.

import { base, respondFromCollection, shellAt, withItsProgram } from "./collections.js";
import { belongs, download, keepResponse, keptByAny } from "./edition.js";
import { leaveIfUnwanted } from "./retire.js";
import { scope } from "./scope.js";
import { respondToShare } from "./shared.js";

/**
 * The longest wait for the host's page, in milliseconds. A new connection takes four round trips,
 * which a good mobile line makes in 600 ms, and the shell shows its text in a few hundred more.
 * After a second people notice that they are waiting.
 */
const PATIENCE = 1000;

/**
 * Returns the page that the program fills.
 * @param {string} path
 */
const shell = (path) =>
  new Response(withItsProgram(shellAt(base), path), { headers: HEADERS });

/**
 * Returns the host's page, or the shell if the host fails or takes too long.
 * @param {FetchEvent} event
 * @param {string} path
 */
const respondWithPage = async (event, path) => {
  const arriving = fetch(event.request).catch(() => undefined);
  event.waitUntil(arriving);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, undefined));
  const page = await Promise.race([arriving, late]);
  // A host that reports an error of its own has no page for the reader either.
  return page && page.status < 500 ? page : shell(path);
};

/**
 * Returns a file of an edition, and keeps it: the reader has it now. A page that asks past the
 * HTTP cache has found the file damaged, and gets another.
 * @param {FetchEvent} event
 * @param {string} url
 * @param {string} path
 */
const respondWithFile = async (event, url, path) => {
  const { request } = event;
  const isDamaged = request.cache === "reload";
  const known = !isDamaged && (await keptByAny(url));
  if (known) return known;
  if (!belongs(path)) return fetch(request);
  const response = await download(path, isDamaged ? { cache: "reload" } : {});
  // Without space for it, the file arrives all the same.
  event.waitUntil(keepResponse(url, response.clone()).catch(() => {}));
  return response;
};

/**
 * Returns a picture of an article, and keeps it: pictures are kept when they are seen, because all
 * of them could be too much to download.
 * @param {FetchEvent} event
 * @param {string} url
 */
const respondWithPicture = async (event, url) => {
  const known = await keptByAny(url);
  if (known) return known;
  const response = await fetch(event.request);
  // Without space for it, the picture is shown all the same.
  if (response.status === 200) event.waitUntil(keepResponse(url, response.clone()).catch(() => {}));
  return response;
};

/**
 * Returns a path without percent-encoding, as files are named; a malformed one stays as it is.
 * @param {string} path
 */
const decode = (path) => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

/**
 * Answers a request for a page or a file of the site; all other requests go to the host.
 * @param {FetchEvent} event
 */
export const respond = (event) => {
  const { request } = event;
  const [url] = request.url.split("#", 1);
  if (!url.startsWith(scope)) return;
  const path = decode(url.slice(scope.length));
  const shared = respondToShare(request, path);
  if (shared) return event.respondWith(shared);
  if (request.method !== "GET") return;
  const own = respondFromCollection(request, path);
  if (own) {
    event.respondWith(own);
  } else if (request.mode === "navigate") {
    event.waitUntil(leaveIfUnwanted().catch(() => {})); // fails without a network
    // Pages have no extension; the host alone has other files, such as feeds.
    if (/^[^?]*\.(?!html\b)\w+(\?|$)/.test(path)) return;
    event.respondWith(respondWithPage(event, path));
  } else if (/^(media|pictures)\//.test(path)) {
    event.respondWith(respondWithPicture(event, url));
  } else if (path.startsWith("assets/") || /\.json\?[0-9a-f]+$/.test(path)) {
    event.respondWith(respondWithFile(event, url, path));
  }
};
