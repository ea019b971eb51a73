// Starts the widgets and registers their elements. Importing it twice, or in bare Node, is harmless.

import base64 from 'jaarplan:wasm';
import glue from 'jaarplan:glue';

/** Settles when the elements are registered; at once where there are none to register. */
export const ready = typeof customElements === 'undefined' ? Promise.resolve() : start();

async function start() {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const functions = glue();
  const { instance } = await WebAssembly.instantiate(bytes, { './jaarplan_bg.js': functions });
  functions.__wbg_set_wasm(instance.exports);
  functions.register();
}
