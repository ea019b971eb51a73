import assert from 'node:assert/strict';
import { test } from 'node:test';
import { POLICY } from '../../tests/browser/server.mjs';
import { consumer, open, tool } from '../consumer.mjs';

test('what Vite makes of a Vue app runs under a strict policy', async () => {
  const folder = consumer('vite-vue/');
  tool('vite', ['build', '--logLevel', 'error'], folder);
  // Vue asks for a policy of its own.
  const policy = POLICY.replace("trusted-types 'none'", 'trusted-types vue');
  assert.deepEqual(await open(`${folder}/dist`, policy), { circles: '12', widget: '12', complaints: [], hosts: ['own'] });
});
