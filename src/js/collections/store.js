// @ts-check
// Keeps the files of the reader's own collections in the origin's private file system, or in
// IndexedDB where the browser lacks it. Several sites may share an origin, so each has a folder.

import { DESCRIPTION } from "./names.js";

/** The delay before a file that is being replaced is read again, in milliseconds. */
const RETRY_DELAY = 20;

/** The database of browsers without a file system, and its only store. */
const DATABASE = "cuttings collections";
const FILES = "files";

/** The error of a device without space that the browser does not report itself. */
class FullError extends Error {}

/**
 * Returns true for the error of a device without space.
 * @param {unknown} error
 */
export const isFull = (error) =>
  error instanceof FullError ||
  (error instanceof DOMException && error.code === DOMException.QUOTA_EXCEEDED_ERR);

/**
 * Writes a file from its first byte: bytes follow the last ones unless they have a place in the
 * first piece that was written. It exists when it is closed.
 * @typedef {object} Writer
 * @property {(bytes: Uint8Array<ArrayBuffer>, at?: number) => void} write
 * @property {(at: number, length: number) => Uint8Array<ArrayBuffer>} read returns bytes that were
 *   written
 * @property {() => Promise<void>} close
 */

/**
 * Reads a file: `read` returns bytes from a place on, fewer than wanted only at its end.
 * @typedef {{ read(at: number, length: number): Uint8Array<ArrayBuffer>, close(): void }} Reader
 */

/**
 * Returns the store of a site.
 * @param {string} base the URL of the site's base
 */
export const storeOf = (base) => {
  const site = new URL(base).pathname;
  const inFiles = fileSystem(encodeURIComponent(site));
  const inDatabase = database(site);

  /**
   * @param {string} id
   * @param {number} [attempts] the importer may be replacing the file
   * @returns {Promise<import("./names.js").Description | undefined>}
   */
  const describe = async (id, attempts = 5) => {
    try {
      const file = await read(id, DESCRIPTION);
      return file && JSON.parse(await file.text());
    } catch (error) {
      if (attempts === 1) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY));
      return describe(id, attempts - 1);
    }
  };

  /**
   * @param {string} id
   * @param {string} name
   */
  const read = async (id, name) =>
    (await inFiles.read(id, name).catch(() => undefined)) ?? (await inDatabase.read(id, name));

  return {
    /** Returns the description of a collection, if there is one. */
    describe,

    /** Returns a file, if there is one. */
    read,

    /** Returns the identifiers of all collections, also of those that were not finished. */
    ids: async () => [
      ...new Set([...(await inFiles.ids().catch(() => [])), ...(await inDatabase.ids())]),
    ],

    /**
     * Begins a file. Only workers can write to the file system in every browser.
     * @param {string} id
     * @param {string} name
     * @returns {Promise<Writer>}
     */
    writer: async (id, name) =>
      (await inFiles.writer(id, name).catch(() => undefined)) ?? inDatabase.writer(id, name),

    /**
     * Opens a file to read it in pieces, as a worker may.
     * @param {string} id
     * @param {string} name
     * @returns {Promise<Reader>}
     */
    reader: async (id, name) =>
      (await inFiles.reader(id, name).catch(() => undefined)) ?? inDatabase.reader(id, name),

    /**
     * Removes a file.
     * @param {string} id
     * @param {string} name
     */
    removeFile: async (id, name) => {
      await inFiles.removeFile(id, name).catch(() => {});
      await inDatabase.removeFile(id, name);
    },

    /**
     * Removes a collection.
     * @param {string} id
     */
    remove: async (id) => {
      await inFiles.remove(id).catch(() => {});
      await inDatabase.remove(id);
    },
  };
};

/**
 * Files in the origin's private file system. Every function fails where the browser lacks it.
 * @param {string} site the name of the site's folder
 */
