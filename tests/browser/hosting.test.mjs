// Servers, policies and browsers as they are in the wild. In each cell the page shows the right figures, or what it put
// inside the element with one line that has a code, or, where our script itself did not come, what it put inside. In
// three engines; the cells are frames, a few at a time.

import assert from 'node:assert/strict';
import { networkInterfaces } from 'node:os';
import { test } from 'node:test';
import { load } from '../../pkg/index.js';
import { flat, forEachEngine } from './engines.mjs';
import { as, cut, flipped, instead, missing, shell, stalled, truncated, ward } from './ill.mjs';
import { POLICY, serve } from './server.mjs';
import { ATTRIBUTES, PLAN, WIDGETS } from './widgets.mjs';

const TAG = 'jaarplan-budget';
const CONTENT = 'Bel 02 123 45 67.';
const PLAIN = POLICY.replace(" 'wasm-unsafe-eval'", '');
const OCTETS = as('application/octet-stream');

/** What SharePoint Online sends with modern pages, as Microsoft publishes it ("View CSP Violations in the Browser's Console"):
 * https://learn.microsoft.com/sharepoint/dev/spfx/content-securty-policy-trusted-script-sources */
const SHAREPOINT = `script-src 'unsafe-eval' 'self' https://contentstorage.osi.office.net https://swx.cdn.skype.com
  https://res.delve.office.com https://lpcres.delve.office.com https://widget.uservoice.com https://by2.uservoice.com
  https://www.bing.com/api/maps https://www.bing.com/rms https://fabriciss.azureedge.net https://ajax.aspnetcdn.com
  https://js.monitor.azure.com https://r4.res.office365.com https://public-cdn.sharepointonline.com
  https://teams.microsoft.com *.cdn.office.net *.fluidpreview.office.net *.onecdn.static.microsoft
  https://webshell.suite.office.com https://amcdn.msftauth.net https://res-1.cdn.office.net
  https://webshell.suite.officeppe.com https://res-2.public.onecdn.static.microsoft https://df.loki.delve.office.com
  https://c5-excel-15.cdn.office.net https://c5-onenote-15.cdn.office.net https://c5-powerpoint-15.cdn.office.net
  https://c5-visio-15.cdn.office.net https://c5-word-view-15.cdn.office.net https://res-2.df.onecdn.static.microsoft
  https://res-1.df.onecdn.static.microsoft https://res-3-sdf.cdn.office.net https://shell.cdn.office.net
  'nonce-mvvlikiedo'`.replace(/\s+/g, ' ');

/** What a developer writes who serves the module as a file of its own. */
const OWN = `import { load } from './slim.js';
const it = document.querySelector('#it');
const script = import('./core-js.js').then((module) => module.script);
export const ready = it.ready = load({ wasm: fetch('core.wasm').then((response) => response.arrayBuffer()), script })
  .then(({ evaluate }) => (it.textContent = JSON.stringify(evaluate(${JSON.stringify(PLAN)}).budget)));`;
const BUDGET = JSON.stringify((await load()).evaluate(PLAN).budget);

/** The three ways to load. */
const MODULES = ['register.js', 'elements.js'];
/** By way, the file with the widgets and the WebAssembly in it, and the one with the engine in JavaScript. */
const MAIN = { modules: 'elements.js', classic: 'jaarplan.js' };
const SPARE = { modules: 'elements-js.js', classic: 'jaarplan-js.js' };
const page = (script, { attributes = '', before = [], widget } = {}) => `<!doctype html>
<html lang="nl-BE">
<meta charset="utf-8">
<title>Jaarplan</title>
<script src="/pages/watch.js"></script>
${before.map((script) => `<script src="/pages/${script}"></script>`).join('')}
<script src="/pages/tell.js"></script>
${script}
${widget ?? `<${TAG} id="it" ${ATTRIBUTES} ${attributes}><p>${CONTENT}</p></${TAG}>`}
</html>`;
const WAYS = {
  modules: (options) => page('<script type="module" src="register.js"></script>', options),
  classic: (options) => page('<script defer src="jaarplan.js"></script>', options),
  slim: (options) => page('<script type="module" src="own.js"></script>', { ...options, widget: `<output id="it"><p>${CONTENT}</p></output>` }),
};

