//! What the plan yields.

use serde::Serialize;

use super::bounds::{ABOVE_ZERO, AT_LEAST_ZERO, SHARE, TO_TEN, TOTAL, whole};
use crate::plan::declare::object;
use crate::plan::fields::Basis::{Assumption, Derived, Sourced};
use crate::plan::fields::{Field, Unit, number, standard};
use crate::plan::inputs::Inputs;
use crate::plan::limits::{MAX_BENEFITS, MAX_INTANGIBLES};
use crate::plan::reader::{Members, Reader};
use crate::plan::shape::{Kind, List, Member, Object};
use crate::plan::{Beneficiary, BenefitKind, Choice, Country};
use crate::plan::{Input, Node, Place};

const PHILLIPS: &str = "the method is Phillips'; the value is ours";
const CAUSAL: &str = "research and turnover figures are already causal: no haircut";
const SEED_LAG: &str = "the article on the annual learning plan: results \"na één of twee jaar\"";

object! {
    /// Value settings.
    Value "ValueSettings" at "value." {
        /// Years over which value is counted.
        number horizon_years: HORIZON_YEARS "horizonYears" = number(Unit::Years, whole(1, 10))
            .default("3", None, Assumption, "the article: results only after one or two years");
        /// Discount rate per year.
        number discount_rate: DISCOUNT_RATE "discountRate" = number(Unit::Share, SHARE).uncertain()
            .default("0.04", Some(("0.02", "0.08")), Assumption, "");
        /// Missing: `productivity` and `retention`. `[]` means none.
        own benefits: [Vec<Benefit>] "benefits" = Kind::List(List {
            name: "Benefit",
            about: "Something that the plan yields.",
            of: &[ProductivityBenefit::SHAPE, RetentionBenefit::SHAPE, CustomBenefit::SHAPE],
            least: 0,
            most: MAX_BENEFITS,
        }) => Reader::benefits;
        /// What doing nothing costs.
        object inaction: Inaction "inaction" = ();
        /// What cannot be counted in money; listed, never summed.
        own intangibles: [Vec<Intangible>] "intangibles" = Kind::List(List::of(const { &[&INTANGIBLE] }, 0, MAX_INTANGIBLES))
            => Reader::intangibles;
    }
}

object! {
    /// A rise in productivity of the participants.
    ProductivityBenefit "ProductivityBenefit" at "value.benefits[]." {
        /// Unique among benefits.
        own_required id: String "id" = Kind::Id(&[]) => Reader::benefit_id;
        /// What to call it; its id when missing.
        own label: String "label" = Kind::Text => Reader::label;
        /// Tells this kind of benefit from the others.
        own_required kind: BenefitKind "kind" = Kind::Choice(&["productivity"], None)
            => |_, _, _| BenefitKind::Productivity;
        /// Rise in productivity.
        number uplift: UPLIFT "uplift" = number(Unit::Share, TO_TEN).uncertain()
            .default("0.05", Some(("0.01", "0.10")), Derived,
            "Konings 2008 (1–2 %); De Grip & Sauermann 2012 (10 %); Groot 1994");
        /// Months before a benefit starts.
        number lag_months: LAG_MONTHS "lagMonths" = number(Unit::Months, AT_LEAST_ZERO).uncertain()
            .default("12", Some(("6", "24")), Sourced, SEED_LAG);
        /// Months in which half of it fades; `None` for never.
        own half_life_months: [Option<Input>] "halfLifeMonths" = Kind::Number(const { &[&HALF_LIFE_MONTHS] })
            => Reader::half_life;
        /// Share of a benefit that is due to the plan.
        number attribution: ATTRIBUTION "attribution" = number(Unit::Share, SHARE).uncertain()
            .default("1", None, Derived, CAUSAL);
        /// How sure the estimate of a benefit is.
        number confidence: CONFIDENCE "confidence" = number(Unit::Share, SHARE).uncertain()
            .default("1", None, Derived, CAUSAL);
    }
}

/// Months in which half of a benefit fades; `null` for never.
pub static HALF_LIFE_MONTHS: Field = number(Unit::Months, ABOVE_ZERO)
    .uncertain()
    .default(
        "14",
        Some(("8", "28")),
        Derived,
        "Saks & Belcourt 2006: 62, 44 and 34 % applied at 0, 6 and 12 months",
    )
    .at(
        "value.benefits[].halfLifeMonths",
        "Months in which half of a benefit fades; `null` for never.",
    );

