
/** The lowest and highest values that are still realistic, and the most likely; results use `likely`. */
export interface Estimate {
  low: number;
  /** `low ≤ likely ≤ high` */
  likely: number;
  high: number;
}

/** A number, or an estimate of it. */
export type Quantity = number | Estimate;

/**
 * The annual learning plan, as its owner keeps it.
 *
 * Only `schemaVersion`, `year`, `country` and one group with `headcount` and `fte` must be there; all
 * else has a default, and null means the default too. Fields that are not listed are kept, with a warning.
 */
export interface Plan {
  /**
   * Version of the document's shape.
   * A number, whole; ≥ 1, ≤ 1.
   */
  schemaVersion: 1;
  title?: string | null;
  organisation?: string | null;
  /**
   * The plan year.
   * A year, whole; ≥ 2000, ≤ 2100.
   */
  year: number;
  /** Decides defaults and words: Belgium or the Netherlands. */
  country: 'BE' | 'NL';
  /**
   * Id of a preset of sector rules: `be-pc-200`, `be-pc-329.01`, `be-public` (a public employer),
   * `nl-cao-po`, `nl-cao-vo`, `nl-cao-mbo` or `nl-cao-architecten`. Any other text is kept; no rule is known for it.
   */
  sector?: string | null;
  calendar?: Calendar | null;
  /** At least one, at most 10,000. */
  groups: Group[];
  /** Learning of everyone, unless a group has its own. */
  learning?: Learning | null;
  profCircles?: ProfCircleRules | null;
  facilitation?: Facilitation | null;
  /** At most 1,000. Missing: three lines of cash cost, `external`, `platform` and `rooms`. `[]` means none. */
  costs?: CostLine[] | null;
  /** At most 100. */
  subsidies?: Subsidy[] | null;
  budget?: BudgetSettings | null;
  value?: ValueSettings | null;
  /** Text and choices for the report's 13 indicators; kept as they are. */
  jaarplan?: Record<string, unknown> | null;
  /** Realised figures per half-year; kept as they are. */
  actuals?: Record<string, unknown> | null;
}

/** The working year. */
export interface Calendar {
  /**
   * Contractual hours of a full-timer.
   * Hours; > 0, ≤ 168. Default: 38 in BE, 38 (36–40) in NL; sourced: law and collective agreements.
   */
  fullTimeHoursPerWeek?: Quantity | null;
  /**
   * Hours in a training day.
   * Hours per day; > 0, ≤ 24. Default: 7.6 (6–8); assumption: 38 hours over 5 days; there is no official conversion.
   */
  hoursPerDay?: Quantity | null;
  /**
   * Weeks at work, after leave and public holidays.
   * Weeks; > 0, ≤ 53. Default: 45 (44–46.5) in BE, 46 (44–46.5) in NL; derived: 261 weekdays less public holidays and leave.
   */
  effectiveWeeks?: Quantity | null;
  /**
   * Share of those hours lost to sickness.
   * A share (0.05 is 5 %); ≥ 0, < 1. Default: 0.063 (0.032–0.081) in BE; sourced: SD Worx 2023. 0.055 (0.032–0.081) in NL; derived: CBS, first quarter of 2025.
   */
  sicknessRate?: Quantity | null;
}

