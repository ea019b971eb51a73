// The Jaarplan on paper: typed in Chromium, printed as a PDF, under a strict content security policy.

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

const WORDS = 'Iedereen leert.\nOok <b>jij</b> & je collega’s.';

/** How often a PDF has an element of each kind in its structure. */
function structure(pdf) {
  const text = pdf.toString('latin1');
  assert.match(text, /\/MarkInfo\s*<<[^>]*\/Marked true/);
  assert.match(text, /\/StructTreeRoot/);
  return (kind) => text.match(new RegExp(`/S\\s*/${kind}\\b`, 'g'))?.length ?? 0;
}

test('a text typed with an indicator is in the plan, and on paper it is text', async () => {
  const page = await browser.newPage();
  const watched = await watch(page);
  await page.goto(`${server.url}/report.html`);
  const report = page.locator('jaarplan-report');
  await report.evaluate((element) => element.ready);
  const row = report.locator('[data-indicator="12"]');
  const field = row.locator('textarea');
  assert.equal(await row.locator('.none').innerText(), 'nog niet beschreven');

  await report.evaluate((element) => {
    window.heard = [];
    for (const type of ['input', 'change']) element.addEventListener(type, () => window.heard.push(type));
  });
  await field.pressSequentially('Iedereen leert.');
  await field.press('Enter');
  await field.pressSequentially('Ook <b>jij</b> & je collegas.');
  // In the middle of a text the caret stays where it is.
  for (let steps = 0; steps < 2; steps++) await field.press('ArrowLeft');
  await field.pressSequentially('’');
  assert.equal(await field.inputValue(), WORDS);
  assert.equal(await report.evaluate((element) => element.plan.jaarplan.goalTest), WORDS);
  await field.blur();
  assert.deepEqual([...new Set(await page.evaluate(() => window.heard))], ['input', 'change']);
  assert.equal(await row.locator('.none').count(), 0);
  assert.equal(await row.locator('b').count(), 0);

  // Another plan brings another text, and a locked report shows it without a field.
  const plan = await report.evaluate((element) => element.plan);
  await report.evaluate((element, plan) => (element.plan = plan), { ...plan, jaarplan: { ...plan.jaarplan, goals: 'Samen' } });
  assert.equal(await report.locator('[data-indicator="1"] textarea').inputValue(), 'Samen');
  await report.evaluate((element) => (element.readonly = true));
  assert.equal(await report.locator('textarea').count(), 0);
  assert.equal(await row.locator('.said').innerText(), WORDS);
  await report.evaluate((element) => (element.readonly = false));
  assert.equal(await row.locator('.said').isVisible(), false);

  await page.emulateMedia({ media: 'print' });
  assert.equal(await row.locator('.said').innerText(), WORDS);
  for (const hidden of ['textarea', '.actions']) assert.equal(await report.locator(hidden).first().isVisible(), false, hidden);
  await page.emulateMedia({ media: null });

  const of = structure(await page.pdf({ preferCSSPageSize: true, tagged: true }));
  assert.ok(of('H2') >= 6 && of('H3') >= 13, 'headings');
  assert.ok(of('Table') >= 5 && of('TH') > 20 && of('TD') > 20, 'tables');
  assert.ok(of('LI') >= 13, 'indicators');
  const found = await watched.all();
  await page.close();
  assert.deepEqual(found, []);
});

test('the planner prints its report alone', async () => {
  const page = await browser.newPage();
  await page.goto(server.url);
  const planner = page.locator('jaarplan-planner');
  await planner.evaluate((element) => element.ready);
  const [headcount, fte] = ['headcount', 'fte'].map((name) => planner.locator(`[data-name="${name}"] input`).first());
  await headcount.fill('20');
  await fte.fill('16');
  await planner.locator('#tab-report').click();
  await page.emulateMedia({ media: 'print' });
  for (const hidden of ['.headlines', '.tabs']) assert.equal(await planner.locator(hidden).first().isVisible(), false, hidden);
  for (const shown of ['.strip', '.indicators', '.lines']) assert.equal(await planner.locator(shown).isVisible(), true, shown);
  await page.close();
});
