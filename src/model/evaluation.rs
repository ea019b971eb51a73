//! The result of [`evaluate`](super::evaluate), with the names that programs read.
//!
//! Money is in euros. A ratio whose divisor is zero is `None` (`null`), never 0.

use serde::Serialize;

use crate::plan::{Intangible, Warning};

/// Everything that follows from a plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Evaluation {
    /// Learning time per employee (indicators 5 and 6).
    pub learning_time: LearningTime,
    /// Number of Prof circles and their meetings (indicator 4).
    pub prof_circles: ProfCircles,
    /// The L&O budget: cash and full cost.
    pub budget: Budget,
    /// Return on Value, break-even first.
    pub value: Value,
    /// What the owner of the plan should look at.
    pub warnings: Vec<Warning>,
    /// Leaf paths of the inputs that rest on a default; a list filled whole is one entry.
    pub defaults_used: Vec<String>,
}

/// Hours of learning in a year.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LearningTime {
    /// People who take part in explicit learning.
    pub participants: u64,
    /// Hours of all groups and components.
    pub total_hours: f64,
    /// The same, by component.
    pub by_component: ByComponent<f64>,
    /// Hours per employee; all heads, also those who do not take part.
    pub hours_per_employee: Option<f64>,
    /// Hours per participant.
    pub hours_per_participant: Option<f64>,
    /// Hours per FTE.
    pub hours_per_fte: Option<f64>,
    /// Training days per FTE.
    pub days_per_fte: Option<f64>,
    /// Share of effective working hours, 0..1.
    pub share_of_working_time: Option<f64>,
    /// Minutes per FTE per effective week.
    pub minutes_per_week_per_fte: Option<f64>,
    /// Each component as a share of learning time, 0..1.
    pub share_by_component: ByComponent<Option<f64>>,
    /// Formal training as a share of learning time, 0..1.
    pub formal_share: Option<f64>,
    /// Equity: the lowest hours per employee of a group divided by the highest.
    pub lowest_to_highest: Option<f64>,
    /// The same figures for every group, in plan order.
    pub groups: Vec<GroupLearningTime>,
}

/// One number for each component of learning.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ByComponent<T> {
    /// Vitale Weekcycli.
    pub week_cycles: T,
    /// Prof circles: sessions and their preparation.
    pub prof_circles: T,
    /// Prof tracks.
    pub prof_track: T,
    /// Formal training (deskundigheidsbevordering).
    pub formal: T,
    /// Talent-development talks, the employee's side.
    pub development_talks: T,
}

/// Hours of learning of one group.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GroupLearningTime {
    /// The group's id.
    pub id: String,
    /// People of the group who take part.
    pub participants: u64,
    /// Hours of all components.
    pub total_hours: f64,
    /// The same, by component.
    pub by_component: ByComponent<f64>,
    /// Hours per employee of the group.
    pub hours_per_employee: Option<f64>,
    /// Hours per FTE of the group.
    pub hours_per_fte: Option<f64>,
    /// Share of the group's effective working hours, 0..1.
    pub share_of_working_time: Option<f64>,
}

/// Prof circles and what they ask of facilitators and leaders.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProfCircles {
    /// Number of circles.
    pub circles: u64,
    /// How many circles of which size, largest first.
    pub sizes: Vec<CircleSize>,
    /// Whether every size lies between the minimum and the maximum.
    pub feasible: bool,
    /// Meetings in a year, of all circles together.
    pub sessions: u64,
    /// Meetings per effective week.
    pub sessions_per_week: f64,
    /// Hours that facilitators give, preparation included.
    pub facilitator_hours: f64,
    /// The same in FTE.
    pub facilitator_fte: f64,
    /// Facilitators needed.
    pub facilitators: u64,
    /// Circles that each leader sits in; `None` when leaders are not known or there are none.
    pub circles_per_leader: Option<f64>,
    /// Circles of each group; empty when circles are mixed.
    pub groups: Vec<GroupCircles>,
}

/// A number of circles of one size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CircleSize {
    /// Participants in the circle.
    pub size: u64,
    /// How many such circles.
    pub count: u64,
}

/// Prof circles of one group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupCircles {
    /// The group's id.
    pub id: String,
    /// Number of circles.
    pub circles: u64,
    /// How many circles of which size, largest first.
    pub sizes: Vec<CircleSize>,
    /// Whether every size lies between the minimum and the maximum.
    pub feasible: bool,
}

