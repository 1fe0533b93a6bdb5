/**
 * What both settings of MiniSearch share: how its index is built, kept, opened and asked.
 */
import MiniSearch from 'minisearch';

/** Builds with these options. */
export const building = (options) => async (documents, write) => {
  const index = new MiniSearch(options);
  index.addAll(documents);
  write('index.json', JSON.stringify(index));
};

/** Opens what was built with the same options. */
export const opening = (options) => async (read) => {
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
};
