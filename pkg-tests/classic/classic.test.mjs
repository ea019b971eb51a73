import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
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

test('the script shows the widgets from a disk, in a page of an old encoding', async () => {
  assert.deepEqual(await open(), expected);
});

test('as JavaScript, because a widget asks for it', async () => {
  assert.deepEqual(await open((text) => text.replace('headcount', 'engine="js" headcount')), { ...expected, engine: 'js' });
});

test('as JavaScript, where there is no WebAssembly', async () => {
  assert.deepEqual(await open(undefined, () => delete window.WebAssembly), { ...expected, engine: 'js' });
});

/** The page with a script that was written in another way, and the engine beside it likewise. */
const other = (change) => {
  for (const file of ['jaarplan.js', 'jaarplan-js.js']) {
    writeFileSync(join(folder, file), change(readFileSync(join(folder, 'node_modules/jaarplan', file), 'utf8')));
  }
  return page.replace(/src="[^"]*"/, 'src="jaarplan.js"');
};

for (const [how, change] of [
  ['with other ends of lines', (text) => text.replaceAll('\n', '\r\n')],
  ['through something that writes scripts in another way', (text) => text.replace(/\(a,b\)\{/g, '(a, b) {')],
]) {
  test(`uploaded ${how}`, async () => {
    const changed = other(change);
    assert.deepEqual(await open(() => changed), expected);
    const asked = changed.replace('headcount', 'engine="js" headcount');
    assert.deepEqual(await open(() => asked), { ...expected, engine: 'js' });
  });
}

for (const [how, change] of [
  ['missing', () => undefined],
  ['cut off', (text) => text.slice(0, text.length / 2)],
  ['something else', () => '// moved'],
]) {
  test(`where the engine in JavaScript is ${how}, WebAssembly runs, or what the page put inside stays`, async () => {
    const changed = other((text) => text);
    const file = join(folder, 'jaarplan-js.js');
    const left = change(readFileSync(file, 'utf8'));
    if (left === undefined) rmSync(file);
    else writeFileSync(file, left);
    assert.deepEqual(await open(() => changed), expected);
    writeFileSync(join(folder, 'changed.html'), changed.replace('headcount', 'engine="js" headcount'));
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(join(folder, 'changed.html')).href);
    await tab.locator('.sorry').nth(1).waitFor();
    for (const sorry of await tab.locator('.sorry').all()) assert.match(await sorry.textContent(), /no-engine, js: refused$/);
    assert.ok(await tab.getByText('Even geduld').isVisible());
    await tab.close();
  });
}

test('loaded twice', async () => {
  assert.deepEqual(await open((text) => text.replace(/<script.*<\/script>/, '$&$&')), expected);
});
