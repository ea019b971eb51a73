// Ten thousand plans in three browsers and two engines: the digest of the native program.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { COUNT } from './pages/digest.js';
import { natively, parts } from '../oracle/native.mjs';
import { forEachEngine } from './engines.mjs';

let expected;
before(async () => (expected = await natively()));

forEachEngine((engine) => {
  for (const name of ['wasm', 'js']) {
    test(`${COUNT} plans, engine ${name}`, async () => {
      engine.pages.set('/digest', '<!doctype html><html lang="nl"><title>Jaarplan</title><script src="/pages/watch.js"></script></html>');
      for (const [i, part] of parts.entries()) engine.pages.set(`/plans/${i}`, JSON.stringify(part));
      const page = await engine.visit('/digest');
      let sum = '';
      for (let i = 0; i < parts.length; i += 1) {
        sum = await page.run(
          async (engine, i, sum) => {
            const { digest, results } = await load('/pages/digest.js');
            const { evaluate } = await (await load('/pkg/index.js')).load({ engine });
            const texts = await (await fetch(`/plans/${i}`)).json();
            return digest(sum, results(evaluate, texts.map((text) => JSON.parse(text))));
          },
          name, i, sum,
        );
      }
      assert.equal(sum, expected);
    });
  }
});
