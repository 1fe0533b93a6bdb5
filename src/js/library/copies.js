// @ts-check
// Saves a collection as files of the reader's: its articles as Markdown, one file that opens
// without a host, or a site.

import { exported } from "../collections/exported.js";
import { saveBlob } from "../tools/save-blob.js";
import { oneFile } from "./one-file.js";
import { storedRecords } from "./records.js";

/** @typedef {import("./collections.js").Collection} Collection */
/** @typedef {import("../collections/protocol.js").Wanted} Wanted */

/**
 * Returns the functions that save a collection.
 * @param {(url: string) => string} trustedUrl
 * @param {(text: string) => void} say tells the reader something
 */
export const copies = (trustedUrl, say) => {
  /**
   * Has the browser save what `write` returns as a file.
   * @param {string} name
   * @param {() => Promise<Blob | undefined>} write
   */
  const saveAs = async (name, write) => {
    say(msg("saving"));
    try {
      saveBlob((await write()) ?? new Blob(), name);
      say("");
    } catch {
      say(msg("load-failed"));
    }
  };

  /**
   * Asks the exporter.
   * @param {string} id
   * @param {Wanted} wanted
   */
  const ask = (id, wanted) => {
    const url = trustedUrl(new URL(EXPORTER, import.meta.url).href);
    return exported(url, { id, bookmarks: storedRecords(id), ...wanted });
  };

  return {
    /**
     * Keeps what a site is made from, so that one can be saved without a network. The caller does
     * so when it offers it: before, nobody has asked for the exporter.
     */
    keepTemplate: async () => {
      if (navigator.connection?.saveData) return;
      await exported(trustedUrl(new URL(EXPORTER, import.meta.url).href), { keep: true });
    },

    /** @param {Collection} collection */
    save: ({ id, title }) => saveAs(`${title}.zip`, async () => (await ask(id, {})).archive),

    /** @param {Collection} collection */
    saveAsFile: (collection) =>
      saveAs(`${collection.title}.html`, async () => {
        const { text = "" } = await ask(collection.id, { data: true });
        return oneFile(collection, text);
      }),

    /** @param {Collection} collection */
    saveAsSite: ({ id, title }) =>
      saveAs(`${title}-site.zip`, async () => {
        const alerts = [
          msg("alert-note"),
          msg("alert-tip"),
          msg("alert-important"),
          msg("alert-warning"),
          msg("alert-caution"),
        ];
        return (await ask(id, { site: { title, alerts } })).archive;
      }),
  };
};
