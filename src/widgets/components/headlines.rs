//! The four headline figures, what is wrong with them, and what to look at.

use crate::model::evaluation::Evaluation;
use crate::model::figures::Figure;
use crate::plan::{Benefit, Code, InputError, Path, Plan, WarningCode};
use crate::text::{self, NO_VALUE, Phrase, Subject, Word};
use crate::widgets::components::figures::ShownFigure;
use crate::widgets::context::{Screen, Spoken};
use crate::widgets::kinds::Kind;
use crate::widgets::numbers::{count, hours, share};
use crate::widgets::state::{Outcome, concerns};
use crate::widgets::tree::{Element, el, of};

/// The part of the page where the cards are, for figures that are asked about.
const HERE: &str = "headlines";
/// The same, for the button of a card that asks in words.
const CARD: &str = "card";

/// What draws the body of a card below the large numbers that all cards have.
type Draw = fn(&Screen, &Outcome, Body);

/// A figure that is told in a large number, and what that counts.
type Stat = (Figure, Word);

/// The headline figures: a title, and the numbers under it. The Return on Value stands behind the last by
/// itself: it can be a range.
pub const HEADLINES: [(Word, &[Stat]); 4] = [
    (
        Word::HoursPerEmployee,
        &[
            (Figure::HoursPerEmployee, Word::HoursPerYear),
            (Figure::DaysPerFte, Word::DaysPerFteShort),
        ],
    ),
    (Word::ProfCircles, &[(Figure::Circles, Word::Circles), (Figure::Sessions, Word::Meetings)]),
    (Word::Budget, &[(Figure::Cash, Word::CashShort), (Figure::Full, Word::FullShort)]),
    (Word::ReturnOnValue, &[(Figure::BreakEvenUplift, Word::BreakEven)]),
];

/// A headline figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Card {
    Time,
    Circles,
    Budget,
    Value,
}

/// Where the large numbers of a card go, and the line below them.
#[derive(Clone, Copy)]
struct Body {
    stats: Element,
    card: Element,
}

impl Body {
    /// Adds the line below the numbers.
    fn foot(self, line: Element) {
        self.card.add(of("p", "foot").add(line));
    }
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

    /// Its name, its title, its large numbers, and what else stands in it.
    fn about(self) -> (&'static str, (Word, &'static [Stat]), Draw) {
        let [about_time, about_circles, about_budget, about_value] = HEADLINES;
        match self {
            Self::Time => ("time", about_time, time),
            Self::Circles => ("circles", about_circles, circles),
            Self::Budget => ("budget", about_budget, budget),
            Self::Value => ("value", about_value, value),
        }
    }
}

/// What is said aloud of the headline figures, one line each.
pub fn spoken(screen: &Screen) -> Vec<Spoken> {
    let Some(outcome) = screen.outcome() else {
        return Vec::new();
    };
    let locale = screen.locale;
    if !screen.errors().is_empty() {
        let line = locale.say(Phrase::Stale(screen.errors().len()));
        return vec![Spoken { line, range: String::new() }];
    }
    let e = &outcome.own.evaluation;
    let mut lines = Vec::new();
    for card in Card::of(screen.kind) {
        let line = match card {
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
        };
        lines.push(Spoken { line, range: card.spoken_range(screen, outcome) });
    }
    lines
}

