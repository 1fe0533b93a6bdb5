// @ts-check
// The entry of the library: a dialog in which readers add articles of their own and find them
// again. `tools/own-articles.js` loads it. It also writes annotations, which few readers want.

import { SHARED } from "../collections/names.js";
import { collections } from "./collections.js";
import { copies } from "./copies.js";
import { Dialog } from "./dialog.js";
import { filesOf } from "./dropped.js";
import { Import } from "./import.js";
import { Queue } from "./queue.js";
import { removeRecords } from "./records.js";
import { shares } from "./shared.js";
import { base, store } from "./site.js";

/**
 * Functions of the tools that the library needs.
 * @typedef {object} Tools
 * @property {(() => Promise<unknown>) | undefined} register registers the service worker, if there
 *   can be one
 * @property {typeof import("../tools/notice.js").showNotice} showNotice
 * @property {(url: string) => string} trustedUrl marks the address of a worker as trusted
 */

/** @typedef {{ name: string, blob: Blob }} NamedFile a file with its path */

/** @typedef {import("../collections/protocol.js").News} News */

/** @typedef {import("./collections.js").Collection} Collection */

/** @typedef {ReturnType<typeof make>} Library */

/** @type {Library | undefined} */
let library;

/**
 * Returns the library, which every page has once.
 * @param {Tools} tools
 */
export const open = (tools) => (library ??= make(tools));

export { annotations } from "./annotations.js";

/** @param {Tools} tools */
const make = ({ register, showNotice, trustedUrl }) => {
  const own = document.documentElement.dataset.collection;
  const queue = new Queue((count) => dialog.tellWaiting(count));
  /** The collections that this page has added files to. */
  const added = new Set();
  let isReading = false;
  /** @type {Import | undefined} */
  let running;

  // Until the files have been read, only the page has them.
  addEventListener("beforeunload", (event) => {
    if (isReading || queue.waiting.length) event.preventDefault();
  });

  /** Shows the dialog, and returns true if articles can be kept. */
  const begin = () => {
    dialog.show();
    if (!register) dialog.refuse(unsupported());
    return Boolean(register);
  };

  /**
   * Adds files to a collection, or to a new one, after those that are being added.
   * @param {NamedFile[]} files
   * @param {string} [collection]
   * @param {string} [title] of a new collection
   * @param {() => Promise<unknown>} [forget] forgets files that are kept elsewhere, when they are
   *   stored or cannot be
   */
  const add = async (files, collection = own, title = "", forget) => {
    if (!begin() || !register || !files.length) return;
    // Without it the browser may remove the collection when space gets scarce. It may ask.
    navigator.storage?.persist?.().catch(() => {});
    const id = collection ?? newId();
    const job = { id, title: title || titleOf(files), language: languageOf(), files };
    if (!queue.isBusy) dialog.clear();
    await queue.add(async () => {
      isReading = !forget;
      const run = (running = new Import(trustedUrl, job));
      const stored = firstNews(run, "saved");
      // The importer does not arrive without a network, or if the reader leaves the page. The next
      // visit tries again.
      let isTried = true;
      run.addEventListener("news", (event) => {
        const { detail } = /** @type {CustomEvent<News>} */ (event);
        if ("failed" in detail && detail.failed === "unavailable") isTried = false;
      });
      const forgotten = Promise.race([stored, run.outcome])
        .then(() => isTried && forget?.())
        .catch(() => {});
      stored.then(() => {
        isReading = false;
        added.add(id);
      });
      // Only the service worker can serve the collection.
      const ready = Promise.all([register(), forgotten]);
      ready.catch(() => {}); // the dialog says so at the end
      dialog.follow(run, ready);
      await run.outcome;
      running = undefined;
      isReading = false;
      await forgotten;
      // An import that failed or was cancelled leaves files that nothing describes.
      if (!(await store.describe(id))) await store.remove(id);
      dialog.list(await collections());
    });
  };

  /**
   * @param {string} id
   * @param {string} title
   */
  const rename = (id, title) =>
    queue.add(async () => {
      const job = { id, title, language: "", files: [], isRenaming: true };
      const run = new Import(trustedUrl, job);
      run.addEventListener("news", (event) => {
        dialog.receive(run, /** @type {CustomEvent<News>} */ (event).detail);
      });
      await run.outcome;
      // The page of the collection shows its title in many places.
      if (id === own && !queue.waiting.length) return location.reload();
      dialog.list(await collections(), id);
    });

  /** @param {string} id */
  const remove = async (id) => {
    if (running?.job.id === id) running.stop();
    if (id === own) document.documentElement.dataset.removed = "";
    await store.remove(id);
    await removeRecords(id);
    if (id === own) location.assign(base);
    else dialog.list(await collections());
  };

  const mayLeave = () => !queue.waiting.length && added.size === 1;
  const { keepTemplate, ...saves } = copies(trustedUrl, (text) => dialog.say(text));
  const dialog = new Dialog({ add, remove, rename, mayLeave, ...saves });

  return {
    add,

    /** Opens the dialog. */
    show: async () => {
      begin();
      const all = await collections().catch(() => []);
      dialog.list(all);
      // It fails without a network; then the next time keeps it.
      if (all.length) keepTemplate().catch(() => {});
    },

    /**
     * Adds what was dropped on the page.
     * @param {(FileSystemEntry | File)[]} dropped
     */
    addDropped: async (dropped) => add(await filesOf(dropped)),

    /**
     * Adds files that the reader has opened with the installed site. The same files have the same
     * collection: browsers pass them on again when the page is reloaded.
     * @param {File[]} opened
     */
    addOpened: async (opened) => {
      const files = opened.map((blob) => ({ name: blob.name, blob }));
      add(files, await idOf(opened));
    },

    /** Adds what was shared with the site. */
    addShared: async () => {
      const { files, isLost, forget } = await shares();
      if (files.length) return add(files, SHARED, msg("shared-articles"), forget);
      await forget();
      dialog.show();
      dialog.say(isLost ? msg("offline-no-space") : msg("import-nothing"));
    },

    /**
     * Finds the names of a collection that was opened before they were found. Of one that was made
     * by another version of the importer, makes the edition again: this page cannot open it.
     * @param {string} id
     */
    finish: async (id) => {
      const description = await store.describe(id);
      const isReadable = description?.format === EDITION_FORMAT;
      if (!description || (description.hasNames && isReadable)) return;
      const { title, language } = description;
      const reload = () => location.reload();
      if (!isReadable) showNotice(msg("collection-renewing"), "", reload, msg("close"));
      queue.add(async () => {
        const run = new Import(trustedUrl, { id, title, language, files: [] });
        firstNews(run, "saved").then(() => {
          if (isReadable) showNotice(msg("names-found"), msg("names-show"), reload);
          else reload();
        });
        await run.outcome;
      });
    },
  };
};

