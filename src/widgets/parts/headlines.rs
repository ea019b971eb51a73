//! The four headline figures, what is wrong with them, and what to look at.

use super::Screen;
use super::form::button;
use crate::plan::{BenefitKind, Code, InputError, Plan, WarningCode};
use crate::text::{self, Locale, NO_VALUE, Phrase, Subject, Word};
use crate::widgets::draft::{Outcome, concerns};
use crate::widgets::tree::{Element, View, el, of};
use crate::widgets::widget::Kind;

/// The part of the page where the cards are, for figures that are asked about.
const HERE: &str = "headlines";
/// The same, for the button of a card that asks in words.
const CARD: &str = "card";

/// What draws the body of a card.
type Draw = fn(&Screen, &Outcome) -> Body;

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

/// What stands in a headline's card: its large numbers, and a line below them.
type Body = (Vec<Element>, Option<Element>);

/// What is said aloud of the headline figures, one line each.
pub fn spoken(screen: &Screen) -> Vec<String> {
    let Some(outcome) = screen.outcome() else {
        return Vec::new();
    };
    let locale = screen.locale();
    if !screen.errors().is_empty() {
        return vec![locale.say(Phrase::Stale(screen.errors().len()))];
    }
    let e = &outcome.own.evaluation;
    let all = [
        locale.say(Phrase::SayTime(&hours(locale, e.learning_time.hours_per_employee))),
        locale.say(Phrase::SayCircles(
            &count(locale, e.prof_circles.circles),
            &count(locale, e.prof_circles.sessions),
        )),
        locale.say(Phrase::SayBudget(
            &locale.euros(e.budget.cash, 0),
            &locale.euros(e.budget.full, 0),
        )),
        locale.say(Phrase::SayBreakEven(&share(locale, e.value.break_even_uplift))),
    ];
    let own = Card::of(screen.kind);
    let cards = Card::ALL.into_iter().zip(all);
    cards.filter(|(card, _)| own.contains(card)).map(|(_, line)| line).collect()
}

pub fn hours(locale: Locale, value: Option<f64>) -> String {
    value.map_or_else(|| NO_VALUE.to_owned(), |value| locale.number(value, 1))
}

pub fn share(locale: Locale, value: Option<f64>) -> String {
    value.map_or_else(|| NO_VALUE.to_owned(), |value| locale.percent(value, 1))
}

pub fn count(locale: Locale, value: u64) -> String {
    locale.number(value as f64, 0)
}

