//! What the plan costs, and what comes back.

use super::bounds::{AT_LEAST_ZERO, SHARE, TO_TEN, TOTAL};
use crate::plan::declare::object;
use crate::plan::fields::Basis::{Assumption, Derived, Sourced};
use crate::plan::fields::{Field, Unit, number, standard};
use crate::plan::limits::{MAX_COSTS, MAX_SUBSIDIES, RESERVED_IDS};
use crate::plan::notation::item;
use crate::plan::number::default_input;
use crate::plan::reader::{Members, Reader, quoted};
use crate::plan::shape::{Kind, Member, Object};
use crate::plan::{Category, Choice, CostBasis, SubsidyBasis};
use crate::plan::{Code, Input, Node, Place};

object! {
    /// Who guides the circles, and at what cost.
    Facilitation "Facilitation" at "facilitation." {
        /// Share of facilitation hours that external facilitators give.
        number external_share: EXTERNAL_SHARE "externalShare" = number(Unit::Share, SHARE).uncertain()
            .default("0", None, Assumption, "");
        /// Labour cost of an internal facilitator.
        number internal_cost_per_hour: INTERNAL_COST_PER_HOUR "internalCostPerHour" = number(Unit::EurPerHour, AT_LEAST_ZERO).uncertain()
            .default_by_country(
            standard("48.20", Some(("35", "70")), Derived, "the default labour cost per hour (Eurostat 2024)"),
            standard("45.20", Some(("35", "70")), Derived, "the default labour cost per hour (Eurostat 2024)"));
        /// Rate of an external facilitator.
        number external_rate_per_hour: EXTERNAL_RATE_PER_HOUR "externalRatePerHour" = number(Unit::EurPerHour, AT_LEAST_ZERO).uncertain()
            .default("150", Some(("110", "220")), Sourced, "published facilitator rates (weak)");
    }
}

object! {
    /// A line of cost: `amount` times what `basis` counts.
    CostLine "CostLine" at "costs[]." {
        /// Unique among cost lines and subsidies, and none of the budget's own, like `contingency`.
        own_required id: String "id" = Kind::Id(&RESERVED_IDS) => Reader::cost_id;
        /// What to call it; its id when missing.
        own label: String "label" = Kind::Text => Reader::label;
        /// What it is for.
        choice category: Category "category" = Category::Other;
        /// What the amount is multiplied by.
        required_choice basis: CostBasis "basis" = CostBasis::Fixed;
        /// Price per unit of a cost line.
        own_required amount: Input "amount" = Kind::Number(const { &[&COST_AMOUNT, &EXTERNAL_TRAINING, &PLATFORM, &ROOMS] })
            => Reader::cost_amount;
        /// Whether it leaves the bank account; false when already on the payroll or owned.
        flag cash: bool "cash" = true;
    }
}

/// Price per unit of a cost line.
pub static COST_AMOUNT: Field = number(Unit::Eur, AT_LEAST_ZERO)
    .uncertain()
    .at("costs[].amount", "Price per unit of a cost line.");

/// A cost line of a plan that says nothing of its costs.
#[derive(Debug)]
pub struct DefaultCost {
    /// Its id and its label.
    pub id: &'static str,
    /// What it is for.
    pub category: Category,
    /// What the amount is multiplied by.
    pub basis: CostBasis,
    /// The default of its amount.
    pub amount: &'static Field,
}

/// The cost lines of a plan that says nothing of its costs.
pub static DEFAULT_COSTS: [DefaultCost; 3] = [
    DefaultCost {
        id: "external",
        category: Category::External,
        basis: CostBasis::PerFormalHour,
        amount: &EXTERNAL_TRAINING,
    },
    DefaultCost {
        id: "platform",
        category: Category::Platform,
        basis: CostBasis::PerParticipant,
        amount: &PLATFORM,
    },
    DefaultCost {
        id: "rooms",
        category: Category::Rooms,
        basis: CostBasis::PerSession,
        amount: &ROOMS,
    },
];

/// External training, per formal hour; only in the lines that stand in for missing `costs`.
pub static EXTERNAL_TRAINING: Field = number(Unit::Eur, AT_LEAST_ZERO)
    .uncertain()
    .default("35", Some(("15", "80")), Derived, "€74 per hour all in (2015), less absence")
    .at(
        "costs[].amount",
        "External training, per formal hour; only in the lines that stand in for missing `costs`.",
    );
