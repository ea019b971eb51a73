// A number that nobody knows exactly: real typing in the lowest, likely and highest value.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, watch } from './chromium.mjs';
import { serve } from './server.mjs';

let server;
let browser;

before(async () => {
  const pages = fileURLToPath(new URL('pages', import.meta.url));
  server = await serve({ folders: { pages } });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const flat = (text) => text.replace(/\s+/g, ' ').trim();

async function open(path = '/') {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const watched = await watch(page);
  await page.goto(server.url + path);
  await page.waitForFunction(() => document.querySelector('jaarplan-planner')?.shadowRoot);
  return {
    page,
    field: (label) => page.getByRole('textbox', { name: label, exact: true }),
    button: page.getByRole('button', { name: '± marge: Weekcycli per jaar' }),
    group: page.getByRole('group', { name: '± marge: Weekcycli per jaar' }),
    count: () => page.evaluate(() => document.querySelector('jaarplan-planner').plan.learning?.weekCycles.count),
    async close() {
      const found = await watched.all();
      await context.close();
      assert.deepEqual(found, []);
    },
  };
}

test('a field opens with the keyboard, and is an estimate as soon as an end is typed', async () => {
  const { page, button, group, count, close } = await open();
  await page.locator('[data-name="headcount"] input').pressSequentially('20');
  await page.locator('[data-name="fte"] input').pressSequentially('16');
  await button.focus();
  await page.keyboard.press('Enter');
  assert.equal(await button.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('Tab');
  const low = group.getByRole('textbox', { name: 'Laagst' });
  assert.ok(await low.evaluate((input) => input === input.getRootNode().activeElement));
  assert.equal(await low.getAttribute('placeholder'), '30');
  await page.keyboard.type('32,5');
  assert.deepEqual(await count(), { low: 32.5, likely: 40, high: 46 });
  await page.keyboard.press('Tab');
  await page.keyboard.type('39'); // over the default that stood there
  const high = group.getByRole('textbox', { name: 'Hoogst' });
  assert.equal(await high.inputValue(), '39');
  const note = page.locator(`[id="${await high.getAttribute('aria-describedby')}"]`);
  assert.match(await note.innerText(), /moeten oplopen/);
  assert.equal(await high.getAttribute('aria-invalid'), 'true');
  assert.equal(await low.getAttribute('aria-invalid'), 'false');
  // The slider moves the likely value, so that the three go up again.
  await page.getByRole('slider', { name: 'Weekcycli per jaar, schuif' }).press('ArrowLeft');
  await page.getByRole('slider', { name: 'Weekcycli per jaar, schuif' }).press('ArrowLeft');
  assert.deepEqual(await count(), { low: 32.5, likely: 38, high: 39 });
  assert.equal(await high.getAttribute('aria-invalid'), 'false');
  // Each change comes back by itself; the field of the last one has the focus.
  for (let step = 0; step < 3; step += 1) await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  assert.deepEqual(await count(), { low: 32.5, likely: 40, high: 46 });
  assert.equal(await low.inputValue(), '32,5');
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  assert.equal(await count(), undefined);
  await close();
});

test('an estimate is one line until it is opened, and one number when both ends are cleared', async () => {
  const { page, button, group, count, close } = await open();
  await page.evaluate(() => {
    const weekCycles = { count: { low: 30, likely: 40, high: 46 } };
    const plan = { schemaVersion: 1, year: 2027, country: 'BE', groups: [{ headcount: 20, fte: 16 }], learning: { weekCycles } };
    document.querySelector('jaarplan-planner').plan = plan;
  });
  const likely = page.getByRole('textbox', { name: 'Weekcycli per jaar' });
  const note = page.locator(`[id="${await likely.getAttribute('aria-describedby')}"]`);
  assert.equal(flat(await note.innerText()), 'schatting: 30 tot 46');
  assert.equal(await group.count(), 0);
  await button.click();
  for (const name of ['Laagst', 'Hoogst']) await group.getByRole('textbox', { name }).fill('');
  assert.equal(await count(), 40);
  await button.click();
  assert.equal(await button.getAttribute('aria-expanded'), 'false');
  assert.equal(flat(await note.innerText()), '');
  await close();
});