/** Where the letters of a file are: its longest text; of a module the first 180 are digits. */
function letters(bytes) {
  const texts = bytes.toString('latin1').match(/"(?:[^"\\\n]|\\\n)*"/g); // a long text goes on in the next line
  const longest = texts.reduce((longest, text) => (text.length > longest.length ? text : longest));
  assert.ok(longest.length > 20_000);
  return [bytes.indexOf(longest, 0, 'latin1') + 181, longest.length - 200];
}
/** A letter that is another letter, at this part of the way. */
const letter = (part) => flipped((bytes) => {
  const [start, length] = letters(bytes);
  let at = start + Math.floor(length * part);
  while (!/[b-y]/.test(String.fromCharCode(bytes[at]))) at += 1;
  return at;
});

const cells = new Map();
/** What the cells end in: the engine that gives the figures, a code, or nothing of ours. */
const outcomes = new Map();
const cell = (name, way, outcome, { attributes, before, widget, ...how } = {}) => {
  const key = name.replace(/[^a-z0-9.-]+/gi, '-');
  assert.ok(!cells.has(key), name);
  cells.set(key, { policy: POLICY, page: WAYS[way]({ attributes, before, widget }), ...how });
  if (way === 'slim') cells.get(key).ills = { 'own.js': instead(OWN), ...how.ills };
  outcomes.set(key, { ...outcome, way, sandbox: how.sandbox });
};

const wasm = { engine: 'wasm' };
const js = { engine: 'js' };
const nothing = { untouched: true };
/** A frame of no origin; there no host is 'self' for WebKit. */
const NOWHERE = { sandbox: 'allow-scripts', policy: "script-src * 'wasm-unsafe-eval'" };
const code = (...words) => ({ code: 'no-engine', words });

