// A server that gives files in ways it should not. In each cell, a folder, lie a page and the files of the package, each
// whole unless something ails it there:
//
//   cells.set('gone', { page: '<!doctype html>…', ills: { 'elements.js': missing } });  // at /ill/gone/

import { readFile } from 'node:fs/promises';
import { type } from './server.mjs';

const PKG = new URL('../../pkg/', import.meta.url);
const SHELL = '<!doctype html><html lang="nl"><title>Intranet</title><div id="app"></div></html>';

// What a file can have: functions that answer, given the response, the file's bytes and what it is.

const whole = (response, bytes, type) => response.writeHead(200, { 'Content-Type': type, 'Content-Length': bytes.length }).end(bytes);

/** It comes as something else: the header "nosniff" forbids to look at what it really is. */
export const as = (type) => (response, bytes) => whole(response, bytes, type);

/** Something else comes. */
export const instead = (text) => (response, bytes, type) => whole(response, Buffer.from(text), type);

export const missing = (response) => response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found\n');

/** As servers of apps do for each address that they do not know. */
export const shell = (response) => whole(response, Buffer.from(SHELL), 'text/html; charset=utf-8');

export const truncated = (response, bytes, type) => whole(response, bytes.subarray(0, bytes.length / 2), type);

/** The connection breaks off in the middle. */
export const cut = (response, bytes, type) => {
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': bytes.length });
  response.write(bytes.subarray(0, bytes.length / 2), () => setTimeout(() => response.destroy(), 50));
};

export const stalled = (response, bytes, type) => response.writeHead(200, { 'Content-Type': type, 'Content-Length': bytes.length }).flushHeaders();

/** One bit is another; `where` gives the place, out of the bytes. */
export const flipped = (where, bit = 0) => (response, bytes, type) => {
  const damaged = Buffer.from(bytes);
  damaged[where(bytes)] ^= 1 << bit;
  whole(response, damaged, type);
};

/** What answers for a folder of `serve`: a cell by its name is `{ page, policy, headers, ills }`. */
export const ward = (cells) => async (response, path) => {
  const [name, file] = path.split('/');
  const { page, policy, headers = {}, ills = {} } = cells.get(name) ?? {};
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (policy) response.setHeader('Content-Security-Policy', policy);
  if (!file) return whole(response, Buffer.from(page), type('index.html'));
  const bytes = await readFile(new URL(file, PKG)).catch(() => Buffer.alloc(0));
  return (ills[file] ?? whole)(response, bytes, type(file));
};