impl Card {
    /// Between what the figures lie that are said aloud, in their order.
    fn spoken_range(self, screen: &Screen, outcome: &Outcome) -> String {
        let (_, (_, numbers), _) = self.about();
        let mut ranges = String::new();
        // Of learning time one figure is said.
        let said = if self == Self::Time { 1 } else { numbers.len() };
        for &(figure, _) in numbers.iter().take(said) {
            if let Some(range) = screen.range(figure) {
                text::list(&mut ranges, "; ", &range);
            }
        }
        if ranges.is_empty() || outcome.is_pending() {
            return String::new();
        }
        let mut said = [screen.word(Word::InEight), " ", &ranges, "."].concat();
        if self == Self::Value
            && let Some(odds) = screen.odds_of(Figure::Net)
        {
            text::list(&mut said, " ", &screen.locale.say(Phrase::ChanceOfValue(&odds)));
        }
        said
    }
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
            .add(self.weigh_switch())
            .maybe(below)
    }

    /// The steps of a figure of the cards.
    pub fn headline_derivation(&self) -> Option<Element> {
        self.derivation(HERE).or_else(|| self.derivation(CARD))
    }

    /// Adds a large number, and gives the empty caption that says what it counts.
    fn stat(&self, to: Body, figure: Figure, number: String) -> Element {
        let number = of("span", "big").add(self.figure(HERE, figure, number));
        let caption = of("span", "caption");
        to.stats.add(of("div", "stat").add(number).add(caption).maybe(self.chance(figure)));
        caption
    }

    /// Tells of large numbers each figure, the number and what it counts.
    pub fn each_stat(&self, e: &Evaluation, stats: &[Stat], tell: &dyn Fn(Figure, String, &str)) {
        for &(figure, unit) in stats {
            let shown = ShownFigure::of(figure);
            let number = shown.number(e);
            let unit = self.locale.unit(number.unwrap_or_default(), unit);
            tell(figure, shown.bare(self.locale, number), unit);
        }
    }

    fn card(&self, card: Card) -> Element {
        let (name, (title, numbers), draw) = card.about();
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
        let body = Body { stats, card: drawn };
        self.each_stat(&outcome.own.evaluation, numbers, &|figure, number, unit| {
            self.stat(body, figure, number).add(unit);
        });
        draw(self, outcome, body);
        drawn.maybe(numbers.first().map(|(figure, _)| self.why(CARD, *figure)))
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
            let go = self.button("go", Word::GoThere).set("class", "link");
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
                let group =
                    warning.group().map_or_else(String::new, |place| self.group_name(place));
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
        let field = |is_it: &dyn Fn(&Path) -> bool| {
            let mut fields = visible.iter().map(String::as_str);
            fields.find(|id| self.path(id).is_some_and(|path| is_it(&path)))
        };
        // The end of an estimate may have a field of its own.
        field(&|path| error.path == path.as_str()).or_else(|| field(&|path| concerns(error, path)))
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

fn time(screen: &Screen, outcome: &Outcome, to: Body) {
    let locale = screen.locale;
    let time = &outcome.own.evaluation.learning_time;
    let part = locale.say(Phrase::WorkShare(&share(locale, time.share_of_working_time)));
    to.foot(screen.figure(HERE, Figure::ShareOfWorkingTime, part));
}

fn circles(screen: &Screen, outcome: &Outcome, to: Body) {
    let locale = screen.locale;
    let circles = &outcome.own.evaluation.prof_circles;
    let sizes = &circles.sizes;
    let (Some(last), Some(first)) = (sizes.first(), sizes.last()) else { return };
    let (first, last) = (count(locale, first.size), count(locale, last.size));
    let shown = match sizes.len() {
        1 => first,
        2 => locale.say(Phrase::Or(&first, &last)),
        _ => locale.say(Phrase::FromTo(&first, &last)),
    };
    let shown = locale.say(Phrase::SizeOfCircles(&shown));
    to.foot(screen.figure(HERE, Figure::Size(0), shown));
}

fn budget(screen: &Screen, outcome: &Outcome, to: Body) {
    let locale = screen.locale;
    let budget = &outcome.own.evaluation.budget;
    let euros = |amount| locale.euros(amount, 0);
    let (Some(gap), Some(available)) = (budget.gap, budget.available) else {
        to.foot(el("span").word(locale, Word::FullIncludes));
        return;
    };
    let (left, available) = (euros(gap.abs()), euros(available));
    let phrase =
        if gap < 0.0 { Phrase::Short(&left, &available) } else { Phrase::Left(&left, &available) };
    to.foot(screen.figure(HERE, Figure::Gap, locale.say(phrase)));
    if let Some(odds) = screen.odds_of(Figure::Gap) {
        to.foot(el("span").say(locale, Phrase::ChanceOfBudget(&odds)));
    }
}

fn value(screen: &Screen, outcome: &Outcome, to: Body) {
    let v = &outcome.own.evaluation.value;
    let locale = screen.locale;
    let caption = of("span", "caption long");
    let chance = screen.chance(Figure::Rov);
    match outcome.uplifts() {
        Some(_) if chance.is_some() => caption.word(locale, Word::RovInEight),
        Some(uplifts) => {
            let [low, high] = uplifts.map(|uplift| locale.percent_up_to(uplift.to_f64(), 1));
            caption.say(locale, Phrase::RovBetween(&low, &high))
        }
        None if has_productivity(&outcome.own.plan) => caption.say(locale, Phrase::RovGiven),
        None => caption.word(locale, Word::ReturnOnValue),
    };
    let rov = of("span", "big").add(screen.figure(HERE, Figure::Rov, screen.rov(outcome)));
    let stat = of("div", "stat").add(rov).add(caption);
    // A range stands in the place of the figure itself where that would be a range anyway.
    to.stats.add(stat.maybe(chance.filter(|_| outcome.uplifts().is_none())));
    let foot = el("span");
    if let Some(odds) = screen.odds_of(Figure::Net) {
        to.foot(foot.say(locale, Phrase::ChanceOfValue(&odds)));
        return;
    }
    to.foot(match v.break_even_uplift {
        None => foot.word(locale, Word::UpliftUnknown),
        Some(0.0) => foot.word(locale, Word::UpliftNone),
        Some(uplift) => foot.say(locale, Phrase::CostsCovered(&locale.percent(uplift, 1))),
    });
}

fn has_productivity(plan: &Plan) -> bool {
    plan.value.benefits.iter().any(|benefit| matches!(benefit, Benefit::Productivity(_)))
}
