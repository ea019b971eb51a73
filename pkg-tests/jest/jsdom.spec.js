/** @jest-environment jsdom */
const { diagnose, load } = require('jaarplan');

test.each(['wasm', 'js'])('twelve circles, engine %s', async (engine) => {
  const jaarplan = await load({ engine });
  const plan = { schemaVersion: 1, year: 2027, country: 'BE', groups: [{ headcount: 120, fte: 96.5 }] };
  expect(jaarplan.evaluate(plan).profCircles.circles).toBe(12);
});

test('it knows where it runs', async () => {
  const { engines, frame, storage, protocol } = await diagnose();
  expect(engines.map(({ ok }) => ok)).toEqual([true, true]);
  expect({ frame, storage, protocol }).toEqual({ frame: false, storage: 'works', protocol: 'http:' });
});
