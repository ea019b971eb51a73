/** WebAssembly, or the same module as JavaScript, with the same digits: for where WebAssembly is refused. */
export type Engine = 'wasm' | 'js';

/** Why an engine did not start. */
export interface Refusal {
  engine: Engine;
  /** Stable; `refused` for what the browser or the server said itself. */
  code: 'no-webassembly' | 'not-given' | 'damaged' | 'stalled' | 'wrong-answer' | 'refused';
  message: string;
}

/**
 * Starts an engine, once; later calls give the same. Without `engine` it is WebAssembly, and where that does not
 * start, JavaScript.
 * @throws {JaarplanError} `no-engine`, when none started
 */
export declare function load(options?: { engine?: Engine }): Promise<Jaarplan>;

/**
 * What runs here and what is refused, for whoever has to tell the people who run the server: it tries each engine by
 * itself, so the engine in JavaScript is loaded too. Nothing of a plan or a person is in it. It never rejects.
 */
export declare function diagnose(): Promise<Diagnosis>;

/** The answer of `diagnose`: plain data. What the host does not have is not there. */
export interface Diagnosis {
  /** Of the package. */
  version: string;
  /** Of the formulas and their reference data. */
  model: string;
  /** The first engine that starts, which is the one in use. */
  engine?: Engine;
  /** WebAssembly, then JavaScript: whether it starts, or why not. */
  engines: ({ engine: Engine; ok: true } | ({ ok: false } & Refusal))[];
  /** What the page's Content Security Policy kept out meanwhile, as the browser tells it. */
  violations: { directive: string; blocked: string; policy: string }[];
  /** Of the page, else of the host. */
  language?: string;
  /** The storage that `remember` uses. */
  storage: 'works' | 'refused' | 'missing';
  /** False on plain `http://`. */
  secureContext?: boolean;
  /** Whether the host knows Trusted Types; whether a policy asks for them cannot be seen. */
  trustedTypes: boolean;
  /** Whether the page stands in a frame. */
  frame: boolean;
  /** Whether it has no origin of its own, as in a sandbox without `allow-same-origin`. */
  opaqueOrigin: boolean;
  userAgent?: string;
  /** Like `https:`. */
  protocol?: string;
}

/** The calculators. No call changes a plan, and only `open` remembers one. */
export interface Jaarplan {
  /** How the model runs. */
  readonly engine: Engine;

  /** The engines that were tried before, and why they did not start. */
  readonly refused: Refusal[];

  /**
   * Everything that follows from a plan.
   * @throws {JaarplanError} with everything that is wrong with the plan, in its `errors`
   */
  evaluate(plan: Plan): Evaluation;

  /** What is wrong with a plan, and what its owner should look at. Never throws for a plan. */
  validate(plan: unknown): Validation;

  /**
   * The plan in a JSON text, as its owner wrote it: unknown fields are kept.
   *
   * Unlike `JSON.parse` it refuses keys that occur twice, and a plan that cannot be evaluated.
   * @throws {JaarplanError} `not-json`, `too-deep`, `too-large`, `duplicate-key`, or what is wrong with the plan
   */
  parse(text: string): Plan;

  /**
   * How one figure came about, down to the inputs.
   * @param figure its path in the result, like `budget.cash` or `learningTime.groups[0].hoursPerFte`
   * @throws {JaarplanError} `unknown-id` when there is no such figure, or what is wrong with the plan
   */
  explain(plan: Plan, figure: string): Explanation;

  /**
   * The assumptions that a figure rests on: defaults, and estimates of the plan. The one that moves it
   * most between its lowest and its highest realistic value comes first, those without a range last.
   * @param figure its path in the result, like `budget.cash`
   * @throws {JaarplanError} `unknown-id` when there is no such figure, or what is wrong with the plan
   */
  assumptions(plan: Plan, figure: string): Assumption[];

  /**
   * How the figures of a plan spread when its estimates are not known exactly, how likely they are to reach bounds,
   * and what moves them. The same plan, points and seed give the same digits on every machine.
   * @throws {JaarplanError} what is wrong with the plan, or with the options
   */
  simulate(plan: Plan, options?: SimulateOptions): Simulation;

