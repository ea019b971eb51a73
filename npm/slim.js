// The headless entry without an engine: the caller brings `core.wasm`, `core-js.js`, or both.

import { diagnoser } from './diagnose.js';
import { JaarplanError } from './error.js';
import { opener } from './opener.js';

export { JaarplanError };

const parts = ({ wasm, script }) => ({ wasm: wasm && (() => wasm), script: script && (() => script) });

/** Starts an engine from what it is given. */
export const load = (given = {}) => opener(parts(given))(given.engine);

/** What of it runs here and what is refused. */
export const diagnose = (given = {}) => diagnoser(parts(given))();
