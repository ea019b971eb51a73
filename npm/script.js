// The module as JavaScript, with the same digits: for where WebAssembly is refused or missing. Of the headless module it is
// core-js.js, of the widgets elements-js.js.

import { whole } from './bytes.js';
import { data, instantiate, pages } from 'jaarplan:script';

/** Makes an instance, as a module does. Its memory starts with the data of the module, or they were damaged. */
export function script(imports) {
  // It grows by a larger buffer in the place of this one.
  const memory = { buffer: new ArrayBuffer(pages * 65536) };
  const exports = instantiate({ ...imports, js: { memory } });
  whole(new Uint8Array(exports.memory.buffer), data);
  return exports;
}
