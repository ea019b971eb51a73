// Microseconds per call of the package in Node, for a plan with two groups: `node benches/boundary.mjs`
// after `cargo xtask build`. The fastest of many short rounds: others on the
// machine only make a round slower.

import { load } from '../pkg/index.js';

export const plan = {
  schemaVersion: 1, year: 2027, country: 'BE',
  groups: [
    { id: 'office', name: 'Office', headcount: 40, fte: 34.6, labourCostPerHour: 52.3, participation: 0.85, leaders: 6 },
    { id: 'care', name: 'Care', headcount: 103, fte: 82, labourCostPerHour: 41.75, participation: 0.7, replacementShare: 0.6 },
  ],
  budget: { available: 180000 },
};

/** Microseconds per call. */
export function microseconds(call, rounds = 400, milliseconds = 2) {
  let fastest = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    let calls = 0;
    const start = performance.now();
    while (performance.now() - start < milliseconds) {
      for (let i = 0; i < 16; i += 1) call();
      calls += 16;
    }
    fastest = Math.min(fastest, ((performance.now() - start) * 1000) / calls);
  }
  return fastest;
}

const jaarplan = await load();
const open = jaarplan.open(plan);
let share = 0.5;
const slide = () => {
  share = 1.25 - share;
  open.set('groups[0].participation', share);
};
const rows = {
  'evaluate(plan)': () => jaarplan.evaluate(plan),
  'open(plan).close()': () => jaarplan.open(plan).close(),
  'open.set(…)': slide,
  'open.headlines()': () => open.headlines(),
  'open.set(…), open.headlines()': () => (slide(), open.headlines()),
  'open.set(…), open.evaluate()': () => (slide(), open.evaluate()),
};
for (const [name, call] of Object.entries(rows)) {
  console.log(`${microseconds(call).toFixed(2).padStart(10)} µs  ${name}`);
}
