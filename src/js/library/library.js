// @ts-check
// The entry of the library: a dialog in which readers add articles of their own and find them
// again. `tools/own-articles.js` loads it.

import { exported } from "../collections/exported.js";
import { saveBlob } from "../tools/save-blob.js";
import { collections } from "./collections.js";
import { Dialog } from "./dialog.js";
import { filesOf } from "./dropped.js";
import { Import } from "./import.js";
import { oneFile } from "./one-file.js";
import { removeRecords, storedRecords } from "./records.js";
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

/** @param {Tools} tools */
const make = ({ register, showNotice, trustedUrl }) => {
  const own = document.documentElement.dataset.collection;

  /**
   * Adds files to a collection, or to a new one.
   * @param {NamedFile[]} files
   * @param {string} [collection]
   */
  const add = async (files, collection = own) => {
    dialog.show();
    if (!register) return dialog.say(msg("library-unsupported"));
    if (!files.length || dialog.isBusy) return;
    // Without it the browser may remove the collection when space gets scarce. It may ask.
    navigator.storage?.persist?.().catch(() => {});
    const id = collection ?? Date.now().toString(36);
    const run = new Import(trustedUrl, { id, title: titleOf(files), language: languageOf(), files });
    // Only the service worker can serve the collection.
    dialog.follow(run, register());
    await run.outcome;
    // An import that failed or was cancelled leaves files that nothing describes.
    if (!(await store.describe(id))) await store.remove(id);
    dialog.list(await collections());
  };

  /**
   * Has the browser save what `write` returns as a file.
   * @param {string} name
   * @param {() => Promise<Blob | undefined>} write
   */
  const saveAs = async (name, write) => {
    if (dialog.isBusy) return;
    dialog.say(msg("saving"));
    try {
      saveBlob((await write()) ?? new Blob(), name);
      dialog.say("");
    } catch {
      dialog.say(msg("load-failed"));
    }
  };

  /**
   * @param {string} id
   * @param {import("../collections/protocol.js").Wanted} wanted
   */
  const ask = (id, wanted) => {
    const url = trustedUrl(new URL(EXPORTER, import.meta.url).href);
    return exported(url, { id, bookmarks: storedRecords(id), ...wanted });
  };

  /** @param {Collection} collection */
  const save = ({ id, title }) => saveAs(`${title}.zip`, async () => (await ask(id, {})).archive);

  /** @param {Collection} collection */
  const saveAsFile = (collection) =>
    saveAs(`${collection.title}.html`, async () => {
      const { text = "" } = await ask(collection.id, { data: true });
      return oneFile(collection, text);
    });

  /** @param {Collection} collection */
  const saveAsSite = ({ id, title }) =>
    saveAs(`${title}-site.zip`, async () => {
      const alerts = [
        msg("alert-note"),
        msg("alert-tip"),
        msg("alert-important"),
        msg("alert-warning"),
        msg("alert-caution"),
      ];
      return (await ask(id, { site: { title, alerts } })).archive;
    });

  /** @param {string} id */
  const remove = async (id) => {
    await store.remove(id);
    removeRecords(id);
    if (id === own) location.assign(base);
    else dialog.list(await collections());
  };

  const dialog = new Dialog({ add, save, saveAsFile, saveAsSite, remove });

  return {
    add,

    /** Opens the dialog. */
    show: async () => {
      dialog.show();
      if (!register) dialog.say(msg("library-unsupported"));
      dialog.list(await collections());
    },

    /**
     * Adds what was dropped on the page.
     * @param {(FileSystemEntry | File)[]} dropped
     */
    addDropped: async (dropped) => add(await filesOf(dropped)),

    /**
     * Finds the names of a collection that was opened before they were found.
     * @param {string} id
     */
    finish: async (id) => {
      const description = await store.describe(id);
      if (!description || description.hasNames) return;
      const { title, language } = description;
      const run = new Import(trustedUrl, { id, title, language, files: [] });
      run.addEventListener("news", (event) => {
        if (!("saved" in /** @type {CustomEvent<News>} */ (event).detail)) return;
        showNotice(msg("names-found"), msg("names-show"), () => location.reload());
      });
    },
  };
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
