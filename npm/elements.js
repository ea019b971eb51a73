// The elements as classes: importing them starts and registers nothing, in bare Node neither.

import { classes, define } from '../src/wasm/element.js';
import { bytes } from './bytes.js';
import { diagnoser } from './diagnose.js';
import { home } from './home.js';
import css from 'jaarplan:look';
import { letters } from 'jaarplan:module';

export { JaarplanError } from './error.js';

const parts = {
  wasm: () => bytes(letters),
  script: () => import('./elements-js.js').then(({ script }) => script),
};
const shared = home(parts);

const all = classes(shared, css);
export const {
  JaarplanLearningTime,
  JaarplanProfCircles,
  JaarplanBudget,
  JaarplanReturnOnValue,
  JaarplanScenarios,
  JaarplanPlanner,
  JaarplanReport,
} = all;

/**
 * Registers the elements, but for those that another file registered before, and starts their engine. Settles when that
 * runs; at once where there is nothing to register, as in Node.
 */
export const register = () => (define(all) ? shared.start() : Promise.resolve());

/** What runs here and what is refused. */
export const diagnose = diagnoser(parts);
