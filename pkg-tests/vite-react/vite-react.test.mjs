import assert from 'node:assert/strict';
import { test } from 'node:test';
import { POLICY } from '../../tests/browser/server.mjs';
import { consumer, open, tool } from '../consumer.mjs';

test('what Vite makes of a React app runs under a strict policy', async () => {
  const folder = consumer('vite-react/');
  tool('vite', ['build', '--logLevel', 'error'], folder);
  assert.deepEqual(await open(`${folder}/dist`, POLICY), { circles: '12', widget: '12', complaints: [], hosts: ['own'] });
});
