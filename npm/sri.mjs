// Writes sri.json: of every file that a page can load, what goes into its `integrity` attribute. Made last.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const pkg = process.argv[2];
const loaded = readdirSync(pkg).filter((file) => /\.(?:js|css|wasm)$/.test(file)).sort();
const digest = (file) => createHash('sha384').update(readFileSync(`${pkg}/${file}`)).digest('base64');
const sums = Object.fromEntries(loaded.map((file) => [file, `sha384-${digest(file)}`]));
writeFileSync(`${pkg}/sri.json`, `${JSON.stringify(sums, null, 2)}\n`);
