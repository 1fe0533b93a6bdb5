// @ts-check
// The names by which the page, the service worker, the importer and the exporter know the reader's
// own collections.

/** The folder, relative to the site's base, that collections are served under. */
export const FOLDER = "library/";

/** The path to which browsers post what is shared (`cli/src/publish/manifest.rs`). */
export const SHARE = `${FOLDER}share`;

/** The collection of what was shared. */
export const SHARED = "shared";

/**
 * Returns the name of the cache in which the service worker keeps what was shared until a page has
 * added it. It is empty if there was no space for it.
 * @param {string} base the URL of the site's base
 */
export const sharedCache = (base) => `cuttings ${base} shared`;

/** The start of the paths of a collection's pictures, as the importer gives them. */
export const PICTURES = "pictures/";

/** The file that describes a collection. It is written last: without it there is no collection. */
export const DESCRIPTION = "collection.json";

/**
 * The data file with the formats and the rows of all items by their numbers
 * (`crates/exports/src/address.rs`).
 */
export const ITEMS = "items.json";

/**
 * Returns the name of the file with the table of an edition's parts
 * (`crates/parts/src/part_table.rs`). Only a large edition has one.
 * @param {string} edition the name of its file
 */
export const partTableOf = (edition) => edition.replace(/\.bin$/, ".parts");

/**
 * Returns the key in local storage of what the reader did with a collection, or with the site.
 * @param {string} [id] the collection
 */
export const bookmarksKey = (id) => (id ? `cuttings.shelf ${id}` : "cuttings.shelf");

/**
 * Returns the key in local storage of the reader's lists of a collection
 * (`src/browser/stored_lists.rs`).
 * @param {string} id the collection
 */
export const listsKey = (id) => `cuttings.lists ${id}`;

/**
 * Returns the key in local storage of the reader's visits to a collection, or to the site.
 * @param {string} base the URL of the site's base
 * @param {string} [id] the collection
 */
export const visitKey = (base, id = "") => `cuttings.visit ${base}${id}`;

/**
 * Returns the name of the cache with what the reader has seen of a collection, or of the site. Its
 * start is not that of the caches of editions, which the service worker removes.
 * @param {string} base the URL of the site's base
 * @param {string} [id] the collection
 */
export const visitCache = (base, id = "") => `cuttings-visits ${base}${id}`;

/**
 * The description of a collection.
 * @typedef {object} Description
 * @property {string} title
 * @property {string} language the language of the edition, as BCP 47 tag
 * @property {number} articles the number of articles
 * @property {number} links the number of items without a text
 * @property {number} bytes the size of all its files
 * @property {string} changed the moment of the last change, in ISO 8601
 * @property {boolean} hasNames true once names, quotes and figures have been found
 * @property {string} edition the name of the file of its edition
 * @property {number} [format] the version of the edition's format; early ones did not tell
 * @property {string} [unnamed] the name of the edition with the same items that this one replaced,
 *   when their names had been found
 * @property {string} [replaced] the name of an edition that pages may still read in parts
 * @property {string} saved the name of the file with its items, from which editions are made
 * @property {string} pictures the name of the file with all pictures
 * @property {Record<string, [offset: number, length: number]>} places where each picture is in it
 */

/**
 * Returns the identifier of the collection that a path belongs to.
 * @param {string} path relative to the site's base
 */
export const collectionOf = (path) => path.match(/^library\/([0-9a-z]+)\//)?.[1];
