// Three engines behind one page object: Chromium, Firefox and WebKitGTK, driven over WebDriver with real
// typing. A file starts each engine once; each test gets a new page in it.
//
//   forEachEngine((engine) => {
//     test('…', async () => {
//       const page = await engine.open('<jaarplan-budget country="BE"></jaarplan-budget>');
//       await page.field('headcount').type('20');
//       await page.close(); // fails when anything went wrong in the page
//     });
//   });

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { after, before, describe } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Builder, Capabilities, Key, Origin } from 'selenium-webdriver';
import { serve } from './server.mjs';

export { Key };

const root = fileURLToPath(new URL('../../', import.meta.url));
const ours = `${root}target/tools/bin/geckodriver`;

/** The folders of every server here: the pages, and the package under another name, as a second copy. */
const FOLDERS = { pages: fileURLToPath(new URL('pages', import.meta.url)), copy: `${root}pkg` };

const WIDE = { width: 1280, height: 1000 };

/** How each engine is started, as root too. */
const ENGINES = {
  Chromium: {
    driver: process.env.CHROMEDRIVER ?? '/usr/bin/chromedriver',
    capabilities: {
      browserName: 'chrome',
      'goog:chromeOptions': {
        binary: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', `--window-size=${WIDE.width},${WIDE.height}`, '--js-flags=--expose-gc'],
      },
      'goog:loggingPrefs': { browser: 'ALL' },
    },
  },
  Firefox: {
    driver: process.env.GECKODRIVER ?? (existsSync(ours) ? ours : 'geckodriver'),
    capabilities: {
      browserName: 'firefox',
      'moz:firefoxOptions': {
        binary: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
        args: ['-headless', `--width=${WIDE.width}`, `--height=${WIDE.height}`],
      },
    },
  },
  WebKitGTK: {
    driver: process.env.WEBKITDRIVER ?? '/usr/bin/WebKitWebDriver',
    // It has no headless mode; without a graphics card and as root it needs these three.
    screen: true,
    environment: {
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    },
    capabilities: { browserName: 'MiniBrowser' },
  },
};

const asked = process.env.ENGINES?.split(',');

/** The engines that run here: all three, or those of the variable ENGINES. */
export const NAMES = Object.keys(ENGINES).filter((name) => !asked || asked.includes(name));

/** How a page loads the widgets. */
const MODULES = '<script type="module" src="/pkg/register.js"></script>';
export const CLASSIC = '<script defer src="/pkg/jaarplan.js"></script>';

/** Runs the tests that `define` defines in each of the engines; `options` are those of `start`. */
export function forEachEngine(define, options, names = NAMES) {
  for (const name of NAMES.filter((name) => names.includes(name))) {
    describe(options?.script ? `${name}, ${options.script}` : name, () => {
      const engine = new Engine(name);
      before(() => engine.start(options));
      after(() => engine.stop());
      define(engine);
    });
  }
}

/** One browser with its driver and a server of its own. */
export class Engine {
  #processes = [];
  #path = 0;

  constructor(name) {
    this.name = name;
  }

