// Many plans on the command line: does time grow with the plans, memory not, and do all cores help?
//
//   cargo build --release -p jaarplan -p jaarplan-benches && node benches/batch.mjs [plans] [jobs]
//
// Plans are those of the oracle's generator (tests/oracle/plans.mjs): up to six groups, some with sixty.
// Memory and processor time are as Linux counts them; elsewhere they are NaN. On a machine that others use,
// processor time is the fairer figure.

import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plan } from '../tests/oracle/plans.mjs';

const program = fileURLToPath(new URL('../target/release/jaarplan', import.meta.url));

const speed = fileURLToPath(new URL('../target/release/speed', import.meta.url));

/** Writes so many plans to a file, one per line; 5,000 different ones, over and over. */
function write(file, plans) {
  const texts = Array.from({ length: Math.min(plans, 5000) }, (_, number) => `${plan(number, 7)}\n`);
  const output = openSync(file, 'w');
  for (let number = 0; number < plans; number += texts.length) {
    writeSync(output, texts.slice(0, plans - number).join(''));
  }
  closeSync(output);
}

/** The most memory that a process has held so far, in MB, and the seconds of processor time that it has used. */
function usage(pid) {
  try {
    const [memory] = /(?<=VmHWM:\s*)\d+/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    const ticks = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return { memory: memory / 1024, cpu: (Number(ticks[11]) + Number(ticks[12])) / 100 };
  } catch {
    return {}; // ended, or not Linux
  }
}

/** Runs the program over a file. */
function measure(file, jobs) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const run = spawn(program, ['evaluate', file, '--jobs', String(jobs)], { stdio: ['ignore', 'ignore', 'inherit'] });
    let used = { memory: NaN, cpu: NaN };
    const watch = setInterval(() => (used = { ...used, ...usage(run.pid) }), 5);
    run.on('error', reject);
    run.on('close', () => {
      clearInterval(watch);
      resolve({ seconds: (performance.now() - start) / 1000, ...used });
    });
  });
}

/** Measurements of a quarter, a half and all of the plans, with one job and with all. */
export async function batch(plans = 100_000, most = availableParallelism()) {
  const folder = mkdtempSync(join(tmpdir(), 'jaarplan-'));
  const rows = [];
  try {
    for (const jobs of new Set([1, most])) {
      for (const count of [plans / 4, plans / 2, plans]) {
        const file = join(folder, `${count}.ndjson`);
        write(file, count);
        rows.push({ plans: count, jobs, ...(await measure(file, jobs)) });
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return rows;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [plans, jobs] = process.argv.slice(2).map(Number);
  console.log('  plans  jobs  seconds  plans/s  CPU seconds  plans/CPU s  max MB');
  for (const { plans: count, jobs: used, seconds, cpu, memory } of await batch(plans, jobs)) {
    const columns = [
      [count, 7], [used, 6], [seconds.toFixed(2), 9], [(count / seconds).toFixed(0), 9],
      [cpu.toFixed(2), 13], [(count / cpu).toFixed(0), 13], [memory.toFixed(1), 8],
    ];
    console.log(columns.map(([text, width]) => String(text).padStart(width)).join(''));
  }
  console.log('\nwhere the time of one plan goes, on one core:');
  const texts = Array.from({ length: 2000 }, (_, number) => plan(number, 7)).join('\n');
  const steps = spawnSync(speed, ['--stdin'], { input: texts, stdio: ['pipe', 'inherit', 'inherit'] });
  process.exitCode = steps.status ?? 1;
}
