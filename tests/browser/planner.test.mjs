// The planner as a person uses it: real typing in Chromium, under a strict content security policy.
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

/** A page with the planner, and everything that goes wrong in it. */
async function open({ path = '/', ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const watched = await watch(page);
  await page.goto(server.url + path);
  await page.waitForFunction(() => document.querySelector('jaarplan-planner')?.shadowRoot);
  return {
    page,
    field: (name, row = 0) => page.locator(`[data-name="${name}"]`).nth(row).locator('input:not([type=range]), select'),
    note: async (name, row = 0) => flat(await page.locator(`[data-name="${name}"]`).nth(row).locator('.note').innerText()),
    tab: (name) => page.getByRole('tab', { name }).click(),
    card: async (name) => flat(await page.locator(`[data-card="${name}"]`).innerText()),
    async close() {
      const found = await watched.all();
      await context.close();
      assert.deepEqual(found, []);
    },
  };
}

const flat = (text) => text.replace(/\s+/g, ' ').trim();

/** Twenty people, sixteen FTE. */
async function fillSmall({ field }) {
  await field('headcount').pressSequentially('20');
  await field('fte').pressSequentially('16');
}

// Belgium, everything else a default: part-time factor e = 16/20 = 0.8, participants P = 20 × 80 % = 16.
// Hours: week cycles 16·40·30/60·0.8 = 256; circles 16·6·2.5 = 240; Prof track and formal each
//   16·16·0.8 = 204.8; talks 20·2 = 40; together 945.6, so 945.6/20 = 47.28 per employee,
//   945.6/16/7.6 = 7.78 days per FTE, 945.6/(16·38·45·0.937) = 3.69 % of working time.
// Circles: 16/8 = 2 of 8 people, 2·6 = 12 meetings.
// Cash: cover 945.6·0.1·48.20·1.2 = 5,469.35; courses 204.8·35 = 7,168; platform 16·60 = 960;
//   rooms 12·50 = 600; contingency 5 % of 8,728 = 436.40; together 14,633.75.
// Full: + time 945.6·48.20 = 45,577.92 + talks 20·2·48.20 = 1,928 + guidance 2·6·(2+1)·48.20 = 1,735.20
//   − covered 945.6·0.1·48.20 = 4,557.79; together 59,317.08.
// Break-even: the discounted cost 58,073.90 (12 months at 4 %) divided by the discounted value of a
//   productivity of 100 % over months 13 to 36 with a half-life of 14 months, 1,103,004.46: 5.27 %.
//   Return at 1 %: (11,030.04 − 58,073.90)/58,073.90 = −81 %; at 10 %: +90 %.
test('typing the figures of a small organisation gives the four indicators', async () => {
  const planner = await open();
  const requests = server.requests.length;
  assert.equal(await planner.card('time'), 'Leertijd per medewerker –');
  await fillSmall(planner);
  assert.match(await planner.card('time'), /47,3 uur per jaar 7,8 dagen per VTE 3,7% van de werktijd/);
  assert.match(await planner.card('circles'), /^Prof-cirkels 2 cirkels 12 bijeenkomsten 8 deelnemers per cirkel Waarom dit getal\?$/);
  assert.match(await planner.card('budget'), /€ 14\.634 uitgaven € 59\.317 volledige kost/);
  assert.match(await planner.card('value'), /5,3% Break-even -81% tot 90% RoV bij 1% tot 10% meer productiviteit/);
  await planner.tab('Uitkomst');
  const table = flat(await planner.page.locator('section.lines').innerText());
  assert.match(table, /Totaal 14\.633,75 49\.241,12 .* -4\.557,79 .* 59\.317,08/);
  assert.equal(server.requests.length, requests, 'nothing leaves the page');
  await planner.close();
});

test('numbers are read as Dutch people write them, and what is no number stays', async () => {
  const planner = await open();
  await fillSmall(planner);
  const available = planner.field('available');
  await available.pressSequentially('1.234,5');
  assert.equal(await available.inputValue(), '1.234,5');
  // 14,633.75 of cash against 1,234.50: 13,399 short.
  assert.match(await planner.card('budget'), /€ 13\.399 meer dan de beschikbare € 1\.235/);

  await available.fill('1.234');
  assert.equal(await planner.note('available'), 'Gelezen als € 1.234. Bedoel je € 1,234? Typ dan een komma.');

  const fte = planner.field('fte');
  await fte.fill('');
  await fte.pressSequentially('abc');
  assert.equal(await fte.inputValue(), 'abc');
  assert.equal(await planner.note('fte'), '“abc” is geen getal. Typ bijvoorbeeld 12,5.');
  assert.equal(await fte.getAttribute('aria-invalid'), 'true');
  const described = await fte.getAttribute('aria-describedby');
  assert.match(await planner.page.locator(`[id="${described}"]`).innerText(), /geen getal/);
  assert.match(await planner.card('time'), /47,3/);
  assert.match(flat(await planner.page.locator('.status').innerText()), /één veld klopt nog niet/);

  // Other fields go on: 16·24·0.8 = 307.2 hours instead of 204.8, so 1,048 in all, 52.4 each.
  await planner.field('hours', 1).pressSequentially('24');
  await planner.page.getByRole('button', { name: 'Naar het veld' }).click();
  await planner.page.keyboard.press('Control+A');
  await planner.page.keyboard.type('16');
  assert.match(await planner.card('time'), /52,4/);
  assert.equal(await planner.page.locator('.status').count(), 0);
  await planner.close();
});

test('typing keeps the focus and the caret', async () => {
  const planner = await open();
  await fillSmall(planner);
  const field = planner.field('fte');
  await field.evaluate((input) => input.setSelectionRange(1, 1));
  await planner.page.keyboard.type('5,');
  assert.equal(await field.inputValue(), '15,6');
  assert.equal(await field.evaluate((input) => input.selectionStart), 3);
  await planner.close();
});

test('a group that was removed comes back', async () => {
  const planner = await open();
  await fillSmall(planner);
  await planner.page.getByRole('button', { name: 'Groep toevoegen' }).click();
  await planner.page.keyboard.type('Keuken'); // the new group's name has the focus
  await planner.field('headcount', 1).pressSequentially('10');
  await planner.field('fte', 1).pressSequentially('7,50');
  const before = await planner.card('budget');
  await planner.page.getByRole('button', { name: 'Verwijder Keuken' }).click();
  assert.match(await planner.card('budget'), /€ 14\.634/);
  assert.match(flat(await planner.page.locator('.undo').innerText()), /^Keuken is verwijderd\. Ongedaan maken$/);
  await planner.page.keyboard.press('Enter'); // "Ongedaan maken" has the focus
  assert.equal(await planner.card('budget'), before);
  assert.equal(await planner.field('fte', 1).inputValue(), '7,50');
  await planner.close();
});

test('a figure is explained down to what was filled in', async () => {
  const planner = await open();
  await fillSmall(planner);
  const why = planner.page.locator('[data-card="time"]').getByRole('button', { name: 'Waarom dit getal?' });
  await why.click();
  const steps = planner.page.locator('.derivation');
  assert.match(flat(await steps.innerText()), /47,28 uur = Leertijd van iedereen \(945,6 uur\) gedeeld door Medewerkers, Groep 1 \(20\)/);
  assert.equal(await why.getAttribute('aria-expanded'), 'true');
  await steps.locator('summary', { hasText: 'Leertijd van iedereen' }).click();
  assert.match(flat(await steps.innerText()), /= Vitale Weekcycli \(256 uur\) plus Prof-cirkels/);
  // It follows what is typed.
  await planner.field('fte').fill('20');
  assert.match(flat(await steps.innerText()), /= Vitale Weekcycli \(320 uur\) plus Prof-cirkels/);
  assert.match(flat(await steps.innerText()), /Waar dit getal op rust .* Deelname, Groep 1: 80% standaard onze aanname/);
  await steps.getByRole('button', { name: 'Sluiten' }).click();
  assert.equal(await steps.count(), 0);
  assert.equal(await why.evaluate((button) => button.getRootNode().activeElement === button), true);
  await planner.close();
});

test('every figure on the page tells where it comes from', async () => {
  const planner = await open();
  await fillSmall(planner);
  await planner.tab('Uitkomst');
  const figures = planner.page.locator('[data-figure]');
  const asked = await figures.evaluateAll((buttons) => buttons.map((button) => button.dataset.figure));
  assert.ok(asked.length > 180, `${asked.length} figures`);
  const panel = planner.page.locator('.derivation');
  const root = planner.page.locator('jaarplan-planner');
  const some = asked.filter((about, i) => !about.includes('months[') || i % 17 === 0);
  for (const about of some) {
    // Not with the mouse: many stand in a part of the page that is folded.
    const button = root.locator(`[data-figure="${about}"]`);
    await button.evaluate((button) => button.click());
    const text = flat(await panel.innerText());
    assert.match(text, /^Waarom dit getal\? ./, about);
    assert.doesNotMatch(text, /learningTime|profCircles|budget\.|value\.|groups\[|NaN|Infinity/, about);
    assert.equal(await panel.count(), 1);
    await button.evaluate((button) => button.click());
    assert.equal(await panel.count(), 0, about);
  }
  await planner.close();
});

test('the country changes the words and the defaults', async () => {
  const planner = await open();
  await fillSmall(planner);
  await planner.field('country').selectOption('NL');
  assert.match(await planner.card('time'), /dagen per fte/);
  assert.match(await planner.card('budget'), /volledige kosten/);
  assert.equal(await planner.field('labourCostPerHour').getAttribute('placeholder'), '45,20');
  await planner.close();
});

// Law from 20 FTE: 5 days, so 5·0.8 = 4 per participant. A participant has 16 + 15 + 12.8 + 12.8 + 2 = 58.6
// hours: 58.6/7.6 = 7.7 days. Who does not take part has 2/7.6 = 0.3 day. With 16 FTE the right is 1 day.
test('the learning right is answered, and follows the sector and what is typed', async () => {
  const planner = await open();
  const { page } = planner;
  const requests = server.requests.length;
  await planner.field('headcount').pressSequentially('25');
  await planner.field('fte').pressSequentially('20');
  const top = page.locator('.headlines .right');
  const rule = async (id) => {
    await planner.tab('Wet en cao');
    const rule = page.locator(`[data-rule="${id}"]`);
    const text = (await rule.count()) ? flat(await rule.innerText()) : '';
    await planner.tab('Invullen');
    return text;
  };
  assert.match(flat(await top.innerText()), /^✗ 5 dagen per VTE\? Niet gehaald voor 5 van de 25 medewerkers\. Bekijk de uitleg$/);
  assert.match(await rule('be-individual-right'), /Groep 1 20 deelnemers, gemiddeld 80% werktijd 4,0 7,7 ✓ ja/);
  assert.match(await rule('be-individual-right'), /5 medewerkers, met 0,3 dag in het plan/);
  assert.match(await rule('be-training-plan'), /uiterlijk 31 maart 20\d\d: het opleidingsplan is klaar/);

  await top.getByRole('button').click();
  assert.equal(await page.evaluate(() => document.querySelector('jaarplan-planner').shadowRoot.activeElement.id), 'rights');
  await page.locator('#rights').getByText('Voor wie voltijds, 80% of halftijds werkt').click();
  assert.match(flat(await page.locator('#rights').innerText()), /per voltijdse medewerker 5,0 9,1 ✓ ja/); // 20 + 15 + 16 + 16 + 2 = 69 hours
  await planner.tab('Invullen');

  await planner.field('sector').selectOption({ label: 'PC 200: bedienden' });
  await planner.field('year').fill('2027');
  assert.match(flat(await top.innerText()), /^✗ 4 dagen per VTE\?/);
  assert.equal(await rule('be-individual-right'), '');
  await planner.field('participation').fill('100');
  assert.match(flat(await top.innerText()), /^✓ 4 dagen per VTE\? Gehaald in elke groep\./);
  await planner.field('sector').selectOption({ label: 'Overheid' });
  assert.equal(await top.count(), 0);
  assert.match(await rule('be-individual-right'), /de regel is voor werkgevers in de privésector/);
  assert.equal(server.requests.length, requests, 'a source is read when someone opens it, not before');
  await planner.close();
});

test('an example can be opened, and one’s own plan comes back', async () => {
  const planner = await open();
  await fillSmall(planner);
  await planner.page.getByLabel('Begin met een voorbeeld').selectOption({ label: 'Basisschool in Nederland' });
  await planner.page.locator('.undo').waitFor();
  assert.match(await planner.card('time'), /dagen per fte/);
  assert.ok((await planner.field('organisation').inputValue()).length > 3);
  await planner.page.locator('#undo').click();
  assert.match(await planner.card('budget'), /€ 14\.634/);
  await planner.close();
});

test('the main task needs no mouse', async () => {
  const planner = await open();
  const { page } = planner;
  const focused = () =>
    page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('data-field') ?? document.activeElement?.id ?? '');
  const tabTo = async (ending) => {
    for (let tabs = 0; tabs < 60; tabs++) {
      if ((await focused()).endsWith(ending)) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`no way to ${ending}`);
  };
  await tabTo('organisation');
  await page.keyboard.type('De Linde');
  await tabTo('.headcount');
  await page.keyboard.type('20');
  await tabTo('.fte');
  await page.keyboard.type('16');
  await page.keyboard.press('Enter'); // sends no form
  assert.match(await planner.card('budget'), /€ 14\.634/);
  await page.locator('[data-card="budget"] button.link').focus();
  await page.keyboard.press('Enter');
  assert.match(flat(await page.locator('.derivation h2').innerText()), /Waarom dit getal\? L&O-budget/);
  await planner.close();
});

test('a screen reader hears what changed, once, after a pause', async () => {
  const planner = await open();
  const { page } = planner;
  await page.evaluate(() => {
    window.said = [];
    const live = document.querySelector('jaarplan-planner').shadowRoot.querySelector('[role=status]');
    new MutationObserver(() => window.said.push(live.textContent)).observe(live, { childList: true, characterData: true, subtree: true });
  });
  await fillSmall(planner);
  await page.waitForTimeout(1200);
  const said = (await page.evaluate(() => window.said)).map(flat);
  assert.deepEqual(said, [
    'Leertijd per medewerker: 47,3 uur. 2 Prof-cirkels, 12 bijeenkomsten. Uitgaven € 14.634, volledige kost € 59.317. Break-even bij 5,3% meer productiviteit.',
  ]);
  await planner.close();
});

test('the page hears what a person does, and nothing else', async () => {
  const planner = await open();
  const { page } = planner;
  await page.evaluate(() => {
    window.heard = [];
    for (const type of ['input', 'change', 'jaarplan-result', 'jaarplan-error']) {
      document.addEventListener(type, (event) => window.heard.push([type, event.detail?.code ?? event.detail?.budget?.cash ?? null]));
    }
    document.querySelector('jaarplan-planner').plan = { schemaVersion: 1, year: 2027, country: 'BE', groups: [{ headcount: 20, fte: 15 }] };
  });
  assert.deepEqual(await page.evaluate(() => window.heard), []);
  await planner.field('fte').fill('16');
  await planner.field('fte').fill('x');
  await page.keyboard.press('Tab');
  assert.deepEqual(await page.evaluate(() => window.heard), [
    ['jaarplan-result', 14633.75],
    ['input', null], // a listener to this one finds the new plan
    ['jaarplan-error', 'wrong-type'],
    ['input', null],
    ['change', null],
  ]);
  await planner.close();
});

test('a moved element keeps what was typed; a removed one is freed and comes back', async () => {
  const planner = await open();
  const { page } = planner;
  await fillSmall(planner);
  await planner.field('available').pressSequentially('1.234,5');
  await planner.field('year').fill('straks');
  const look = () =>
    page.evaluate(() => {
      const root = document.querySelector('jaarplan-planner').shadowRoot;
      const value = (name) => root.querySelector(`[data-name="${name}"] input`).value;
      return [value('available'), value('year'), root.adoptedStyleSheets.length];
    });
  await page.evaluate(() => document.querySelector('footer').append(document.querySelector('jaarplan-planner')));
  assert.deepEqual(await look(), ['1.234,5', 'straks', 1]);
  await page.evaluate(async () => {
    window.kept = document.querySelector('jaarplan-planner');
    kept.remove();
    await new Promise((resolve) => setTimeout(resolve));
    window.empty = kept.shadowRoot.childElementCount;
    document.querySelector('main').append(kept);
  });
  assert.equal(await page.evaluate(() => window.empty), 0);
  assert.deepEqual(await look(), ['1.234,5', 'straks', 1]);
  assert.equal(await page.evaluate(() => window.kept.plan.budget.available), 1234.5);
  // Another document has style sheets of its own.
  const frames = await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.contentDocument.body.append(window.kept);
    const sheets = window.kept.shadowRoot.adoptedStyleSheets.length;
    document.querySelector('main').append(window.kept);
    return [sheets, window.kept.shadowRoot.adoptedStyleSheets.length];
  });
  assert.deepEqual(frames, [1, 1]);
  assert.deepEqual(await look(), ['1.234,5', 'straks', 1]);
  await planner.close();
});

