// After loading nothing leaves the page, and nothing is missed when the server is gone: all that somebody does with the
// planner, twice; with the modules, and with the classic script and its engine in JavaScript. In three engines.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLASSIC, forEachEngine } from './engines.mjs';
import { serve } from './server.mjs';

const PLANNER = '<jaarplan-planner country="BE" headcount="20" fte="16" remember></jaarplan-planner>';

/** Types, adds, asks why, compares, saves, shares and prints; the files that came of it, by their names. */
async function use(page) {
  const planner = page.inside('jaarplan-planner');
  await page.run(() => {
    window.given = [];
    window.printed = 0;
    window.print = () => (window.printed += 1);
    // A browser without a screen has no place to put a file.
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => ((window.blob = blob), createObjectURL.call(URL, blob));
    HTMLAnchorElement.prototype.click = function () {
      given.push(window.blob.text().then((text) => [this.download, text]));
    };
  });
  const cash = () => planner.text('[data-card=budget] [data-figure^="budget.cash"]');
  const before = await cash();

  await planner.field('organisation').fill('De Linde');
  await planner.field('headcount').fill('120');
  await planner.click('[data-do=add][data-list=groups]');
  await planner.field('headcount', 1).type('34');
  await planner.field('fte', 1).type('22,5');
  assert.notEqual(await cash(), before);

  await planner.click('[data-card=budget] [data-do=why]');
  assert.match(await planner.text('.assumptions'), /Aanpassen/);
  await planner.click('[data-do=close]');

  await planner.click('#tab-scenarios');
  await planner.click('[data-do=duplicate]');
  assert.match(await planner.text('[role=tabpanel]'), /Scenario 2/);
  await planner.click('#tab-report');
  await planner.click('#tab-plan');

  await planner.click('[data-do=save]');
  await planner.click('[data-do=csv]');
  await planner.click('[data-do=share]');
  assert.match(await page.driver.executeScript('return arguments[0].value', await planner.find('#link')), /#jp1\./);
  await planner.click('[data-do=print]');
  assert.equal(await page.run(() => window.printed), 1);
  await page.until(() => localStorage.getItem('jaarplan:')); // once they pause
  return Object.fromEntries(await page.run(() => Promise.all(given)));
}

function check(files) {
  const [json, csv] = Object.keys(files).sort((a, b) => b.endsWith('.json') - a.endsWith('.json'));
  assert.match(files[json], /De Linde/);
  assert.match(files[csv], /^[^\n]*;/);
}

const define = (planner) => (engine) => {
  test('nothing is asked of the server', async () => {
    const page = await engine.open(planner);
    check(await use(page));
    assert.deepEqual(page.requested(), []);
    await page.close();
  });

  test('nothing is missed when the server is gone', async () => {
    const server = await serve({ pages: engine.pages, folders: engine.folders });
    const page = await engine.visit(server.url + engine.made(planner));
    await server.close();
    check(await use(page));
    await page.close();
  });
};

forEachEngine(define(PLANNER));
forEachEngine(define(PLANNER.replace(' ', ' engine="js" ')), { script: CLASSIC });
