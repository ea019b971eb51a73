// What the pages show as code runs, against the packed package and the command line, and gives what they say it gives.
//
// A line of JavaScript or of the command line may end in what it gives: `// → 12`, `# → {"valid":true,…`, with words before
// the arrow if need be. Each fenced block runs, but for what stands in LEFT_OUT.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch, watch } from '../../tests/browser/chromium.mjs';
import { serve } from '../../tests/browser/server.mjs';
import { consumer, run, tool } from '../consumer.mjs';
import { says } from './says.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const PAGES = ['README.md', 'npm/README.md', ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];

/** Lines, and first lines of blocks, that do not run here, each with why. */
const LEFT_OUT = new Map([
  ['rustup toolchain install && cargo xtask serve', 'goes on until somebody stops it; the tests in browsers use its server'],
  ['rustup toolchain install && cargo xtask test', 'runs this test'],
  ['cargo build --release', 'was run before the tests of packages'],
  ['cargo xtask bench', 'takes minutes, and compares digits itself'],
  ['npm install ../jaarplan/pkg', 'the consumer of this test has the packed package'],
  ['openssl dgst -sha384 -binary jaarplan.js | openssl base64 -A', 'pkg-tests/package holds sri.json against the files'],
  ["script-src 'self' 'wasm-unsafe-eval'", 'a policy; the tests of hosts set it'],
]);
/** All blocks of a language in a page, each with why. */
const PAGES_LEFT_OUT = new Map([
  ['docs/model.md text', 'formulas'],
  ['docs/rules.md text', 'formulas'],
  ['docs/security.md text', 'policies; tests/browser/security.test.mjs sets them'],
  ['docs/security.md sh', 'commands for the folder of the package; tests/browser/security.test.mjs runs them'],
]);

const folder = consumer('documents/');
const used = new Set();

