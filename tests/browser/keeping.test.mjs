// Keeping a plan and sharing it, as a person does: undo, paste, sliders, files, links, storage, copies, other words.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { launch, watch } from './chromium.mjs';
import { serve } from './server.mjs';

let server;
let browser;
const pages = new Map();
const flat = (text) => text.replace(/\s+/g, ' ').trim();

before(async () => {
  server = await serve({ pages });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const html = (body) =>
  `<!doctype html><html lang="nl"><title>x</title><script type="module" src="/pkg/register.js"></script>${body}`;

/** A page with these elements, in a browser that remembers only what the test wrote. */
async function open(body, { hash = '', context, setup } = {}) {
  pages.set('/kept', html(body));
  const own = context ?? (await browser.newContext());
  const page = await own.newPage();
  const watched = await watch(page);
  if (setup) await page.addInitScript(setup);
  await page.goto(`${server.url}/kept${hash}`);
  await page.waitForFunction(() => document.querySelector('[id=first]')?.shadowRoot);
  const first = page.locator('#first');
  return {
    page,
    context: own,
    first,
    field: (id) => first.locator(`[data-field="${id}"]`),
    tool: (name) => first.locator('.tools').getByText(name, { exact: true }),
    card: async (name) => flat(await first.locator(`[data-card="${name}"]`).innerText()),
    plan: () => page.evaluate(() => document.querySelector('#first').plan),
    async close() {
      const found = await watched.all();
      if (!context) await own.close();
      else await page.close();
      assert.deepEqual(found, []);
    },
  };
}

const PLANNER = '<jaarplan-planner id="first" country="BE" headcount="20" fte="16"></jaarplan-planner>';

test('every change can be taken back and done again, typing in a field at once', async () => {
  const { field, tool, first, page, card, close } = await open(PLANNER);
  const before = await card('budget');
  await field('groups:1.headcount').fill('');
  await field('groups:1.headcount').pressSequentially('40');
  await field('groups:1.fte').fill('32');
  const after = await card('budget');
  assert.notEqual(after, before);
  await tool('Ongedaan maken').click();
  await tool('Ongedaan maken').click();
  assert.equal(await card('budget'), before);
  assert.ok(await tool('Ongedaan maken').isDisabled());
  await tool('Opnieuw doen').click();
  await tool('Opnieuw doen').click();
  assert.equal(await card('budget'), after);
  assert.equal(await field('groups:1.headcount').inputValue(), '40');
  // By the keys, where no field has the focus.
  await first.locator('[data-figure="budget.cash in headlines"]').focus();
  await page.keyboard.press('Control+z');
  assert.equal(await field('groups:1.fte').inputValue(), '16');
  await close();
});

test('a table from a spreadsheet becomes groups', async () => {
  const { page, field, first, card, close } = await open(PLANNER);
  await field('groups:1.name').focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Groep\tAantal\tVTE\tLoonkost\tKleur\nZorg\t96\t71,2\t€ 41,50\tblauw\nKeuken\t34\t22,5\t33,8\trood\n');
    const field = document.querySelector('#first').shadowRoot.activeElement;
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true, cancelable: true }));
  });
  assert.equal(await first.locator('.group-row').count(), 2);
  assert.equal(await field('groups:1.fte').inputValue(), '71,2');
  assert.equal(await field('groups:1.labourCostPerHour').inputValue(), '€ 41,50');
  assert.equal(await first.locator('[data-name="headcount"] input').nth(1).inputValue(), '34');
  assert.match(flat(await first.locator('.panel-of-plan').innerText()), /geen veld: .*blauw.*rood/);
  assert.match(await card('circles'), /\d+ cirkels/);
  await close();
});

test('a slider stands beside its field and does not round it', async () => {
  const { page, field, first, plan, close } = await open(PLANNER);
  await field('learning.formal.hours').fill('12,3');
  assert.equal((await plan()).learning.formal.hours, 12.3);
  const slider = first.locator('[data-slide="learning.formal.hours"]');
  assert.equal(await field('learning.formal.hours').inputValue(), '12,3');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  const moved = (await plan()).learning.formal.hours;
  assert.ok(moved >= 12.5 && moved <= 13.5, String(moved));
  assert.match(await slider.getAttribute('aria-valuetext'), /^\d+ uur$/);
  await close();
});