test('a plan comes from attributes, from inside the element, from a file, or as a property', async () => {
  const planner = await open({ path: '/pages/sources.html' });
  const plan = { schemaVersion: 1, year: 2027, country: 'BE', groups: [{ headcount: 20, fte: 16 }] };
  const figures = await planner.page.evaluate(async (plan) => {
    document.querySelector('#property').plan = plan;
    const of = async (id) => {
      const element = document.getElementById(id);
      await element.ready;
      return element.shadowRoot.querySelector('[data-card="budget"] .big').textContent.replace(/\s/g, ' ');
    };
    return Promise.all(['attributes', 'inside', 'file', 'property'].map(of));
  }, plan);
  assert.deepEqual(figures, Array(4).fill('€ 14.634'));
  await planner.close();
});

test('what the page put inside stays when the plan cannot be read', async () => {
  const planner = await open({ path: '/pages/sources.html' });
  const [code, shown, text] = await planner.page.evaluate(async () => {
    const element = document.querySelector('#broken');
    const why = await element.ready.catch((why) => why);
    const [place, sorry] = element.shadowRoot.children;
    return [why.code, place.assignedNodes().map((node) => node.textContent).join(''), sorry.textContent];
  });
  assert.equal(code, 'not-json');
  assert.match(shown, /Bel 02 123 45 67/);
  assert.match(text, /^Deze rekenhulp kan hier niet werken\. .*: not-json/);
  await planner.close();
});

