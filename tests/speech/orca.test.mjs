// What a blind person hears: the screen reader Orca reads a page in Firefox, somebody types in a field, and
// Orca says the figure that changed, once, with its unit.
//
//   dbus-run-session -- node --test tests/speech/orca.test.mjs
//
// `cargo xtask soak speech` installs what this needs and runs it so. Nothing sounds: Orca writes what it
// says into its debug file. Browser and screen reader talk over the session's own bus, on a screen that
// nobody sees, with settings in a folder that goes afterwards.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Engine } from '../browser/engines.mjs';
import { html, WIDGETS } from '../browser/widgets.mjs';

const PAUSE = 5000; // ms after which Orca has said what there was to say

const home = mkdtempSync(join(tmpdir(), 'jaarplan-speech-'));
const log = join(home, 'orca.log');
const engine = new Engine('Firefox');
const processes = [];
let orca;

const run = (program, args, options) => {
  const child = spawn(program, args, { stdio: 'ignore', ...options });
  child.on('error', (error) => console.error(`${program}: ${error.message}`));
  processes.push(child);
  return child;
};

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What Orca said, in order; to be read when it has ended, for it writes in blocks. */
const said = () => [...readFileSync(log, 'utf8').matchAll(/SPEECH OUTPUT: '(.*)'(?:\{| |$)/gm)].map(([, text]) => text.replace(/\s+/g, ' ').trim());

before(async () => {
  assert.ok(process.env.DBUS_SESSION_BUS_ADDRESS, 'run it under dbus-run-session');
  const screen = run('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const number = await new Promise((resolve) => screen.stdout.once('data', resolve));
  const env = {
    ...process.env,
    HOME: home,
    XDG_RUNTIME_DIR: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    DISPLAY: `:${String(number).trim()}`,
    GNOME_ACCESSIBILITY: '1',
    ACCESSIBILITY_ENABLED: '1',
    GSETTINGS_BACKEND: 'memory',
    NO_AT_BRIDGE: '0',
  };
  run('/usr/libexec/at-spi-bus-launcher', ['--launch-immediately'], { env });
  await sleep(1000);
  orca = run('orca', ['--replace', '--debug-file', log], { env });
  await sleep(5000);
  await engine.start({ shown: env });
});

after(async () => {
  await engine.stop();
  for (const process of processes.reverse()) process.kill();
  await sleep(500);
  rmSync(home, { recursive: true, force: true });
});

test('the changed figures of each element are said once, with their units', async () => {
  const spoken = Object.entries(WIDGETS).filter(([, { says }]) => says);
  for (const [tag, { fields }] of spoken) {
    const page = await engine.open(html(tag));
    await sleep(PAUSE); // it reads the page aloud
    for (const [name, value] of Object.entries(fields)) await page.field(name).type(value);
    await sleep(PAUSE);
    await page.close();
  }
  orca.kill();
  await once(orca, 'exit');
  const heard = said();
  const of = (says) => heard.filter((text) => says.test(text)).length;
  assert.deepEqual(spoken.map(([tag, { says }]) => [tag, of(says)]), spoken.map(([tag]) => [tag, 1]), heard.join('\n'));
  // The field itself, with its name, before what follows from it.
  assert.ok(heard.some((text) => text.startsWith('VTE entry')), heard.join('\n'));
});
