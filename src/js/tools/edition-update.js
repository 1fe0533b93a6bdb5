// @ts-check
// Has the service worker keep this edition for reading offline, and announces a newer edition.
// Nothing waits for this: if it fails, only reading without a network does.

import { append, find } from "./dom.js";

/** The delay, in milliseconds, after which a new live region is known to screen readers. */
const REGION_DELAY = 200;

/** Registers the service worker, unless the reader saves data, and watches for its successor. */
export const keepEdition = async () => {
  const { serviceWorker, connection } = navigator;
  const url = find("script[data-worker]")?.dataset.worker;
  if (!url || !serviceWorker || connection?.saveData) return;
  const policy = window.trustedTypes?.createPolicy("cuttings", { createScriptURL: (url) => url });
  // A page that a worker serves has a registration. Registering again would revive a worker that is
  // about to leave.
  const registration = serviceWorker.controller
    ? await serviceWorker.getRegistration()
    : await serviceWorker.register(policy ? policy.createScriptURL(url) : url);
  if (!registration) return;

  const check = () => {
    if (registration.waiting && registration.active) announceUpdate(registration);
    registration.installing?.addEventListener("statechange", check);
  };
  check();
  registration.addEventListener("updatefound", check);
  if (serviceWorker.controller) {
    serviceWorker.addEventListener("controllerchange", () => announceUpdate(registration));
  }
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) registration.update().catch(() => {});
  });
};

/**
 * Shows that there is a newer edition, which the reader may switch to.
 * @param {ServiceWorkerRegistration} registration
 */
const announceUpdate = (registration) => {
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
    button(msg("new-edition-show"), () => switchEdition(registration));
    region.append(" ");
    button(msg("new-edition-later"), () => region.remove());
  }, REGION_DELAY);
};

/**
 * Lets the newer edition take over, and reloads the page when it has.
 * @param {ServiceWorkerRegistration} registration
 */
const switchEdition = ({ waiting }) => {
  if (!waiting) {
    location.reload(); // another tab has switched already
    return;
  }
  waiting.addEventListener("statechange", () => {
    if (waiting.state === "activated") location.reload();
  });
  waiting.postMessage("take over");
};
