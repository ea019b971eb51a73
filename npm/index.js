// The headless entry. The module travels inside as text, so that the same file runs in browsers, bundlers and
// Node. The engine in JavaScript is a file of its own, which only loads where WebAssembly does not start.

import { bytes } from './bytes.js';
import { diagnoser } from './diagnose.js';
import { JaarplanError } from './error.js';
import { opener } from './opener.js';
import { letters } from 'jaarplan:module';

export { JaarplanError };

const parts = {
  wasm: () => bytes(letters),
  script: () => import('./core-js.js').then(({ script }) => script),
};
const open = opener(parts);
const loading = new Map();

/** Starts an engine, once; the same promise each time, unless starting failed. */
export function load({ engine } = {}) {
  if (!loading.has(engine)) {
    loading.set(
      engine,
      open(engine).catch((error) => {
        loading.delete(engine);
        throw error;
      }),
    );
  }
  return loading.get(engine);
}

/** What runs here and what is refused. */
export const diagnose = diagnoser(parts);
