// Registers the elements. Importing it twice, or in bare Node, is harmless.

import { register } from './elements.js';

/** Settles when the engine of the widgets runs; at once where there are no elements to register. */
export const ready = register();
ready.catch(() => {}); // each element says so itself
