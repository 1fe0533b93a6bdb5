// @ts-check
// Answers the requests of pages: from the edition that is kept, or else from the host.

import { files, filesOnDemand, keepOnDemand, keepPicture, kept } from "./edition.js";
import { leaveIfUnwanted } from "./retire.js";
import { scope } from "./scope.js";

/**
 * Returns a file of this edition; from the host only if the browser has evicted it.
 * @param {string} path
 * @param {Request} request
 */
const respondFromEdition = async (path, request) => (await kept(path)) ?? fetch(request);

/**
 * Returns a file that readers may never need, and keeps it from then on.
 * @param {string} path
 */
const respondOnDemand = async (path) => (await kept(path)) ?? keepOnDemand(path);

/**
 * Asks the host for a page that this edition does not have; without a network there is none.
 * @param {Request} request
 */
const respondFromHost = async (request) => {
  try {
    return await fetch(request);
  } catch (error) {
    const page = await kept("404.html");
    if (!page) throw error;
    return new Response(page.body, { status: 404, headers: page.headers });
  }
};

/**
 * Returns a file of any edition that is kept: tabs of the previous one request theirs.
 * @param {string} url
 * @param {Request} request
 */
const respondFromAnyEdition = async (url, request) =>
  (await caches.match(url, { ignoreVary: true })) ?? fetch(request);

/**
 * Returns a picture of an article, and keeps it: pictures are kept when they are seen, because all
 * of them could be too much to download.
 * @param {FetchEvent} event
 * @param {string} url
 */
const respondWithPicture = async (event, url) => {
  const known = await caches.match(url, { ignoreVary: true });
  if (known) return known;
  const response = await fetch(event.request);
  // Without space for it, the picture is shown all the same.
  if (response.status === 200) event.waitUntil(keepPicture(url, response.clone()).catch(() => {}));
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
  const [url] = request.url.split(/[?#]/, 1);
  if (request.method !== "GET" || !url.startsWith(scope)) return;
  const path = decode(url.slice(scope.length)).replace(/(^|\/)index\.html$/, "$1");
  const isPage = request.mode === "navigate";
  if (isPage) event.waitUntil(leaveIfUnwanted().catch(() => {})); // fails without a network
  if (files.has(path)) {
    event.respondWith(respondFromEdition(path, request));
  } else if (filesOnDemand.has(path)) {
    event.respondWith(respondOnDemand(path));
  } else if (isPage && files.has(`${path}/`)) {
    event.respondWith(Response.redirect(request.url.replace(url, `${url}/`)));
  } else if (isPage) {
    event.respondWith(respondFromHost(request));
  } else if (path.startsWith("assets/")) {
    event.respondWith(respondFromAnyEdition(url, request));
  } else if (path.startsWith("media/")) {
    event.respondWith(respondWithPicture(event, url));
  }
};
