// Starts the widgets and registers their elements. Importing it twice, or in bare Node, is harmless.

import { bytes } from './bytes.js';
import { register } from './widgets.js';
import { letters } from 'jaarplan:module';

const parts = {
  wasm: () => bytes(letters),
  script: () => import('./elements-js.js').then(({ script }) => script),
};

/** Settles when the elements are registered; at once where there are none to register. */
export const ready = typeof customElements === 'undefined' ? Promise.resolve() : register(parts);
