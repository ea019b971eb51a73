// The package as its users meet it: what goes in, what comes out, and what happens to nonsense.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { JaarplanError, load } from '../../pkg/index.js';
import { api, snapshot } from '../../npm/api.js';
import { COUNTRIES, MAX_BYTES, MAX_DEPTH } from '../../npm/constants.js';

const jaarplan = await load();
const plan = () => ({ schemaVersion: 1, year: 2027, country: 'BE', groups: [{ headcount: 120, fte: 96.5 }] });

/** The error that a call throws. */
function refused(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof JaarplanError, `${error}`);
    return error;
  }
  return assert.fail('nothing was refused');
}

test('a three-line plan gives a full result', () => {
  const result = jaarplan.evaluate(plan());
  assert.equal(result.profCircles.circles, 12);
  assert.equal(result.learningTime.participants, 96);
  assert.equal(result.budget.available, null);
  assert.ok(result.defaultsUsed.includes('groups[0].participation'));
  assert.deepEqual(result, JSON.parse(JSON.stringify(result)), 'the result is plain data');
});

test('load gives the same engine each time', async () => {
  assert.equal(await load(), jaarplan);
  assert.equal(jaarplan.engine, 'wasm');
});

test('the plan is not touched', () => {
  const deepFreeze = (value) => {
    if (value && typeof value === 'object') Object.values(Object.freeze(value)).forEach(deepFreeze);
    return value;
  };
  jaarplan.evaluate(deepFreeze(plan()));
});

test('everything that is wrong is said at once, with the numbers of the rule', () => {
  const error = refused(() => jaarplan.evaluate({ ...plan(), groups: [{ headcount: 10.5, fte: 'veel' }, { headcount: 1, fte: 3 }] }));
  assert.equal(error.name, 'JaarplanError');
  assert.equal(error.code, error.errors[0].code);
  assert.equal(error.path, error.errors[0].path);
  assert.deepEqual(
    error.errors.map(({ path, code }) => [path, code]),
    [['groups[0].headcount', 'not-whole'], ['groups[0].fte', 'wrong-type'], ['groups[1].fte', 'out-of-range']],
  );
  assert.equal(typeof error.errors[2].max, 'number');
});

test('validate says the same without throwing, also what only evaluate finds', () => {
  assert.deepEqual(jaarplan.validate(plan()).errors, []);
  assert.equal(jaarplan.validate(plan()).valid, true);
  const unknown = jaarplan.validate({ ...plan(), mijnVeld: 1 });
  assert.deepEqual(unknown.warnings.map(({ code, path }) => [code, path]), [['unknown-field', 'mijnVeld']]);
  // Each cost line is allowed; their product with the heads is not.
  const large = { ...plan(), groups: [{ headcount: 1e7, fte: 1e7 }], costs: [{ id: 'a', basis: 'perHead', amount: 1e6 }] };
  const { valid, errors, warnings } = jaarplan.validate(large);
  assert.equal(valid, false);
  assert.ok(errors.some(({ code }) => code === 'too-large'), JSON.stringify(errors));
  assert.deepEqual(warnings, []);
  assert.deepEqual(refused(() => jaarplan.evaluate(large)).errors, errors);
  for (const nonsense of [undefined, null, 1, 'text', [], () => 1, Symbol('s'), new Date(), new Map(), 10n]) {
    assert.equal(jaarplan.validate(nonsense).valid, false);
  }
});