  /**
   * Starts it.
   *
   * @param {object} [options]
   * @param {string} [options.policy] another Content-Security-Policy
   * @param {Record<string, string | Function>} [options.folders] other folders of the server
   * @param {string} [options.script] how its pages load the widgets
   * @param {Record<string, string>} [options.shown] an environment with a screen: the browser shows itself there
   */
  async start({ policy, folders, script = MODULES, shown } = {}) {
    const { driver, environment, screen, capabilities } = structuredClone(ENGINES[this.name]);
    const options = capabilities['goog:chromeOptions'] ?? capabilities['moz:firefoxOptions'];
    if (shown && options) options.args = options.args.filter((arg) => !arg.includes('-headless'));
    this.pages = new Map();
    this.script = script;
    this.folders = { ...FOLDERS, ...folders };
    this.server = await serve({ folders: this.folders, pages: this.pages, policy });
    const env = { ...process.env, ...environment, ...shown };
    if (screen && !shown) env.DISPLAY = await this.#screen();
    const port = await freePort();
    this.#run(driver, [`--port=${port}`], { env, stdio: 'ignore' });
    await answers(port);
    this.driver = new Builder().disableEnvironmentOverrides().usingServer(`http://127.0.0.1:${port}`).withCapabilities(new Capabilities(capabilities)).build();
    await this.driver.getSession();
    await this.driver.manage().window().setRect(WIDE);
    await this.driver.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });
  }

  async stop() {
    await this.driver?.quit().catch(() => {});
    for (const process of this.#processes.reverse()) process.kill();
    await this.server?.close();
  }

  /** A screen that nobody sees; its number. */
  #screen() {
    const screen = this.#run('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
    return new Promise((resolve, reject) => {
      screen.on('error', reject);
      screen.stdout.once('data', (number) => resolve(`:${String(number).trim()}`));
    });
  }

  #run(program, args, options) {
    const child = spawn(program, args, options);
    child.on('error', (error) => console.error(`${program}: ${error.message}`));
    this.#processes.push(child);
    process.once('exit', () => child.kill());
    return child;
  }

  /**
   * Opens a page with this in its body.
   *
   * @param {string} body HTML
   * @param {object} [options]
   * @param {string} [options.lang]
   * @param {boolean} [options.register] whether the page loads the widgets
   */
  open(body, options) {
    return this.visit(this.made(body, options));
  }

  /** The path of such a page. */
  made(body, { lang = 'nl-BE', register = true } = {}) {
    const path = `/made/${(this.#path += 1)}.html`;
    this.pages.set(path, `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Jaarplan</title>
<script src="/pages/watch.js"></script>
${register ? this.script : ''}
</head>
<body>
<main>
<h1>Jaarplan</h1>
${body}
</main>
</body>
</html>
`);
    return path;
  }

  /** Opens a page of the server, or of another one. */
  async visit(path) {
    await this.driver.get(new URL(path, this.server.url).href);
    const page = new Page(this);
    await page.ready();
    page.requests = this.server.requests.length;
    return page;
  }
}

/** The elements are known, and all in the page show their plan, or have said why not. */
const READY = async () => {
  const module = document.querySelector('script[type=module]');
  if (module) await (await load(module.src)).ready.catch(() => {}); // the elements say so
  const widgets = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('jaarplan-'));
  await Promise.allSettled(widgets.map((element) => element.ready));
};

