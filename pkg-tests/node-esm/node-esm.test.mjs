import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { consumer, run } from '../consumer.mjs';

const folder = consumer('node-esm/');

test('Node evaluates a plan with the installed package', () => {
  assert.match(run('node', ['index.mjs'], folder), /^12 Prof-cirkels, € \d+\.\d\d\n$/);
});

test('Node imports the elements without doing anything', { skip: !existsSync(join(folder, 'node_modules/jaarplan/register.js')) }, () => {
  run('node', ['--input-type=module', '-e', "await (await import('jaarplan/register')).ready"], folder);
});

test('the package brings no other package and runs nothing at installation', () => {
  assert.deepEqual(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.')), ['jaarplan']);
  const manifest = JSON.parse(readFileSync(join(folder, 'node_modules/jaarplan/package.json'), 'utf8'));
  for (const field of ['dependencies', 'peerDependencies', 'optionalDependencies', 'scripts']) {
    assert.equal(manifest[field], undefined, field);
  }
});

test('every file that the manifest names is there', () => {
  const at = join(folder, 'node_modules/jaarplan');
  const { exports } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
  const files = (entry) => (typeof entry === 'string' ? [entry] : Object.values(entry).flatMap(files));
  for (const file of files(exports)) assert.ok(existsSync(join(at, file)), file);
});