test('parse reads text strictly and keeps what it does not know', () => {
  const text = '{"schemaVersion":1,"year":2027,"country":"BE","groups":[{"headcount":120,"fte":96.5}],"eigen":{"a":[1,null]}}';
  assert.deepEqual(jaarplan.parse(text), JSON.parse(text));
  assert.deepEqual(jaarplan.parse(`\ufeff${text}`), JSON.parse(text));
  assert.deepEqual(jaarplan.evaluate(jaarplan.parse(text)).budget, jaarplan.evaluate(plan()).budget);
  const cases = [
    ['{"year":2027,', 'not-json'],
    ['', 'not-json'],
    ['NaN', 'not-json'],
    ['{"a":1,"a":2}', 'duplicate-key'],
    ['['.repeat(10_000), 'too-deep'],
    [text.replace('96.5', '1e999'), 'too-large', 'out-of-range'],
    [text.replace('96.5', '-1'), 'out-of-range'],
    ['x'.repeat(64 * 2 ** 20 + 2), 'too-large'],
  ];
  for (const [bad, ...codes] of cases) {
    const { code } = refused(() => jaarplan.parse(bad));
    assert.ok(codes.includes(code), `${bad.slice(0, 40)}: ${code}`);
  }
  for (const nonsense of [undefined, null, 1, {}, [], new Uint8Array(3), Symbol('s')]) {
    assert.equal(refused(() => jaarplan.parse(nonsense)).code, 'wrong-type');
  }
});

test('a key "__proto__" is a key', () => {
  const text = '{"__proto__":{"headcount":7},"schemaVersion":1,"year":2027,"country":"BE","groups":[{"headcount":1,"fte":1}]}';
  const parsed = jaarplan.parse(text);
  assert.equal(Object.getPrototypeOf(parsed), Object.prototype);
  assert.deepEqual(Object.keys(parsed)[0], '__proto__');
  assert.equal({}.headcount, undefined);
  const { warnings } = jaarplan.validate(parsed);
  assert.ok(warnings.some(({ code, path }) => code === 'unknown-field' && path === '__proto__'));
});

test('values that are no data are refused where they stand', () => {
  const cyclic = plan();
  cyclic.groups[0].self = cyclic;
  cyclic.groups[0].again = cyclic.groups; // two ways round: without a check this never ends
  const throwing = new Proxy({}, {
    get() { throw new Error('get'); },
    has() { throw new Error('has'); },
    ownKeys() { throw new Error('ownKeys'); },
  });
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  let deep = {};
  for (let i = 0; i < 100_000; i++) deep = { deep };
  const wide = Object.fromEntries(Array.from({ length: 64 }, (_, i) => [`k${i}`, 1]));
  const shared = Array.from({ length: 6 }).reduce((inner) => Array.from({ length: 50 }, () => inner), wide); // 50^6 ways
  const withGroups = (groups) => ({ ...plan(), groups });
  const withFte = (fte) => withGroups([{ headcount: 3, fte }]);
  const cases = [
    [cyclic, 'too-deep', 'groups[0].self'],
    [{ ...plan(), deep }, 'too-deep'],
    [{ ...plan(), shared }, 'too-large'],
    [throwing, 'wrong-type', ''],
    [proxy, 'wrong-type', ''],
    [withGroups(throwing), 'wrong-type', 'groups'],
    [withGroups([{ get headcount() { throw new Error('getter'); }, fte: 1 }]), 'wrong-type', 'groups[0]'],
    [withGroups([{ headcount: 3, fte: 2, get [Symbol.toStringTag]() { throw new Error('tag'); } }]), 'wrong-type', 'groups[0]'],
    [withGroups(new Array(1e9)), 'too-large', 'groups'],
    [withGroups(new Array(3)), 'wrong-type', 'groups[0]', 'missing'],
    [withFte(() => 2), 'wrong-type', 'groups[0].fte'],
    [withFte(Symbol('2')), 'wrong-type', 'groups[0].fte'],
    [withFte(new Date()), 'wrong-type', 'groups[0].fte'],
    [withFte(new Map([['low', 1]])), 'wrong-type', 'groups[0].fte'],
    [withFte(NaN), 'wrong-type', 'groups[0].fte', 'out-of-range'],
    [withFte(Infinity), 'wrong-type', 'groups[0].fte', 'out-of-range', 'too-large'],
    [withFte('2'), 'wrong-type', 'groups[0].fte'],
    [withFte(10n ** 40n), 'out-of-range', 'groups[0].fte', 'too-large'],
    [withGroups(new Map()), 'wrong-type', 'groups'],
    [{ ...plan(), calendar: new Map([['effectiveWeeks', 40]]) }, 'wrong-type', 'calendar'],
    [{ ...plan(), calendar: new Date() }, 'wrong-type', 'calendar'],
    [{ ...plan(), learning: Promise.resolve() }, 'wrong-type', 'learning'],
    [new Map(Object.entries(plan())), 'wrong-type', ''],
    [new Float64Array(4), 'wrong-type', ''],
    [() => plan(), 'wrong-type', ''],
    [Symbol('plan'), 'wrong-type', ''],
    [JSON.stringify(plan()), 'wrong-type', ''],
    [undefined, 'wrong-type', '', 'missing'],
  ];
  for (const [nonsense, code, path, ...otherCodes] of cases) {
    const error = refused(() => jaarplan.evaluate(nonsense));
    assert.ok([code, ...otherCodes].includes(error.code), `${code} at ${path}: ${error.code}: ${error.message}`);
    if (path !== undefined) assert.equal(error.path, path, error.message);
    assert.equal(refused(() => jaarplan.explain(nonsense, 'budget.cash')).code, error.code);
    assert.equal(jaarplan.validate(nonsense).errors[0].code, error.code);
  }
  assert.equal(jaarplan.evaluate(plan()).profCircles.circles, 12, 'the instance is as good as before');
});

