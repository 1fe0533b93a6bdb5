/**
 * MiniSearch as it ships: the index as JSON, opened by `loadJSON`; prefixes and fuzzy matching as its README shows them.
 */
import MiniSearch from 'minisearch';

export const about = { name: 'MiniSearch', package: 'minisearch', ranks: true };

const options = { fields: ['title', 'text'] };

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
