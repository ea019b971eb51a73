// The calls of the package over the first engine that starts.

import { api, JaarplanError } from './api.js';
import { start } from './engine.js';
import glue from 'jaarplan:glue'; // () => what wasm-bindgen made, with its own state each time
import { sum } from 'jaarplan:sum';

/** `wasm()` gives the bytes of the module, `script()` the module as JavaScript; one of them may be absent. */
export const opener = (parts) => async (only) => {
  try {
    const { engine, functions, restart, refused } = await start({ ...parts, glue, sum }, only);
    return Object.assign(api(engine, functions, restart), { refused });
  } catch (cause) {
    const message =
      "no engine started; are these files whole, and does the page's Content-Security-Policy allow them? " + cause.message;
    throw new JaarplanError([{ path: '', code: 'no-engine', message }], { cause });
  }
};
