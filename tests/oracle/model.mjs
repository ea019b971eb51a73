// The whole model a second time, in exact fractions, written from docs/model.md and not from the Rust code.
//
// Hours, money and people are fractions of whole numbers throughout; a figure becomes a double when it
// leaves. Only present values are computed in doubles, month by month with `Math.pow`.
// It expects a valid document: of the bounds only the size of the amounts is checked.

import { Literal, read } from "./json.mjs";
import { ONE, Rational, ZERO, ratio, sum } from "./rational.mjs";

// ---------------------------------------------------------------------------------------------------
// The document: what is written, what is inherited, what is a default

const COUNTRY = {
  BE: { effectiveWeeks: "45", sicknessRate: "0.063", labourCostPerHour: "48.20", turnover: "0.108" },
  NL: { effectiveWeeks: "46", sicknessRate: "0.055", labourCostPerHour: "45.20", turnover: "0.10" },
};

const DEFAULT_COSTS = [
  { id: "external", basis: "perFormalHour", amount: "35", category: "external" },
  { id: "platform", basis: "perParticipant", amount: "60", category: "platform" },
  { id: "rooms", basis: "perSession", amount: "50", category: "rooms" },
];

const CIRCLE_WHOLE = {
  targetSize: 8, minSize: 5, maxSize: 10, sessions: 6, facilitatorsPerCircle: 1, leadersPerCircle: 1, maxCirclesPerLeader: 2,
};

const ESTIMATE = { low: 0, likely: 0, high: 0 };

/** Every field the document knows, for the warning about the others. `null` is free content. */
const KNOWN = {
  schemaVersion: 0, title: 0, organisation: 0, year: 0, country: 0, sector: 0,
  calendar: { fullTimeHoursPerWeek: 0, hoursPerDay: 0, effectiveWeeks: 0, sicknessRate: 0 },
  groups: [{
    id: 0, name: 0, headcount: 0, fte: 0, leaders: 0, labourCostPerHour: 0, participation: 0, replacementShare: 0,
    replacementCostFactor: 0, billableShare: 0, billableMarginPerHour: 0, learning: "learning",
  }],
  learning: "learning",
  profCircles: {
    composition: 0, targetSize: 0, minSize: 0, maxSize: 0, sessions: 0, sessionHours: 0, preparationHours: 0,
    facilitatorsPerCircle: 0, facilitatorPreparationHours: 0, facilitatorCapacityHours: 0, leadersPerCircle: 0, maxCirclesPerLeader: 0,
  },
  facilitation: { externalShare: 0, internalCostPerHour: 0, externalRatePerHour: 0 },
  costs: [{ id: 0, label: 0, category: 0, basis: 0, amount: 0, cash: 0 }],
  subsidies: [{ id: 0, label: 0, basis: 0, amount: 0, of: 0, cap: 0 }],
  budget: { available: 0, spendRate: 0, contingency: 0, trainingFundLevy: 0, payroll: 0 },
  value: {
    horizonYears: 0, discountRate: 0,
    benefits: [{
      id: 0, kind: 0, label: 0, uplift: 0, lagMonths: 0, halfLifeMonths: 0, attribution: 0, confidence: 0,
      turnover: 0, relativeReduction: 0, replacementCostShare: 0, annualValue: 0,
    }],
    inaction: { skillHalfLifeYears: 0, sensitivity: 0, probability: 0 },
    intangibles: [{ label: 0, for: 0 }],
  },
  jaarplan: null, actuals: null,
};
const KNOWN_LEARNING = {
  weekCycles: { count: 0, minutes: 0, proRata: 0 }, profTrack: { hours: 0, proRata: 0 },
  formal: { hours: 0, fixedHours: 0, proRata: 0 }, developmentTalks: { hours: 0 },
};

