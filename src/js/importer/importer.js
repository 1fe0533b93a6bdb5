// @ts-check
// The entry of the importer: a worker that reads files of the reader's, makes an edition of them,
// and stores it. It is loaded when a reader adds files for the first time, and it sends nothing.

import { Collection, initSync, provideNames } from "importer-glue";
import { DESCRIPTION, partTableOf } from "../collections/names.js";
import { compiled, download } from "../collections/program.js";
import { isFull, storeOf } from "../collections/store.js";

/** @typedef {import("../collections/names.js").Description} Description */
/** @typedef {import("../collections/protocol.js").Job} Job */
/** @typedef {import("../collections/protocol.js").News} News */

const base = new URL("..", location.href).href;

const store = storeOf(base);

const tell = (/** @type {News} */ news) => postMessage(news);

/** True once the program has arrived. */
let isStarted = false;

/** Starts the program. */
const start = async () => initSync({ module: await compiled(IMPORTER_PROGRAM) });

/**
 * Makes the edition of a collection, stores it, and says so in the description. Then it removes
 * what has been replaced: the page ends this worker when it is told.
 *
 * A large edition with names is opened in parts, if the page's program can. The edition without
 * names is opened whole: it is soon replaced, and an open page then has all of it.
 * @param {Collection} collection
 * @param {string} id
 * @param {Description} description
 * @param {boolean} hasNames
 * @param {string[]} [outdated] the names of files that have been replaced before
 */
const storeEdition = async (collection, id, description, hasNames, outdated = []) => {
  const name = `edition-${Date.now().toString(36)}.bin`;
  const inParts = hasNames && PARTS_VERSION > 0;
  // From now on the items need no memory, and the collection is not asked for them again.
  const items = await store.reader(id, description.saved);
  try {
    collection.release(items.read);
    const partTable = await writeFile(id, name, (file) =>
      collection.writeEdition(hasNames, inParts, file.write, file.read),
    );
    if (partTable) await write(id, partTableOf(name), partTable);
  } finally {
    items.close();
  }
  const { edition: before, replaced } = description;
  description.edition = name;
  description.format = EDITION_FORMAT;
  description.hasNames = hasNames;
  description.unnamed = hasNames ? before : undefined;
  // An open page may still read parts of the edition before. It goes with the next change.
  if (before && (await store.read(id, partTableOf(before)))) description.replaced = before;
  await storeDescription(id, description);
  // Names tell the millisecond, in which a file may have been replaced.
  const current = filesOf(description);
  for (const name of [...outdated, before, replaced]) {
    if (!name || current.includes(name)) continue;
    for (const file of [name, partTableOf(name)]) await store.removeFile(id, file).catch(() => {});
  }
};

/**
 * Returns the names of the files that a collection may have, some of them twice.
 * @param {Description} description
 */
const filesOf = ({ edition, replaced = "", saved, pictures }) => [
  ...[edition, replaced].flatMap((name) => [name, partTableOf(name)]),
  saved,
  pictures,
];

/**
 * Stores the description of a collection with its size.
 * @param {string} id
 * @param {Description} description
 */
const storeDescription = async (id, description) => {
  const files = await Promise.all(filesOf(description).map((name) => store.read(id, name)));
  description.bytes = files.reduce((bytes, file) => bytes + (file?.size ?? 0), 0);
  description.changed = new Date().toISOString();
  await writeDescription(id, description);
};

/**
 * @param {string} id
 * @param {Description} description
 */
const writeDescription = (id, description) =>
  write(id, DESCRIPTION, new TextEncoder().encode(JSON.stringify(description)));

/**
 * Writes a file piece by piece, and returns what `write` does. A file that fails is removed, except
 * for the description, of which there may be an earlier one.
 * @template T
 * @param {string} id
 * @param {string} name
 * @param {(file: import("../collections/store.js").Writer) => T} write
 */
const writeFile = async (id, name, write) => {
  const file = await store.writer(id, name);
  /** @type {T} */
  let result;
  try {
    result = write(file);
  } catch (error) {
    await file.close().catch(() => {});
    if (name !== DESCRIPTION) await store.removeFile(id, name).catch(() => {});
    throw error;
  }
  await file.close();
  return result;
};