/** All elements that match, in the page and in open shadow roots, in the order in which people meet them. */
const ALL = (host, selector) => {
  const found = [];
  const look = (scope) => {
    for (const element of scope.querySelectorAll('*')) {
      if (element.matches(selector)) found.push(element);
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  const widget = host && document.querySelector(host);
  if (host && !widget) throw new Error(`the page has no ${host}`);
  look(widget ? widget.shadowRoot ?? widget : document);
  return found;
};

/** One page: what a person can do in it, and what went wrong. */
export class Page {
  constructor(engine, host = '') {
    this.engine = engine;
    this.driver = engine.driver;
    this.host = host;
  }

  /** The same page, looked at inside one widget. */
  inside(host) {
    return Object.assign(new Page(this.engine, host), { requests: this.requests });
  }

  /** Waits until all widgets show their plan, or have said why not. */
  ready() {
    return this.run(READY);
  }

  /** Calls a function in the page, and waits for it. */
  async run(work, ...args) {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${work})(...[...arguments].slice(0, -1)))
        .then((value) => done({ value }), (error) => done({ error: [String(error), error?.stack].join(" ") }));`;
    const { value, error } = await this.driver.executeAsyncScript(script, ...args);
    if (error) throw new Error(error);
    return value;
  }

  /** The nth element that matches, in open shadow roots too. */
  async find(selector, nth = 0) {
    const element = await this.driver.executeScript(`return (${ALL})(...arguments)[arguments[2]]`, this.host, selector, nth);
    if (!element) throw new Error(`${this.engine.name}: ${this.host} has no ${selector} number ${nth}`);
    return element;
  }

  async count(selector) {
    return this.driver.executeScript(`return (${ALL})(...arguments).length`, this.host, selector);
  }

  /** What people read there; spaces of any kind are one space. */
  async text(selector, nth = 0) {
    const script = `const found = (${ALL})(...arguments)[arguments[2]];
      return found?.shadowRoot ? [...found.shadowRoot.children].map((child) => child.innerText).join(' ') : found?.innerText`;
    const text = await this.driver.executeScript(script, this.host, selector, nth);
    if (typeof text !== 'string') throw new Error(`${this.engine.name}: ${this.host} has no ${selector} number ${nth}`);
    return flat(text);
  }

  /** Clicks in the middle of it, which must be where it can be seen. */
  async click(selector, nth = 0) {
    const script = `const element = arguments[0];
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = element.getBoundingClientRect();
      const [left, top] = [Math.round(x + width / 2), Math.round(y + height / 2)];
      const hit = element.getRootNode().elementFromPoint(left, top);
      return [left, top, element.contains(hit) || hit?.outerHTML];`;
    const [x, y, hit] = await this.driver.executeScript(script, await this.find(selector, nth));
    assert.equal(hit, true, `${this.engine.name}: something lies over ${selector}`);
    // Not the driver's own click: that of WebKitGTK takes the host of a shadow root for something in front.
    await this.driver.actions().move({ x, y, origin: Origin.VIEWPORT }).click().perform();
  }

  /** Presses keys one after the other, wherever the focus is; `chord` for keys held together. */
  async press(...keys) {
    await this.driver.actions().sendKeys(...keys).perform();
  }

  /** The field of this name, in the nth row that has one. */
  field(name, row = 0) {
    return new Field(this, `[data-name="${name}"]`, row);
  }

  /** The element that has the focus, through open shadow roots: something of it, as `look` says. */
  focused(look) {
    return this.run(`() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return focused && (${look})(focused);
    }`);
  }

  /** Waits until a function of the page gives something true; that. */
  async until(work, ...args) {
    for (const end = Date.now() + 10_000; ; ) {
      const value = await this.run(work, ...args);
      if (value) return value;
      if (Date.now() > end) throw new Error(`${this.engine.name}: still not ${work}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Requests since the page was ready. */
  requested() {
    return this.engine.server.requests.slice(this.requests).filter((path) => path !== '/favicon.ico');
  }

  /** Errors, warnings and violations of the policy so far. */
  async wrong() {
    const noted = await this.driver.executeScript('return window.wrong');
    // The engine asks for an icon that no page named; the policy answers.
    const wrong = noted.filter((line) => !/^policy: img-src of .*\/favicon\.ico$/.test(line));
    if (this.engine.name !== 'Chromium') return wrong;
    const logged = await this.driver.manage().logs().get('browser');
    const bad = logged.filter(({ level }) => level.name !== 'INFO' && level.name !== 'DEBUG');
    return [...wrong, ...bad.map(({ message }) => message)];
  }

  /** Leaves the page, in which nothing may have gone wrong. */
  async close() {
    const wrong = await this.wrong();
    await this.driver.executeScript('try { localStorage.clear(); sessionStorage.clear(); } catch {}');
    assert.deepEqual(wrong, [], `${this.engine.name}: nothing goes wrong in the page`);
  }
}

/** A field as a person sees it: its box, and the note at it. */
class Field {
  constructor(page, place, row) {
    Object.assign(this, { page, place, row });
  }

  box() {
    return this.page.find(`${this.place} :is(input, select, textarea)`, this.row);
  }

  /** Types at the end of what stands there. */
  async type(text) {
    const box = await this.box();
    await this.page.driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', box);
    await box.sendKeys(text);
  }

  /** Types instead of what stands there. */
  async fill(text) {
    const there = await this.value();
    await this.type(Key.END + Key.BACK_SPACE.repeat(there.length) + text);
  }

  async value() {
    return this.page.driver.executeScript('return arguments[0].value', await this.box());
  }

  /** Chooses in a list as people do without a mouse: the beginning of what stands there. */
  async choose(label) {
    await this.type(label);
  }

  note() {
    return this.page.text(`${this.place} .note`, this.row);
  }
}

export const flat = (text) => text.replace(/\s+/g, ' ').trim();

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(port) {
  for (const end = Date.now() + 30_000; ; ) {
    if (await fetch(`http://127.0.0.1:${port}/status`).then((response) => response.ok, () => false)) return;
    if (Date.now() > end) throw new Error('the driver does not answer');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
