import { test } from 'node:test';
import { consumer, tool } from '../consumer.mjs';

test('a test in Vitest uses the installed package', () => {
  tool('vitest', ['run'], consumer('vitest/'));
});