/// Platform and AI, per participant; only in the lines that stand in for missing `costs`.
pub static PLATFORM: Field = number(Unit::Eur, AT_LEAST_ZERO)
    .uncertain()
    .default("60", Some(("15", "250")), Assumption, "")
    .at(
        "costs[].amount",
        "Platform and AI, per participant; only in the lines that stand in for missing `costs`.",
    );
/// Rooms, materials and Learning wall, per session; only in the lines that stand in for missing `costs`.
pub static ROOMS: Field = number(Unit::Eur, AT_LEAST_ZERO).uncertain()
            .default("50", Some(("0", "250")), Assumption, "")
    .at("costs[].amount", "Rooms, materials and Learning wall, per session; only in the lines that stand in for missing `costs`.");

object! {
    /// A subsidy in euros.
    Subsidy "AmountSubsidy" at "subsidies[]." {
        /// Unique among cost lines and subsidies, and none of the budget's own.
        own_required id: String "id" = Kind::Id(&RESERVED_IDS) => Reader::subsidy_id;
        /// What to call it; its id when missing.
        own label: String "label" = Kind::Text => Reader::label;
        /// In all, or per formal hour.
        own_required basis: SubsidyBasis "basis" = Kind::Choice(BASES.0, None) => Reader::subsidy_basis;
        /// Amount of a subsidy in euros, in all or per formal hour.
        own_required amount: Input "amount" = Kind::Number(const { &[&SUBSIDY_AMOUNT] }) => Reader::subsidy_amount;
        /// Ids of the cost lines that it refunds.
        own of: [Vec<usize>] "of" = Kind::Ids { least: 0, most: MAX_COSTS } => Reader::refunded_lines;
        /// The highest amount of a subsidy.
        optional cap: SUBSIDY_CAP "cap" = number(Unit::Eur, AT_LEAST_ZERO).total();
    }
}

/// The choices of a subsidy that is an amount, and of one that is a share.
const BASES: (&[&str], &[&str]) = SubsidyBasis::NAMES.split_at(2);

/// The same object when its basis is a share.
pub(super) static SHARE_SUBSIDY: Object = Object {
    name: "ShareSubsidy",
    about: "A subsidy of a part of cost lines.",
    members: &[
        Member::new(
            "id",
            Kind::Id(&RESERVED_IDS),
            "Unique among cost lines and subsidies, and none of the budget's own.",
        )
        .required(),
        Member::new("label", Kind::Text, "What to call it; its id when missing."),
        Member::new("basis", Kind::Choice(BASES.1, None), "A share of the lines in `of`.")
            .required(),
        Member::new("amount", Kind::Number(const { &[&SUBSIDY_SHARE] }), "").required(),
        Member::new(
            "of",
            Kind::Ids { least: 1, most: MAX_COSTS },
            "Ids of the cost lines that it refunds, at least one.",
        )
        .required(),
        Member::new("cap", Kind::Number(const { &[&SUBSIDY_CAP] }), ""),
    ],
};

/// Amount of a subsidy in euros, in all or per formal hour.
pub static SUBSIDY_AMOUNT: Field = number(Unit::Eur, AT_LEAST_ZERO)
    .uncertain()
    .at("subsidies[].amount", "Amount of a subsidy in euros, in all or per formal hour.");
/// Amount of a subsidy as a share of cost lines.
pub static SUBSIDY_SHARE: Field = number(Unit::Share, SHARE)
    .uncertain()
    .at("subsidies[].amount", "Amount of a subsidy as a share of cost lines.");

object! {
    /// Budget settings.
    Budget "BudgetSettings" at "budget." {
        /// The cash budget that is available; missing when not set yet.
        optional available: AVAILABLE "available" = number(Unit::Eur, TOTAL).total();
        /// Share of a budget that such organisations really spend.
        number spend_rate: SPEND_RATE "spendRate" = number(Unit::Share, TO_TEN).uncertain()
            .default("0.75", Some(("0.55", "0.96")), Sourced, "AWVN 2023: 55 %; Berenschot: 82–96 %");
        /// Reserve on cash cost lines and external facilitation.
        number contingency: CONTINGENCY "contingency" = number(Unit::Share, SHARE).uncertain()
            .default("0.05", Some(("0", "0.10")), Assumption, "");
        /// Levy for a training fund, as a share of payroll.
        number training_fund_levy: TRAINING_FUND_LEVY "trainingFundLevy" = number(Unit::Share, SHARE).uncertain()
            .default("0", None, Assumption, "");
        /// Total labour cost; missing when it follows from the groups.
        optional payroll: PAYROLL "payroll" = number(Unit::Eur, TOTAL).total();
    }
}

