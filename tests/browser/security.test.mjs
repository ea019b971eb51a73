// What docs/security.md says, held against browsers and files: its policies, its requests, its commands.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Engine, NAMES } from './engines.mjs';

const page = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8');
const [free, strict, types] = [...page.matchAll(/```text\n(.*)\n```/g)].map(([, line]) => line);

/** The requests of a way of embedding, by the first words of its row. */
const listed = (name) => {
  const row = page.split('\n').find((line) => line.startsWith(`| ${name} |`));
  return [...row.split('|')[2].matchAll(/`([^`]+)`/g)].map(([, file]) => `/${file}`).sort();
};

const WAYS = {
  '`register.js`': (attributes) => `<script type="module" src="/register.js"></script><jaarplan-planner ${attributes}></jaarplan-planner>`,
  '`jaarplan.js`': (attributes) => `<script src="/jaarplan.js"></script><jaarplan-planner ${attributes}></jaarplan-planner>`,
};
const SHOWN = () => document.querySelector('jaarplan-planner, jaarplan-budget')?.shadowRoot?.querySelector('[data-card=budget] .big')?.innerText;

for (const name of NAMES) {
  for (const [policy, more, ends] of [[free, '', []], [strict, 'engine="js"', ['-js.js']]]) {
    describe(`${name}, ${policy}`, () => {
      /** Opens a page under the policy: what the widget shows, what was asked for, what went wrong. */
      async function visit(way, html, rules = policy) {
        const engine = new Engine(name);
        await engine.start({ policy: `${rules}; ${types}` });
        try {
          const watch = '<script src="/pages/watch.js"></script>';
          engine.pages.set('/own.html', `<!doctype html><html lang="nl">${watch}${html}`);
          await engine.driver.get(engine.server.url + way);
          let shown;
          for (const end = Date.now() + 15_000; !shown && Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
            shown = await engine.driver.executeScript(SHOWN);
          }
          assert.match(shown ?? 'nothing', /14\.634/);
          const asked = engine.server.requests.map((path) => path.split('?')[0]);
          if (way === '/own.html') {
            assert.deepEqual((await engine.driver.executeScript('return window.wrong')).filter((line) => !/favicon/.test(line)), []);
          }
          const { localStorage, cookie } = await engine.driver.executeScript('return { localStorage: Object.keys(localStorage), cookie: document.cookie }');
          assert.deepEqual([localStorage, cookie], [[], '']);
          return asked.filter((path) => !['/own.html', '/pages/watch.js', '/favicon.ico'].includes(path)).sort();
        } finally {
          await engine.stop();
        }
      }
      /** What comes after a file where WebAssembly does not start: the file beside it. */
      const late = (file) => ends.map((end) => file.replace('.js', end));
      const attributes = `country="BE" headcount="20" fte="16" year="2027" ${more}`;

      for (const [way, html] of Object.entries(WAYS)) {
        test(`${way} asks for what is listed`, async () => {
          const [main] = listed(way);
          assert.deepEqual(await visit('/own.html', html(attributes)), [...listed(way), ...late(main)].sort());
        });
      }

      test('a frame asks for what is listed', async () => {
        const rules = `${policy}; style-src 'self'; img-src 'self'`;
        const asked = await visit('/frame.html?widget=budget&country=BE&headcount=20&fte=16&year=2027', '', rules);
        // Headless browsers show no icon, so that some do not ask for it.
        const expected = [...listed('a frame'), ...late('/elements.js')];
        assert.deepEqual(asked.filter((path) => path !== '/icon.svg'), expected.filter((path) => path !== '/icon.svg').sort());
      });
    });
  }
}

test('the commands count what the page says', () => {
  const pkg = fileURLToPath(new URL('../../pkg', import.meta.url));
  const run = (command) => execFileSync('sh', ['-c', `${command} || true`], { cwd: pkg, encoding: 'utf8' }).trim();
  const commands = page.match(/^grep -cE .*(?= \*\.js)/gm);
  assert.equal(commands.length, 2);
  for (const command of commands) {
    for (const line of run(`${command} *.js`).split('\n')) assert.match(line, /^[\w-]+\.js:0$/, command);
    assert.match(run(`${command} ../docs/security.md`), /^[1-9]/, 'what it looks for can be found');
  }
  assert.equal(run(page.match(/^grep -o .*elements\.js/m)[0]), 'fetch(');
});