test('a plan is saved as a file, opened again, and a file that is none changes nothing', async () => {
  const { page, field, tool, first, card, close } = await open(PLANNER);
  await field('groups:1.labourCostPerHour').fill('51,25');
  const [file] = await Promise.all([page.waitForEvent('download'), tool('Bewaren als bestand').click()]);
  assert.match(file.suggestedFilename(), /^jaarplan-20\d\d\.json$/);
  const text = await readFile(await file.path(), 'utf8');
  assert.equal(JSON.parse(text).groups[0].labourCostPerHour, 51.25);
  const before = await card('budget');

  const input = first.locator('input[type=file]');
  await field('groups:1.headcount').fill('30');
  await input.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await first.locator('#undo').waitFor();
  assert.equal(await card('budget'), before);
  await input.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"schemaVersion":') });
  await first.getByText('Dit bestand is geen plan').waitFor();
  assert.equal(await card('budget'), before);

  const [csv] = await Promise.all([page.waitForEvent('download'), tool('Cijfers voor een rekenblad (CSV)').click()]);
  assert.match(csv.suggestedFilename(), /\.csv$/);
  assert.match(await readFile(await csv.path(), 'utf8'), /^\ufeff[^\n]*;/);
  await close();
});

test('a plan of a newer schema is shown and not changed', async () => {
  const newer = { schemaVersion: 2, year: 2027, country: 'BE', groups: [{ headcount: 20, fte: 16 }], novelty: 1 };
  const { first, plan, card, close } = await open(
    `<jaarplan-planner id="first"><script type="application/json">${JSON.stringify(newer)}</script></jaarplan-planner>`,
  );
  assert.match(await card('budget'), /€ 14\.634/);
  assert.match(flat(await first.locator('.guard').innerText()), /nieuwere versie/);
  assert.equal(await first.locator('[data-field="groups:1.headcount"]').getAttribute('readonly'), '');
  assert.deepEqual(await plan(), newer);
  await close();
});

/** The link to the plan on a page. */
async function link({ first, tool }) {
  await tool('Delen met een link').click();
  return first.locator('#link').inputValue();
}

test('a link opens the same plan to look at, and a copy of it can be changed', async () => {
  const sender = await open(PLANNER);
  await sender.field('learning.formal.hours').fill('24');
  const address = await link(sender);
  assert.ok(address.startsWith(`${server.url}/kept#jp1.`), address);
  assert.ok(address.length < 900 + server.url.length, `${address.length} characters`);
  const [plan, budget] = [await sender.plan(), await sender.card('budget')];
  await sender.close();

  const reader = await open('<jaarplan-planner id="first"></jaarplan-planner>', { hash: new URL(address).hash });
  assert.equal(await reader.card('budget'), budget);
  assert.deepEqual(await reader.plan(), plan);
  assert.match(flat(await reader.first.locator('.guard').innerText()), /met je gedeeld/);
  assert.equal(await reader.field('groups:1.headcount').getAttribute('readonly'), '');
  assert.ok(await reader.first.getByRole('button', { name: 'Groep toevoegen' }).isHidden());
  await reader.first.getByRole('button', { name: 'Maak een kopie' }).click();
  await reader.field('groups:1.headcount').fill('22');
  assert.equal((await reader.plan()).groups[0].headcount, 22);
  await reader.close();

  const damaged = await open(PLANNER, { hash: new URL(address).hash.replace(/jp1\.(.)/, (_, one) => `jp1.${one === 'A' ? 'B' : 'A'}`) });
  await damaged.first.getByText('De link naar een plan is beschadigd').waitFor();
  assert.match(await damaged.card('circles'), /2 cirkels/, 'the page keeps its own plan');
  await damaged.close();
});

