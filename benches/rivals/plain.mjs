// The model as a good JavaScript developer writes it: doubles, plain loops, no library.
//
// It is written from docs/model.md for a plan in which every field is given as a number, and computes
// what the headline figures need and no more: no explanation, no warnings, no defaults, no checks.
// Every call computes everything anew, discount factors and decay included; nothing is kept between
// calls. Decay and discount follow from the month before, as in the Rust model: no power per month.

/** A half in decimals is often just less in doubles: 0.57 × 150 is 85.49999999999999. */
const wholePeople = (people) => Math.floor(people + 0.5 + 1e-9);

/** Whole cents, half away from zero, with the same tolerance for doubles. Sums of cents are exact. */
const cents = (euros) => (euros < 0 ? -Math.floor(0.5 + 1e-6 - euros * 100) : Math.floor(euros * 100 + 0.5 + 1e-6));

const over = (a, b) => (b === 0 ? null : a / b);

const active = (t, lag) => Math.min(1, Math.max(0, t - lag));

/**
 * Adds `scale` times a benefit's months to `values`, and gives the present value of the benefit itself.
 * With each month of age it fades by the same share.
 */
function fading(values, discounts, monthly, scale, lag, halfLife) {
  const fade = halfLife === null ? 1 : 0.5 ** (1 / halfLife);
  let strength = 1;
  let present = 0;
  for (let t = Math.floor(lag) + 1; t <= values.length; t++) {
    const age = t - 1 - lag;
    if (age >= 1) strength *= fade;
    else if (age > 0 && halfLife !== null) strength = 0.5 ** (age / halfLife);
    const value = monthly * Math.min(1, t - lag) * strength;
    values[t - 1] += value * scale;
    present += value * discounts[t - 1];
  }
  return present;
}

/** The same for one year of avoided departures. */
function oneYear(values, discounts, monthly, lag) {
  let present = 0;
  for (let t = Math.floor(lag) + 1; t <= values.length && t - 12 - lag < 1; t++) {
    const value = monthly * (active(t, lag) - active(t - 12, lag));
    values[t - 1] += value;
    present += value * discounts[t - 1];
  }
  return present;
}

function learningTime({ groups, learning, profCircles }) {
  const { weekCycles, profTrack, formal, developmentTalks } = learning;
  const sessionHours = profCircles.sessions * (profCircles.sessionHours + profCircles.preparationHours);
  return groups.map(({ headcount, fte, participation, learning: own }) => {
    const employment = headcount === 0 ? 0 : fte / headcount;
    const factor = (proRata) => (proRata ? employment : 1);
    const people = wholePeople(headcount * participation);
    const minutes = (own?.weekCycles?.count ?? weekCycles.count) * (own?.weekCycles?.minutes ?? weekCycles.minutes);
    const cycleHours = (minutes / 60) * factor(own?.weekCycles?.proRata ?? weekCycles.proRata);
    const trackHours = (own?.profTrack?.hours ?? profTrack.hours) * factor(own?.profTrack?.proRata ?? profTrack.proRata);
    const formalHours = (own?.formal?.fixedHours ?? formal.fixedHours)
      + (own?.formal?.hours ?? formal.hours) * factor(own?.formal?.proRata ?? formal.proRata);
    const talks = headcount * (own?.developmentTalks?.hours ?? developmentTalks.hours);
    return { people, employment, formal: people * formalHours, talks, hours: people * (cycleHours + sessionHours + trackHours + formalHours) + talks };
  });
}

function circlesOf(people, { minSize, targetSize, maxSize }) {
  if (people === 0) return 0;
  const lowest = Math.ceil(people / maxSize);
  const highest = Math.floor(people / minSize);
  if (lowest > highest) return lowest;
  return Math.min(highest, Math.max(lowest, Math.round(people / targetSize)));
}

/** What subsidies grant, in cents; they refund the lines in `of` in turn, never more than a line costs. */
function subsidiesOf(plan, amounts, formalHours) {
  const left = { ...amounts };
  let total = 0;
  for (const { basis, amount, of = [], cap } of plan.subsidies) {
    const named = (lines) => of.reduce((sum, id) => sum + lines[id], 0);
    let granted = basis === 'fixed' ? cents(amount)
      : basis === 'perFormalHour' ? cents(formalHours * amount)
      : cents((named(amounts) / 100) * amount);
    if (cap != null) granted = Math.min(granted, cents(cap));
    if (of.length > 0) {
      granted = Math.min(granted, named(left));
      let refund = granted;
      for (const id of of) {
        const part = Math.min(refund, left[id]);
        left[id] -= part;
        refund -= part;
      }
    }
    total += granted;
  }
  return total;
}

