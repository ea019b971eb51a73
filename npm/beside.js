// The engine in JavaScript out of jaarplan-js.js, which lies in the folder of jaarplan.js.

import { PLACE } from './place.js';

/** Loads it; `own` is the element that brought this script, while it runs for the first time. */
export const beside = (own) => async () => {
  const url = new URL('jaarplan-js.js', own?.src || document.baseURI);
  // It comes the way this script came. Only import() is allowed under Trusted Types; only an element needs no CORS, and
  // loads from a disk.
  const isShared = url.origin === self.origin && url.protocol !== 'file:';
  await (isShared || !own || own.crossOrigin !== null ? import(url) : element(url, own));
  const script = globalThis[PLACE];
  if (!script) throw new Error('jaarplan-js.js is damaged, or of another version than jaarplan.js');
  return script;
};

const element = (url, { nonce }) =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const done = (settle) => () => {
      script.remove();
      settle(new Error('jaarplan-js.js did not come'));
    };
    Object.assign(script, { src: url, nonce, onload: done(resolve), onerror: done(reject) });
    document.head.append(script);
  });
