import assert from 'node:assert/strict';
import { test } from 'node:test';
import { consumer, run } from '../consumer.mjs';

const folder = consumer('node-cjs/');

test('Node evaluates a plan with the installed package by require', () => {
  assert.equal(run('node', ['index.js'], folder), '12 Prof-cirkels\n');
});

test('and with the engine in JavaScript, where there is no WebAssembly', () => {
  assert.equal(run('node', ['--disallow-code-generation-from-strings', '-e', "delete globalThis.WebAssembly; require('./index.js')"], folder), '12 Prof-cirkels\n');
});
