// Natively, as WebAssembly and as JavaScript in Node: one digest. The browsers have theirs in tests/browser/digest.test.mjs.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { load } from '../../pkg/index.js';
import { COUNT, digest, results } from '../browser/pages/digest.js';
import { natively, parts, whole } from '../oracle/native.mjs';

let expected;
before(async () => (expected = await natively()));

for (const engine of ['wasm', 'js']) {
  test(`${COUNT} plans have the digest of the native program, engine ${engine}`, async () => {
    const { evaluate } = await load({ engine });
    assert.equal(await whole((part) => results(evaluate, part.map((text) => JSON.parse(text)))), expected);
  });
}

test('the digest tells plans apart', async () => {
  const { evaluate } = await load();
  const [one, other] = parts[0].map((text) => results(evaluate, [JSON.parse(text)]));
  assert.notEqual(await digest('', one), await digest('', other));
  assert.ok(new Set(parts.flat()).size > COUNT * 0.99);
});
