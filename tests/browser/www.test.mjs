// The site around the widgets: the gallery, the snippet wizard, the page for a frame, theming.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { code, elements } from '../../www/embed.js';
import { launch, watch } from './chromium.mjs';
import { serve } from './server.mjs';

const WIDGETS = ['planner', 'learning-time', 'prof-circles', 'budget', 'return-on-value', 'scenarios', 'report'];
const PAGES = ['/', '/galerij.html', '/insluiten.html', '/vormgeving.html', '/diagnose.html', ...WIDGETS.slice(1).map((name) => `/${name}.html`)];

let server;
let browser;
let bare; // a page without a policy, to read HTML with

before(async () => {
  server = await serve();
  browser = await launch();
  bare = await browser.newPage();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** A page of the site, and everything that goes wrong in it. */
async function open(path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const { wrong, all } = await watch(page);
  await page.goto(server.url + path);
  await page.evaluate(READY);
  return {
    page,
    wrong,
    async close() {
      const found = await all();
      await context.close();
      assert.deepEqual(found, [], path);
    },
  };
}

/** Waits for every widget in a page, and names them. */
const READY = async () => {
  const widgets = [...document.querySelectorAll('body *')].filter((element) => element.localName.startsWith('jaarplan-'));
  for (const { localName } of widgets) await customElements.whenDefined(localName);
  await Promise.all(widgets.map((widget) => widget.ready));
  return widgets.map(({ localName }) => localName);
};

/** What a card of a widget says; every widget has its headline there. */
const said = (place) => place.locator('[data-card]').first().innerText().then((text) => text.replace(/\s+/g, ' ').trim());

for (const path of PAGES) {
  test(`${path} is whole: its widgets, its links, its edges`, async () => {
    const { page, close } = await open(path);
    assert.equal(await page.locator('h1').count(), 1);
    assert.equal(await page.locator('nav [aria-current="page"]').count(), 1);
    const links = await page.locator('a').evaluateAll((links) => links.map(({ href }) => href));
    for (const link of new Set(links.filter((link) => !link.startsWith('mailto:')))) {
      const { pathname, hash, origin } = new URL(link);
      assert.equal(origin, server.url);
      const answer = await fetch(origin + pathname);
      assert.equal(answer.status, 200, link);
      if (hash) assert.ok((await answer.text()).includes(`id="${hash.slice(1)}"`), link);
    }
    for (const width of [320, 480, 800, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const out = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(out, 0, `${width} px`);
    }
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('nav').isVisible(), false);
    await close();
  });
}

test('every widget has its own page', async () => {
  for (const name of WIDGETS.slice(1)) {
    const { page, close } = await open(`/${name}.html`);
    assert.deepEqual(await page.evaluate(READY), [`jaarplan-${name}`]);
    await close();
  }
});

test('in the gallery one plan moves them all, and the second plan stays', async () => {
  const { page, close } = await open('/galerij.html');
  assert.deepEqual(new Set(await page.evaluate(READY)), new Set(WIDGETS.map((name) => `jaarplan-${name}`)));
  const budget = page.locator('#budget jaarplan-budget');
  const school = page.locator('#tweede jaarplan-budget');
  const [before, other] = [await said(budget), await said(school)];
  const field = page.locator('#learning-time [data-name="headcount"] input').first();
  await field.fill('99');
  // The others follow in the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.notEqual(await said(budget), before);
  assert.equal(await said(school), other);
  await close();
});

test('in the gallery a widget changes its language', async () => {
  const { page, close } = await open('/galerij.html');
  const speaker = page.locator('#speaker');
  for (const [language, word] of [['fr', /apprentissage/], ['en', /[Ll]earning/], ['nl', /Leertijd/]]) {
    await page.locator('#language').selectOption(language);
    assert.match(await said(speaker), word);
    assert.equal(await page.locator('#code').innerText(), language);
  }
  await close();
});

// ── The wizard ──────────────────────────────────────────────────────────────

const CHOICE = {
  form: 'tag', widgets: ['planner'], source: 'empty', inputs: {}, src: '', inline: '', lang: '', plan: '', readonly: false, remember: false,
  fallback: '', base: 'https://a.be/j/', script: true,
};
const SCRIPT = '<script defer src="https://a.be/j/jaarplan.js"></script>\n';
const INPUTS = { country: 'BE', headcount: '143', fte: '116.6', year: '', available: '' };

const WRITTEN = [
  ['a tag', {}, `${SCRIPT}<jaarplan-planner></jaarplan-planner>`],
  ['a base without a slash', { base: 'https://a.be/j' }, `${SCRIPT}<jaarplan-planner></jaarplan-planner>`],
  ['a page that has the script', { script: false }, '<jaarplan-planner></jaarplan-planner>'],
  ['inputs; what is empty is left out', { source: 'inputs', inputs: INPUTS }, `${SCRIPT}<jaarplan-planner country="BE" headcount="143" fte="116.6"></jaarplan-planner>`],
  ['inputs that are not chosen', { inputs: INPUTS }, `${SCRIPT}<jaarplan-planner></jaarplan-planner>`],
  ['a file', { source: 'file', src: 'plan.json?a=1&b=2' }, `${SCRIPT}<jaarplan-planner src="plan.json?a=1&amp;b=2"></jaarplan-planner>`],
  ['switches', { readonly: true, remember: true, lang: 'fr' }, `${SCRIPT}<jaarplan-planner lang="fr" readonly remember></jaarplan-planner>`],
  ['two widgets: the first brings the plan', { widgets: ['budget', 'report'], source: 'inputs', inputs: { headcount: '9', fte: '8' }, plan: 'a', readonly: true },
    `${SCRIPT}<jaarplan-budget plan="a" readonly headcount="9" fte="8"></jaarplan-budget>\n<jaarplan-report plan="a" readonly></jaarplan-report>`],
  ['a plan in the code', { source: 'inline', inline: ' {"title": "</script>"} ' },
    `${SCRIPT}<jaarplan-planner>\n  <script type="application/json">\n{"title": "\\u003c/script>"}\n  </script>\n</jaarplan-planner>`],
  ['a div', { form: 'div', widgets: ['budget'], source: 'inputs', inputs: { headcount: '143', fte: '116.6' }, readonly: true },
    `${SCRIPT}<div data-jaarplan="budget" data-readonly="" data-headcount="143" data-fte="116.6"></div>`],
  ['a long one, over several lines', { source: 'inputs', inputs: { ...INPUTS, year: '2027', available: '180000' }, plan: 'a' },
    `${SCRIPT}<jaarplan-planner\n  plan="a"\n  country="BE"\n  headcount="143"\n  fte="116.6"\n  year="2027"\n  available="180000"></jaarplan-planner>`],
  ['a div cannot hold a plan', { form: 'div', source: 'inline', inline: '{}' }, `${SCRIPT}<div data-jaarplan="planner"></div>`],
  ['a frame', { form: 'iframe', widgets: ['budget'], source: 'inputs', inputs: INPUTS, remember: true },
    '<iframe\n  src="https://a.be/j/frame.html?widget=budget&amp;country=BE&amp;headcount=143&amp;fte=116.6&amp;remember=true"\n  title="Jaarplan: L&amp;O-budget"\n  width="100%"\n  height="900"\n  loading="lazy"></iframe>'],
  ['a frame as high as its content', { form: 'iframe', widgets: ['budget'], follow: true },
    '<iframe\n  src="https://a.be/j/frame.html?widget=budget"\n  title="Jaarplan: L&amp;O-budget"\n  width="100%"\n  height="900"\n  loading="lazy"></iframe>\n<script src="https://a.be/j/frame-host.js"></script>'],
  ['a text', { fallback: '<b>"Bel" & wacht</b>' }, `${SCRIPT}<jaarplan-planner>\n  &lt;b&gt;&quot;Bel&quot; &amp; wacht&lt;/b&gt;\n</jaarplan-planner>`],
];

for (const [name, choice, expected] of WRITTEN) {
  test(`the wizard writes ${name}`, () => assert.equal(code(elements({ ...CHOICE, ...choice })), expected));
}

test('a browser reads in the code exactly what was chosen', async () => {
  const nasty = `a"b'c<d>&amp;</jaarplan-planner>\\ é`;
  for (const form of ['tag', 'div', 'iframe']) {
    const chosen = { ...CHOICE, form, plan: nasty, lang: nasty, source: 'file', src: nasty, fallback: nasty };
    const list = elements(chosen);
    const read = await bare.evaluate(
      (html) =>
        [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('script, body > *')].map((element) => ({
          tag: element.localName,
          attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
          text: element.textContent.trim(),
        })),
      code(list),
    );
    const written = (attributes) => Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, value === true ? '' : value]));
    assert.deepEqual(read, list.map(({ tag, attributes, text = '' }) => ({ tag, attributes: written(attributes), text })), form);
  }
});