for (const way of ['modules', 'classic']) {
  cell(`${way} right`, way, wasm);
  cell(`${way} no wasm`, way, js, { policy: PLAIN });
  cell(`${way} no wasm, asked for js`, way, { ...js, clean: true }, { policy: PLAIN, attributes: 'engine="js"' });
  cell(`${way} asked for js`, way, { ...js, clean: true }, { attributes: 'engine="js"' });
  cell(`${way} nothing but scripts`, way, { ...wasm, clean: true }, { policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'" });
  cell(`${way} nothing but scripts, no wasm`, way, { ...js, clean: true }, { policy: "default-src 'none'; script-src 'self'", attributes: 'engine="js"' });
  cell(`${way} Trusted Types`, way, { ...wasm, clean: true }, { policy: "require-trusted-types-for 'script'; trusted-types 'none'" });
  cell(`${way} Trusted Types, asked for js`, way, { ...js, clean: true }, { policy: "require-trusted-types-for 'script'; trusted-types 'none'", attributes: 'engine="js"' });
  cell(`${way} SharePoint`, way, { ...wasm, clean: true }, { policy: SHAREPOINT });
  cell(`${way} WebAssembly deleted`, way, { ...js, clean: true }, { before: ['without.js'] });
  cell(`${way} storage throws`, way, { ...wasm, clean: true, says: 'Je browser bewaart niets' }, { before: ['forgetful.js'], attributes: 'remember' });
  cell(`${way} frame of the same origin`, way, { ...wasm, clean: true }, { sandbox: 'allow-scripts allow-same-origin' });
  cell(`${way} frame of no origin`, way, { ...wasm, says: 'Je browser bewaart niets' }, { ...NOWHERE, headers: { 'Access-Control-Allow-Origin': '*' }, attributes: 'remember' });
}
cell('modules frame of no origin, no CORS', 'modules', nothing, NOWHERE);
cell('classic frame of no origin, no CORS', 'classic', wasm, NOWHERE);
cell('classic frame of no origin, no CORS, asked for js', 'classic', { ...js, clean: true }, { ...NOWHERE, attributes: 'engine="js"' });

for (const [name, ill] of Object.entries({ missing, shell, truncated, cut, octets: OCTETS, 'as a page': as('text/html') })) {
  for (const file of MODULES) cell(`modules ${file} ${name}`, 'modules', nothing, { ills: { [file]: ill } });
  cell(`classic jaarplan.js ${name}`, 'classic', nothing, { ills: { 'jaarplan.js': ill } });
  for (const [way, file] of Object.entries(SPARE)) {
    cell(`${way} ${file} ${name}`, way, code('wasm: ', 'js: '), { policy: PLAIN, ills: { [file]: ill } });
    cell(`${way} ${file} ${name}, not needed`, way, { ...wasm, clean: true }, { ills: { [file]: ill } });
  }
  const labelled = name === 'octets' || name === 'as a page';
  cell(`slim core.wasm ${name}`, 'slim', labelled ? wasm : js, { ills: { 'core.wasm': ill } });
}
cell('slim right', 'slim', wasm);
cell('slim core.wasm stalled', 'slim', js, { ills: { 'core.wasm': stalled } });
cell('slim core.wasm flipped', 'slim', js, { ills: { 'core.wasm': flipped((bytes) => bytes.length >> 1) } });
cell('slim no wasm, core.wasm missing', 'slim', js, { policy: PLAIN, ills: { 'core.wasm': missing } });

for (const file of MODULES) cell(`modules ${file} stalled`, 'modules', nothing, { ills: { [file]: stalled } });
cell('classic jaarplan.js stalled', 'classic', nothing, { ills: { 'jaarplan.js': stalled } });

for (const way of Object.keys(MAIN)) {
  const [main, spare] = [MAIN[way], SPARE[way]];
  cell(`${way} ${spare} stalled`, way, code('js: stalled'), { policy: PLAIN, ills: { [spare]: stalled } });
  for (const part of [0.01, 0.3, 0.6, 0.99]) {
    cell(`${way} flipped at ${part}`, way, { ...js, clean: true }, { ills: { [main]: letter(part) } });
  }
  cell(`${way} flipped, and no other engine`, way, code('wasm: damaged', 'js: '), { ills: { [main]: letter(0.5), [spare]: missing } });
  cell(`${way} other engine flipped`, way, code('js: damaged'), { attributes: 'engine="js"', ills: { [spare]: letter(0.5) } });
}
// A digit of the sum by which both files know each other.
const digit = flipped((bytes) => bytes.indexOf('jaarplan-js ') + 'jaarplan-js '.length);
cell('classic other engine of another build', 'classic', code('js: refused'), { attributes: 'engine="js"', ills: { 'jaarplan-js.js': digit } });

/** Opens cells as frames, and gives what each shows as soon as it is what is expected; at last, what it shows then. */
async function open(names) {
  const expected = ({ engine, code, untouched }, said) =>
    engine ? said.ready === 'shown' : untouched ? said.loaded : said.ready === code;
  const one = ([name, outcome]) => new Promise((resolve) => {
    const frame = document.createElement('iframe');
    if (outcome.sandbox) frame.sandbox = outcome.sandbox;
    frame.src = `/ill/${name}/`;
    let last;
    const done = () => {
      clearTimeout(late);
      removeEventListener('message', heard);
      frame.remove();
      resolve([name, last]);
    };
    const heard = ({ source, data }) => {
      if (source !== frame.contentWindow) return;
      last = data;
      if (expected(outcome, data)) done();
    };
    // A script that never comes keeps a page from being loaded; that is not to be waited for.
    const late = setTimeout(done, name.endsWith('stalled') && outcome.untouched ? 2000 : 30_000);
    addEventListener('message', heard);
    document.body.append(frame);
  });
  return Promise.all(names.map(one));
}

/** What a browser says by itself: of a script that is none, and of what a policy refuses. */
const noise = ({ untouched }) => (untouched ? /^error: / : /^policy: script-src/);

let figures;
function check(name, outcome, said) {
  const all = JSON.stringify(said);
  assert.ok(said, `${name} says nothing`);
  const { ready, inside, fallback, events, instances, wrong } = said;
  const text = flat(said.text);
  assert.deepEqual(wrong.filter((line) => outcome.clean || !noise(outcome).test(line)), [], name);
  if (outcome.engine && outcome.way === 'slim') assert.equal(text, BUDGET, name);
  else if (outcome.engine) {
    for (const words of WIDGETS[TAG].shows) assert.ok(text.includes(words), `${name}: ${all}`);
    if (outcome.says) assert.ok(text.includes(outcome.says), `${name}: ${all}`);
    else assert.equal(text, (figures ??= text), name);
    assert.deepEqual([inside, fallback ?? false, events], [false, false, []], `${name}: ${all}`);
  }
  if (outcome.engine) return assert.equal(instances, outcome.engine === 'wasm' ? 1 : 0, `${name}: ${all}`);
  if (outcome.untouched) {
    assert.deepEqual([ready, text, inside], ['unknown', CONTENT, true], `${name}: ${all}`);
    return;
  }
  assert.deepEqual([ready, inside, fallback ?? true], [outcome.code, true, true], `${name}: ${all}`);
  assert.deepEqual(events, [['jaarplan-error', outcome.code]], name);
  assert.match(text, /^Deze rekenhulp kan hier niet werken\. Geef dit door aan wie de pagina beheert: no-engine, /, name);
  for (const words of outcome.words) assert.ok(text.includes(words), `${name}: ${all}`);
}

/** The address of this machine in its network: a page from there is no secure context. */
const [outside] = Object.values(networkInterfaces()).flat().filter(({ internal, family }) => !internal && family === 'IPv4');

forEachEngine((engine) => {
  // Few at a time: a browser opens six connections to a server, and a part that stalls keeps one.
  const AT_ONCE = 3;
  const names = [...outcomes.keys()];
  for (const way of Object.keys(WAYS)) {
    test(`every cell of ${way}`, async () => {
      const top = await engine.open('', { register: false });
      const mine = names.filter((name) => outcomes.get(name).way === way && (!process.env.CELL || name.includes(process.env.CELL)));
      const wrong = [];
      for (let i = 0; i < mine.length; i += AT_ONCE) {
        const some = mine.slice(i, i + AT_ONCE).map((name) => [name, outcomes.get(name)]);
        for (const [name, said] of await top.run(open, some)) {
          try {
            check(name, outcomes.get(name), said);
          } catch (error) {
            wrong.push(error.message);
          }
        }
      }
      await top.wrong(); // what the browser logs of all frames together tells no more
      assert.equal(wrong.length, 0, `${engine.name}:\n${wrong.join('\n')}`);
    });
  }

  test('the classic script of another host gets its engine from there, with CORS and without', async () => {
    const other = await serve({ folders: engine.folders });
    try {
      for (const [cell, how] of [['classic-right', ''], ['classic-frame-of-no-origin', 'crossorigin']]) {
        const script = `<script ${how} src="${other.url}/ill/${cell}/jaarplan.js"></script>`;
        cells.set('elsewhere', { policy: `default-src 'none'; script-src 'self' ${other.url}`, page: page(script, { attributes: 'engine="js"' }) });
        const visited = await engine.visit('/ill/elsewhere/');
        assert.equal(flat(await visited.run(() => window.shown(document.querySelector('#it')))), figures, cell);
        assert.deepEqual(other.requests.splice(0).map((path) => path.split('/').pop()), ['jaarplan.js', 'jaarplan-js.js']);
        await visited.close();
      }
    } finally {
      await other.close();
    }
  });

  test('a host by its plain name, over http', { skip: !outside && 'this machine is in no network' }, async () => {
    const server = await serve({ host: outside.address, folders: engine.folders });
    try {
      for (const way of Object.keys(WAYS)) {
        const page = await engine.visit(`${server.url}/ill/${way}-right/`);
        assert.equal(await page.run(() => isSecureContext), false);
        const text = await page.until(() => {
          const it = document.querySelector('#it');
          return it.localName === 'output' ? it.children.length === 0 && it.textContent : it.matches(':defined') && it.ready.then(() => window.shown(it));
        });
        assert.equal(text, way === 'slim' ? BUDGET : figures);
        await page.close();
      }
    } finally {
      await server.close();
    }
  });
}, { folders: { ill: ward(cells) }, policy: `${POLICY}; frame-src 'self'` });
