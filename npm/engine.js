// From bytes to an engine that gives the right figures: WebAssembly, or the same module as JavaScript.

import { whole } from './bytes.js';
import { ANSWER } from './constants.js';

/** A part that takes longer than this to come is not waited for. */
const PATIENCE = 4000;

/** Why an engine did not start; `code` is stable. */
class Refused extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

const inTime = (promise) => {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Refused('stalled', `nothing came in ${PATIENCE / 1000} seconds`)), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

const view = (given) =>
  ArrayBuffer.isView(given) ? new Uint8Array(given.buffer, given.byteOffset, given.byteLength) : new Uint8Array(given);

/** An instance answers a question with a known answer before it is trusted with others. */
const sound = (functions, exports) => {
  functions.__wbg_set_wasm(exports);
  if (functions.answer() >>> 0 !== ANSWER) throw new Refused('wrong-answer', 'the module gives other figures than it should');
  return functions;
};

const ENGINES = {
  /** `wasm()` gives the bytes of the module, or the module; `sum` is the CRC-32 that the bytes must have. */
  async wasm({ glue, wasm, sum }) {
    if (typeof WebAssembly !== 'object') throw new Refused('no-webassembly', 'there is no WebAssembly here');
    const given = await wasm?.();
    if (!given) throw new Refused('not-given', 'the WebAssembly module was not given');
    const module = given instanceof WebAssembly.Module ? given : await WebAssembly.compile(whole(view(given), sum));
    const functions = glue();
    const instance = await WebAssembly.instantiate(module, functions.imports);
    return {
      functions: sound(functions, instance.exports),
      restart() {
        const fresh = glue();
        return sound(fresh, new WebAssembly.Instance(module, fresh.imports).exports);
      },
    };
  },

  /** `script()` gives the function that makes an instance, as a module does. */
  async js({ glue, script }) {
    if (!script) throw new Refused('not-given', 'the engine in JavaScript was not given');
    const instance = await script();
    const start = () => {
      const functions = glue();
      return sound(functions, instance(functions.imports));
    };
    return { functions: start(), restart: start };
  },
};

/**
 * The first of the engines that starts: `{ engine, functions, restart, refused }`, where `refused` says why another
 * did not. `only` skips the others.
 */
export async function start(parts, only) {
  const refused = [];
  for (const engine of only ? [only] : Object.keys(ENGINES)) {
    try {
      return { engine, refused, ...(await inTime(ENGINES[engine](parts))) };
    } catch (cause) {
      refused.push({ engine, code: cause.code ?? 'refused', message: String(cause.message ?? cause) });
    }
  }
  throw Object.assign(new Error(refused.map(({ engine, code, message }) => `${engine}: ${code} (${message})`).join('; ')), { refused });
}
