// One classic script for editors: the widgets, both engines, all languages. It runs from a disk too, where modules do not.

import { bytes, crc32, segments } from './bytes.js';
import { register } from './widgets.js';
import { letters } from 'jaarplan:module';
import instance from 'jaarplan:script';
import { data } from 'jaarplan:sum';

const module = bytes(letters);

/** The engine in JavaScript takes its data from the module, which is here anyway; whole, or not at all. */
function script() {
  const section = module.subarray(data.from, data.to);
  if (crc32(section) !== data.sum) throw new Error('the data of the module are not whole');
  return (imports) => instance({ ...imports, segments: segments(section) });
}

const loaded = () => document.readyState !== 'loading' || new Promise((done) => document.addEventListener('DOMContentLoaded', done));

// A second copy of this file leaves the elements to the first.
if (!customElements.get('jaarplan-planner')) {
  Promise.resolve(loaded()).then(() => register({ wasm: () => module, script }));
}