/** Employees that are planned together. */
export interface Group {
  /** Unique among groups; `g1`, `g2`, … by its place when missing. */
  id?: string | null;
  /** What to call it; its id when missing. */
  name?: string | null;
  /**
   * People in the group.
   * People, whole; ≥ 0, ≤ 10000000.
   */
  headcount: number;
  /**
   * Full-time equivalents in the group.
   * FTE; ≥ 0, ≤ 10000000.
   */
  fte: number;
  /**
   * How many of the headcount are leaders; missing when not known.
   * People, whole; ≥ 0, ≤ 10000000.
   */
  leaders?: number | null;
  /**
   * Employer cost per hour worked.
   * € per hour; ≥ 0. Default: 48.2 (35–70) in BE, 45.2 (35–70) in NL; sourced: Eurostat 2024, labour cost per hour, whole economy.
   */
  labourCostPerHour?: Quantity | null;
  /**
   * Share of heads that take part in explicit learning.
   * A share (0.05 is 5 %); ≥ 0, ≤ 1. Default: 0.8 (0.5–0.95); assumption: for reference: 0.51 in Belgium (Statbel 2020).
   */
  participation?: Quantity | null;
  /**
   * Share of learning hours whose shift must be covered.
   * A share (0.05 is 5 %); ≥ 0, ≤ 1. Default: 0.1 (0–1); assumption: care and education come nearer to 0.60.
   */
  replacementShare?: Quantity | null;
  /**
   * Cost of a covering hour divided by the labour cost of the absent one.
   * Factor; ≥ 0, ≤ 10. Default: 1.2 (1–1.6); assumption.
   */
  replacementCostFactor?: Quantity | null;
  /**
   * Share of hours that would have been billed.
   * A share (0.05 is 5 %); ≥ 0, ≤ 1. Default: 0; assumption.
   */
  billableShare?: Quantity | null;
  /**
   * Rate less labour cost of a billed hour.
   * € per hour; ≥ 0. Default: 0; assumption.
   */
  billableMarginPerHour?: Quantity | null;
  /** The group's own learning; what it leaves out is as in the plan's `learning`. */
  learning?: Learning | null;
}

/** What each participant does in a year. */
export interface Learning {
  weekCycles?: WeekCycles | null;
  profTrack?: ProfTrack | null;
  formal?: FormalTraining | null;
  developmentTalks?: DevelopmentTalks | null;
}

/** Vitale Weekcycli: short weekly slots of working learning. */
export interface WeekCycles {
  /**
   * Week cycles per participant.
   * A number; ≥ 0, ≤ 10000. Default: 40 (30–46); assumption: no published figure.
   */
  count?: Quantity | null;
  /**
   * Minutes of one week cycle.
   * Minutes; ≥ 0. Default: 30 (20–60); assumption: no published figure; 2 hours a week in Dutch primary education is the high end.
   */
  minutes?: Quantity | null;
  /** Whether part-timers do proportionally fewer. Default: true. */
  proRata?: boolean | null;
}

/** A professional's own learning track. */
export interface ProfTrack {
  /**
   * Hours of a Prof track per participant.
   * Hours; ≥ 0, ≤ 10000. Default: 16 (8–40); assumption.
   */
  hours?: Quantity | null;
  /** Whether part-timers do proportionally fewer. Default: true. */
  proRata?: boolean | null;
}

/** Courses and training (deskundigheidsbevordering). */
export interface FormalTraining {
  /**
   * Hours of formal training per participant.
   * Hours; ≥ 0, ≤ 10000. Default: 16 (8–40); assumption: ATD 2024: 13.7 h; Statbel 2015: 18.9 h taken; set so that direct cash lands near €700 per employee.
   */
  hours?: Quantity | null;
  /**
   * Hours of formal training per participant that part-timers follow whole.
   * Hours; ≥ 0, ≤ 10000. Default: 0; assumption.
   */
  fixedHours?: Quantity | null;
  /** Whether part-timers follow proportionally fewer of `hours`. Default: true. */
  proRata?: boolean | null;
}

/** Talent-development talks, of all heads. */
export interface DevelopmentTalks {
  /**
   * Hours of talent-development talks per head.
   * Hours; ≥ 0, ≤ 10000. Default: 2 (1–4); assumption.
   */
  hours?: Quantity | null;
}