impl Reader {
    pub(in crate::plan) fn costs(&mut self, document: &Members) -> Vec<CostLine> {
        if self.is_left_out(document, "costs") {
            return self.default_costs();
        }
        self.ids.clear();
        let items = self.items(document, "costs", MAX_COSTS);
        items.iter().map(|(place, members)| self.whole(members, *place, None)).collect()
    }

    fn default_costs(&self) -> Vec<CostLine> {
        let lines = DEFAULT_COSTS.iter().enumerate();
        let lines = lines.map(|(i, line)| CostLine {
            id: line.id.to_owned(),
            label: line.id.to_owned(),
            category: line.category,
            basis: line.basis,
            amount: default_input(line.amount, self.country, Place::Item(i)),
            cash: true,
        });
        lines.collect()
    }

    pub(in crate::plan) fn subsidies(
        &mut self,
        document: &Members,
        costs: &[CostLine],
    ) -> Vec<Subsidy> {
        self.known_ids = costs.iter().map(|line| line.id.clone()).collect();
        self.ids = self.known_ids.iter().cloned().collect();
        let items = self.items(document, "subsidies", MAX_SUBSIDIES);
        items.iter().map(|(place, members)| self.whole(members, *place, None)).collect()
    }

    fn cost_id(&mut self, line: &Members, _: Place) -> String {
        self.line_id(line, "\"courses\"")
    }

    fn cost_amount(&mut self, line: &Members, place: Place) -> Input {
        self.number(line, &COST_AMOUNT, place, None)
    }

    fn subsidy_id(&mut self, subsidy: &Members, _: Place) -> String {
        self.line_id(subsidy, "\"subsidy\"")
    }

    fn subsidy_basis(&mut self, subsidy: &Members, _: Place) -> SubsidyBasis {
        self.required_choice(subsidy, "basis").unwrap_or(SubsidyBasis::Fixed) // refused without one
    }

    fn subsidy_amount(&mut self, subsidy: &Members, place: Place) -> Input {
        let amount = if is_share(subsidy) { &SUBSIDY_SHARE } else { &SUBSIDY_AMOUNT };
        self.number(subsidy, amount, place, None)
    }

    fn refunded_lines(&mut self, subsidy: &Members, _: Place) -> Vec<usize> {
        let (path, costs) = (subsidy.at("of"), std::mem::take(&mut self.known_ids));
        let list = self.list(subsidy, "of", MAX_COSTS);
        let is_list = subsidy.get("of").is_none_or(|node| matches!(node, Node::List(_)));
        if is_share(subsidy) && list.is_empty() && is_list {
            let example = costs.first().map_or("courses", String::as_str);
            self.missing(path.clone(), &format!("[\"{example}\"]"));
        }
        let lines_and_subsidies = std::mem::take(&mut self.ids);
        let mut lines = Vec::with_capacity(list.len());
        for (j, node) in list.iter().enumerate() {
            let path = item(&path, j);
            let id = self.id(node, &path);
            self.unique(&id, &path);
            match costs.iter().position(|line| *line == id) {
                Some(line) => lines.push(line),
                None if id.is_empty() => {}
                None => {
                    let message = format!("there is no cost line \"{id}\"");
                    let error = self.refuse(path, Code::UnknownId, message).value(&id);
                    if let Some(line) = costs.first() {
                        error.example(&quoted(line));
                    }
                }
            }
        }
        (self.known_ids, self.ids) = (costs, lines_and_subsidies);
        lines
    }

    /// The id of a cost line or subsidy, which share their names with the lines that the model makes.
    fn line_id(&mut self, members: &Members, example: &str) -> String {
        let path = members.at("id");
        let id = self.required_id(members, example);
        let reserved = |name: &&str| {
            if name.ends_with(':') { id.starts_with(*name) } else { id == **name }
        };
        if RESERVED_IDS.iter().any(reserved) {
            let message = format!("\"{id}\" is the name of a line that the budget makes itself");
            let example = format!("\"own-{id}\"");
            self.refuse(path, Code::ReservedId, message).value(&id).example(&example);
        } else {
            self.unique(&id, &path);
        }
        id
    }
}

fn is_share(subsidy: &Members) -> bool {
    let basis = SubsidyBasis::Share.as_str();
    matches!(subsidy.get("basis"), Some(Node::Text(text)) if text == basis)
}
