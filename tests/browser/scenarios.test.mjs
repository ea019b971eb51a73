// Scenarios as a manager compares them: real typing in Chromium, under a strict content security policy.
// Expected figures are worked out by hand from the formulas of the model, in src/widgets/pages/scenarios/tests.rs.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, watch } from './chromium.mjs';
import { serve } from './server.mjs';

let server;
let browser;

before(async () => {
  server = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const flat = (text) => text.replace(/\s+/g, ' ').trim();

/** A page with the scenarios of twenty people, sixteen FTE, and a budget that shows the same plan. */
async function open() {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const watched = await watch(page);
  await page.goto(server.url + '/');
  await page.waitForFunction(() => customElements.get('jaarplan-scenarios'));
  await page.evaluate(async () => {
    const both = ['scenarios', 'budget'].map((name) => document.createElement(`jaarplan-${name}`));
    for (const widget of both) widget.planName = 'compared';
    for (const [name, value] of Object.entries({ country: 'BE', headcount: '20', fte: '16' })) both[0].setAttribute(name, value);
    document.body.replaceChildren(...both);
    await Promise.all(both.map((widget) => widget.ready));
  });
  const widget = page.locator('jaarplan-scenarios');
  return {
    page,
    widget,
    press: (name) => widget.getByRole('button', { name, exact: true }).click(),
    field: (name) => widget.getByRole('textbox', { name, exact: true }),
    cells: async (name) => {
      const cells = widget.locator('.compared tr').filter({ has: page.getByRole('rowheader', { name }) }).locator('td');
      return (await cells.allInnerTexts()).map(flat);
    },
    budget: async () => flat(await page.locator('jaarplan-budget [data-card="budget"]').innerText()),
    focused: () => widget.evaluate((element) => element.shadowRoot.activeElement?.id),
    async close() {
      const found = await watched.all();
      await page.close();
      assert.deepEqual(found, []);
    },
  };
}

test('a manager makes a cheaper scenario, sees the difference and takes it back', async () => {
  const { page, widget, press, field, cells, budget, focused, close } = await open();
  await press('Maak een scenario');
  assert.equal(await focused(), 'name-of-2');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Minder cursus');
  const hours = field('Opleiding en cursus, Minder cursus');
  await hours.pressSequentially('8');
  assert.deepEqual(await cells('L&O-budget (uitgaven)'), ['€ 14.634', '€ 10.278 − € 4.356']);
  assert.match(await budget(), /€ 10\.278/, 'the other widget shows the scenario that is worked on');

  // The other scenario can be changed right here, while people go on in this one.
  await field('Opleiding en cursus, Uitgangspunt').pressSequentially('8');
  assert.deepEqual(await cells('L&O-budget (uitgaven)'), ['€ 10.278', '€ 10.278 gelijk']);
  await press('Ongedaan maken');
  assert.deepEqual(await cells('L&O-budget (uitgaven)'), ['€ 14.634', '€ 10.278 − € 4.356']);
  assert.equal(await focused(), '1/learning.formal.hours');
  const news = widget.locator('.hidden[role=status]');
  await page.waitForFunction(
    () => document.querySelector('jaarplan-scenarios').shadowRoot.querySelector('.hidden[role=status]').textContent,
  );
  assert.match(flat(await news.textContent()), /Uitgaven € 10\.278/);

  await press('Verder werken in dit scenario: Uitgangspunt');
  assert.equal(await focused(), 'scenario-1');
  await page.waitForFunction(() => /14\.634/.test(document.querySelector('jaarplan-budget').shadowRoot.textContent));
  await press('Verwijder Minder cursus');
  assert.equal(await widget.locator('.compared').count(), 0);
  await page.keyboard.press('Enter'); // "Ongedaan maken" has the focus
  assert.deepEqual(await cells('L&O-budget (uitgaven)'), ['€ 14.634', '€ 10.278 − € 4.356']);
  assert.equal(await focused(), 'name-of-2');
  await close();
});

test('the names of the rows stay in sight on a phone, and the page itself does not scroll sideways', async () => {
  const { page, widget, press, close } = await open();
  await page.setViewportSize({ width: 320, height: 640 });
  await press('Maak een scenario');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 320, `${wide} pixels`);
  const scroller = widget.locator('.scroller').first();
  await scroller.evaluate((element) => (element.scrollLeft = 200));
  const { x } = await widget.getByRole('rowheader', { name: 'L&O-budget (uitgaven)' }).boundingBox();
  assert.ok(x >= 0 && x < 40, `${x} pixels from the side`);
  await close();
});
