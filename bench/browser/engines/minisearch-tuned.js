/**
 * MiniSearch with stop words removed and terms folded and stemmed in `processTerm`, as its README
 * suggests.
 */
import { stemmer } from 'stemmer';
import { buildWith, openWith } from '../minisearch.js';

export const about = { name: 'MiniSearch, tuned', package: 'minisearch', ranks: true };

const stopWords = new Set(
  `a an and are as at be but by for from had has have he her his i if in into is it its no not of on
  or our she so such that the their them then there these they this to was we were will with you`.split(/\s+/),
);

const options = {
  fields: ['title', 'text'],
  processTerm: (term) => {
    const folded = term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    return stopWords.has(folded) ? null : stemmer(folded);
  },
  searchOptions: { boost: { title: 2 } },
};

export const build = buildWith(options);
export const open = openWith(options);
