// diagnose() tells what runs here and what is refused, and never rejects.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { diagnose as ofWidgets } from '../../pkg/elements.js';
import { diagnose } from '../../pkg/index.js';
import { diagnose as ofParts } from '../../pkg/slim.js';
import { script } from '../../pkg/core-js.js';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const [, version] = read('Cargo.toml').match(/\[package\][^[]*?\nversion = "(.+)"/);
const [, model] = read('src/model/mod.rs').match(/pub const MODEL: &str = "(.+)";/);
const wasm = new Uint8Array(readFileSync(new URL('../../pkg/core.wasm', import.meta.url)));
const RUNS = [{ engine: 'wasm', ok: true }, { engine: 'js', ok: true }];

/** With other globals than those of Node, for as long as it takes. */
async function among(globals, work) {
  const kept = Object.keys(globals).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]);
  for (const [name, value] of Object.entries(globals)) Object.defineProperty(globalThis, name, { configurable: true, ...value });
  try {
    return await work();
  } finally {
    for (const [name, before] of kept) {
      delete globalThis[name];
      if (before) Object.defineProperty(globalThis, name, before);
    }
  }
}

test('in bare Node both engines run, of every entry', async () => {
  const require = createRequire(import.meta.url);
  for (const ask of [diagnose, ofWidgets, require('../../pkg/index.cjs').diagnose, require('../../pkg/elements.cjs').diagnose, () => ofParts({ wasm, script })]) {
    const found = await ask();
    assert.deepEqual(found.engines, RUNS);
    assert.deepEqual([found.version, found.engine, found.storage, found.frame, found.opaqueOrigin], [version, 'wasm', 'missing', false, false]);
    assert.deepEqual(found.violations, []);
    assert.equal(found.model, model);
  }
});

test('each engine has its own reason', async () => {
  const damaged = wasm.slice();
  damaged[1000] ^= 1;
  const { engine, engines } = await ofParts({ wasm: damaged });
  assert.equal(engine, undefined);
  assert.deepEqual(engines.map(({ engine, ok, code }) => [engine, ok, code]), [['wasm', false, 'damaged'], ['js', false, 'not-given']]);
  for (const { message } of engines) assert.match(message, /module|engine/);
});

test('without WebAssembly, the engine in JavaScript is the one in use', () =>
  among({ WebAssembly: { value: undefined } }, async () => {
    const { engine, engines: [{ code }, js] } = await diagnose();
    assert.deepEqual([engine, code, js], ['js', 'no-webassembly', RUNS[1]]);
  }));

test('storage works, is refused, or is full; what it held stays', async () => {
  const held = new Map([['other', 'kept']]);
  const works = { setItem: (name, value) => held.set(name, value), removeItem: (name) => held.delete(name) };
  const full = { setItem: () => { throw Object.assign(new Error('full'), { name: 'QuotaExceededError' }); } };
  const denied = () => { throw Object.assign(new Error('no'), { name: 'SecurityError' }); };
  for (const [localStorage, expected] of [[{ value: works }, 'works'], [{ value: full }, 'refused'], [{ get: denied }, 'refused']]) {
    assert.equal((await among({ localStorage }, diagnose)).storage, expected);
  }
  assert.deepEqual([...held], [['other', 'kept']]);
});

test('it hears of violations as long as it looks, and says where it stands', async () => {
  const page = new EventTarget();
  page.documentElement = { lang: 'fr-BE' };
  const violate = () => page.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), { effectiveDirective: 'script-src', blockedURI: 'wasm-eval', originalPolicy: "script-src 'self'" }));
  const globals = {
    document: { value: page }, self: { value: 1 }, top: { value: 2 }, origin: { value: 'null' }, isSecureContext: { value: false },
    location: { value: { protocol: 'http:' } }, navigator: { value: { userAgent: 'X/1', language: 'en' } }, trustedTypes: { value: {} },
  };
  const found = await among(globals, () => {
    const asked = diagnose();
    violate();
    return asked;
  });
  violate();
  assert.deepEqual(found.violations, [{ directive: 'script-src', blocked: 'wasm-eval', policy: "script-src 'self'" }]);
  const { language, secureContext, trustedTypes, frame, opaqueOrigin, userAgent, protocol } = found;
  assert.deepEqual(
    { language, secureContext, trustedTypes, frame, opaqueOrigin, userAgent, protocol },
    { language: 'fr-BE', secureContext: false, trustedTypes: true, frame: true, opaqueOrigin: true, userAgent: 'X/1', protocol: 'http:' },
  );
  assert.deepEqual(found, JSON.parse(JSON.stringify(found)), 'plain data');
});
