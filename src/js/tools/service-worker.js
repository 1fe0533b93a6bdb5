// @ts-check
// Registers the service worker, which keeps this edition for reading offline. Nothing waits for
// this: if it fails, only reading without a network does.

import { find } from "./dom.js";
import { watchForUpdates } from "./edition-update.js";
import { offerOfflineCopy } from "./offline-copy.js";
import { requestsTo } from "./worker-requests.js";

/** Registers the worker. For readers who save data it waits until they ask for an offline copy. */
export const keepEdition = async () => {
  const { serviceWorker, connection } = navigator;
  const { worker: url, offline: size } = find("script[data-worker]")?.dataset ?? {};
  if (!url || !serviceWorker) return;
  const registered = connection?.saveData ? undefined : register(url);
  if (size) offerOfflineCopy(size, registered, () => register(url));
  await registered;
};

/**
 * Registers the worker and returns it when it is active.
 * @param {string} url
 */
const register = async (url) => {
  const { serviceWorker } = navigator;
  const policy = window.trustedTypes?.createPolicy("cuttings", { createScriptURL: (url) => url });
  const isFirst = !serviceWorker.controller;
  // A page that a worker serves has a registration. Registering again would revive a worker that is
  // about to leave.
  const registration = isFirst
    ? await serviceWorker.register(policy ? policy.createScriptURL(url) : url)
    : await serviceWorker.getRegistration();
  if (!registration) throw new Error("the worker has left");
  watchForUpdates(registration);
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
