// The engine in JavaScript for jaarplan.js. It is a classic script and a module alike: from a disk only the one loads, under
// Trusted Types only the other.

import { PLACE } from './place.js';
import { script } from './script.js';

globalThis[PLACE] = script;
