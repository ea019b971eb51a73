// The height of a frame: it follows its content, by words between two origins that trust nobody else.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Engine, NAMES } from './engines.mjs';
import { serve } from './server.mjs';

const PLAN = 'country=BE&headcount=20&fte=16&year=2027';
const LOG = '<script src="/pages/frames.js"></script>';
const SCRIPT = '<script src="/frame-host.js"></script>';
const given = '300';

let server;
before(async () => (server = await serve()));
after(() => server.close());

/** The same server by another name: another origin, and another site. */
const other = () => server.url.replace('127.0.0.1', 'localhost');

const frame = (widget, { base = other(), more = '', id = widget } = {}) =>
  `<iframe id="${id}" src="${base}/frame.html?widget=${widget}&amp;${PLAN.replaceAll('&', '&amp;')}" title="${widget}" width="100%" height="${given}" ${more}></iframe>`;

/** How high the content of the frame's page is, and whether it has to be scrolled; in the frame. */
const CONTENT = () => ({
  height: Math.ceil(document.body?.getBoundingClientRect().height), // none while the page comes
  scrolls: document.documentElement.scrollHeight > innerHeight,
  inner: innerHeight,
});

const press = (name) => {
  for (const widget of document.querySelectorAll('body > *')) {
    const button = widget.shadowRoot?.querySelector(name);
    if (button) return button.click();
  }
  throw new Error(`no ${name}`);
};

