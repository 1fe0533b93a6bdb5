/**
 * Serves files on the loopback interface and records the bytes it sends. Responses are cross-origin
 * isolated, so that the browser's clock has a resolution of 5 µs instead of 100 µs.
 */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/**
 * Serves `folders`, which maps path prefixes to folders. Returns `{ origin, sent, close }`; `sent`
 * is a list of `{ path, bytes }` that grows with each response.
 */
export async function serve(folders) {
  const sent = [];
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const prefix = Object.keys(folders).find((prefix) => path.startsWith(prefix));
    const name = path.endsWith('/') ? `${path}index.html` : path;
    const file = prefix && join(folders[prefix], name.slice(prefix.length));
    const stats = file && statSync(file, { throwIfNoEntry: false });
    const headers = {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cache-Control': 'no-store',
    };
    if (!stats?.isFile()) {
      response.writeHead(404, headers).end();
      return;
    }
    sent.push({ path, bytes: stats.size });
    headers['Content-Type'] = TYPES[extname(file)] ?? 'application/octet-stream';
    headers['Content-Length'] = stats.size;
    response.writeHead(200, headers);
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, sent, close };
}
