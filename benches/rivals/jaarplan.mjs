// The package: as a page loads it, and as JavaScript, for a page that may not start WebAssembly.

import { load } from '../../pkg/index.js';
import { pick } from '../headlines.mjs';

export const leftOut = ['payroll'];

export const wasm = await load();
export const twin = await load({ engine: 'js' });

/** A plan that stays in the module while the participation of its first group changes. */
export function open(jaarplan, plan) {
  const inside = jaarplan.open(plan);
  return (participation) => {
    inside.set('groups[0].participation', participation);
    return pick(inside.headlines());
  };
}

/** The same with all of the plan going in, and the whole result coming out, each time. */
export function whole(jaarplan, plan) {
  const own = structuredClone(plan);
  return (participation) => {
    own.groups[0].participation = participation;
    return pick(jaarplan.evaluate(own));
  };
}