  /**
   * Two to six plans side by side, with common random numbers: what they have in common (the same default, or an
   * estimate at the same path) has the same samples in all of them.
   * @throws {JaarplanError} `out-of-range` at `plans` for another number of plans; what is wrong with a plan, at
   * `plans[1]`; what is wrong with the options
   */
  compare(plans: Plan[], options?: CompareOptions): Comparison;

  /**
   * Opens a copy of a plan, to change one number at a time, as under a slider: much faster than
   * `evaluate` of a whole plan each time, with the same digits.
   * @throws {JaarplanError} with everything that is wrong with the plan, in its `errors`
   */
  open(plan: Plan): OpenPlan;

  /**
   * The value of one input at which a figure comes where it should: "how many week cycles fit in €180,000?". Without
   * one, `reached` is false and the closest value is told.
   * @throws {JaarplanError} `unknown-id` for an input that the plan does not have or that cannot vary alone, and for a
   * figure that it does not have; what is wrong with the goal, or with the plan
   */
  solve(plan: Plan, goal: Goal): Solution;

  /**
   * Spreads a cash budget over the components of learning, for the highest expected value that keeps every legal
   * minimum that can be kept. For this question value is taken to grow with hours of learning, which is our assumption.
   * @throws {JaarplanError} `missing` when neither the plan nor the request has a budget; what is wrong with the
   * request, or with the plan
   */
  allocate(plan: Plan, allocation?: Allocation): Allocated;

  /**
   * How a plan stands against law and collective agreements: met, not met and by how much, not
   * applicable and why, or to answer yourself. Time is in hours and in days of `calendar.hoursPerDay`.
   * Indicative, not legal advice.
   * @throws {JaarplanError} with everything that is wrong with the plan, in its `errors`
   */
  check(plan: Plan): Checks;

  /**
   * The values that stand in for missing fields, in order of the document.
   * @throws {JaarplanError} `unknown-choice` for another country
   */
  defaults(country: Plan['country']): DefaultValue[];
}

/** How a simulation is made; each may be left out. */
export interface SimulateOptions {
  /** How many samples: a power of two, 256 to 131,072. 16,384 when left out. */
  points?: number | null;
  /** Another one gives other samples of the same quantities: a whole number, 0 to 4,294,967,295. 1 when left out. */
  seed?: number | null;
  /** Whether defaults are not known either: one unknown each, within the range of the table of defaults. */
  defaultRanges?: boolean | null;
  /** Of which figures to tell how likely they are to reach a bound, besides a net value of 0. */
  targets?: Target[] | null;
  /** The id of the figure whose histogram and drivers are told. `value.net` when left out. */
  figure?: string | null;
  /** Whether to tell which share of that figure's variance each driver explains, which takes longer. */
  variance?: boolean | null;
}

/** How plans are compared: as they are simulated, but that drivers are not told. */
export type CompareOptions = Omit<SimulateOptions, 'variance'>;

/** A bound that a figure should reach, in the figure's own unit. */
export type Target = { figure: string; atLeast: number } | { figure: string; atMost: number };

/** What a plan says at some place: a number, an estimate, a choice, yes or no. */
export type Stated = Quantity | string | boolean;

/** Which samples a likelihood or an expected value rests on. */
export type Samples = Pick<SimulateOptions, 'points' | 'seed' | 'defaultRanges'>;

/** What `solve` is asked: one input of the plan, and where a figure should come by it. */
export type Goal = Samples & {
  /** The path of the input that may change, like `learning.weekCycles.count`. */
  input: string;
  /** The figure's path in the result, like `budget.cash`. */
  figure: string;
  /** The lowest value to look at; unless said, the lowest that is realistic, or the plan's own. */
  low?: number | null;
  /** The highest value to look at; unless said, the highest that is realistic, or the plan's own. */
  high?: number | null;
} & (
    | { /** The figure should be this, as closely as can be. */ equals: number }
    | (({ /** The figure should be this or more. */ atLeast: number } | { /** The figure should be this or less. */ atMost: number }) & {
        /** How likely that must be, 0..1; unless said, everything is at its likely value. */
        probability?: number | null;
      })
  );

