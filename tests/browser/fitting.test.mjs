// What fits in a budget: a goal and a budget that is spread, asked for and taken over by hand.
// Expected figures are worked out by hand from the formulas of the model.

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

// Twenty people, sixteen FTE: € 14,633.75 of spending, of which an hour of training is 16·0.8 = 12.8 hours, so cover
// 12.8·0.1·48.20·1.2 = 74.04, courses 12.8·35 = 448 and 5 % of those 22.40; together € 544.44. Two hours less: € 13,545.
test('a goal is asked for, taken over with one button, and undone', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const watched = await watch(page);
  await page.goto(`${server.url}/`);
  await page.waitForFunction(() => document.querySelector('jaarplan-planner')?.shadowRoot);
  await page.locator('[data-name="headcount"] input').pressSequentially('20');
  await page.locator('[data-name="fte"] input').pressSequentially('16');
  await page.getByRole('tab', { name: 'Scenario’s' }).click();
  await page.getByRole('combobox', { name: 'Dit mag veranderen' }).selectOption({ label: 'Opleiding en cursus' });
  await page.getByRole('textbox', { name: 'Doel' }).pressSequentially('14.000');
  const answer = page.locator('#fit-goal');
  assert.equal(await answer.innerText(), '', 'nothing is calculated before somebody asks');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.match(flat(await answer.innerText()), /^Zet “Opleiding en cursus” op 14 uur\. Dan komt “L&O-budget \(uitgaven\)” op € 13\.545\./);
  const hours = () => page.evaluate(() => document.querySelector('jaarplan-planner').plan.learning?.formal?.hours);
  assert.equal(await hours(), undefined);
  await page.getByRole('button', { name: 'Neem over in het plan' }).click();
  assert.equal(await hours(), 14);
  assert.equal(flat(await answer.innerText()), 'Dit staat nu in je plan.');
  assert.ok(await answer.evaluate((there) => there === there.getRootNode().activeElement));
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  assert.equal(await hours(), undefined);
  // With a chance of 8 in 10: samples, and still an answer before a person looks away.
  await page.getByRole('tab', { name: 'Scenario’s' }).click();
  await page.getByRole('textbox', { name: 'Doel' }).fill('30.000');
  await page.getByRole('combobox', { name: 'Zekerheid' }).selectOption({ label: 'kans van 8 op 10' });
  await page.getByRole('button', { name: 'Reken uit' }).first().click();
  assert.match(flat(await answer.innerText()), /De kans dat het lukt is ongeveer 8 op 10\./);
  // A budget over the ways to learn, as a scenario of its own.
  await page.getByRole('textbox', { name: 'Budget om te verdelen' }).fill('14.000');
  await page.getByRole('button', { name: 'Reken uit' }).last().click();
  const spread = page.locator('#fit-spread');
  assert.match(flat(await spread.innerText()), /Onze aanname: de opbrengst groeit mee met de leertijd/);
  assert.equal(await spread.locator('tbody tr').first().locator('td').count(), 2);
  await spread.getByRole('button', { name: 'Als nieuw scenario' }).click();
  assert.equal(await page.locator('.compared thead .scenario').count(), 2);
  const found = await watched.all();
  await context.close();
  assert.deepEqual(found, []);
});
