// @ts-check
// Announces a newer edition than the one that the page shows.

import { append, find } from "./dom.js";
import { edition } from "./published-data.js";
import { requestsTo } from "./worker-requests.js";

/** The delay, in milliseconds, after which a new live region is known to screen readers. */
const REGION_DELAY = 200;

/**
 * Looks for a newer edition whenever the reader returns to the page, and announces it when its
 * worker has taken over. A page that comes from the host is the newest one already.
 * @param {ServiceWorkerRegistration} registration
 */
export const watchForUpdates = (registration) => {
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener("controllerchange", async () => {
    const { controller } = serviceWorker;
    if (controller && (await requestsTo(controller).edition()) !== edition()) announceUpdate();
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) registration.update().catch(() => {});
  });
};

/** Shows that there is a newer edition, which the reader may switch to. */
const announceUpdate = () => {
  if (find("#edition-update")) return;
  const region = append("div", document.body, "", { id: "edition-update", role: "status" });
  // Screen readers speak changes of a region that they know already.
  setTimeout(() => {
    region.append(msg("new-edition"), " ");
    /**
     * @param {string} label
     * @param {() => void} action
     */
    const button = (label, action) =>
      append("button", region, label, { type: "button", className: "plain", onclick: action });
    button(msg("new-edition-show"), () => location.reload());
    region.append(" ");
    button(msg("new-edition-later"), () => region.remove());
  }, REGION_DELAY);
};
