// What stands between the caller and the module: takes values in, hands errors out.

import { MAX_BYTES, MAX_DEPTH } from './constants.js';
import { JaarplanError } from './error.js';

/** A plan that is no text may hold this many values: 10,000 full groups have about 300,000. */
const MAX_VALUES = 2_000_000;

/**
 * A copy of `value` that holds nothing but plain data.
 *
 * Getters and proxies run here, before Rust is on the stack: an exception that passes through wasm
 * frames leaks their memory. Cycles and huge arrays end here too. Not JSON.stringify, which turns
 * NaN into null, and null would be read as a default.
 */
export function snapshot(value, path = '') {
  const open = new Set();
  let left = MAX_VALUES;
  const copy = (value, path) => {
    const refuse = (code, message, cause) => {
      throw new JaarplanError([{ path, code, message }], { cause });
    };
    if (--left < 0) refuse('too-large', `the plan holds more than ${MAX_VALUES} values`);
    // A BigInt beyond 2^53 is beyond every bound, however it is rounded.
    if (typeof value === 'bigint') return Number(value);
    if (value === null || !/^(object|function|symbol)$/.test(typeof value)) return value;
    if (open.size >= MAX_DEPTH || open.has(value)) {
      refuse('too-deep', open.has(value) ? 'the plan contains itself' : `brackets are nested deeper than ${MAX_DEPTH}`);
    }
    let keys, list;
    const read = (key) => {
      try {
        return value[key];
      } catch (cause) {
        return refuse('wrong-type', `reading "${String(key)}" threw an exception`, cause);
      }
    };
    try {
      list = Array.isArray(value);
      // A Map or Date has no fields of its own: read as {} it would silently become defaults.
      const plain = list || Object.prototype.toString.call(value) === '[object Object]';
      if (!plain) return Symbol('not data'); // Rust says what was expected here
      keys = list ? value.length : Object.keys(value);
    } catch (cause) {
      refuse('wrong-type', 'looking at the value threw an exception', cause);
    }
    open.add(value);
    let result;
    if (list) {
      if (keys > left) refuse('too-large', `the plan holds more than ${MAX_VALUES} values`);
      result = Array.from({ length: keys }, (_, i) => copy(read(i), `${path}[${i}]`));
    } else {
      result = Object.create(null); // so that a key "__proto__" is a key
      for (const key of keys) result[key] = copy(read(key), path ? `${path}.${key}` : key);
    }
    open.delete(value);
    return result;
  };
  return copy(value, path);
}

/** Numbers under their ids, each given by its place among these: `[['budget', 'cash']]` makes `{ budget: { cash: … } }`. */
const nested = (ids, number) => {
  const result = {};
  for (let at = 0; at < ids.length; at++) {
    const keys = ids[at];
    const last = keys.length - 1;
    let part = result;
    for (let i = 0; i < last; i++) part = part[keys[i]] ??= {};
    part[keys[last]] = number(at);
  }
  return result;
};

const refuse = (code, message, cause, path = '') => {
  throw new JaarplanError([{ path, code, message }], { cause });
};

/**
 * The calls of the package over an engine.
 *
 * `functions` are the module's, over an instance; `restart` gives them over a fresh one. What is
 * wrong with a plan is thrown as data, so an Error thrown inside (a panic, no memory, no stack) is a
 * defect of ours: that instance is not trusted again, the caller gets the code `crashed`, and the
 * next call starts a fresh one. Plans that were open in it are lost: each says so with the same code.
 */
export function api(engine, functions, restart) {
  const run = (work) => {
    functions ??= restart();
    try {
      return work(functions);
    } catch (cause) {
      if (cause.errors) throw new JaarplanError(cause.errors);
      functions = undefined;
      return refuse('crashed', 'the calculation stopped; this is a defect of jaarplan, not of the plan', cause);
    }
  };
  let ids; // of the headlines
  const call = (name, ...args) => run((functions) => functions[name](...args));
  const open = (plan) => {
    let inside = run((functions) => functions.OpenPlan.open(plan));
    const home = functions;
    const use = (work) => {
      if (!inside) refuse('closed', 'this plan was closed');
      if (functions !== home) refuse('crashed', 'the calculation stopped while this plan was open; open it again');
      try {
        return run(() => work(inside));
      } finally {
        // Not to be given back to an instance that stopped while it worked on it.
        if (functions !== home) inside.__destroy_into_raw();
      }
    };
    return {
      set: (path, value) => {
        const data = typeof value === 'number' ? value : snapshot(value);
        use((plan) => plan.set(String(path), data));
      },
      headlines: () =>
        use((plan) => {
          plan.calculate();
          ids ??= functions.headlineIds().split(' ').map((id) => id.split('.'));
          return nested(ids, (at) => {
            const number = plan.headline(at);
            return Number.isNaN(number) ? null : number;
          });
        }),
      evaluate: () => use((plan) => plan.evaluate()),
      simulate: (options) => {
        const data = snapshot(options);
        return use((plan) => plan.simulate(data));
      },
      close() {
        if (functions === home) inside?.free();
        inside = undefined;
      },
    };
  };
  return {
    engine,
    evaluate: (plan) => call('evaluate', snapshot(plan)),
    validate(plan) {
      try {
        return { valid: true, errors: [], warnings: call('validate', snapshot(plan)) };
      } catch (error) {
        if (error.code === 'crashed') throw error;
        return { valid: false, errors: error.errors, warnings: [] };
      }
    },
    parse(text) {
      if (typeof text === 'string') return call('parse', text.slice(0, MAX_BYTES + 1)); // each unit is at least a byte
      const message = 'a text was expected';
      throw new JaarplanError([{ path: '', code: 'wrong-type', message, expected: ['text'] }]);
    },
    explain: (plan, figure) => call('explain', snapshot(plan), String(figure)),
    assumptions: (plan, figure) => call('assumptions', snapshot(plan), String(figure)),
    open: (plan) => open(snapshot(plan)),
    simulate: (plan, options) => call('simulate', snapshot(plan), snapshot(options)),
    compare: (plans, options) => call('compare', snapshot(plans, 'plans'), snapshot(options)),
    solve: (plan, goal) => call('solve', snapshot(plan), snapshot(goal)),
    allocate: (plan, allocation) => call('allocate', snapshot(plan), snapshot(allocation)),
    check: (plan) => call('check', snapshot(plan)),
    defaults: (country) => call('defaults', String(country)),
  };
}
