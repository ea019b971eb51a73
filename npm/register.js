// Starts the widgets and registers their elements. Importing it twice, or in bare Node, is harmless.

import { bytes } from './bytes.js';
import { start } from './engine.js';
import glue from 'jaarplan:glue';
import { letters } from 'jaarplan:module';
import { sum } from 'jaarplan:sum';

/** Settles when the elements are registered; at once where there are none to register. */
export const ready = typeof customElements === 'undefined' ? Promise.resolve() : register();

/** One engine serves all widgets of a page: where one of them has `engine="js"`, WebAssembly is not even tried. */
function only() {
  const asking = [...document.querySelectorAll('[engine=js], [data-jaarplan][data-engine=js]')];
  return asking.some(({ dataset, localName }) => dataset.jaarplan || localName.startsWith('jaarplan-')) ? 'js' : undefined;
}

async function register() {
  const script = () => import('./elements-js.js').then(({ script }) => script);
  const { functions } = await start({ wasm: () => bytes(letters), script, glue, sum }, only());
  functions.register();
}
