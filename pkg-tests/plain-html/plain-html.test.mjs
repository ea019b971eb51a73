import assert from 'node:assert/strict';
import { test } from 'node:test';
import { POLICY } from '../../tests/browser/server.mjs';
import { consumer, open } from '../consumer.mjs';

const folder = consumer('plain-html/');

test('a plain page evaluates a plan under a strict policy, and asks nobody else', async () => {
  assert.deepEqual(await open(folder, POLICY), { circles: '12', widget: undefined, complaints: [], hosts: ['own'] });
});

test('where WebAssembly is refused, the same figures come from JavaScript', async () => {
  const { circles, hosts } = await open(folder, POLICY.replace(" 'wasm-unsafe-eval'", ''));
  assert.deepEqual([circles, hosts], ['12', ['own']]);
});
