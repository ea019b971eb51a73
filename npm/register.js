// Starts the widgets and registers their elements. Importing it twice, or in bare Node, is harmless.

import { bytes } from './bytes.js';
import { start } from './engine.js';
import glue from 'jaarplan:glue';
import { letters } from 'jaarplan:module';
import { sum } from 'jaarplan:sum';

/** Settles when the elements are registered; at once where there are none to register. */
export const ready = typeof customElements === 'undefined' ? Promise.resolve() : register();

async function register() {
  const { functions } = await start({ wasm: () => bytes(letters), glue, sum });
  functions.register();
}
