// What every contestant answers after each change, and when two answers are the same.

const real = (a, b) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
const count = (a, b) => a === b;
/** Sums of rounded lines: the same whole cents, give or take what doubles add. */
const cents = (a, b) => Math.round(a * 100) === Math.round(b * 100) && Math.abs(a - b) < 1e-6;
/** Amounts that nobody rounds: also right to the cent that is shown. */
const euros = (a, b) => real(a, b) && Math.abs(a - b) < 0.005;

/** The figures, each with its place in the result of `evaluate` and its measure of sameness. */
export const HEADLINES = {
  hoursPerEmployee: { of: (result) => result.learningTime.hoursPerEmployee, same: real },
  daysPerFte: { of: (result) => result.learningTime.daysPerFte, same: real },
  circles: { of: (result) => result.profCircles.circles, same: count },
  sessions: { of: (result) => result.profCircles.sessions, same: count },
  cash: { of: (result) => result.budget.cash, same: cents },
  full: { of: (result) => result.budget.full, same: cents },
  payroll: { of: (result) => result.budget.payroll, same: euros },
  net: { of: (result) => result.value.net, same: euros },
  rov: { of: (result) => result.value.rov, same: real },
  breakEvenUplift: { of: (result) => result.value.breakEvenUplift, same: real },
  paybackMonth: { of: (result) => result.value.paybackMonth, same: count },
  inactionCost: { of: (result) => result.value.inactionCost, same: euros },
};

/** The headline figures in a result of `evaluate`. */
export function pick(result) {
  const figures = {};
  for (const name in HEADLINES) figures[name] = HEADLINES[name].of(result);
  return figures;
}

/** What differs between two sets of figures, as text; `left out` are names that need not be there. */
export function differences(expected, got, leftOut = []) {
  const wrong = [];
  for (const [name, { same }] of Object.entries(HEADLINES)) {
    if (leftOut.includes(name)) continue;
    const [a, b] = [expected[name], got[name]];
    const both = typeof a === 'number' && typeof b === 'number';
    if (!(both ? same(a, b) : a === b)) wrong.push(`${name}: expected ${a}, got ${b}`);
  }
  return wrong;
}