function unknownFields(value, known, path, found) {
  if (known === "learning") known = KNOWN_LEARNING;
  if (known === null || value === null) return;
  if (Array.isArray(value)) {
    if (Array.isArray(known)) value.forEach((item, i) => unknownFields(item, known[0], `${path}[${i}]`, found));
  } else if (value instanceof Map) {
    const fields = known === 0 ? ESTIMATE : known;
    for (const [key, inner] of value) {
      const at = path === "" ? key : `${path}.${key}`;
      if (Object.hasOwn(fields, key)) unknownFields(inner, fields[key], at, found);
      else found.push({ code: "unknown-field", path: at });
    }
  }
}

/** The written document with a path to every field, and the list of defaults that were needed. */
class Reader {
  constructor(document) {
    this.document = document;
    this.defaultsUsed = [];
  }

  /** What stands at `path`; a missing parent, a missing field and `null` all give undefined. */
  written(path) {
    let at = this.document;
    for (const step of path.replaceAll("[", ".").replaceAll("]", "").split(".")) {
      at = at instanceof Map ? at.get(step) : Array.isArray(at) ? at[Number(step)] : undefined;
      if (at === undefined || at === null) return undefined;
    }
    return at;
  }

  /** True when the field is there and holds an explicit null. */
  isNull(path) {
    const dot = path.lastIndexOf(".");
    const parent = this.written(path.slice(0, dot));
    return parent instanceof Map && parent.get(path.slice(dot + 1)) === null;
  }

  use(path, fallback) {
    if (fallback === undefined) throw new Error(`${path} is missing and has no default`);
    this.defaultsUsed.push(path);
    return fallback;
  }

  number(path, fallback, places = 6) {
    let value = this.written(path);
    if (value instanceof Map) value = value.get("likely");
    return Rational.decimal(value instanceof Literal ? value.text : String(this.use(path, fallback)), places);
  }

  /** A number whose absence means "not known", which is not a default value. */
  optional(path, places = 6) {
    return this.written(path) === undefined ? null : this.number(path, undefined, places);
  }

  choice(path, fallback) {
    return this.written(path) ?? this.use(path, fallback);
  }
}

