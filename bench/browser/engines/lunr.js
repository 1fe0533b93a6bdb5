/**
 * Lunr with a prebuilt index, as in its guide. `*` searches for prefixes, `~1` allows one edit.
 */
import lunr from 'lunr';
import { MIN_FUZZY_LENGTH } from '../search-box.mjs';

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
  const firstTen = (results) =>
    results.slice(0, 10).map(({ ref, score }) => ({ id: Number(ref), score }));
  const top = (query) => firstTen(index.search(query));
  return {
    words: top,
    typed: (query) => top(`${query}*`),
    typo: (query) => top(query.replace(/\S+/g, '$&~1')),
    search: (query) => firstTen(index.query((clauses) => addClauses(clauses, query))),
  };
}

/** Adds clauses for the words of a query as they are, as a prefix, and with an edit. */
function addClauses(clauses, query) {
  const words = lunr.tokenizer(query).map(String);
  for (const [position, word] of words.entries()) {
    for (const [fields, boost] of [[['title'], 10], [['text'], 1]]) {
      const other = { fields, boost, usePipeline: false };
      clauses.term(word, { fields, boost: 100 * boost });
      if (position === words.length - 1) {
        clauses.term(word, { ...other, wildcard: lunr.Query.wildcard.TRAILING });
      }
      if (word.length >= MIN_FUZZY_LENGTH) clauses.term(word, { ...other, editDistance: 1 });
    }
  }
}
