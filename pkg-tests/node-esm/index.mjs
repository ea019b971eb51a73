import { load } from 'jaarplan';

const jaarplan = await load();
const result = jaarplan.evaluate({
  schemaVersion: 1, year: 2027, country: 'BE',
  groups: [{ headcount: 120, fte: 96.5 }],
});
console.log(`${result.profCircles.circles} Prof-cirkels, € ${result.budget.cash.toFixed(2)}`);
