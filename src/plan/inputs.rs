//! Every number of a plan, one after the other.

use super::{Input, Plan};

impl Plan {
    /// Visits every number of the plan, in the order of the document.
    ///
    /// A group that has no own value for a field of `learning` holds the plan's: that input is met
    /// once for the plan and once for each such group, with the same path.
    ///
    /// The struct is taken apart without `..`, so that a new object cannot be forgotten here.
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
        calendar.inputs_mut(visit);
        groups.inputs_mut(visit);
        learning.inputs_mut(visit);
        prof_circles.inputs_mut(visit);
        facilitation.inputs_mut(visit);
        costs.inputs_mut(visit);
        subsidies.inputs_mut(visit);
        budget.inputs_mut(visit);
        value.inputs_mut(visit);
    }
}

/// What may hold numbers of the plan.
pub trait Inputs {
    /// Visits every number in it, in the order of the document.
    fn inputs_mut<'p>(&'p mut self, visit: &mut dyn FnMut(&'p mut Input));
}

impl Inputs for Input {
    fn inputs_mut<'p>(&'p mut self, visit: &mut dyn FnMut(&'p mut Input)) {
        visit(self);
    }
}

impl<T: Inputs> Inputs for Option<T> {
    fn inputs_mut<'p>(&'p mut self, visit: &mut dyn FnMut(&'p mut Input)) {
        for inner in self.iter_mut() {
            inner.inputs_mut(visit);
        }
    }
}

impl<T: Inputs> Inputs for Vec<T> {
    fn inputs_mut<'p>(&'p mut self, visit: &mut dyn FnMut(&'p mut Input)) {
        for inner in self.iter_mut() {
            inner.inputs_mut(visit);
        }
    }
}

/// What holds no numbers.
macro_rules! without_inputs {
    ($($Type:ty),*) => {$(
        impl Inputs for $Type {
            fn inputs_mut<'p>(&'p mut self, _: &mut dyn FnMut(&'p mut Input)) {}
        }
    )*};
}

without_inputs!(
    bool,
    usize,
    String,
    super::Composition,
    super::Category,
    super::CostBasis,
    super::SubsidyBasis,
    super::BenefitKind,
    super::Beneficiary
);

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
