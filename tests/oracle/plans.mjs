// A deterministic generator of valid plan documents, as JSON texts: realistic ones, and nasty ones that
// lie on ties, edges and corners of the rules. `node tests/oracle/plans.mjs [count] [seed]` writes them,
// one per line.

import { pathToFileURL } from "node:url";

/** A number whose digits go into the text as they are. */
class Digits {
  constructor(text) {
    this.text = text;
  }
}

/** Uniform doubles in [0, 1), the same on every machine (mulberry32). */
function uniform(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function decimalText(units, places) {
  if (places === 0) return String(units);
  const digits = String(units).padStart(places + 1, "0");
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function text(value) {
  if (value instanceof Digits) return value.text;
  if (Array.isArray(value)) return `[${value.map(text).join(",")}]`;
  if (value !== null && typeof value === "object") {
    return `{${Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${text(inner)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

/**
 * A plan that lies exactly on three limits: 15 % (or 100 %) of the effective hours, as many week cycles as weeks,
 * and as many circles per leader as are allowed.
 */
function edge(whole, pick) {
  const [weekHours, weeks, share, circles] = [whole(20, 40), whole(40, 50), pick(15, 100), whole(1, 6)];
  const heads = 8 * circles;
  const sickness = whole(0, 9);
  const past = pick(0, 0, 1); // the same, or a millionth of an hour more
  return {
    schemaVersion: 1, year: 2027, country: pick("BE", "NL"),
    calendar: { fullTimeHoursPerWeek: weekHours, effectiveWeeks: weeks, sicknessRate: new Digits(decimalText(sickness, 2)) },
    groups: [{ headcount: heads, fte: heads, participation: 1, leaders: circles }],
    learning: {
      weekCycles: { count: weeks, minutes: 0 }, profTrack: { hours: 0 }, developmentTalks: { hours: 0 },
      formal: { hours: new Digits(decimalText(weekHours * weeks * (100 - sickness) * share * 100 + past, 6)) },
    },
    profCircles: { sessions: 1, sessionHours: 0, preparationHours: 0, leadersPerCircle: 2, maxCirclesPerLeader: pick(1, 2, 3) },
  };
}

/** The plan with this number, out of the series with this seed. */
export function plan(number, seed = 1) {
  const random = uniform(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  const chance = (p) => random() < p;
  const whole = (low, high) => low + Math.floor(random() * (high - low + 1));
  const pick = (...items) => items[whole(0, items.length - 1)];
  const nasty = chance(0.5);
  const size = chance(0.06) ? "large" : chance(0.02) ? "many" : "usual";
  if (chance(0.03)) return text(edge(whole, pick));
  const sparse = pick(0.05, 0.3, 0.7); // how often a field is left out

  /** The same number in another notation, now and then. */
  const written = (units, places) => {
    const plain = decimalText(units, places);
    if (!nasty || chance(0.8)) return new Digits(plain);
    return new Digits(pick(
      () => (places > 0 ? `${plain}0` : `${plain}.0`),
      () => `${units}e-${places}`,
      () => `${units}E${-places}`,
      () => (places > 0 ? `${plain}e0` : `${plain}.00e+0`),
    )());
  };
  const number_ = (low, high, places) => written(whole(Math.ceil(low * 10 ** places), Math.floor(high * 10 ** places)), places);
  const count = (n) => (nasty && chance(0.1) ? new Digits(`${n}${pick(".0", "e0", ".0000001", ".00")}`) : n);
  const places = () => (nasty ? pick(0, 1, 2, 3, 3, 6, 7, 8) : pick(0, 1, 2));
  /** A decimal in [low, high], or a three-point estimate inside it. */
  const decimal = (low, high, digits = places()) => {
    if (!chance(0.06)) return number_(low, high, digits);
    const scale = 10 ** digits;
    const points = [0, 0, 0].map(() => whole(Math.ceil(low * scale), Math.floor(high * scale))).sort((a, b) => a - b);
    return { low: written(points[0], digits), likely: written(points[1], digits), high: written(points[2], digits) };
  };
  const rate = (high = 1) => (nasty && chance(0.2) ? pick(0, high) : decimal(0, high, pick(1, 2, 3, 4, 6)));
  const hours = (high) => (nasty && chance(0.15) ? 0 : decimal(0, high));
  /** Prices that make half cents, and ordinary ones. */
  const price = (low, high) => (nasty && chance(0.5)
    ? written(whole(Math.floor(low * 100), Math.floor(high * 100) - 1) * 10 + 5, 3)
    : decimal(low, high, pick(0, 1, 2, 2)));
  const total = (low, high) => number_(low, high, pick(0, 2, nasty ? 3 : 2));

  /** An object of the given fields, some left out, some null (which means the same). */
  const some = (fields, required = []) => {
    const result = {};
    for (const [key, make] of Object.entries(fields)) {
      if (required.includes(key) || !chance(sparse)) result[key] = make();
      else if (chance(0.15)) result[key] = null;
    }
    if (chance(0.03)) result[pick("notes", "x-owner", "Headcount", "labourcost")] = pick("tekst", 12, null, { deep: [1, { a: 2 }] }, []);
    return result;
  };
  const optional = (make) => (chance(sparse * 0.6) ? pick(undefined, null) : make());
  const flag = () => chance(0.6);

  const learning = (more = 1) => some({
    weekCycles: () => some({ count: () => decimal(0, nasty ? 53 : 42, pick(0, 0, 1)), minutes: () => hours(nasty && chance(0.2) ? 600 : 120), proRata: flag }),
    profTrack: () => some({ hours: () => hours(40 * more), proRata: flag }),
    formal: () => some({ hours: () => hours(40 * more), fixedHours: () => hours(20), proRata: flag }),
    developmentTalks: () => some({ hours: () => hours(4) }),
  });
  const nothing = () => ({
    weekCycles: { count: 0, minutes: pick(0, 30) }, profTrack: { hours: 0 }, formal: { hours: 0, fixedHours: 0 }, developmentTalks: { hours: 0 },
  });

  const group = (_, i) => {
    let participation = null;
    let heads = nasty ? pick(0, 1, 2, 3, 4, 5, whole(1, 30), whole(1, 200), whole(200, 2000)) : whole(3, 400);
    if (nasty && chance(0.4)) {
      // heads × a whole percent lies half way between two people
      const percent = pick(1, 2, 3, 5, 6, 7, 9, 10, 14, 15, 18, 22, 25, 29, 35, 45, 55, 57, 58, 65, 70, 75, 85, 90, 95);
      const ties = Array.from({ length: 400 }, (__, n) => n).filter((n) => (n * percent) % 100 === 50);
      if (ties.length > 0) {
        heads = pick(...ties);
        participation = written(percent, 2);
      }
    }
    if (size === "large") heads = chance(0.3) ? whole(1, 10_000_000) : whole(10_000, 300_000);
    const digits = pick(0, 1, 2, nasty ? 6 : 2);
    const scale = 10 ** digits;
    const fte = heads === 0 ? 0 : chance(0.15) ? heads : written(whole(Math.max(1, Math.floor(heads * scale * 0.3)), heads * scale), digits);
    return some({
      id: () => pick(`groep-${i}`, `zorg ${i}`, `é${i}`),
      name: () => `Groep ${i}`,
      headcount: () => count(heads),
      fte: () => fte,
      leaders: () => pick(null, 0, whole(0, heads), Math.min(heads, 2)),
      labourCostPerHour: () => price(0, nasty ? 120 : 80),
      participation: () => participation ?? rate(),
      replacementShare: rate,
      replacementCostFactor: () => decimal(0, chance(0.1) ? 10 : 1.6, 2),
      billableShare: rate,
      billableMarginPerHour: () => price(0, 90),
      learning: () => (chance(0.1) ? nothing() : learning(2)),
    }, ["headcount", "fte", ...(participation === null ? [] : ["participation"])]);
  };

  const sizes = () => {
    const low = whole(1, 8);
    const target = low + whole(0, 5);
    const high = target + whole(0, 4);
    // Sizes left out fall back on 8, 5 and 10; only a full triple is surely in order.
    return nasty && chance(0.4) ? { minSize: count(target), targetSize: count(target), maxSize: count(target) } : { minSize: low, targetSize: target, maxSize: high };
  };
  const circles = () => ({
    ...(chance(0.6) ? sizes() : chance(0.5) ? {} : { targetSize: whole(5, 10) }),
    ...some({
      composition: () => pick("mixed", "perGroup"),
      sessions: () => count(nasty ? pick(0, 1, 6, 12, 366) : whole(2, 12)),
      sessionHours: () => hours(4),
      preparationHours: () => hours(2),
      facilitatorsPerCircle: () => whole(0, 3),
      facilitatorPreparationHours: () => hours(2),
      facilitatorCapacityHours: () => decimal(1, 400),
      leadersPerCircle: () => whole(0, 2),
      maxCirclesPerLeader: () => whole(1, 4),
    }),
  });

  const costLine = (_, i) => some({
    id: () => `k${i}`,
    label: () => pick("Externe opleidingen", "Platform & AI", `Lijn ${i}`),
    category: () => pick("external", "platform", "rooms", "materials", "travel", "staff", "evaluation", "other"),
    basis: () => pick("fixed", "perHead", "perFte", "perParticipant", "perFormalHour", "perLearningHour", "perSession", "perCircle"),
    amount: () => price(0, chance(0.1) ? 5000 : 100),
    cash: () => chance(0.7),
  }, ["id", "basis", "amount"]);

  const subsidy = (ids) => (_, i) => {
    const of = ids.filter(() => chance(0.4));
    if (chance(0.5)) of.reverse();
    const basis = ids.length > 0 ? pick("fixed", "perFormalHour", "share") : pick("fixed", "perFormalHour");
    if (basis === "share" && of.length === 0) of.push(pick(...ids));
    const empty = chance(0.5) ? pick(null, []) : undefined;
    const of_ = basis !== "share" && (of.length === 0 || chance(0.5)) ? empty : of;
    return some({
      id: () => `s${i}`,
      label: () => `Subsidie ${i}`,
      basis: () => basis,
      amount: () => (basis === "share" ? rate() : basis === "fixed" ? price(0, chance(0.5) ? 500 : 20000) : price(0, 30)),
      ...(of_ === undefined ? {} : { of: () => of_ }),
      cap: () => (chance(0.4) ? null : total(0, pick(10, 1000, 20000))),
    }, ["id", "basis", "amount", ...(of_ === undefined ? [] : ["of"])]);
  };

  const years = pick(1, 2, 3, 3, 5, 10);
  const lag = () => (nasty ? pick(0, 12 * years, 12 * years - 1, new Digits(`${12 * years - 1}.5`), new Digits("11.999999"), decimal(0, 30)) : decimal(0, 24, pick(0, 1)));
  const halfLife = () => (chance(0.3) ? null : decimal(1, 60));
  const benefit = (_, i) => {
    const kind = pick("productivity", "productivity", "retention", "custom");
    const doubt = () => (nasty && chance(0.1) ? 0 : chance(0.4) ? 1 : rate());
    const own = {
      productivity: { uplift: () => (nasty && chance(0.3) ? pick(new Digits("0.01"), new Digits("0.10"), 0, new Digits("0.0099999"), 1) : decimal(0, 0.2, 3)), halfLifeMonths: halfLife },
      retention: { turnover: () => rate(0.3), relativeReduction: () => rate(0.5), replacementCostShare: () => decimal(0, 2, 2) },
      custom: { label: () => `Baat ${i}`, annualValue: () => (chance(0.1) ? decimal(0, 1e6, 2) : total(0, pick(1e5, 1e6, 1e8))), halfLifeMonths: halfLife },
    }[kind];
    return some({ id: () => `b${i}`, kind: () => kind, lagMonths: lag, attribution: doubt, confidence: doubt, ...own }, ["id", "kind"]);
  };

  const length = (most) => Array.from({ length: whole(0, most) });
  const costs = optional(() => length(size === "many" ? 60 : 5).map(costLine));
  const ids = costs ? costs.map((item) => item.id) : ["external", "platform", "rooms"];
  const document = {
    schemaVersion: 1,
    ...some({ title: () => "Jaarplan \"Duurzaam leren\" — één", organisation: () => "De Linde\\\n2027" }),
    year: whole(2000, 2100),
    country: pick("BE", "NL"),
    ...(chance(0.2) ? { sector: null } : {}),
    calendar: optional(() => some({
      fullTimeHoursPerWeek: () => (size === "large" && chance(0.7) ? decimal(1, 3) : nasty ? decimal(1, 80) : decimal(35, 40, 1)),
      hoursPerDay: () => decimal(4, 9),
      effectiveWeeks: () => (nasty ? decimal(1, 53) : decimal(40, 47, 1)),
      sicknessRate: () => decimal(0, nasty ? 0.95 : 0.1, 3),
    })),
    groups: Array.from({ length: size === "many" ? whole(20, 60) : nasty ? whole(1, 6) : whole(1, 4) }, group),
    learning: optional(() => (chance(0.05) ? nothing() : learning())),
    profCircles: optional(circles),
    facilitation: optional(() => some({ externalShare: rate, internalCostPerHour: () => price(0, 90), externalRatePerHour: () => price(0, 250) })),
    costs,
    subsidies: optional(() => length(size === "many" ? 12 : 3).map(subsidy(ids))),
    budget: optional(() => some({
      available: () => total(0, 500000),
      spendRate: () => rate(1.2),
      contingency: rate,
      trainingFundLevy: () => rate(0.02),
      payroll: () => (nasty && chance(0.2) ? 0 : total(10000, 3e7)),
    })),
    value: optional(() => some({
      horizonYears: () => count(years),
      discountRate: () => (chance(0.3) ? 0 : rate(nasty ? 1 : 0.1)),
      benefits: () => length(4).map(benefit),
      inaction: () => some({ skillHalfLifeYears: () => decimal(1, 10), sensitivity: rate, probability: rate }),
      intangibles: () => pick([], [{ label: "Werkplezier", for: pick("employee", "team", "organisation", "society") }]),
    })),
    ...(chance(0.2) ? { jaarplan: {}, actuals: {} } : {}),
    ...(chance(0.03) ? { extra: { any: [1, 2, "x"] } } : {}),
  };
  return text(Object.fromEntries(Object.entries(document).filter(([, value]) => value !== undefined)));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [total, seed] = [Number(process.argv[2] ?? 10), Number(process.argv[3] ?? 1)];
  for (let number = 0; number < total; number += 1) console.log(plan(number, seed));
}
