// Stands in a page before anything else and notes what goes wrong, for engines whose driver has no log.

window.wrong = [];

document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
  window.wrong.push(`policy: ${effectiveDirective} of ${blockedURI}`),
);
addEventListener('unhandledrejection', ({ reason }) => window.wrong.push(`rejected: ${reason}`));
// Resources that fail tell only their element, which events reach on their way down.
addEventListener('error', ({ message, target }) => window.wrong.push(`error: ${message ?? target.src ?? target.href}`), true);
for (const level of ['error', 'warn']) {
  const { [level]: original } = console;
  console[level] = (...words) => {
    window.wrong.push(`console: ${words.join(' ')}`);
    original.apply(console, words);
  };
}

// The modules that the page runs: how much memory each has.
window.modules = [];
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...args) => {
  const made = await instantiate(...args);
  window.modules.push((made.instance ?? made).exports);
  return made;
};

// What still runs: listeners of the window and the document, and timers.
window.running = { listeners: 0, timers: new Set() };
for (const target of [window, document]) {
  const { addEventListener, removeEventListener } = target;
  const known = new Map();
  const key = (type, listener) => (known.get(type) ?? known.set(type, new Set()).get(type)).has(listener);
  target.addEventListener = (type, listener, options) => {
    if (!key(type, listener)) window.running.listeners += 1;
    known.get(type).add(listener);
    addEventListener.call(target, type, listener, options);
  };
  target.removeEventListener = (type, listener, options) => {
    if (key(type, listener)) window.running.listeners -= 1;
    known.get(type).delete(listener);
    removeEventListener.call(target, type, listener, options);
  };
}
const { setTimeout, clearTimeout } = window;
window.setTimeout = (work, ...rest) => {
  const { timers } = window.running;
  const id = setTimeout((...args) => {
    timers.delete(id);
    work(...args);
  }, ...rest);
  timers.add(id);
  return id;
};
window.clearTimeout = (id) => {
  window.running.timers.delete(id);
  clearTimeout(id);
};

/** All the text of a widget, folded parts too. */
window.shown = ({ shadowRoot }) => {
  const words = [];
  const look = (node) => {
    if (node.nodeType === Node.TEXT_NODE) words.push(node.data);
    for (const child of node.childNodes) look(child);
  };
  if (shadowRoot) look(shadowRoot);
  return words.join(' ').replace(/\s+/g, ' ').trim();
};

/** Imports a module: tests cannot in every engine, and may not make a script element. */
window.load = (url) => import(url);
