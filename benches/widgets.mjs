// How long the widgets keep a page busy, in Chromium: `node benches/widgets.mjs` after `cargo xtask build`.
// Script time of one keystroke in the planner, and when a page first shows its figures, against the very same
// form as plain HTML in the same run.

import { launch } from '../tests/browser/chromium.mjs';
import { serve } from '../tests/browser/server.mjs';

const ROUNDS = 40;
const pages = new Map();
const server = await serve({ pages });
const browser = await launch();

const plan = (groups) => ({
  schemaVersion: 1,
  year: 2027,
  country: 'BE',
  groups: Array.from({ length: groups }, (_, i) => ({
    id: `g${i}`, name: `Groep ${i}`, headcount: 20 + i, fte: 16.5 + i, labourCostPerHour: 40 + i / 10,
  })),
});
const widget = (tag, groups) =>
  `<!doctype html><html lang="nl"><title>x</title><script type="module" src="/pkg/register.js"></script>
  <jaarplan-${tag}><script type="application/json">${JSON.stringify(plan(groups))}</script></jaarplan-${tag}>`;

const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const told = (numbers) => `${Math.min(...numbers).toFixed(1).padStart(6)} ${middle(numbers).toFixed(1).padStart(6)}`;

/** Milliseconds of script for each of some keystrokes, which end in the shadow tree that is painted next. */
async function keystrokes(tag, groups, tab) {
  pages.set('/typing', widget(tag, groups));
  const page = await browser.newPage();
  await page.goto(`${server.url}/typing`);
  await page.waitForFunction((tag) => document.querySelector(`jaarplan-${tag}`)?.shadowRoot, tag);
  if (tab) await page.locator(`#tab-${tab}`).click();
  const times = await page.evaluate(
    async ([tag, rounds]) => {
      const root = document.querySelector(`jaarplan-${tag}`).shadowRoot;
      const field = root.querySelector('[data-field$=".headcount"], [data-field="learning.formal.hours"]');
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const times = [];
      for (let i = 0; i < rounds; i += 1) {
        await frame();
        const start = performance.now();
        field.value = String(30 + i);
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        times.push(performance.now() - start);
      }
      return times;
    },
    [tag, ROUNDS],
  );
  await page.close();
  return times;
}

/**
 * With every default not known exactly: milliseconds of script of a keystroke, after which the first samples are
 * told; until all are; and the longest piece of script on the way.
 */
async function uncertain(groups) {
  pages.set('/uncertain', widget('planner', groups));
  const page = await browser.newPage();
  await page.goto(`${server.url}/uncertain`);
  await page.waitForFunction(() => document.querySelector('jaarplan-planner')?.shadowRoot);
  await page.getByRole('switch', { name: 'Houd rekening met onzekerheid' }).click();
  const times = await page.evaluate(async (rounds) => {
    const root = document.querySelector('jaarplan-planner').shadowRoot;
    const told = () => root.querySelector('.samples')?.textContent.trim() ?? '';
    let longest = 0;
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (then) => ask((time) => {
      const start = performance.now();
      then(time);
      longest = Math.max(longest, performance.now() - start);
    });
    const frame = () => new Promise((done) => ask(() => setTimeout(done)));
    const finished = async () => {
      while (!told().startsWith('16.384')) await frame();
    };
    await finished();
    const field = root.querySelector('[data-field$=".headcount"]');
    const times = [];
    for (let i = 0; i < rounds; i += 1) {
      await frame();
      longest = 0;
      const start = performance.now();
      field.value = String(30 + i);
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      const first = performance.now() - start;
      if (!told().startsWith('1.024')) throw new Error(`a keystroke shows ${told()}`);
      await finished();
      times.push([first, performance.now() - start, longest]);
    }
    return times;
  }, 20);
  await page.close();
  return [0, 1, 2].map((at) => times.map((one) => one[at]));
}

/** Milliseconds from the start of a page until its figures are painted. */
async function paint(html, until) {
  pages.set('/paint', html);
  const times = [];
  for (let i = 0; i < 15; i += 1) {
    const page = await browser.newPage();
    await page.goto(`${server.url}/paint`);
    times.push(await page.evaluate(until));
    await page.close();
  }
  return times;
}

const afterPaint = `new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))`;

/** The same form and figures as plain HTML: what the widget shows, written out. */
async function plain(tag, groups) {
  pages.set('/written', widget(tag, groups));
  const page = await browser.newPage();
  await page.goto(`${server.url}/written`);
  const html = await page.evaluate(async (tag) => {
    await customElements.whenDefined(`jaarplan-${tag}`);
    const element = document.querySelector(`jaarplan-${tag}`);
    await element.ready;
    return element.shadowRoot.innerHTML;
  }, tag);
  await page.close();
  return `<!doctype html><html lang="nl"><title>x</title>${html}`;
}

console.log('Script per keystroke, ms                 fastest middle');
for (const [name, tag, groups, tab] of [
  ['budget, 3 groups', 'budget', 3],
  ['planner, 3 groups', 'planner', 3],
  ['planner, 50 groups', 'planner', 50],
]) {
  console.log(`  ${name.padEnd(36)} ${told(await keystrokes(tag, groups, tab))}`);
}

console.log('Every default uncertain, ms              fastest middle');
for (const groups of [3, 50]) {
  const [first, all, longest] = await uncertain(groups);
  console.log(`  ${`planner, ${groups} groups: script, first ranges`.padEnd(38)} ${told(first)}`);
  console.log(`  ${'  until all 16,384 samples are told'.padEnd(38)} ${told(all)}`);
  console.log(`  ${'  longest script in a frame'.padEnd(38)} ${told(longest)}`);
}

const shown = await paint(widget('budget', 3), `customElements.whenDefined('jaarplan-budget').then(() => document.querySelector('jaarplan-budget').ready).then(() => ${afterPaint})`);
const form = await paint(await plain('budget', 3), afterPaint);
console.log('First useful paint, ms                   fastest middle');
console.log(`  ${'a page with <jaarplan-budget>'.padEnd(36)} ${told(shown)}`);
console.log(`  ${'the same form as plain HTML'.padEnd(36)} ${told(form)}`);
console.log(`  ratio of the middles: ${(middle(shown) / middle(form)).toFixed(1)}`);

await browser.close();
await server.close();