/** The wizard, and what its preview shows of the budget. */
async function wizard(path = '/insluiten.html') {
  const { page, close } = await open(path);
  const choose = (value) => page.locator(`#choices [value="${value}"]`).check();
  return {
    page,
    close,
    choose,
    code: () => page.locator('#snippet').inputValue(),
    budget: (frame = false) => (frame ? page.frameLocator('#preview iframe') : page.locator('#preview')).locator('[data-card="budget"] .big').first(),
  };
}

// 20 people and 16 FTE in Belgium: € 14,634, worked out in planner.test.mjs.
const SMALL = async ({ page, choose }) => {
  await choose('inputs');
  await page.locator('#choices #headcount').fill('20');
  await page.locator('#choices #fte').fill('16');
  await page.locator('#choices #year').fill('2027');
};
const shows = async (place, text) => {
  await place.filter({ hasText: text }).waitFor({ timeout: 10_000 });
};

for (const form of ['tag', 'div', 'iframe']) {
  test(`the wizard shows what its code does: ${form}`, async () => {
    const it = await wizard();
    await it.choose(form);
    await SMALL(it);
    await shows(it.budget(form === 'iframe'), /14\.634/);
    assert.match(await it.code(), form === 'iframe' ? /^<iframe\n/ : /jaarplan\.js"><\/script>\n</);
    assert.equal(await it.page.locator('#problem').isVisible(), false);
    if (form === 'iframe') {
      assert.doesNotMatch(await it.code(), /frame-host/);
      assert.equal(await it.page.locator('#preview iframe').evaluate((frame) => frame.offsetHeight), 900);
      await it.choose('follow');
      assert.match(await it.code(), /<\/iframe>\n<script src="[^"]+frame-host\.js"><\/script>$/);
      await it.page.waitForFunction(() => {
        const frame = document.querySelector('#preview iframe');
        return frame?.style.height && frame.offsetHeight !== 900; // none while another takes its place
      });
    }
    // Another figure, and it follows.
    await it.page.locator('#choices #fte').fill('20');
    await it.budget(form === 'iframe').filter({ hasNotText: /14\.634/ }).waitFor({ timeout: 10_000 });
    await it.close();
  });
}

test('the wizard takes a plan from a file and from the code', async () => {
  const it = await wizard();
  await it.choose('file');
  await shows(it.budget(), /[0-9]{3}\.[0-9]{3}/);
  await it.choose('inline');
  await shows(it.budget(), /14\.634/);
  assert.match(await it.code(), /<script type="application\/json">\n\{ "schemaVersion": 1/);
  await it.page.locator('#inline').fill('{ "schemaVersion": ');
  await it.page.locator('#problem').filter({ hasText: 'kan niet gelezen worden' }).waitFor();
  await it.close();
});

test('the wizard’s own page remembers nothing', async () => {
  const it = await wizard();
  for (const name of ['readonly', 'remember']) await it.choose(name);
  assert.match(await it.code(), /<jaarplan-planner readonly remember>/);
  const shown = it.page.locator('#preview jaarplan-planner[readonly]');
  await shown.waitFor();
  assert.equal(await shown.getAttribute('remember'), null);
  assert.equal(await it.page.evaluate(() => localStorage.length), 0);
  await it.close();
});

test('the wizard says what a place needs, and begins with what works there', async () => {
  const it = await wizard('/insluiten.html?widget=budget');
  assert.match(await it.code(), /\n<jaarplan-budget><\/jaarplan-budget>$/);
  for (const [place, form, text] of [
    ['wordpress', 'tag', /multisite/],
    ['confluence', 'iframe', /Data Center/],
    ['sharepoint', 'iframe', /SPFx/],
    ['html', 'tag', /wasm-unsafe-eval/],
  ]) {
    await it.choose(place);
    assert.equal(await it.page.locator(`[name="form"][value="${form}"]`).isChecked(), true, place);
    assert.equal(await it.page.locator('article:visible').count(), 1);
    assert.match(await it.page.locator('article:visible').innerText(), text);
    assert.equal(await it.page.locator('#remark').isVisible(), false, place);
  }
  await it.choose('sharepoint');
  await it.choose('tag');
  assert.match(await it.page.locator('#remark').innerText(), /iframe/);
  await it.page.locator('#choices [value="budget"]').uncheck();
  assert.equal(await it.code(), '');
  assert.match(await it.page.locator('#remark').innerText(), /minstens één widget/);
  await it.close();
});

test('the code is copied, or selected where copying is not allowed', async () => {
  const it = await wizard();
  const said = it.page.locator('#copied');
  await it.page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }));
  await it.page.getByRole('button', { name: 'Kopieer de code' }).click();
  await said.filter({ hasText: 'Geselecteerd' }).waitFor();
  assert.equal(await it.page.evaluate(() => getSelection().toString()), await it.code());
  await it.page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => (window.copied = text) } });
  });
  await it.page.getByRole('button', { name: 'Kopieer de code' }).click();
  await said.filter({ hasText: 'Gekopieerd' }).waitFor();
  assert.equal(await it.page.evaluate(() => window.copied), await it.code());
  await it.close();
});

