//! The phrases in English.

use super::Locale;
use super::phrases::{Phrase, Span};

#[allow(clippy::too_many_lines)] // a table
#[rustfmt::skip]
pub(super) fn phrase(phrase: Phrase) -> String {
    let percent = |share| Locale::En.percent(share, 0);
    match phrase {
        Phrase::NamelessGroup(n) => format!("Group {n}"),
        Phrase::WagesOf(groups) => format!("This plan has the labour cost of a group of fewer than 5 employees: {groups}. Who opens it can work out what a person earns."),
        Phrase::PastedRest(rest) => format!("Part of the table has no field: {rest}"),
        Phrase::GroupRemoved(name) => format!("{name} has been removed."),
        Phrase::CostRemoved("") => "A cost item has been removed.".into(),
        Phrase::CostRemoved(name) => format!("Cost item “{name}” has been removed."),
        Phrase::ScenarioRemoved(name) => format!("Scenario “{name}” has been removed."),
        Phrase::CopyOf(name) => format!("Make a copy of {name}"),
        Phrase::ComparedWith(name) => format!("Under each figure stands the difference from {name}. A ● shows what has been filled in otherwise than in {name}. A slanted number is a default."),
        Phrase::WorkingIn(name) => format!("You are now working in {name}."),
        Phrase::PlanReplaced => "Another plan has taken the place of yours.".into(),
        Phrase::Stale(1) => "These figures are from before your last change: one field is not right yet.".into(),
        Phrase::Stale(n) => format!("These figures are from before your last change: {n} fields are not right yet."),
        Phrase::Blocked(1) => "One field is not right yet. After that you see the figures here.".into(),
        Phrase::Blocked(n) => format!("{n} fields are not right yet. After that you see the figures here."),
        Phrase::WorkShare(share) => format!("{share} of working time"),
        Phrase::WhyFigure(name) => format!("Why this number? {name}"),
        Phrase::SizeOfCircles(sizes) => format!("{sizes} participants per circle"),
        Phrase::Or(a, b) => format!("{a} or {b}"),
        Phrase::FromTo(a, b) => format!("{a} to {b}"),
        Phrase::Left(left, available) => format!("{left} left of {available}"),
        Phrase::Short(short, available) => format!("{short} more than the {available} available"),
        Phrase::RovBetween(low, high) => format!("RoV with {low} to {high} more productivity"),
        Phrase::CostsCovered(uplift) => format!("With {uplift} more productivity the costs are covered."),
        Phrase::RovGiven => "RoV with the productivity that you fill in".into(),
        Phrase::SayTime(hours) => format!("Learning time per employee: {hours} hours."),
        Phrase::SayCircles(circles, meetings) => format!("{circles} Prof circles, {meetings} meetings."),
        Phrase::SayBudget(cash, full) => format!("Spending {cash}, full cost {full}."),
        Phrase::SayBreakEven(uplift) => format!("Break-even with {uplift} more productivity."),
        Phrase::RemoveRow(name) => format!("Remove {name}"),
        Phrase::CirclesOf(count, size) => format!("{count} of {size}"),
        Phrase::DefaultsCount(1) => "One figure rests on a default".into(),
        Phrase::DefaultsCount(n) => format!("{n} figures rest on a default"),
        Phrase::Estimate(low, high) => format!("estimate: {low} to {high}"),
        Phrase::Realistic(low, high) => format!("realistic: {low} to {high}"),
        Phrase::PaybackMonth(1) => "after 1 month".into(),
        Phrase::PaybackMonth(month) => format!("after {month} months"),
        Phrase::AtUplift(uplift) => format!("With {uplift} more productivity"),
        Phrase::MoreAssumptions(1) => "One more assumption".into(),
        Phrase::MoreAssumptions(count) => format!("{count} more assumptions"),
        Phrase::MonthNumber(month) => format!("month {month}"),
        Phrase::SumOf(count) => format!("the sum of the {count} numbers below"),
        Phrase::ProductOf(count) => format!("the {count} numbers below, multiplied"),
        Phrase::AtLeast(value) => format!("at least {value}"),
        Phrase::AtMost(value) => format!("at most {value}"),
        Phrase::NoPayback("1") => "not within 1 year".into(),
        Phrase::NoPayback(years) => format!("not within {years} years"),
        Phrase::FacilitationNeeds(hours, needed, people) => {
            let more = if people == "1" { "" } else { "s" };
            format!("{hours} hours per year, which is {needed} FTE; needed: {people} facilitator{more}")
        }
        Phrase::PerLeader(circles) => format!("{circles} circles per manager"),
        Phrase::Evidence => format!(
            "To compare: research found 1 to {} in Belgian firms (Konings 2008) and {} in a field experiment in the Netherlands (De Grip & Sauermann 2012).",
            percent(0.02), percent(0.1),
        ),
        Phrase::InactionOver("1") => "Doing nothing costs in 1 year".into(),
        Phrase::InactionOver(years) => format!("Doing nothing costs in {years} years"),
        Phrase::OfGroup(name, group) => format!("{name}, {group}"),
        Phrase::PlanTitle(year) => format!("Annual plan for sustainable learning {year}"),
        Phrase::IndicatorsDone(1) => "1 of the 13 indicators has a figure or a text.".into(),
        Phrase::IndicatorsDone(n) => format!("{n} of the 13 indicators have a figure or a text."),

        Phrase::That(name, what) => format!("{name}: {what}"),
        Phrase::LargestPart(name) => format!("Largest part: {name}."),
        Phrase::AvailableOf(amount) => format!("Available: {amount}"),
        Phrase::AndMore(count) => format!("and {count} more"),
        Phrase::CostAndValue(years, cost, value, payback) => format!("In {years} the plan costs {cost} and brings in {value}. Paid back: {payback}."),
        Phrase::PaybackBetween(early, late) => format!("after {early} to {late} months"),
        Phrase::PaybackEarliest(1) => "after 1 month at the earliest".into(),
        Phrase::PaybackEarliest(month) => format!("after {month} months at the earliest"),

        Phrase::NoNumber(typed, example) => format!("“{typed}” is not a number. Type for example {example}."),
        Phrase::WrongSigns(example) => format!("The points, commas or spaces are not in the right place. Type for example {example}."),
        Phrase::WrongUnit(example) => format!("Another unit belongs here. Type only the number, for example {example}."),

        Phrase::ReadAsThousands(read, other) => format!("Read as {read}. Do you mean {other}? Then type a point."),
        Phrase::ReadAsDecimal(read) => format!("Read as {read}: the point comes before the decimals."),
        Phrase::ReadBelowOne(read) => format!("Read as {read}, less than one percent."),

        Phrase::FteAtMost(heads) => format!("No more FTE than employees. Type a number above 0, at most {heads}."),
        Phrase::FteAtMostHeads => "Type a number of FTE above 0, at most the number of employees.".into(),
        Phrase::LeadersAtMost(heads) => format!("No more than there are employees. Type a whole number from 0 to {heads}."),
        Phrase::LeadersFromZero => "Type a whole number from 0 up.".into(),
        Phrase::Allowed(allowed) => format!("Type a number {}.", span(allowed)),
        Phrase::AllowedWhole(allowed) => format!("Type a whole number {}.", span(allowed)),
        Phrase::NotAllowed(example) => format!("This number is not possible here. Type for example {example}."),
        Phrase::NotWhole(example) => format!("Type a whole number, without digits after the point. For example {example}."),
        Phrase::MissingText => "Something is missing here. Fill it in.".into(),
        Phrase::MissingNumber(example) => format!("Fill in a number here. For example {example}."),
        Phrase::NoText => "There is another kind of value here than expected.".into(),
        Phrase::NoNumberAtAll(example) => format!("This is not a number. Type for example {example}."),
        Phrase::SizesNotOrdered => "The smallest, the preferred and the largest circle must go up. For example 5, 8 and 10.".into(),
        Phrase::EstimateNotOrdered => "The lowest, the most likely and the highest value must go up.".into(),
        Phrase::UnknownChoice => "Choose one of the options in the list.".into(),
        Phrase::DuplicateId => "This code occurs twice in the plan. Give each part a code of its own.".into(),
        Phrase::ReservedId => "The budget already uses this code itself. Choose another.".into(),
        Phrase::UnknownId => "This code does not exist in the plan.".into(),
        Phrase::DuplicateKey => "This field is in the file twice. Keep only one.".into(),
        Phrase::TooMany => "This list is too long.".into(),
        Phrase::TooDeep => "The file has too many levels to be a plan.".into(),
        Phrase::TooLargeAbove(max) => format!("This becomes too large to show. Stay below {max}."),
        Phrase::TooLarge => "This becomes too large to show. Check that there is no digit too many.".into(),
        Phrase::NotJson => "This file is not a plan: it is not valid JSON.".into(),
        Phrase::NewerSchema => "This plan was made with a newer version. You cannot change it here.".into(),

        Phrase::UnknownField(path) => format!("We do not know the field “{path}”. It is kept, but it does not count."),
        Phrase::WeekCyclesExceedWeeks(group) => format!("{group}: there are more week cycles than effective weeks in a year. Plan fewer."),
        Phrase::LearningTimeHigh(group, share) => format!("{group}: learning takes more than {share} of working time. Check that this is feasible."),
        Phrase::LearningTimeImpossible(group) => format!("{group}: learning takes more time than there is working time. That is not possible."),
        Phrase::GroupWithoutLearning(group) => format!("{group}: this group has no learning time. The Charter wants to reach every group."),
        Phrase::CirclesInfeasible(sizes) => {
            let sizes = if sizes.is_empty() { String::new() } else { format!(": there would be {sizes}") };
            format!("The participants do not fit in circles of the size you ask for{sizes}. Make the difference between the smallest and the largest circle wider, or combine groups.")
        }
        Phrase::TooManyCirclesPerLeader(circles) => format!("Each manager is in {circles} circles, more than you allow. Count on fewer managers per circle, or let more of them take part."),
        Phrase::NoLeaders => "Each circle asks for a manager, but no group has one.".into(),
        Phrase::HaircutOnResearchUplift => "The gain in productivity comes from research and is already careful. You take something off once more.".into(),
        Phrase::BenefitsMayOverlap => "Some benefits may describe the same money. Do not count them twice.".into(),
        Phrase::LagReachesHorizon => "The effect only starts after the period. Choose a longer period or an earlier effect.".into(),
        Phrase::SmallGroupWage(group, few) => format!("{group} has fewer than {few} employees and a labour cost of its own. Whoever sees this plan can read a wage from it."),
    }
}

fn span(span: Span) -> String {
    match span {
        Span::Between(min, max) => format!("between {min} and {max}"),
        Span::FromTo(min, max) => format!("from {min} to {max}"),
        Span::Above(min) => format!("above {min}"),
        Span::From(min) => format!("from {min} up"),
        Span::Below(max) => format!("below {max}"),
        Span::UpTo(max) => format!("of at most {max}"),
    }
}
