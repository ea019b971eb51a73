// The model gives the same digits everywhere: as WebAssembly, as JavaScript made from it, natively.
//
// deepStrictEqual compares numbers with Object.is: the same 64 bits, and -0 is not 0.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from '../../pkg/index.js';
import { plans } from './plans.mjs';

const wasm = await load();
const script = await load({ engine: 'js' });

/** The result, or the refusal as the command line prints it. */
function answer(engine, plan) {
  try {
    return engine.evaluate(plan);
  } catch (error) {
    return { error: { errors: error.errors } };
  }
}

const expected = plans.map(([name, plan]) => [name, plan, answer(wasm, plan)]);

test(`there are plans enough, and they differ: ${plans.length}`, () => {
  const valid = expected.filter(([, , { error }]) => !error);
  assert.ok(valid.length >= 100, `${valid.length} valid plans`);
  assert.ok(new Set(valid.map(([, , { budget }]) => budget.full)).size > 100);
});

test('JavaScript made of the module gives the bits of WebAssembly', () => {
  for (const [name, plan, result] of expected) {
    assert.deepStrictEqual(answer(script, plan), result, name);
    if (result.error) continue;
    assert.deepStrictEqual(script.parse(JSON.stringify(plan)), plan, name);
    assert.deepStrictEqual(script.explain(plan, 'value.net'), wasm.explain(plan, 'value.net'), name);
  }
  const bad = { year: 1e300, groups: [{ headcount: 10n ** 30n, fte: -0.5 }, null] };
  assert.deepStrictEqual(script.validate(bad), wasm.validate(bad));
});

test('the native command line gives the bits of WebAssembly', () => {
  const program = fileURLToPath(new URL('../../target/release/jaarplan', import.meta.url));
  const input = plans.map(([, plan]) => JSON.stringify(plan)).join('\n');
  const run = spawnSync(program, ['evaluate', '-', '--format', 'json'], { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const lines = run.stdout.trimEnd().split('\n');
  assert.equal(lines.length, plans.length, run.stderr);
  for (const [i, [name, , result]] of expected.entries()) {
    assert.deepStrictEqual(JSON.parse(lines[i]), result, name);
  }
});
