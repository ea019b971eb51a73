import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { packed, tool } from '../consumer.mjs';

test('publint finds nothing to say about the packed package', () => {
  tool('publint', [packed(), '--strict'], fileURLToPath(new URL('.', import.meta.url)));
});

test('its types are what every way of importing it gives', () => {
  tool('attw', [packed(), '--exclude-entrypoints', 'core.wasm'], fileURLToPath(new URL('.', import.meta.url)));
});