function document(text) {
  const reader = new Reader(read(text));
  const country = reader.written("country");
  const local = COUNTRY[country];
  const learning = (prefix, leaf) => ({
    cycles: leaf(`${prefix}.weekCycles.count`, "40"),
    minutes: leaf(`${prefix}.weekCycles.minutes`, "30"),
    cyclesProRata: leaf(`${prefix}.weekCycles.proRata`, true),
    track: leaf(`${prefix}.profTrack.hours`, "16"),
    trackProRata: leaf(`${prefix}.profTrack.proRata`, true),
    formal: leaf(`${prefix}.formal.hours`, "16"),
    formalFixed: leaf(`${prefix}.formal.fixedHours`, "0"),
    formalProRata: leaf(`${prefix}.formal.proRata`, true),
    talks: leaf(`${prefix}.developmentTalks.hours`, "2"),
  });
  const leaf = (path, fallback) => (typeof fallback === "boolean" ? reader.choice(path, fallback) : reader.number(path, fallback));

  const plan = { country };
  plan.calendar = {
    weekHours: leaf("calendar.fullTimeHoursPerWeek", "38"),
    dayHours: leaf("calendar.hoursPerDay", "7.6"),
    weeks: leaf("calendar.effectiveWeeks", local.effectiveWeeks),
    sickness: leaf("calendar.sicknessRate", local.sicknessRate),
  };
  plan.learning = learning("learning", leaf);
  plan.groups = reader.written("groups").map((_, i) => {
    const at = `groups[${i}]`;
    const own = learning(`${at}.learning`, (path) => {
      const value = reader.written(path);
      return value === undefined ? undefined : typeof value === "boolean" ? value : reader.number(path);
    });
    const inherited = Object.fromEntries(Object.keys(own).map((key) => [key, own[key] ?? plan.learning[key]]));
    return {
      path: at,
      id: reader.written(`${at}.id`) ?? `g${i + 1}`,
      heads: leaf(`${at}.headcount`),
      fte: leaf(`${at}.fte`),
      leaders: reader.optional(`${at}.leaders`),
      ownWage: reader.written(`${at}.labourCostPerHour`) !== undefined,
      wage: leaf(`${at}.labourCostPerHour`, local.labourCostPerHour),
      participation: leaf(`${at}.participation`, "0.8"),
      replacementShare: leaf(`${at}.replacementShare`, "0.1"),
      replacementFactor: leaf(`${at}.replacementCostFactor`, "1.2"),
      billable: leaf(`${at}.billableShare`, "0"),
      margin: leaf(`${at}.billableMarginPerHour`, "0"),
      learning: inherited,
    };
  });
  plan.circles = { composition: reader.choice("profCircles.composition", "mixed") };
  for (const [name, fallback] of Object.entries(CIRCLE_WHOLE)) plan.circles[name] = leaf(`profCircles.${name}`, fallback);
  plan.circles.sessionHours = leaf("profCircles.sessionHours", "2");
  plan.circles.preparationHours = leaf("profCircles.preparationHours", "0.5");
  plan.circles.facilitatorPreparation = leaf("profCircles.facilitatorPreparationHours", "1");
  plan.circles.facilitatorCapacity = leaf("profCircles.facilitatorCapacityHours", "120");
  plan.facilitation = {
    externalShare: leaf("facilitation.externalShare", "0"),
    internal: leaf("facilitation.internalCostPerHour", local.labourCostPerHour),
    external: leaf("facilitation.externalRatePerHour", "150"),
  };
  const costs = reader.written("costs");
  plan.costs = costs === undefined
    ? reader.use("costs", DEFAULT_COSTS).map((line) => ({ ...line, cash: true, amount: Rational.decimal(line.amount, 6) }))
    : costs.map((_, i) => ({
      id: reader.written(`costs[${i}].id`),
      label: reader.written(`costs[${i}].label`) ?? reader.written(`costs[${i}].id`),
      basis: reader.written(`costs[${i}].basis`),
      category: reader.choice(`costs[${i}].category`, "other"),
      cash: reader.choice(`costs[${i}].cash`, true),
      amount: leaf(`costs[${i}].amount`),
    }));
  plan.subsidies = (reader.written("subsidies") ?? []).map((_, i) => ({
    id: reader.written(`subsidies[${i}].id`),
    label: reader.written(`subsidies[${i}].label`) ?? reader.written(`subsidies[${i}].id`),
    basis: reader.written(`subsidies[${i}].basis`),
    amount: leaf(`subsidies[${i}].amount`),
    of: reader.written(`subsidies[${i}].of`) ?? [],
    cap: reader.optional(`subsidies[${i}].cap`, 2),
  }));
  plan.budget = {
    available: reader.optional("budget.available", 2),
    payroll: reader.optional("budget.payroll", 2),
    spendRate: leaf("budget.spendRate", "0.75"),
    contingency: leaf("budget.contingency", "0.05"),
    levy: leaf("budget.trainingFundLevy", "0"),
  };
  plan.value = {
    years: Number(leaf("value.horizonYears", "3").floor()),
    discountRate: leaf("value.discountRate", "0.04").toNumber(),
    skillHalfLifeYears: leaf("value.inaction.skillHalfLifeYears", "5").toNumber(),
    sensitivity: leaf("value.inaction.sensitivity", "0.2").toNumber(),
    probability: leaf("value.inaction.probability", "0.5").toNumber(),
    benefits: benefits(reader, local),
    intangibles: (reader.written("value.intangibles") ?? []).map((_, i) => ({
      label: reader.written(`value.intangibles[${i}].label`) ?? "",
      for: reader.written(`value.intangibles[${i}].for`) ?? "employee",
    })),
  };
  const unknown = [];
  unknownFields(reader.document, KNOWN, "", unknown);
  return { plan, unknown, defaultsUsed: reader.defaultsUsed };
}

