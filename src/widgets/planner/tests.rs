//! What a person types, and what they see.

use super::Planner;
use super::state::List;
use crate::Document;
use crate::widgets::Element;

/// Twenty people, sixteen FTE in Belgium, everything else a default.
fn small() -> Planner {
    let mut planner = Planner::new("BE", 2027);
    planner.enter("groups:1.headcount", "20");
    planner.enter("groups:1.fte", "16");
    planner
}

fn card<'a>(view: &'a Element, name: &str) -> &'a Element {
    view.find("data-card", name).unwrap()
}

#[test]
fn print() {
    for figure in ["learningTime.hoursPerEmployee", "budget.cash", "value.breakEvenUplift"] {
        let mut planner = small();
        planner.press("why", figure, 0);
        println!("{:.1500}\n", planner.view().find("class", "derivation").unwrap().text());
    }
}