/** How Prof circles are formed and what they ask; `minSize ≤ targetSize ≤ maxSize`. */
export interface ProfCircleRules {
  /** Across groups, or inside each. Default: mixed. */
  composition?: 'mixed' | 'perGroup' | null;
  /**
   * The size that circles aim for.
   * People, whole; ≥ 1. Default: 8; derived: intervision groups of 5–8 (KNGF), professional learning communities of 6–12.
   */
  targetSize?: number | null;
  /**
   * The smallest circle.
   * People, whole; ≥ 1. Default: 5; sourced: intervision groups of 5–8 (KNGF), professional learning communities of 6–12.
   */
  minSize?: number | null;
  /**
   * The largest circle.
   * People, whole; ≥ 1. Default: 10; derived: intervision groups of 5–8 (KNGF), professional learning communities of 6–12.
   */
  maxSize?: number | null;
  /**
   * Sessions of each circle in a year.
   * Sessions, whole; ≥ 0, ≤ 366. Default: 6; derived: published intervision practice.
   */
  sessions?: number | null;
  /**
   * Hours of one session.
   * Hours; ≥ 0, ≤ 10000. Default: 2 (1–2.5); derived: published intervision practice.
   */
  sessionHours?: Quantity | null;
  /**
   * A participant's preparation of one session.
   * Hours; ≥ 0, ≤ 10000. Default: 0.5 (0–2.5); assumption.
   */
  preparationHours?: Quantity | null;
  /**
   * Facilitators of each circle.
   * People, whole; ≥ 0. Default: 1; derived: published intervision practice.
   */
  facilitatorsPerCircle?: number | null;
  /**
   * A facilitator's preparation of one session.
   * Hours; ≥ 0, ≤ 10000. Default: 1 (0.5–2); derived: published facilitation practice.
   */
  facilitatorPreparationHours?: Quantity | null;
  /**
   * Hours that one facilitator can give in a year.
   * Hours; > 0, ≤ 10000. Default: 120 (60–240); assumption.
   */
  facilitatorCapacityHours?: Quantity | null;
  /**
   * Leaders in each circle.
   * People, whole; ≥ 0. Default: 1; assumption: the article wants leaders in; intervision practice keeps a participant's own superior out.
   */
  leadersPerCircle?: number | null;
  /**
   * In how many circles one leader can sit.
   * Circles, whole; ≥ 1. Default: 2; assumption.
   */
  maxCirclesPerLeader?: number | null;
}

/** Who guides the circles, and at what cost. */
export interface Facilitation {
  /**
   * Share of facilitation hours that external facilitators give.
   * A share (0.05 is 5 %); ≥ 0, ≤ 1. Default: 0; assumption.
   */
  externalShare?: Quantity | null;
  /**
   * Labour cost of an internal facilitator.
   * € per hour; ≥ 0. Default: 48.2 (35–70) in BE, 45.2 (35–70) in NL; derived: the default labour cost per hour (Eurostat 2024).
   */
  internalCostPerHour?: Quantity | null;
  /**
   * Rate of an external facilitator.
   * € per hour; ≥ 0. Default: 150 (110–220); sourced: published facilitator rates (weak).
   */
  externalRatePerHour?: Quantity | null;
}

/** A line of cost: `amount` times what `basis` counts. */
export interface CostLine {
  /** Unique among cost lines and subsidies, and none of the budget's own, like `contingency`. */
  id: string;
  /** What to call it; its id when missing. */
  label?: string | null;
  /** Default: other. */
  category?: 'external' | 'platform' | 'rooms' | 'materials' | 'travel' | 'staff' | 'evaluation' | 'other' | null;
  /** What the amount is multiplied by. */
  basis:
    | 'fixed'
    | 'perHead'
    | 'perFte'
    | 'perParticipant'
    | 'perFormalHour'
    | 'perLearningHour'
    | 'perSession'
    | 'perCircle';
  /**
   * Price per unit of a cost line.
   * €; ≥ 0.
   * External training, per formal hour; only in the lines that stand in for missing `costs`.
   * €; ≥ 0. Default: 35 (15–80); derived: €74 per hour all in (2015), less absence.
   * Platform and AI, per participant; only in the lines that stand in for missing `costs`.
   * €; ≥ 0. Default: 60 (15–250); assumption.
   * Rooms, materials and Learning wall, per session; only in the lines that stand in for missing `costs`.
   * €; ≥ 0. Default: 50 (0–250); assumption.
   */
  amount: Quantity;
  /** Whether it leaves the bank account; false when already on the payroll or owned. Default: true. */
  cash?: boolean | null;
}

