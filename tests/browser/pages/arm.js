// Stands in a page before the widgets, and makes their calculation stop when a test says so.

const { dataset } = document.currentScript;
let armed = { name: dataset.arm, times: Number(dataset.times ?? 1), after: 0, asked: 0 };
let left = 0;

/** An export stops at its next `times` calls `after` so many: at once, or when it has `asked` so many things of the page. */
window.arm = (name, { times = 1, after = 0, asked = 0 } = {}) => (armed = { name, times, after, asked });

/** Whether no instance can be made from now on. */
window.none = false;

const each = (functions, wrap) => Object.fromEntries(Object.entries(functions).map(([name, value]) => [name, typeof value === 'function' ? wrap(value, name) : value]));

const asking = (ask) => (...args) => {
  if (left > 0 && (left -= 1) === 0) throw new Error('stopped in the middle');
  return ask(...args);
};

const calling = (trap) => (call, name) => (...args) => {
  if (name !== armed.name || (armed.after -= 1) >= 0 || (armed.times -= 1) < 0) return call(...args);
  if (armed.asked === 0) return trap(call, args);
  left = armed.asked;
  try {
    return call(...args);
  } finally {
    left = 0;
  }
};

/** Makes an instance that can be armed: `make` takes what is imported and gives what is exported. */
window.armable = (imports, make, trap) => {
  if (window.none) throw new RangeError('no memory');
  const told = Object.entries(imports).map(([module, functions]) => [module, Array.isArray(functions) ? functions : each(functions, asking)]);
  return each(make(Object.fromEntries(told)), calling(trap));
};

const { Instance } = WebAssembly;
const pointer = 0x7ffffff0; // into nowhere: a trap of the machine itself
const trap = (call, args) => call(...args.map(() => pointer));
WebAssembly.Instance = function (module, imports) {
  return { exports: armable(imports, (told) => new Instance(module, told).exports, trap) };
};
WebAssembly.instantiate = async (module, imports) => new WebAssembly.Instance(module, imports);