/** The factors of one benefit. `number(field, default, places)` reads one of them. */
function benefit(kind, id, number, halfLife, local) {
  const common = { id, kind, lag: number("lagMonths", "12") };
  if (kind === "productivity") {
    return { ...common, uplift: number("uplift", "0.05"), halfLife, attribution: number("attribution", "1"), confidence: number("confidence", "1") };
  }
  if (kind === "retention") {
    return {
      ...common, turnover: number("turnover", local.turnover), reduction: number("relativeReduction", "0"),
      replacementCost: number("replacementCostShare", "0.21"), attribution: number("attribution", "1"), confidence: number("confidence", "1"),
    };
  }
  return {
    ...common, annual: number("annualValue", "0", 2), halfLife,
    attribution: number("attribution", "0.5"), confidence: number("confidence", "0.7"),
  };
}

const DEFAULT_HALF_LIFE = 14;
const asWritten = (_, fallback, places = 6) => Rational.decimal(fallback, places);
const DEFAULT_PRODUCTIVITY = benefit("productivity", "productivity", asWritten, DEFAULT_HALF_LIFE, null);

function benefits(reader, local) {
  const list = reader.written("value.benefits");
  if (list === undefined) {
    reader.use("value.benefits", DEFAULT_PRODUCTIVITY);
    return [DEFAULT_PRODUCTIVITY, benefit("retention", "retention", asWritten, null, local)];
  }
  return list.map((_, i) => {
    const at = `value.benefits[${i}]`;
    const kind = reader.written(`${at}.kind`);
    const number = (field, fallback, places) => reader.number(`${at}.${field}`, fallback, places);
    let halfLife = null;
    if (kind !== "retention") {
      const path = `${at}.halfLifeMonths`;
      halfLife = reader.optional(path)?.toNumber() ?? null;
      if (kind === "productivity" && halfLife === null && !reader.isNull(path)) halfLife = reader.use(path, DEFAULT_HALF_LIFE);
    }
    return benefit(kind, reader.written(`${at}.id`), number, halfLife, local);
  });
}

// ---------------------------------------------------------------------------------------------------
// Learning time

const COMPONENTS = ["weekCycles", "profCircles", "profTrack", "formal", "developmentTalks"];

function hoursOf(group, circles) {
  const { heads, fte, learning } = group;
  const people = new Rational(heads.times(group.participation).roundHalfUp());
  const employment = heads.isZero() ? ZERO : fte.over(heads);
  const factor = (proRata) => (proRata ? employment : ONE);
  const by = {
    weekCycles: people.times(learning.cycles).times(learning.minutes).over(60).times(factor(learning.cyclesProRata)),
    profCircles: people.times(circles.sessions).times(circles.sessionHours.plus(circles.preparationHours)),
    profTrack: people.times(learning.track).times(factor(learning.trackProRata)),
    formal: people.times(learning.formalFixed.plus(learning.formal.times(factor(learning.formalProRata)))),
    developmentTalks: heads.times(learning.talks),
  };
  return { people, employment, by, total: sum(Object.values(by)) };
}

// ---------------------------------------------------------------------------------------------------
// Prof circles

function pool(people, { minSize, targetSize, maxSize }) {
  if (people.isZero()) return { circles: 0n, feasible: true, sizes: [] };
  const lowest = people.over(maxSize).ceil();
  const highest = people.over(minSize).floor();
  const wanted = people.over(targetSize).roundHalfUp();
  const feasible = lowest <= highest;
  const circles = !feasible || wanted < lowest ? lowest : wanted > highest ? highest : wanted;
  const size = people.n / circles;
  const larger = people.n % circles;
  const sizes = [{ size: size + 1n, count: larger }, { size, count: circles - larger }].filter((entry) => entry.count > 0n);
  return { circles, feasible, sizes };
}

function merged(pools) {
  const counts = new Map();
  for (const { sizes } of pools) for (const { size, count } of sizes) counts.set(size, (counts.get(size) ?? 0n) + count);
  return [...counts].sort(([a], [b]) => Number(b - a)).map(([size, count]) => ({ size: Number(size), count: Number(count) }));
}

// ---------------------------------------------------------------------------------------------------
// Budget