function returnOnValue({ horizonYears, discountRate, benefits, inaction }, fullCost, base, payroll) {
  const months = 12 * horizonYears;
  const step = (1 + discountRate) ** (-1 / 12);
  const discounts = new Float64Array(months);
  for (let i = 0, factor = 1; i < months; i++) discounts[i] = factor *= step;

  const values = new Float64Array(months);
  let pvUplift = 0; // of an uplift of 100 %
  let pvProductivity = 0;
  let pvOthers = 0;
  for (const benefit of benefits) {
    const { kind, lagMonths, halfLifeMonths } = benefit;
    const certainty = benefit.attribution * benefit.confidence;
    if (kind === 'productivity') {
      const whole = fading(values, discounts, (base / 12) * certainty, benefit.uplift, lagMonths, halfLifeMonths);
      pvUplift += whole;
      pvProductivity += whole * benefit.uplift;
    } else if (kind === 'retention') {
      // Leavers avoided × worth of each: the number of heads cancels out.
      const yearly = benefit.turnover * benefit.relativeReduction * benefit.replacementCostShare * payroll;
      pvOthers += oneYear(values, discounts, (yearly / 12) * certainty, lagMonths);
    } else {
      pvOthers += fading(values, discounts, (benefit.annualValue / 12) * certainty, 1, lagMonths, halfLifeMonths);
    }
  }

  let firstYear = 0;
  for (let i = 0; i < 12; i++) firstYear += discounts[i];
  const pvCost = (fullCost / 12) * firstYear;
  const pvValue = pvProductivity + pvOthers;
  const net = pvValue - pvCost;

  let paybackMonth = null;
  if (pvCost > 0 && pvValue > 0) {
    for (let i = 0, cumulative = 0; i < months && paybackMonth === null; i++) {
      cumulative += values[i] * discounts[i];
      if (cumulative >= pvCost * (1 - 1e-9)) paybackMonth = i + 1;
    }
  }

  const kept = 0.5 ** (1 / (12 * inaction.skillHalfLifeYears));
  let inactionCost = 0;
  for (let i = 0, left = 1; i < months; i++) inactionCost += (1 - (left *= kept)) * discounts[i];
  inactionCost *= (base / 12) * inaction.sensitivity * inaction.probability;

  return {
    net,
    rov: pvCost > 0 ? net / pvCost : null,
    breakEvenUplift: pvUplift > 0 ? Math.max(0, (pvCost - pvOthers) / pvUplift) : null,
    paybackMonth,
    inactionCost,
  };
}

/** The headline figures of a plan. */
export function headlines(plan) {
  const { calendar, groups, profCircles, facilitation, costs, budget } = plan;
  const effectiveHours = calendar.fullTimeHoursPerWeek * calendar.effectiveWeeks * (1 - calendar.sicknessRate);
  const times = learningTime(plan);

  let heads = 0, fte = 0, participants = 0, hours = 0, formal = 0, labour = 0, base = 0;
  let cash = 0, full = 0; // cents
  groups.forEach((group, i) => {
    const time = times[i];
    const { labourCostPerHour, replacementShare, billableShare, billableMarginPerHour } = group;
    heads += group.headcount;
    fte += group.fte;
    participants += time.people;
    hours += time.hours;
    formal += time.formal;
    labour += group.fte * effectiveHours * labourCostPerHour;
    base += time.people * time.employment * effectiveHours * (labourCostPerHour + billableShare * billableMarginPerHour);
    const covered = time.hours * replacementShare;
    const replacement = cents(covered * labourCostPerHour * group.replacementCostFactor);
    cash += replacement;
    full += replacement
      + cents(time.hours * labourCostPerHour) + cents(time.talks * labourCostPerHour)
      + cents(time.hours * (1 - replacementShare) * billableShare * billableMarginPerHour)
      - cents(covered * labourCostPerHour);
  });
  const payroll = budget.payroll ?? labour;

  const circles = profCircles.composition === 'perGroup'
    ? times.reduce((sum, time) => sum + circlesOf(time.people, profCircles), 0)
    : circlesOf(participants, profCircles);
  const sessions = circles * profCircles.sessions;
  const guided = sessions * profCircles.facilitatorsPerCircle * (profCircles.sessionHours + profCircles.facilitatorPreparationHours);
  const external = cents(guided * facilitation.externalShare * facilitation.externalRatePerHour);
  const internal = cents(guided * (1 - facilitation.externalShare) * facilitation.internalCostPerHour);

  const quantities = {
    fixed: 1, perHead: heads, perFte: fte, perParticipant: participants, perFormalHour: formal,
    perLearningHour: hours, perSession: sessions, perCircle: circles,
  };
  const amounts = {};
  let cashCosts = external;
  let otherCosts = 0;
  for (const cost of costs) {
    const amount = cents(quantities[cost.basis] * cost.amount);
    amounts[cost.id] = amount;
    if (cost.cash) cashCosts += amount;
    else otherCosts += amount;
  }
  const contingency = cents((cashCosts / 100) * budget.contingency);
  const levy = cents(payroll * budget.trainingFundLevy);
  const leaves = cashCosts + contingency + levy - subsidiesOf(plan, amounts, formal);
  cash = (cash + leaves) / 100;
  full = (full + leaves + internal + otherCosts) / 100;

  return {
    hoursPerEmployee: over(hours, heads),
    daysPerFte: over(hours / calendar.hoursPerDay, fte),
    circles,
    sessions,
    cash,
    full,
    payroll,
    ...returnOnValue(plan.value, full, base, heads === 0 ? 0 : payroll),
  };
}

/** A plan of which the participation of the first group changes. */
export function open(plan) {
  const own = structuredClone(plan);
  return (participation) => {
    own.groups[0].participation = participation;
    return headlines(own);
  };
}
