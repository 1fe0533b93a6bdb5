/**
 * Our own engine with the corpus's facets in the index. Every answer includes the counts of all
 * facet values.
 */
import { about as base, buildIndex, writeTexts } from './cuttings.js';

export { open, start } from './cuttings.js';

export const about = { ...base, name: 'Cuttings, counting facets' };

export async function build(documents, write, folder, { source, indexer }) {
  writeTexts(documents, write);
  return buildIndex(folder, source, indexer, '--facets');
}
