/**
 * FlexSearch's document index with forward tokenization, stored with its export and import. Its
 * hits have an order but no scores, so it does not count as an engine that ranks.
 */
import { Document } from 'flexsearch';

export const about = { name: 'FlexSearch', package: 'flexsearch', ranks: false };

const options = { tokenize: 'forward', document: { id: 'id', index: ['title', 'text'] } };

export async function build(documents, write) {
  const index = new Document(options);
  for (const { id, title, text } of documents) index.add({ id, title, text });
  await index.export((key, data) => {
    if (data) write(`${key}.json`, data);
  });
}

export async function open(read) {
  const index = new Document(options);
  for (const name of read.names) {
    await index.import(name.slice(0, -'.json'.length), new TextDecoder().decode(read(name)));
  }
  const top = (query, searchOptions) => {
    const ids = new Set();
    for (const { result } of index.search(query, { limit: 10, ...searchOptions })) {
      for (const id of result) ids.add(id);
    }
    return [...ids].slice(0, 10).map((id) => ({ id, score: 0 }));
  };
  return {
    words: (query) => top(query),
    typed: (query) => top(query),
    // Titles come before texts. Where no document has all words, some words suffice.
    search: (query) => top(query, { suggest: true }),
  };
}
