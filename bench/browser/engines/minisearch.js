/**
 * MiniSearch as it ships: the index as JSON, opened by `loadJSON`; prefixes and fuzzy matching as its README shows them.
 */
import { building, opening } from '../minisearch.js';

export const about = { name: 'MiniSearch', package: 'minisearch', ranks: true };

const options = { fields: ['title', 'text'] };

export const build = building(options);
export const open = opening(options);
