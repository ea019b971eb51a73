// Prints what each part of the package weighs, and fails when one is above its limit in sizes.json.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const limits = JSON.parse(readFileSync('npm/sizes.json', 'utf8'));
const parts = [
  'target/pkg/headless/jaarplan.wasm',
  'target/pkg/headless/jaarplan_bg.js',
  'pkg/index.js',
  'pkg/core-js.js',
  'pkg/slim.js',
  'target/pkg/widgets/jaarplan.wasm',
  'target/pkg/widgets/jaarplan_bg.js',
  'pkg/elements.js',
  'pkg/elements-js.js',
  'pkg/jaarplan.js',
  'pkg/jaarplan-js.js',
  // In Dutch only: the module and all JavaScript around it, as a server sends them.
  'target/pkg/widgets-nl/jaarplan.wasm',
  'target/pkg/widgets-nl/jaarplan.wasm + elements.js',
];

let over = Object.keys(limits).filter((part) => part !== 'about' && !parts.includes(part));
console.log(`${'bytes'.padEnd(54)} ${['raw', 'gzip', 'brotli'].map((name) => name.padStart(9)).join('')}`);
for (const part of parts) {
  const [first, ...others] = part.split(' + ');
  const files = [first, ...others.map((name) => join(dirname(first), name))];
  if (!files.every(existsSync)) continue;
  const sizes = { raw: 0, gzip: 0, brotli: 0 };
  for (const bytes of files.map((file) => readFileSync(file))) {
    sizes.raw += bytes.length;
    sizes.gzip += gzipSync(bytes, { level: 9 }).length;
    sizes.brotli += brotliCompressSync(bytes).length;
  }
  console.log(`${part.padEnd(54)} ${Object.values(sizes).map((size) => String(size).padStart(9)).join('')}`);
  for (const [kind, limit] of Object.entries(limits[part] ?? {})) {
    if (!(sizes[kind] <= limit)) over.push(`${part}: ${sizes[kind]} bytes ${kind}, the limit is ${limit}`);
  }
}
for (const line of over) console.error(`too large, or not a part: ${line}`);
process.exitCode = over.length > 0 ? 1 : 0;
