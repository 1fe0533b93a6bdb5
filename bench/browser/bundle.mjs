/**
 * Packs each engine's file twice: for the browser, minified, with all that it imports (what a site would ship), and for
 * Node, where its index is built.
 *
 * The packages are in a folder outside the project (`CUTTINGS_BENCH_MODULES`); the packed files stand beside a link to
 * it.
 */
import { createRequire } from 'node:module';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;

/** The folder of the installed packages. */
export function modules() {
  const folder = process.env.CUTTINGS_BENCH_MODULES;
  if (!folder || !existsSync(folder)) throw new Error('run this by scripts/with test …, which installs the peers');
  return folder;
}

/** The version of an installed package. */
export const version = (name) => JSON.parse(readFileSync(join(modules(), name, 'package.json'), 'utf8')).version;

/** Every engine that there is a file for. */
export const names = () =>
  readdirSync(join(here, 'engines'))
    .map((file) => file.replace(/\.js$/, ''))
    .sort();

/** Packs `engines` into `folder`: `browser/NAME.js` and `node/NAME.mjs`. `ours` is where wasm-bindgen wrote our own. */
export async function bundle(engines, folder, ours) {
  const { build } = createRequire(join(modules(), 'x'))('esbuild');
  mkdirSync(folder, { recursive: true });
  const link = join(folder, 'node_modules');
  rmSync(link, { recursive: true, force: true });
  symlinkSync(modules(), link);
  const shared = {
    bundle: true,
    format: 'esm',
    logLevel: 'error',
    nodePaths: [modules()],
    alias: ours ? { 'cuttings-bench': join(ours, 'cuttings_bench.js') } : {},
  };
  for (const name of engines) {
    const source = join(here, 'engines', `${name}.js`);
    // Of the file only what the page uses: building an index is not part of what a reader downloads.
    const pageSide = /^export .*\bstart\b/m.test(readFileSync(source, 'utf8')) ? 'start, open' : 'open';
    await build({
      ...shared,
      stdin: { contents: `export { ${pageSide} } from ${JSON.stringify(source)};`, resolveDir: here },
      outfile: join(folder, 'browser', `${name}.js`),
      platform: 'browser',
      minify: true,
      target: 'es2022',
      external: ['pagefind', 'node:*'], // imported by what is not packed
    });
    await build({
      ...shared,
      entryPoints: [source],
      outfile: join(folder, 'node', `${name}.mjs`),
      platform: 'node',
      packages: 'external',
    });
  }
}
