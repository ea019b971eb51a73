/** @jest-environment node */
const { load } = require('jaarplan');

test.each(['wasm', 'js'])('twelve circles, engine %s', async (engine) => {
  const jaarplan = await load({ engine });
  const plan = { schemaVersion: 1, year: 2027, country: 'BE', groups: [{ headcount: 120, fte: 96.5 }] };
  expect(jaarplan.evaluate(plan).profCircles.circles).toBe(12);
});
