import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { consumer, run } from '../consumer.mjs';

const folder = consumer('ssr/');

test('every entry can be imported in bare Node', () => {
  assert.equal(run('node', ['index.mjs'], folder), 'done\n');
});

test('no entry was forgotten', () => {
  const { exports } = JSON.parse(readFileSync(join(folder, 'node_modules/jaarplan/package.json'), 'utf8'));
  const code = readFileSync(join(folder, 'index.mjs'), 'utf8');
  for (const [name, entry] of Object.entries(exports)) {
    if (typeof entry === 'object') assert.ok(code.includes(`'jaarplan${name.slice(1)}'`), name);
  }
});