const left = (list, key) => list.has(key) && Boolean(used.add(key));
/** Whether a line is left out. */
const leftOut = (line) => left(LEFT_OUT, line.split(/\s+# /)[0].trim());

/** The fenced blocks of a page. */
function blocks(page) {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(({ index, 1: language, 2: code }) => ({
    page, language, code, at: `${page}, line ${text.slice(0, index).split('\n').length}`,
  }));
}

/** The tags that a page writes within its text, each with all that is in it. */
const tags = (page) => [...readFileSync(join(root, page), 'utf8').matchAll(/`(<(?:jaarplan-|div data-jaarplan|iframe )[^`]*<\/[\w-]+>)`/g)].map(([, tag]) => tag);

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** As strict as that of the tests, for pages with a frame; with the scripts of the examples' intranet, and with what Vue asks for. */
const policy = [
  "default-src 'none'",
  "script-src 'self' https://intranet.example 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "frame-src 'self' https://intranet.example",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types vue',
].join('; ');

/** Opens a page in Chromium: when all widgets on it and in its frames show a plan, what they show and what was complained about. */
async function shown(options, path) {
  const server = await serve({ ...options, policy });
  const page = await browser.newPage();
  try {
    const { all } = await watch(page);
    // The intranet of the examples has the package too, and the page for a frame.
    await page.route('https://intranet.example/jaarplan/**', (route) => {
      const name = new URL(route.request().url()).pathname.split('/').at(-1);
      const path = [join(folder, 'node_modules/jaarplan', name), join(root, 'www', name)].find(existsSync);
      return route.fulfill({ path, headers: { 'access-control-allow-origin': '*' } });
    });
    await page.goto(server.url + path);
    const [own, ...framed] = page.frames();
    for (const frame of framed.length > 0 ? framed : [own]) {
      await frame.waitForFunction(() => {
        const widgets = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('jaarplan-'));
        return widgets.length > 0 && widgets.every((widget) => widget.matches(':state(ready)'));
      }, undefined, { timeout: 15_000 });
    }
    const text = await page.evaluate(() => [...document.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot?.textContent ?? '').join(''));
    return { text, complaints: (await all()).filter((complaint) => !/favicon/.test(complaint)) };
  } finally {
    await page.close();
    await server.close();
  }
}

/** A page of somebody's site with this in it, and the rest of what a page needs. */
async function site(html) {
  const script = /<script (type="module" )?src|<iframe/.test(html) ? '' : '<script type="module" src="register.js"></script>';
  const widget = /<jaarplan-|data-jaarplan=|<iframe/.test(html) ? '' : '<jaarplan-prof-circles></jaarplan-prof-circles>';
  const sums = JSON.parse(readFileSync(join(folder, 'node_modules/jaarplan/sri.json'), 'utf8'));
  const filled = html.replaceAll('…/', '').replace(/src="(.*?)" integrity="sha384-…"/g, (_, file) => `src="${file}" integrity="${sums[file]}"`);
  const page = `<!doctype html><html lang="nl"><meta charset="utf-8"><title>x</title>${script}${filled}${widget}`;
  const { text, complaints } = await shown({ folders: { pkg: join(folder, 'node_modules/jaarplan') }, pages: new Map([['/site', page]]) }, '/site');
  assert.deepEqual(complaints, []);
  const labels = html.match(/data-jaarplan-labels>([^]*?)<\/script>/);
  for (const label of Object.values(JSON.parse(labels?.[1] ?? '{}'))) assert.ok(text.includes(label), label);
}

/** Builds an example with Vite around it, and opens what that makes. */
async function built(framework, name, code) {
  writeFileSync(join(folder, framework, name), code);
  tool('vite', ['build', framework, '--config', 'vite.config.js', '--logLevel', 'error'], folder);
  assert.deepEqual((await shown({ folders: { '': join(folder, framework, 'dist') } }, '/')).complaints, []);
}

let scripts = 0;
const RUNS = {
  js(code) {
    const checked = code.replace(/^(\S.*?);?\s*\/\/ (?:.* )?→ (.+)$/gm, (_, value, said) => `gives(${JSON.stringify(said)}, ${value});`);
    const name = `script-${(scripts += 1)}.mjs`;
    writeFileSync(join(folder, name), `import { gives } from './says.mjs';\n${checked}`);
    run('node', [name], folder);
  },
  sh(code) {
    for (const line of code.trim().split('\n').filter((line) => !leftOut(line))) {
      const [command, said] = line.split(/\s+# (?:.* )?→ /);
      const printed = run('bash', ['-o', 'pipefail', '-c', command], root);
      if (said) says(said, printed);
    }
  },
  async json(code) {
    const { load } = await import(pathToFileURL(join(folder, 'node_modules/jaarplan/index.js')));
    const { parse, validate } = await load();
    assert.deepEqual(validate(parse(code)).errors, []);
  },
  html: site,
  jsx: (code) => RUNS.tsx(code), // with the types too: they are there
  async tsx(code) {
    await built('react', 'example.tsx', code);
    tool('tsc', '--noEmit --strict --jsx react-jsx --target es2022 --module esnext --moduleResolution bundler --types react react/example.tsx'.split(' '), folder);
  },
  vue: (code) => built('vue', 'example.vue', code),
};

for (const page of PAGES) {
  for (const { language, code, at } of blocks(page)) {
    if (leftOut(code.split('\n')[0]) && language === 'text') continue;
    if (left(PAGES_LEFT_OUT, `${page} ${language}`)) continue;
    test(`${at}: ${language}`, () => {
      assert.ok(RUNS[language], 'nothing here runs this: give the block its language, or leave it out with a reason');
      return RUNS[language](code);
    });
  }
  for (const tag of tags(page)) test(`${page}: ${tag.slice(0, 60)}`, () => site(tag));
}

test('what is left out still stands in a page', () => assert.deepEqual([...LEFT_OUT.keys(), ...PAGES_LEFT_OUT.keys()].filter((line) => !used.has(line)), []));
