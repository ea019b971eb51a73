// The first engine that starts, with what wasm-bindgen made of the module around it.

import { api } from './api.js';
import { start } from './engine.js';
import { JaarplanError } from './error.js';
import glue from 'jaarplan:glue'; // () => what wasm-bindgen made, with its own state each time
import { sum } from 'jaarplan:sum';

/** `wasm()` gives the bytes of the module, `script()` the module as JavaScript; one of them may be absent. */
export async function started(parts, only) {
  try {
    return await start({ sum, ...parts, glue }, only);
  } catch (cause) {
    const message =
      "no engine started; are these files whole, and does the page's Content-Security-Policy allow them? " + cause.message;
    throw new JaarplanError([{ path: '', code: 'no-engine', message }], { cause });
  }
}

/** Gives the calls of the package over that engine. */
export const opener = (parts) => async (only) => {
  const { engine, functions, restart, refused } = await started(parts, only);
  return Object.assign(api(engine, functions, restart), { refused });
};