object! {
    /// Departures that do not happen.
    RetentionBenefit "RetentionBenefit" at "value.benefits[]." {
        /// Unique among benefits.
        own_required id: String "id" = Kind::Id(&[]) => Reader::benefit_id;
        /// What to call it; its id when missing.
        own label: String "label" = Kind::Text => Reader::label;
        /// Tells this kind of benefit from the others.
        own_required kind: BenefitKind "kind" = Kind::Choice(&["retention"], None)
            => |_, _, _| BenefitKind::Retention;
        /// Share of employees that leave in a year.
        number turnover: TURNOVER "turnover" = number(Unit::Share, SHARE).uncertain()
            .default_by_country(
            standard("0.108", Some(("0.05", "0.123")), Sourced, "Securex 2024"),
            standard("0.10", Some(("0.05", "0.123")), Sourced, "Securex 2024"));
        /// Share of those departures that the plan prevents.
        number relative_reduction: RELATIVE_REDUCTION "relativeReduction" = number(Unit::Share, SHARE).uncertain()
            .default("0", Some(("0", "0.10")), Assumption, "");
        /// Cost of replacing a leaver, as a share of the annual labour cost.
        number replacement_cost_share: REPLACEMENT_COST_SHARE "replacementCostShare" = number(Unit::Share, TO_TEN).uncertain()
            .default("0.21", Some(("0.16", "0.40")), Sourced, "Boushey & Glynn 2012");
        /// Months before it starts.
        same lag_months: LAG_MONTHS "lagMonths" = ();
        /// Share that is due to the plan.
        same attribution: ATTRIBUTION "attribution" = ();
        /// How sure the estimate is.
        same confidence: CONFIDENCE "confidence" = ();
    }
}

object! {
    /// A yearly value that the plan states itself.
    CustomBenefit "CustomBenefit" at "value.benefits[]." {
        /// Unique among benefits.
        own_required id: String "id" = Kind::Id(&[]) => Reader::benefit_id;
        /// What to call it; its id when missing.
        own label: String "label" = Kind::Text => Reader::label;
        /// Tells this kind of benefit from the others.
        own_required kind: BenefitKind "kind" = Kind::Choice(&["custom"], None)
            => |_, _, _| BenefitKind::Custom;
        /// Yearly value of a benefit that the plan states itself.
        number annual_value: ANNUAL_VALUE "annualValue" = number(Unit::Eur, TOTAL).uncertain().total()
            .default("0", None, Assumption, "");
        /// Months before a custom benefit starts.
        number lag_months: CUSTOM_LAG_MONTHS "lagMonths" = number(Unit::Months, AT_LEAST_ZERO).uncertain()
            .default("12", None, Assumption, "");
        /// Months in which half of a custom benefit fades; missing or `null` for never.
        optional half_life_months: CUSTOM_HALF_LIFE_MONTHS "halfLifeMonths" = number(Unit::Months, ABOVE_ZERO).uncertain();
        /// Share of a custom benefit that is due to the plan.
        number attribution: CUSTOM_ATTRIBUTION "attribution" = number(Unit::Share, SHARE).uncertain()
            .default("0.5", Some(("0.2", "0.8")), Assumption, PHILLIPS);
        /// How sure the estimate of a custom benefit is.
        number confidence: CUSTOM_CONFIDENCE "confidence" = number(Unit::Share, SHARE).uncertain()
            .default("0.7", Some(("0.5", "0.9")), Assumption, PHILLIPS);
    }
}

object! {
    /// What doing nothing costs.
    Inaction "Inaction" at "value.inaction." {
        /// Years in which half of an unused skill is lost.
        number skill_half_life_years: SKILL_HALF_LIFE_YEARS "skillHalfLifeYears" = number(Unit::Years, ABOVE_ZERO).uncertain()
            .default("5", Some(("2.5", "8")), Sourced, "published half-lives of skills (weak)");
        /// How strongly output follows skills.
        number sensitivity: SENSITIVITY "sensitivity" = number(Unit::Share, SHARE).uncertain()
            .default("0.2", Some(("0.05", "0.5")), Assumption, "");
        /// How likely the loss is.
        number probability: PROBABILITY "probability" = number(Unit::Share, SHARE).uncertain()
            .default("0.5", Some(("0.2", "0.8")), Assumption, "");
    }
}

/// A benefit that cannot be counted in money.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Intangible {
    /// What it is.
    pub label: String,
    /// Whom it is for.
    #[serde(rename = "for")]
    pub beneficiary: Beneficiary,
}

