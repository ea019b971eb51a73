// The web part of examples/sharepoint, built with the tools of the SharePoint Framework around the packed package, in a
// page that stands for SharePoint: as much of its framework as the web part asks for, and its policy.

import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, watch } from '../../tests/browser/chromium.mjs';
import { serve } from '../../tests/browser/server.mjs';
import { packed, run } from '../consumer.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
/** The policy that Microsoft publishes, with fewer hosts: learn.microsoft.com, “Support for Content Security Policy”. */
const POLICY = "script-src 'unsafe-eval' 'self' https://res-1.cdn.office.net https://public-cdn.sharepointonline.com 'nonce-mvvlikiedo'";

let home;
let assets;
let browser;

before(async () => {
  packed();
  home = mkdtempSync(at('../.consumers/'));
  cpSync(at('../../examples/sharepoint'), home, { recursive: true, filter: (path) => !path.includes('node_modules') });
  mkdirSync(join(home, 'node_modules/jaarplan'), { recursive: true });
  for (const name of readdirSync(at('node_modules'))) symlinkSync(at(`node_modules/${name}`), join(home, 'node_modules', name));
  run('tar', ['-xzf', packed(), '--strip-components=1', '-C', join(home, 'node_modules/jaarplan')], home);
  run('npm', ['run', 'build', '--silent'], home);
  assets = readdirSync(join(home, 'release/assets'));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  rmSync(home, { recursive: true, force: true });
});

/** What the framework gives to a web part; in Chromium, before anything else runs. */
function framework() {
  const modules = {
    '@microsoft/sp-property-pane': {
      PropertyPaneDropdown: (name, { options }) => ({ name, options }),
      PropertyPaneTextField: (name, { onGetErrorMessage }) => ({ name, wrong: onGetErrorMessage }),
    },
    '@microsoft/sp-webpart-base': {
      BaseClientSideWebPart: function () {
        this.domElement = document.querySelector('#part');
        this.properties = { widget: 'prof-circles', country: 'BE', headcount: '120', fte: '96,5', src: '', language: '' };
        this.context = { pageContext: { cultureInfo: { currentUICultureName: 'fr-FR' } } };
      },
    },
  };
  window.define = (...given) => {
    const [make, needs] = given.reverse();
    const made = make(...needs.map((name) => modules[name]));
    if (made.default) window.part = new made.default();
    else modules.JaarplanWebPartStrings = made;
  };
}

/** Opens a page with the web part in it, and hands it to a test. */
async function open(policy, use) {
  const scripts = [/Strings_fr-fr/, /^jaarplan-web-part_.*\.js$/].map((name) => assets.find((file) => name.test(file)));
  const html = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>x</title><div id="part"></div>${
    scripts.map((name) => `<script src="/assets/${name}"></script>`).join('')}`;
  const server = await serve({ folders: { assets: join(home, 'release/assets') }, pages: new Map([['/', html]]), policy });
  const page = await browser.newPage();
  const complaints = await watch(page);
  try {
    await page.addInitScript(framework);
    await page.goto(`${server.url}/`);
    await use(page, { complaints: complaints.all, requests: server.requests });
  } finally {
    await page.close();
    await server.close();
  }
}

const circles = (page) => page.locator('jaarplan-prof-circles [data-card=circles] .big').first().textContent();

test('the solution has in it whatever the page loads', () => {
  assert.ok(existsSync(join(home, 'sharepoint/solution/jaarplan.sppkg')));
  assert.deepEqual(readdirSync(join(home, 'sharepoint/solution/debug/ClientSideAssets')), assets);
  assert.equal(assets.filter((name) => /Strings/.test(name)).length, 3);
});

test('under the policy that SharePoint Online publishes, the widget shows its figures in the language of the page', () =>
  open(POLICY, async (page, { complaints, requests }) => {
    await page.evaluate(() => window.part.render());
    assert.equal(await circles(page), '12');
    assert.equal(await page.locator('jaarplan-prof-circles').getAttribute('lang'), 'fr-FR');
    assert.deepEqual((await complaints()).filter((text) => !/favicon|404/.test(text)), []);
    assert.equal(requests.filter((path) => /chunk/.test(path)).length, 0, 'the engine in JavaScript is not needed');
  }));

test('where WebAssembly is refused, the same figures come from the JavaScript in the solution', () =>
  open(POLICY.replace("'unsafe-eval' ", ''), async (page, { requests }) => {
    await page.evaluate(() => window.part.render());
    assert.equal(await circles(page), '12');
    assert.equal(requests.filter((path) => /^\/assets\/chunk/.test(path)).length, 1);
  }));

test('the colours of the section are those of the widget, whatever the reader’s system prefers', () =>
  open(POLICY, async (page) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    const colours = await page.evaluate(async () => {
      const { part } = window;
      part.render();
      await part.domElement.firstElementChild.ready;
      const seen = () => {
        const style = getComputedStyle(document.querySelector('jaarplan-prof-circles').shadowRoot.querySelector('div'));
        return [style.color, style.backgroundColor, style.colorScheme];
      };
      const theme = (isInverted, bodyText, bodyBackground) => ({ isInverted, semanticColors: { bodyText, bodyBackground } });
      part.onThemeChanged(theme(true, '#ffffff', '#004578'));
      const dark = seen();
      part.onThemeChanged(theme(false, '#323130', '#faf9f8'));
      return [dark, seen()];
    });
    assert.deepEqual(colours, [
      ['rgb(255, 255, 255)', 'rgb(0, 69, 120)', 'dark'],
      ['rgb(50, 49, 48)', 'rgb(250, 249, 248)', 'light'],
    ]);
  }));

test('what the editor of the page chooses is shown; what somebody typed stays, unless the plan begins anew', () =>
  open(POLICY, async (page) => {
    await page.evaluate(() => window.part.render());
    const part = page.locator('#part');
    const set = (properties) => page.evaluate((properties) => (Object.assign(window.part.properties, properties), window.part.render()), properties);
    await part.locator('[data-field$=".fte"]').first().fill('90');
    await set({ language: 'en' });
    assert.equal(await part.locator('[data-field$=".fte"]').first().inputValue(), '90');
    await set({ headcount: '60', fte: '' });
    assert.equal(await part.locator('[data-field$=".fte"]').first().inputValue(), '');
    await set({ widget: 'budget' });
    assert.equal(await part.evaluate((part) => [...part.children].map(({ localName }) => localName).join()), 'jaarplan-budget');
    await page.evaluate(() => window.part.onDispose());
    assert.equal(await part.evaluate((part) => part.childElementCount), 0);
  }));

test('the property pane names every widget, and says what is no number', () =>
  open(POLICY, async (page) => {
    const [options, wrong] = await page.evaluate(() => {
      const { groups } = window.part.getPropertyPaneConfiguration().pages[0];
      const fields = Object.fromEntries(groups.flatMap(({ groupFields }) => groupFields).map((field) => [field.name, field]));
      return [fields.widget.options, ['116,6', '116.6', '', '1.234,5'].map((text) => fields.fte.wrong(text) === '')];
    });
    assert.equal(options.length, 7);
    assert.ok(options.every(({ text }) => text), 'each has a name');
    assert.deepEqual(wrong, [true, true, true, false]);
  }));
