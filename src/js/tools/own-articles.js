// @ts-check
// Offers the library, in which readers keep articles of their own: a button in the foot of the
// page, files and texts that are dropped on the page or pasted into it, and what comes to an
// installed site. The library itself is loaded when it is first needed.

import { sharedCache } from "../collections/names.js";
import { append, find, root } from "./dom.js";
import { onFileDrops } from "./file-drops.js";
import { showNotice } from "./notice.js";
import { canRegister, register } from "./service-worker.js";
import { trustedUrl } from "./trusted-url.js";

/** The fewest characters of a pasted text that may be an article. */
const SHORTEST_PASTED = 200;

/** @returns {Promise<import("../library/library.js").Library>} */
const load = async () => {
  const { open } = await import(LIBRARY);
  const worker = canRegister ? register : undefined;
  return open({ register: worker, showNotice, trustedUrl });
};

/** @type {ReturnType<typeof load> | undefined} */
let loading;

/**
 * Returns the library. Whoever asks first gets it first: of two imports of one module that is still
 * being loaded, browsers may end either first, and drops would change their order.
 */
const library = () => {
  loading ??= load();
  loading.catch(() => (loading = undefined)); // the next call tries again
  return loading;
};

/** Adds the button to the page, and listens for files. */
export const offerLibrary = () => {
  addButton();
  acceptDrops();
  acceptPastes();
  acceptLaunches().catch(() => {}); // storage is blocked, so nothing was shared
  const own = root.dataset.collection;
  // Without them the collection has no names yet; the next visit tries again.
  if (own) library().then((it) => it.finish(own)).catch(() => {});
};

/** Adds the button as soon as the program has rendered the foot of the page. */
const addButton = () => {
  const add = () => {
    const foot = find("#page .settings");
    if (!foot) return false;
    append("button", foot, msg("library"), {
      type: "button",
      className: "plain",
      ariaHasPopup: "dialog",
      onclick: async () => (await library()).show(),
    });
    return true;
  };
  if (add()) return;
  const observer = new MutationObserver(() => add() && observer.disconnect());
  observer.observe(document.body, { childList: true, subtree: true });
};

/** Adds files and folders that are dropped anywhere on the page. */
const acceptDrops = () => {
  const hint = append("p", document.body, msg("drop-files"), { id: "drop", hidden: true });
  const drop = async (/** @type {DragEvent} */ { dataTransfer }) => {
    // The browser forgets what was dropped at the end of the event.
    const dropped = [...(dataTransfer?.items ?? [])].flatMap((item) => {
      const entry = item.webkitGetAsEntry?.();
      return (entry?.isDirectory ? entry : item.getAsFile()) ?? [];
    });
    (await library()).addDropped(dropped);
  };
  onFileDrops(drop, (isOver) => (hint.hidden = !isOver));
};

/** Adds what came to the installed site: files that the reader opened with it, and shares. */
const acceptLaunches = async () => {
  window.launchQueue?.setConsumer(async ({ files }) => {
    const opened = await Promise.all((files ?? []).map((handle) => handle.getFile()));
    if (opened.length) (await library()).addOpened(opened);
  });
  const base = new URL("..", import.meta.url).href;
  if (await window.caches?.has(sharedCache(base))) (await library()).addShared();
};

/** Adds files, web pages and texts that are pasted outside of a text field. */
const acceptPastes = () => {
  addEventListener("paste", async ({ target, clipboardData }) => {
    const isTyping = target instanceof Element && target.closest("input, textarea");
    if (isTyping || !clipboardData) return;
    const [html, text] = ["text/html", "text/plain"].map((type) => clipboardData.getData(type));
    const files = [...clipboardData.files].map((blob) => ({ name: blob.name, blob }));
    if (!files.length && text.length >= SHORTEST_PASTED) {
      const [content, extension] = html ? [html, "html"] : [text, "md"];
      files.push({ name: `${msg("pasted-text")}.${extension}`, blob: new File([content], "") });
    }
    if (files.length) (await library()).add(files);
  });
};
