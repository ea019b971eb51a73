// What custom-elements.json says of the elements is what a page meets, and what sri.json says of files a browser accepts.
// In Chromium: it is about our files, not about engines.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { launch, watch } from './chromium.mjs';
import { serve } from './server.mjs';
import { html, TAGS } from './widgets.mjs';

const read = (file) => JSON.parse(readFileSync(new URL(`../../pkg/${file}`, import.meta.url), 'utf8'));
const elements = read('custom-elements.json').modules.flatMap(({ declarations = [] }) => declarations).filter(({ customElement }) => customElement);
const of = (tag) => elements.find(({ tagName }) => tagName === tag);
const names = (things) => things.map(({ name }) => name).sort();

const pages = new Map();
let server, browser;
before(async () => ([server, browser] = await Promise.all([serve({ pages }), launch()])));
after(() => Promise.all([browser?.close(), server?.close()]));

const REGISTER = '<script type="module" src="/pkg/register.js"></script>';

/** A page with this in its body, and the script that makes elements of it; `prepare` comes first. */
async function open(body, script = REGISTER, prepare = () => {}) {
  pages.set('/made.html', `<!doctype html><html lang="nl-BE"><meta charset="utf-8"><title>Jaarplan</title>${script}<body>${body}</body></html>`);
  const page = await browser.newPage();
  const watched = await watch(page);
  await prepare(page);
  await page.goto(`${server.url}/made.html`);
  return { page, wrong: async () => (await watched.all()).filter((line) => !/favicon|404/.test(line)) };
}

/** A page with the element, once it shows its plan. */
async function shown(tag) {
  const { page } = await open(html(tag));
  await page.evaluate(async (tag) => void (await (await customElements.whenDefined(tag), document.querySelector(tag)).ready), tag);
  return page;
}

test('there is one for each element', () => {
  assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), [...TAGS].sort());
});

for (const tag of TAGS) {
  test(`${tag}: parts and custom properties are those that are drawn`, async () => {
    const page = await shown(tag);
    const met = await page.evaluate(
      ([tag, properties]) => {
        const element = document.querySelector(tag);
        const { shadowRoot } = element;
        const parts = new Set();
        const look = () => shadowRoot.querySelectorAll('[part]').forEach((inner) => inner.part.forEach((part) => parts.add(part)));
        look();
        for (const tab of [...shadowRoot.querySelectorAll('[role=tab]')].map(({ id }) => id)) {
          shadowRoot.getElementById(tab).click();
          look();
        }
        const rules = shadowRoot.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText));
        // What the sheet calls a colour within the widget, and what the text is set in.
        const style = (name) => {
          if (name !== '--jaarplan-font') return getComputedStyle(element).getPropertyValue(name.replace('jaarplan-', ''));
          return getComputedStyle(shadowRoot.querySelector(':host > div')).fontFamily;
        };
        const dressed = properties.filter((name) => {
          element.style.setProperty(name, name.slice(2));
          return style(name) === name.slice(2);
        });
        return { parts: [...parts].sort(), dressed, others: rules.join(' ').match(/--jaarplan-[\w-]+/g).filter((name) => !properties.includes(name)) };
      },
      [tag, names(of(tag).cssProperties)],
    );
    assert.deepEqual(met, { parts: names(of(tag).cssParts), dressed: names(of(tag).cssProperties), others: [] });
    await page.close();
  });

  test(`${tag}: attributes and properties follow each other, and the states are known`, async () => {
    const page = await shown(tag);
    const { attributes, members, cssStates } = of(tag);
    const met = await page.evaluate(
      async ([tag, attributes, members, states]) => {
        const element = document.createElement(tag);
        const follow = attributes.filter(({ fieldName }) => fieldName).map(({ name, fieldName }) => {
          const flag = typeof element[fieldName] === 'boolean';
          element.setAttribute(name, flag ? '' : '7');
          const there = element[fieldName];
          element[fieldName] = flag ? false : '8';
          return [name, there, element.getAttribute(name)];
        });
        const shown = document.querySelector(tag);
        return {
          follow,
          members: members.filter(({ name }) => name in element).length,
          states: states.map(({ name }) => name).filter((name) => shown.matches(`:state(${name})`)),
        };
      },
      [tag, attributes, members, cssStates],
    );
    assert.deepEqual(
      met.follow,
      attributes.filter(({ fieldName }) => fieldName).map(({ name, type }) => (type.text === 'boolean' ? [name, true, null] : [name, '7', '8'])),
    );
    assert.equal(met.members, members.length);
    assert.deepEqual(met.states, ['ready']);
    await page.close();
  });
}

test('what a person does gives the events, and no others of ours', async () => {
  const tag = 'jaarplan-budget';
  const page = await shown(tag);
  await page.evaluate(() => {
    window.heard = new Set();
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
      heard.add(event.type);
      return dispatch.call(this, event);
    };
    document.addEventListener('input', ({ type }) => heard.add(type));
  });
  const field = page.locator(`${tag} [data-name=headcount] input`).first();
  await field.fill('20');
  await page.locator(`${tag} [data-name=fte] input`).first().fill('16');
  await field.fill('twintig');
  await field.blur();
  assert.deepEqual((await page.evaluate(() => [...heard])).sort(), names(of(tag).events));
  await page.close();
});

test('what a page puts in the slot is shown when there is no engine', async () => {
  const tag = 'jaarplan-budget';
  const { page } = await open(`<${tag}><p>Bel 012</p></${tag}>`, REGISTER, async (page) => {
    await page.addInitScript(() => delete window.WebAssembly);
    await page.route('**/elements-js.js', (route) => route.abort());
  });
  await page.waitForFunction((tag) => document.querySelector(tag).matches(':state(fallback)'), tag);
  const slots = await page.evaluate((tag) => [...document.querySelector(tag).shadowRoot.querySelectorAll('slot')].map(({ name }) => ({ name })), tag);
  assert.deepEqual(names(slots), names(of(tag).slots));
  assert.ok(await page.locator('p', { hasText: 'Bel 012' }).isVisible());
  await page.close();
});

test('a page that says which file it wants gets that one, or none', async () => {
  const { 'jaarplan.js': integrity } = read('sri.json');
  const widget = '<jaarplan-prof-circles headcount="120" fte="96.5"></jaarplan-prof-circles>';
  const script = (sum) => `<script src="/pkg/jaarplan.js" integrity="${sum}"></script>`;
  const { page, wrong } = await open(widget, script(integrity));
  await page.locator('jaarplan-prof-circles [data-card=circles] .big').first().waitFor();
  assert.deepEqual(await wrong(), []);
  await page.close();

  const other = await open(widget, script(integrity.replace(/.$/, (letter) => (letter === 'A' ? 'B' : 'A'))));
  assert.equal(await other.page.evaluate(() => customElements.get('jaarplan-prof-circles')), undefined);
  assert.match((await other.wrong()).join(), /integrity/);
  await other.page.close();
});
