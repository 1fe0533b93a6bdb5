/**
 * Pagefind: its Node interface writes an index of many small files, and a search fetches those that
 * it needs. Warm times include only the search, not fetching the fragments that a results page
 * shows.
 */
export const about = {
  name: 'Pagefind',
  package: 'pagefind',
  ranks: true,
  fetches: true,
  code: ['/pagefind\\.js$', '/pagefind-worker\\.js$', '/wasm\\.en\\.pagefind$'],
  ignored: ['/wasm\\.unknown\\.', '-ui\\.', '-modular-', '-highlight\\.', '-component'],
  upTo: 20_000,
};

export async function build(documents, write, folder) {
  const { createIndex, close } = await import('pagefind');
  const { index } = await createIndex();
  for (const { id, title, text } of documents) {
    const content = `${title}. ${text}`;
    await index.addCustomRecord({ url: `/${id}/`, content, language: 'en', meta: { title } });
  }
  await index.writeFiles({ outputPath: folder });
  await close();
}

export async function open(read) {
  // esbuild does not bundle an import whose path is computed.
  const pagefind = await import(`${read.base}/pagefind.js`);
  await pagefind.init();
  const top = async (query) => {
    const { results } = await pagefind.search(query);
    return results.slice(0, 10).map(({ id, score, data }) => ({ id, score, data }));
  };
  return {
    words: top,
    typed: top,
    typo: top,
    search: top,
    phrase: (query) => top(`"${query}"`),
    /** Returns the document's id from the hit's fragment, because a hit's own id is a hash. */
    identify: async ({ data }) => Number.parseInt((await data()).raw_url.split('/')[1], 10),
  };
}
