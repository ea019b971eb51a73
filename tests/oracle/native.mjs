// The plans of which every engine has one digest, and that digest, as the native program has it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { COUNT, digest, OPTIONS, PART, results, SIMULATED } from '../browser/pages/digest.js';
import { plan } from './plans.mjs';

/** The plans as JSON texts, a part at a time. */
export const parts = Array.from({ length: COUNT / PART }, (_, part) => Array.from({ length: PART }, (_, i) => plan(part * PART + i, 5)));

/** The digest of all plans; `work` gives the results of a part as one text. */
export async function whole(work) {
  let sum = '';
  for (const part of parts) sum = await digest(sum, work(part));
  return sum;
}

const program = fileURLToPath(new URL('../../target/release/jaarplan', import.meta.url));

/** What the native program says of plans, a line for each. */
export function lines(call, plans) {
  const run = spawnSync(program, call, { input: plans.join('\n'), encoding: 'utf8', maxBuffer: 2 ** 30 });
  return run.stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
}

function told(call, plans) {
  const answers = lines(call, plans);
  assert.equal(answers.length, plans.length);
  return results((line) => {
    if (line.error) throw line.error;
    return line;
  }, answers);
}

export const natively = () => whole((part) => told(['evaluate', '-', '--format', 'json'], part));

/** The plans that are simulated too. */
export const simulated = Array.from({ length: SIMULATED }, (_, i) => plan(i, 11));

/** The digest of their simulations. */
export const simulatedNatively = () =>
  digest('', told(['simulate', '-', '--points', String(OPTIONS.points), ...(OPTIONS.defaultRanges ? ['--default-ranges'] : [])], simulated));
