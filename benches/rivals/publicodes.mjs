// The model as rules, evaluated by publicodes.
//
// Publicodes has no lists and no months. So each group and each line has its own rules, made here from the
// plan, and present values are closed sums: Σ xᵗ = x (1 − xⁿ) ÷ (1 − x), for whole months of lag. The month
// in which the plan has paid for itself needs the series and is left out. The rules carry no units, which
// is less than authors of public rules write, and faster.

import Engine from 'publicodes';

export const leftOut = ['paybackMonth'];

const sum = (terms) => terms.join(' + ');
// A half is often just less in doubles.
const people = (valeur) => ({ valeur: `${valeur} + 0.000000001`, arrondi: 'oui' });
const cents = (valeur) => ({ valeur: `${valeur} + 0.00000001`, arrondi: '2 décimales' });
const least = (...terms) => ({ 'le minimum de': terms });
const most = (...terms) => ({ 'le maximum de': terms });

function rulesOf(plan) {
  const { calendar, groups, learning, profCircles, facilitation, costs, subsidies, budget, value } = plan;
  const rules = {
    'uren per week': calendar.fullTimeHoursPerWeek,
    'uren per dag': calendar.hoursPerDay,
    'effectieve weken': calendar.effectiveWeeks,
    'ziekteverzuim': calendar.sicknessRate,
    'effectieve uren': 'uren per week * effectieve weken * (1 - ziekteverzuim)',
    'cirkel': null,
    'cirkel . streefgrootte': profCircles.targetSize,
    'cirkel . kleinste': profCircles.minSize,
    'cirkel . grootste': profCircles.maxSize,
    'cirkel . bijeenkomsten': profCircles.sessions,
    'cirkel . duur': profCircles.sessionHours,
    'cirkel . voorbereiding': profCircles.preparationHours,
    'cirkel . begeleiders': profCircles.facilitatorsPerCircle,
    'cirkel . voorbereiding begeleider': profCircles.facilitatorPreparationHours,
    'begeleiding': null,
    'begeleiding . extern deel': facilitation.externalShare,
    'begeleiding . eigen uurkost': facilitation.internalCostPerHour,
    'begeleiding . extern tarief': facilitation.externalRatePerHour,
    'budget': null,
    'budget . onvoorzien deel': budget.contingency,
    'budget . heffing': budget.trainingFundLevy,
  };
  const names = groups.map((group, i) => {
    const name = `groep ${i + 1}`;
    const leaf = (part, field) => group.learning?.[part]?.[field] ?? learning[part][field];
    const own = {
      'medewerkers': group.headcount,
      'voltijds': group.fte,
      'uurkost': group.labourCostPerHour,
      'deelname': group.participation,
      'vervangen deel': group.replacementShare,
      'vervangingsfactor': group.replacementCostFactor,
      'factureerbaar deel': group.billableShare,
      'marge per uur': group.billableMarginPerHour,
      'weekcycli': leaf('weekCycles', 'count'),
      'minuten': leaf('weekCycles', 'minutes'),
      'traject': leaf('profTrack', 'hours'),
      'opleiding': leaf('formal', 'hours'),
      'vaste opleiding': leaf('formal', 'fixedHours'),
      'gesprek': leaf('developmentTalks', 'hours'),
      'deeltijd': 'voltijds / medewerkers',
      'deelnemers': people('medewerkers * deelname'),
      'uren opleiding': 'deelnemers * (vaste opleiding + opleiding * deeltijd)',
      'uren gesprekken': 'medewerkers * gesprek',
      'leertijd': sum([
        'deelnemers * weekcycli * minuten / 60 * deeltijd',
        'deelnemers * cirkel . bijeenkomsten * (cirkel . duur + cirkel . voorbereiding)',
        'deelnemers * traject * deeltijd',
        'uren opleiding',
        'uren gesprekken',
      ]),
      'loonkost': 'voltijds * effectieve uren * uurkost',
      'kost leertijd': cents('leertijd * uurkost'),
      'kost leidinggevenden': cents('uren gesprekken * uurkost'),
      'vervanging': cents('leertijd * vervangen deel * uurkost * vervangingsfactor'),
      'gemiste marge': cents('leertijd * (1 - vervangen deel) * factureerbaar deel * marge per uur'),
      'gedekt': cents('leertijd * vervangen deel * uurkost'),
      'basis': 'deelnemers * deeltijd * effectieve uren * (uurkost + factureerbaar deel * marge per uur)',
    };
    rules[name] = null;
    for (const field in own) rules[`${name} . ${field}`] = own[field];
    return name;
  });
  const total = (field) => sum(names.map((name) => `${name} . ${field}`));

  Object.assign(rules, {
    'medewerkers': total('medewerkers'),
    'voltijds': total('voltijds'),
    'deelnemers': total('deelnemers'),
    'leertijd': total('leertijd'),
    'opleiding': total('uren opleiding'),
    'uren per medewerker': 'leertijd / medewerkers',
    'dagen per voltijdse': 'leertijd / voltijds / uren per dag',
    'minste cirkels': '(deelnemers + cirkel . grootste - 1) // cirkel . grootste',
    'meeste cirkels': 'deelnemers // cirkel . kleinste',
    'gewenste cirkels': { valeur: 'deelnemers / cirkel . streefgrootte', arrondi: 'oui' },
    'genoeg cirkels': most('minste cirkels', 'gewenste cirkels'),
    'passende cirkels': least('meeste cirkels', 'genoeg cirkels'),
    'cirkels': {
      variations: [
        { si: 'minste cirkels > meeste cirkels', alors: 'minste cirkels' },
        { sinon: 'passende cirkels' },
      ],
    },
    'bijeenkomsten': 'cirkels * cirkel . bijeenkomsten',
    'uren begeleiding': 'bijeenkomsten * cirkel . begeleiders * (cirkel . duur + cirkel . voorbereiding begeleider)',
    'eigen begeleiders': cents('uren begeleiding * (1 - begeleiding . extern deel) * begeleiding . eigen uurkost'),
    'externe begeleiders': cents('uren begeleiding * begeleiding . extern deel * begeleiding . extern tarief'),
    'loonmassa': total('loonkost'),
    'heffing': cents('loonmassa * budget . heffing'),
  });

  const quantity = {
    fixed: '1', perHead: 'medewerkers', perFte: 'voltijds', perParticipant: 'deelnemers', perFormalHour: 'opleiding',
    perLearningHour: 'leertijd', perSession: 'bijeenkomsten', perCircle: 'cirkels',
  };
  const line = {};
  costs.forEach(({ id, basis, amount }, i) => {
    line[id] = `kost ${i + 1}`;
    rules[`prijs ${i + 1}`] = amount;
    rules[line[id]] = cents(`${quantity[basis]} * prijs ${i + 1}`);
  });
  subsidies.forEach(({ basis, amount, of, cap }, i) => {
    const named = of.map((id) => line[id]);
    const asked = { perFormalHour: 'opleiding', share: `(${sum(named)})` }[basis];
    if (!asked || (basis === 'perFormalHour' && of.length > 0)) throw new Error(`the rules have no subsidy ${basis}`);
    rules[`steun ${i + 1} prijs`] = amount;
    rules[`steun ${i + 1} gevraagd`] = cents(`${asked} * steun ${i + 1} prijs`);
    rules[`steun ${i + 1}`] = least(cap, `steun ${i + 1} gevraagd`, ...(of.length > 0 ? [sum(named)] : []));
  });
  const lines = (wanted) => costs.filter(({ cash }) => cash === wanted).map(({ id }) => line[id]);
  const cashLines = sum([...lines(true), 'externe begeleiders']);
  const grants = subsidies.map((_, i) => `steun ${i + 1}`).join(' - ');
  Object.assign(rules, {
    'onvoorzien': cents(`(${cashLines}) * budget . onvoorzien deel`),
    'cashbudget': `${total('vervanging')} + ${cashLines} + onvoorzien + heffing - ${grants}`,
    'volle kost': `${sum(['cashbudget', total('kost leertijd'), total('kost leidinggevenden'), total('gemiste marge'), 'eigen begeleiders', ...lines(false)])} - ${
      names.map((name) => `${name} . gedekt`).join(' - ')}`,
  });

  const months = 12 * value.horizonYears;
  const closed = (x, n) => `(1 - (${x}) ** ${n}) / (1 - ${x})`;
  Object.assign(rules, {
    'discontovoet': value.discountRate,
    'maandfactor': '1 / (1 + discontovoet) ** (1 / 12)',
    'basis': total('basis'),
    'contante kost': `volle kost / 12 * maandfactor * ${closed('maandfactor', 12)}`,
  });
  const present = value.benefits.map((benefit, i) => {
    const { kind, lagMonths: lag } = benefit;
    if (!Number.isInteger(lag) || lag >= months) throw new Error('the closed sums are for whole months within the horizon');
    const name = `baat ${i + 1}`;
    const length = kind === 'retention' ? Math.min(12, months - lag) : months - lag;
    rules[`${name} zekerheid`] = `${benefit.attribution} * ${benefit.confidence}`;
    rules[`${name} behoud`] = kind === 'retention' || benefit.halfLifeMonths === null ? 1 : `0.5 ** (1 / ${benefit.halfLifeMonths})`;
    rules[`${name} per jaar`] = {
      productivity: 'basis',
      retention: `${benefit.turnover} * ${benefit.relativeReduction} * ${benefit.replacementCostShare} * loonmassa`,
      custom: benefit.annualValue,
    }[kind];
    rules[`${name} factor`] = `${name} behoud * maandfactor`;
    rules[name] = `${name} per jaar / 12 * ${name} zekerheid * maandfactor ** ${lag + 1} * ${closed(`${name} factor`, length)}`;
    return { name, kind, uplift: benefit.uplift };
  });
  const productive = present.filter(({ kind }) => kind === 'productivity');
  const { skillHalfLifeYears, sensitivity, probability } = value.inaction;
  Object.assign(rules, {
    'contante winst van alles': sum(productive.map(({ name }) => name)),
    'andere baten': sum(present.filter(({ kind }) => kind !== 'productivity').map(({ name }) => name)),
    'contante waarde': sum([...productive.map(({ name, uplift }) => `${name} * ${uplift}`), 'andere baten']),
    'netto': 'contante waarde - contante kost',
    'rendement': 'netto / contante kost',
    'nodige winst': most(0, '(contante kost - andere baten) / contante winst van alles'),
    'vaardigheid': `0.5 ** (1 / (12 * ${skillHalfLifeYears})) * maandfactor`,
    'niets doen': `basis / 12 * ${sensitivity} * ${probability} * (maandfactor * ${closed('maandfactor', months)} - vaardigheid * ${
      closed('vaardigheid', months)})`,
  });
  return rules;
}

const NAMES = Object.entries({
  hoursPerEmployee: 'uren per medewerker',
  daysPerFte: 'dagen per voltijdse',
  circles: 'cirkels',
  sessions: 'bijeenkomsten',
  cash: 'cashbudget',
  full: 'volle kost',
  payroll: 'loonmassa',
  net: 'netto',
  rov: 'rendement',
  breakEvenUplift: 'nodige winst',
  inactionCost: 'niets doen',
});

/** A plan of which the participation of the first group changes. */
export function open(plan) {
  const engine = new Engine(rulesOf(plan), { warn: false, flag: { automaticNamespaceDisabling: false } });
  return (participation) => {
    engine.setSituation({ 'groep 1 . deelname': participation });
    const figures = {};
    for (const [name, rule] of NAMES) figures[name] = engine.evaluate(rule).nodeValue;
    return figures;
  };
}
