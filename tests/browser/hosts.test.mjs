// Widgets in the pages of others: what a host page does to itself, it does not do to a widget.
//
// Every box and font of every widget on a rude page is compared with the same on a plain one.

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

/** Opens a host page; `look` sees every widget on it when it is ready. Nothing may go wrong meanwhile. */
async function visit(name, look, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, ...options });
  const page = await context.newPage();
  const watched = await watch(page);
  await page.goto(`${server.url}/pages/${name}.html`);
  await page.evaluate(async () => {
    window.widgets = [...document.querySelectorAll('#host > *')].filter((element) => element.localName.includes('-'));
    for (const { localName } of window.widgets) await customElements.whenDefined(localName);
    await Promise.all(window.widgets.map((widget) => widget.ready));
  });
  const seen = await page.evaluate(look);
  const found = await watched.all();
  await context.close();
  assert.deepEqual(found, [], name);
  return seen;
}

/** Of each widget: what is in it, where that stands in it, how large, and in which font. */
function layout() {
  const inside = (root) => [...root.querySelectorAll('h2, h3, p, label, input, select, button, summary, th, td, dt, dd, svg, [part]')];
  return Object.fromEntries(
    window.widgets.map((widget) => {
      const own = widget.getBoundingClientRect();
      const seen = inside(widget.shadowRoot).filter((element) => !element.closest('.hidden') && element.getClientRects().length > 0);
      const rows = seen.map((element) => {
        const box = element.getBoundingClientRect();
        const { fontSize, fontFamily, fontWeight, letterSpacing, textTransform } = getComputedStyle(element);
        return {
          name: `${element.localName}.${element.className.baseVal ?? element.className} ${element.textContent.slice(0, 30)}`,
          box: [box.x - own.x, box.y - own.y, box.width, box.height],
          font: [fontSize, fontFamily, fontWeight, letterSpacing, textTransform].join(' '),
        };
      });
      return [widget.localName, { own: [own.width, own.height], rows }];
    }),
  );
}

/** The widgets whose boxes or fonts differ from those on the plain page, with the first difference of each. */
function differences(plain, host, sides = [0, 1, 2, 3]) {
  const far = (a, b) => sides.some((side) => Math.abs(a[side] - b[side]) > 1);
  return Object.entries(plain).flatMap(([name, widget]) => {
    const other = host[name];
    if (widget.rows.length !== other.rows.length) return [[name, widget.rows.length, other.rows.length]];
    const at = widget.rows.findIndex((row, i) => far(row.box, other.rows[i].box) || row.font !== other.rows[i].font);
    return at < 0 ? [] : [[name, widget.rows[at], other.rows[at]]];
  });
}

let plain;
test('on a plain page every widget shows its figures', async () => {
  plain = await visit('plain', layout);
  assert.deepEqual(Object.keys(plain), [
    'jaarplan-planner', 'jaarplan-learning-time', 'jaarplan-prof-circles', 'jaarplan-budget', 'jaarplan-return-on-value',
    'jaarplan-scenarios', 'jaarplan-report',
  ]);
  for (const [name, { own, rows }] of Object.entries(plain)) {
    assert.ok(rows.length > 5, name);
    assert.equal(own[0], 900, name);
    assert.ok(rows.some((row) => /[0-9]/.test(row.name)), name);
  }
});

for (const name of ['bootstrap', 'unset', 'rem', 'dark']) {
  test(`${name}: the host’s style stays outside`, async () => {
    assert.deepEqual(differences(plain, await visit(name, layout)), []);
  });
}

test('rtl: mirrored, the same sizes, and nothing sticks out', async () => {
  assert.deepEqual(differences(plain, await visit('rtl', layout), [1, 2, 3]), []);
  for (const width of [320, 1000]) {
    const out = await visit('rtl', () => document.documentElement.scrollWidth - document.documentElement.clientWidth, { viewport: { width, height: 800 } });
    assert.equal(out, 0, `${width} px`);
  }
});

/** The texts that stand out too little from what is behind them: WCAG 2.2, 1.4.3. */
function faint() {
  const parse = (colour) => colour.match(/[\d.]+/g).map(Number);
  const linear = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  const above = (node) => node.parentElement ?? node.getRootNode().host;
  // A mixed colour computes to "color(srgb …)", so let a canvas tell what it is on the screen.
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const shown = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const behind = (element) => {
    for (let node = element; node; node = above(node)) {
      const colour = shown(getComputedStyle(node).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return parse('255 255 255');
  };
  const texts = () => window.widgets.flatMap((widget) =>
    [...widget.shadowRoot.querySelectorAll('*')]
      .filter((element) => element.checkVisibility() && !element.closest('.hidden, svg, [disabled]'))
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
      .map((element) => {
        const [light, low] = [luminance(shown(getComputedStyle(element).color)), luminance(behind(element))].sort((a, b) => b - a);
        return [(light + 0.05) / (low + 0.05), `${widget.localName} ${element.localName}.${element.className} ${element.textContent.slice(0, 40)}`];
      })
      .filter(([contrast]) => contrast < 4.5),
  );
  // As it is; with a circle that is too small and too little money; with a field that is wrong.
  const [first] = window.widgets;
  const states = [
    { schemaVersion: 1, year: 2027, country: 'BE', groups: [{ headcount: 3, fte: 3 }], budget: { available: 10 } },
    { schemaVersion: 1, year: 2027, country: 'BE', groups: [{ headcount: 3, fte: 'x' }] },
  ];
  return [...texts(), ...states.flatMap((plan) => ((first.plan = plan), texts()))];
}

for (const colorScheme of ['light', 'dark']) {
  test(`dark: every text can be read when the system is ${colorScheme}`, async () => {
    assert.deepEqual(await visit('dark', faint, { colorScheme }), []);
  });
}

test('plain: every text can be read in light and in dark', async () => {
  for (const colorScheme of ['light', 'dark']) assert.deepEqual(await visit('plain', faint, { colorScheme }), []);
});