/**
 * @param {string} id
 * @param {string} name
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
const write = (id, name, bytes) => writeFile(id, name, (file) => file.write(bytes));

/**
 * Opens a collection with its items, or begins one.
 * @param {Job} job
 * @returns {Promise<{ collection: Collection, description: Description }>}
 */
const open = async ({ id, title, language }) => {
  const description = await store.describe(id);
  // A job that adds files to a collection may have the title of these files.
  const settings = JSON.stringify({
    title: description?.title ?? title,
    language: description?.language ?? language,
  });
  const saved = description && (await store.read(id, description.saved));
  if (description && saved) {
    const items = new Uint8Array(await saved.arrayBuffer());
    return { collection: Collection.reopen(settings, items), description };
  }
  return {
    collection: new Collection(settings),
    description: {
      title,
      language,
      articles: 0,
      links: 0,
      bytes: 0,
      changed: "",
      hasNames: false,
      edition: "",
      saved: "",
      pictures: "",
      places: {},
    },
  };
};

/**
 * Adds files to a collection, and stores what belongs to it. Pictures go straight to the store.
 * @param {Collection} collection
 * @param {Description} description
 * @param {Job} job
 */
const add = async (collection, description, { id, files }) => {
  // A file is written once and from its start, so new pictures come with those that are there.
  const before = await store.read(id, description.pictures);
  const name = `pictures-${Date.now().toString(36)}.bin`;
  const pictures = await store.writer(id, name);
  let end = 0;
  if (before) {
    const bytes = new Uint8Array(await before.arrayBuffer());
    pictures.write(bytes);
    end = bytes.length;
  }
  /** @type {unknown} */
  let failure;
  const report = collection.add(
    files.map(({ name }) => name),
    files.map(({ blob }) => blob),
    (done, total, items, title) => tell({ progress: { done, total, items, title } }),
    (path, bytes) => {
      if (failure || path in description.places) return;
      try {
        pictures.write(bytes);
        description.places[path] = [end, bytes.length];
        end += bytes.length;
      } catch (error) {
        failure = error;
      }
    },
    (preview) => tell({ preview }),
  );
  await pictures.close();
  if (failure) throw failure;
  tell({ report });
  const { articles, links } = JSON.parse(report);
  description.articles += articles;
  description.links += links;
  const outdated = [description.pictures, description.saved];
  description.pictures = name;
  description.saved = `items-${Date.now().toString(36)}.bin`;
  await writeFile(id, description.saved, (file) => collection.save(file.write));
  return { isEmpty: description.articles + description.links === 0, outdated };
};

/**
 * Gives a collection another title. Its edition keeps the old one until it is made again.
 * @param {Job} job
 */
const rename = async ({ id, title }) => {
  const description = await store.describe(id);
  if (!description) return;
  await writeDescription(id, { ...description, title });
};

/** @param {Job} job */
const run = async (job) => {
  if (job.isRenaming) {
    await rename(job);
    return tell({ renamed: job.title });
  }
  await start();
  isStarted = true;
  const { collection, description } = await open(job);
  const isNew = !description.edition;
  try {
    if (job.files.length) {
      const { isEmpty, outdated } = await add(collection, description, job);
      if (isEmpty) {
        await store.remove(job.id);
        return tell({ failed: "nothing", reason: "" });
      }
      const records = collection.newRecords();
      await storeEdition(collection, job.id, description, false, outdated);
      tell({ records });
      tell({ saved: description });
    }
    provideNames(new Uint8Array(await (await download(NAMES)).arrayBuffer()));
    await storeEdition(collection, job.id, description, true);
    tell({ saved: description });
  } catch (error) {
    // A collection that was there before stays.
    if (isNew && !description.edition) await store.remove(job.id);
    throw error;
  }
};

addEventListener("message", async ({ data }) => {
  try {
    // Another tab may be changing the collection.
    await navigator.locks.request(`cuttings ${base}${data.id}`, () => run(data));
  } catch (error) {
    const other = isStarted ? "other" : "unavailable";
    tell({ failed: isFull(error) ? "full" : other, reason: `${error}` });
  }
});
