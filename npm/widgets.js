// Starts an engine for the widgets of a page, and registers their elements.

import { start } from './engine.js';
import glue from 'jaarplan:glue';
import { sum } from 'jaarplan:sum';

/** One engine serves all widgets of a page: where one of them has `engine="js"`, WebAssembly is not even tried. */
function only() {
  const asking = [...document.querySelectorAll('[engine=js], [data-jaarplan][data-engine=js]')];
  return asking.some(({ dataset, localName }) => dataset.jaarplan || localName.startsWith('jaarplan-')) ? 'js' : undefined;
}

/** `wasm()` gives the bytes of the module, `script()` the module as JavaScript. */
export async function register(parts) {
  const { functions } = await start({ ...parts, glue, sum }, only());
  functions.register();
}