impl Inputs for Intangible {
    fn inputs_mut<'p>(&'p mut self, _: &mut dyn FnMut(&'p mut Input)) {}
}

/// An [`Intangible`] in the document.
static INTANGIBLE: Object = Object {
    name: "Intangible",
    about: "A benefit that cannot be counted in money.",
    members: &[
        Member::new("label", Kind::Text, "What it is."),
        Member::new(
            "for",
            Kind::Choice(Beneficiary::NAMES, Some(Beneficiary::Employee.as_str())),
            "Who has it.",
        ),
    ],
};

/// The benefits of a plan that says nothing of its benefits, each with its kind as its id.
pub static DEFAULT_BENEFITS: [BenefitKind; 2] = [BenefitKind::Productivity, BenefitKind::Retention];

/// Something that the plan yields.
#[derive(Clone, Debug)]
pub enum Benefit {
    /// A rise in productivity of the participants.
    Productivity(ProductivityBenefit),
    /// Departures that do not happen.
    Retention(RetentionBenefit),
    /// A yearly value that the plan states itself.
    Custom(CustomBenefit),
}

/// What all kinds of benefits have.
macro_rules! shared {
    ($($(#[doc = $doc:literal])+ $member:ident: $Type:ty;)+) => {
        impl Benefit {
            $(
                $(#[doc = $doc])+
                pub fn $member(&self) -> &$Type {
                    match self {
                        Self::Productivity(benefit) => &benefit.$member,
                        Self::Retention(benefit) => &benefit.$member,
                        Self::Custom(benefit) => &benefit.$member,
                    }
                }
            )+
        }
    };
}

shared! {
    /// Unique among benefits.
    id: str;
    /// What to call it.
    label: str;
    /// Which kind it is.
    kind: BenefitKind;
    /// Months before it starts.
    lag_months: Input;
    /// Share that is due to the plan.
    attribution: Input;
    /// How sure the estimate is.
    confidence: Input;
}

impl Inputs for Benefit {
    fn inputs_mut<'p>(&'p mut self, visit: &mut dyn FnMut(&'p mut Input)) {
        match self {
            Self::Productivity(benefit) => benefit.inputs_mut(visit),
            Self::Retention(benefit) => benefit.inputs_mut(visit),
            Self::Custom(benefit) => benefit.inputs_mut(visit),
        }
    }
}

impl Reader {
    fn benefits(&mut self, value: &Members, _: Place) -> Vec<Benefit> {
        if self.is_left_out(value, "benefits") {
            let places = (0..).map(Place::Item);
            let benefits = DEFAULT_BENEFITS.into_iter().zip(places);
            return benefits.map(|(kind, at)| default_benefit(kind, self.country, at)).collect();
        }
        self.ids.clear();
        let items = self.items(value, "benefits", MAX_BENEFITS);
        items.iter().filter_map(|(place, members)| self.benefit(members, *place)).collect()
    }

    fn benefit(&mut self, members: &Members, place: Place) -> Option<Benefit> {
        let kind = match members.get("kind") {
            Some(Node::Text(name)) => BenefitKind::named(name),
            _ => None,
        };
        let Some(kind) = kind else {
            // What stands in a benefit of no kind cannot be wrong, but for these.
            self.benefit_id(members, place);
            self.label(members, place);
            self.required_choice::<BenefitKind>(members, "kind");
            return None;
        };
        let before = self.defaults_used.len();
        let benefit = match kind {
            BenefitKind::Productivity => Benefit::Productivity(self.whole(members, place, None)),
            BenefitKind::Retention => Benefit::Retention(self.whole(members, place, None)),
            BenefitKind::Custom => Benefit::Custom(self.whole(members, place, None)),
        };
        // Results have always named the half-life before the months until a benefit starts.
        let mut defaults = self.defaults_used.split_off(before);
        defaults.sort_by_key(|path| {
            ["lagMonths", "attribution", "confidence"].iter().any(|key| path.ends_with(key))
        });
        self.defaults_used.extend(defaults);
        Some(benefit)
    }

    fn benefit_id(&mut self, benefit: &Members, _: Place) -> String {
        let id = self.required_id(benefit, "\"productivity\"");
        self.unique(&id, &benefit.at("id"));
        id
    }

    /// Months in which half of a benefit fades; null is never, absent the default.
    fn half_life(&mut self, benefit: &Members, place: Place) -> Option<Input> {
        match benefit.stated("halfLifeMonths") {
            Some(Node::Null) => None,
            _ => Some(self.number(benefit, &HALF_LIFE_MONTHS, place, None)),
        }
    }

    fn intangibles(&mut self, value: &Members, _: Place) -> Vec<Intangible> {
        let items = self.items(value, "intangibles", MAX_INTANGIBLES);
        let intangible = |(_, members): &(Place, Members)| {
            let label = self.text(members, "label");
            let beneficiary = self.choice(members, "for").unwrap_or(Beneficiary::Employee);
            self.warn_of_unknown(members, |key| INTANGIBLE.knows(key));
            Intangible { label, beneficiary }
        };
        items.iter().map(intangible).collect()
    }
}

/// A benefit of which only the kind is known: it is called by its kind, and all of its numbers are defaults.
pub(crate) fn default_benefit(kind: BenefitKind, country: Country, place: Place) -> Benefit {
    let mut reader = Reader::new(country);
    let (id, label) = (kind.as_str().to_owned(), kind.as_str().to_owned());
    let nothing = Members::nothing();
    match kind {
        BenefitKind::Productivity => Benefit::Productivity(ProductivityBenefit {
            id,
            label,
            ..reader.nothing(&nothing, place)
        }),
        BenefitKind::Retention => {
            Benefit::Retention(RetentionBenefit { id, label, ..reader.nothing(&nothing, place) })
        }
        BenefitKind::Custom => {
            Benefit::Custom(CustomBenefit { id, label, ..reader.nothing(&nothing, place) })
        }
    }
}