impl Screen<'_> {
    /// The headline figures of a widget, in cards.
    pub fn headlines(&self) -> Element {
        let outcome = self.outcome();
        let stale = outcome.is_some() && !self.errors().is_empty();
        of("section", if stale { "headlines stale" } else { "headlines" })
            .key("headlines")
            .set("part", "headlines")
            .set("aria-label", self.word(Word::Headlines))
            .add(of("div", "figures").all(Card::of(self.kind).iter().map(|card| self.card(*card))))
            .maybe(
                self.status().or_else(|| {
                    if self.kind == Kind::Planner { self.right_answers() } else { None }
                }),
            )
    }

    /// The steps of a figure of the cards.
    pub fn headline_derivation(&self) -> Option<Element> {
        self.derivation(HERE).or_else(|| self.derivation(CARD))
    }

    /// A large number with what it counts.
    fn stat(&self, figure: &str, number: String, caption: impl Into<View>) -> Element {
        of("div", "stat")
            .add(of("span", "big").add(self.figure(HERE, figure, number)))
            .add(of("span", "caption").add(caption))
    }

    fn card(&self, card: Card) -> Element {
        let (name, title, figure, body) = card.about();
        let nothing = || {
            let dash = of("div", "stat").add(of("span", "big").add(NO_VALUE));
            (vec![dash], None)
        };
        let (stats, foot) = self.outcome().map_or_else(nothing, |outcome| body(self, outcome));
        of("div", "card")
            .key(name)
            .set("data-card", name)
            .set("part", "card")
            .add(el("h2").set("id", format!("t-{name}")).add(self.word(title)))
            .add(of("div", "stats").all(stats))
            .maybe(foot.map(|foot| of("p", "foot").add(foot)))
            .maybe(self.outcome().map(|_| self.why(CARD, figure)))
    }

    /// One line that says why the figures are old or absent, with the way to the first mistake.
    fn status(&self) -> Option<Element> {
        let locale = self.locale();
        let wrong: Vec<&InputError> = self
            .errors()
            .iter()
            .filter(|error| self.outcome().is_some() || error.code != Code::Missing)
            .collect();
        if wrong.is_empty() {
            return self
                .outcome()
                .is_none()
                .then(|| of("p", "status").key("status").add(self.word(Word::PrepareFirst)));
        }
        let phrase = if self.outcome().is_some() {
            Phrase::Stale(wrong.len())
        } else {
            Phrase::Blocked(wrong.len())
        };
        let visible = self.visible_fields();
        let first = wrong.iter().find_map(|error| self.field_of(error, &visible));
        // A mistake in a part of the plan that has no field here is told on the spot.
        let elsewhere = self.errors().iter().filter(|error| {
            error.code != Code::Missing && self.field_of(error, &visible).is_none()
        });
        let elsewhere: Vec<Element> = elsewhere
            .map(|error| {
                el("li")
                    .add(el("code").add(error.path.as_str()))
                    .add(" ")
                    .add(text::error(locale, error))
            })
            .collect();
        Some(
            of("div", "status wrong")
                .key("status")
                .add(el("p").add(locale.say(phrase)).add(" ").maybe(first.map(|id| {
                    button("go", self.word(Word::GoThere)).set("class", "link").set("data-id", id)
                })))
                .maybe((!elsewhere.is_empty()).then(|| el("ul").all(elsewhere))),
        )
    }

    pub fn warnings(&self) -> Option<Element> {
        let locale = self.locale();
        let evaluation = &self.outcome()?.own.evaluation;
        let sizes = self.sizes(&evaluation.prof_circles.sizes);
        let per_leader = evaluation
            .prof_circles
            .circles_per_leader
            .map_or_else(String::new, |n| locale.number(n, 1));
        let lines: Vec<Element> = evaluation
            .warnings
            .iter()
            .filter(|warning| concerns_kind(warning.code, self.kind))
            .map(|warning| {
                let group = text::place(&warning.path, "groups")
                    .map_or_else(String::new, |place| self.group_name(place));
                let about =
                    Subject { group: &group, sizes: &sizes, circles_per_leader: &per_leader };
                el("li").add(text::warning(locale, warning, about))
            })
            .collect();
        (!lines.is_empty()).then(|| {
            of("div", "warnings")
                .key("warnings")
                .add(el("h2").add(self.word(Word::WarningsTitle)))
                .add(el("ul").all(lines))
        })
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

fn time(screen: &Screen, outcome: &Outcome) -> Body {
    let locale = screen.locale();
    let time = &outcome.own.evaluation.learning_time;
    let days = time.days_per_fte.map_or_else(|| NO_VALUE.to_owned(), |days| locale.number(days, 1));
    let part = locale.say(Phrase::WorkShare(&share(locale, time.share_of_working_time)));
    (
        vec![
            screen.stat(
                "learningTime.hoursPerEmployee",
                hours(locale, time.hours_per_employee),
                screen.word(Word::HoursPerYear),
            ),
            screen.stat("learningTime.daysPerFte", days, screen.word(Word::DaysPerFteShort)),
        ],
        Some(screen.figure(HERE, "learningTime.shareOfWorkingTime", part)),
    )
}

fn circles(screen: &Screen, outcome: &Outcome) -> Body {
    let locale = screen.locale();
    let circles = &outcome.own.evaluation.prof_circles;
    let stat =
        |figure, n: u64, unit| screen.stat(figure, count(locale, n), locale.unit(n as f64, unit));
    let sizes: Vec<String> =
        circles.sizes.iter().rev().map(|size| count(locale, size.size)).collect();
    let foot = match sizes.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        [first, .., last] if sizes.len() > 2 => Some(locale.say(Phrase::FromTo(first, last))),
        [first, .., last] => Some(locale.say(Phrase::Or(first, last))),
    };
    (
        vec![
            stat("profCircles.circles", circles.circles, Word::Circles),
            stat("profCircles.sessions", circles.sessions, Word::Meetings),
        ],
        foot.map(|sizes| {
            let sizes = locale.say(Phrase::SizeOfCircles(&sizes));
            screen.figure(HERE, "profCircles.sizes[0].size", sizes)
        }),
    )
}

fn budget(screen: &Screen, outcome: &Outcome) -> Body {
    let locale = screen.locale();
    let budget = &outcome.own.evaluation.budget;
    let gap = budget.gap.zip(budget.available).map(|(gap, available)| {
        let (left, available) = (locale.euros(gap.abs(), 0), locale.euros(available, 0));
        let text = locale.say(if gap < 0.0 {
            Phrase::Short(&left, &available)
        } else {
            Phrase::Left(&left, &available)
        });
        screen.figure(HERE, "budget.gap", text)
    });
    let stat = |figure, amount, caption| {
        screen.stat(figure, locale.euros(amount, 0), screen.word(caption))
    };
    (
        vec![
            stat("budget.cash", budget.cash, Word::CashShort),
            stat("budget.full", budget.full, Word::FullShort),
        ],
        Some(gap.unwrap_or_else(|| el("span").add(screen.word(Word::FullIncludes)))),
    )
}

fn value(screen: &Screen, outcome: &Outcome) -> Body {
    let v = &outcome.own.evaluation.value;
    let locale = screen.locale();
    let caption = match outcome.uplifts() {
        Some(uplifts) => {
            let [low, high] = uplifts.map(|uplift| locale.percent_up_to(uplift.to_f64(), 1));
            locale.say(Phrase::RovBetween(&low, &high))
        }
        None if has_productivity(&outcome.own.plan) => locale.say(Phrase::RovGiven),
        None => screen.word(Word::ReturnOnValue).to_owned(),
    };
    let foot = match v.break_even_uplift {
        None => screen.word(Word::UpliftUnknown).to_owned(),
        Some(0.0) => screen.word(Word::UpliftNone).to_owned(),
        Some(uplift) => locale.say(Phrase::CostsCovered(&locale.percent(uplift, 1))),
    };
    (
        vec![
            screen.stat(
                "value.breakEvenUplift",
                share(locale, v.break_even_uplift),
                screen.word(Word::BreakEven),
            ),
            of("div", "stat")
                .add(of("span", "big").add(screen.figure(HERE, "value.rov", screen.rov(outcome))))
                .add(of("span", "caption long").add(caption)),
        ],
        Some(el("span").add(foot)),
    )
}

fn has_productivity(plan: &Plan) -> bool {
    let productivity = |kind| matches!(kind, BenefitKind::Productivity { .. });
    plan.value.benefits.iter().any(|benefit| productivity(benefit.kind))
}