// ── The page for a frame ────────────────────────────────────────────────────

test('a frame shows the widgets that its address names, and takes no other option', async () => {
  const { page, close } = await open('/frame.html?widget=budget&widget=learning-time&headcount=20&fte=16&country=BE&year=2027&lang=fr&onclick=x&id=y&hidden=1');
  assert.deepEqual(await page.evaluate(READY), ['jaarplan-budget', 'jaarplan-learning-time']);
  assert.match(await said(page.locator('jaarplan-budget')), /14 634/);
  const names = await page.locator('jaarplan-budget').evaluate((widget) => widget.getAttributeNames());
  assert.deepEqual(names.sort(), ['country', 'fte', 'headcount', 'lang', 'year']);
  assert.deepEqual(await page.locator('jaarplan-learning-time').evaluate((widget) => widget.getAttributeNames()), ['lang']);
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'fr');
  await close();
});

for (const [name, query, text] of [
  ['an unknown widget', '?widget=budget&widget=<b>x', /geen widget met de naam ‘<b>x’\. Kies uit: planner, /],
  ['no widget', '', /zegt niet welke widget/],
  ['a plan from elsewhere', '?widget=budget&src=https://example.com/plan.json', /dezelfde server/],
]) {
  test(`a frame says what is wrong: ${name}`, async () => {
    const { page, close } = await open(`/frame.html${query}`);
    assert.match(await page.locator('[role="alert"]').innerText(), text);
    assert.deepEqual(await page.evaluate(READY), []);
    await close();
  });
}

