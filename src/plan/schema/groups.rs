//! Employees and their working year.

use crate::decimal::Decimal;
use crate::plan::declare::object;
use crate::plan::fields::Basis::{Assumption, Derived, Sourced};
use crate::plan::fields::{Bounds, Unit, number, standard};
use crate::plan::limits::MAX_GROUPS;
use crate::plan::reader::{Members, Reader, Section};
use crate::plan::shape::Kind;
use crate::plan::{Code, Input, Node, Place};

use super::bounds::{AT_LEAST_ZERO, BELOW_ONE, HEADS, SHARE, TO_TEN, above_zero_to};
use super::learning::Learning;

const EUROSTAT: &str = "Eurostat 2024, labour cost per hour, whole economy";

object! {
    /// The working year.
    Calendar "Calendar" at "calendar." {
        /// Contractual hours of a full-timer.
        number full_time_hours_per_week: FULL_TIME_HOURS_PER_WEEK "fullTimeHoursPerWeek" = number(Unit::Hours, above_zero_to(168)).uncertain()
            .default_by_country(
            standard("38", None, Sourced, "law and collective agreements"),
            standard("38", Some(("36", "40")), Sourced, "law and collective agreements"));
        /// Hours in a training day.
        number hours_per_day: HOURS_PER_DAY "hoursPerDay" = number(Unit::HoursPerDay, above_zero_to(24)).uncertain()
            .default("7.6", Some(("6", "8")), Assumption, "38 hours over 5 days; there is no official conversion");
        /// Weeks at work, after leave and public holidays.
        number effective_weeks: EFFECTIVE_WEEKS "effectiveWeeks" = number(Unit::Weeks, above_zero_to(53)).uncertain()
            .default_by_country(
            standard("45", Some(("44", "46.5")), Derived, "261 weekdays less public holidays and leave"),
            standard("46", Some(("44", "46.5")), Derived, "261 weekdays less public holidays and leave"));
        /// Share of those hours lost to sickness.
        number sickness_rate: SICKNESS_RATE "sicknessRate" = number(Unit::Share, BELOW_ONE).uncertain()
            .default_by_country(
            standard("0.063", Some(("0.032", "0.081")), Sourced, "SD Worx 2023"),
            standard("0.055", Some(("0.032", "0.081")), Derived, "CBS, first quarter of 2025"));
    }
}

object! {
    /// Employees that are planned together.
    Group "Group" at "groups[]." {
        /// Unique among groups; `g1`, `g2`, … by its place when missing.
        own id: String "id" = Kind::Id(&[]) => Reader::group_id;
        /// What to call it; its id when missing.
        own name: String "name" = Kind::Text => Reader::group_name;
        /// People in the group.
        required headcount: HEADCOUNT "headcount" = number(Unit::Person, HEADS).bound_to_others();
        /// Full-time equivalents in the group.
        required fte: FTE "fte" = number(Unit::Fte, Bounds { whole: false, ..HEADS }).bound_to_others();
        /// How many of the headcount are leaders; missing when not known.
        optional leaders: LEADERS "leaders" = number(Unit::Person, HEADS).bound_to_others();
        /// Employer cost per hour worked.
        number labour_cost_per_hour: LABOUR_COST_PER_HOUR "labourCostPerHour" = number(Unit::EurPerHour, AT_LEAST_ZERO).uncertain()
            .default_by_country(
            standard("48.20", Some(("35", "70")), Sourced, EUROSTAT),
            standard("45.20", Some(("35", "70")), Sourced, EUROSTAT));
        /// Share of heads that take part in explicit learning.
        number participation: PARTICIPATION "participation" = number(Unit::Share, SHARE).uncertain()
            .default("0.80", Some(("0.50", "0.95")), Assumption, "for reference: 0.51 in Belgium (Statbel 2020)");
        /// Share of learning hours whose shift must be covered.
        number replacement_share: REPLACEMENT_SHARE "replacementShare" = number(Unit::Share, SHARE).uncertain()
            .default("0.10", Some(("0", "1")), Assumption, "care and education come nearer to 0.60");
        /// Cost of a covering hour divided by the labour cost of the absent one.
        number replacement_cost_factor: REPLACEMENT_COST_FACTOR "replacementCostFactor" = number(Unit::Factor, TO_TEN).uncertain()
            .default("1.2", Some(("1.0", "1.6")), Assumption, "");
        /// Share of hours that would have been billed.
        number billable_share: BILLABLE_SHARE "billableShare" = number(Unit::Share, SHARE).uncertain()
            .default("0", None, Assumption, "");
        /// Rate less labour cost of a billed hour.
        number billable_margin_per_hour: BILLABLE_MARGIN_PER_HOUR "billableMarginPerHour" = number(Unit::EurPerHour, AT_LEAST_ZERO).uncertain()
            .default("0", None, Assumption, "");
        /// The group's own learning; what it leaves out is as in the plan's `learning`.
        own learning: Learning "learning" = Kind::Object(Learning::SHAPE) => Reader::nothing;
    }
}

