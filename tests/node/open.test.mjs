// A plan that is open gives the digits of `evaluate`, and says so when it cannot.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../pkg/index.js';
import { api } from '../../npm/api.js';
import { plans } from './plans.mjs';

const jaarplan = await load();
const plan = () => ({ schemaVersion: 1, year: 2027, country: 'BE', groups: [{ headcount: 120, fte: 96.5 }] });

/** The members of `whole` that `part` has. */
function same(part, whole, path = '') {
  for (const [key, value] of Object.entries(part)) {
    if (value !== null && typeof value === 'object') same(value, whole[key], `${path}.${key}`);
    else assert.ok(Object.is(value, whole[key]), `${path}.${key}: ${value}, not ${whole[key]}`);
  }
}

/** What a call gives, or the code and path of its error. */
function outcome(call) {
  try {
    return call();
  } catch (error) {
    assert.equal(error.name, 'JaarplanError', `${error}`);
    return [error.code, error.path];
  }
}

test('after each change the headlines and the result are those of the changed plan', () => {
  let results = 0;
  for (const [name, given] of plans) {
    const own = structuredClone(given);
    if (!jaarplan.validate(own).valid) continue;
    const open = jaarplan.open(own);
    for (const participation of [0.5, 0.75, 1, 0.3333]) {
      own.groups[0].participation = participation;
      open.set('groups[0].participation', participation);
      const whole = outcome(() => jaarplan.evaluate(own));
      assert.deepStrictEqual(outcome(() => open.evaluate()), whole, name);
      const headlines = outcome(() => open.headlines());
      if (Array.isArray(whole)) assert.deepStrictEqual(headlines, whole);
      else same(headlines, whole);
      results += 1;
    }
    open.close();
  }
  assert.ok(results > 400, `${results} results`);
});

test('a number, an estimate, nothing: as in the document', () => {
  const open = jaarplan.open(plan());
  const first = open.headlines();
  open.set('groups[0].participation', { low: 0.4, likely: 0.5, high: 0.6 });
  assert.equal(open.headlines().profCircles.circles, 8);
  open.set('groups[0].participation', null);
  assert.deepStrictEqual(open.headlines(), first);
  assert.equal(first.budget.gap, null);
  open.set('budget.available', 100000n);
  assert.equal(typeof open.headlines().budget.gap, 'number');
});

test('what is refused leaves the plan as it was', () => {
  const open = jaarplan.open(plan());
  const before = open.evaluate();
  for (const [path, value, refusal] of [
    ['groups[0].participation', 1.5, ['out-of-range', 'groups[0].participation']],
    ['groups[0].participation', NaN, ['wrong-type', 'groups[0].participation']],
    ['groups[0].participation', '1', ['wrong-type', 'groups[0].participation']],
    ['groups[0].participation', () => 1, ['wrong-type', 'groups[0].participation']],
    ['groups[0].fte', 121, ['out-of-range', 'groups[0].fte']],
    ['groups[1].fte', 1, ['unknown-id', 'groups[1].fte']],
    ['title', 1, ['unknown-id', 'title']],
  ]) {
    assert.deepStrictEqual(outcome(() => open.set(path, value)), refusal, path);
    assert.deepStrictEqual(open.evaluate(), before, path);
  }
  assert.deepStrictEqual(outcome(() => jaarplan.open({})), ['missing', 'schemaVersion']);
});

test('the plan that was given is neither changed nor looked at again', () => {
  const own = Object.freeze(plan());
  const open = jaarplan.open(own);
  const before = open.headlines();
  own.groups[0].participation = 0.1;
  assert.deepStrictEqual(open.headlines(), before);
});

test('a closed plan says that it is closed', () => {
  const open = jaarplan.open(plan());
  open.close();
  open.close();
  for (const call of [() => open.headlines(), () => open.evaluate(), () => open.set('year', 2028)]) {
    assert.deepStrictEqual(outcome(call), ['closed', '']);
  }
});

test('a crash ends what was open in that instance, and nothing else', () => {
  const made = [];
  const instance = () => {
    const own = { destroyed: 0, freed: 0 };
    made.push(own);
    return {
      evaluate: () => 'a result',
      OpenPlan: {
        open: () => ({
          calculate() { throw new WebAssembly.RuntimeError('unreachable'); },
          evaluate: () => 'a result',
          free: () => (own.freed += 1),
          __destroy_into_raw: () => (own.destroyed += 1),
        }),
      },
    };
  };
  const { open, evaluate } = api('test', undefined, instance);
  const [first, second] = [open(plan()), open(plan())];
  assert.equal(first.evaluate(), 'a result');
  assert.deepStrictEqual(outcome(() => first.headlines()), ['crashed', '']);
  assert.deepStrictEqual(outcome(() => first.evaluate()), ['crashed', '']);
  assert.deepStrictEqual(outcome(() => second.evaluate()), ['crashed', '']);
  assert.equal(evaluate(plan()), 'a result');
  assert.deepStrictEqual(outcome(() => second.evaluate()), ['crashed', ''], 'also when there is a fresh instance');
  second.close();
  const third = open(plan());
  assert.equal(third.evaluate(), 'a result');
  third.close();
  assert.deepStrictEqual(made, [{ destroyed: 1, freed: 0 }, { destroyed: 0, freed: 1 }]);
});

test('memory comes back', () => {
  for (let i = 0; i < 2000; i += 1) jaarplan.open(plan()).close();
});
