// One plan, one input that changes, the headline figures after each change: by everyone who can.
//
//   node benches/compare.mjs [rounds]        (cargo xtask bench builds what it needs first)
//
// Every contestant walks through the same values. First its figures are compared with those of the oracle
// (tests/oracle/model.mjs): a wrong digit ends the run with 1. Then all are timed in turns, round after
// round, because a machine's speed changes while it works; of each the median counts, and most of all how
// many times that of hand-written JavaScript it is, taken round by round. No time makes the run fail.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { evaluate } from '../tests/oracle/model.mjs';
import { bundle } from './bundle.mjs';
import { HEADLINES, differences, pick } from './headlines.mjs';
import * as hyperformula from './rivals/hyperformula.mjs';
import * as jaarplan from './rivals/jaarplan.mjs';
import * as plain from './rivals/plain.mjs';
import * as publicodes from './rivals/publicodes.mjs';

/** What one turn of a contestant should take: long enough for the clock, too short for others to come between. */
const TURN_MS = 3;
const WARM_UP_MS = 300;

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
/** An entry of a bundle. */
const file = (path) => ({ entryPoints: [here(path)] });
const plan = JSON.parse(readFileSync(here('plan.json'), 'utf8'));
/** Half of these give 150 heads half a person more than a whole number. */
const shares = Array.from({ length: 50 }, (_, i) => (50 + i) / 100);

/** A function from a share to figures, as a contestant. */
function inNode(figuresOf) {
  let at = 0;
  let seen = 0; // so that no figure is left uncomputed
  return {
    figures: async () => shares.map(figuresOf),
    time(changes) {
      const start = process.hrtime.bigint();
      for (let i = 0; i < changes; i++) seen += figuresOf(shares[at++ % shares.length]).net;
      if (Number.isNaN(seen)) throw new Error('a figure is not a number');
      return Number(process.hrtime.bigint() - start);
    },
  };
}

/** The Rust contestant, which is asked line by line; it works on an open plan, or on whole ones. */
function inRust(how) {
  const child = spawn(here('../target/release/contestant'), [how], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('the Rust contestant stopped');
    return JSON.parse(value);
  };
  child.stdin.write(`${JSON.stringify(plan)}\n${JSON.stringify(shares)}\n`);
  return {
    async figures() {
      child.stdin.write('figures\n');
      const results = [];
      for (const _ of shares) results.push(pick(await answer()));
      return results;
    },
    async time(changes) {
      child.stdin.write(`time ${changes}\n`);
      return answer();
    },
    async end() {
      child.stdin.end();
      await once(child, 'close');
    },
  };
}

const CHANGE = 'one input changed, headline figures read';
const WHOLE = 'a whole plan in, the whole result out';

/** What a page loads for the engine in JavaScript alone. */
const SCRIPT = `
  import { load } from './pkg/slim.js';
  import { script } from './pkg/core-js.js';
  export default load({ script });`;

function contestants() {
  const { leftOut, open, twin, wasm, whole } = jaarplan;
  const [page, script] = [file('../pkg/index.js'), { stdin: { contents: SCRIPT, resolveDir: here('..') } }];
  return [
    { part: CHANGE, name: 'hand-written JavaScript', ...inNode(plain.open(plan)), page: file('rivals/plain.mjs') },
    { part: CHANGE, name: 'jaarplan ¹, Rust', ...inRust('open'), leftOut },
    { part: CHANGE, name: 'jaarplan ¹, WebAssembly', ...inNode(open(wasm, plan)), leftOut, page },
    { part: CHANGE, name: 'jaarplan ¹, as JavaScript', ...inNode(open(twin, plan)), leftOut, page: script },
    { part: CHANGE, name: 'HyperFormula', ...inNode(hyperformula.open(plan)), page: file('rivals/hyperformula.mjs') },
    { part: CHANGE, name: 'publicodes ²', ...inNode(publicodes.open(plan)), leftOut: publicodes.leftOut, page: file('rivals/publicodes.mjs') },
    { part: WHOLE, name: 'jaarplan, Rust', ...inRust('whole') },
    { part: WHOLE, name: 'jaarplan, WebAssembly', ...inNode(whole(wasm, plan)), page },
    { part: WHOLE, name: 'jaarplan, as JavaScript', ...inNode(whole(twin, plan)), page: script },
  ];
}

