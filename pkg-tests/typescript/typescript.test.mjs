import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { consumer, run } from '../consumer.mjs';

const folder = consumer('typescript/');
const tsc = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url));

for (const resolution of ['bundler', 'nodenext']) {
  test(`the types hold in strict TypeScript, moduleResolution ${resolution}`, () => {
    run(tsc, ['-p', `tsconfig.${resolution}.json`], folder);
  });
}
