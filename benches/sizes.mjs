// What a page loads to calculate one small thing, in bytes: this package beside others that calculate in a page.
//
//   node benches/sizes.mjs        (after cargo xtask build)
//
// All are bundled the same way, by the same esbuild, from a few lines that read something and evaluate it. Each bundle
// is run, and has to give the right answer: what a bundler left out is not weighed as if it were there.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { bundle } from './bundle.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const plan = '{"schemaVersion":1,"year":2027,"country":"BE","groups":[{"headcount":120,"fte":96.5}]}';
const circles = `evaluate(parse('${plan}')).profCircles.circles`;

/** Name, entry, and the answer; widgets have none in Node, where they are only read. */
const CONTESTANTS = [
  ['jaarplan', `
    import { load } from '../pkg/index.js';
    const { parse, evaluate } = await load();
    export default ${circles};`, 12],
  ['jaarplan, in JavaScript', `
    import { load } from '../pkg/slim.js';
    import { script } from '../pkg/core-js.js';
    const { parse, evaluate } = await load({ script });
    export default ${circles};`, 12],
  ['jaarplan, all widgets', `
    import '../pkg/register.js';`],
  ['jaarplan.js, the classic script', `
    import '../pkg/jaarplan.js';`],
  ['publicodes', `
    import Engine from 'publicodes';
    const engine = new Engine({ people: 120, circles: 'people / 10' });
    export default engine.evaluate('circles').nodeValue;`, 12],
  ['publicodes with modele-social', `
    import Engine from 'publicodes';
    import rules from 'modele-social';
    const logger = { log() {}, warn() {}, error() {} };
    const engine = new Engine(rules, { logger }).setSituation({ 'salarié . contrat . salaire brut': '3000 €/mois' });
    export default engine.evaluate('salarié . contrat . salaire brut').nodeValue;`, 3000],
  ['HyperFormula', `
    import { HyperFormula } from 'hyperformula';
    const sheet = HyperFormula.buildFromArray([[120, '=A1/10']], { licenseKey: 'gpl-v3' });
    export default sheet.getCellValue({ sheet: 0, row: 0, col: 1 });`, 12],
  ['mathjs', `
    import { evaluate } from 'mathjs';
    export default evaluate('people / 10', { people: 120 });`, 12],
  ['Squiggle', `
    import { run } from '@quri/squiggle-lang';
    const { result } = await run('120 / 10');
    export default result.value.result.value;`, 12],
];

const folder = mkdtempSync(join(tmpdir(), 'sizes-'));
const rows = [];
for (const [name, contents, answer] of CONTESTANTS) {
  const bytes = await bundle({ stdin: { contents, resolveDir: here } });
  const file = join(folder, `${rows.length}.mjs`);
  writeFileSync(file, bytes);
  assert.deepEqual((await import(pathToFileURL(file))).default, answer, name);
  rows.push({ name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length });
}
rmSync(folder, { recursive: true });

const [own] = rows;
console.log(`${'what a page loads, bytes'.padEnd(36)}${['raw', 'gzip', 'brotli', '× jaarplan'].map((text) => text.padStart(12)).join('')}`);
for (const { name, raw, gzip, brotli } of rows) {
  const cells = [...[raw, gzip, brotli].map((size) => size.toLocaleString('en')), (brotli / own.brotli).toFixed(2)];
  console.log(`${name.padEnd(36)}${cells.map((text) => text.padStart(12)).join('')}`);
}
