// A simulation of one plan by everyone who can: `node benches/simulate.mjs` after `cargo xtask build` and
// `cargo build --release -p jaarplan-benches`.
//
// Three groups, every default not known exactly, 16,384 points. Hand-written JavaScript gets the same samples of the
// inputs, and must find the same figures. numpy and Squiggle draw their own: what counts is how long each takes to come
// equally close to a long simulation. A wrong digit ends the run with 1, no time does.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { load } from '../pkg/index.js';
import { simulation } from './rivals/lanes.mjs';
import { simulation as inSquiggle } from './rivals/squiggle.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const native = here('../target/release/simulation');
const plan = {
  schemaVersion: 1, year: 2027, country: 'BE',
  groups: [{ id: 'a', headcount: 60, fte: 48.5 }, { id: 'b', headcount: 31, fte: 27 }, { id: 'c', headcount: 52, fte: 41.1 }],
};
const POINTS = 16_384;
const options = { defaultRanges: true, points: POINTS };

/** The samples of what is not known, by path. */
function samples() {
  const bytes = execFileSync(native, ['samples'], { input: JSON.stringify(plan), maxBuffer: 2 ** 28 });
  const end = bytes.indexOf(10);
  const values = new Float64Array(bytes.buffer.slice(bytes.byteOffset + end + 1, bytes.byteOffset + bytes.length));
  const columns = new Map();
  JSON.parse(bytes.subarray(0, end).toString()).forEach((inputs, at) => {
    for (const input of inputs) columns.set(input, values.subarray(at * POINTS, (at + 1) * POINTS));
  });
  return (path) => columns.get(path) ?? (() => { throw new Error(`${path} is known`); })();
}

const jaarplan = await load();
const twin = await load({ engine: 'js' });
const sampleOf = samples();
const own = () => simulation(plan.groups, sampleOf, POINTS, true);

const wrong = [];
const told = jaarplan.simulate(plan, options);
const found = own();
Object.entries(told.figures).forEach(([id, figure], at) => {
  const expected = [figure.mean, figure.defined, figure.p5, figure.p10, figure.p25, figure.p50, figure.p75, figure.p90, figure.p95];
  expected.forEach((value, i) => {
    const other = found.spreads[at][i];
    const same = value === null ? Number.isNaN(other) : Math.abs(value - other) <= 1e-9 * Math.max(Math.abs(value), Math.abs(other));
    if (!same) wrong.push(`${id} ${i}: ${value}, by hand ${other}`);
  });
});
if (found.probability !== told.probabilities[0].probability) wrong.push(`probability: ${found.probability}`);
for (const line of wrong) console.error(`wrong: ${line}`);
if (wrong.length > 0) process.exit(1);
console.log(`a simulation of three groups, ${told.unknowns} unknowns, ${POINTS} points: all digits of jaarplan and JavaScript by hand agree to 1e-9`);

// A keystroke changes one number; the samples of the inputs are kept.
const opened = [jaarplan, twin].map((engine) => engine.open(plan));
let heads = 60;
const keystroke = (open) => () => {
  heads = 121 - heads;
  open.set('groups[0].headcount', heads);
  return open.simulate(options);
};
const contestants = [
  ['JavaScript by hand, samples given', own],
  ['jaarplan, WebAssembly, samples kept', keystroke(opened[0])],
  ['jaarplan, as JavaScript, samples kept', keystroke(opened[1])],
  ['jaarplan, WebAssembly, from the plan', () => jaarplan.simulate(plan, options)],
];
const times = contestants.map(() => []);
for (let round = 0; round < 25; round += 1) {
  contestants.forEach(([, run], at) => {
    const start = performance.now();
    run();
    if (round > 4) times[at].push(performance.now() - start); // the first ones warm up
  });
}
const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
console.log(`${''.padEnd(40)}${['fastest, ms', '× by hand', 'middle, ms', '× by hand'].map((text) => text.padStart(13)).join('')}`);
contestants.forEach(([name], at) => {
  const [fastest, usual] = [Math.min(...times[at]), middle(times[at])];
  const ratio = middle(times[at].map((time, round) => time / times[0][round]));
  const cells = [fastest.toFixed(1), (fastest / Math.min(...times[0])).toFixed(2), usual.toFixed(1), ratio.toFixed(2)];
  console.log(`${name.padEnd(40)}${cells.map((text) => text.padStart(13)).join('')}`);
});

// How close P10, P50 and P90 of the net value come to those of a long simulation, with other random numbers each time.
const SEEDS = 12;
const root = (numbers) => Math.sqrt(numbers.reduce((sum, number) => sum + number * number, 0) / numbers.length);
const quantiles = ({ figures }) => [figures['value.net'].p10, figures['value.net'].p50, figures['value.net'].p90];
const long = Array.from({ length: 4 }, (_, i) => quantiles(jaarplan.simulate(plan, { ...options, points: 131_072, seed: 1000 + i })));
const reference = [0, 1, 2].map((at) => long.reduce((sum, one) => sum + one[at], 0) / long.length);
const estimates = Object.fromEntries(told.drivers.flatMap(({ inputs, low, value, high }) => inputs.map((input) => [input, [low, value, high]])));
const asked = { groups: plan.groups, estimates };

function timed(run) {
  const start = performance.now();
  const found = run();
  return { seconds: (performance.now() - start) / 1000, quantiles: found };
}
const seeds = (count) => Array.from({ length: count }, (_, seed) => seed + 2);

function inNumpy() {
  // Debian's, which has Debian's numpy.
  const input = JSON.stringify({ ...asked, points: POINTS, seeds: SEEDS });
  const lines = execFileSync('/usr/bin/python3', [here('rivals/lanes.py')], { input, stdio: ['pipe', 'pipe', 'pipe'] });
  return lines.toString().trim().split('\n').map((line) => JSON.parse(line));
}

async function rival(name, points, run) {
  try {
    const runs = await run();
    const error = root(runs.flatMap((one) => one.quantiles.map((value, at) => value - reference[at])));
    return { name, points, error, seconds: Math.min(...runs.map((one) => one.seconds)) };
  } catch (error) {
    console.log(`${name} is left out: ${String(error.stderr ?? error).trim().split('\n').at(-1)}`);
    return null;
  }
}

const accuracy = [
  await rival('jaarplan, WebAssembly, from the plan', POINTS, () => seeds(SEEDS).map((seed) => timed(() => quantiles(jaarplan.simulate(plan, { ...options, seed }))))),
  await rival('numpy', POINTS, inNumpy),
  await rival('Squiggle', 1000, async () => {
    const runs = [];
    for (const seed of seeds(6)) runs.push(await inSquiggle({ ...asked, points: 1000, seed }));
    return runs;
  }),
].filter(Boolean);
console.log(`\n${'P10, P50 and P90 of the net value'.padEnd(40)}${['points', 'fastest, ms', 'RMSE, €', 'equal RMSE, ×'].map((text) => text.padStart(14)).join('')}`);
for (const { name, points, error, seconds } of accuracy) {
  // Independent samples come twice as close with four times as many.
  const ratio = (seconds / accuracy[0].seconds) * (error / accuracy[0].error) ** 2;
  const cells = [points, (seconds * 1000).toFixed(1), error.toFixed(0), ratio.toFixed(ratio < 10 ? 1 : 0)];
  console.log(`${name.padEnd(40)}${cells.map((cell) => String(cell).padStart(14)).join('')}`);
}

for (const part of ['kernel', 'curve']) {
  console.log();
  process.stdout.write(execFileSync(native, [part]));
}
