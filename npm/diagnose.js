// What runs here and what is refused, as plain data: for whoever has to tell the people who run the server.

import { MODEL, VERSION } from './constants.js';
import { started } from './opener.js';

/** Stands in the storage for as long as it takes to see that it can. */
const KEY = 'jaarplan?';

const storage = () => {
  try {
    localStorage.setItem(KEY, '');
    localStorage.removeItem(KEY);
    return 'works';
  } catch (error) {
    return error.name === 'ReferenceError' ? 'missing' : 'refused';
  }
};

/** Tries each engine of `parts`, as engine.js takes them, by itself. It never rejects; index.d.ts says what it tells. */
export const diagnoser = (parts) => async () => {
  const { document, isSecureContext, location, navigator, origin, self, top, trustedTypes } = globalThis;
  const violations = [];
  const note = ({ effectiveDirective, blockedURI, originalPolicy }) =>
    violations.push({ directive: effectiveDirective, blocked: blockedURI, policy: originalPolicy });
  const tell = 'securitypolicyviolation';
  document?.addEventListener(tell, note);
  const engines = [];
  for (const engine of ['wasm', 'js']) {
    engines.push(await started(parts, engine).then(() => ({ engine, ok: true }), ({ cause }) => ({ ok: false, ...cause.refused[0] })));
  }
  await new Promise(setTimeout); // the browser tells of violations a little later
  document?.removeEventListener(tell, note);
  return {
    version: VERSION,
    model: MODEL,
    engine: engines.find(({ ok }) => ok)?.engine,
    engines,
    violations,
    language: document?.documentElement.lang || navigator?.language,
    storage: storage(),
    secureContext: isSecureContext,
    trustedTypes: !!trustedTypes,
    frame: !!top && top !== self,
    opaqueOrigin: origin === 'null',
    userAgent: navigator?.userAgent,
    protocol: location?.protocol,
  };
};
