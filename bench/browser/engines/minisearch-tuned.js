/**
 * MiniSearch at its best: stop words dropped, the rest stemmed and folded by `processTerm`, as its README suggests.
 */
import MiniSearch from 'minisearch';
import { stemmer } from 'stemmer';

export const about = { name: 'MiniSearch, tuned', package: 'minisearch', ranks: true };

const stopWords = new Set(
  `a an and are as at be but by for from had has have he her his i if in into is it its no not of on or our she so such
  that the their them then there these they this to was we were will with you`.split(/\s+/),
);

const options = {
  fields: ['title', 'text'],
  processTerm: (term) => {
    const folded = term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    return stopWords.has(folded) ? null : stemmer(folded);
  },
  searchOptions: { boost: { title: 2 } },
};

export async function build(documents, write) {
  const index = new MiniSearch(options);
  index.addAll(documents);
  write('index.json', JSON.stringify(index));
}

export async function open(read) {
  const index = MiniSearch.loadJSON(new TextDecoder().decode(read('index.json')), options);
  const top = (query, how) =>
    index
      .search(query, how)
      .slice(0, 10)
      .map(({ id, score }) => ({ id, score }));
  const lastWord = (_, position, terms) => position === terms.length - 1;
  return {
    words: (query) => top(query),
    typed: (query) => top(query, { prefix: lastWord }),
    typo: (query) => top(query, { fuzzy: 0.2 }),
  };
}
