// The plans that the engines are compared on: examples, published and hand-calculated cases, generated ones.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { plan } from '../oracle/plans.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The parsed JSON files of a folder, by name. */
function folder(name) {
  const files = readdirSync(`${root}${name}`).filter((file) => file.endsWith('.json')).sort();
  return files.map((file) => [file, JSON.parse(readFileSync(`${root}${name}/${file}`, 'utf8'))]);
}

const cases = folder('tests/cases').flatMap(([, { cases }]) => cases ?? []);

/** Plans by name. */
export const plans = [
  ...folder('examples'),
  ...cases.map(({ id, plan, maps }) => [id, plan ?? maps?.plan]).filter(([, plan]) => plan),
  ...Array.from({ length: 300 }, (_, number) => [`generated ${number}`, JSON.parse(plan(number))]),
];
