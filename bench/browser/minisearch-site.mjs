/**
 * Writes what a page needs to search texts with MiniSearch: the library and one index of all texts,
 * both with a copy in Brotli. first-answer.mjs has the page.
 *
 *   node bench/browser/minisearch-site.mjs DOCUMENTS FOLDER
 *
 * DOCUMENTS has one JSON object {id, title, text} in each line. The index stores titles, which a
 * page shows, and no texts: with them it would be larger by all texts. Prints JSON: the seconds
 * from reading the documents until the index is written, and the most memory in bytes until then.
 * Neither includes the compression.
 */
import { packagesFolder } from './bundle.mjs';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** The size in bytes above which quality 11 takes minutes, as in sizes.mjs. */
const LARGE = 64 << 20;

const OPTIONS = {
  fields: ['title', 'text'],
  storeFields: ['title'],
  searchOptions: { boost: { title: 2 } },
};

const [source, folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node bench/browser/minisearch-site.mjs DOCUMENTS FOLDER');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const require = createRequire(join(packagesFolder(), 'x'));
const MiniSearch = require('minisearch');

const start = performance.now();
const index = new MiniSearch(OPTIONS);
for (const line of readFileSync(source, 'utf8').split('\n').filter(Boolean)) {
  index.add(JSON.parse(line));
}
writeFileSync(join(folder, 'index.json'), JSON.stringify(index));
const seconds = (performance.now() - start) / 1000;
const memory = process.resourceUsage().maxRSS * 1024;

await require('esbuild').build({
  stdin: {
    contents: `export { default as MiniSearch } from 'minisearch';
      export const OPTIONS = ${JSON.stringify(OPTIONS)};`,
    resolveDir: import.meta.dirname,
  },
  outfile: join(folder, 'minisearch.js'),
  nodePaths: [packagesFolder()],
  bundle: true,
  format: 'esm',
  minify: true,
  target: 'es2022',
  logLevel: 'error',
});
for (const name of ['index.json', 'minisearch.js']) {
  const bytes = readFileSync(join(folder, name));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: bytes.length > LARGE ? 9 : 11,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params }));
}
console.log(JSON.stringify({ seconds, memory }));
