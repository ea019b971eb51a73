// Where jaarplan-js.js leaves its engine for the jaarplan.js of the same build.

import { sum } from 'jaarplan:sum';

/** A name that nothing else has: a file that is a classic script and a module alike can export nothing. */
export const PLACE = Symbol.for(`jaarplan-js ${sum}`);
