// What somebody does who sees the planner for the first time, from an empty page to a link in a mail.
// SHOTS=folder leaves a picture of each step.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, watch } from './chromium.mjs';
import { serve } from './server.mjs';

let server;
let browser;
const flat = (text) => text.replace(/\s+/g, ' ').trim();
const euros = (text) => Number(text.replace(/[^\d-]/g, ''));

before(async () => {
  server = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

test('an organisation, its main assumption, a cheaper scenario, paper and a link', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const watched = await watch(page);
  await page.goto(server.url);
  const planner = page.locator('jaarplan-planner');
  await planner.locator('[data-card="time"]').waitFor();
  const requests = server.requests.length;
  let steps = 0;
  const look = async () => {
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/journey-${(steps += 1)}.png`, fullPage: true });
  };
  const type = async (name, row, text) => {
    await planner.locator(`[data-name="${name}"] input`).nth(row).click();
    await page.keyboard.type(text);
  };

  // Three groups.
  await type('organisation', 0, 'Woonzorg De Linde');
  for (const [row, [name, heads, fte]] of [['Zorg', '120', '96,5'], ['Keuken', '34', '22,5'], ['Staf', '12', '10']].entries()) {
    if (row > 0) await planner.getByRole('button', { name: 'Groep toevoegen' }).click();
    await type('name', row, name);
    await type('headcount', row, heads);
    await type('fte', row, fte);
  }
  await look();
  const cash = async () => euros(await planner.locator('[data-figure="budget.cash in headlines"]').innerText());
  const first = await cash();
  assert.ok(first > 50_000, String(first));

  // Which assumption matters most for the budget, and what it becomes with another value.
  await planner.locator('[data-card="budget"]').getByRole('button', { name: 'Waarom dit getal?' }).click();
  const main = planner.locator('.assumptions tbody tr').first();
  assert.match(flat(await main.innerText()), /Aanpassen/);
  await look();
  await main.getByRole('button', { name: 'Aanpassen' }).click();
  const field = await page.evaluate(() => document.querySelector('jaarplan-planner').shadowRoot.activeElement.dataset.field);
  assert.match(field, /participation|formal|amount|labourCost|replacement/i, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('60');
  assert.notEqual(await cash(), first);
  await planner.getByRole('button', { name: 'Sluiten' }).click();

  // A cheaper scenario, beside the first.
  await page.getByRole('tab', { name: 'Scenario’s' }).click();
  await planner.getByRole('button', { name: /Maak een scenario/ }).click();
  await planner.locator('[data-field$="/learning.formal.hours"]').nth(1).fill('8');
  await look();
  const table = flat(await planner.locator('[role=tabpanel]').innerText());
  assert.match(table, /Scenario 2/);
  assert.match(table, /-€? ?[\d.]+|€ -[\d.]+/);

  // On paper.
  await page.getByRole('tab', { name: 'Jaarplan', exact: true }).click();
  assert.match(flat(await planner.locator('[role=tabpanel]').innerText()), /Woonzorg De Linde .* 13 indicatoren/);
  await look();
  await page.emulateMedia({ media: 'print' });
  assert.ok(await planner.locator('.keeping').isHidden());
  await look();
  await page.emulateMedia({ media: 'screen' });

  // A link that opens the same plan.
  await planner.locator('.tools').getByText('Delen met een link').click();
  const link = await planner.locator('#link').inputValue();
  assert.ok(link.length < 900 + server.url.length, `${link.length}`);
  const plan = await page.evaluate(() => document.querySelector('jaarplan-planner').plan);
  assert.equal(server.requests.length, requests, 'nothing leaves the page');
  await page.goto('about:blank');
  await page.goto(link);
  await planner.locator('.guard').waitFor();
  assert.deepEqual(await page.evaluate(() => document.querySelector('jaarplan-planner').plan), plan);
  await look();
  const found = await watched.all();
  await context.close();
  assert.deepEqual(found, []);
});
