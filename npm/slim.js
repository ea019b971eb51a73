// The headless entry without an engine: the caller brings `core.wasm`, `core-js.js`, or both.

import { JaarplanError } from './error.js';
import { opener } from './opener.js';

export { JaarplanError };

/** Starts an engine from what it is given. */
export function load({ wasm, script, engine } = {}) {
  return opener({ wasm: wasm && (() => wasm), script: script && (() => script) })(engine);
}
