// The files that say what the package is: for programs that check it, and for people.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { packed, run } from '../consumer.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const place = mkdtempSync(join(tmpdir(), 'jaarplan-'));
after(() => rmSync(place, { recursive: true }));
run('tar', ['-xzf', packed(), '-C', place]);
const home = join(place, 'package');
const files = readdirSync(home);
const read = (file) => readFileSync(join(home, file));
const json = (file) => JSON.parse(read(file));
const manifest = json('package.json');

test('every entry is there, with its types', () => {
  const targets = [];
  JSON.stringify(manifest.exports, (_, value) => (typeof value === 'string' ? targets.push(value) : value));
  for (const target of [...targets, manifest.main, manifest.types, manifest.customElements]) assert.ok(existsSync(join(home, target)), target);
  for (const [entry, { import: module }] of Object.entries(manifest.exports)) {
    if (module) assert.deepEqual([entry, Object.keys(module)], [entry, ['types', 'default']]);
  }
});

test('nothing that is published knows where it was made', () => {
  const modules = ['headless', 'widgets'].map((module) => join(root, `target/pkg/${module}/jaarplan.wasm`));
  const places = [root, homedir(), process.env.CARGO_HOME, process.env.RUSTUP_HOME].filter((place) => place?.length > 1);
  // Letters hide what is in a module; core.wasm and the module of the widgets are looked at as they are.
  for (const file of [...files.map((file) => join(home, file)), ...modules]) {
    const bytes = readFileSync(file);
    for (const place of places) assert.ok(!bytes.includes(place.replace(/\/$/, '')), `${file} names ${place}`);
  }
});

test('sri.json has the sum of every file that a page can load', () => {
  const sums = json('sri.json');
  assert.deepEqual(Object.keys(sums), files.filter((file) => /\.(js|css|wasm)$/.test(file)).sort());
  for (const [file, sum] of Object.entries(sums)) assert.equal(sum, `sha384-${createHash('sha384').update(read(file)).digest('base64')}`, file);
});

test('custom-elements.json is a manifest of its schema', () => {
  const schema = JSON.parse(readFileSync(join(root, 'pkg-tests/node_modules/custom-elements-manifest/schema.json')));
  const valid = new Ajv({ strict: false }).compile(schema);
  const elements = json('custom-elements.json');
  assert.ok(valid(elements), JSON.stringify(valid.errors));
  for (const { path } of elements.modules) assert.ok(files.includes(path), path);
});

const sbom = json('sbom.json');
const inside = sbom.components.filter(({ scope }) => scope === 'required');

test('sbom.json names each part once, with its version, licence and sum', () => {
  const refs = [sbom.metadata.component, ...sbom.components].map((component) => component['bom-ref']);
  assert.equal(new Set(refs).size, refs.length);
  assert.deepEqual(sbom.dependencies.map(({ ref }) => ref).sort(), [...refs].sort());
  for (const { dependsOn } of sbom.dependencies) assert.ok(dependsOn.every((ref) => refs.includes(ref)));
  for (const { name, version, licenses, purl, hashes } of sbom.components) {
    assert.ok(version && licenses[0].expression, name);
    assert.match(purl, /^pkg:(cargo|npm|github)\//);
    if (!purl.startsWith('pkg:github/')) assert.match(hashes[0].content, /^([0-9a-f]{64}|[0-9a-f]{128})$/, name);
  }
  assert.equal(sbom.metadata.component.version, manifest.version);
});

test('sbom.json has what the crate asks for in a module, and the version that is locked', () => {
  const lock = readFileSync(join(root, 'Cargo.lock'), 'utf8');
  const locked = (name) => [...lock.matchAll(new RegExp(`name = "${name}"\nversion = "(.+)"\n.*\nchecksum = "(.+)"`, 'g'))].map(([, version, sum]) => [version, sum]);
  const toml = readFileSync(join(root, 'Cargo.toml'), 'utf8');
  const asked = [...toml.matchAll(/^(?:headless|widgets) = \[(.*)\]/gm)].flatMap(([, list]) => [...list.matchAll(/dep:([\w-]+)/g)].map(([, name]) => name));
  assert.ok(asked.includes('talc') && asked.includes('wasm-bindgen'));
  for (const name of [...new Set(asked), 'hifijson', 'libm', 'serde']) {
    const [{ version, hashes }] = inside.filter((component) => component.name === name);
    assert.ok(locked(name).some(([wanted, sum]) => wanted === version && sum === hashes[0].content), `${name} ${version}`);
  }
  assert.equal(inside.find(({ name }) => name === 'clap'), undefined);
});

test('NOTICE has a text for each part that is inside', () => {
  const notice = read('NOTICE').toString();
  for (const { name, version, licenses } of inside) assert.ok(notice.includes(`\n${name} ${version} (${licenses[0].expression})\n`), name);
  assert.ok(files.includes('LICENSE-MIT') && files.includes('LICENSE-APACHE'));
});