/** What `allocate` is asked. */
export interface Allocation extends Samples {
  /** The cash budget in €; unless said, the plan's own. */
  available?: number | null;
  /** What is said of components. */
  components?: {
    /** Its input. */
    input:
      | 'learning.weekCycles.count'
      | 'profCircles.sessions'
      | 'learning.profTrack.hours'
      | 'learning.formal.hours'
      | 'learning.developmentTalks.hours';
    /** The lowest value; unless said, the lowest that is realistic, or the plan's own. */
    low?: number | null;
    /** The highest value; unless said, the highest that is realistic, or the plan's own. */
    high?: number | null;
    /** How much an hour of it yields, against an hour of another component; 1 unless said. */
    effect?: number | null;
  }[] | null;
}

/** A plan that is open; see `Jaarplan.open`. */
export interface OpenPlan {
  /**
   * Changes one number of the plan.
   * @param path where it stands, like `groups[0].participation`
   * @param value the number, an estimate where the plan takes one, or `null` for what a missing number means
   * @throws {JaarplanError} what is wrong with it, or `unknown-id` when no number can stand there; the
   * plan then stays as it was
   */
  set(path: string, value: number | Estimate | null): void;

  /**
   * The figures that managers see first: those of `evaluate`, bit for bit.
   * @throws {JaarplanError} `too-large` as `evaluate` does
   */
  headlines(): Headlines;

  /** Everything that follows from the plan as it is now; as `Jaarplan.evaluate`. */
  evaluate(): Evaluation;

  /**
   * As `Jaarplan.simulate`, of the plan as it is now: faster the second time, because the samples of what has not
   * changed are kept.
   * @throws {JaarplanError} `too-large` as `evaluate` does, or what is wrong with the options
   */
  simulate(options?: SimulateOptions): Simulation;

  /** Gives the memory back, at once; without it, it is given back some time after the last use. */
  close(): void;
}

/** Some figures of an `Evaluation`, under the same names. */
export interface Headlines {
  learningTime: Pick<LearningTime, 'hoursPerEmployee' | 'daysPerFte'>;
  profCircles: Pick<ProfCircles, 'circles' | 'sessions'>;
  budget: Pick<Budget, 'cash' | 'full' | 'gap'> & { perEmployee: Pick<Budget['perEmployee'], 'cash'> };
  value: Pick<
    Value,
    'pvCost' | 'pvValue' | 'net' | 'rov' | 'breakEvenUplift' | 'paybackMonth' | 'inactionCost'
  >;
}

/** The answer of `validate`. */
export interface Validation {
  /** Whether `evaluate` would accept the plan. */
  valid: boolean;
  /** Everything that is wrong, in the order of the plan; empty when valid. */
  errors: InputError[];
  /** What its owner should look at; empty unless valid. */
  warnings: Warning[];
}

/** Why a plan, a text or a figure was refused. */
export declare class JaarplanError extends Error {
  /**
   * The code of the first error. Some are not about the plan. `crashed`: the calculation stopped, which
   * is a defect of this package; the next call starts a fresh instance, and plans that were open must be
   * opened again. `closed`: the open plan was closed before. `no-engine`: WebAssembly did not start.
   */
  readonly code: ErrorCode | 'crashed' | 'closed' | 'no-engine';
  /** The path of the first error, like `groups[0].fte`; empty for the plan as a whole. */
  readonly path: string;
  /** Everything that is wrong, in the order of the plan. Never empty. */
  readonly errors: InputError[];
}

/** The lowest and highest values that are still realistic, and the most likely; results use `likely`. */
export interface Estimate {
  low: number;
  /** `low ≤ likely ≤ high` */
  likely: number;
  high: number;
}

/** A number, or an estimate of it. */
export type Quantity = number | Estimate;
