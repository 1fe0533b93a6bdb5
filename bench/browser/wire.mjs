/**
 * What files weigh on the wire: as they are, and in brotli as a host would keep them.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

/** Quality 11 takes a second for each megabyte; a file of more bytes than this is packed at quality 9. */
const PATIENT = 64 << 20;

/** A scale that remembers, in `memory` (a file), what it weighed before. `quick` is for trying things out: quality 4. */
export function scale(memory, quick) {
  const known = existsSync(memory) ? JSON.parse(readFileSync(memory, 'utf8')) : {};
  return {
    /** `{ raw, brotli, quality }` of the files together, each packed by itself; `quality` is the lowest that was used. */
    async weigh(files) {
      const sum = { raw: 0, brotli: 0, quality: 11 };
      for (const file of files) {
        const bytes = readFileSync(file);
        const quality = quick ? 4 : bytes.length > PATIENT ? 9 : 11;
        const key = `${createHash('sha256').update(bytes).digest('hex')}/${quality}`;
        known[key] ??= await packed(bytes, quality);
        sum.raw += bytes.length;
        // What is packed already travels as it is.
        sum.brotli += Math.min(bytes.length, known[key]);
        sum.quality = Math.min(sum.quality, quality);
      }
      writeFileSync(memory, JSON.stringify(known));
      return sum;
    },
  };
}

async function packed(bytes, quality) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return (await compress(bytes, { params })).length;
}
