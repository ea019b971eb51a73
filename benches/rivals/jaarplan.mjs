// The package, as a page loads it.

import { load } from '../../pkg/index.js';
import { pick } from '../headlines.mjs';

/** A plan of which the participation of the first group changes: all of it in, the whole result out. */
export async function open(plan) {
  const jaarplan = await load();
  const own = structuredClone(plan);
  return (participation) => {
    own.groups[0].participation = participation;
    return pick(jaarplan.evaluate(own));
  };
}
