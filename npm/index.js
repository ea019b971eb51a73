// The headless entry. The module travels inside as text: no second file for a server to refuse or
// mislabel, and the same file runs in browsers, bundlers and Node.

import { api, JaarplanError } from './api.js';
import { unpack } from './unpack.js';
import packed from 'jaarplan:wasm'; // text
import glue from 'jaarplan:glue'; // () => what wasm-bindgen made, with its own state each time

export { JaarplanError };

let loading;

/** Starts the engine, once; the same promise each time, unless starting failed. */
export function load() {
  return (loading ??= start().catch((cause) => {
    loading = undefined;
    const message =
      "WebAssembly did not start; is this file whole, and does the page's Content-Security-Policy allow 'wasm-unsafe-eval'?";
    throw new JaarplanError([{ path: '', code: 'no-engine', message }], { cause });
  }));
}

async function start() {
  const first = glue();
  const { module, instance } = await WebAssembly.instantiate(await unpack(packed), first.imports);
  first.__wbg_set_wasm(instance.exports);
  return api('wasm', first, () => {
    const fresh = glue();
    fresh.__wbg_set_wasm(new WebAssembly.Instance(module, fresh.imports).exports);
    return fresh;
  });
}