/** Money that comes back. */
export interface Subsidy {
  /** Unique among cost lines and subsidies. */
  id: string;
  /** What to call it; its id when missing. */
  label?: string | null;
  /** How it is counted: in all, per formal hour, or as a share of the cost lines in `of`. */
  basis: 'fixed' | 'perFormalHour' | 'share';
  /**
   * Amount of a subsidy in euros, in all or per formal hour.
   * €; ≥ 0.
   * Amount of a subsidy as a share of cost lines.
   * A share (0.05 is 5 %); ≥ 0, ≤ 1.
   */
  amount: Quantity;
  /** Ids of the cost lines that it refunds; a share needs at least one. */
  of?: string[] | null;
  /**
   * The highest amount of a subsidy.
   * €; ≥ 0.
   */
  cap?: number | null;
}

/** Budget settings. */
export interface BudgetSettings {
  /**
   * The cash budget that is available; missing when not set yet.
   * €; ≥ 0, ≤ 10000000000.
   */
  available?: number | null;
  /**
   * Share of a budget that such organisations really spend.
   * A share (0.05 is 5 %); ≥ 0, ≤ 10. Default: 0.75 (0.55–0.96); sourced: AWVN 2023: 55 %; Berenschot: 82–96 %.
   */
  spendRate?: Quantity | null;
  /**
   * Reserve on cash cost lines and external facilitation.
   * A share (0.05 is 5 %); ≥ 0, ≤ 1. Default: 0.05 (0–0.1); assumption.
   */
  contingency?: Quantity | null;
  /**
   * Levy for a training fund, as a share of payroll.
   * A share (0.05 is 5 %); ≥ 0, ≤ 1. Default: 0; assumption.
   */
  trainingFundLevy?: Quantity | null;
  /**
   * Total labour cost; missing when it follows from the groups.
   * €; ≥ 0, ≤ 10000000000.
   */
  payroll?: number | null;
}

/** Value settings. */
export interface ValueSettings {
  /**
   * Years over which value is counted.
   * Years, whole; ≥ 1, ≤ 10. Default: 3; assumption: the article: results only after one or two years.
   */
  horizonYears?: number | null;
  /**
   * Discount rate per year.
   * A share (0.05 is 5 %); ≥ 0, ≤ 1. Default: 0.04 (0.02–0.08); assumption.
   */
  discountRate?: Quantity | null;
  /** At most 100. Missing: `productivity` and `retention`. `[]` means none. */
  benefits?: Benefit[] | null;
  inaction?: Inaction | null;
  /** What cannot be counted in money; listed, never summed. At most 100. */
  intangibles?: Intangible[] | null;
}

/** Something that the plan yields. */
export type Benefit = ProductivityBenefit | RetentionBenefit | CustomBenefit;

/** What all benefits have. */
export interface AnyBenefit {
  /** Unique among benefits. */
  id: string;
  /** What to call it; its id when missing. */
  label?: string | null;
  /**
   * Months before a benefit starts.
   * Months; ≥ 0. Default: 12 (6–24); sourced: the article on the annual learning plan: results "na één of twee jaar".
   * Months before a custom benefit starts.
   * Months; ≥ 0. Default: 12; assumption.
   */
  lagMonths?: Quantity | null;
  /**
   * Share of a benefit that is due to the plan.
   * A share (0.05 is 5 %); ≥ 0, ≤ 1. Default: 1; derived: research and turnover figures are already causal: no haircut.
   * Share of a custom benefit that is due to the plan.
   * A share (0.05 is 5 %); ≥ 0, ≤ 1. Default: 0.5 (0.2–0.8); assumption: the method is Phillips'; the value is ours.
   */
  attribution?: Quantity | null;
  /**
   * How sure the estimate of a benefit is.
   * A share (0.05 is 5 %); ≥ 0, ≤ 1. Default: 1; derived: research and turnover figures are already causal: no haircut.
   * How sure the estimate of a custom benefit is.
   * A share (0.05 is 5 %); ≥ 0, ≤ 1. Default: 0.7 (0.5–0.9); assumption: the method is Phillips'; the value is ours.
   */
  confidence?: Quantity | null;
}

