// The schema and the reader accept the same documents: those of the other tests, and each of them with one value changed.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { load } from '../../pkg/index.js';
import { plans } from '../../tests/node/plans.mjs';
import { changed, places, schema } from '../places.mjs';

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
// `strict` refuses keywords that nobody knows, and those that can never say anything.
const valid = new Ajv({ strict: true }).compile(schema);
const jaarplan = await load();
const plain = (value) => JSON.parse(JSON.stringify(value));

/** What the reader holds against bounds: numbers to six decimals, amounts to cents. */
const rounded = (plan) =>
  JSON.parse(JSON.stringify(plan), (key, value) => {
    if (typeof value !== 'number') return value;
    return Number(value.toFixed(CENTS.includes(key) ? 2 : 6));
  });
const CENTS = ['available', 'payroll', 'cap', 'annualValue'];
const fits = (plan) => valid(rounded(plan));

/** Rules between values, which a schema cannot say: the reader refuses, and the schema need not. */
const BETWEEN_VALUES = {
  'not-ordered': () => true,
  'unknown-id': () => true,
  'duplicate-id': ({ path }) => !path.includes('.of['),
  // People of a group are held against its headcount, which is the highest that the error then names.
  'out-of-range': ({ path, max }, plan) => {
    const [, group] = path.match(/^groups\[(\d+)\]\.(?:fte|leaders)$/) ?? [];
    return group !== undefined && max === rounded(plan.groups[group].headcount);
  },
  // Sums, and what is worked out; an input that is too large names itself, with its value.
  'too-large': ({ value }) => value === undefined,
};

/** Whether every value by itself is one that the reader takes. */
function reads(plan) {
  const { errors } = jaarplan.validate(plan);
  return errors.every((error) => BETWEEN_VALUES[error.code]?.(error, plan) ?? false);
}

const BOUNDS = [0, 1, 10, 24, 53, 168, 366, 2000, 2100, 10_000, 1e7, 1e10, 1e12];
const NUMBERS = BOUNDS.flatMap((bound) => (bound < 1e9 ? [bound - 1, bound - 1e-6, bound, bound + 1e-6, bound + 0.5, bound + 1] : [bound, bound + 0.01, bound + 1]));
const OTHERS = [undefined, null, true, '', 'text', 'mixed', 'share', 'contingency', 'contingency-2', 'margin:a', 'BE', [], ['a', 'a'], [1], [{}], {}, { unknown: 1 }];
const around = (low, likely, high) => ({ low, likely, high });
const ESTIMATES = [around(0.1, 0.2, 0.3), around(-1, 0.2, 0.3), around(0.1, 0.2, 1.5), around(1, 2, 1e13), around(null, 1, 2), { low: 1, likely: 1 }, { ...around(1, 1, 1), why: 'kept' }];
const VALUES = [...NUMBERS.map((number) => Number(number.toFixed(6))), ...OTHERS, ...ESTIMATES];

/** Whether both take a plan. */
function same(plan, name) {
  const both = fits(plan);
  if (both !== reads(plan)) assert.fail(`${name}: ${JSON.stringify([valid.errors, jaarplan.validate(plan).errors])}`);
  return both;
}

/** The same on every machine. */
function dice(seed) {
  return (sides) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * sides);
  };
}

test('the numbers that are tried lie on both sides of every bound', () => {
  const bounds = new Set();
  JSON.stringify(schema, (key, value) => {
    if (/^(exclusive)?m(in|ax)imum$/i.test(key)) bounds.add(value);
    return value;
  });
  assert.ok(bounds.size > 5);
  assert.deepEqual([...bounds].filter((bound) => !BOUNDS.includes(bound)), []);
});

test('plans of other tests', () => {
  assert.ok(plans.length > 300);
  for (const [name, plan] of plans) same(plain(plan), name);
});

test('a plan that states everything, with each value in turn changed into many others', () => {
  const plan = read('tests/cases/full.json');
  let refused = 0;
  let accepted = 0;
  for (const [steps] of places(plan)) {
    for (const value of VALUES) {
      if (same(changed(plan, steps, value), `${steps.join('.')} = ${JSON.stringify(value)}`)) accepted += 1;
      else refused += 1;
    }
  }
  assert.ok(accepted > 2000 && refused > 5000, `${accepted} accepted, ${refused} refused`);
});

test('random plans with one value changed, or one more', () => {
  const roll = dice(7);
  for (const [name, given] of plans) {
    const plan = plain(given);
    const all = places(plan);
    for (let i = 0; i < 20; i += 1) {
      const [steps] = all[roll(all.length)];
      const value = VALUES[roll(VALUES.length)];
      same(changed(plan, steps, value), `${name}, ${steps.join('.')} = ${JSON.stringify(value)}`);
    }
  }
});

test('lists that are too long', () => {
  const plan = read('tests/cases/full.json');
  const long = [['groups', 10_000], ['costs', 1_000], ['subsidies', 100], ['value.benefits', 100], ['value.intangibles', 100]];
  for (const [path, most] of long) {
    const steps = path.split('.');
    const [first] = steps.reduce((value, step) => value[step], plan);
    for (const length of [most, most + 1]) {
      const list = Array.from({ length }, (_, i) => ({ ...first, ...(first.id && { id: `x${i}` }), headcount: 1, fte: 1, leaders: 0 }));
      const other = changed(plan, steps, list);
      assert.equal(same(other, `${path}: ${length}`), length === most, `${path}: ${length}`);
    }
  }
});
