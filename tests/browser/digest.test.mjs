// Ten thousand plans in three browsers and two engines: the digest of the native program.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { COUNT, SIMULATED } from './pages/digest.js';
import { natively, parts, simulated, simulatedNatively } from '../oracle/native.mjs';
import { forEachEngine } from './engines.mjs';

let expected, expectedSimulations;
before(async () => ([expected, expectedSimulations] = [await natively(), await simulatedNatively()]));

const PAGE = '<!doctype html><html lang="nl"><title>Jaarplan</title><script src="/pages/watch.js"></script></html>';

forEachEngine((engine) => {
  for (const name of ['wasm', 'js']) {
    test(`${COUNT} plans, engine ${name}`, async () => {
      engine.pages.set('/digest', PAGE);
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

    test(`${SIMULATED} simulations, engine ${name}`, async () => {
      engine.pages.set('/digest', PAGE);
      engine.pages.set('/simulated', JSON.stringify(simulated));
      const page = await engine.visit('/digest');
      const sum = await page.run(async (engine) => {
        const { digest, OPTIONS, results } = await load('/pages/digest.js');
        const { simulate } = await (await load('/pkg/index.js')).load({ engine });
        const texts = await (await fetch('/simulated')).json();
        return digest('', results((plan) => simulate(plan, OPTIONS), texts.map((text) => JSON.parse(text))));
      }, name);
      assert.equal(sum, expectedSimulations);
    });
  }
});
