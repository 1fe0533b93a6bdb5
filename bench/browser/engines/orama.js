/**
 * Orama, with its database saved as JSON and loaded again, as the format `json` of its persistence
 * plugin does. The plugin's smaller format cannot restore 10,000 articles. Orama matches prefixes
 * by default, and `tolerance` allows typos. The database includes the documents.
 */
import { create, insertMultiple, load, save, search } from '@orama/orama';

export const about = { name: 'Orama', package: '@orama/orama', ranks: true, upTo: 20_000 };

const empty = () => create({ schema: { title: 'string', text: 'string' }, language: 'english' });

export async function build(documents, write) {
  const database = empty();
  const records = documents.map(({ id, title, text }) => ({ id: String(id), title, text }));
  await insertMultiple(database, records, 1000);
  write('database.json', JSON.stringify(save(database)));
}

export async function open(read) {
  const database = empty();
  load(database, JSON.parse(new TextDecoder().decode(read('database.json'))));
  const top = async (options) => {
    const { hits } = await search(database, { limit: 10, ...options });
    return hits.map(({ id, score }) => ({ id: Number(id), score }));
  };
  return {
    words: (term) => top({ term }),
    typed: (term) => top({ term }),
    typo: (term) => top({ term, tolerance: 1 }),
    search: async (term) => {
      const boost = { title: 2 };
      // A tolerance makes the order of words without typos worse.
      const hits = await top({ term, boost, threshold: 0 });
      return hits.length > 0 ? hits : top({ term, boost, tolerance: 1 });
    },
  };
}
