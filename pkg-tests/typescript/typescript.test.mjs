import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { consumer, tool } from '../consumer.mjs';

const folder = consumer('typescript/');

// Elsewhere, so that TypeScript finds no React and no Vue in a folder above.
const alone = mkdtempSync(join(tmpdir(), 'jaarplan-'));
after(() => rmSync(alone, { recursive: true }));
cpSync(folder, alone, { recursive: true });

for (const resolution of ['bundler', 'nodenext']) {
  test(`the types hold in strict TypeScript, moduleResolution ${resolution}`, () => {
    tool('tsc', ['-p', `tsconfig.${resolution}.json`], alone);
  });
}

test('what frameworks know of the elements comes from their types', () => {
  tool('tsc', ['-p', 'tsconfig.frameworks.json'], folder);
});
