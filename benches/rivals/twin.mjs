// The same module as JavaScript, made by wasm2js: for a page that may not start WebAssembly.

import { api } from '../../npm/api.js';
import * as glue from '../../target/pkg/headless/jaarplan_bg.js';
import * as twin from '../../target/pkg/headless/twin.js';
import { pick } from '../headlines.mjs';

/** A plan of which the participation of the first group changes: all of it in, the whole result out. */
export function open(plan) {
  glue.__wbg_set_wasm(twin);
  const jaarplan = api('js', glue);
  const own = structuredClone(plan);
  return (participation) => {
    own.groups[0].participation = participation;
    return pick(jaarplan.evaluate(own));
  };
}
