// @ts-check
// Registers the service worker, which keeps this edition for reading offline. Nothing waits for
// this: if it fails, only reading without a network does.

import { find } from "./dom.js";
import { watchForUpdates } from "./edition-update.js";
import { offerOfflineCopy } from "./offline-copy.js";
import { trustedUrl } from "./trusted-url.js";
import { requestsTo } from "./worker-requests.js";

const { worker: url, offline: size } = find("script[data-worker]")?.dataset ?? {};

/** True if the browser has service workers, and the site publishes one. */
export const canRegister = Boolean(url && navigator.serviceWorker);

/**
 * Registers the worker. For readers who save data it waits until they ask for an offline copy, or
 * install the site: browsers would post what is shared with it to the host.
 */
export const keepEdition = async () => {
  if (!canRegister) return;
  addEventListener("appinstalled", register);
  const isInstalled = matchMedia("(display-mode: standalone)").matches;
  const isWaiting = navigator.connection?.saveData && !isInstalled;
  const registered = isWaiting ? undefined : register();
  if (size) offerOfflineCopy(size, registered, register);
  await registered;
};

/** @type {Promise<ServiceWorker> | undefined} */
let registered;

/** Registers the worker, unless it is, and returns it when it answers the page's requests. */
export const register = () => {
  registered ??= registration();
  registered.catch(() => (registered = undefined)); // the next call tries again
  return registered;
};

const registration = async () => {
  const { serviceWorker } = navigator;
  const isFirst = !serviceWorker.controller;
  // A page that a worker serves has a registration. Registering again would revive a worker that is
  // about to leave.
  const found = isFirst
    ? await serviceWorker.register(trustedUrl(url ?? ""))
    : await serviceWorker.getRegistration();
  if (!found) throw new Error("the worker has left");
  watchForUpdates(found);
  const worker = await controller();
  if (isFirst) {
    const { adopt } = requestsTo(worker);
    const controlled = performance.now();
    const before = (/** @type {PerformanceEntryList} */ entries) => {
      const isEarlier = (/** @type {PerformanceEntry} */ { name, startTime }) =>
        startTime < controlled && name.startsWith(document.baseURI);
      return entries.filter(isEarlier).map(({ name }) => name);
    };
    // Requests of the page may still be on their way.
    new PerformanceObserver((list) => {
      const late = before(list.getEntries());
      if (late.length) adopt(late);
    }).observe({ type: "resource" });
    await adopt(before(performance.getEntriesByType("resource")));
  }
  return worker;
};

/**
 * Returns the worker that answers the page's requests, when there is one.
 * @returns {Promise<ServiceWorker>}
 */
const controller = () =>
  new Promise((resolve) => {
    const { serviceWorker } = navigator;
    const check = () => serviceWorker.controller && resolve(serviceWorker.controller);
    serviceWorker.addEventListener("controllerchange", check);
    check();
  });
