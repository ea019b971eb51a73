import assert from 'node:assert/strict';
import { test } from 'node:test';
import { POLICY } from '../../tests/browser/server.mjs';
import { consumer, open, tool } from '../consumer.mjs';

test('what Rollup makes runs under a strict policy', async () => {
  const folder = consumer('rollup/');
  tool('rollup', ['-c', '--silent'], folder);
  assert.deepEqual(await open(`${folder}/dist`, POLICY), { circles: '12', widget: '12', complaints: [], hosts: ['own'] });
});
