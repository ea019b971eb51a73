// One classic script for editors: the widgets, both engines, all languages. It runs from a disk too, where modules do not.

import { classes, define } from '../src/widgets/element.js';
import { assemble } from './assemble.js';
import { bytes, segments, whole } from './bytes.js';
import { home } from './home.js';
import css from 'jaarplan:look';
import { letters } from 'jaarplan:data';
import instance from 'jaarplan:script';
import { data, twin } from 'jaarplan:sum';

let decoded;
const known = () => (decoded ??= bytes(letters));

/** The module is made of its own JavaScript, which is here anyway. Where that was rewritten on the way, its sum is another. */
const wasm = () => assemble(String(instance), known());

/** The engine in JavaScript takes data that is whole, or does not start. */
function script() {
  const section = whole(known(), data);
  return (imports) => instance({ ...imports, segments: segments(section) });
}

// Elements that another file registered before are left to it.
const shared = home({ wasm, script, sum: twin });
if (define(classes(shared, css))) shared.start().catch(() => {}); // each element says so itself