/** A rise in productivity of the participants. */
export interface ProductivityBenefit extends AnyBenefit {
  kind: 'productivity';
  /**
   * Rise in productivity.
   * A share (0.05 is 5 %); ≥ 0, ≤ 10. Default: 0.05 (0.01–0.1); derived: Konings 2008 (1–2 %); De Grip & Sauermann 2012 (10 %); Groot 1994.
   */
  uplift?: Quantity | null;
  /**
   * Months in which half of a benefit fades; `null` for never.
   * Months; > 0. Default: 14 (8–28); derived: Saks & Belcourt 2006: 62, 44 and 34 % applied at 0, 6 and 12 months.
   * Months in which half of a custom benefit fades; missing or `null` for never.
   * Months; > 0.
   */
  halfLifeMonths?: Quantity | null;
}

/** Departures that do not happen. */
export interface RetentionBenefit extends AnyBenefit {
  kind: 'retention';
  /**
   * Share of employees that leave in a year.
   * A share (0.05 is 5 %); ≥ 0, ≤ 1. Default: 0.108 (0.05–0.123) in BE, 0.1 (0.05–0.123) in NL; sourced: Securex 2024.
   */
  turnover?: Quantity | null;
  /**
   * Share of those departures that the plan prevents.
   * A share (0.05 is 5 %); ≥ 0, ≤ 1. Default: 0 (0–0.1); assumption.
   */
  relativeReduction?: Quantity | null;
  /**
   * Cost of replacing a leaver, as a share of the annual labour cost.
   * A share (0.05 is 5 %); ≥ 0, ≤ 10. Default: 0.21 (0.16–0.4); sourced: Boushey & Glynn 2012.
   */
  replacementCostShare?: Quantity | null;
}

/** A yearly value that the plan states itself. */
export interface CustomBenefit extends AnyBenefit {
  kind: 'custom';
  /**
   * Yearly value of a benefit that the plan states itself.
   * €; ≥ 0, ≤ 10000000000. Default: 0; assumption.
   */
  annualValue?: Quantity | null;
  /**
   * Months in which half of a benefit fades; `null` for never.
   * Months; > 0. Default: 14 (8–28); derived: Saks & Belcourt 2006: 62, 44 and 34 % applied at 0, 6 and 12 months.
   * Months in which half of a custom benefit fades; missing or `null` for never.
   * Months; > 0.
   */
  halfLifeMonths?: Quantity | null;
}

/** What doing nothing costs. */
export interface Inaction {
  /**
   * Years in which half of an unused skill is lost.
   * Years; > 0. Default: 5 (2.5–8); sourced: published half-lives of skills (weak).
   */
  skillHalfLifeYears?: Quantity | null;
  /**
   * How strongly output follows skills.
   * A share (0.05 is 5 %); ≥ 0, ≤ 1. Default: 0.2 (0.05–0.5); assumption.
   */
  sensitivity?: Quantity | null;
  /**
   * How likely the loss is.
   * A share (0.05 is 5 %); ≥ 0, ≤ 1. Default: 0.5 (0.2–0.8); assumption.
   */
  probability?: Quantity | null;
}

/** A benefit that cannot be counted in money. */
export interface Intangible {
  /** What it is. */
  label?: string | null;
  /** Who has it. Default: employee. */
  for?: 'employee' | 'team' | 'organisation' | 'society' | null;
}
