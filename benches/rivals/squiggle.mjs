// The net value of benches/rivals/lanes.mjs in Squiggle: estimates as sample sets, one function over each sample.

import { run } from '@quri/squiggle-lang';

/** Seconds, and P10, P50 and P90 of the net value. */
export async function simulation({ groups, estimates, points, seed }) {
  const names = [];
  const of = (path) => {
    const [low, likely, high] = estimates[path];
    const mode = (likely - low) / (high - low);
    names.push(`SampleSet.fromDist(${low} + ${high - low} * Sym.beta(${1 + 4 * mode}, ${5 - 4 * mode}))`);
    return `x[${names.length - 1}]`;
  };
  const people = groups.map(({ headcount }) => `floor(${headcount} * taking + 0.5)`);
  const each = (part) => groups.map((group, i) => part(`p${i}`, group.fte / group.headcount, group)).join(' + ');
  const [heads, fte] = ['headcount', 'fte'].map((key) => groups.reduce((sum, group) => sum + group[key], 0));
  const body = `
    cost = ${of('groups[0].labourCostPerHour')}
    replaced = ${of('groups[0].replacementShare')}
    session = ${of('profCircles.sessionHours')}
    formal = ${of('learning.formal.hours')}
    talk = ${of('learning.developmentTalks.hours')}
    taking = ${of('groups[0].participation')}
    effective = 38 * ${of('calendar.effectiveWeeks')} * (1 - ${of('calendar.sicknessRate')})
    sessionHours = 6 * (session + ${of('profCircles.preparationHours')})
    perEmployment = ${of('learning.weekCycles.count')} * ${of('learning.weekCycles.minutes')} / 60 + ${of('learning.profTrack.hours')} + formal
    ${people.map((text, i) => `p${i} = ${text}`).join('\n    ')}
    participants = ${each((p) => p)}
    hours = ${each((p, employment) => `${p} * (perEmployment * ${employment} + sessionHours)`)} + ${heads} * talk
    formalHours = formal * (${each((p, employment) => `${p} * ${employment}`)})
    employed = ${each((p, employment) => `${p} * ${employment}`)}
    lowest = ceil(participants / 10)
    highest = floor(participants / 5)
    circles = if lowest > highest then lowest else min([highest, max([lowest, floor(participants / 8 + 0.5)])])
    sessions = 6 * circles
    lines = formalHours * ${of('costs[0].amount')} + participants * ${of('costs[1].amount')} + sessions * ${of('costs[2].amount')}
    cash = hours * replaced * cost * ${of('groups[0].replacementCostFactor')} + lines * (1 + ${of('budget.contingency')})
    guided = sessions * (session + ${of('profCircles.facilitatorPreparationHours')}) * cost
    full = cash + guided + (hours * (1 - replaced) + ${heads} * talk) * cost
    monthly = employed * effective * cost / 12 * ${of('value.benefits[0].uplift')}
    payroll = ${fte} * effective * cost
    lag = ${of('value.benefits[0].lagMonths')}
    halfLife = ${of('value.benefits[0].halfLifeMonths')}
    leavers = ${of('value.benefits[1].turnover')} * ${of('value.benefits[1].relativeReduction')} * ${of('value.benefits[1].replacementCostShare')} * payroll / 12
    step = (1 + ${of('value.discountRate')}) ^ (-1 / 12)
    active = {|t| max([0, min([1, t - lag])])}
    profile = {|t| age = t - 1 - lag
      if age > 0 then active(t) * 0.5 ^ (age / halfLife) else active(t)}
    value = List.reduce(months, 0, {|sum, t| sum + (monthly * profile(t) + leavers * (active(t) - active(t - 12))) * step ^ t})
    year = List.reduce(year1, 0, {|sum, t| sum + step ^ t})
    value - full / 12 * year`;
  const code = `
  months = List.upTo(1, 36)
  year1 = List.upTo(1, 12)
  net = {|x|${body}
  }
  result = SampleSet.mapN([${names.join(', ')}], net)
  [quantile(result, 0.1), quantile(result, 0.5), quantile(result, 0.9)]`;
  const start = performance.now();
  const { result } = await run(code, { environment: { sampleCount: points, xyPointLength: 1000, seed: `${seed}` } });
  if (!result.ok) throw new Error(result.value.toString());
  const quantiles = result.value.result.value.getValues().map(({ value }) => value);
  return { seconds: (performance.now() - start) / 1000, quantiles };
}