const CENTS = 2;
const UNIT = {
  fixed: "fixed", perHead: "person", perFte: "fte", perParticipant: "person", perFormalHour: "h", perLearningHour: "h",
  perSession: "session", perCircle: "circle",
};

function line(id, category, cash, quantity, unit, unitPrice, more = {}) {
  return {
    id, label: more.label ?? null, category, group: more.group ?? null,
    quantity, unit, unitPrice, amount: quantity.times(unitPrice).rounded(CENTS), cash,
  };
}

function subsidyLines(plan, costLines, formalHours) {
  const left = new Map(costLines.map(({ id, amount }) => [id, amount]));
  const amounts = new Map(left);
  return plan.subsidies.map(({ id, label, basis, amount, of, cap }) => {
    const quantity = { fixed: () => ONE, perFormalHour: () => formalHours, share: () => sum(of.map((name) => amounts.get(name))) }[basis]();
    const unit = { fixed: "fixed", perFormalHour: "h", share: "euro" }[basis];
    const full = line(id, "subsidy", true, quantity, unit, amount.negated(), { label });
    const asked = full.amount.negated();
    let granted = cap === null ? asked : asked.min(cap);
    if (of.length > 0) {
      granted = granted.min(sum(of.map((name) => left.get(name))));
      let refund = granted;
      for (const name of of) {
        const part = refund.min(left.get(name));
        left.set(name, left.get(name).minus(part));
        refund = refund.minus(part);
      }
    }
    return granted.compare(asked) === 0 ? full : line(id, "subsidy", true, ONE, "fixed", granted.negated(), { label });
  });
}

/** Formal and informal training, as the Belgian form asks for them. */
function socialBalance(groups, { internal, external, costLines, levy, subsidies }) {
  const kind = (hoursOf, lines, contributions, received) => {
    const hours = groups.map(hoursOf);
    const people = groups.filter((_, i) => !hours[i].isZero()).map((g) => g.people);
    const time = groups.map((g, i) => hours[i].times(g.wage).rounded(CENTS));
    const gross = sum([...time, ...lines.map((item) => item.amount)]);
    return {
      participants: sum(people), hours: sum(hours), grossCost: gross, contributions, subsidies: received,
      netCost: gross.plus(contributions).minus(received),
    };
  };
  const received = sum(subsidies.map((item) => item.amount)).negated();
  return {
    formal: kind((g) => g.by.formal, costLines, levy.amount, received),
    informal: kind((g) => g.by.weekCycles.plus(g.by.profCircles).plus(g.by.profTrack), [internal, external], ZERO, ZERO),
  };
}

// ---------------------------------------------------------------------------------------------------
// Return on Value (doubles)

const active = (t, lag) => Math.min(1, Math.max(0, t - lag));
const profile = (t, lag, halfLife) =>
  active(t, lag) * (halfLife === null ? 1 : Math.pow(0.5, Math.max(0, t - 1 - lag) / halfLife));

