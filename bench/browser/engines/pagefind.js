/**
 * Pagefind: an index of many small files, made by its Node interface, of which a search fetches what it needs. Warm
 * figures are its own search alone, without fetching what a result page would show.
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
    await index.addCustomRecord({ url: `/${id}/`, content: `${title}. ${text}`, language: 'en', meta: { title } });
  }
  await index.writeFiles({ outputPath: folder });
  await close();
}

export async function open(read) {
  const pagefind = await import(/* the bundler is to leave this one alone */ `${read.base}/pagefind.js`);
  await pagefind.init();
  const top = async (query) => {
    const { results } = await pagefind.search(query);
    return results.slice(0, 10).map(({ id, score, data }) => ({ id, score, data }));
  };
  return {
    words: top,
    typed: top,
    typo: top,
    phrase: (query) => top(`"${query}"`),
    /** A result's own id is a hash; the document's number is in the fragment that it points to. */
    identify: async ({ data }) => Number((await data()).raw_url.split('/')[1]),
  };
}