test('the limits that the glue knows are those of the module', () => {
  const nested = (depth) => Array.from({ length: depth - 2 }).reduce((inner) => ({ inner }), {});
  for (const [depth, code] of [[MAX_DEPTH, undefined], [MAX_DEPTH + 1, 'too-deep']]) {
    const deep = { ...plan(), own: nested(depth) };
    assert.equal(jaarplan.validate(deep).errors[0]?.code, code);
    if (code) assert.equal(refused(() => jaarplan.parse(JSON.stringify(deep))).code, code);
    else assert.deepEqual(jaarplan.parse(JSON.stringify(deep)), deep);
  }
  const text = JSON.stringify(plan());
  assert.deepEqual(jaarplan.parse(text.padEnd(MAX_BYTES)), plan());
  assert.equal(refused(() => jaarplan.parse(text.padEnd(MAX_BYTES + 1))).code, 'too-large');
  for (const country of COUNTRIES) {
    assert.ok(jaarplan.validate({ ...plan(), country }).valid);
    assert.ok(jaarplan.defaults(country).length > 0);
  }
  assert.deepEqual(refused(() => jaarplan.defaults('DE')).errors[0].expected, COUNTRIES);
});

test('what is data in another coat is read', () => {
  class Group {
    headcount = 120;
    fte = 96.5;
  }
  const usual = jaarplan.evaluate(plan());
  const reactive = new Proxy(plan(), { get: (...args) => Reflect.get(...args) }); // like Vue's
  const bare = Object.assign(Object.create(null), plan());
  for (const same of [{ ...plan(), groups: [new Group()] }, reactive, bare, { ...plan(), groups: [{ headcount: 120n, fte: 96.5 }] }, { ...plan(), title: undefined }]) {
    assert.deepEqual(jaarplan.evaluate(same).budget, usual.budget);
  }
});

test('explain shows how a figure came about', () => {
  const explanation = jaarplan.explain(plan(), 'budget.cash');
  assert.equal(explanation.figure, 'budget.cash');
  assert.equal(explanation.value, jaarplan.evaluate(plan()).budget.cash);
  assert.ok(explanation.parts.length > 0);
  assert.equal(refused(() => jaarplan.explain(plan(), 'budget.nothing')).code, 'unknown-id');
  assert.equal(refused(() => jaarplan.explain(plan(), undefined)).code, 'unknown-id');
});

