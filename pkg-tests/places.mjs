// The places of a plan document, as pkg/schema.json knows them, and plans with another value at one of them.

import { readFileSync } from 'node:fs';

export const schema = JSON.parse(readFileSync(new URL('../pkg/schema.json', import.meta.url), 'utf8'));

/** What may stand at a place: the schema behind references, null and several kinds of object. */
export function kinds(node) {
  if (node.$ref) return kinds(schema.$defs[node.$ref.split('/').at(-1)]);
  return (node.anyOf ?? node.oneOf)?.flatMap(kinds) ?? [node];
}

/** Every place in a value, those that it leaves out included: `[steps, schema]` each. */
export function places(value, node = schema, steps = []) {
  const inside = kinds(node).flatMap(({ properties = {}, items }) => {
    if (Array.isArray(value)) return items ? value.flatMap((one, i) => places(one, items, [...steps, i])) : [];
    if (value === null || typeof value !== 'object') return [];
    return Object.entries(properties).flatMap(([key, inner]) => places(value[key], inner, [...steps, key]));
  });
  return steps.length ? [[steps, node], ...inside] : inside;
}

/** The plan with another value at a place; `undefined` for none. */
export function changed(plan, steps, value) {
  const copy = structuredClone(plan);
  const at = steps.slice(0, -1).reduce((inner, step) => inner[step], copy);
  if (value !== undefined) at[steps.at(-1)] = value;
  else if (Array.isArray(at)) at.splice(steps.at(-1), 1);
  else delete at[steps.at(-1)];
  return copy;
}
