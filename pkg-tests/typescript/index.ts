import {
  diagnose, load, JaarplanError,
  type Comparison, type Diagnosis, type ErrorCode, type Evaluation, type Plan, type SimulateOptions, type Stated, type Target,
} from 'jaarplan';

const plan: Plan = {
  schemaVersion: 1,
  year: 2027,
  country: 'BE',
  groups: [{ headcount: 120, fte: 96.5, participation: { low: 0.5, likely: 0.8, high: 0.95 }, leaders: null }],
  learning: { weekCycles: { count: 40 } },
  costs: [{ id: 'a', basis: 'perHead', amount: 12.5 }],
};

const jaarplan = await load();
const result: Evaluation = jaarplan.evaluate(plan);
const circles: number = result.profCircles.circles;
const gap: number | null = result.budget.gap;
const codes: ErrorCode[] = jaarplan.validate('nonsense').errors.map((error) => error.code);
const { engine, engines }: Diagnosis = await diagnose();
const reasons: string[] = engines.flatMap((tried) => (tried.ok ? [] : [`${tried.code}: ${tried.message}`]));
const title: string | null | undefined = jaarplan.parse('{}').title;

const options: SimulateOptions = { points: 1024, defaultRanges: true, targets: [{ figure: 'value.rov', atLeast: 0.2 }] };
const p95: number | null | undefined = jaarplan.simulate(plan, options).figures['value.net']?.p95;
const { inputs, figures, probabilities }: Comparison = jaarplan.compare([plan, { ...plan, costs: [] }], options);
const difference: number | null | undefined = figures['budget.cash']?.[1]?.difference;
const better: 'more' | 'less' | undefined = probabilities[0]?.better;
const stated: Stated | null | undefined = inputs[0]?.values[0];

try {
  jaarplan.explain(plan, 'budget.cash').parts.map((part) => part.value?.toFixed(2));
} catch (error) {
  if (error instanceof JaarplanError && error.code === 'out-of-range') console.log(error.errors[0]?.max);
}

// @ts-expect-error a target has one bound
const target: Target = { figure: 'value.rov' };
// @ts-expect-error a ratio can be absent
const rov: number = result.value.rov;
// @ts-expect-error country is one of two
const wrong: Plan = { ...plan, country: 'DE' };
// @ts-expect-error headcount is a number, never an estimate
const heads: Plan = { ...plan, groups: [{ headcount: { low: 1, likely: 2, high: 3 }, fte: 2 }] };
// @ts-expect-error a group needs its fte
const fte: Plan = { ...plan, groups: [{ headcount: 3 }] };

export { better, circles, codes, difference, engine, fte, gap, heads, p95, reasons, rov, stated, target, title, wrong };
