// The model gives the same digits everywhere: as WebAssembly, as JavaScript made from it, natively.
//
// deepStrictEqual compares numbers with Object.is: the same 64 bits, and -0 is not 0.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { api } from '../../npm/api.js';
import { load } from '../../pkg/index.js';
import * as glue from '../../target/pkg/headless/jaarplan_bg.js';
import * as twin from '../../target/pkg/headless/twin.js';
import { all } from './plans.mjs';

const wasm = await load();
glue.__wbg_set_wasm(twin);
const script = api('js', glue);

test(`there are plans enough: ${all.length}`, () => assert.ok(all.length >= 100));

test('the generated plans are valid and differ', () => {
  for (const [name, plan] of all) assert.deepEqual(wasm.validate(plan).errors, [], name);
  assert.ok(new Set(all.map(([, plan]) => wasm.evaluate(plan).budget.full)).size > 100);
});

test('JavaScript made by wasm2js gives the bits of WebAssembly', () => {
  for (const [name, plan] of all) {
    assert.deepStrictEqual(script.evaluate(plan), wasm.evaluate(plan), name);
    assert.deepStrictEqual(script.parse(JSON.stringify(plan)), plan, name);
    assert.deepStrictEqual(script.explain(plan, 'value.net'), wasm.explain(plan, 'value.net'), name);
  }
  const bad = { year: 1e300, groups: [{ headcount: 10n ** 30n, fte: -0.5 }, null] };
  assert.deepStrictEqual(script.validate(bad), wasm.validate(bad));
});

test('the native command line gives the bits of WebAssembly', () => {
  const program = fileURLToPath(new URL('../../target/release/jaarplan', import.meta.url));
  const input = all.map(([, plan]) => JSON.stringify(plan)).join('\n');
  const run = spawnSync(program, ['evaluate', '-', '--format', 'json'], { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  assert.equal(run.status, 0, run.stderr);
  const lines = run.stdout.trimEnd().split('\n');
  assert.equal(lines.length, all.length);
  for (const [i, [name, plan]] of all.entries()) {
    assert.deepStrictEqual(JSON.parse(lines[i]), wasm.evaluate(plan), name);
  }
});
