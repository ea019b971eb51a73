// Where a policy refuses WebAssembly, the same widgets run as JavaScript, with the same figures.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { CLASSIC, Engine, NAMES } from './engines.mjs';
import { POLICY } from './server.mjs';
import { html, TAGS } from './widgets.mjs';

const PLAIN = POLICY.replace(" 'wasm-unsafe-eval'", '');
const ATTRIBUTES = 'country="BE" headcount="143" fte="116.6"';

for (const name of NAMES) {
  describe(name, () => {
    const [free, strict] = [new Engine(name), new Engine(name)];
    before(async () => {
      await free.start();
      await strict.start({ policy: PLAIN });
    });
    after(async () => {
      await free.stop();
      await strict.stop();
    });

    test('every widget shows the same, digit by digit', async () => {
      for (const tag of TAGS) {
        const page = await free.open(html(tag, ATTRIBUTES));
        const expected = await page.text(tag);
        await page.close();
        assert.match(expected, /\d/, tag);
        const other = await strict.open(html(tag, `${ATTRIBUTES} engine="js"`));
        assert.equal(await other.text(tag), expected, tag);
        assert.deepEqual(other.requested(), []);
        await other.close(); // without any violation of the policy
      }
    });

    test('the classic script shows the same, as WebAssembly, and with the engine beside it where that is refused', async () => {
      for (const tag of TAGS) {
        const page = await free.open(html(tag, ATTRIBUTES));
        const expected = await page.text(tag);
        await page.close();
        for (const [engine, attributes, started] of [[free, ATTRIBUTES, 1], [strict, `${ATTRIBUTES} engine="js"`, 0]]) {
          const classic = await engine.open(CLASSIC + html(tag, attributes), { register: false });
          assert.equal(await classic.text(tag), expected, tag);
          assert.equal(await classic.run(() => modules.length), started, 'modules of WebAssembly');
          await classic.close();
        }
      }
    });

    test('typing changes the figures', async () => {
      const page = await strict.open(html('jaarplan-planner', `${ATTRIBUTES} engine="js"`));
      const before = await page.text('[data-card=budget]');
      await page.field('headcount').fill('200');
      assert.notEqual(await page.text('[data-card=budget]'), before);
      await page.close();
    });

    test('without the attribute WebAssembly is tried first, and the figures are there', async () => {
      const page = await strict.open(html('jaarplan-budget', ATTRIBUTES));
      assert.match(await page.text('jaarplan-budget'), /€ \d/);
      for (const line of await page.wrong()) assert.match(line, /script-src|wasm|WebAssembly|eval/i);
    });
  });
}
