import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch, watch } from '../../tests/browser/chromium.mjs';
import { consumer } from '../consumer.mjs';

const folder = consumer('classic/');
const page = readFileSync(join(folder, 'index.html'), 'utf8');
let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** Opens the page from the disk, with other words in it: what the widgets show, and what went wrong. */
async function open(change = (text) => text, prepare = () => {}) {
  writeFileSync(join(folder, 'changed.html'), change(page));
  const tab = await browser.newPage();
  const watched = await watch(tab);
  await tab.addInitScript(() => {
    // Each engine has its memory, and the one in JavaScript makes it by itself.
    window.engine = 'wasm';
    window.ArrayBuffer = new Proxy(ArrayBuffer, {
      construct(buffer, [size]) {
        if (size > 1e6) window.engine = 'js';
        return new buffer(size);
      },
    });
  });
  await tab.addInitScript(prepare);
  await tab.goto(pathToFileURL(join(folder, 'changed.html')).href);
  const shown = {};
  for (const [name, tag] of [['circles', 'jaarplan-prof-circles'], ['budget', 'jaarplan-budget']]) {
    shown[name] = await tab.locator(`${tag} [data-card=${name}] .big`).first().textContent();
  }
  const wrong = await watched.all();
  const engine = await tab.evaluate(() => window.engine);
  await tab.close();
  return { ...shown, engine, wrong };
}

const expected = await (async () => {
  const { load } = await import(pathToFileURL(join(folder, 'node_modules/jaarplan/index.js')).href);
  const { budget } = (await load()).evaluate({ schemaVersion: 1, year: 2027, country: 'BE', groups: [{ headcount: 120, fte: 96.5 }] });
  return { circles: '12', budget: `€\u{a0}${Math.round(budget.cash).toLocaleString('nl-BE')}`, engine: 'wasm', wrong: [] };
})();

test('one file shows the widgets from a disk, in a page of an old encoding', async () => {
  assert.deepEqual(await open(), expected);
});

test('as JavaScript, because a widget asks for it', async () => {
  assert.deepEqual(await open((text) => text.replace('headcount', 'engine="js" headcount')), { ...expected, engine: 'js' });
});

test('as JavaScript, where there is no WebAssembly', async () => {
  assert.deepEqual(await open(undefined, () => delete window.WebAssembly), { ...expected, engine: 'js' });
});

const other = (change) => {
  const file = join(folder, 'node_modules/jaarplan/jaarplan.js');
  writeFileSync(join(folder, 'other.js'), change(readFileSync(file, 'utf8')));
  return page.replace(/src="[^"]*"/, 'src="other.js"');
};

test('uploaded with other ends of lines', async () => {
  const changed = other((text) => text.replaceAll('\n', '\r\n'));
  assert.deepEqual(await open(() => changed), expected);
});

// What computes must be what was tested: a script that something on the way wrote in another way says so.
test('written in another way', async () => {
  writeFileSync(join(folder, 'changed.html'), other((text) => text.replace(/\(a,b\)\{/g, '(a, b){')));
  const tab = await browser.newPage();
  await tab.goto(pathToFileURL(join(folder, 'changed.html')).href);
  for (const sorry of await tab.locator('.sorry').all()) assert.match(await sorry.textContent(), /no-engine, wasm: damaged, js: damaged/);
  await tab.locator('.sorry').nth(1).waitFor();
  await tab.close();
});

test('loaded twice', async () => {
  assert.deepEqual(await open((text) => text.replace(/<script.*<\/script>/, '$&$&')), expected);
});
