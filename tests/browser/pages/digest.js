// Ten thousand plans, and one digest of everything that follows from them: the same wherever it is worked out.
// It runs in Node and in pages: nothing here belongs to either.

export const COUNT = 10_000;

/** So many plans at a time: the digest of a part begins with that of the part before it. */
export const PART = 500;

/** So many plans are simulated, each like this. */
export const SIMULATED = 200;
export const OPTIONS = { points: 1024, defaultRanges: true };

/** The results of plans, as one text; what was refused, by its codes and paths. */
export function results(evaluate, plans) {
  const number = (_, value) => (Object.is(value, -0) ? '-0' : value);
  return plans
    .map((plan) => {
      try {
        return JSON.stringify(evaluate(plan), number);
      } catch ({ errors }) {
        return errors.map(({ path, code }) => `${path} ${code}`).join('; ');
      }
    })
    .join('\n');
}

/** Adds a text to a digest, so that no more than a part of all results is in memory. */
export async function digest(before, text) {
  const bytes = new TextEncoder().encode(before + text);
  return Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