for (const name of NAMES) {
  describe(name, () => {
    const engine = new Engine(name);
    before(() => engine.start({ policy: `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; connect-src 'self'; frame-src 'self' ${other()}` }));
    after(() => engine.stop());

    /** A page with frames, and a log of every message and of every height that one of them got. */
    const open = (body, script = SCRIPT) => engine.open(LOG + script + body, { register: false });

    /** Does something inside a frame. */
    async function inside(page, id, work, ...args) {
      await page.driver.switchTo().frame(await page.find(`#${id}`));
      try {
        return await page.run(work, ...args);
      } finally {
        await page.driver.switchTo().defaultContent();
      }
    }

    /** Waits until the frame is as high as its content; that height. `differs` is one that it had before. */
    async function fitted(page, id, differs) {
      for (const end = Date.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
        const { height, scrolls, inner } = await inside(page, id, CONTENT);
        if (height === inner && !scrolls && height !== differs && height > 100) return height;
        assert.ok(Date.now() < end, `${name}: #${id} is ${inner} high, its content ${height}, before ${differs}, scrolls: ${scrolls}`);
      }
    }

    const height = (page, id) => page.run((id) => document.getElementById(id).style.height, id);

    /** Nothing is said any more. */
    async function quiet(page) {
      const before = await page.run(() => window.said.length);
      await new Promise((resolve) => setTimeout(resolve, 400));
      assert.equal(await page.run(() => window.said.length), before, 'no loop');
    }

    test('it grows with a group, and shrinks without; another frame stays', async () => {
      const page = await open(frame('budget') + frame('learning-time'));
      const [first, second] = [await fitted(page, 'budget'), await fitted(page, 'learning-time')];
      await quiet(page);
      await inside(page, 'budget', press, '[data-do=add]');
      const grown = await fitted(page, 'budget', first);
      assert.ok(grown > first, `${first} → ${grown}`);
      await inside(page, 'budget', press, '[data-do=remove]');
      assert.ok((await fitted(page, 'budget', grown)) < grown);
      assert.equal(await height(page, 'learning-time'), `${second}px`);
      await quiet(page);
      await page.close();
    });

    test('it shrinks when a fold closes, and when there is more room', async () => {
      const page = await open(`<div id="room" style="width: 700px">${frame('budget')}</div>`);
      await fitted(page, 'budget');
      const fold = (open) => {
        for (const fold of document.querySelector('jaarplan-budget').shadowRoot.querySelectorAll('details')) fold.open = open;
      };
      await inside(page, 'budget', fold, false);
      const closed = await fitted(page, 'budget');
      await inside(page, 'budget', fold, true);
      const opened = await fitted(page, 'budget', closed);
      assert.ok(opened > closed);
      await inside(page, 'budget', fold, false);
      assert.equal(await fitted(page, 'budget', opened), closed);
      await page.run(() => document.querySelector('#room').style.setProperty('width', '330px'));
      const narrow = await fitted(page, 'budget', closed);
      assert.ok(narrow > closed);
      await page.run(() => document.querySelector('#room').style.setProperty('width', '700px'));
      assert.equal(await fitted(page, 'budget', narrow), closed);
      await quiet(page);
      await page.close();
    });

    test('with an edge inside its size, there is still no bar to scroll', async () => {
      const page = await open(frame('budget', { more: 'style="box-sizing: border-box; border: 10px solid"' }));
      await fitted(page, 'budget');
      await page.close();
    });

    test('a frame that comes later, and a script that comes later', async () => {
      const page = await open(frame('budget'), '');
      await page.until(() => window.said.length > 0); // the frame's hello; nobody answered
      assert.equal(await height(page, 'budget'), '');
      await page.run(() => {
        const script = document.createElement('script');
        script.src = '/frame-host.js';
        document.head.append(script);
      });
      await fitted(page, 'budget');
      await page.run(() => {
        const later = document.querySelector('#budget').cloneNode();
        Object.assign(later, { id: 'later', src: later.src.replace('budget', 'prof-circles') });
        later.removeAttribute('style');
        document.querySelector('main').append(later);
      });
      await fitted(page, 'later');
      await page.close();
    });

    test('a frame that nobody sees says nothing, and is right when it is shown', async () => {
      const page = await open(`<div id="tab" style="display: none">${frame('budget')}</div>`);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      assert.equal(await height(page, 'budget'), '');
      await page.run(() => document.querySelector('#tab').style.removeProperty('display'));
      const shown = await fitted(page, 'budget');
      await page.run(() => document.querySelector('#tab').style.setProperty('display', 'none'));
      await quiet(page);
      assert.equal(await height(page, 'budget'), `${shown}px`);
      await page.run(() => document.querySelector('#tab').style.removeProperty('display'));
      assert.equal(await fitted(page, 'budget'), shown);
      await page.close();
    });

    test('only its own frame, from its own address, in the right shape, sets a height', async () => {
      const page = await open(frame('budget') + frame('report', { id: 'moved' }));
      await fitted(page, 'budget');
      const before = await fitted(page, 'moved');
      const wrong = [
        { jaarplan: 'height', height: '500px' }, { jaarplan: 'height', height: '500' }, { jaarplan: 'height', height: NaN },
        { jaarplan: 'height', height: Infinity }, { jaarplan: 'height', height: 0 }, { jaarplan: 'height', height: -5 },
        { jaarplan: 'height', height: 1e9 }, { jaarplan: 'height', height: [500] }, { jaarplan: 'height' },
        { jaarplan: 'size', height: 500 }, { height: 500 }, 'height', 500, null, [],
      ];
      await page.run(() => (window.heights.length = 0));
      // The wrong shape; NaN and Infinity cross as they are, so each is written in the frame.
      await inside(page, 'budget', `() => { for (const data of [${wrong.map(written)}]) parent.postMessage(data, '*'); }`);
      // The wrong source: the page itself.
      await page.run(() => postMessage({ jaarplan: 'height', height: 500 }, '*'));
      // The wrong origin: another page in the same window.
      await page.run((url) => document.querySelector('#moved').contentWindow.location.replace(url), `${engine.server.url}/pages/stranger.html`);
      await page.until(() => window.said.some(({ data }) => data?.height === 499));
      assert.equal(await height(page, 'moved'), `${before}px`);
      // What is right still arrives, after all of these.
      await inside(page, 'budget', () => parent.postMessage({ jaarplan: 'height', height: 501 }, '*'));
      await page.until(() => window.heights.length > 0);
      assert.equal(await page.run(() => window.heights[0]), '501px');
      await page.close();
    });

    test('it answers its parent alone, says its height alone, and names who may hear it', async () => {
      // In a page of the same origin, where it can be seen what is said to whom.
      const page = await open(frame('budget', { base: engine.server.url }), '');
      await page.until(() => document.querySelector('iframe').contentDocument.querySelector('jaarplan-budget')?.matches(':state(ready)'));
      const spoken = (who, data) => page.run((who, data) => {
        const said = [];
        window.postMessage = (...words) => said.push(words);
        const { contentWindow: frame } = document.querySelector('iframe');
        const source = who === 'parent' ? window : who === 'itself' ? frame : null;
        frame.dispatchEvent(new MessageEvent('message', { source, origin: 'https://intranet.example', data }));
        return said;
      }, who, data);
      const hello = { jaarplan: 'hello' };
      for (const who of ['itself', 'nobody']) assert.deepEqual(await spoken(who, hello), [], who);
      for (const data of ['hello', null, {}, { jaarplan: 'height' }]) assert.deepEqual(await spoken('parent', data), []);
      const [[said, target], ...more] = await spoken('parent', hello);
      assert.deepEqual(said, { jaarplan: 'height', height: said.height });
      assert.ok(said.height > 300);
      assert.equal(target, 'https://intranet.example');
      assert.deepEqual(more, []);
      await page.wrong(); // this policy keeps the icon of the frame's page out
    });

    // The driver of WebKitGTK cannot print.
    test('after printing it has the height of the screen', { skip: name === 'WebKitGTK' }, async () => {
      const page = await open(frame('budget'));
      const before = await fitted(page, 'budget');
      await page.driver.printPage({});
      await new Promise((resolve) => setTimeout(resolve, 400));
      assert.equal(await fitted(page, 'budget'), before);
      await page.close();
    });

    test('in a sandbox without an origin the frame keeps its height', async () => {
      const page = await open(frame('budget', { more: 'sandbox="allow-scripts"' }));
      await new Promise((resolve) => setTimeout(resolve, 1000));
      assert.equal(await height(page, 'budget'), '');
    });
  });
}

const written = (data) => (typeof data?.height === 'number' ? `{ jaarplan: ${JSON.stringify(data.jaarplan)}, height: ${data.height} }` : JSON.stringify(data));
