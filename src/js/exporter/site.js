// @ts-check
// Loads what a saved site is made from: the files of this site's page, as its service worker and
// its manifest name them.

import { SiteTemplate } from "exporter-glue";
import { download } from "../collections/program.js";

/** The files that name all others. The host has the newest ones, so the browser asks it first. */
const LISTS = ["worker.js", "manifest.webmanifest"];

/** The URL of the site's base: this script lies one folder below it. */
const base = new URL("..", location.href).href;

/** @param {string} path relative to the base */
const fromHost = (path) => download(`../${path}`);

/**
 * Returns a file that is kept, of several editions that of the newest.
 * @param {string} path relative to the base
 */
const keptFile = async (path) => {
  for (const name of (await caches.keys()).reverse()) {
    const kept = await (await caches.open(name)).match(base + path, { ignoreVary: true });
    if (kept) return kept;
  }
};

/**
 * Returns the texts of the lists, which without a network are those that were kept.
 * @returns {Promise<string[]>}
 */
const lists = () =>
  Promise.all(
    LISTS.map(async (path) => {
      const response = await fromHost(path).catch(async (error) => {
        const kept = await keptFile(path);
        if (!kept) throw error;
        return kept;
      });
      return response.text();
    }),
  );

/** Returns the template, and the contents of its files. */
export const loadTemplate = async () => {
  const [worker, manifest] = await lists();
  const template = new SiteTemplate(worker, manifest);
  const files = template.files();
  const responses = files.map(async (path) => (await keptFile(path)) ?? fromHost(path));
  const contents = await Promise.all(
    responses.map(async (response) => new Uint8Array(await (await response).arrayBuffer())),
  );
  return { template, files, contents };
};

/**
 * Keeps all of it with the edition that the service worker keeps, so that a site can be saved
 * without a network. It does nothing if the worker keeps another edition, or none.
 */
export const keepTemplate = async () => {
  const [worker, manifest] = await Promise.all(LISTS.map(fromHost));
  const text = await worker.clone().text();
  const edition = text.match(/"EDITION":"([^"]*)"/)?.[1];
  const name = `cuttings ${base} ${edition}`;
  if (!(await caches.has(name))) return;
  const cache = await caches.open(name);
  const template = new SiteTemplate(text, await manifest.clone().text());
  for (const path of template.files()) {
    if (await cache.match(base + path, { ignoreVary: true })) continue;
    // With an older edition a file may be removed.
    await cache.put(base + path, (await keptFile(path)) ?? (await fromHost(path)));
  }
  // Last, because they promise the others.
  await cache.put(base + LISTS[0], worker);
  await cache.put(base + LISTS[1], manifest);
};
