//! The tables that the headline figures come from. Every figure in them tells where it comes from.

use super::headlines::{count, hours, share};
use super::outcome::Outcome;
use super::state::{List, Planner};
use super::view::section;
use crate::model::evaluation::{CircleSize, Evaluation, Line};
use crate::plan::defaults;
use crate::text::{self, Locale, NO_VALUE, Phrase, Word, label, pattern};
use crate::widgets::tree::{Element, View, el, of};

impl Planner {
    /// `4 van 9, 8 van 8`.
    pub(super) fn sizes(&self, sizes: &[CircleSize]) -> String {
        let locale = self.locale();
        let each: Vec<String> = sizes
            .iter()
            .map(|size| {
                locale.say(Phrase::CirclesOf(&count(locale, size.count), &count(locale, size.size)))
            })
            .collect();
        each.join(", ")
    }

    pub(super) fn results(&self) -> Element {
        let Some(outcome) = &self.outcome else {
            return of("div", "results").key("results");
        };
        let e = &outcome.own.evaluation;
        let stale = !self.errors.is_empty();
        of("div", if stale { "results stale" } else { "results" })
            .key("results")
            .add(self.why_hint())
            .add(self.lines_table(e))
            .add(
                of("div", "side")
                    .add(self.time_table(e))
                    .add(self.circles_table(e))
                    .add(self.value_table(outcome)),
            )
            .add(self.defaults_list(e))
    }

