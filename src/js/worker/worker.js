// @ts-check
// The entry of the service worker: keeps the files of one edition, and serves them when the network
// is slow or gone.
//
// - It keeps what pages are made from, and no page: the program renders pages.
// - Never two editions in one page: everything that a page loads is named by its content. A new
//   worker therefore takes over at once, and open pages stay as they are.
// - A large edition is kept in full only if the reader asks for it.
// - No request goes to another host than the site's own.

import { keepEdition, removeOldEditions } from "./edition.js";
import { answer } from "./requests.js";
import { respond } from "./respond.js";
import { worker } from "./scope.js";

const install = async () => {
  await keepEdition();
  await worker.skipWaiting();
};

const activate = async () => {
  await removeOldEditions();
  await worker.clients.claim();
};

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", answer);
worker.addEventListener("fetch", respond);
