/**
 * Lunr with a prebuilt index, as in its guide. `*` searches for prefixes, `~1` allows one edit.
 */
import lunr from 'lunr';

export const about = { name: 'Lunr', package: 'lunr', ranks: true, upTo: 20_000 };

export async function build(documents, write) {
  const index = lunr(function () {
    this.ref('id');
    this.field('title');
    this.field('text');
    for (const document of documents) this.add(document);
  });
  write('index.json', JSON.stringify(index));
}

export async function open(read) {
  const index = lunr.Index.load(JSON.parse(new TextDecoder().decode(read('index.json'))));
  const top = (query) =>
    index
      .search(query)
      .slice(0, 10)
      .map(({ ref, score }) => ({ id: Number(ref), score }));
  return {
    words: top,
    typed: (query) => top(`${query}*`),
    typo: (query) => top(query.replace(/\S+/g, '$&~1')),
  };
}