    /// Every line that is not zero, what it adds up to, and how the full cost follows from that.
    fn lines_table(&self, e: &Evaluation) -> Element {
        let locale = self.locale();
        let cents = |amount: f64| (amount * 100.0).round();
        let amount = |figure: &str, amount: f64| {
            View::from(self.figure("lines", figure, locale.number(amount, 2)))
        };
        let nothing = || View::from("");
        let (mut non_cash, mut rows) = (0.0, Vec::new());
        for (i, line) in e.budget.lines.iter().enumerate() {
            if !line.cash {
                non_cash += cents(line.amount);
            }
            if line.amount != 0.0 {
                let amount = amount(&format!("budget.lines[{i}].amount"), line.amount);
                let (cash, other) =
                    if line.cash { (amount, nothing()) } else { (nothing(), amount) };
                rows.push(
                    money_row(self.line_name(line), self.line_sum(line), cash, other).key(&line.id),
                );
            }
        }
        let covered = non_cash + cents(e.budget.cash) - cents(e.budget.full);
        let full = amount("budget.full", e.budget.full);
        let full = of("td", "number").set("colspan", "2").add(full);
        let full_name = named_row(self.word(Word::FullCost), Some(self.word(Word::FullSum)));
        let foot = el("tfoot")
            .add(
                money_row(
                    self.word(Word::Total),
                    None,
                    amount("budget.cash", e.budget.cash),
                    amount("budget.otherLines", non_cash / 100.0),
                )
                .key("sum")
                .set("class", "total"),
            )
            .maybe((covered != 0.0).then(|| {
                let amount = amount("budget.coveredTime", -covered / 100.0);
                money_row(self.word(Word::CoveredTime), None, nothing(), amount).key("covered")
            }))
            .add(full_name.key("full").set("class", "total full").add(full));
        let euro = |class: &'static str, word: Word| {
            self.column(class, word).add(of("span", "detail").add("€"))
        };
        let head = el("tr")
            .add(self.column("", Word::LineLabel))
            .add(euro("number", Word::LineCash))
            .add(euro("number other", Word::LineNonCash));
        section(self.word(Word::LinesTitle), "lines")
            .add(scroller(
                self.word(Word::LinesTitle),
                el("table").add(el("thead").add(head)).add(el("tbody").all(rows)).add(foot),
            ))
            .maybe((covered != 0.0).then(|| of("p", "hint").add(self.word(Word::CoveredTimeNote))))
            .add(self.views(e))
            .maybe(self.derivation("lines"))
    }

    /// Cash and full cost, divided by the things that people compare.
    fn views(&self, e: &Evaluation) -> Element {
        let locale = self.locale();
        let b = &e.budget;
        let views = [
            (Word::PerHeadTitle, "perEmployee", b.per_employee),
            (Word::PerParticipantTitle, "perParticipant", b.per_participant),
            (Word::PerFteTitle, "perFte", b.per_fte),
            (Word::SharePayrollTitle, "shareOfPayroll", b.share_of_payroll),
        ];
        let rows = views.map(|(name, key, of)| {
            let shown = |view: &str, value: Option<f64>| {
                let text = match value {
                    None => NO_VALUE.to_owned(),
                    Some(value) if key == "shareOfPayroll" => locale.percent(value, 1),
                    Some(value) => locale.euros(value, 0),
                };
                self.figure("lines", format!("budget.{key}.{view}"), text)
            };
            money_row(self.word(name), None, shown("cash", of.cash), shown("full", of.full))
        });
        let head = el("tr")
            .add(el("td"))
            .add(self.column("number", Word::CashTitle))
            .add(self.column("number other", Word::FullCost));
        of("table", "views").add(el("thead").add(head)).add(el("tbody").all(rows))
    }

    /// The heading of a column.
    fn column(&self, class: &'static str, word: Word) -> Element {
        of("th", class).set("scope", "col").add(self.word(word))
    }

    pub(super) fn line_name(&self, line: &Line) -> String {
        let group = line.group.as_deref().and_then(|id| self.group_of(id)).unwrap_or_default();
        text::line_name(self.locale(), line, &group)
    }

    /// A row of column heads: a name, then numbers.
    fn columns(&self, name: Word, numbers: &[Word]) -> Element {
        let head = |&word: &Word| of("th", "number").set("scope", "col").add(self.word(word));
        el("tr")
            .add(el("th").set("scope", "col").add(self.word(name)))
            .all(numbers.iter().map(head))
    }

    /// The name of the group with an id.
    pub(super) fn group_of(&self, id: &str) -> Option<String> {
        let groups = &self.outcome.as_ref()?.own.plan.groups;
        groups.iter().position(|group| group.id == id).map(|place| self.group_name(place))
    }

    /// `1.152 uur × € 48,20`.
    fn line_sum(&self, line: &Line) -> Option<String> {
        let locale = self.locale();
        let unit = match line.unit {
            "h" => Word::Hours,
            "person" => Word::Persons,
            "fte" => Word::FteUnit,
            "session" => Word::Meetings,
            "circle" => Word::Circles,
            "euro" => {
                return Some(format!(
                    "{} × {}",
                    locale.percent_up_to(line.unit_price, 2),
                    locale.euros(line.quantity, 2)
                ));
            }
            _ => return None,
        };
        Some(format!(
            "{} {} × {}",
            locale.number_up_to(line.quantity, 2),
            locale.unit(line.quantity, unit),
            locale.euros(line.unit_price, 2)
        ))
    }

    fn time_table(&self, e: &Evaluation) -> Element {
        let locale = self.locale();
        let time = &e.learning_time;
        let number = |figure: String, text: String| {
            of("td", "number").add(self.figure("time", figure, text))
        };
        let (c, s) = (&time.by_component, &time.share_by_component);
        let parts = [
            (Word::WeekCycles, "weekCycles", c.week_cycles, s.week_cycles),
            (Word::ProfCircles, "profCircles", c.prof_circles, s.prof_circles),
            (Word::ProfTrack, "profTrack", c.prof_track, s.prof_track),
            (Word::Formal, "formal", c.formal, s.formal),
            (Word::Talks, "developmentTalks", c.development_talks, s.development_talks),
        ];
        let rows = parts.map(|(word, key, hours, part)| {
            let part_text =
                part.map_or_else(|| NO_VALUE.to_owned(), |part| locale.percent(part, 0));
            el("tr")
                .add(el("th").set("scope", "row").add(self.word(word)))
                .add(number(format!("learningTime.byComponent.{key}"), locale.number(hours, 0)))
                .add(number(format!("learningTime.shareByComponent.{key}"), part_text))
                .add(of("td", "bar").add(bar(part.unwrap_or_default())))
        });
        let groups = time.groups.iter().enumerate().map(|(place, group)| {
            let of = |key: &str| format!("learningTime.groups[{place}].{key}");
            el("tr")
                .key(group.id.clone())
                .add(el("th").set("scope", "row").add(self.group_name(place)))
                .add(number(of("participants"), count(locale, group.participants)))
                .add(number(of("hoursPerEmployee"), hours(locale, group.hours_per_employee)))
                .add(number(of("shareOfWorkingTime"), share(locale, group.share_of_working_time)))
        });
        let heads = self.columns(Word::Component, &[Word::HoursOfAll, Word::SharePart]);
        let total = el("tr")
            .set("class", "total")
            .add(el("th").set("scope", "row").add(self.word(Word::Total)))
            .add(number("learningTime.totalHours".to_owned(), locale.number(time.total_hours, 0)))
            .add(el("td"))
            .add(el("td"));
        section(self.word(Word::LearningTime), "time")
            .add(scroller(
                self.word(Word::ByComponent),
                el("table")
                    .add(el("thead").add(heads.add(el("td"))))
                    .add(el("tbody").all(rows))
                    .add(el("tfoot").add(total)),
            ))
            .maybe((time.groups.len() > 1).then(|| {
                let heads = [Word::ParticipantCount, Word::HoursEach, Word::WorkShare];
                scroller(
                    self.word(Word::Groups),
                    el("table")
                        .add(el("thead").add(self.columns(Word::Group, &heads)))
                        .add(el("tbody").all(groups)),
                )
            }))
            .maybe(self.derivation("time"))
    }

    fn circles_table(&self, e: &Evaluation) -> Element {
        const HERE: &str = "circles-result";
        let locale = self.locale();
        let circles = &e.prof_circles;
        let fact = |name, key: &str, text| {
            self.fact(name, [self.figure(HERE, format!("profCircles.{key}"), text)])
        };
        let sizes = circles.sizes.iter().enumerate().map(|(i, size)| {
            let text = Phrase::CirclesOf(&count(locale, size.count), &count(locale, size.size));
            let figure = format!("profCircles.sizes[{i}].count");
            let comma = if i + 1 < circles.sizes.len() { ", " } else { "" };
            el("span").add(self.figure(HERE, figure, locale.say(text))).add(comma)
        });
        let fte = locale.number(circles.facilitator_fte, 2);
        section(self.word(Word::CirclesTitle), HERE)
            .add(
                el("dl")
                    .set("class", "facts")
                    .all(self.fact(Word::SizeTitle, sizes))
                    .all(fact(
                        Word::PerWeekTitle,
                        "sessionsPerWeek",
                        locale.number(circles.sessions_per_week, 1),
                    ))
                    .all(fact(
                        Word::FacilitatorHours,
                        "facilitatorHours",
                        locale.number_up_to(circles.facilitator_hours, 1),
                    ))
                    .all(fact(Word::FacilitatorFte, "facilitatorFte", fte))
                    .all(fact(
                        Word::FacilitatorCount,
                        "facilitators",
                        count(locale, circles.facilitators),
                    ))
                    .all(circles.circles_per_leader.into_iter().flat_map(|per| {
                        let text = locale.number_up_to(per, 1);
                        fact(Word::CirclesPerLeader, "circlesPerLeader", text)
                    })),
            )
            .maybe(self.derivation(HERE))
    }

    /// A name, and what stands beside it.
    fn fact<V: Into<View>>(&self, name: Word, of: impl IntoIterator<Item = V>) -> [Element; 2] {
        [el("dt").add(self.word(name)), el("dd").all(of)]
    }

    fn value_table(&self, outcome: &Outcome) -> Element {
        const HERE: &str = "value-result";
        let v = &outcome.own.evaluation.value;
        let locale = self.locale();
        let years = count(locale, outcome.own.plan.value.horizon_years.whole());
        let fact = |name, figure: &str, text| self.fact(name, [self.figure(HERE, figure, text)]);
        let euros = |value: f64| locale.euros(value, 0);
        let payback = match v.payback_month {
            Some(month) => locale.say(Phrase::PaybackMonth(month)),
            None => locale.say(Phrase::NoPayback(&years)),
        };
        let net = self.span(outcome, "value.net", |v| euros(v.net));
        let inaction = self.span(outcome, "value.inactionCost", |v| euros(v.inaction_cost));
        let single = outcome.uplifts().is_none();
        let present = || fact(Word::PresentValue, "value.pvValue", euros(v.pv_value));
        section(self.word(Word::ValueTitle), HERE)
            .add(
                el("dl")
                    .set("class", "facts")
                    .all(fact(
                        Word::BreakEven,
                        "value.breakEvenUplift",
                        self.break_even(v.break_even_uplift),
                    ))
                    .all(fact(Word::ReturnOnValue, "value.rov", self.rov(outcome)))
                    .all(fact(Word::NetValue, "value.net", net))
                    .all(fact(Word::PresentCost, "value.pvCost", euros(v.pv_cost)))
                    .all(single.then(present).into_iter().flatten())
                    .all(
                        single
                            .then(|| fact(Word::Payback, "value.paybackMonth", payback))
                            .into_iter()
                            .flatten(),
                    )
                    .add(el("dt").add(locale.say(Phrase::InactionOver(&years))))
                    .add(el("dd").add(self.figure(HERE, "value.inactionCost", inaction))),
            )
            .add(of("p", "hint").add(locale.say(Phrase::Evidence)))
            .add(self.months_table(&outcome.own.evaluation))
            .maybe(self.derivation(HERE))
    }

    fn months_table(&self, e: &Evaluation) -> Element {
        let months = e.value.months.iter().enumerate().map(|(i, month)| {
            let cells = [
                ("cost", month.cost),
                ("value", month.value),
                ("cumulativeCost", month.cumulative_cost),
                ("cumulativeValue", month.cumulative_value),
            ];
            let cell = |(key, amount): (&str, f64)| {
                let text = self.locale().number(amount, 0);
                let figure = format!("value.months[{i}].{key}");
                of("td", "number").add(self.figure("value-result", figure, text))
            };
            let name = el("th").set("scope", "row").add(month.month.to_string());
            el("tr").add(name).all(cells.map(cell))
        });
        let heads =
            [Word::MonthCost, Word::MonthValue, Word::CumulativeCost, Word::CumulativeValue];
        of("details", "months").add(el("summary").add(self.word(Word::PerMonth))).add(scroller(
            self.word(Word::PerMonth),
            el("table")
                .add(el("thead").add(self.columns(Word::Month, &heads)))
                .add(el("tbody").all(months)),
        ))
    }

    /// A figure of Return on Value: from one end to the other where it is a range.
    fn span(
        &self,
        outcome: &Outcome,
        figure: &str,
        shown: impl Fn(&crate::model::evaluation::Value) -> String,
    ) -> String {
        match outcome.ends(figure) {
            Some(ends) => {
                let [low, high] = ends.each_ref().map(|end| shown(&end.evaluation.value));
                self.locale().say(Phrase::FromTo(&low, &high))
            }
            None => shown(&outcome.own.evaluation.value),
        }
    }

    /// Return on Value: a range as long as the uplift is not the plan's own single number.
    pub(super) fn rov(&self, outcome: &Outcome) -> String {
        let locale = self.locale();
        self.span(outcome, "value.rov", |value| {
            value.rov.map_or_else(|| NO_VALUE.to_owned(), |rov| locale.percent(rov, 0))
        })
    }

    fn break_even(&self, uplift: Option<f64>) -> String {
        match uplift {
            None => self.word(Word::UpliftUnknown).to_owned(),
            Some(0.0) => self.word(Word::UpliftNone).to_owned(),
            Some(uplift) => {
                let percent = self.locale().percent(uplift, 2);
                format!("{percent} {}", self.word(Word::UpliftNeeded))
            }
        }
    }

    fn defaults_list(&self, e: &Evaluation) -> Element {
        let locale = self.locale();
        let used = &e.defaults_used;
        let all = defaults(self.country());
        let mut seen: Vec<(String, Vec<String>)> = Vec::new();
        for path in used {
            let pattern = pattern(path);
            let group = text::place(path, "groups").map(|place| self.group_name(place));
            match seen.iter_mut().find(|(known, _)| *known == pattern) {
                Some((_, groups)) => groups.extend(group),
                None => seen.push((pattern, group.into_iter().collect())),
            }
        }
        let many = self.row_keys(List::Groups).count();
        let rows = seen.iter().map(|(path, groups)| {
            let found = label(path);
            let name = found.map_or(path.as_str(), |label| self.word(label.name));
            let name = if groups.is_empty() || groups.len() == many {
                name.to_owned()
            } else {
                locale.say(Phrase::OfGroup(name, &groups.join(", ")))
            };
            let default = all.iter().find(|default| default.path == path);
            let value = default.zip(found).map_or_else(String::new, |(default, label)| {
                let unit =
                    label.unit.map_or_else(String::new, |unit| format!(" {}", self.word(unit)));
                format!("{}{unit}", text::shown(locale, default.value, label.kind))
            });
            let basis = match (default, path.as_str()) {
                (Some(default), _) => self.basis(default.basis, text::source(locale, path)),
                (None, "costs" | "value.benefits") => {
                    self.basis(crate::plan::Basis::Derived, text::source(locale, path))
                }
                (None, _) => self.basis(crate::plan::Basis::Assumption, ""),
            };
            el("tr")
                .key(path.clone())
                .add(el("th").set("scope", "row").add(name))
                .add(of("td", "number").add(value))
                .add(el("td").all(basis))
        });
        section(self.word(Word::DefaultsTitle), "defaults").add(if used.is_empty() {
            of("p", "hint").add(self.word(Word::DefaultsNone))
        } else {
            of("details", "used")
                .add(el("summary").add(locale.say(Phrase::DefaultsCount(seen.len()))))
                .add(scroller(
                    self.word(Word::DefaultsTitle),
                    el("table").add(el("tbody").all(rows)),
                ))
        })
    }
}

/// A row with its name, and how it was calculated.
fn named_row(name: impl Into<View>, detail: Option<impl Into<View>>) -> Element {
    let name = el("th").set("scope", "row").add(name);
    el("tr").add(name.maybe(detail.map(|detail| of("span", "detail").add(detail))))
}

/// A row of the budget: cash in one column, the rest in the other.
fn money_row(
    name: impl Into<View>,
    detail: Option<String>,
    cash: impl Into<View>,
    other: impl Into<View>,
) -> Element {
    named_row(name, detail)
        .add(of("td", "number").add(cash))
        .add(of("td", "number other").add(other))
}

/// A table that scrolls by itself where the page is narrow.
pub(super) fn scroller(name: &str, table: Element) -> Element {
    of("div", "scroller")
        .set("role", "group")
        .set("tabindex", "0")
        .set("aria-label", name)
        .add(table)
}

/// A bar as long as a share of its cell.
fn bar(part: f64) -> Element {
    el("svg")
        .set("viewBox", "0 0 100 8")
        .set("preserveAspectRatio", "none")
        .set("aria-hidden", "true")
        .add(
            el("rect")
                .set("width", Locale::En.number(part * 100.0, 0))
                .set("height", "8")
                .set("rx", "1"),
        )
}
