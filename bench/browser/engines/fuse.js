/**
 * Fuse.js with token search, which its README shows for queries of several words, and a prebuilt
 * index. It scans the texts themselves, so its files include them.
 */
import Fuse from 'fuse.js';

export const about = {
  name: 'Fuse.js',
  package: 'fuse.js',
  ranks: true,
  scans: true,
  upTo: 20_000,
};

const keys = ['title', 'text'];

export async function build(documents, write) {
  const records = documents.map(({ title, text }) => ({ title, text }));
  write('documents.json', JSON.stringify(records));
  write('index.json', JSON.stringify(Fuse.createIndex(keys, records).toJSON()));
}

export async function open(read) {
  const parse = (name) => JSON.parse(new TextDecoder().decode(read(name)));
  const options = { keys, includeScore: true, useTokenSearch: true, ignoreLocation: true };
  const index = new Fuse(parse('documents.json'), options, Fuse.parseIndex(parse('index.json')));
  const top = (query) =>
    index.search(query, { limit: 10 }).map(({ refIndex, score }) => ({ id: refIndex, score }));
  return { words: top, typed: top, typo: top };
}
