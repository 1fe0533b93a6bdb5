// @ts-check
// The site that the library belongs to.

import { storeOf } from "../collections/store.js";

/** The URL of the site's base. A page of a collection has another. */
export const base = new URL("..", import.meta.url).href;

/** The collections of this site. */
export const store = storeOf(base);
