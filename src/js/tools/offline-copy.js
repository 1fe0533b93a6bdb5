// @ts-check
// Offers to keep a large edition for offline, in the foot of the page: one button, whose label says
// what it does now, a line that screen readers speak, and the progress of a download.

import { append, find } from "./dom.js";
import { RequestError, requestsTo } from "./worker-requests.js";

/** The number of parts that are requested at the same time. */
const PARALLEL = 3;

/**
 * Adds the offer to the page, and goes on with a download that has not finished.
 * @param {string} size the size of the copy in megabytes
 * @param {Promise<ServiceWorker> | undefined} registered the service worker, if it is registered
 * @param {() => Promise<ServiceWorker>} register registers it
 */
export const offerOfflineCopy = async (size, registered, register) => {
  const foot = find("#page .settings");
  if (!foot) return;
  const offer = append("div", foot, "", { className: "offline" });
  const status = append("span", offer, "", { role: "status" });
  const progress = append("progress", offer, "", { hidden: true });
  progress.ariaLabel = msg("keeping-offline");
  const button = append("button", offer, "", { type: "button", className: "plain" });

  /**
   * @param {string} text
   * @param {string} label
   * @param {() => void} action
   */
  const show = (text, label, action) => {
    status.textContent = text;
    progress.hidden = true;
    button.textContent = label;
    button.onclick = action;
  };
  const showOffer = (text = "") => show(text, msg("keep-offline", { size }), start);
  const showKept = () => show(msg("kept-offline"), msg("remove"), remove);

  const requests = async () => requestsTo(await (registered ??= register()));

  const start = async () => {
    let isCancelled = false;
    show(msg("keeping-offline"), msg("cancel"), async () => {
      isCancelled = true;
      showOffer();
      await (await requests()).unchoose();
    });
    try {
      const { choose, keep, state } = await requests();
      // Without it the browser may remove the copy when space gets scarce. It may ask the reader.
      navigator.storage?.persist?.().catch(() => {});
      await choose();
      const { missing, total } = await state();
      Object.assign(progress, { max: total, value: total - missing.length, hidden: false });
      const keepNext = async () => {
        for (let path; !isCancelled && (path = missing.shift()); progress.value++) await keep(path);
      };
      await Promise.all(Array.from({ length: PARALLEL }, keepNext));
      if (!isCancelled) showKept();
    } catch (error) {
      if (isCancelled) return;
      isCancelled = true;
      const isFull = error instanceof RequestError && error.isFull;
      showOffer(isFull ? msg("offline-no-space") : msg("load-failed"));
      // The next visit goes on with a download that the network has interrupted.
      if (isFull) await (await requests()).unchoose();
    }
  };

  const remove = async () => {
    await (await requests()).remove();
    showOffer(msg("offline-removed"));
  };

  showOffer();
  if (!registered) return;
  const { missing, isChosen } = await (await requests()).state();
  if (!isChosen) return;
  if (missing.length) start();
  else showKept();
};