test('wages of a small group are asked about before they are shared', async () => {
  const { field, tool, first, close } = await open('<jaarplan-planner id="first" country="BE" headcount="3" fte="3"></jaarplan-planner>');
  await field('groups:1.name').fill('Directie');
  await field('groups:1.labourCostPerHour').fill('95');
  await tool('Delen met een link').click();
  assert.match(flat(await first.locator('.panel-of-plan').innerText()), /minder dan 5 medewerkers: Directie/);
  assert.equal(await first.locator('#link').count(), 0);
  await first.getByRole('button', { name: 'Annuleren' }).click();
  assert.equal(await first.locator('.panel-of-plan').count(), 0);
  await tool('Delen met een link').click();
  await first.getByRole('button', { name: 'Toch doorgaan' }).click();
  assert.match(await first.locator('#link').inputValue(), /#jp1\./);
  await close();
});

test('a plan is remembered where the page asks for it, and only there', async () => {
  const context = await browser.newContext();
  const kept = () => ({ keys: Object.keys(localStorage), text: localStorage.getItem('jaarplan:') });
  const first = await open(PLANNER, { context });
  await first.field('groups:1.headcount').fill('25');
  await first.page.waitForTimeout(1000);
  assert.deepEqual(await first.page.evaluate(kept), { keys: [], text: null });
  await first.close();

  const REMEMBER = PLANNER.replace('id=', 'remember id=');
  const second = await open(REMEMBER, { context });
  await second.field('groups:1.headcount').fill('25');
  await second.page.waitForTimeout(1000);
  assert.match((await second.page.evaluate(kept)).text, /"headcount":25/);
  await second.close();
  const third = await open(REMEMBER, { context });
  assert.equal(await third.field('groups:1.headcount').inputValue(), '25');
  // What cannot be read is left alone.
  await third.page.evaluate(() => localStorage.setItem('jaarplan:', '{"schemaVersion":'));
  await third.close();
  const fourth = await open(REMEMBER, { context });
  await fourth.first.getByText('een plan dat deze versie niet kan lezen').waitFor();
  await fourth.field('groups:1.headcount').fill('26');
  await fourth.page.waitForTimeout(1000);
  assert.equal((await fourth.page.evaluate(kept)).text, '{"schemaVersion":');
  await fourth.close();
  await context.close();
});

test('a browser that refuses to remember is told about, and the figures go on', async () => {
  const { first, card, close } = await open(PLANNER.replace('id=', 'remember id='), {
    setup: () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }),
  });
  await first.getByText('Je browser bewaart niets voor deze pagina').waitFor();
  assert.match(await card('circles'), /2 cirkels/);
  await close();
});

test('a copy takes the place of a remembered plan only after asking', async () => {
  const context = await browser.newContext();
  const sender = await open(PLANNER, { context });
  const { hash } = new URL(await link(sender));
  await sender.close();
  const REMEMBER = '<jaarplan-planner id="first" remember country="BE" headcount="50" fte="40"></jaarplan-planner>';
  const own = await open(REMEMBER, { context });
  await own.field('groups:1.fte').fill('41');
  await own.page.waitForTimeout(1000);
  await own.close();
  const reader = await open(REMEMBER, { context, hash });
  assert.match(await reader.card('circles'), /2 cirkels/);
  await reader.first.locator('.guard').getByRole('button', { name: 'Maak een kopie' }).click();
  assert.match(flat(await reader.first.locator('.panel-of-plan').innerText()), /in de plaats van je eigen plan/);
  assert.match(await reader.page.evaluate(() => localStorage.getItem('jaarplan:')), /"fte":41/);
  await reader.first.getByRole('button', { name: 'Toch doorgaan' }).click();
  assert.equal(await reader.first.locator('.guard').count(), 0);
  await reader.close();
  await context.close();
});

test('a plan to look at only has a copy that can be changed', async () => {
  const { page, first, field, card, close } = await open(PLANNER.replace('id=', 'readonly id='));
  assert.equal(await field('groups:1.headcount').getAttribute('readonly'), '');
  await field('groups:1.headcount').pressSequentially('9');
  assert.match(await card('circles'), /2 cirkels/);
  await first.getByRole('button', { name: 'Maak een kopie' }).click();
  assert.equal(await page.evaluate(() => document.querySelector('#first').readonly), false);
  await field('groups:1.headcount').fill('40');
  assert.match(await card('circles'), /4 cirkels/);
  await close();
});

test('the page replaces a label, everywhere that it stands alone', async () => {
  const { first, close } = await open(
    `<script type="application/json" data-jaarplan-labels>{ "Prof-cirkels": "Leerkringen", "Groep toevoegen": "Nog een team" }</script>${PLANNER}`,
  );
  assert.match(flat(await first.locator('[data-card="circles"]').innerText()), /^Leerkringen 2 cirkels/);
  assert.ok(await first.getByRole('button', { name: 'Nog een team' }).isVisible());
  await close();
});
