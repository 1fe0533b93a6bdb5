// @ts-check
// Takes what other programs share with the installed site, and keeps it until a page has added it
// to the library (`src/js/library/shared.js`).

import { SHARE, sharedCache } from "../collections/names.js";
import { scope, urlOf } from "./scope.js";

/**
 * Keeps the form of a share as it is, and leads to the site, whose page looks for it.
 * @param {Request} request
 */
const takeShare = async (request) => {
  const cache = await caches.open(sharedCache(scope));
  // It names the boundary between the fields.
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  try {
    const form = new Response(await request.blob(), { headers });
    await cache.put(`${urlOf(SHARE)}?${Date.now()}`, form);
  } catch {
    // There is no space for it: the page finds the cache empty, and says so.
  }
  return Response.redirect(scope, 303);
};

/**
 * Returns the answer to a form that shares something; undefined for other requests.
 * @param {Request} request
 * @param {string} path relative to the site's base
 */
export const respondToShare = (request, path) =>
  request.method === "POST" && path === SHARE ? takeShare(request) : undefined;
