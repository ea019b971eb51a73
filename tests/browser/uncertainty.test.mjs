// Ranges as people see them: at once while they type, of all samples a moment later. In Chromium.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { launch, watch } from './chromium.mjs';
import { serve } from './server.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FIRST = '1.024 doorrekeningen';
const ALL = '16.384 doorrekeningen';

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

/** A planner with twenty people, sixteen FTE, and with `uncertainty` ranges of all samples. */
async function open({ uncertainty = true, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const watched = await watch(page);
  await page.addInitScript(() => {
    const ask = window.requestAnimationFrame.bind(window);
    window.frames_asked = 0;
    window.longest = 0;
    window.requestAnimationFrame = (then) => {
      window.frames_asked += 1;
      return ask((time) => {
        const start = performance.now();
        then(time);
        window.longest = Math.max(window.longest, performance.now() - start);
      });
    };
  });
  await page.goto(`${server.url}/`);
  await page.evaluate(async () => {
    const planner = document.querySelector('jaarplan-planner');
    await planner.ready;
    window.planner = planner;
    window.text = (selector) => planner.shadowRoot.querySelector(selector)?.innerText.replace(/\s+/g, ' ').trim();
  });
  const planner = {
    page,
    field: (name, row = 0) => page.locator(`[data-name="${name}"]`).nth(row).locator('input:not([type=range]), select'),
    text: (selector) => page.evaluate((selector) => window.text(selector), selector),
    finish: () => page.waitForFunction((all) => window.text('.samples') === all, ALL),
    async close() {
      const found = await watched.all();
      await context.close();
      assert.deepEqual(found, []);
    },
  };
  await planner.field('headcount').fill('20');
  await planner.field('fte').fill('16');
  if (uncertainty) {
    await page.getByRole('switch', { name: 'Houd rekening met onzekerheid' }).click();
    await planner.finish();
  }
  return planner;
}

/** Types in a field and looks, before the browser does anything else. */
const typeAndLook = (planner, typed) => planner.page.evaluate((typed) => {
  const input = window.planner.shadowRoot.querySelectorAll('[data-name="hours"] input[data-field]')[1];
  input.value = typed;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  return [window.text('[data-card=budget]'), window.text('.samples')];
}, typed);

test('ranges follow what is typed at once, and all samples a moment later', async (t) => {
  const planner = await open();
  const before = await planner.text('[data-card=budget]');
  assert.match(before, /8 kansen op 10: € [\d.]+ tot € [\d.]+/);
  await planner.page.evaluate(() => (window.longest = 0));
  const [first, samples] = await typeAndLook(planner, '24');
  assert.equal(samples, FIRST);
  assert.notEqual(first, before);
  await planner.finish();
  t.diagnostic(`the longest that a frame was held up: ${await planner.page.evaluate(() => window.longest.toFixed(1))} ms`);
  const [, again] = await typeAndLook(planner, '25');
  assert.equal(again, FIRST);
  await planner.finish();
  await planner.close();
});

test('nothing that is typed is lost while samples are worked off', async () => {
  const planner = await open();
  const name = planner.field('organisation');
  const hours = planner.field('hours', 1);
  await hours.pressSequentially('12,5', { delay: 20 });
  await name.pressSequentially('De Zonnewijzer in Leuven', { delay: 5 });
  assert.equal(await hours.inputValue(), '12,5');
  assert.equal(await name.inputValue(), 'De Zonnewijzer in Leuven');
  await planner.finish();
  assert.equal(await name.inputValue(), 'De Zonnewijzer in Leuven');
  await planner.close();
});

test('what changed is said once, when it rests on all samples', async () => {
  const planner = await open();
  await planner.page.waitForTimeout(1000);
  await planner.page.evaluate(() => {
    window.said = [];
    const news = window.planner.shadowRoot.querySelector('[role=status]');
    new MutationObserver(() => window.said.push([news.textContent, window.text('.samples')])).observe(news, { childList: true });
  });
  await planner.field('hours', 1).pressSequentially('24', { delay: 30 });
  await planner.page.waitForFunction(() => window.said.length);
  await planner.page.waitForTimeout(1000);
  const said = await planner.page.evaluate(() => window.said);
  assert.equal(said.length, 1);
  assert.match(flat(said[0][0]), /^Leertijd per medewerker: 52,4 uur\. 8 kansen op 10: [\d,]+ tot [\d,]+\. /);
  assert.equal(said[0][1], ALL);
  await planner.close();
});

test('the table of what matters most has the numbers of its picture', async () => {
  const planner = await open();
  await planner.page.getByRole('tab', { name: 'Uitkomst' }).click();
  for (const figure of ['Nettowaarde', 'Volledige kost']) {
    await planner.page.getByRole('button', { name: figure, exact: true }).click();
    const [drawn, told] = await planner.page.evaluate(() => {
      const flat = (element) => element.textContent.replace(/\s+/g, ' ').trim();
      const picture = window.planner.shadowRoot.querySelector('.tornado').closest('figure');
      const rows = [...picture.querySelectorAll('.tornado .row')];
      return [
        rows.map((row) => [flat(row.querySelector('.head > span')), ...[...row.querySelectorAll('.reach span')].map(flat).sort(), flat(row.querySelector('.sum'))]),
        [...picture.querySelectorAll('tbody tr')].map((row) => [...row.cells].map(flat)),
      ];
    });
    assert.equal(drawn.length, 8);
    assert.deepEqual(drawn, told.map(([name, low, atLow, high, atHigh, swing]) => [name, ...[`bij ${low}: ${atLow}`, `bij ${high}: ${atHigh}`].sort(), swing]));
    const swings = drawn.map((row) => Number(row.at(-1).replace(/[^\d]/g, '')));
    assert.deepEqual(swings, swings.toSorted((a, b) => b - a));
  }
  await planner.page.getByRole('button', { name: /welk deel van de onzekerheid/ }).click();
  assert.match(await planner.text('.tornado .sum'), /^\d+%$/);
  await planner.close();
});

test('the attribute follows the switch, in each element with the plan', async () => {
  const planner = await open({ uncertainty: false });
  const states = () => planner.page.evaluate(() => {
    const { planner, other } = window;
    return [planner, other].map((element) => [element.uncertainty, element.hasAttribute('uncertainty'), element.shadowRoot.querySelector('#weigh').ariaChecked]);
  });
  await planner.page.evaluate(async () => {
    window.other = document.createElement('jaarplan-budget');
    document.body.append(window.other);
    await window.other.ready;
  });
  assert.deepEqual(await states(), Array(2).fill([false, false, 'false']));
  await planner.page.evaluate(() => (window.other.uncertainty = true));
  await planner.finish();
  assert.deepEqual(await states(), Array(2).fill([true, true, 'true']));
  await planner.page.getByRole('switch').first().click();
  await planner.page.waitForFunction(() => !window.other.uncertainty);
  assert.deepEqual(await states(), Array(2).fill([false, false, 'false']));
  assert.equal(await planner.text('.samples'), undefined);
  await planner.close();
});

test('nothing is worked off for an element that left the page', async () => {
  const planner = await open();
  const [, samples] = await typeAndLook(planner, '24');
  assert.equal(samples, FIRST);
  await planner.page.evaluate(() => {
    window.planner.shadowRoot.querySelectorAll('[data-name="hours"] input[data-field]')[1].dispatchEvent(new Event('input', { bubbles: true }));
    window.planner.remove();
  });
  await planner.page.waitForTimeout(150); // what was on its way finds nothing to do
  await planner.page.evaluate(() => (window.frames_asked = 0));
  await planner.page.waitForTimeout(300);
  assert.equal(await planner.page.evaluate(() => window.frames_asked), 0);
  // It goes on when it comes back, with the choice that was made.
  await planner.page.evaluate(() => document.body.append(window.planner));
  await planner.finish();
  await planner.close();
});

test('an engine for accessibility finds nothing', async () => {
  for (const options of [{}, { colorScheme: 'dark' }, { viewport: { width: 320, height: 900 } }, { forcedColors: 'active' }]) {
    const planner = await open(options);
    await planner.page.evaluate(AXE);
    for (const tab of ['Uitkomst', 'Scenario', 'Jaarplan']) {
      await planner.page.getByRole('tab', { name: tab }).click();
      const found = await planner.page.evaluate(() => window.axe.run(window.planner));
      assert.deepEqual(found.violations.map(({ id, nodes }) => [id, nodes[0].html.slice(0, 200)]), [], JSON.stringify(options));
    }
    await planner.close();
  }
});
