// A consumer: a copy of one of these folders, in an empty place, with the packed package installed.

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, watch } from '../tests/browser/chromium.mjs';
import { serve } from '../tests/browser/server.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Runs a program quietly; what it printed becomes the error when it fails. */
export function run(program, args, cwd) {
  try {
    return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    throw new Error(`${program} ${args.join(' ')}\n${error.stdout}${error.stderr}`);
  }
}

/** Runs one of the tools that these consumers are built with; in a consumer they are found like its own. */
export function tool(name, args, cwd) {
  const own = at(`node_modules/.bin/${name}`);
  return run(existsSync(own) ? own : at(`../node_modules/.bin/${name}`), args, cwd);
}

let tarball;
/** Packing says which files a user would get; a file that is not packed is not there. */
export function packed() {
  mkdirSync(at('.consumers'), { recursive: true });
  const into = at('.consumers');
  tarball ??= join(into, run('npm', ['pack', at('../pkg'), '--silent', '--pack-destination', into], into).trim().split('\n').at(-1));
  return tarball;
}

/** Makes the consumer; gives its folder, which goes when the tests of the file are done. */
export function consumer(folder) {
  const tarball = packed();
  const home = mkdtempSync(at('.consumers/'));
  after(() => rmSync(home, { recursive: true, force: true }));
  cpSync(at(folder), home, { recursive: true, filter: (file) => !file.endsWith('.test.mjs') });
  run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--silent', tarball], home);
  return home;
}

/**
 * Opens a folder in Chromium, under a policy: what `#circles` and the widget show, what the browser complained about, and
 * the hosts that were asked.
 */
export async function open(folder, policy) {
  const server = await serve({ folders: { '': folder }, policy });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const { all } = await watch(page);
    const hosts = new Set();
    page.on('request', (request) => hosts.add(new URL(request.url()).host.replace(new URL(server.url).host, 'own')));
    await page.goto(`${server.url}/`);
    await page.waitForFunction(() => !['', '…'].includes(document.querySelector('#circles')?.textContent ?? ''), undefined, { timeout: 15_000 });
    const circles = await page.textContent('#circles');
    const card = page.locator('jaarplan-prof-circles [data-card=circles] .big').first();
    const widget = (await page.locator('jaarplan-prof-circles').count()) ? await card.textContent() : undefined;
    const complaints = (await all()).filter((complaint) => !/favicon|404/.test(complaint));
    return { circles, widget, complaints, hosts: [...hosts] };
  } finally {
    await browser.close();
    await server.close();
  }
}
