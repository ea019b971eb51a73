// Simulations and comparisons have the same digits natively, on any number of threads, as WebAssembly and as
// JavaScript. The browsers have theirs in tests/browser/digest.test.mjs.
//
// deepStrictEqual compares numbers with Object.is: the same 64 bits, and -0 is not 0.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../pkg/index.js';
import { digest, OPTIONS, results, SIMULATED } from '../browser/pages/digest.js';
import { lines, simulated, simulatedNatively } from '../oracle/native.mjs';

const engines = [
  ['WebAssembly', await load()],
  ['JavaScript', await load({ engine: 'js' })],
];
const valid = simulated.filter((text) => engines[0][1].validate(JSON.parse(text)).valid);
const few = valid.slice(0, 4);
const expected = await simulatedNatively();

test('there are plans enough, and they differ', async () => {
  assert.ok(valid.length > SIMULATED / 2, `${valid.length} valid plans`);
  const sums = await Promise.all(few.map((text) => digest('', results((plan) => engines[0][1].simulate(plan, OPTIONS), [JSON.parse(text)]))));
  assert.equal(new Set(sums).size, few.length);
});

for (const [name, { allocate, compare, simulate, solve }] of engines) {
  test(`${SIMULATED} simulations have the digest of the native program: ${name}`, async () => {
    const sum = (options) => digest('', results((plan) => simulate(plan, options), simulated.map((text) => JSON.parse(text))));
    assert.equal(await sum(OPTIONS), expected);
    if (name === 'WebAssembly') assert.notEqual(await sum({ ...OPTIONS, seed: 2 }), expected);
  });

  test(`as many samples as people see are the native ones, on one thread and on three: ${name}`, () => {
    for (const text of few) {
      const here = simulate(JSON.parse(text), { points: 16_384, defaultRanges: true });
      for (const jobs of ['1', '3']) {
        const call = ['simulate', '-', '--points', '16384', '--default-ranges', '--jobs', jobs];
        assert.deepStrictEqual(lines(call, [text]), [here], jobs);
      }
    }
  });

  test(`plans side by side are the native ones: ${name}`, () => {
    const options = { ...OPTIONS, targets: [{ figure: 'value.rov', atLeast: 0.2 }], figure: 'budget.cash' };
    const call = ['compare', '-', '--points', String(OPTIONS.points), '--default-ranges', '--target', 'value.rov>=0.2', '--figure', 'budget.cash'];
    for (const plans of [few, few.slice(0, 2), few.slice(2)]) {
      assert.deepStrictEqual(lines(call, plans), [compare(plans.map((text) => JSON.parse(text)), options)]);
    }
  });

  test(`goals and budgets that are spread are answered as natively: ${name}`, () => {
    const goal = { input: 'learning.formal.hours', figure: 'budget.cash' };
    const asked = ['solve', '-', '--input', goal.input, '--figure', goal.figure];
    const chance = { probability: 0.8, points: 1024, defaultRanges: true };
    const likely = ['--probability', '0.8', '--points', '1024', '--default-ranges'];
    for (const text of few) {
      const plan = JSON.parse(text);
      const budget = Math.round(0.95 * engines[0][1].evaluate(plan).budget.cash);
      assert.deepStrictEqual(lines([...asked, '--at-most', budget], [text]), [solve(plan, { ...goal, atMost: budget })]);
      assert.deepStrictEqual(lines([...asked, '--at-most', budget, ...likely], [text]), [solve(plan, { ...goal, atMost: budget, ...chance })]);
      assert.deepStrictEqual(lines(['allocate', '-', '--available', budget], [text]), [allocate(plan, { available: budget })]);
    }
  });
}

test('what is wrong is said where it is', () => {
  const [, { compare, simulate }] = engines[0];
  const plan = JSON.parse(few[0]);
  const refusal = (work) => {
    try {
      work();
    } catch ({ code, path }) {
      return [code, path];
    }
    return undefined;
  };
  assert.deepEqual(refusal(() => compare([plan])), ['out-of-range', 'plans']);
  assert.deepEqual(refusal(() => compare(plan)), ['wrong-type', 'plans']);
  assert.deepEqual(refusal(() => compare([plan, { ...plan, year: 'x' }])), ['wrong-type', 'plans[1].year']);
  const loop = { ...plan };
  loop.own = loop;
  assert.deepEqual(refusal(() => compare([plan, loop])), ['too-deep', 'plans[1].own']);
  assert.deepEqual(refusal(() => compare([plan, plan], { points: 1000 })), ['out-of-range', 'points']);
  assert.deepEqual(refusal(() => compare([plan, plan], { variance: true })), ['unknown-id', 'variance']);
  assert.deepEqual(refusal(() => simulate(plan, { figure: 'nothing' })), ['unknown-id', 'figure']);
  assert.deepEqual(refusal(() => simulate(plan, { colour: 1 })), ['unknown-id', 'colour']);
});
