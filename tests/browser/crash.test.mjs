// When the calculation stops, by a defect of ours or of the machine, people go on with what they typed, and are told
// once. In three engines, as WebAssembly and as JavaScript.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachEngine, Key } from './engines.mjs';
import { instead, ward } from './ill.mjs';

const TOLD = /De berekening was gestopt door een fout van Jaarplan en is opnieuw begonnen\. Kijk na of je laatste wijziging er staat\./;

/** The engine in JavaScript, that can be armed. */
const SCRIPT = `import { script as real } from '/pkg/elements-js.js';
const stop = () => { throw new Error('stopped'); };
export const script = (imports) => armable(imports, real, stop);`;
const cells = new Map([['wasm', {}], ['js', { ills: { 'elements-js.js': instead(SCRIPT) } }]]);

const PLANNER = '<jaarplan-planner id="own" country="BE" headcount="20" fte="16" remember><p>Bel ons.</p></jaarplan-planner>';
const SCHOOL = `<jaarplan-budget id="one" plan="school" country="BE" headcount="30" fte="24"><p>Bel ons.</p></jaarplan-budget>
  <jaarplan-learning-time id="other" plan="school"><p>Bel ons.</p></jaarplan-learning-time>`;

forEachEngine((engine) => {
  for (const kind of cells.keys()) {
    /** A page with all three, in which an export can be made to stop, from the start if that is to be. */
    const open = async (body = PLANNER + SCHOOL, start = '') => {
      const page = await engine.open(
        `<script src="/pages/arm.js" ${start}></script><script type="module" src="/ill/${kind}/register.js"></script>
         ${kind === 'js' ? body.replaceAll('country=', 'engine="js" country=') : body}`,
        { register: false },
      );
      return page;
    };
    const heard = (page) => page.run(() => {
      window.heard = [];
      const plans = ['missing', 'out-of-range']; // of numbers that are half typed
      document.addEventListener('jaarplan-error', ({ target, detail }) => plans.includes(detail.code) || heard.push([target.id, detail.code]));
    });
    /** What was typed is kept in the next frame. */
    const frame = (page) => page.run(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
    const texts = (page) => page.run(() => ['own', 'one', 'other'].map((id) => window.shown(document.getElementById(id))));
    const bars = (page) => page.run(() => ['own', 'one', 'other'].map((id) => document.getElementById(id).shadowRoot.querySelectorAll('[data-do=dismiss]').length));
    const plan = (page, id = 'own') => page.run((id) => document.getElementById(id).plan, id);

    test(`${kind}: it stops once while somebody types`, async () => {
      const page = await open();
      await heard(page);
      const planner = page.inside('#own');
      await planner.field('organisation').type('De Linde');
      await page.inside('#one').field('headcount').fill('40');
      await planner.field('headcount').type('5');
      await frame(page);
      const before = await texts(page);
      await page.run(() => arm('handle_enter'));
      await page.press('7');
      assert.equal(await planner.field('headcount').value(), '2057');
      assert.equal(await page.focused((element) => element.dataset.field), 'groups:1.headcount');
      await page.press('8');
      assert.equal(await planner.field('headcount').value(), '20578');
      assert.equal((await plan(page)).groups[0].headcount, 20578);
      assert.equal((await plan(page)).organisation, 'De Linde');
      assert.deepEqual((await texts(page)).slice(1), before.slice(1));
      assert.deepEqual(await bars(page), [1, 0, 0]);
      assert.match(await planner.text('.undo'), TOLD);
      assert.deepEqual(await page.run(() => heard), [['own', 'crashed']]);
      await page.until(() => /20578/.test(localStorage.getItem('jaarplan:')));
      await planner.click('[data-do=dismiss]');
      assert.deepEqual(await bars(page), [0, 0, 0]);
      await page.close();
    });

    test(`${kind}: wherever it stops, the plan is there and the next letter counts`, async () => {
      const all = [
        ['handle_show'], ['handle_show', { asked: 3 }], ['handle_result'], ['handle_errors'], ['handle_revision'], ['handle_snapshot'],
        ['handle_plan'], ['handle_leave'], ['handle_announcement'], ['handle_to_keep'],
      ];
      // Where it goes on does not depend on the engine; how it stops does.
      for (const [name, how] of kind === 'wasm' ? all : all.slice(0, 3)) {
        const what = `${name} ${JSON.stringify(how)}`;
        const page = await open();
        await heard(page);
        const planner = page.inside('#own');
        await planner.field('headcount').type('0');
        await frame(page);
        await page.run((name, how) => arm(name, how), name, how ?? {});
        await page.press('1');
        await plan(page);
        if (['handle_announcement', 'handle_to_keep'].includes(name)) await page.until(() => heard.length); // when they pause
        await page.press(Key.TAB);
        await planner.field('fte').fill('32');
        const [{ headcount, fte }] = (await plan(page)).groups;
        // A letter that could not be shown or kept may be what stopped it.
        assert.equal(headcount, ['handle_show', 'handle_snapshot'].includes(name) ? 200 : 2001, what);
        assert.equal(fte, 32, what);
        assert.equal(await planner.field('headcount').value(), `${headcount}`, what);
        assert.deepEqual(await page.run(() => heard), [['own', 'crashed']], what);
        assert.deepEqual(await bars(page), [1, 0, 0], what);
        await page.close();
      }
    });

    test(`${kind}: it stops in a widget that follows another`, async () => {
      const page = await open();
      await heard(page);
      await page.inside('#one').field('headcount').fill('4');
      await frame(page);
      await page.run(() => arm('handle_show', { after: 1 }));
      await page.press('5');
      await page.until(() => heard.length);
      assert.equal((await plan(page, 'one')).groups[0].headcount, 4);
      assert.deepEqual(await bars(page), [0, 0, 1]);
      assert.deepEqual(await page.run(() => heard), [['other', 'crashed']]);
      await page.inside('#one').field('headcount').fill('45');
      await frame(page);
      assert.equal((await plan(page, 'other')).groups[0].headcount, 45);
      await page.close();
    });

    test(`${kind}: tabs and scenarios stay`, async () => {
      const page = await open();
      const planner = page.inside('#own');
      await planner.click('#tab-scenarios');
      await planner.click('[data-do=duplicate]');
      await frame(page);
      await page.run(() => arm('handle_enter'));
      await page.press('x');
      assert.match(await planner.text('[role=tabpanel]'), /Scenario 2/);
      assert.equal(await page.run(() => document.querySelector('#own').shadowRoot.querySelector('[role=tab][aria-selected=true]').id), 'tab-scenarios');
      assert.equal(await page.focused((element) => element.id), 'name-of-2');
      assert.equal(await page.focused((element) => element.value), 'Scenario 2x');
      await frame(page);
      await page.run(() => arm('handle_press'));
      await planner.click('#tab-report');
      assert.equal(await page.run(() => document.querySelector('#own').shadowRoot.querySelector('[role=tab][aria-selected=true]').id), 'tab-report');
      assert.deepEqual(await bars(page), [1, 0, 0]);
      await page.close();
    });

    test(`${kind}: what stops it each time is left out`, async () => {
      const page = await open();
      await heard(page);
      const planner = page.inside('#own');
      await planner.field('headcount').type('5');
      await frame(page);
      const before = await plan(page);
      await page.run(() => arm('handle_enter', { times: Infinity }));
      await page.press('7');
      assert.deepEqual(await plan(page), before);
      assert.deepEqual(await bars(page), [1, 0, 0]);
      assert.deepEqual(await page.run(() => heard), [['own', 'crashed']]);
      await page.press('8');
      assert.deepEqual(await page.run(() => heard), [['own', 'crashed'], ['own', 'crashed']]);
      await page.run(() => arm('none'));
      assert.equal(await planner.field('headcount').value(), '205');
      await page.press('9');
      assert.equal((await plan(page)).groups[0].headcount, 2059);
      await page.run(() => arm('handle_take', { times: Infinity }));
      await page.run((plan) => void (document.querySelector('#own').plan = plan), before);
      assert.equal((await plan(page)).groups[0].headcount, 2059);
      await page.close();
    });

    for (const [name, set] of [
      ['there is no other instance', () => { window.none = true; arm('handle_enter'); }],
      ['no instance can show it', () => arm('handle_show', { times: Infinity })],
    ]) {
      test(`${kind}: ${name}`, async () => {
        const page = await open();
        await heard(page);
        await page.inside('#own').field('headcount').type('5');
        await frame(page);
        const [own, school] = [await plan(page), await plan(page, 'other')];
        await page.run(set);
        await page.press('7');
        const found = await page.run(async () => Promise.all(['own', 'one', 'other'].map(async (id) => {
          const element = document.getElementById(id);
          return [await element.ready.then(() => 'ready', ({ code }) => code), element.plan, element.querySelector('p').getClientRects().length, window.shown(element)];
        })));
        for (const [i, [ready, plan, visible, text]] of found.entries()) {
          assert.deepEqual([ready, plan, visible], ['crashed', i === 0 ? own : school, 1]);
          assert.match(text, /^Deze rekenhulp kan hier niet werken\. .*: crashed/);
        }
        assert.deepEqual((await page.run(() => heard)).sort(), ['one', 'other', 'own'].map((id) => [id, 'crashed']));
        // What can be shown later is shown.
        await page.run(() => {
          window.none = false;
          arm('nothing');
          const { own, one, other } = window;
          for (const element of [own, one, other]) element.setAttribute('lang', 'en');
          return Promise.all([own.ready, one.ready, other.ready]);
        });
        assert.equal(await page.inside('#own').field('headcount').value(), '205');
        assert.deepEqual(await plan(page, 'other'), school);
        assert.equal(await page.run(() => window.own.querySelector('p').getClientRects().length), 0);
        await page.close();
      });
    }

    test(`${kind}: it stops while it starts`, async () => {
      for (const name of ['handle_new', 'handle_speak', 'handle_claim', 'handle_preset', 'handle_snapshot', 'handle_show']) {
        const once = await open(PLANNER + SCHOOL, `data-arm="${name}"`);
        const shown = await texts(once);
        for (const text of shown) assert.match(text, /\d/, `${name}: ${text.slice(0, 100)}`);
        assert.match(shown[1], /€ \d/, name);
        await once.close();
        const each = await open(PLANNER, `data-arm="${name}" data-times="Infinity"`);
        const [text, code, visible] = await each.run(async () => {
          const code = await window.own.ready.catch(({ code }) => code);
          return [window.shown(window.own), code, window.own.querySelector('p').getClientRects().length];
        });
        assert.match(text, /^Deze rekenhulp kan hier niet werken\./, name);
        assert.deepEqual([code, visible], ['crashed', 1], name);
        await each.close();
      }
    });
  }
}, { folders: { ill: ward(cells) } });