const fileSystem = (site) => {
  /** @param {boolean} create */
  const folder = async (create) =>
    (await navigator.storage.getDirectory()).getDirectoryHandle(site, { create });

  return {
    ids: async () => {
      const ids = [];
      for await (const name of (await folder(false)).keys()) ids.push(name);
      return ids;
    },

    /**
     * @param {string} id
     * @param {string} name
     */
    read: async (id, name) => {
      const collection = await (await folder(false)).getDirectoryHandle(id);
      return (await collection.getFileHandle(name)).getFile();
    },

    /**
     * @param {string} id
     * @param {string} name
     * @returns {Promise<Writer>}
     */
    writer: async (id, name) => {
      const collection = await (await folder(true)).getDirectoryHandle(id, { create: true });
      const file = await collection.getFileHandle(name, { create: true });
      const access = await file.createSyncAccessHandle();
      let end = 0;
      return {
        write: (bytes, at = end) => {
          const written = access.write(bytes, { at });
          // Firefox and WebKit write less without saying why.
          if (written < bytes.length) throw new FullError();
          // Until here a file that is replaced has kept its space, which a full device lacks.
          if (!end) access.truncate(written);
          end = Math.max(end, at + written);
        },
        read: (at, length) => readFrom(access, at, length),
        close: async () => {
          access.flush();
          access.close();
        },
      };
    },

    /**
     * @param {string} id
     * @param {string} name
     * @returns {Promise<Reader>}
     */
    reader: async (id, name) => {
      const collection = await (await folder(false)).getDirectoryHandle(id);
      const access = await (await collection.getFileHandle(name)).createSyncAccessHandle();
      return {
        read: (at, length) => readFrom(access, at, length),
        close: () => access.close(),
      };
    },

    /**
     * @param {string} id
     * @param {string} name
     */
    removeFile: async (id, name) =>
      (await (await folder(false)).getDirectoryHandle(id)).removeEntry(name),

    /** @param {string} id */
    remove: async (id) => (await folder(false)).removeEntry(id, { recursive: true }),
  };
};

/**
 * @param {Awaited<ReturnType<FileSystemFileHandle["createSyncAccessHandle"]>>} access
 * @param {number} at
 * @param {number} length
 */
const readFrom = (access, at, length) => {
  const bytes = new Uint8Array(length);
  return bytes.subarray(0, access.read(bytes, { at }));
};

/**
 * Files in IndexedDB, by the path of the site, the collection and the name.
 * @param {string} site the path of the site
 */
const database = (site) => {
  /**
   * Runs one request in a transaction of its own.
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(files: IDBObjectStore) => IDBRequest<T>} request
   * @returns {Promise<T>}
   */
  const run = (mode, request) =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open(DATABASE);
      opening.onupgradeneeded = () => void opening.result.createObjectStore(FILES);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const transaction = opening.result.transaction(FILES, mode);
        const asked = request(transaction.objectStore(FILES));
        transaction.oncomplete = () => {
          opening.result.close();
          resolve(asked.result);
        };
        transaction.onabort = () => {
          opening.result.close();
          reject(transaction.error);
        };
      };
    });

  const all = IDBKeyRange.bound([site], [site, []]);
  const of = (/** @type {string} */ id) => IDBKeyRange.bound([site, id], [site, id, []]);

  return {
    ids: async () => {
      const keys = /** @type {string[][]} */ (await run("readonly", (it) => it.getAllKeys(all)));
      return keys.map(([, id]) => id);
    },

    /**
     * @param {string} id
     * @param {string} name
     * @returns {Promise<Blob | undefined>}
     */
    read: async (id, name) => {
      /** @type {ArrayBuffer | undefined} */
      const bytes = await run("readonly", (it) => it.get([site, id, name]));
      return bytes && new Blob([bytes]);
    },

    /**
     * @param {string} id
     * @param {string} name
     * @returns {Writer}
     */
    writer: (id, name) => {
      /** @type {Uint8Array<ArrayBuffer>[]} */
      const parts = [];
      let end = 0;
      return {
        write: (bytes, at = end) => {
          if (at < end) return parts[0].set(bytes, at);
          parts.push(bytes);
          end += bytes.length;
        },
        read: (at, length) => {
          const bytes = new Uint8Array(length);
          let start = 0;
          for (const part of parts) {
            const piece = part.subarray(Math.max(at - start, 0), Math.max(at + length - start, 0));
            // Not even no bytes have a place beyond the end.
            if (piece.length) bytes.set(piece, Math.max(start - at, 0));
            start += part.length;
          }
          return bytes;
        },
        close: async () => {
          // Private windows of WebKit store bytes, but no blobs.
          const bytes = await new Blob(parts).arrayBuffer();
          await run("readwrite", (it) => it.put(bytes, [site, id, name]));
        },
      };
    },

    /**
     * @param {string} id
     * @param {string} name
     * @returns {Promise<Reader>}
     */
    reader: async (id, name) => {
      const bytes = await run("readonly", (it) => it.get([site, id, name]));
      return {
        read: (at, length) => new Uint8Array(bytes.slice(at, at + length)),
        close: () => {},
      };
    },

    /**
     * @param {string} id
     * @param {string} name
     */
    removeFile: (id, name) => run("readwrite", (it) => it.delete([site, id, name])),

    /** @param {string} id */
    remove: (id) => run("readwrite", (it) => it.delete(of(id))),
  };
};
