// Natively, as WebAssembly and as JavaScript in Node: one digest. The browsers have theirs in tests/browser/digest.test.mjs.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from '../../pkg/index.js';
import { plan } from '../oracle/plans.mjs';
import { COUNT, digest, PART, results } from '../browser/pages/digest.js';

const texts = Array.from({ length: COUNT }, (_, i) => plan(i, 5));

/** The digest of all plans, a part at a time; `work` gives the results of a part as one text. */
async function whole(work) {
  let sum = '';
  for (let from = 0; from < COUNT; from += PART) sum = await digest(sum, work(texts.slice(from, from + PART)));
  return sum;
}

const natively = await whole((part) => {
  const program = fileURLToPath(new URL('../../target/release/jaarplan', import.meta.url));
  const run = spawnSync(program, ['evaluate', '-', '--format', 'json'], { input: part.join('\n'), encoding: 'utf8', maxBuffer: 2 ** 30 });
  const lines = run.stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.equal(lines.length, part.length, run.stderr);
  return results((line) => {
    if (line.error) throw line.error;
    return line;
  }, lines);
});

for (const engine of ['wasm', 'js']) {
  test(`${COUNT} plans have the digest of the native program, engine ${engine}`, async () => {
    const { evaluate } = await load({ engine });
    assert.equal(await whole((part) => results(evaluate, part.map((text) => JSON.parse(text)))), natively);
  });
}

test('the digest tells plans apart', async () => {
  const { evaluate } = await load();
  const [one, other] = [texts[0], texts[1]].map((text) => results(evaluate, [JSON.parse(text)]));
  assert.notEqual(await digest('', one), await digest('', other));
  assert.ok(new Set(texts).size > COUNT * 0.99);
});
