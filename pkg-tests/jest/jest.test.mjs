import { test } from 'node:test';
import { consumer, tool } from '../consumer.mjs';

test('a test in Jest uses the installed package, in Node and in jsdom', () => {
  tool('jest', ['--testMatch', '**/*.spec.js'], consumer('jest/'));
});
