// The module as JavaScript, with the same digits: for where WebAssembly is refused or missing. Of the headless module it is
// core-js.js, of the widgets elements-js.js.

import { bytes, segments, whole } from './bytes.js';
import { letters } from 'jaarplan:data';
import instance from 'jaarplan:script';
import { data } from 'jaarplan:sum';

/** Makes an instance, as a module does. */
export const script = (imports) => instance({ ...imports, segments: segments(whole(bytes(letters), data)) });
