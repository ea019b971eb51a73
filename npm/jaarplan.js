// One classic script for editors: the widgets, both engines, all languages. It runs from a disk too, where modules do not.

import { classes, define } from '../src/wasm/element.js';
import { assemble } from './assemble.js';
import { bytes, segments, whole } from './bytes.js';
import { home } from './home.js';
import css from 'jaarplan:look';
import { letters } from 'jaarplan:data';
import instance from 'jaarplan:script';
import { data, text, twin } from 'jaarplan:sum';
import { Encoder } from './utf8.js';

let decoded;
const known = () => (decoded ??= bytes(letters));

/** The JavaScript of which both engines are made: as it was written, or neither starts. */
function source() {
  const source = String(instance).replaceAll('\r\n', '\n'); // some ways to upload end lines so
  whole(new Encoder().encode(source), text);
  return source;
}

const wasm = () => assemble(source(), known());

function script() {
  source();
  const section = whole(known(), data);
  return (imports) => instance({ ...imports, segments: segments(section) });
}

// Elements that another file registered before are left to it.
const shared = home({ wasm, script, sum: twin });
if (define(classes(shared, css))) shared.start().catch(() => {}); // each element says so itself
