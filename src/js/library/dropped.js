// @ts-check
// Finds the files in what was dropped: files, and folders with all folders in them.

/** @typedef {import("./library.js").NamedFile} NamedFile */

/**
 * Returns the files with their paths, without hidden ones.
 * @param {(FileSystemEntry | File)[]} dropped
 * @returns {Promise<NamedFile[]>}
 */
export const filesOf = async (dropped) => (await Promise.all(dropped.map(filesIn))).flat();

/**
 * @param {FileSystemEntry | File} entry
 * @returns {Promise<NamedFile[]>}
 */
const filesIn = async (entry) => {
  if (entry.name.startsWith(".")) return [];
  if (entry instanceof File) return [{ name: entry.name, blob: entry }];
  if (entry.isDirectory) {
    return filesOf(await entriesOf(/** @type {FileSystemDirectoryEntry} */ (entry)));
  }
  const { file } = promised(/** @type {FileSystemFileEntry} */ (entry));
  return [{ name: entry.fullPath.replace(/^\//, ""), blob: await file() }];
};

/** @param {FileSystemFileEntry} entry */
const promised = (entry) => ({
  file: () => /** @type {Promise<File>} */ (new Promise((...done) => entry.file(...done))),
});

/**
 * Returns all entries of a folder; browsers give a hundred at a time.
 * @param {FileSystemDirectoryEntry} folder
 */
const entriesOf = async (folder) => {
  const reader = folder.createReader();
  /** @type {FileSystemEntry[]} */
  const all = [];
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((...done) => reader.readEntries(...done));
    if (!some.length) return all;
    all.push(...some);
  }
};
