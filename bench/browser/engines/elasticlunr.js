/**
 * elasticlunr with a prebuilt index that omits the documents, as its README recommends for size.
 * The option `expand` makes it search for prefixes. It has no typo tolerance.
 */
import '../elasticlunr-global.js';
import elasticlunr from 'elasticlunr';

export const about = { name: 'elasticlunr', package: 'elasticlunr', ranks: true, upTo: 20_000 };

export async function build(documents, write) {
  const index = elasticlunr(function () {
    this.setRef('id');
    this.addField('title');
    this.addField('text');
    this.saveDocument(false);
  });
  for (const document of documents) index.addDoc(document);
  write('index.json', JSON.stringify(index));
}

export async function open(read) {
  const index = elasticlunr.Index.load(JSON.parse(new TextDecoder().decode(read('index.json'))));
  const top = (query, options) =>
    index
      .search(query, options)
      .slice(0, 10)
      .map(({ ref, score }) => ({ id: Number(ref), score }));
  return {
    // Without an options object it logs a warning.
    words: (query) => top(query, {}),
    typed: (query) => top(query, { expand: true }),
  };
}
