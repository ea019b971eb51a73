// The simulation of one plan as a good JavaScript developer writes it: typed arrays, one loop over the samples,
// quantiles by quickselect. It is written from docs/model.md for a Belgian plan in which only heads and FTE are
// given; every default that is not known exactly comes as a column of samples, all else is a constant here.
// No line is rounded to cents, as in jaarplan's samples.

const SHARES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];
const MONTHS = 36;

function circlesOf(people) {
  if (people === 0) return 0;
  const lowest = Math.ceil(people / 10);
  const highest = Math.floor(people / 5);
  if (lowest > highest) return lowest;
  return Math.min(highest, Math.max(lowest, Math.floor(people / 8 + 0.5)));
}

/** Fifteen columns of figures, of the samples of a plan's groups. */
export function figures(groups, sampleOf, points, isMixed) {
  const of = (path) => sampleOf(path);
  const [uplift, formal, halfLife, lagMonths, track, minutes] = ['value.benefits[0].uplift', 'learning.formal.hours', 'value.benefits[0].halfLifeMonths', 'value.benefits[0].lagMonths', 'learning.profTrack.hours', 'learning.weekCycles.minutes'].map(of);
  const [course, platform, room, preparation, replaced, session, talk, cycles] = ['costs[0].amount', 'costs[1].amount', 'costs[2].amount', 'profCircles.preparationHours', 'groups[0].replacementShare', 'profCircles.sessionHours', 'learning.developmentTalks.hours', 'learning.weekCycles.count'].map(of);
  const [cost, rate, weeks, sickness, factor, reduction, contingency, guide] = ['groups[0].labourCostPerHour', 'value.discountRate', 'calendar.effectiveWeeks', 'calendar.sicknessRate', 'groups[0].replacementCostFactor', 'value.benefits[1].relativeReduction', 'budget.contingency', 'profCircles.facilitatorPreparationHours'].map(of);
  const [taking, day, turnover, leaving, fading, sensitivity, probability] = ['groups[0].participation', 'calendar.hoursPerDay', 'value.benefits[1].turnover', 'value.benefits[1].replacementCostShare', 'value.inaction.skillHalfLifeYears', 'value.inaction.sensitivity', 'value.inaction.probability'].map(of);
  const columns = Array.from({ length: 15 }, () => new Float64Array(points));
  const [c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14] = columns;
  const heads = Float64Array.from(groups, (group) => group.headcount);
  const ftes = Float64Array.from(groups, (group) => group.fte);
  const allHeads = heads.reduce((a, b) => a + b, 0);
  const allFte = ftes.reduce((a, b) => a + b, 0);
  for (let i = 0; i < points; i++) {
    const effective = 38 * weeks[i] * (1 - sickness[i]);
    const sessionHours = 6 * (session[i] + preparation[i]);
    const perEmployment = (cycles[i] * minutes[i]) / 60 + track[i];
    let participants = 0, hours = 0, formalHours = 0, employed = 0, circles = 0;
    for (let g = 0; g < heads.length; g++) {
      const employment = ftes[g] / heads[g];
      const people = Math.floor(heads[g] * taking[i] + 0.5);
      const own = formal[i] * employment;
      participants += people;
      hours += people * (perEmployment * employment + sessionHours + own) + heads[g] * talk[i];
      formalHours += people * own;
      employed += people * employment;
      if (!isMixed) circles += circlesOf(people);
    }
    if (isMixed) circles = circlesOf(participants);
    const sessions = circles * 6;
    const replacement = hours * replaced[i] * cost[i] * factor[i];
    const lines = formalHours * course[i] + participants * platform[i] + sessions * room[i];
    const cash = replacement + lines * (1 + contingency[i]);
    const guided = sessions * (session[i] + guide[i]) * cost[i];
    const full = cash + guided + (hours * (1 - replaced[i]) + allHeads * talk[i]) * cost[i];
    const base = employed * effective * cost[i];
    const payroll = allFte * effective * cost[i];

    const step = 2 ** (-Math.log2(1 + rate[i]) / 12);
    const lag = lagMonths[i];
    const whole = 2 ** (-1 / halfLife[i]);
    const first = 2 ** (-(Math.ceil(lag) - lag) / halfLife[i]);
    const kept = 2 ** (-1 / (12 * fading[i]));
    let discount = 1, year = 0;
    for (let t = 1; t <= 12; t++) year += discount *= step;
    const pvCost = (full / 12) * year;
    const enough = pvCost * (1 - 1e-9);
    const monthly = base / 12;
    const leavers = (turnover[i] * reduction[i] * leaving[i] * payroll) / 12;
    let strength = 1, before = 0, pvUplift = 0, pvOthers = 0, left = 1, lost = 0, payback = NaN;
    discount = 1;
    for (let t = 1; t <= MONTHS; t++) {
      discount *= step;
      left *= kept;
      lost += (1 - left) * discount;
      const active = Math.min(1, Math.max(0, t - lag));
      if (before >= 1) strength *= whole;
      else if (before > 0) strength *= first;
      before = active;
      pvUplift += monthly * active * strength * discount;
      pvOthers += leavers * (active - Math.min(1, Math.max(0, t - 12 - lag))) * discount;
      if (payback !== payback && pvUplift * uplift[i] + pvOthers >= enough) payback = t;
    }
    const pvValue = pvUplift * uplift[i] + pvOthers;
    const net = pvValue - pvCost;
    c0[i] = hours / allHeads;
    c1[i] = hours / day[i] / allFte;
    c2[i] = circles;
    c3[i] = sessions;
    c4[i] = cash;
    c5[i] = full;
    c6[i] = cash / allHeads;
    c7[i] = NaN; // no budget is available
    c8[i] = pvCost;
    c9[i] = pvValue;
    c10[i] = net;
    c11[i] = pvCost > 0 ? net / pvCost : NaN;
    c12[i] = pvUplift > 0 ? Math.max(0, (pvCost - pvOthers) / pvUplift) : NaN;
    c13[i] = pvValue > 0 && pvCost > 0 ? payback : NaN;
    c14[i] = lost * monthly * sensitivity[i] * probability[i];
  }
  return columns;
}

