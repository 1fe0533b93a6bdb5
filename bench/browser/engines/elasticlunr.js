/**
 * elasticlunr, its index built ahead without the documents, as its README advises for size; `expand` for what is being
 * typed. It knows no typos.
 */
import '../undeclared.js';
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
  const top = (query, how) =>
    index
      .search(query, how)
      .slice(0, 10)
      .map(({ ref, score }) => ({ id: Number(ref), score }));
  return {
    // With no options at all it warns of them.
    words: (query) => top(query, {}),
    typed: (query) => top(query, { expand: true }),
  };
}
