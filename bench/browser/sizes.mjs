/**
 * Measures the sizes of files: uncompressed, and in brotli as a host would store them.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

/**
 * The size in bytes above which files are compressed at quality 9, because quality 11 takes a
 * second per megabyte.
 */
const LARGE = 64 << 20;

/**
 * Returns a function that measures files. It remembers sizes in `cacheFile`. With `quick` it
 * compresses at quality 4.
 *
 * The function returns `{ raw, brotli, quality }`: the sums over the files, each compressed
 * separately, and the lowest quality that was used.
 */
export function fileSizes(cacheFile, quick) {
  const known = existsSync(cacheFile) ? JSON.parse(readFileSync(cacheFile, 'utf8')) : {};
  return async (files) => {
    const sum = { raw: 0, brotli: 0, quality: 11 };
    for (const file of files) {
      const bytes = readFileSync(file);
      const quality = quick ? 4 : bytes.length > LARGE ? 9 : 11;
      const key = `${createHash('sha256').update(bytes).digest('hex')}/${quality}`;
      known[key] ??= await compressedSize(bytes, quality);
      sum.raw += bytes.length;
      // A host serves a file that is compressed already as it is.
      sum.brotli += Math.min(bytes.length, known[key]);
      sum.quality = Math.min(sum.quality, quality);
    }
    writeFileSync(cacheFile, JSON.stringify(known));
    return sum;
  };
}

async function compressedSize(bytes, quality) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return (await compress(bytes, { params })).length;
}