/** Returns the reason why the library cannot keep articles, for browsers without service worker. */
const unsupported = () => {
  if (!document.querySelector("script[data-worker]")) return msg("library-in-preview");
  return isSecureContext ? msg("library-unsupported") : msg("library-insecure");
};

/**
 * Resolves when an import tells something of a kind for the first time.
 * @param {Import} run
 * @param {string} kind
 */
const firstNews = (run, kind) =>
  new Promise((resolve) =>
    run.addEventListener("news", (event) => {
      if (kind in /** @type {CustomEvent<News>} */ (event).detail) resolve(undefined);
    }),
  );

let lastId = 0;

/** Returns the identifier of a new collection. */
const newId = () => {
  lastId = Math.max(Date.now(), lastId + 1);
  return lastId.toString(36);
};

/**
 * Returns an identifier that the same files always have.
 * @param {File[]} files
 */
const idOf = async (files) => {
  const facts = files.map(({ name, size, lastModified }) => [name, size, lastModified]);
  const bytes = new TextEncoder().encode(JSON.stringify(facts));
  const hash = new DataView(await crypto.subtle.digest("SHA-256", bytes));
  return hash.getBigUint64(0).toString(36);
};

/**
 * Returns the title of a new collection: the name of its only file or of its folder.
 * @param {NamedFile[]} files
 */
const titleOf = (files) => {
  const [{ name }] = files;
  const [folder, ...rest] = name.split("/");
  if (rest.length) return folder;
  return files.length === 1 ? name.replace(/\.\w+$/, "") : msg("own-articles");
};

/** Returns the language that texts are taken to be in unless they tell. */
const languageOf = () => document.documentElement.lang || "en";
