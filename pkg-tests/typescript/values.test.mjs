// The types are those of the values: of what the calls give back, and of the plans that the reader takes.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { load } from '../../pkg/index.js';
import { plans } from '../../tests/node/plans.mjs';
import { consumer, tool } from '../consumer.mjs';
import { changed, kinds, places } from '../places.mjs';

const folder = consumer('typescript/');
const jaarplan = await load();
const full = JSON.parse(readFileSync(new URL('../../tests/cases/full.json', import.meta.url), 'utf8'));

/** Whether TypeScript takes these lines, and expects the errors that they expect. */
function compile(lines) {
  writeFileSync(join(folder, 'values.ts'), lines.join('\n'));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: './tsconfig.bundler.json', files: ['values.ts'] }));
  tool('tsc', ['-p', 'tsconfig.json'], folder);
}

test('what the calls give back has the members of its type, and no others', () => {
  const lines = ["import type { Headlines, Jaarplan } from 'jaarplan';", 'type Given<Call extends keyof Jaarplan> = Jaarplan[Call] extends (...args: never[]) => infer Value ? Value : never;'];
  const given = (type, value) => lines.push(`void (${JSON.stringify(value)} satisfies ${type});`);
  const call = (name, ...args) => given(`Given<'${name}'>`, jaarplan[name](...args));
  const simulation = { points: 256, defaultRanges: true, variance: true, targets: [{ figure: 'value.net', atLeast: 0 }] };
  const goal = { input: 'learning.weekCycles.count', figure: 'budget.cash', atMost: 50_000, probability: 0.8, points: 256 };
  const valid = plans.filter(([, plan]) => jaarplan.validate(plan).valid).slice(0, 40);
  for (const [, plan] of valid) {
    for (const name of ['evaluate', 'validate', 'check']) call(name, plan);
    call('assumptions', plan, 'budget.cash');
    given('Headlines', jaarplan.open(plan).headlines());
  }
  for (const plan of [full, ...valid.slice(0, 3).map(([, plan]) => plan)]) {
    for (const figure of ['value.net', 'budget.cash', 'profCircles.circles']) call('explain', plan, figure);
    call('simulate', plan, simulation);
    call('compare', [plan, { ...plan, costs: [], subsidies: [] }], { points: 256 });
    call('solve', plan, goal);
    call('allocate', plan, { available: 50_000, points: 256 });
  }
  for (const country of ['BE', 'NL']) call('defaults', country);
  for (const wrong of [null, {}, { ...full, groups: [{ headcount: -1, fte: 'x' }] }, { ...full, country: 'DE', costs: [{ id: '' }] }]) call('validate', wrong);
  compile(lines);
});

/** A plan without what does not lead to a place. */
function around(plan, [first, ...steps]) {
  const along = (value, [step, ...rest]) => {
    if (step === undefined) return value;
    if (Array.isArray(value)) return [along(value[step], rest)];
    return { ...value, [step]: along(value[step], rest) };
  };
  const { schemaVersion, year, country } = plan;
  const whole = { schemaVersion, year, country, groups: [{ headcount: 3, fte: 2 }] };
  return steps.length === 0 && first !== 'groups' ? { ...whole, [first]: plan[first] } : { ...whole, [first]: along(plan[first], steps) };
}

const VALUES = [undefined, null, true, 1, '', 'text', 'mixed', 'share', 'BE', [], ['a'], [{}], {}, { low: 1, likely: 1, high: 1 }, { low: 1, likely: 1 }];

/** What stands at the path of an error; nothing where the way there ends before it. */
const at = (plan, path) => path.split(/[.[\]]+/).filter(Boolean).reduce((inner, step) => inner?.[step], plan);

/** Whether the reader refuses a plan for its form: bounds, lengths and what values say of each other are not in types. */
function isRefused(plan) {
  const { errors } = jaarplan.validate(plan);
  return errors.some(({ code, path }) => ['wrong-type', 'unknown-choice', 'newer-schema'].includes(code) || (code === 'missing' && at(plan, path) == null));
}

test('a plan that is refused for its form is none in TypeScript, and one that is not is', () => {
  // Generic, as a member that is not known is no mistake in a plan.
  const lines = ["import type { Plan } from 'jaarplan';", 'declare function plan<P extends Plan>(plan: P): void;'];
  const count = [0, 0];
  for (const [steps, node] of places(full)) {
    // An object without a single member that is known is a slip for TypeScript, and no mistake in a plan.
    const isUnlike = (value) => value?.likely && kinds(node).some(({ properties }) => properties && !properties.likely);
    for (const value of VALUES.filter((value) => !isUnlike(value))) {
      const short = around(full, steps);
      const inside = steps.map((step) => (typeof step === 'number' ? 0 : step));
      const other = changed(short, inside, value);
      const refused = isRefused(other);
      count[Number(refused)] += 1;
      if (refused) lines.push('// @ts-expect-error');
      lines.push(`/* ${steps.join('.')} = ${JSON.stringify(value)} */ plan(${JSON.stringify(other)});`);
    }
  }
  assert.ok(count[0] > 200 && count[1] > 500, `${count}`);
  compile(lines);
});
