// One classic script for editors: the widgets, both engines, all languages. It runs from a disk too, where modules do not.

import { classes, define } from '../src/widgets/element.js';
import { bytes, segments, whole } from './bytes.js';
import { home } from './home.js';
import css from 'jaarplan:look';
import { letters } from 'jaarplan:module';
import instance from 'jaarplan:script';
import { data } from 'jaarplan:sum';

let module;
const wasm = () => (module ??= bytes(letters));

/** The engine in JavaScript takes its data from the module, which is here anyway; whole, or not at all. */
function script() {
  const section = whole(wasm().subarray(data.from, data.to), data.sum);
  return (imports) => instance({ ...imports, segments: segments(section) });
}

// Elements that another file registered before are left to it.
const shared = home({ wasm, script });
if (define(classes(shared, css))) shared.start().catch(() => {}); // each element says so itself
