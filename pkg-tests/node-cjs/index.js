const { load } = require('jaarplan');

load().then((jaarplan) => {
  const plan = { schemaVersion: 1, year: 2027, country: 'BE', groups: [{ headcount: 120, fte: 96.5 }] };
  console.log(`${jaarplan.evaluate(plan).profCircles.circles} Prof-cirkels`);
});
