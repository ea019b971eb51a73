// Makes twin.wasm in a folder of a module out of its twin.js: what npm/assemble.js makes of it in a page.

import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assemble } from '../npm/assemble.js';
import { bytes } from '../npm/bytes.js';

const folder = resolve(process.argv[2]);
const { letters } = await import(pathToFileURL(join(folder, 'data.js')));
const wasm = assemble(readFileSync(join(folder, 'twin.js'), 'utf8'), bytes(letters));
await WebAssembly.compile(wasm);
writeFileSync(join(folder, 'twin.wasm'), wasm);