/** What differs from the oracle, over all contestants and values, as lines of text. */
async function wrongDigits(all) {
  const expected = shares.map((share) => {
    const changed = structuredClone(plan);
    changed.groups[0].participation = share;
    return pick(evaluate(JSON.stringify(changed)));
  });
  const wrong = [];
  for (const { name, figures, leftOut } of all) {
    const got = await figures();
    shares.forEach((share, i) => {
      for (const difference of differences(expected[i], got[i], leftOut)) wrong.push(`${name}, participation ${share}: ${difference}`);
    });
  }
  return wrong;
}

const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
};

/** Lets a contestant run until it is warm; how many changes then fill a turn. */
async function turnOf({ time }) {
  let changes = 1;
  for (let spent = 0; spent < WARM_UP_MS; ) {
    const ms = (await time(changes)) / 1e6;
    spent += ms;
    changes = Math.max(1, Math.round((changes * TURN_MS) / Math.max(ms, 0.01)));
  }
  return changes;
}

/** Nanoseconds per change of each contestant, round by round. */
async function timed(all, rounds) {
  const turns = [];
  for (const one of all) turns.push(await turnOf(one));
  const times = all.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < all.length; i++) {
      const turn = (i + round) % all.length; // nobody always comes after the same
      times[turn].push((await all[turn].time(turns[turn])) / turns[turn]);
    }
  }
  return times;
}

/** What a page loads, in bytes: minified, one file, brotli. */
const bytesOf = async (page) => (page ? brotliCompressSync(await bundle(page)).length : null);

async function show(all, times) {
  const [ofPlain] = times;
  const cell = (value, digits = 1) => value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const row = (name, ...cells) => console.log(`${name.padEnd(42)}${cells.map((text) => text.padStart(14)).join('')}`);
  for (const part of [CHANGE, WHOLE]) {
    console.log();
    row(part, 'µs, median', '× JavaScript', 'µs, fastest', '× JavaScript', 'bytes');
    for (const [i, { name, page, part: own }] of all.entries()) {
      if (own !== part) continue;
      const [usual, fastest] = [median(times[i]), Math.min(...times[i])];
      const ratios = [median(times[i].map((time, round) => time / ofPlain[round])), fastest / Math.min(...ofPlain)];
      const [ofUsual, ofFastest] = ratios.map((ratio) => cell(ratio, ratio < 10 ? 2 : 0));
      const bytes = await bytesOf(page);
      row(name, cell(usual / 1000, 2), ofUsual, cell(fastest / 1000, 2), ofFastest, bytes === null ? '–' : cell(bytes, 0));
    }
  }
}

const rounds = Number(process.argv[2] ?? 100);
const all = contestants();
const wrong = await wrongDigits(all);
for (const line of wrong) console.error(`wrong: ${line}`);
if (wrong.length === 0) {
  const figures = all.reduce((sum, { leftOut }) => sum + shares.length * (Object.keys(HEADLINES).length - (leftOut?.length ?? 0)), 0);
  console.log(`${all.length} contestants, ${shares.length} values, ${figures} figures: all digits agree with the oracle`);
  console.log(`${rounds} rounds on ${cpus()[0]?.model ?? 'an unknown processor'}, Node ${process.versions.node}`);
  await show(all, await timed(all, rounds));
  console.log('\n¹ without payroll, which is no headline');
  console.log('² figures without the monthly series: present values as closed sums, no payback month');
}
for (const { end } of all) await end?.();
process.exitCode = wrong.length > 0 ? 1 : 0;
