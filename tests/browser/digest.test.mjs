// Ten thousand plans in three browsers and two engines: the digest of the native program.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { load } from '../../pkg/index.js';
import { COUNT, digest, results } from './pages/digest.js';
import { plan } from '../oracle/plans.mjs';
import { forEachEngine } from './engines.mjs';

const PART = 500;
const parts = Array.from({ length: COUNT / PART }, (_, part) => Array.from({ length: PART }, (_, i) => plan(part * PART + i, 5)));
let expected = '';

before(async () => {
  const { evaluate } = await load();
  for (const part of parts) expected = await digest(expected, results(evaluate, part.map((text) => JSON.parse(text))));
});

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
