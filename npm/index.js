// The headless entry. The module travels inside as base64: no second file for a server to refuse or
// mislabel, and the same file runs in browsers, bundlers and Node.

import { api, JaarplanError } from './api.js';
import base64 from 'jaarplan:wasm'; // text
import glue from 'jaarplan:glue'; // () => what wasm-bindgen made, with its own state each time

export { JaarplanError };

let loading;

/** Starts the engine, once; the same promise each time, unless starting failed. */
export function load() {
  return (loading ??= start().catch((cause) => {
    loading = undefined;
    const message = "WebAssembly did not start; does the page's Content-Security-Policy allow 'wasm-unsafe-eval'?";
    throw new JaarplanError([{ path: '', code: 'no-engine', message }], { cause });
  }));
}

async function start() {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const first = glue();
  const { module, instance } = await WebAssembly.instantiate(bytes, { './jaarplan_bg.js': first });
  first.__wbg_set_wasm(instance.exports);
  return api('wasm', first, () => {
    const fresh = glue();
    fresh.__wbg_set_wasm(new WebAssembly.Instance(module, { './jaarplan_bg.js': fresh }).exports);
    return fresh;
  });
}
