/**
 * MiniSearch with its defaults: the index is JSON that `loadJSON` opens. Prefix and fuzzy search
 * are used as in its README.
 */
import { buildWith, openWith } from '../minisearch.js';

export const about = { name: 'MiniSearch', package: 'minisearch', ranks: true };

const options = { fields: ['title', 'text'] };

export const build = buildWith(options);
export const open = openWith(options);
