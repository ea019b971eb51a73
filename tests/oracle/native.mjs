// The plans of which every engine has one digest, and that digest, as the native program has it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { COUNT, digest, PART, results } from '../browser/pages/digest.js';
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

export const natively = () =>
  whole((part) => {
    const run = spawnSync(program, ['evaluate', '-', '--format', 'json'], { input: part.join('\n'), encoding: 'utf8', maxBuffer: 2 ** 30 });
    const lines = run.stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
    assert.equal(lines.length, part.length, run.stderr);
    return results((line) => {
      if (line.error) throw line.error;
      return line;
    }, lines);
  });
