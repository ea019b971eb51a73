import { load } from 'jaarplan';
import 'jaarplan/register';

const jaarplan = await load();
const plan = { schemaVersion: 1, year: 2027, country: 'BE', groups: [{ headcount: 120, fte: 96.5 }] };
document.querySelector('#circles').textContent = jaarplan.evaluate(plan).profCircles.circles;