function returnOnValue(plan, full, base, labourCostPerHead, heads) {
  const { years, discountRate, skillHalfLifeYears, sensitivity, probability, benefits: list } = plan.value;
  const months = Array.from({ length: 12 * years }, (_, i) => i + 1);
  const discount = (t) => Math.pow(1 + discountRate, -t / 12);
  const add = (numbers) => numbers.reduce((a, b) => a + b, 0);
  const n = (rational) => rational.toNumber();

  const certainty = (b) => n(b.attribution) * n(b.confidence);
  const perPoint = (b) => (t) => (base / 12) * certainty(b) * profile(t, n(b.lag), b.halfLife);
  const monthly = {
    productivity: (b) => (t) => n(b.uplift) * perPoint(b)(t),
    retention: (b) => (t) =>
      ((n(heads) * n(b.turnover) * n(b.reduction) * n(b.replacementCost) * labourCostPerHead) / 12) * certainty(b) *
      (active(t, n(b.lag)) - active(t - 12, n(b.lag))),
    custom: (b) => (t) => (n(b.annual) / 12) * certainty(b) * profile(t, n(b.lag), b.halfLife),
  };
  const streams = list.map((b) => ({ b, value: monthly[b.kind](b) }));
  const pv = (value, upTo = months.length) => add(months.slice(0, upTo).map((t) => value(t) * discount(t)));
  const present = streams.map(({ b, value }) => ({ id: b.id, kind: b.kind, pv: pv(value) }));

  const cost = (t) => (t <= 12 ? full / 12 : 0);
  const value = (t) => add(streams.map((stream) => stream.value(t)));
  const pvCost = pv(cost);
  const pvValue = add(present.map((item) => item.pv));
  const rows = months.map((month) => ({
    month, cost: cost(month), value: value(month), cumulativeCost: pv(cost, month), cumulativeValue: pv(value, month),
  }));

  const known = pvCost > 0;
  const reached = known && pvValue > 0 ? rows.find((row) => row.cumulativeValue >= pvCost * (1 - 1e-9)) : undefined;

  const productive = list.filter((b) => b.kind === "productivity");
  const point = add((productive.length > 0 ? productive : [DEFAULT_PRODUCTIVITY]).map((b) => pv(perPoint(b))));
  const others = add(present.filter((item) => item.kind !== "productivity").map((item) => item.pv));

  return {
    pvValue, pvCost,
    net: pvValue - pvCost,
    rov: known ? (pvValue - pvCost) / pvCost : null,
    bcr: known ? pvValue / pvCost : null,
    paybackMonth: reached?.month ?? null,
    breakEvenUplift: point > 0 ? Math.max(0, (pvCost - others) / point) : null,
    inactionCost: pv((t) => (base / 12) * (1 - Math.pow(0.5, t / (12 * skillHalfLifeYears))) * sensitivity * probability),
    months: rows,
    benefits: present,
  };
}

// ---------------------------------------------------------------------------------------------------
// The result

/** Thrown when an amount is above its limit: the error `too-large`. */
export class TooLarge extends Error {}

const LIMIT = { line: 10_000_000_000n, total: 90_000_000_000_000n };

function within(limit, amounts) {
  for (const amount of amounts) {
    if (amount.compare(limit) > 0 || amount.negated().compare(limit) > 0) throw new TooLarge(`${amount.toNumber()} is above ${limit}`);
  }
}

