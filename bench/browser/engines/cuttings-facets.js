/**
 * Our own once more, with what news has to filter by in the index: every answer then comes with the counts of every
 * value.
 */
import { about as plain, index, texts } from './cuttings.js';

export { open, start } from './cuttings.js';

export const about = { ...plain, name: 'Cuttings, counting facets' };

export async function build(documents, write, folder, { source, indexer }) {
  texts(documents, write);
  return index(folder, source, indexer, '--facets');
}
