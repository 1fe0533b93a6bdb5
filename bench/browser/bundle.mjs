/**
 * Bundles each engine's file twice: minified for the browser with all its imports, as a site would
 * ship it, and for Node, which builds its index.
 *
 * The packages are installed in a folder outside the project (`CUTTINGS_BENCH_MODULES`). The
 * bundles are written next to a link to that folder.
 */
import { createRequire } from 'node:module';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;

/** Returns the folder of the installed packages. */
export function packagesFolder() {
  const folder = process.env.CUTTINGS_BENCH_MODULES;
  if (!folder || !existsSync(folder)) {
    throw new Error('run this with `scripts/with test …`, which installs the other libraries');
  }
  return folder;
}

/** Returns the version of an installed package. */
export const version = (name) =>
  JSON.parse(readFileSync(join(packagesFolder(), name, 'package.json'), 'utf8')).version;

/** Returns the names of all engines, one for each file in `engines/`. */
export const engineNames = () =>
  readdirSync(join(here, 'engines'))
    .map((file) => file.replace(/\.js$/, ''))
    .sort();

/**
 * Bundles `engines` into `folder`: `browser/NAME.js` and `node/NAME.mjs`. `wasmFolder` holds the
 * output of wasm-bindgen for our own engine.
 */
export async function bundle(engines, folder, wasmFolder) {
  const { build } = createRequire(join(packagesFolder(), 'x'))('esbuild');
  mkdirSync(folder, { recursive: true });
  const link = join(folder, 'node_modules');
  rmSync(link, { recursive: true, force: true });
  symlinkSync(packagesFolder(), link);
  const shared = {
    bundle: true,
    format: 'esm',
    logLevel: 'error',
    nodePaths: [packagesFolder()],
    alias: wasmFolder ? { 'cuttings-bench': join(wasmFolder, 'cuttings_bench.js') } : {},
  };
  for (const name of engines) {
    const source = join(here, 'engines', `${name}.js`);
    // The browser's bundle exports only what the page calls, so that it has no code for building an
    // index, which no reader downloads.
    const hasStart = /^export .*\bstart\b/m.test(readFileSync(source, 'utf8'));
    const used = hasStart ? 'start, open' : 'open';
    await build({
      ...shared,
      stdin: { contents: `export { ${used} } from ${JSON.stringify(source)};`, resolveDir: here },
      outfile: join(folder, 'browser', `${name}.js`),
      platform: 'browser',
      minify: true,
      target: 'es2022',
      external: ['pagefind', 'node:*'], // Only code that tree shaking removes imports these.
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