/** Puts the value at a rank in its place; smaller ones before it, larger ones after. */
function select(values, rank, from, to) {
  while (to > from) {
    const middle = values[(from + to) >> 1];
    let low = from, high = to;
    while (low <= high) {
      while (values[low] < middle) low++;
      while (values[high] > middle) high--;
      if (low <= high) {
        const value = values[low];
        values[low++] = values[high];
        values[high--] = value;
      }
    }
    if (rank <= high) to = high;
    else if (rank >= low) from = low;
    else break;
  }
  return values[rank];
}

/** Mean, defined share and quantiles of a column. */
export function spread(column) {
  const values = new Float64Array(column.length);
  let defined = 0, sum = 0;
  for (const value of column) {
    if (!Number.isFinite(value)) continue;
    values[defined++] = value;
    sum += value;
  }
  let from = 0;
  const at = (rank) => {
    if (rank >= defined) return NaN;
    const value = select(values, rank, from, defined - 1);
    from = rank;
    return value;
  };
  const quantiles = SHARES.map((share) => {
    const place = Math.max(0, share * column.length - 0.5);
    const rank = Math.floor(place);
    const low = at(rank);
    return low + (at(rank + 1) - low) * (place - rank);
  });
  return [sum / defined, defined / column.length, ...quantiles];
}

/** What `simulate` tells, but for its drivers. */
export function simulation(groups, sampleOf, points, isMixed) {
  const columns = figures(groups, sampleOf, points, isMixed);
  const net = columns[10];
  let reached = 0;
  for (const value of net) if (value >= 0) reached++;
  return { spreads: columns.map(spread), probability: reached / points };
}
