/**
 * A file server on the loopback, cross-origin isolated so that the browser's clock ticks every 5 µs rather than every
 * 100, and counting the bytes it sends.
 */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/**
 * Serves `folders`, each a path prefix and where its files are; answers `{ origin, sent, close }`, `sent` being a list of
 * `{ path, bytes }` that grows.
 */
export async function serve(folders) {
  const sent = [];
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const folder = Object.keys(folders).find((prefix) => path.startsWith(prefix));
    const file = folder && join(folders[folder], path.slice(folder.length));
    const about = file && statSync(file, { throwIfNoEntry: false });
    const headers = {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cache-Control': 'no-store',
    };
    if (!about?.isFile()) {
      response.writeHead(404, headers).end();
      return;
    }
    sent.push({ path, bytes: about.size });
    headers['Content-Type'] = TYPES[extname(file)] ?? 'application/octet-stream';
    headers['Content-Length'] = about.size;
    response.writeHead(200, headers);
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, sent, close };
}
