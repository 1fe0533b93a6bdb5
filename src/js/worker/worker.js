// @ts-check
// The entry of the service worker: keeps one edition whole, and serves it when the network is slow
// or gone.
//
// - All or nothing: an edition is served from here only if every file has arrived and is what was
//   published.
// - Never two at once: each worker serves its own edition, pages and all. The next one waits until
//   a page tells it to take over.
// - No request goes to another host than the site's own.

import { keepEdition, removeOldEditions } from "./edition.js";
import { respond } from "./respond.js";
import { worker } from "./scope.js";

worker.addEventListener("install", (event) => event.waitUntil(keepEdition()));
worker.addEventListener("activate", (event) => event.waitUntil(removeOldEditions()));
worker.addEventListener("message", ({ data }) => {
  if (data === "take over") worker.skipWaiting();
});
worker.addEventListener("fetch", respond);
