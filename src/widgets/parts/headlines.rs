//! The four headline figures, what is wrong with them, and what to look at.

use super::Screen;
use super::form::button;
use crate::model::evaluation::CircleSize;
use crate::plan::{BenefitKind, Code, InputError, Plan, WarningCode};
use crate::text::{self, Locale, NO_VALUE, Phrase, Subject, Word};
use crate::widgets::draft::{Outcome, concerns};
use crate::widgets::tree::{Element, el, of};
use crate::widgets::widget::Kind;

/// The part of the page where the cards are, for figures that are asked about.
const HERE: &str = "headlines";
/// The same, for the button of a card that asks in words.
const CARD: &str = "card";

/// What draws the body of a card: adds its large numbers, and gives a line below them.
type Draw = fn(&Screen, &Outcome, Element) -> Option<Element>;

/// A headline figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Card {
    Time,
    Circles,
    Budget,
    Value,
}

impl Card {
    const ALL: [Self; 4] = [Self::Time, Self::Circles, Self::Budget, Self::Value];

    /// Those that a widget shows.
    const fn of(kind: Kind) -> &'static [Self] {
        match kind {
            Kind::LearningTime => &[Self::Time],
            Kind::ProfCircles => &[Self::Circles],
            Kind::Budget => &[Self::Budget],
            Kind::ReturnOnValue => &[Self::Value],
            Kind::Scenarios | Kind::Planner | Kind::Report => &Self::ALL,
        }
    }

    /// Its name, its title, the figure that it is about, and what stands in it.
    fn about(self) -> (&'static str, Word, &'static str, Draw) {
        match self {
            Self::Time => ("time", Word::HoursPerEmployee, "learningTime.hoursPerEmployee", time),
            Self::Circles => ("circles", Word::ProfCircles, "profCircles.circles", circles),
            Self::Budget => ("budget", Word::Budget, "budget.cash", budget),
            Self::Value => ("value", Word::ReturnOnValue, "value.breakEvenUplift", value),
        }
    }
}

/// What is said aloud of the headline figures, one line each.
pub fn spoken(screen: &Screen) -> Vec<String> {
    let Some(outcome) = screen.outcome() else {
        return Vec::new();
    };
    let locale = screen.locale;
    if !screen.errors().is_empty() {
        return vec![locale.say(Phrase::Stale(screen.errors().len()))];
    }
    let e = &outcome.own.evaluation;
    let mut lines = Vec::new();
    for card in Card::of(screen.kind) {
        lines.push(match card {
            Card::Time => {
                locale.say(Phrase::SayTime(&hours(locale, e.learning_time.hours_per_employee)))
            }
            Card::Circles => locale.say(Phrase::SayCircles(
                &count(locale, e.prof_circles.circles),
                &count(locale, e.prof_circles.sessions),
            )),
            Card::Budget => locale.say(Phrase::SayBudget(
                &locale.euros(e.budget.cash, 0),
                &locale.euros(e.budget.full, 0),
            )),
            Card::Value => {
                locale.say(Phrase::SayBreakEven(&share(locale, e.value.break_even_uplift)))
            }
        });
    }
    lines
}

pub fn hours(locale: Locale, value: Option<f64>) -> String {
    match value {
        Some(value) => locale.number(value, 1),
        None => NO_VALUE.to_owned(),
    }
}

pub fn share(locale: Locale, value: Option<f64>) -> String {
    match value {
        Some(value) => locale.percent(value, 1),
        None => NO_VALUE.to_owned(),
    }
}

pub fn count(locale: Locale, value: u64) -> String {
    locale.number(value as f64, 0)
}

