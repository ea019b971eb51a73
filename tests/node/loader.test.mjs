// The loader with what servers and disks do to files: it starts an engine that gives the right figures, or says why not.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { bytes, crc32 } from '../../npm/bytes.js';
import { start } from '../../npm/engine.js';
import { script } from '../../pkg/core-js.js';
import { load as loadWhole } from '../../pkg/index.js';
import { JaarplanError, load } from '../../pkg/slim.js';
import { letters } from '../../target/pkg/headless/module.js';

const wasm = new Uint8Array(readFileSync(new URL('../../pkg/core.wasm', import.meta.url)));
const plan = { schemaVersion: 1, year: 2027, country: 'BE', groups: [{ headcount: 120, fte: 96.5 }] };
const figures = (await load({ wasm })).evaluate(plan);

const right = async (parts, engine, code) => {
  const jaarplan = await load(parts);
  assert.equal(jaarplan.engine, engine);
  assert.deepEqual(jaarplan.refused.map((refusal) => refusal.code), code ? [code] : []);
  assert.deepStrictEqual(jaarplan.evaluate(plan), figures);
};

/** Numbers that look like chance, the same each time. */
function* chances(seed) {
  for (;;) yield (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0);
}

test('the bytes travel as letters without a loss', () => {
  assert.ok(Buffer.from(bytes(letters)).equals(Buffer.from(wasm)));
  assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926);
});

test('in JavaScript too a plan is as large as it likes', async () => {
  const groups = Array.from({ length: 2000 }, (_, i) => ({ id: `g${i}`, name: `Groep ${i} – é`, headcount: 20 + (i % 30), fte: 17.5 }));
  const large = { ...plan, groups };
  let buffer;
  const watched = (imports) => {
    const exports = script(imports);
    buffer = () => exports.memory.buffer;
    return exports;
  };
  const [asScript, asModule] = [await load({ script: watched, engine: 'js' }), await load({ wasm })];
  const before = buffer().byteLength;
  for (const given of [large, plan, large]) {
    assert.deepStrictEqual(asScript.evaluate(given), asModule.evaluate(given));
    assert.deepStrictEqual(asScript.parse(JSON.stringify(given)), given);
  }
  assert.ok(buffer().byteLength > 2 * before, `${before} bytes grew to ${buffer().byteLength}`);
});

test('bytes, a buffer, a module, a promise: each starts', async () => {
  for (const given of [wasm, wasm.buffer, new DataView(wasm.buffer), Promise.resolve(wasm), await WebAssembly.compile(wasm)]) await right({ wasm: given }, 'wasm');
  await right({ script }, 'js', 'not-given');
  await right({ wasm, script, engine: 'js' }, 'js');
});

test('2,000 modules with one bit turned: each is caught, and the figures are right', async () => {
  const chance = chances(1);
  for (let i = 0; i < 2000; i += 1) {
    const damaged = wasm.slice();
    damaged[chance.next().value % wasm.length] ^= 1 << (chance.next().value >>> 29);
    if (i % 100) await assert.rejects(load({ wasm: damaged }), ({ cause }) => cause.refused[0].code === 'damaged');
    else await right({ wasm: damaged, script }, 'js', 'damaged');
  }
});

test('200 modules that were cut off: each is caught', async () => {
  const chance = chances(2);
  for (let i = 0; i < 200; i += 1) {
    await assert.rejects(load({ wasm: wasm.slice(0, chance.next().value % wasm.length) }), JaarplanError);
  }
  await right({ wasm: wasm.slice(0, 1000), script }, 'js', 'damaged');
});

test('an engine that gives a wrong answer is not trusted', async () => {
  const glue = () => ({ imports: {}, __wbg_set_wasm() {}, answer: () => 7 });
  await assert.rejects(start({ glue, script: () => () => ({}) }, 'js'), ({ refused }) => refused[0].code === 'wrong-answer');
});

test('what never comes is not waited for', async () => {
  await right({ wasm: new Promise(() => {}), script }, 'js', 'stalled');
});

test('without WebAssembly, JavaScript', async () => {
  const kept = globalThis.WebAssembly;
  delete globalThis.WebAssembly;
  try {
    await right({ wasm, script }, 'js', 'no-webassembly');
    const whole = await loadWhole();
    assert.equal(whole.engine, 'js');
    assert.deepStrictEqual(whole.evaluate(plan), figures);
  } finally {
    globalThis.WebAssembly = kept;
  }
});

test('nothing given: a clear refusal', async () => {
  await assert.rejects(load(), (error) => error instanceof JaarplanError && error.code === 'no-engine');
});

test('require gives the same', async () => {
  const require = createRequire(import.meta.url);
  for (const engine of ['wasm', 'js']) {
    const jaarplan = await require('../../pkg/index.cjs').load({ engine });
    assert.equal(jaarplan.engine, engine);
    assert.deepStrictEqual(jaarplan.evaluate(plan), figures);
  }
});

test('where there is no TextDecoder, UTF-8 is read and written all the same', async () => {
  const kept = [globalThis.TextDecoder, globalThis.TextEncoder];
  globalThis.TextDecoder = globalThis.TextEncoder = undefined;
  const own = await import('../../npm/utf8.js');
  [globalThis.TextDecoder, globalThis.TextEncoder] = kept;
  for (const text of ['', 'Zorg', '€ 1.234,50', 'één\u202f🦀', 'a\ud800b', '%41']) {
    const written = new own.Encoder().encode(text);
    assert.deepEqual(written, new TextEncoder().encode(text), text);
    assert.equal(new own.Decoder().decode(written), new TextDecoder().decode(written), text);
  }
  assert.equal(new own.Decoder().decode(), '');
});