test('a frame works in a sandbox, and says so where the sandbox keeps modules out', async () => {
  const { page, wrong, close } = await open('/vormgeving.html');
  await page.evaluate(() => {
    for (const sandbox of ['allow-scripts allow-same-origin', 'allow-scripts']) {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', sandbox);
      frame.title = sandbox;
      frame.src = 'frame.html?widget=budget&headcount=20&fte=16&country=BE&year=2027';
      document.body.append(frame);
    }
  });
  const open_ = page.frameLocator('[title="allow-scripts allow-same-origin"]');
  await shows(open_.locator('[data-card="budget"] .big').first(), /14\.634/);
  const closed = page.frameLocator('[title="allow-scripts"]');
  await closed.getByText('Vraag het je beheerder').waitFor();
  wrong.length = 0; // the browser complains about the module that the sandbox keeps out
  await close();
});

// ── Theming ─────────────────────────────────────────────────────────────────

test('theming: a colour, a font and a width reach the widget, and the CSS says the same', async () => {
  const { page, close } = await open('/vormgeving.html', { colorScheme: 'light' });
  const css = () => page.locator('#css').inputValue();
  const shown = page.locator('#shown');
  const style = (property) => shown.evaluate((widget, property) => getComputedStyle(widget).getPropertyValue(property).trim(), property);
  assert.match(await css(), /nog niets veranderd/);
  await page.locator('[data-property="--jaarplan-accent"]').fill('#aa0055');
  await page.locator('#font').selectOption({ label: 'Georgia' });
  assert.equal(await css(), 'jaarplan-budget {\n  --jaarplan-accent: #aa0055;\n  --jaarplan-font: Georgia, serif;\n}');
  assert.equal(await style('--jaarplan-accent'), '#aa0055');
  const field = shown.locator('input').first();
  assert.match(await field.evaluate((input) => getComputedStyle(input).fontFamily), /^Georgia/);

  await page.locator('#width').fill('400');
  const width = () => page.locator('#stage').evaluate((stage) => stage.getBoundingClientRect().width);
  assert.equal(await width(), 400);
  assert.equal(await page.locator('#wide').innerText(), '400 px');

  assert.match(await page.locator('#contrast').innerText(), /goed leesbaar/);
  await page.locator('[data-property="--jaarplan-muted"]').fill('#cccccc');
  assert.match(await page.locator('#contrast').innerText(), /Te weinig contrast.*--jaarplan-muted\./);

  await page.locator('#dark').check();
  assert.match(await css(), /color-scheme: dark;\n {2}--jaarplan-ink: #e6ecf0;/);
  assert.equal(await style('--jaarplan-paper'), '#11171d');
  await page.getByRole('button', { name: 'Zet alles terug' }).click();
  assert.match(await css(), /nog niets veranderd/);
  assert.equal(await style('--jaarplan-paper'), '');
  assert.ok((await width()) > 700);
  await close();
});

test('theming: the table says what the widgets do by themselves', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const { page, close } = await open('/learning-time.html', { colorScheme });
    const known = await (await fetch(`${server.url}/vormgeving.html`)).text();
    const pickers = [...known.matchAll(/data-property="--jaarplan-([a-z]+)" data-light="(#\w{6})" data-dark="(#\w{6})"/g)];
    assert.equal(pickers.length, 9);
    for (const [, name, light, dark] of pickers) {
      const own = await page.locator('jaarplan-learning-time').evaluate((widget, name) => getComputedStyle(widget).getPropertyValue(`--${name}`), name);
      const long = own.trim().replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
      assert.equal(long, colorScheme === 'light' ? light : dark, name);
    }
    await close();
  }
});

test('theming: the page’s own words are in the widget', async () => {
  const { page, close } = await open('/vormgeving.html');
  assert.match(await said(page.locator('jaarplan-prof-circles')), /Leerkringen/);
  await close();
});

test('theming: the parts in the table are there', async () => {
  const { page, close } = await open('/galerij.html');
  const listed = [...(await (await fetch(`${server.url}/vormgeving.html`)).text()).matchAll(/::part\(([a-z-]+)\)/g)].map(([, name]) => name);
  assert.ok(listed.length > 2);
  const there = await page.evaluate(() =>
    [...document.querySelectorAll('main *')].flatMap((element) =>
      [...(element.shadowRoot?.querySelectorAll('[part]') ?? [])].flatMap((part) => [...part.part]),
    ),
  );
  assert.deepEqual([...new Set(listed)].filter((name) => !there.includes(name)), []);
  assert.deepEqual([...new Set(there)].filter((name) => !listed.includes(name)), []);
  await close();
});