/// The L&O budget.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Budget {
    /// Every line, rounded to the cent.
    pub lines: Vec<Line>,
    /// What leaves the bank account: "het budget". €, exact cents.
    pub cash: f64,
    /// Cash and non-cash lines, less the participant time whose shift is covered. €, exact cents.
    pub full: f64,
    /// The cost as the Belgian social balance counts it. €, exact cents.
    pub reported: f64,
    /// The three per employee, in €.
    pub per_employee: Views<Option<f64>>,
    /// The three per participant, in €.
    pub per_participant: Views<Option<f64>>,
    /// The three per FTE, in €.
    pub per_fte: Views<Option<f64>>,
    /// The three as a share of payroll, 0..1.
    pub share_of_payroll: Views<Option<f64>>,
    /// Total labour cost with employer charges, given or derived, in €.
    pub payroll: f64,
    /// Reported participant time as a share of the reported cost, 0..1.
    pub participant_time_share: Option<f64>,
    /// The cash budget that is available, in €; `None` when not set.
    pub available: Option<f64>,
    /// `available − cash`, in €; negative when the plan costs more.
    pub gap: Option<f64>,
    /// What such organisations really spend of this cash budget, in €.
    pub expected_spend: f64,
    /// `cash − expectedSpend`, in €.
    pub expected_underspend: f64,
    /// What the plan would give in the Belgian social balance; `None` for the Netherlands.
    pub social_balance: Option<SocialBalance>,
}

/// An estimate of the training rubrics of the Belgian social balance, women and men together.
///
/// To be checked against the official form. Talks are in neither kind.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct SocialBalance {
    /// Formal training: rubrics 5801–5803 and 5811–5813.
    pub formal: Training,
    /// Week cycles, Prof circles and Prof tracks: rubrics 5821–5823 and 5831–5833.
    pub informal: Training,
}

/// One kind of training in the social balance.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Training {
    /// People who follow some of it; never to be added to those of the other kind.
    pub participants: u64,
    /// Hours.
    pub hours: f64,
    /// Participant time and what else it costs, in €, exact cents.
    pub gross_cost: f64,
    /// Paid to training funds, in €, exact cents.
    pub contributions: f64,
    /// Received, in €, exact cents.
    pub subsidies: f64,
    /// `grossCost + contributions − subsidies`, in €, exact cents.
    pub net_cost: f64,
}

/// One budget line: `quantity × unitPrice = amount` before rounding.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// Like `participant-time:g1`, or the cost line's or subsidy's own id.
    pub id: String,
    /// What to call it: the plan's own label, the group's name, or the id.
    pub label: String,
    /// `participant-time`, `talk-leaders`, `replacement`, `margin`, `facilitation`, `contingency`,
    /// `levy`, `subsidy`, or the cost line's own category.
    pub category: &'static str,
    /// The group's id, for lines of one group.
    pub group: Option<String>,
    /// How much of `unit`.
    pub quantity: f64,
    /// `h`, `person`, `fte`, `session`, `circle`, `euro` or `fixed`.
    pub unit: &'static str,
    /// € per unit; negative for subsidies.
    pub unit_price: f64,
    /// €, exact cents.
    pub amount: f64,
    /// Whether it leaves the bank account.
    pub cash: bool,
}

/// One figure in the three views of cost.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Views<T> {
    /// Of the cash budget.
    pub cash: T,
    /// Of the full cost.
    pub full: T,
    /// Of the reported cost.
    pub reported: T,
}

/// Return on Value over the horizon.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Value {
    /// Present value of all benefits, in €.
    pub pv_value: f64,
    /// Present value of the full cost, in €.
    pub pv_cost: f64,
    /// `pvValue − pvCost`, in €.
    pub net: f64,
    /// `net / pvCost`; 2 is a return of 200 %.
    pub rov: Option<f64>,
    /// `pvValue / pvCost`.
    pub bcr: Option<f64>,
    /// First month in which the discounted value so far reaches the whole discounted cost.
    pub payback_month: Option<u32>,
    /// The productivity uplift at which the net value is 0; a share, 0.05 is 5 %.
    pub break_even_uplift: Option<f64>,
    /// What doing nothing costs over the horizon, in €; never part of the value.
    pub inaction_cost: f64,
    /// Cost and value by month.
    pub months: Vec<Month>,
    /// Present value of each benefit.
    pub benefits: Vec<BenefitValue>,
    /// What a participant puts in and gets.
    pub employee: Employee,
}

/// The employee side, per participant and year; the days of legal right are part of the rules check.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Employee {
    /// Hours of learning of a participant.
    pub hours: Option<f64>,
    /// The same in training days.
    pub days: Option<f64>,
    /// The same as a share of the participant's effective working hours, 0..1.
    pub share_of_working_time: Option<f64>,
    /// What cannot be counted in money; listed, never summed.
    pub intangibles: Vec<Intangible>,
}

/// One month of cost and value.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Month {
    /// 1 is the first month of the plan year.
    pub month: u32,
    /// Cost of this month, not discounted, in €.
    pub cost: f64,
    /// Value of this month, not discounted, in €.
    pub value: f64,
    /// Discounted cost up to and with this month, in €.
    pub cumulative_cost: f64,
    /// Discounted value up to and with this month, in €.
    pub cumulative_value: f64,
}

/// Present value of one benefit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BenefitValue {
    /// The benefit's id.
    pub id: String,
    /// Its present value, in €.
    pub pv: f64,
}
