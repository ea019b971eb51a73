//! The parts of the file that hold figures, and the warnings.

use super::sheet::{Amount, Cell, EURO, Empty, Number, Price, Quantity, Share, Sheet, Text, maybe};
use crate::invariant::broken;
use crate::model::MODEL;
use crate::model::evaluation::{ByComponent, CircleSize, Evaluation, Line, LineUnit};
use crate::plan::{Country, Plan};
use crate::text::errors::{Subject, warning};
use crate::text::lines::{benefit_name, line_kind, line_unit};
use crate::text::{Phrase, Word, list};

impl Sheet<'_> {
    pub(super) fn about(&mut self, date: &str) {
        let plan = self.plan;
        let country = match plan.country {
            Country::Be => Word::Belgium,
            Country::Nl => Word::Netherlands,
        };
        // With a letter, so that no spreadsheet takes it for a date.
        let model = format!("v{MODEL}");
        for &(name, value) in &[
            (Word::Title, Text(&plan.title)),
            (Word::OrganisationName, Text(&plan.organisation)),
            (Word::Country, Cell::Word(country)),
            (Word::Year, Number(plan.year.into())),
            (Word::ModelVersion, Text(&model)),
        ] {
            self.row(&[Cell::Word(name), value]);
        }
        if !date.is_empty() {
            self.row(&[Cell::Word(Word::Date), Text(date)]);
        }
    }

    pub(super) fn headlines(&mut self, e: &Evaluation) {
        self.title(Word::KeyFigures);
        self.figures();
        self.number(Word::HoursPerEmployee, e.learning_time.hours_per_employee, Word::Hours);
        self.number(Word::CircleCount, Some(e.prof_circles.circles as f64), Word::Circles);
        self.euros(Word::CashBudget, Some(e.budget.cash));
        self.euros(Word::FullCost, Some(e.budget.full));
        self.share(Word::BreakEven, e.value.break_even_uplift);
    }

    pub(super) fn budget(&mut self, e: &Evaluation) {
        let (budget, plan) = (&e.budget, self.plan);
        self.title(Word::LinesTitle);
        self.headings(&[Word::Group, Word::LineLabel, Word::Quantity, Word::UnitTitle]);
        self.heading(Word::UnitPrice, "€");
        self.heading(Word::CostAmount, "€");
        self.words(&[Word::CostCash]);
        let cents = |amount: f64| (amount * 100.0).round();
        let (mut other, mut place) = (0.0, 0);
        for line in &budget.lines {
            if !line.cash {
                other += cents(line.amount);
            }
            if line.amount != 0.0 {
                let mut group = String::new();
                if let Some(id) = &line.group {
                    place = place_of(plan, id, place);
                    group = self.group_name(place);
                }
                let is_money = line.unit == LineUnit::Euro;
                let quantity = if is_money { Amount } else { Quantity }(line.quantity);
                self.row(&[
                    Text(&group),
                    Text(line_kind(self.locale, line)),
                    quantity,
                    unit(line),
                    Price(line.unit_price),
                    Amount(line.amount),
                    Cell::Word(if line.cash { Word::Yes } else { Word::No }),
                ]);
            }
        }
        let covered = cents(budget.full) - cents(budget.cash) - other;
        for &(name, amount) in &[
            (Word::CashBudget, budget.cash),
            (Word::OtherLines, other / 100.0),
            (Word::CoveredTime, covered / 100.0),
            (Word::FullCost, budget.full),
        ] {
            self.row(&[Empty, Cell::Word(name), Empty, Empty, Empty, Amount(amount)]);
        }
        self.title(Word::Budget);
        self.figures();
        self.euros(Word::Available, budget.available);
        self.euros(Word::Gap, budget.gap);
        self.euros(Word::ExpectedSpend, Some(budget.expected_spend));
        self.euros(Word::ExpectedUnderspend, Some(budget.expected_underspend));
        self.euros(Word::Payroll, Some(budget.payroll));
        self.share(Word::CashOfPayroll, budget.share_of_payroll.cash);
        self.share(Word::FullOfPayroll, budget.share_of_payroll.full);
        self.euros(Word::CashPerEmployee, budget.per_employee.cash);
        self.euros(Word::FullPerEmployee, budget.per_employee.full);
        self.euros(Word::CashPerParticipant, budget.per_participant.cash);
        self.euros(Word::FullPerParticipant, budget.per_participant.full);
        self.euros(Word::CashPerFte, budget.per_fte.cash);
        self.euros(Word::FullPerFte, budget.per_fte.full);
        self.euros(Word::Reported, Some(budget.reported));
    }

    pub(super) fn time(&mut self, e: &Evaluation) {
        let time = &e.learning_time;
        self.title(Word::ByComponent);
        self.headings(&[
            Word::Group,
            Word::ParticipantCount,
            Word::WeekCycles,
            Word::ProfCircles,
            Word::ProfTrack,
            Word::Formal,
            Word::Talks,
            Word::Total,
            Word::HoursPerEmployee,
            Word::HoursPerFte,
        ]);
        self.heading(Word::ShareOfWorkingTime, "%");
        self.end();
        for (place, group) in time.groups.iter().enumerate() {
            let name = self.group_name(place);
            self.hours(Text(&name), group.participants, &group.by_component, group.total_hours);
            self.each(group.hours_per_employee, group.hours_per_fte, group.share_of_working_time);
        }
        self.hours(
            Cell::Word(Word::Total),
            time.participants,
            &time.by_component,
            time.total_hours,
        );
        self.each(time.hours_per_employee, time.hours_per_fte, time.share_of_working_time);
        self.title(Word::LearningTime);
        self.figures();
        self.number(Word::HoursPerParticipant, time.hours_per_participant, Word::Hours);
        self.number(Word::DaysPerFte, time.days_per_fte, Word::Days);
        self.number(Word::MinutesPerWeek, time.minutes_per_week_per_fte, Word::Minutes);
        self.share(Word::FormalShare, time.formal_share);
        self.share(Word::LowestToHighest, time.lowest_to_highest);
    }

    /// The first cells of a row with learning time.
    pub(super) fn hours(
        &mut self,
        name: Cell,
        participants: u64,
        hours: &ByComponent<f64>,
        total: f64,
    ) {
        for &cell in &[
            name,
            Number(participants as f64),
            Number(hours.week_cycles),
            Number(hours.prof_circles),
            Number(hours.prof_track),
            Number(hours.formal),
            Number(hours.development_talks),
            Number(total),
        ] {
            self.cell(cell);
        }
    }

    /// The other cells of such a row.
    pub(super) fn each(&mut self, employee: Option<f64>, fte: Option<f64>, share: Option<f64>) {
        self.row(&[maybe(employee, Number), maybe(fte, Number), maybe(share, Share)]);
    }

    pub(super) fn circles(&mut self, e: &Evaluation) {
        let circles = &e.prof_circles;
        self.title(Word::CirclesTitle);
        self.figures();
        self.number(Word::CircleCount, Some(circles.circles as f64), Word::Circles);
        self.number(Word::SessionCount, Some(circles.sessions as f64), Word::Meetings);
        self.number(Word::PerWeekTitle, Some(circles.sessions_per_week), Word::Meetings);
        self.number(Word::FacilitatorHours, Some(circles.facilitator_hours), Word::Hours);
        self.number(Word::FacilitatorFte, Some(circles.facilitator_fte), Word::FteUnit);
        self.number(Word::FacilitatorCount, Some(circles.facilitators as f64), Word::Persons);
        self.number(Word::CirclesPerLeader, circles.circles_per_leader, Word::Circles);
        self.end();
        self.words(&[Word::Group, Word::SizeTitle, Word::SizeCount]);
        if circles.groups.is_empty() {
            self.sizes("", &circles.sizes);
        }
        for (place, group) in circles.groups.iter().enumerate() {
            let name = self.group_name(place);
            self.sizes(&name, &group.sizes);
        }
    }

    pub(super) fn sizes(&mut self, group: &str, sizes: &[CircleSize]) {
        for size in sizes {
            self.row(&[Text(group), Number(size.size as f64), Number(size.count as f64)]);
        }
    }

    pub(super) fn value(&mut self, e: &Evaluation) {
        let (value, locale, plan) = (&e.value, self.locale, self.plan);
        self.title(Word::ValueTitle);
        self.figures();
        for (benefit, named) in value.benefits.iter().zip(&plan.value.benefits) {
            let name = benefit_name(locale, named.id(), named.label());
            let name = locale.say(Phrase::OfGroup(locale.word(Word::BenefitValue), name));
            self.row(&[Text(&name), Amount(benefit.pv), EURO]);
        }
        self.euros(Word::PresentValue, Some(value.pv_value));
        self.euros(Word::PresentCost, Some(value.pv_cost));
        self.euros(Word::NetValue, Some(value.net));
        self.share(Word::ReturnOnValue, value.rov);
        self.row(&[Cell::Word(Word::BenefitCostRatio), maybe(value.bcr, Number)]);
        self.share(Word::BreakEven, value.break_even_uplift);
        self.number(Word::Payback, value.payback_month.map(f64::from), Word::Months);
        self.euros(Word::Inaction, Some(value.inaction_cost));
    }

    pub(super) fn warnings(&mut self, e: &Evaluation) {
        if e.warnings.is_empty() {
            return;
        }
        let locale = self.locale;
        self.title(Word::WarningsTitle);
        let circles = &e.prof_circles;
        let whole = |n: u64| locale.number(n as f64, 0);
        let mut sizes = String::new();
        for size in &circles.sizes {
            let of_size = locale.say(Phrase::CirclesOf(&whole(size.count), &whole(size.size)));
            list(&mut sizes, ", ", &of_size);
        }
        let per_leader =
            circles.circles_per_leader.map_or_else(String::new, |n| locale.number(n, 1));
        for about in &e.warnings {
            let mut group = String::new();
            if let Some(place) = about.group() {
                group = self.group_name(place);
            }
            let subject = Subject { group: &group, sizes: &sizes, circles_per_leader: &per_leader };
            self.row(&[Text(&warning(locale, about, subject))]);
        }
    }
}

/// What the quantity of a budget line counts.
fn unit(line: &Line) -> Cell<'static> {
    match line.unit {
        LineUnit::Euro => EURO,
        unit => line_unit(unit).map_or(Empty, Cell::Word),
    }
}

/// The place of the group with an id, looked for from the place `from` on and then before it: lines
/// mostly follow the order of the groups.
fn place_of(plan: &Plan, id: &str, from: usize) -> usize {
    let is_it = |place: &usize| plan.groups.get(*place).is_some_and(|group| group.id == id);
    (from..plan.groups.len())
        .chain(0..from)
        .find(is_it)
        .unwrap_or_else(|| broken("a line is of a group of the plan"))
}