impl Screen<'_> {
    /// The headline figures of a widget, in cards.
    pub fn headlines(&self) -> Element {
        let outcome = self.outcome();
        let stale = outcome.is_some() && !self.errors().is_empty();
        let figures = of("div", "figures");
        for card in Card::of(self.kind) {
            figures.add(self.card(*card));
        }
        let mut below = self.status();
        if below.is_none() && self.kind == Kind::Planner {
            below = self.right_answers();
        }
        of("section", if stale { "headlines stale" } else { "headlines" })
            .key("headlines")
            .set("part", "headlines")
            .set("aria-label", self.word(Word::Headlines))
            .add(figures)
            .maybe(below)
    }

    /// The steps of a figure of the cards.
    pub fn headline_derivation(&self) -> Option<Element> {
        self.derivation(HERE).or_else(|| self.derivation(CARD))
    }

    /// Adds a large number with what it counts.
    fn stat(&self, to: Element, figure: &str, number: String, caption: &str) {
        let number = of("span", "big").add(self.figure(HERE, figure, number));
        to.add(of("div", "stat").add(number).add(of("span", "caption").add(caption)));
    }

    fn card(&self, card: Card) -> Element {
        let (name, title, figure, body) = card.about();
        let stats = of("div", "stats");
        let drawn = of("div", "card")
            .key(name)
            .set("data-card", name)
            .set("part", "card")
            .add(el("h2").set("id", ["t-", name].concat()).word(self.locale, title))
            .add(stats);
        let Some(outcome) = self.outcome() else {
            stats.add(of("div", "stat").add(of("span", "big").add(NO_VALUE)));
            return drawn;
        };
        if let Some(foot) = body(self, outcome, stats) {
            drawn.add(of("p", "foot").add(foot));
        }
        drawn.add(self.why(CARD, figure))
    }

    /// One line that says why the figures are old or absent, with the way to the first mistake.
    fn status(&self) -> Option<Element> {
        let locale = self.locale;
        let stale = self.outcome().is_some();
        let is_wrong = |error: &&InputError| stale || error.code != Code::Missing;
        let wrong = self.errors().iter().filter(is_wrong).count();
        if wrong == 0 {
            let prepare = || of("p", "status").key("status").word(locale, Word::PrepareFirst);
            return (!stale).then(prepare);
        }
        let visible = self.visible_fields();
        let (mut first, elsewhere, mut is_elsewhere) = (None, el("ul"), false);
        for error in self.errors() {
            let field = self.field_of(error, &visible);
            if is_wrong(&error) {
                first = first.or(field);
            }
            // A mistake in a part of the plan that has no field here is told on the spot.
            if error.code != Code::Missing && field.is_none() {
                is_elsewhere = true;
                let path = el("code").add(error.path.as_str());
                elsewhere.add(el("li").add(path).add(" ").add(text::error(locale, error)));
            }
        }
        let phrase = if stale { Phrase::Stale(wrong) } else { Phrase::Blocked(wrong) };
        let line = el("p").say(locale, phrase).add(" ");
        if let Some(id) = first {
            let go = button("go", self.word(Word::GoThere)).set("class", "link");
            line.add(go.set("data-id", id));
        }
        let status = of("div", "status wrong").key("status").add(line);
        Some(if is_elsewhere { status.add(elsewhere) } else { status })
    }

    pub fn warnings(&self) -> Option<Element> {
        let locale = self.locale;
        let evaluation = &self.outcome()?.own.evaluation;
        let circles = &evaluation.prof_circles;
        let sizes = self.sizes(&circles.sizes);
        let per_leader =
            circles.circles_per_leader.map_or_else(String::new, |n| locale.number(n, 1));
        let (lines, mut none) = (el("ul"), true);
        for warning in &evaluation.warnings {
            if concerns_kind(warning.code, self.kind) {
                let group = text::place(&warning.path, "groups")
                    .map_or_else(String::new, |place| self.group_name(place));
                let about =
                    Subject { group: &group, sizes: &sizes, circles_per_leader: &per_leader };
                lines.add(el("li").add(text::warning(locale, warning, about)));
                none = false;
            }
        }
        if none {
            return None;
        }
        let title = el("h2").word(locale, Word::WarningsTitle);
        Some(of("div", "warnings").key("warnings").add(title).add(lines))
    }

    /// The field that an error is about, among those that are on the screen.
    pub fn field_of<'i>(&self, error: &InputError, visible: &'i [String]) -> Option<&'i str> {
        let mut fields = visible.iter().map(String::as_str);
        fields.find(|id| self.path(id).is_some_and(|path| concerns(error, &path)))
    }

    /// The fields of this widget, by id; without the key of another scenario.
    pub fn visible_fields(&self) -> Vec<String> {
        let mut ids = Vec::new();
        if let Some(form) = self.about(self.sheet, None).form() {
            form.visit(&mut |name, id| {
                if name == "data-field" {
                    ids.push(id.to_owned());
                }
            });
        }
        ids
    }
}

