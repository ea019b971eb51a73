// Writes package.json as it is published: npm/package.json, with the version of the crate.

import { readFileSync, writeFileSync } from 'node:fs';
import { VERSION } from './constants.js';

const { name, ...others } = JSON.parse(readFileSync('npm/package.json', 'utf8'));
writeFileSync(`${process.argv[2]}/package.json`, `${JSON.stringify({ name, version: VERSION, ...others }, null, 2)}\n`);
