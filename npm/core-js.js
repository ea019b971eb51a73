// The module as JavaScript, with the same digits: for where WebAssembly is refused or missing.

import { bytes, segments } from './bytes.js';
import { letters } from 'jaarplan:data';
import instance from 'jaarplan:script';

/** Makes an instance, as a module does. */
export const script = (imports) => instance({ ...imports, segments: segments(bytes(letters)) });
