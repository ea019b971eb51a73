//! Every number of a plan, one after the other.

use super::{
    Benefit, BenefitKind, Budget, Calendar, CostLine, Facilitation, Group, Inaction, Input,
    Learning, Plan, ProfCircles, Subsidy, Value,
};

impl Plan {
    /// Visits every number of the plan, in the order of the document.
    ///
    /// A group that has no own value for a field of `learning` holds the plan's: that input is met
    /// once for the plan and once for each such group, with the same path.
    ///
    /// Structs are taken apart without `..`, so that a new field cannot be forgotten here.
    pub fn inputs_mut<'p>(&'p mut self, visit: &mut dyn FnMut(&'p mut Input)) {
        let Self {
            title: _,
            organisation: _,
            year: _,
            country: _,
            sector: _,
            calendar,
            groups,
            learning,
            prof_circles,
            facilitation,
            costs,
            subsidies,
            budget,
            value,
            defaults_used: _,
            warnings: _,
        } = self;
        let Calendar { full_time_hours_per_week, hours_per_day, effective_weeks, sickness_rate } =
            calendar;
        [full_time_hours_per_week, hours_per_day, effective_weeks, sickness_rate]
            .into_iter()
            .for_each(&mut *visit);
        for group in groups {
            group.inputs_mut(visit);
        }
        learning.inputs_mut(visit);
        prof_circles.inputs_mut(visit);
        let Facilitation { external_share, internal_cost_per_hour, external_rate_per_hour } =
            facilitation;
        [external_share, internal_cost_per_hour, external_rate_per_hour]
            .into_iter()
            .for_each(&mut *visit);
        for CostLine { id: _, label: _, category: _, basis: _, amount, cash: _ } in costs {
            visit(amount);
        }
        for Subsidy { id: _, label: _, basis: _, amount, of: _, cap } in subsidies {
            visit(amount);
            cap.iter_mut().for_each(&mut *visit);
        }
        let Budget { available, spend_rate, contingency, training_fund_levy, payroll } = budget;
        available.iter_mut().for_each(&mut *visit);
        [spend_rate, contingency, training_fund_levy].into_iter().for_each(&mut *visit);
        payroll.iter_mut().for_each(&mut *visit);
        let Value { horizon_years, discount_rate, benefits, inaction, intangibles: _ } = value;
        [horizon_years, discount_rate].into_iter().for_each(&mut *visit);
        for benefit in benefits {
            benefit.inputs_mut(visit);
        }
        let Inaction { skill_half_life_years, sensitivity, probability } = inaction;
        [skill_half_life_years, sensitivity, probability].into_iter().for_each(visit);
    }
}

impl Group {
    /// Visits every number of the group; those of learning that it has not itself are the plan's.
    pub(crate) fn inputs_mut<'p>(&'p mut self, visit: &mut dyn FnMut(&'p mut Input)) {
        let Self {
            id: _,
            name: _,
            headcount,
            fte,
            leaders,
            labour_cost_per_hour,
            participation,
            replacement_share,
            replacement_cost_factor,
            billable_share,
            billable_margin_per_hour,
            learning,
        } = self;
        [headcount, fte].into_iter().for_each(&mut *visit);
        leaders.iter_mut().for_each(&mut *visit);
        [
            labour_cost_per_hour,
            participation,
            replacement_share,
            replacement_cost_factor,
            billable_share,
            billable_margin_per_hour,
        ]
        .into_iter()
        .for_each(&mut *visit);
        learning.inputs_mut(visit);
    }
}

impl Learning {
    fn inputs_mut<'p>(&'p mut self, visit: &mut dyn FnMut(&'p mut Input)) {
        let Self {
            week_cycles_count,
            week_cycles_minutes,
            week_cycles_pro_rata: _,
            prof_track_hours,
            prof_track_pro_rata: _,
            formal_hours,
            formal_fixed_hours,
            formal_pro_rata: _,
            development_talks_hours,
        } = self;
        [
            week_cycles_count,
            week_cycles_minutes,
            prof_track_hours,
            formal_hours,
            formal_fixed_hours,
            development_talks_hours,
        ]
        .into_iter()
        .for_each(visit);
    }
}

impl ProfCircles {
    fn inputs_mut<'p>(&'p mut self, visit: &mut dyn FnMut(&'p mut Input)) {
        let Self {
            composition: _,
            target_size,
            min_size,
            max_size,
            sessions,
            session_hours,
            preparation_hours,
            facilitators_per_circle,
            facilitator_preparation_hours,
            facilitator_capacity_hours,
            leaders_per_circle,
            max_circles_per_leader,
        } = self;
        [
            target_size,
            min_size,
            max_size,
            sessions,
            session_hours,
            preparation_hours,
            facilitators_per_circle,
            facilitator_preparation_hours,
            facilitator_capacity_hours,
            leaders_per_circle,
            max_circles_per_leader,
        ]
        .into_iter()
        .for_each(visit);
    }
}

impl Benefit {
    fn inputs_mut<'p>(&'p mut self, visit: &mut dyn FnMut(&'p mut Input)) {
        let Self { id: _, label: _, kind, lag_months, attribution, confidence } = self;
        let half_life = match kind {
            BenefitKind::Productivity { uplift, half_life_months } => {
                visit(uplift);
                half_life_months.as_mut()
            }
            BenefitKind::Retention { turnover, relative_reduction, replacement_cost_share } => {
                [turnover, relative_reduction, replacement_cost_share]
                    .into_iter()
                    .for_each(&mut *visit);
                None
            }
            BenefitKind::Custom { annual_value, half_life_months } => {
                visit(annual_value);
                half_life_months.as_mut()
            }
        };
        visit(lag_months);
        half_life.into_iter().for_each(&mut *visit);
        [attribution, confidence].into_iter().for_each(visit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Document;

    #[test]
    fn the_inputs_stand_in_the_order_of_the_document() {
        let text = r#"{ "schemaVersion": 1, "year": 2027, "country": "BE",
            "groups": [{ "headcount": 3, "fte": 2 }, { "headcount": 5, "fte": 5, "leaders": 1,
                         "learning": { "formal": { "hours": 8 } } }],
            "subsidies": [{ "id": "s", "basis": "fixed", "amount": 1, "cap": 2 }],
            "budget": { "available": 1 },
            "value": { "benefits": [{ "id": "b", "kind": "custom", "halfLifeMonths": 9 }] } }"#;
        let mut plan = Plan::read(&Document::parse(text).unwrap()).unwrap();
        let mut paths = Vec::new();
        plan.inputs_mut(&mut |input| paths.push(input.path()));
        assert_eq!(paths.first().unwrap(), "calendar.fullTimeHoursPerWeek");
        assert_eq!(paths.last().unwrap(), "value.inaction.probability");
        let count = |path: &str| paths.iter().filter(|found| *found == path).count();
        // The plan's own, and that of the first group, which holds it.
        assert_eq!(count("learning.formal.hours"), 2);
        assert_eq!(count("groups[1].learning.formal.hours"), 1);
        assert_eq!(count("groups[1].leaders"), 1);
        assert_eq!(count("subsidies[0].cap"), 1);
        assert_eq!(count("value.benefits[0].halfLifeMonths"), 1);
        assert_eq!(paths.len(), 4 + 14 + 15 + 6 + 11 + 3 + 3 + 2 + 4 + 2 + 5 + 3);
    }
}