/// Whether a warning is about what a widget shows.
const fn concerns_kind(code: WarningCode, kind: Kind) -> bool {
    use WarningCode as W;
    match kind {
        Kind::LearningTime => matches!(
            code,
            W::WeekCyclesExceedWeeks
                | W::LearningTimeHigh
                | W::LearningTimeImpossible
                | W::GroupWithoutLearning
        ),
        Kind::ProfCircles => {
            matches!(code, W::CirclesInfeasible | W::TooManyCirclesPerLeader | W::NoLeaders)
        }
        Kind::Budget => matches!(code, W::SmallGroupWage),
        Kind::ReturnOnValue => matches!(
            code,
            W::HaircutOnResearchUplift | W::BenefitsMayOverlap | W::LagReachesHorizon
        ),
        Kind::Scenarios | Kind::Planner | Kind::Report => true,
    }
}

fn time(screen: &Screen, outcome: &Outcome, stats: Element) -> Option<Element> {
    let locale = screen.locale;
    let time = &outcome.own.evaluation.learning_time;
    for (figure, number, caption) in [
        ("learningTime.hoursPerEmployee", time.hours_per_employee, Word::HoursPerYear),
        ("learningTime.daysPerFte", time.days_per_fte, Word::DaysPerFteShort),
    ] {
        screen.stat(stats, figure, hours(locale, number), screen.word(caption));
    }
    let part = locale.say(Phrase::WorkShare(&share(locale, time.share_of_working_time)));
    Some(screen.figure(HERE, "learningTime.shareOfWorkingTime", part))
}

fn circles(screen: &Screen, outcome: &Outcome, stats: Element) -> Option<Element> {
    let locale = screen.locale;
    let circles = &outcome.own.evaluation.prof_circles;
    for (figure, number, unit) in [
        ("profCircles.circles", circles.circles, Word::Circles),
        ("profCircles.sessions", circles.sessions, Word::Meetings),
    ] {
        screen.stat(stats, figure, count(locale, number), locale.unit(number as f64, unit));
    }
    let size = |size: &CircleSize| count(locale, size.size);
    let sizes = match circles.sizes.as_slice() {
        [] => return None,
        [one] => size(one),
        [last, first] => locale.say(Phrase::Or(&size(first), &size(last))),
        [last, .., first] => locale.say(Phrase::FromTo(&size(first), &size(last))),
    };
    let sizes = locale.say(Phrase::SizeOfCircles(&sizes));
    Some(screen.figure(HERE, "profCircles.sizes[0].size", sizes))
}

fn budget(screen: &Screen, outcome: &Outcome, stats: Element) -> Option<Element> {
    let locale = screen.locale;
    let budget = &outcome.own.evaluation.budget;
    for (figure, amount, caption) in [
        ("budget.cash", budget.cash, Word::CashShort),
        ("budget.full", budget.full, Word::FullShort),
    ] {
        screen.stat(stats, figure, locale.euros(amount, 0), screen.word(caption));
    }
    let (Some(gap), Some(available)) = (budget.gap, budget.available) else {
        return Some(el("span").word(locale, Word::FullIncludes));
    };
    let (left, available) = (locale.euros(gap.abs(), 0), locale.euros(available, 0));
    let phrase =
        if gap < 0.0 { Phrase::Short(&left, &available) } else { Phrase::Left(&left, &available) };
    Some(screen.figure(HERE, "budget.gap", locale.say(phrase)))
}

fn value(screen: &Screen, outcome: &Outcome, stats: Element) -> Option<Element> {
    let v = &outcome.own.evaluation.value;
    let locale = screen.locale;
    let break_even = share(locale, v.break_even_uplift);
    screen.stat(stats, "value.breakEvenUplift", break_even, screen.word(Word::BreakEven));
    let caption = of("span", "caption long");
    match outcome.uplifts() {
        Some(uplifts) => {
            let [low, high] = uplifts.map(|uplift| locale.percent_up_to(uplift.to_f64(), 1));
            caption.say(locale, Phrase::RovBetween(&low, &high))
        }
        None if has_productivity(&outcome.own.plan) => caption.say(locale, Phrase::RovGiven),
        None => caption.word(locale, Word::ReturnOnValue),
    };
    let rov = of("span", "big").add(screen.figure(HERE, "value.rov", screen.rov(outcome)));
    stats.add(of("div", "stat").add(rov).add(caption));
    let foot = el("span");
    Some(match v.break_even_uplift {
        None => foot.word(locale, Word::UpliftUnknown),
        Some(0.0) => foot.word(locale, Word::UpliftNone),
        Some(uplift) => foot.say(locale, Phrase::CostsCovered(&locale.percent(uplift, 1))),
    })
}

fn has_productivity(plan: &Plan) -> bool {
    let productivity = |kind| matches!(kind, BenefitKind::Productivity { .. });
    plan.value.benefits.iter().any(|benefit| productivity(benefit.kind))
}