test('check holds a plan against the rules of its country', () => {
  const { disclaimer, checks, right } = jaarplan.check(plan());
  assert.equal(disclaimer, 'indicative, not legal advice');
  const own = checks.find(({ rule }) => rule === 'be-individual-right');
  assert.deepEqual([own.outcome, own.reason, own.checkedOn, own.validTo], ['not-met', null, '2026-05', null]);
  const [some, others] = own.verdicts;
  assert.deepEqual([some.people, some.outcome, others.people, others.outcome], [96, 'met', 24, 'not-met']);
  assert.deepEqual(others.planned, { days: 2 / 7.6, hours: 2 });
  assert.equal(right.share, 1);
  assert.equal(jaarplan.check({ ...plan(), country: 'NL' }).right, null);
  assert.equal(refused(() => jaarplan.check({})).code, 'missing');
});

test('defaults are listed by country', () => {
  const { value, low, high, unit, basis, source } = jaarplan.defaults('NL').find(({ path }) => path === 'calendar.sicknessRate');
  assert.deepEqual([value, low, high, unit, basis], [0.055, 0.032, 0.081, 'share', 'derived']);
  assert.match(source, /CBS/);
  for (const { value, low, high } of jaarplan.defaults('BE')) assert.ok((low ?? value) <= value && value <= (high ?? value));
  for (const country of ['DE', '', undefined, null, {}]) {
    assert.equal(refused(() => jaarplan.defaults(country)).code, 'unknown-choice');
  }
});

test('ten thousand refusals and results leave no memory behind', () => {
  const used = () => process.memoryUsage().arrayBuffers + process.memoryUsage().external;
  const round = () => {
    for (let i = 0; i < 2_000; i++) {
      jaarplan.evaluate(plan());
      jaarplan.validate({ ...plan(), groups: [{}] });
    }
  };
  round();
  const before = used();
  for (let i = 0; i < 5; i++) round();
  assert.ok(used() - before < 4e6, `${used() - before} bytes more`);
});

test('a crash is an error with a code, and the next call starts afresh', () => {
  const trap = new WebAssembly.RuntimeError('unreachable');
  let starts = 0;
  const fragile = api('wasm', { evaluate() { throw trap; } }, () => ({ evaluate: () => `start ${++starts}` }));
  assert.throws(() => fragile.evaluate({}), (error) => error.code === 'crashed' && error.cause === trap);
  assert.equal(fragile.evaluate({}), 'start 1');
  const always = api('wasm', { validate() { throw trap; } });
  assert.throws(() => always.validate({}), { code: 'crashed' });
});

test('a snapshot keeps numbers that JSON loses', () => {
  assert.deepEqual(Object.values(snapshot({ a: NaN, b: -0, c: undefined })), [NaN, -0, undefined]);
});

test('a damaged file is refused, whichever letter is wrong', async () => {
  const code = readFileSync(new URL('../../pkg/index.js', import.meta.url), 'utf8');
  const [letters] = /[0-9a-f]{180}(?:[^"\\]|\\\n){100000,}/.exec(code); // over many lines
  for (let i = 0; i < 40; i++) {
    let at = 180 + Math.floor(((letters.length - 180) * (i + 0.5)) / 40);
    while ('\\\n'.includes(letters[at])) at++;
    const damaged = code.replace(letters, () => letters.slice(0, at) + (letters[at] === 'A' ? 'B' : 'A') + letters.slice(at + 1));
    const { load } = await import(`data:text/javascript;base64,${Buffer.from(damaged).toString('base64')}#${i}`);
    // The engine in JavaScript is another file, which is not beside this one.
    await assert.rejects(load(), ({ code, cause }) => code === 'no-engine' && cause.refused[0].code === 'damaged', `letter ${at}`);
  }
});

test('the entry needs nothing of its host', () => {
  const code = readFileSync(new URL('../../pkg/index.js', import.meta.url), 'utf8');
  for (const word of ['import.meta', 'fetch(', 'require(', 'process.', 'eval(', 'new Function']) {
    assert.ok(!code.includes(word), word);
  }
  assert.ok(!/^import\b/m.test(code), 'one file');
  assert.deepEqual(code.match(/import\([^)]*\)/g), ['import("./core-js.js")'], 'and the other engine, when it is needed');
});
