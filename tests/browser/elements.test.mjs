// Each element as a person uses it, in three engines: real typing by mouse and by keyboard, under the
// strictest policy, without a request after the page is there.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLASSIC, flat, forEachEngine, Key } from './engines.mjs';
import { html, WIDGETS } from './widgets.mjs';

const focusedField = (page) => page.focused((element) => element.closest('[data-name]')?.dataset.name ?? element.localName);

/** Goes on with Tab until the field has the focus. */
async function tabTo(page, name) {
  const passed = [];
  for (let tabs = 0; tabs < 80; tabs++) {
    const at = await focusedField(page);
    if (at === name) return;
    passed.push(at);
    await page.press(Key.TAB);
  }
  assert.fail(`${page.engine.name}: Tab does not come to ${name}, but to ${passed.join(', ')}`);
}

function tests(engine) {
  for (const [tag, { fields, shows, says }] of Object.entries(WIDGETS)) {
    const check = async (page) => {
      const text = await page.text(tag);
      for (const words of shows) assert.ok(text.includes(words), `${words} in: ${text}`);
      assert.deepEqual(page.requested(), [], 'nothing leaves the page');
      await page.close();
    };

    test(`${tag}: filled in with the mouse`, async () => {
      const page = await engine.open(html(tag));
      for (const [name, value] of Object.entries(fields)) {
        await page.click(`[data-name="${name}"] :is(input, textarea)`);
        assert.equal(await focusedField(page), name);
        await page.press(...value);
      }
      await check(page);
    });

    test(`${tag}: filled in with the keyboard alone${says ? ', and spoken once' : ''}`, async () => {
      const page = await engine.open(html(tag));
      await page.run((tag) => {
        window.said = [];
        const live = document.querySelector(tag).shadowRoot.querySelector('[role=status]');
        new MutationObserver(() => live.textContent && said.push(live.textContent)).observe(live, { childList: true, characterData: true, subtree: true });
      }, tag);
      for (const [name, value] of Object.entries(fields)) {
        await tabTo(page, name);
        await page.press(...value);
      }
      if (says) {
        const [said] = await page.until(() => window.said.length && window.said);
        assert.match(flat(said), says);
        await new Promise((resolve) => setTimeout(resolve, 1000));
        assert.equal((await page.run(() => window.said)).length, 1);
      }
      await page.press(Key.ENTER); // sends no form, loads no page
      await check(page);
    });

    if (!('fte' in fields)) continue;

    test(`${tag}: a wrong number says so, and the right one takes it back`, async () => {
      const page = await engine.open(html(tag));
      for (const [name, value] of Object.entries(fields)) await page.field(name).fill(value);
      const fte = page.field('fte');
      await fte.fill('x');
      const state = async () => (await fte.box()).getAttribute('aria-invalid');
      assert.equal(await state(), 'true');
      assert.match(await fte.note(), /x.* is geen getal/);
      await fte.fill(fields.fte);
      assert.equal(await state(), 'false');
      await check(page);
    });
  }
}

forEachEngine(tests);
// One engine is enough to see that the module is right which that script makes of its own text.
forEachEngine(tests, { script: CLASSIC }, ['Chromium']);
