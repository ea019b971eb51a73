// The one static server: `cargo xtask serve` runs it, the browser tests import it.
//
//   /            www/, and what is not there from pkg/: as when an editor puts both in one folder
//   /pkg/        what `cargo xtask build` made
//   /examples/   example plans
//
// Its headers are as strict as an intranet's can be while WebAssembly still runs, so that what
// works here works there: no inline script or style, no eval, no image, no request to another host.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** www/ has an icon, and frames with pages of its own. The widgets need neither. */
const WWW = `${POLICY}; img-src 'self'; frame-src 'self'`;

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** What the server says that a file is. */
export const type = (file) => TYPES[extname(file)] ?? 'application/octet-stream';

/** The folder and the rest of the path that a URL path asks for. */
function place(path, folders) {
  const [first, ...rest] = path.split('/').slice(1);
  return first in folders ? [folders[first], rest.join('/')] : [folders[''], path];
}

/** The file that a URL path names, or undefined; a folder means its index.html. */
async function find(path, folders) {
  const [folder, rest] = place(path, folders);
  const file = join(folder, normalize(`/${rest}`)); // "/../x" becomes "/x": nothing outside the folder
  const info = await stat(file).catch(() => undefined);
  if (info?.isDirectory()) return path.endsWith('/') ? find(`${path}index.html`, folders) : undefined;
  return info?.isFile() ? file : undefined;
}

/**
 * Starts the server.
 *
 * @param {object} [options]
 * @param {number} [options.port] the first port to try; the next ten follow. 0: any free one.
 * @param {string} [options.host] another address of this machine
 * @param {Record<string, string | Function>} [options.folders] other folders, by first path segment; or what answers
 *   there, given the response and the rest of the path
 * @param {Map<string, string>} [options.pages] HTML that stands in no file, by path
 * @param {string} [options.policy] another Content-Security-Policy
 * @returns {Promise<{url: string, requests: string[], close(): Promise<void>}>}
 *   `url` without a slash at the end; `requests` are the paths asked for so far
 */
export async function serve({ port = 0, host = '127.0.0.1', folders = {}, pages = new Map(), policy } = {}) {
  const places = {
    __proto__: null,
    '': join(root, 'www'),
    pkg: join(root, 'pkg'),
    examples: join(root, 'examples'),
    ...folders,
  };
  const requests = [];
  const server = createServer(async (request, response) => {
    requests.push(request.url);
    const path = request.url.split(/[?#]/)[0];
    const [folder, rest] = place(path, places);
    const www = !pages.has(path) && folder === places[''];
    response.setHeader('Content-Security-Policy', policy ?? (www ? WWW : POLICY));
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Cache-Control', 'no-store');
    const page = pages.get(path);
    if (page !== undefined) return response.writeHead(200, { 'Content-Type': TYPES['.html'] }).end(page);
    if (typeof folder === 'function') return folder(response, rest);
    let file;
    try {
      const name = decodeURIComponent(path);
      file = (await find(name, places)) ?? (await find(`/pkg${name}`, places));
    } catch {
      // Not a path: bad percent-encoding, or a NUL.
    }
    if (!file) return response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found\n');
    response.writeHead(200, { 'Content-Type': type(file) });
    createReadStream(file).on('error', () => response.destroy()).pipe(response);
  });
  for (let tries = port === 0 ? 1 : 10; ; tries--, port++) {
    const error = await new Promise((resolve) => {
      server.once('error', resolve).listen(port, host, () => resolve(undefined));
    });
    if (!error) break;
    if (error.code !== 'EADDRINUSE' || tries <= 1) throw error;
  }
  return {
    url: `http://${host}:${server.address().port}`,
    requests,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serve({ port: Number(process.env.PORT ?? 8000) });
  console.log(`${url}/  (Ctrl+C stops)`);
}
