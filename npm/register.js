// Starts the widgets and registers their elements. Importing it twice, or in bare Node, is harmless.

import { unpack } from './unpack.js';
import packed from 'jaarplan:wasm';
import glue from 'jaarplan:glue';

/** Settles when the elements are registered; at once where there are none to register. */
export const ready = typeof customElements === 'undefined' ? Promise.resolve() : start();

async function start() {
  const functions = glue();
  const { instance } = await WebAssembly.instantiate(await unpack(packed), functions.imports);
  functions.__wbg_set_wasm(instance.exports);
  functions.register();
}
