import type { Script } from './slim.js';

/** The module as JavaScript, with the same digits as `core.wasm`. */
export declare const script: Script;
