// @ts-check
// The entry of the exporter: a worker that writes what readers take out of a collection of their
// own. It is loaded when a reader first does so, and it sends nothing.

import { Edition, initSync } from "exporter-glue";
import { ITEMS } from "../collections/names.js";
import { compiled } from "../collections/program.js";
import { storeOf } from "../collections/store.js";
import { keepTemplate, loadTemplate } from "./site.js";

/** @typedef {import("../collections/protocol.js").Export} Export */
/** @typedef {import("../collections/protocol.js").Exported} Exported */

const store = storeOf(new URL("..", location.href).href);

const tell = (/** @type {Exported} */ exported) => postMessage(exported);

/**
 * Returns the bytes of a file of a collection.
 * @param {string} id
 * @param {string} name
 */
const bytesOf = async (id, name) =>
  new Uint8Array((await (await store.read(id, name))?.arrayBuffer()) ?? []);

/**
 * Returns what a page wants: a text, or an archive.
 * @param {Export} wanted
 * @returns {Promise<Exported>}
 */
const write = async (wanted) => {
  if ("keep" in wanted) {
    initSync({ module: await compiled(EXPORTER_PROGRAM) });
    await keepTemplate();
    return { text: "" };
  }
  const { id, bookmarks } = wanted;
  const loaded = await Promise.all([compiled(EXPORTER_PROGRAM), store.describe(id)]);
  const [module, description] = loaded;
  if (!description) throw new Error(id);
  const { edition: name, pictures, places, unnamed } = description;
  // An importer may have replaced the edition since the page opened it. If the items are others, so
  // are their numbers.
  if ("file" in wanted && wanted.file === ITEMS && ![name, unnamed].includes(wanted.edition)) {
    throw new Error(wanted.edition);
  }
  const bytes = await bytesOf(id, name);
  initSync({ module });
  const edition = new Edition(bytes);
  if ("file" in wanted) return { text: edition.file(wanted.file) };
  if ("article" in wanted) return { text: edition.markdown(wanted.article, bookmarks) };
  if ("annotations" in wanted) return { text: edition.annotations(bookmarks) };
  if ("data" in wanted) return { text: edition.data() };
  const all = await bytesOf(id, pictures);
  const names = Object.keys(places);
  const contents = Object.values(places).map(([start, length]) =>
    all.subarray(start, start + length),
  );
  const archive =
    "site" in wanted
      ? await siteOf(edition, wanted.site, names, contents)
      : edition.archive(bookmarks, names, contents);
  return { archive: new Blob([archive], { type: "application/zip" }) };
};

/**
 * Returns an archive with the files of this site's page around an edition.
 * @param {Edition} edition
 * @param {{ title: string, alerts: string[] }} words
 * @param {string[]} pictures
 * @param {Uint8Array[]} contents of the pictures
 */
const siteOf = async (edition, { title, alerts }, pictures, contents) => {
  const { template, files, contents: ofFiles } = await loadTemplate();
  return edition.site(template, title, alerts, [...pictures, ...files], [...contents, ...ofFiles]);
};

addEventListener("message", async ({ data }) => {
  try {
    tell(await write(data));
  } catch (error) {
    tell({ failed: "other", reason: `${error}` });
  }
});