impl Reader {
    pub(in crate::plan) fn groups(
        &mut self,
        document: &Members,
        learning: &Learning,
    ) -> Vec<Group> {
        let example = r#"[{ "headcount": 12, "fte": 10.5 }]"#;
        let node = self.required(document, "groups", example);
        if matches!(node, Some(Node::List(list)) if list.is_empty()) {
            self.missing(document.at("groups"), example);
        }
        self.ids.clear();
        let mut groups = Vec::new();
        for (place, members) in self.items(document, "groups", MAX_GROUPS) {
            let errors = self.errors.len();
            let mut group = Group::read(self, &members, place, None);
            self.people_of(&group, errors);
            let own = Place::GroupLearning(groups.len());
            group.learning = self.section(&members, "learning", own, Some(learning));
            self.warn_of_unknown(&members, |key| Group::SHAPE.knows(key));
            groups.push(group);
        }
        groups
    }

    /// Full-time equivalents and leaders are part of the headcount. What was refused, in the errors from this one on,
    /// is not compared.
    fn people_of(&mut self, group: &Group, errors: usize) {
        let Group { headcount, fte, leaders, .. } = group;
        let people = [headcount, fte].map(Input::path);
        if self.refused_since(errors).iter().any(|error| people.contains(&error.path)) {
            return;
        }
        let (heads, none) = (headcount.likely, Decimal::ZERO);
        if fte.likely > heads || (fte.likely == none && heads > none) {
            let message = format!("fte must be above 0 and at most the headcount of {heads}");
            self.beyond_heads(fte, heads, message);
        }
        if let Some(leaders) = leaders
            && leaders.likely > heads
        {
            let message = format!("leaders are part of the headcount of {heads}");
            self.beyond_heads(leaders, heads, message);
        }
    }

    /// Refuses a number of people that is above what the headcount allows.
    fn beyond_heads(&mut self, people: &Input, heads: Decimal, message: String) {
        self.refuse(people.path(), Code::OutOfRange, message)
            .value(&people.likely.to_string())
            .range(Some(Decimal::ZERO), Some(heads))
            .example(&heads.to_string());
    }

    fn group_id(&mut self, group: &Members, place: Place) -> String {
        let path = group.at("id");
        let id = match group.get("id") {
            Some(node) => self.id(node, &path),
            None => place_name(place),
        };
        self.unique(&id, &path);
        id
    }

    fn group_name(&mut self, group: &Members, place: Place) -> String {
        let name = self.text(group, "name");
        match group.get("id") {
            _ if !name.is_empty() => name,
            None => place_name(place),
            Some(Node::Text(id)) => id.clone(),
            Some(_) => name,
        }
    }
}

/// The id of a group that has none, by its place.
fn place_name(place: Place) -> String {
    match place {
        Place::Item(i) | Place::GroupLearning(i) => format!("g{}", i + 1),
        Place::Plan => String::new(),
    }
}
