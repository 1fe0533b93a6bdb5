/**
 * Our own once more, with what news has to filter by in the index: every answer then comes with the counts of every
 * value.
 */
import { index } from './cuttings.js';

export { open, start } from './cuttings.js';

export const about = { name: 'Cuttings, counting facets', ranks: true, ours: true };

export async function build(documents, write, folder, { source, indexer }) {
  return index(folder, source, indexer, '--facets');
}
