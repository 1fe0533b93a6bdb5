// @ts-check
// Removes the worker and its caches when the site no longer publishes one.

import { CACHE_PREFIX, stopKeeping } from "./edition.js";
import { worker } from "./scope.js";

/** Unregisters the worker if its script is gone: readers would see its last edition forever. */
export const leaveIfUnwanted = async () => {
  const { status } = await fetch(location.href, { method: "HEAD", cache: "no-cache" });
  if (status !== 404 && status !== 410) return;
  stopKeeping();
  await worker.registration.unregister();
  for (const name of await caches.keys()) {
    if (name.startsWith(CACHE_PREFIX)) await caches.delete(name);
  }
};
