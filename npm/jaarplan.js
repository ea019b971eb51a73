// One classic script for editors: the widgets in all languages. It runs from a disk too, where modules do not. The engine in
// JavaScript lies beside it, and only loads where WebAssembly does not start.

import { classes, define } from '../src/wasm/element.js';
import { beside } from './beside.js';
import { bytes } from './bytes.js';
import { home } from './home.js';
import css from 'jaarplan:look';
import { letters } from 'jaarplan:module';

// Elements that another file registered before are left to it.
const shared = home({ wasm: () => bytes(letters), script: beside(globalThis.document?.currentScript) });
if (define(classes(shared, css))) shared.start().catch(() => {}); // each element says so itself
