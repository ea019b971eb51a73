import { test } from 'node:test';
import { consumer, tool } from '../consumer.mjs';

const folder = consumer('typescript/');

for (const resolution of ['bundler', 'nodenext']) {
  test(`the types hold in strict TypeScript, moduleResolution ${resolution}`, () => {
    tool('tsc', ['-p', `tsconfig.${resolution}.json`], folder);
  });
}
