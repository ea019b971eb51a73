// Valid plans for the tests: the same every time, on every machine.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Numbers in 0..1 that only depend on the seed (mulberry32). */
function numbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The generated plan with this number. */
export function plan(number) {
  const next = numbers(number);
  const whole = (low, high) => low + Math.floor(next() * (high - low + 1));
  const pick = (...choices) => choices[whole(0, choices.length - 1)];
  const decimal = (low, high, places = pick(0, 1, 2, 4)) => Number((low + next() * (high - low)).toFixed(places));
  // Half of the fields are absent, so that defaults and given values meet in every mixture.
  const maybe = (make) => (next() < 0.5 ? make() : undefined);
  const estimate = (low, high, places) => {
    if (next() < 0.8) return decimal(low, high, places);
    const [a, b, c] = [decimal(low, high, places), decimal(low, high, places), decimal(low, high, places)].sort((x, y) => x - y);
    return { low: a, likely: b, high: c };
  };
  const share = () => estimate(0, 1, pick(1, 2, 4));
  const learning = () => ({
    weekCycles: maybe(() => ({ count: estimate(0, 60), minutes: maybe(() => estimate(0, 90)), proRata: maybe(() => next() < 0.5) })),
    profTrack: maybe(() => ({ hours: maybe(() => estimate(0, 60)), proRata: maybe(() => next() < 0.5) })),
    formal: maybe(() => ({ hours: estimate(0, 60), fixedHours: maybe(() => estimate(0, 8)) })),
    developmentTalks: maybe(() => ({ hours: estimate(0, 6) })),
  });
  const costs = Array.from({ length: whole(0, 4) }, (_, i) => ({
    id: `c${i}`,
    label: maybe(() => pick('Cursussen', 'Zaal & materiaal', 'IA à l’école', '学習')),
    category: pick('external', 'platform', 'rooms', 'materials', 'travel', 'staff', 'evaluation', 'other'),
    basis: pick('fixed', 'perHead', 'perFte', 'perParticipant', 'perFormalHour', 'perLearningHour', 'perSession', 'perCircle'),
    amount: estimate(0, 500),
    cash: maybe(() => next() < 0.7),
  }));
  const subsidies = Array.from({ length: whole(0, 2) }, (_, i) => {
    const basis = pick('fixed', 'perFormalHour', ...(costs.length > 0 ? ['share'] : []));
    return {
      id: `s${i}`,
      basis,
      amount: basis === 'share' ? share() : estimate(0, 100),
      of: basis === 'share' ? [pick(...costs).id] : undefined,
      cap: maybe(() => decimal(0, 20000, 2)),
    };
  });
  const benefit = (id) => {
    const kind = pick('productivity', 'retention', 'custom');
    return {
      id,
      kind,
      ...(kind === 'productivity' && { uplift: maybe(() => estimate(0, 0.2, 4)), halfLifeMonths: maybe(() => estimate(1, 60)) }),
      ...(kind === 'retention' && { turnover: maybe(share), relativeReduction: share(), replacementCostShare: maybe(() => estimate(0, 2)) }),
      ...(kind === 'custom' && { label: 'Minder incidenten', annualValue: estimate(0, 1e6), halfLifeMonths: maybe(() => pick(null, 6.5)) }),
      lagMonths: maybe(() => estimate(0, 30)),
      attribution: maybe(share),
      confidence: maybe(share),
    };
  };
  return strip({
    schemaVersion: 1,
    year: whole(2020, 2040),
    country: pick('BE', 'NL'),
    calendar: maybe(() => ({
      fullTimeHoursPerWeek: maybe(() => estimate(30, 40)),
      hoursPerDay: maybe(() => estimate(6, 8)),
      effectiveWeeks: maybe(() => estimate(40, 47)),
      sicknessRate: maybe(() => estimate(0, 0.2, 4)),
    })),
    groups: Array.from({ length: whole(1, 6) }, (_, i) => {
      const headcount = pick(0, 1, whole(1, 12), whole(1, 300), whole(1, 20000));
      return {
        id: maybe(() => `groep ${i}`),
        headcount,
        fte: headcount === 0 ? 0 : Math.max(0.1, Number((headcount * (0.3 + 0.7 * next())).toFixed(1))),
        leaders: maybe(() => whole(0, Math.min(headcount, 30))),
        labourCostPerHour: maybe(() => estimate(20, 120, 2)),
        participation: maybe(share),
        replacementShare: maybe(share),
        replacementCostFactor: maybe(() => estimate(0.8, 2)),
        billableShare: maybe(share),
        billableMarginPerHour: maybe(() => estimate(0, 80)),
        learning: maybe(learning),
      };
    }),
    learning: maybe(learning),
    profCircles: maybe(() => ({
      composition: maybe(() => pick('mixed', 'perGroup')),
      minSize: whole(1, 5),
      targetSize: whole(5, 8),
      maxSize: whole(8, 14),
      sessions: maybe(() => whole(0, 20)),
      sessionHours: maybe(() => estimate(0.5, 4)),
      facilitatorsPerCircle: maybe(() => whole(0, 3)),
      leadersPerCircle: maybe(() => whole(0, 2)),
    })),
    facilitation: maybe(() => ({ externalShare: share(), externalRatePerHour: maybe(() => estimate(50, 300)) })),
    costs: costs.length > 0 ? costs : maybe(() => []),
    subsidies: costs.length > 0 ? subsidies : undefined,
    budget: maybe(() => ({
      available: maybe(() => decimal(0, 1e6, 2)),
      spendRate: maybe(() => estimate(0, 1.2, 3)),
      contingency: maybe(share),
      trainingFundLevy: maybe(() => estimate(0, 0.05, 4)),
      payroll: maybe(() => decimal(0, 1e8, 2)),
    })),
    value: maybe(() => ({
      horizonYears: maybe(() => whole(1, 10)),
      discountRate: maybe(() => estimate(0, 0.15, 4)),
      benefits: maybe(() => Array.from({ length: whole(0, 4) }, (_, i) => benefit(`b${i}`))),
      inaction: maybe(() => ({ skillHalfLifeYears: maybe(() => estimate(1, 10)), sensitivity: maybe(share), probability: maybe(share) })),
    })),
    mijnVeld: maybe(() => ({ bewaard: true })),
  });
}

/** Without the fields that are undefined: what JSON would keep. */
function strip(value) {
  if (Array.isArray(value)) return value.map(strip);
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(kept.map(([key, member]) => [key, strip(member)]));
}

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

const folder = (name) => {
  const at = `${root}${name}`;
  if (!existsSync(at)) return [];
  return readdirSync(at, { recursive: true }).filter((file) => file.endsWith('.json')).sort().map((file) => [`${name}/${file}`, json(`${at}/${file}`)]);
};

/** The example plans, by file. */
export const examples = folder('examples').filter(([, plan]) => plan?.schemaVersion);

/** The plans of the published cases, by id. */
export const published = folder('tests/cases').flatMap(([, { cases }]) => cases ?? []).filter(({ maps }) => maps?.plan).map(({ id, maps }) => [id, maps.plan]);

/** Every valid plan there is, by name. */
export const all = [
  ...examples,
  ...published,
  ...Array.from({ length: 150 }, (_, number) => [`generated ${number}`, plan(number)]),
];
