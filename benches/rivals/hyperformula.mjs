// The model as a workbook, calculated by HyperFormula: one sheet of inputs and sums, one of months.
//
// As a person would build it for this plan: which line each subsidy refunds, and what each cost line
// counts, stands in the formulas and not in cells. A change recalculates only what depends on it; so the
// discount factors and profiles, which do not depend on participation, stay as they are.

import { HyperFormula } from 'hyperformula';

const COLUMNS = 'BCDE';

/** A sheet that grows row by row: a label, then cells, whose addresses are the answer. */
function sheet() {
  const rows = [];
  const row = (label, ...cells) => {
    rows.push([label, ...cells]);
    return cells.map((_, i) => `Plan!$${COLUMNS[i]}$${rows.length}`);
  };
  return { rows, row, cell: (label, content) => row(label, content)[0] };
}

// A half is often just less in doubles, in a workbook too.
const people = (x) => `ROUND(${x}+0.000000001,0)`;
const cents = (x) => `ROUND(${x}+0.00000001,2)`;

/** The workbook's cells, and where the headline figures stand. */
function workbook(plan) {
  const { rows, row, cell } = sheet();
  const { calendar, groups, learning, profCircles: circles, facilitation, costs, subsidies, budget, value } = plan;
  const each = (label, content) => row(label, ...groups.map((group, i) => content(group, i)));
  const sum = (cells) => `SUM(${cells[0]}:${cells.at(-1).replace('Plan!', '')})`;
  const leaf = (label, part, name) => each(label, (group) => group.learning?.[part]?.[name] ?? learning[part][name]);

  // Inputs
  const weekHours = cell('Uren per week', calendar.fullTimeHoursPerWeek);
  const dayHours = cell('Uren per dag', calendar.hoursPerDay);
  const weeks = cell('Effectieve weken', calendar.effectiveWeeks);
  const sickness = cell('Ziekteverzuim', calendar.sicknessRate);
  const headcount = each('Medewerkers', (group) => group.headcount);
  const fte = each('VTE', (group) => group.fte);
  const wage = each('Loonkost per uur', (group) => group.labourCostPerHour);
  const participation = each('Deelname', (group) => group.participation);
  const replaced = each('Vervangen', (group) => group.replacementShare);
  const replacementFactor = each('Kost van vervanging', (group) => group.replacementCostFactor);
  const billable = each('Factureerbaar', (group) => group.billableShare);
  const margin = each('Marge per uur', (group) => group.billableMarginPerHour);
  const cycleCount = leaf('Weekcycli', 'weekCycles', 'count');
  const cycleMinutes = leaf('Minuten per weekcyclus', 'weekCycles', 'minutes');
  const track = leaf('Prof-traject', 'profTrack', 'hours');
  const formalHours = leaf('Opleiding', 'formal', 'hours');
  const formalFixed = leaf('Opleiding, vast', 'formal', 'fixedHours');
  const talkHours = leaf('Gesprekken', 'developmentTalks', 'hours');
  const inputs = (object, names) => Object.fromEntries(names.map((name) => [name, cell(name, object[name])]));
  const c = inputs(circles, [
    'targetSize', 'minSize', 'maxSize', 'sessions', 'sessionHours', 'preparationHours', 'facilitatorsPerCircle', 'facilitatorPreparationHours',
  ]);
  const f = inputs(facilitation, ['externalShare', 'internalCostPerHour', 'externalRatePerHour']);
  const b = inputs(budget, ['contingency', 'trainingFundLevy']);
  const prices = costs.map(({ label, amount }) => cell(`Prijs ${label}`, amount));
  const grants = subsidies.map(({ label, amount, cap }) => row(`Subsidie ${label}, hoogstens`, amount, cap));

  // Learning time
  const effective = cell('Effectieve uren', `=${weekHours}*${weeks}*(1-${sickness})`);
  const part = each('Deeltijdfactor', (_, i) => `=${fte[i]}/${headcount[i]}`);
  const participants = each('Deelnemers', (_, i) => `=${people(`${headcount[i]}*${participation[i]}`)}`);
  const ofCycles = each('Uren weekcycli', (_, i) => `=${participants[i]}*${cycleCount[i]}*${cycleMinutes[i]}/60*${part[i]}`);
  const ofCircles = each('Uren Prof-cirkels', (_, i) => `=${participants[i]}*${c.sessions}*(${c.sessionHours}+${c.preparationHours})`);
  const ofTrack = each('Uren Prof-traject', (_, i) => `=${participants[i]}*${track[i]}*${part[i]}`);
  const ofFormal = each('Uren opleiding', (_, i) => `=${participants[i]}*(${formalFixed[i]}+${formalHours[i]}*${part[i]})`);
  const ofTalks = each('Uren gesprekken', (_, i) => `=${headcount[i]}*${talkHours[i]}`);
  const hours = each('Leertijd', (_, i) => `=${ofCycles[i]}+${ofCircles[i]}+${ofTrack[i]}+${ofFormal[i]}+${ofTalks[i]}`);
  const heads = cell('Alle medewerkers', `=${sum(headcount)}`);
  const pool = cell('Alle deelnemers', `=${sum(participants)}`);
  const allHours = cell('Alle leertijd', `=${sum(hours)}`);
  const allFormal = cell('Alle opleiding', `=${sum(ofFormal)}`);
  const at = {};
  at.hoursPerEmployee = cell('Uren per medewerker', `=${allHours}/${heads}`);
  at.daysPerFte = cell('Dagen per VTE', `=${allHours}/${sum(fte)}/${dayHours}`);

  // Prof circles
  const lowest = cell('Minste cirkels', `=ROUNDUP(${pool}/${c.maxSize},0)`);
  const highest = cell('Meeste cirkels', `=ROUNDDOWN(${pool}/${c.minSize},0)`);
  at.circles = cell('Prof-cirkels',
    `=IF(${lowest}>${highest},${lowest},MIN(${highest},MAX(${lowest},ROUND(${pool}/${c.targetSize},0))))`);
  at.sessions = cell('Bijeenkomsten', `=${at.circles}*${c.sessions}`);
  const guided = cell('Uren begeleiding',
    `=${at.sessions}*${c.facilitatorsPerCircle}*(${c.sessionHours}+${c.facilitatorPreparationHours})`);

  // Budget
  const time = each('Loonkost leertijd', (_, i) => `=${cents(`${hours[i]}*${wage[i]}`)}`);
  const leaders = each('Leidinggevenden in gesprekken', (_, i) => `=${cents(`${ofTalks[i]}*${wage[i]}`)}`);
  const replacement = each('Vervanging', (_, i) => `=${cents(`${hours[i]}*${replaced[i]}*${wage[i]}*${replacementFactor[i]}`)}`);
  const lostMargin = each('Gemiste marge', (_, i) => `=${cents(`${hours[i]}*(1-${replaced[i]})*${billable[i]}*${margin[i]}`)}`);
  const covered = each('Gedekt', (_, i) => `=${cents(`${hours[i]}*${replaced[i]}*${wage[i]}`)}`);
  const internal = cell('Eigen begeleiders', `=${cents(`${guided}*(1-${f.externalShare})*${f.internalCostPerHour}`)}`);
  const external = cell('Externe begeleiders', `=${cents(`${guided}*${f.externalShare}*${f.externalRatePerHour}`)}`);
  const quantity = {
    fixed: '1', perHead: heads, perFte: sum(fte), perParticipant: pool, perFormalHour: allFormal, perLearningHour: allHours,
    perSession: at.sessions, perCircle: at.circles,
  };
  const lines = costs.map(({ label, basis }, i) => cell(label, `=${cents(`${quantity[basis]}*${prices[i]}`)}`));
  const line = Object.fromEntries(costs.map(({ id }, i) => [id, lines[i]]));
  const cash = lines.filter((_, i) => costs[i].cash);
  const contingency = cell('Onvoorzien', `=${cents(`(${[...cash, external].join('+')})*${b.contingency}`)}`);
  at.payroll = cell('Loonmassa', `=${groups.map((_, i) => `${fte[i]}*${effective}*${wage[i]}`).join('+')}`);
  const levy = cell('Opleidingsfonds', `=${cents(`${at.payroll}*${b.trainingFundLevy}`)}`);
  const granted = subsidies.map(({ label, basis, of }, i) => {
    const [amount, cap] = grants[i];
    const named = of.map((id) => line[id]).join('+');
    if (basis === 'perFormalHour' && of.length === 0) return cell(label, `=MIN(${cap},${cents(`${allFormal}*${amount}`)})`);
    if (basis === 'share') return cell(label, `=MIN(${cap},${named},${cents(`(${named})*${amount}`)})`);
    throw new Error(`the workbook has no subsidy ${basis}`);
  });
  const leaves = [...cash, external, contingency, levy].join('+');
  at.cash = cell('Cashbudget', `=${sum(replacement)}+${leaves}-${granted.join('-')}`);
  const others = lines.filter((_, i) => !costs[i].cash);
  at.full = cell('Volle kost',
    `=${at.cash}+${sum(time)}+${sum(leaders)}+${sum(lostMargin)}-${sum(covered)}+${[internal, ...others].join('+')}`);

  // Return on Value
  const months = 12 * value.horizonYears;
  const step = cell('Maandfactor', `=(1+${cell('Discontovoet', value.discountRate)})^(-1/12)`);
  const worth = groups.map((_, i) => `${participants[i]}*${part[i]}*${effective}*(${wage[i]}+${billable[i]}*${margin[i]})`);
  const base = cell('Productiviteitsbasis', `=${worth.join('+')}`);
  const certainty = (benefit) => `${cell('Toerekening', benefit.attribution)}*${cell('Zekerheid', benefit.confidence)}`;
  const share = (benefit) => {
    const lag = cell('Vertraging', benefit.lagMonths);
    const halfLife = cell('Halveringstijd', benefit.halfLifeMonths ?? 0);
    const active = (t) => `MAX(0,MIN(1,${t}-${lag}))`;
    if (benefit.kind === 'retention') return (t) => `(${active(t)}-${active(`${t}-12`)})`;
    return benefit.halfLifeMonths === null ? active : (t) => `${active(t)}*0.5^(MAX(0,${t}-1-${lag})/${halfLife})`;
  };
  const benefits = value.benefits.map((benefit) => {
    const monthly = {
      productivity: () => `${base}`,
      retention: () => {
        const factors = ['turnover', 'relativeReduction', 'replacementCostShare'].map((name) => cell(name, benefit[name]));
        return [...factors, at.payroll].join('*');
      },
      custom: () => cell('Jaarwaarde', benefit.annualValue),
    }[benefit.kind]();
    return {
      kind: benefit.kind,
      uplift: benefit.kind === 'productivity' ? cell('Winst', benefit.uplift) : null,
      monthly: cell(`${benefit.label} per maand`, `=${monthly}/12*${certainty(benefit)}`),
      share: share(benefit),
    };
  });
  const { skillHalfLifeYears, sensitivity, probability } = inputs(value.inaction, ['skillHalfLifeYears', 'sensitivity', 'probability']);

  // One row per month: number, discount factor, each benefit's profile, value, discounted so far, paid back, loss of doing nothing.
  const profiles = benefits.map((_, i) => String.fromCharCode(67 + i));
  const [total, soFar, unpaid, loss] = [0, 1, 2, 3].map((i) => String.fromCharCode(67 + benefits.length + i));
  const range = (column, upTo = months) => `Months!$${column}$1:$${column}$${upTo}`;
  const pvOf = benefits.map(({ monthly }, i) => `${monthly}*SUMPRODUCT(${range(profiles[i])},${range('B')})`);
  const pvCost = cell('Kost, contant', `=${at.full}/12*SUM(${range('B', 12)})`);
  const productive = (wanted) => benefits.flatMap(({ kind }, i) => ((kind === 'productivity') === wanted ? [pvOf[i]] : []));
  const pvUplift = cell('Winst van 100 %, contant', `=${productive(true).join('+')}`);
  const pvOthers = cell('Andere baten, contant', `=${productive(false).join('+')}`);
  at.net = cell('Netto', `=Months!$${soFar}$${months}-${pvCost}`);
  at.rov = cell('RoV', `=${at.net}/${pvCost}`);
  at.breakEvenUplift = cell('Nodige winst', `=MAX(0,(${pvCost}-${pvOthers})/${pvUplift})`);
  const waiting = cell('Maanden niet terugverdiend', `=SUM(${range(unpaid)})`);
  at.paybackMonth = cell('Terugverdiend in maand', `=IF(${waiting}=${months},"",${waiting}+1)`);
  at.inactionCost = cell('Kost van niets doen', `=${base}/12*${sensitivity}*${probability}*SUMPRODUCT(${range(loss)},${range('B')})`);

  const table = Array.from({ length: months }, (_, i) => {
    const t = `$A${i + 1}`;
    const value = benefits.map(({ monthly, uplift }, j) => `${monthly}*${uplift === null ? '' : `${uplift}*`}$${profiles[j]}${i + 1}`);
    return [
      i + 1,
      i === 0 ? `=${step}` : `=B${i}*${step}`,
      ...benefits.map(({ share }) => `=${share(t)}`),
      `=${value.join('+')}`,
      `=${i === 0 ? '' : `${soFar}${i}+`}${total}${i + 1}*B${i + 1}`,
      `=IF(${soFar}${i + 1}<${pvCost}*0.999999999,1,0)`,
      `=1-0.5^(${t}/(12*${skillHalfLifeYears}))`,
    ];
  });
  return { sheets: { Plan: rows, Months: table }, input: participation[0], at };
}

/** A plan of which the participation of the first group changes. */
export function open(plan) {
  const { sheets, input, at } = workbook(plan);
  // By default cells are read back in 10 digits: too few for the comparison.
  const engine = HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3', precisionRounding: 15 });
  const address = (cell) => engine.simpleCellAddressFromString(cell.replaceAll('$', ''), 0);
  const participation = address(input);
  const cells = Object.entries(at).map(([name, cell]) => [name, address(cell)]);
  return (share) => {
    engine.setCellContents(participation, share);
    const figures = {};
    for (const [name, cell] of cells) {
      const value = engine.getCellValue(cell);
      figures[name] = value === '' ? null : value;
    }
    return figures;
  };
}
