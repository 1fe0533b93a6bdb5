// @ts-check
// Announces a newer edition than the one that the page shows.

import { find, root } from "./dom.js";
import { showNotice } from "./notice.js";
import { edition } from "./published-data.js";
import { requestsTo } from "./worker-requests.js";

/**
 * Looks for a newer edition whenever the reader returns to the page, and announces it when its
 * worker has taken over. A page that comes from the host is the newest one already.
 * @param {ServiceWorkerRegistration} registration
 */
export const watchForUpdates = (registration) => {
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener("controllerchange", async () => {
    const { controller } = serviceWorker;
    // A collection of the reader's own has no edition of the site.
    if (root.dataset.collection) return;
    if (controller && (await requestsTo(controller).edition()) !== edition()) announceUpdate();
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) registration.update().catch(() => {});
  });
};

/**
 * Shows that there is a newer edition, which the reader may switch to. What a notice told of the
 * edition before is out of date.
 */
const announceUpdate = () => {
  find("#edition-update")?.remove();
  showNotice(msg("new-edition"), msg("new-edition-show"), () => location.reload());
};