/** Evaluates one plan, given as JSON text. */
export function evaluate(text) {
  const { plan, unknown, defaultsUsed } = document(text);
  const { calendar, circles } = plan;
  const effective = calendar.weekHours.times(calendar.weeks).times(ONE.minus(calendar.sickness));
  const groups = plan.groups.map((group) => ({ ...group, ...hoursOf(group, circles) }));
  const all = (pick) => sum(groups.map(pick));
  const heads = all((g) => g.heads);
  const fte = all((g) => g.fte);
  const people = all((g) => g.people);
  const hours = all((g) => g.total);
  const component = (name) => all((g) => g.by[name]);
  const perEmployee = groups.filter((g) => !g.heads.isZero()).map((g) => g.total.over(g.heads));
  const ordered = [...perEmployee].sort((a, b) => a.compare(b));

  const learningTime = {
    participants: people, totalHours: hours,
    byComponent: Object.fromEntries(COMPONENTS.map((name) => [name, component(name)])),
    hoursPerEmployee: ratio(hours, heads),
    hoursPerParticipant: ratio(hours, people),
    hoursPerFte: ratio(hours, fte),
    daysPerFte: ratio(hours, fte.times(calendar.dayHours)),
    shareOfWorkingTime: ratio(hours, fte.times(effective)),
    minutesPerWeekPerFte: ratio(hours.times(60), fte.times(calendar.weeks)),
    shareByComponent: Object.fromEntries(COMPONENTS.map((name) => [name, ratio(component(name), hours)])),
    formalShare: ratio(component("formal"), hours),
    lowestToHighest: ordered.length === 0 ? null : ratio(ordered[0], ordered.at(-1)),
    groups: groups.map((g) => ({
      id: g.id, participants: g.people, totalHours: g.total, byComponent: g.by,
      hoursPerEmployee: ratio(g.total, g.heads), hoursPerFte: ratio(g.total, g.fte),
      shareOfWorkingTime: ratio(g.total, g.fte.times(effective)),
    })),
  };

  const perGroup = circles.composition === "perGroup";
  const pools = perGroup ? groups.map((g) => pool(g.people, circles)) : [pool(people, circles)];
  const count = new Rational(pools.map((p) => p.circles).reduce((a, b) => a + b, 0n));
  const sessions = count.times(circles.sessions);
  const guided = sessions.times(circles.facilitatorsPerCircle).times(circles.sessionHours.plus(circles.facilitatorPreparation));
  const staffed = groups.filter((g) => !g.heads.isZero());
  const leaders = staffed.every((g) => g.leaders !== null) ? sum(staffed.map((g) => g.leaders)) : null;
  const load = leaders === null ? null : ratio(count.times(circles.leadersPerCircle), leaders);
  const profCircles = {
    circles: count, sizes: merged(pools), feasible: pools.every((p) => p.feasible),
    sessions, sessionsPerWeek: sessions.over(calendar.weeks),
    facilitatorHours: guided, facilitatorFte: guided.over(effective),
    facilitators: new Rational(guided.over(circles.facilitatorCapacity).ceil()),
    circlesPerLeader: load,
    groups: perGroup
      ? pools.map((p, i) => ({ id: groups[i].id, circles: new Rational(p.circles), sizes: merged([p]), feasible: p.feasible }))
      : [],
  };

  const payroll = plan.budget.payroll ?? all((g) => g.fte.times(effective).times(g.wage));
  const talks = (g) => g.heads.times(g.learning.talks);
  const perGroupLines = [
    (g) => line(`participant-time:${g.id}`, "participant-time", false, g.total, "h", g.wage, { group: g.id }),
    (g) => line(`talk-leaders:${g.id}`, "talk-leaders", false, talks(g), "h", g.wage, { group: g.id }),
    (g) => line(`replacement:${g.id}`, "replacement", true, g.total.times(g.replacementShare), "h", g.wage.times(g.replacementFactor), { group: g.id }),
    (g) => line(`margin:${g.id}`, "margin", false, g.total.times(ONE.minus(g.replacementShare)).times(g.billable), "h", g.margin, { group: g.id }),
  ].flatMap((make) => groups.map(make));
  const share = plan.facilitation.externalShare;
  const internal = line("facilitation-internal", "facilitation", false, guided.times(ONE.minus(share)), "h", plan.facilitation.internal);
  const external = line("facilitation-external", "facilitation", true, guided.times(share), "h", plan.facilitation.external);
  const quantities = {
    fixed: ONE, perHead: heads, perFte: fte, perParticipant: people, perFormalHour: component("formal"),
    perLearningHour: hours, perSession: sessions, perCircle: count,
  };
  const costLines = plan.costs.map(({ id, label, category, basis, amount, cash }) =>
    line(id, category, cash, quantities[basis], UNIT[basis], amount, { label }));
  const amounts = (lines) => sum(lines.map((item) => item.amount));
  const isCash = (item) => item.cash;
  const contingency = line("contingency", "contingency", true, amounts([...costLines.filter(isCash), external]), "euro", plan.budget.contingency);
  const levy = line("training-fund-levy", "levy", true, payroll, "euro", plan.budget.levy);
  const subsidies = subsidyLines(plan, costLines, component("formal"));
  const lines = [...perGroupLines, internal, external, ...costLines, contingency, levy, ...subsidies];

  const cash = amounts(lines.filter(isCash));
  const covered = all((g) => g.total.times(g.replacementShare).times(g.wage).rounded(CENTS));
  const full = amounts(lines).minus(covered);
  const reportedTime = all((g) => g.total.minus(talks(g)).times(g.wage).rounded(CENTS));
  const reported = reportedTime.plus(amounts([internal, external, ...costLines, levy, ...subsidies]));
  within(LIMIT.line, [payroll, ...lines.map((item) => item.amount)]);
  within(LIMIT.total, [cash, full, reported]);
  const each = (divisor) => ({ cash: ratio(cash, divisor), full: ratio(full, divisor), reported: ratio(reported, divisor) });
  const expectedSpend = cash.times(plan.budget.spendRate).rounded(CENTS);
  const budget = {
    lines, cash, full, reported,
    perEmployee: each(heads), perParticipant: each(people), perFte: each(fte), shareOfPayroll: each(payroll), payroll,
    participantTimeShare: ratio(reportedTime, reported),
    available: plan.budget.available,
    gap: plan.budget.available === null ? null : plan.budget.available.minus(cash),
    expectedSpend, expectedUnderspend: cash.minus(expectedSpend),
    socialBalance: plan.country === "BE" ? socialBalance(groups, { internal, external, costLines, levy, subsidies }) : null,
  };

  const base = all((g) => g.people.times(g.employment).times(effective).times(g.wage.plus(g.billable.times(g.margin))));
  const labourCostPerHead = ratio(payroll, heads) ?? ZERO;
  const asked = all((g) => g.total.minus(talks(g)).plus(g.people.times(g.learning.talks)));
  const hoursAsked = ratio(asked, people);
  const value = {
    ...returnOnValue(plan, full.toNumber(), base.toNumber(), labourCostPerHead.toNumber(), heads),
    employee: {
      hours: hoursAsked,
      days: hoursAsked === null ? null : hoursAsked.over(calendar.dayHours),
      shareOfWorkingTime: ratio(asked, all((g) => g.people.times(g.employment).times(effective))),
      intangibles: plan.value.intangibles,
    },
  };

  const warnings = [...unknown];
  const warn = (when, code, path) => when && warnings.push({ code, path });
  groups.forEach((g, i) => {
    if (!g.heads.isZero()) {
      const workingTime = g.total.over(g.fte.times(effective));
      warn(g.learning.cycles.compare(calendar.weeks) > 0, "weekcycles-exceed-weeks", g.path);
      warn(workingTime.compare(new Rational(15n, 100n)) > 0, "learning-time-high", g.path);
      warn(workingTime.compare(ONE) > 0, "learning-time-impossible", g.path);
      warn(g.total.isZero(), "group-without-learning", g.path);
      warn(g.ownWage && g.heads.compare(5) < 0, "small-group-wage", `${g.path}.labourCostPerHour`);
    }
    if (perGroup) warn(!pools[i].feasible, "circles-infeasible", g.path);
  });
  if (!perGroup) warn(!pools[0].feasible, "circles-infeasible", "profCircles");
  warn(load !== null && load.compare(circles.maxCirclesPerLeader) > 0, "too-many-circles-per-leader", "profCircles.maxCirclesPerLeader");
  warn(leaders !== null && leaders.isZero() && !circles.leadersPerCircle.isZero() && !count.isZero(), "no-leaders", "profCircles.leadersPerCircle");
  plan.value.benefits.forEach((b, i) => {
    const research = b.kind === "productivity" && b.uplift.compare(new Rational(1n, 100n)) >= 0 && b.uplift.compare(new Rational(1n, 10n)) <= 0;
    warn(research && b.attribution.times(b.confidence).compare(ONE) < 0, "haircut-on-research-uplift", `value.benefits[${i}]`);
    warn(b.lag.compare(12 * plan.value.years) >= 0, "lag-reaches-horizon", `value.benefits[${i}].lagMonths`);
  });
  warn(new Set(value.benefits.filter((b) => b.pv > 0).map((b) => b.kind)).size > 1, "benefits-may-overlap", "value.benefits");
  value.benefits.forEach((b) => delete b.kind);

  return plain({ learningTime, profCircles, budget, value, warnings, defaultsUsed });
}

/** Fractions become the nearest doubles. */
function plain(value) {
  if (value instanceof Rational) return value.toNumber();
  if (Array.isArray(value)) return value.map(plain);
  if (value !== null && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  return value;
}
