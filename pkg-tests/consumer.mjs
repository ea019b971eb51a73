// A consumer: a copy of one of these folders, in an empty place, with the packed package installed.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

/** Runs a program quietly; what it printed becomes the error when it fails. */
export function run(program, args, cwd) {
  try {
    return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    throw new Error(`${program} ${args.join(' ')}\n${error.stdout}${error.stderr}`);
  }
}

/** Makes the consumer; gives its folder, which goes when the tests of the file are done. */
export function consumer(folder) {
  const at = mkdtempSync(join(tmpdir(), 'jaarplan-consumer-'));
  after(() => rmSync(at, { recursive: true, force: true }));
  const pkg = fileURLToPath(new URL('../pkg', import.meta.url));
  // Packing says which files a user would get; a file that is not packed is not there.
  const tarball = run('npm', ['pack', pkg, '--silent', '--pack-destination', at], at).trim().split('\n').at(-1);
  cpSync(fileURLToPath(new URL(folder, import.meta.url)), at, {
    recursive: true,
    filter: (file) => !file.endsWith('.test.mjs'),
  });
  run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--silent', `./${tarball}`], at);
  return at;
}
