import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { packed, tool } from '../consumer.mjs';

test('publint finds nothing to say about the packed package', () => {
  tool('publint', [packed(), '--strict'], fileURLToPath(new URL('.', import.meta.url)));
});

// core.wasm, the classic scripts and what is JSON are no modules: they have no types.
test('its types are what every way of importing it gives', () => {
  tool('attw', [packed(), '--exclude-entrypoints', 'core.wasm', 'jaarplan.js', 'jaarplan-js.js', 'schema.json', 'custom-elements.json', 'sri.json', 'sbom.json'], fileURLToPath(new URL('.', import.meta.url)));
});