test('the page says which language', async () => {
  const planner = await open();
  const { page, field, note } = planner;
  await fillSmall(planner);
  await field('labourCostPerHour').pressSequentially('1.234');
  assert.equal(await note('labourCostPerHour'), 'Gelezen als € 1.234. Bedoel je € 1,234? Typ dan een komma.');
  const speak = (language) => page.evaluate((language) => {
    document.querySelector('jaarplan-planner').lang = language;
  }, language);
  await speak('fr');
  assert.match(await planner.card('circles'), /^Cercles Prof 2 cercles 12 réunions/);
  assert.equal(await field('labourCostPerHour').inputValue(), '1.234');
  await speak('en');
  assert.match(await planner.card('circles'), /^Prof circles 2 circles 12 meetings/);
  assert.equal(await field('labourCostPerHour').inputValue(), '1,234');
  // Without one of its own, that of the page; seen when the element is put there.
  await page.evaluate(() => {
    const element = document.querySelector('jaarplan-planner');
    element.removeAttribute('lang');
    element.parentElement.lang = 'fr-BE';
    const place = element.nextSibling;
    const { parentNode } = element;
    element.remove();
    return Promise.resolve().then(() => parentNode.insertBefore(element, place));
  });
  assert.match(await planner.card('budget'), /^Budget L&D [0-9 ]+ € dépenses/);
  assert.equal(await field('labourCostPerHour').inputValue(), '1.234');
  await planner.close();
});

test('registering twice is harmless', async () => {
  const planner = await open();
  await planner.page.evaluate(() => import('/pkg/register.js?again').then((module) => module.ready));
  await fillSmall(planner);
  assert.match(await planner.card('budget'), /€ 14\.634/);
  await planner.close();
});

for (const width of [320, 480, 768, 1024, 1600]) {
  test(`nothing sticks out at ${width} px`, async () => {
    const planner = await open({ viewport: { width, height: 800 } });
    await planner.page.getByLabel('Begin met een voorbeeld').selectOption({ index: 1 });
    await planner.page.locator('[data-card="time"] button.link').click();
    const [scroll, client] = await planner.page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(scroll <= client, `${scroll} > ${client}`);
    await planner.close();
  });
}
