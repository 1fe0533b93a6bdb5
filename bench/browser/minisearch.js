/**
 * Builds, opens and queries a MiniSearch index with given options, for both MiniSearch engines.
 */
import MiniSearch from 'minisearch';
import { MIN_FUZZY_LENGTH } from './search-box.mjs';

/** Returns the `build` of an engine with these options. */
export const buildWith = (options) => async (documents, write) => {
  const index = new MiniSearch(options);
  index.addAll(documents);
  write('index.json', JSON.stringify(index));
};

/** Returns the `open` of an engine. The options must be those that the index was built with. */
export const openWith = (options) => async (read) => {
  const index = MiniSearch.loadJSON(new TextDecoder().decode(read('index.json')), options);
  const top = (query, searchOptions) =>
    index
      .search(query, searchOptions)
      .slice(0, 10)
      .map(({ id, score }) => ({ id, score }));
  const isLastWord = (_, position, terms) => position === terms.length - 1;
  return {
    words: (query) => top(query),
    typed: (query) => top(query, { prefix: isLastWord }),
    typo: (query) => top(query, { fuzzy: 0.2 }),
    search: (query) =>
      top(query, {
        boost: { title: 2 },
        prefix: isLastWord,
        fuzzy: (term) => term.length >= MIN_FUZZY_LENGTH && 0.2,
      }),
  };
};
