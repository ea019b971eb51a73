//! The figures: four headlines, and the tables that they come from.

use super::state::{List, Outcome, Planner};
use super::view::{button, section};
use crate::Decimal;
use crate::model::evaluation::{CircleSize, Evaluation, Line};
use crate::plan::{BenefitKind, Code, Plan, defaults};
use crate::text::{self, Locale, NO_VALUE, Phrase, Subject, Word, label, pattern};
use crate::widgets::tree::{Element, View, el, of};

/// A figure that can be explained: its id, and the name that the page gives it.
pub(super) const EXPLAINED: [(&str, &str); 3] = [
    ("time", "learningTime.hoursPerEmployee"),
    ("budget", "budget.cash"),
    ("value", "value.breakEvenUplift"),
];

/// What stands in a headline's card: its large numbers, and a line below them.
type Body = (Vec<Element>, Option<String>);

/// What is said aloud of the headline figures, one line each.
pub(super) fn spoken(planner: &Planner) -> Vec<String> {
    let Some(outcome) = &planner.outcome else {
        return Vec::new();
    };
    let locale = planner.locale();
    if !planner.errors.is_empty() {
        return vec![locale.say(Phrase::Stale(planner.errors.len()))];
    }
    let e = &outcome.evaluation;
    vec![
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
    ]
}

fn hours(locale: Locale, value: Option<f64>) -> String {
    value.map_or_else(|| NO_VALUE.to_owned(), |value| locale.number(value, 1))
}

fn share(locale: Locale, value: Option<f64>) -> String {
    value.map_or_else(|| NO_VALUE.to_owned(), |value| locale.percent(value, 1))
}

fn money(locale: Locale, value: Option<f64>) -> String {
    value.map_or_else(|| NO_VALUE.to_owned(), |value| locale.euros(value, 0))
}

fn count(locale: Locale, value: u64) -> String {
    locale.number(value as f64, 0)
}

/// A large number with what it counts.
fn stat(number: String, caption: impl Into<View>) -> Element {
    of("div", "stat").add(of("span", "big").add(number)).add(of("span", "caption").add(caption))
}

impl Planner {
    pub(super) fn headlines(&self) -> Element {
        let outcome = self.outcome.as_ref();
        let stale = outcome.is_some() && !self.errors.is_empty();
        of("section", if stale { "headlines stale" } else { "headlines" })
            .key("headlines")
            .set("aria-label", self.word(Word::Headlines))
            .add(
                of("div", "figures")
                    .add(self.card("time", Word::HoursPerEmployee, outcome, time))
                    .add(self.card("circles", Word::ProfCircles, outcome, circles))
                    .add(self.card("budget", Word::Budget, outcome, budget))
                    .add(self.card("value", Word::ReturnOnValue, outcome, value)),
            )
            .maybe(self.status())
    }

    fn card(
        &self,
        name: &'static str,
        title: Word,
        outcome: Option<&Outcome>,
        body: fn(&Self, &Outcome) -> Body,
    ) -> Element {
        let (stats, foot) = outcome.map_or_else(
            || (vec![stat(NO_VALUE.to_owned(), "")], None),
            |outcome| body(self, outcome),
        );
        let figure = EXPLAINED.iter().find(|(card, _)| *card == name);
        let why = figure.filter(|_| outcome.is_some()).map(|(_, figure)| {
            let open = self.explained == Some(*figure);
            button("why", self.word(Word::WhyThisNumber))
                .set("class", "link")
                .set("id", format!("why-{name}"))
                .set("data-figure", *figure)
                .set("aria-expanded", if open { "true" } else { "false" })
                .set("aria-describedby", format!("t-{name}"))
        });
        of("div", "card")
            .key(name)
            .set("data-card", name)
            .add(el("h2").set("id", format!("t-{name}")).add(self.word(title)))
            .add(of("div", "stats").all(stats))
            .maybe(foot.map(|foot| of("p", "foot").add(foot)))
            .maybe(why)
    }

    /// One line that says why the figures are old or absent, with the way to the first mistake.
    fn status(&self) -> Option<Element> {
        let locale = self.locale();
        let wrong: Vec<&str> = self
            .errors
            .iter()
            .filter(|error| self.outcome.is_some() || error.code != Code::Missing)
            .map(|error| error.path.as_str())
            .collect();
        if wrong.is_empty() {
            return self
                .outcome
                .is_none()
                .then(|| of("p", "status").key("status").add(self.word(Word::PrepareFirst)));
        }
        let phrase = if self.outcome.is_some() {
            Phrase::Stale(wrong.len())
        } else {
            Phrase::Blocked(wrong.len())
        };
        let visible: Vec<String> = self.visible_fields();
        let first = wrong.iter().find_map(|path| {
            visible.iter().find(|id| {
                self.path(id).is_some_and(|own| {
                    path.strip_prefix(own.as_str())
                        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
                })
            })
        });
        // A mistake in a part of the plan that has no field here is told on the spot.
        let elsewhere = self.errors.iter().filter(|error| {
            error.code != Code::Missing
                && !visible.iter().any(|id| {
                    self.path(id).is_some_and(|path| super::state::concerns(error, &path))
                })
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
                    button("go", self.word(Word::GoThere))
                        .set("class", "link")
                        .set("data-id", id.as_str())
                })))
                .maybe((!elsewhere.is_empty()).then(|| el("ul").all(elsewhere))),
        )
    }

    pub(super) fn warnings(&self) -> Option<Element> {
        let locale = self.locale();
        let evaluation = &self.outcome.as_ref()?.evaluation;
        let sizes = self.sizes(&evaluation.prof_circles.sizes);
        let per_leader = evaluation
            .prof_circles
            .circles_per_leader
            .map_or_else(String::new, |n| locale.number(n, 1));
        let lines: Vec<Element> = evaluation
            .warnings
            .iter()
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

    /// `4 van 9, 8 van 8`.
    fn sizes(&self, sizes: &[CircleSize]) -> String {
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
        let e = &outcome.evaluation;
        let stale = !self.errors.is_empty();
        of("div", if stale { "results stale" } else { "results" })
            .key("results")
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
        let (mut non_cash, mut rows) = (0.0, Vec::new());
        for line in &e.budget.lines {
            if !line.cash {
                non_cash += cents(line.amount);
            }
            if line.amount != 0.0 {
                let amount = locale.number(line.amount, 2);
                let (cash, other) =
                    if line.cash { (amount, String::new()) } else { (String::new(), amount) };
                rows.push(
                    money_row(self.line_name(line), self.line_sum(line), cash, other).key(&line.id),
                );
            }
        }
        let covered = non_cash + cents(e.budget.cash) - cents(e.budget.full);
        let total = (locale.number(e.budget.cash, 2), locale.number(non_cash / 100.0, 2));
        let full = of("td", "number").set("colspan", "2").add(locale.number(e.budget.full, 2));
        let full_name = named_row(self.word(Word::FullCost), Some(self.word(Word::FullSum)));
        let foot = el("tfoot")
            .add(
                money_row(self.word(Word::Total), None, total.0, total.1)
                    .key("sum")
                    .set("class", "total"),
            )
            .maybe((covered != 0.0).then(|| {
                let amount = locale.number(-covered / 100.0, 2);
                money_row(self.word(Word::CoveredTime), None, String::new(), amount).key("covered")
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
    }

    /// Cash and full cost, divided by the things that people compare.
    fn views(&self, e: &Evaluation) -> Element {
        let locale = self.locale();
        let b = &e.budget;
        let rows = [
            (
                Word::PerHeadTitle,
                money(locale, b.per_employee.cash),
                money(locale, b.per_employee.full),
            ),
            (
                Word::PerParticipantTitle,
                money(locale, b.per_participant.cash),
                money(locale, b.per_participant.full),
            ),
            (Word::PerFteTitle, money(locale, b.per_fte.cash), money(locale, b.per_fte.full)),
            (
                Word::SharePayrollTitle,
                share(locale, b.share_of_payroll.cash),
                share(locale, b.share_of_payroll.full),
            ),
        ];
        let head = el("tr")
            .add(el("td"))
            .add(self.column("number", Word::CashTitle))
            .add(self.column("number other", Word::FullCost));
        of("table", "views").add(el("thead").add(head)).add(
            el("tbody")
                .all(rows.map(|(name, cash, full)| money_row(self.word(name), None, cash, full))),
        )
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
    fn group_of(&self, id: &str) -> Option<String> {
        let groups = &self.outcome.as_ref()?.plan.groups;
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
        let heads: f64 =
            time.hours_per_employee.filter(|&h| h > 0.0).map_or(0.0, |h| time.total_hours / h);
        let c = &time.by_component;
        let parts = [
            (Word::WeekCycles, c.week_cycles),
            (Word::ProfCircles, c.prof_circles),
            (Word::ProfTrack, c.prof_track),
            (Word::Formal, c.formal),
            (Word::Talks, c.development_talks),
        ];
        let rows = parts.map(|(word, hours)| {
            let part = if time.total_hours > 0.0 { hours / time.total_hours } else { 0.0 };
            el("tr")
                .add(el("th").set("scope", "row").add(self.word(word)))
                .add(of("td", "number").add(if heads > 0.0 {
                    locale.number(hours / heads, 1)
                } else {
                    NO_VALUE.to_owned()
                }))
                .add(of("td", "number").add(locale.percent(part, 0)))
                .add(of("td", "bar").add(bar(part)))
        });
        let groups = time.groups.iter().enumerate().map(|(place, group)| {
            el("tr")
                .key(group.id.clone())
                .add(el("th").set("scope", "row").add(self.group_name(place)))
                .add(of("td", "number").add(count(locale, group.participants)))
                .add(of("td", "number").add(hours(locale, group.hours_per_employee)))
                .add(of("td", "number").add(share(locale, group.share_of_working_time)))
        });
        section(self.word(Word::LearningTime), "time")
            .add(scroller(
                self.word(Word::ByComponent),
                el("table")
                    .add(
                        el("thead").add(
                            self.columns(Word::Component, &[Word::HoursEach, Word::SharePart])
                                .add(el("td")),
                        ),
                    )
                    .add(el("tbody").all(rows))
                    .add(
                        el("tfoot").add(
                            el("tr")
                                .set("class", "total")
                                .add(el("th").set("scope", "row").add(self.word(Word::Total)))
                                .add(of("td", "number").add(hours(locale, time.hours_per_employee)))
                                .add(of("td", "number").add(locale.percent(1.0, 0)))
                                .add(el("td")),
                        ),
                    ),
            ))
            .maybe((time.groups.len() > 1).then(|| {
                scroller(
                    self.word(Word::Groups),
                    el("table")
                        .add(el("thead").add(self.columns(
                            Word::Group,
                            &[Word::ParticipantCount, Word::HoursEach, Word::WorkShare],
                        )))
                        .add(el("tbody").all(groups)),
                )
            }))
    }

    fn circles_table(&self, e: &Evaluation) -> Element {
        let locale = self.locale();
        let circles = &e.prof_circles;
        let needs = Phrase::FacilitationNeeds(
            &locale.number_up_to(circles.facilitator_hours, 1),
            &locale.number(circles.facilitator_fte, 2),
            &count(locale, circles.facilitators),
        );
        section(self.word(Word::CirclesTitle), "circles-result").add(
            el("dl")
                .set("class", "facts")
                .all(self.fact(Word::SizeTitle, self.sizes(&circles.sizes)))
                .all(self.fact(Word::PerWeekTitle, locale.number(circles.sessions_per_week, 1)))
                .all(self.fact(Word::Facilitation, locale.say(needs)))
                .all(circles.circles_per_leader.into_iter().flat_map(|per| {
                    self.fact(
                        Word::Leaders,
                        locale.say(Phrase::PerLeader(&locale.number_up_to(per, 1))),
                    )
                })),
        )
    }

    fn fact(&self, name: Word, value: String) -> [Element; 2] {
        [el("dt").add(self.word(name)), el("dd").add(value)]
    }

    fn value_table(&self, outcome: &Outcome) -> Element {
        let v = &outcome.evaluation.value;
        let locale = self.locale();
        let years = count(locale, outcome.plan.value.horizon_years.whole());
        let span = |low: String, high: String| locale.say(Phrase::FromTo(&low, &high));
        let net = match &outcome.rov_range {
            Some(range) => span(locale.euros(range.net.0, 0), locale.euros(range.net.1, 0)),
            None => locale.euros(v.net, 0),
        };
        let payback = match v.payback_month {
            Some(month) => locale.say(Phrase::PaybackMonth(month)),
            None => locale.say(Phrase::NoPayback(&years)),
        };
        let inaction = match outcome.inaction_range {
            Some((low, high)) => span(locale.euros(low, 0), locale.euros(high, 0)),
            None => locale.euros(v.inaction_cost, 0),
        };
        let months = v.months.iter().map(|month| {
            el("tr").add(el("th").set("scope", "row").add(month.month.to_string())).all(
                [month.cost, month.value, month.cumulative_cost, month.cumulative_value]
                    .map(|amount| of("td", "number").add(locale.number(amount, 0))),
            )
        });
        let single = outcome.rov_range.is_none();
        section(self.word(Word::ValueTitle), "value-result")
            .add(
                el("dl")
                    .set("class", "facts")
                    .all(self.fact(Word::BreakEven, break_even(self, v.break_even_uplift)))
                    .all(self.fact(Word::ReturnOnValue, rov(outcome, self)))
                    .all(self.fact(Word::NetValue, net))
                    .all(self.fact(Word::PresentCost, locale.euros(v.pv_cost, 0)))
                    .all(
                        single
                            .then(|| self.fact(Word::PresentValue, locale.euros(v.pv_value, 0)))
                            .into_iter()
                            .flatten(),
                    )
                    .all(single.then(|| self.fact(Word::Payback, payback)).into_iter().flatten())
                    .add(el("dt").add(locale.say(Phrase::InactionOver(&years))))
                    .add(el("dd").add(inaction)),
            )
            .add(of("p", "hint").add(locale.say(Phrase::Evidence)))
            .add(
                of("details", "months").add(el("summary").add(self.word(Word::PerMonth))).add(
                    scroller(
                        self.word(Word::PerMonth),
                        el("table")
                            .add(
                                el("thead").add(
                                    el("tr")
                                        .add(
                                            el("th")
                                                .set("scope", "col")
                                                .add(self.word(Word::Month)),
                                        )
                                        .all(
                                            [
                                                Word::MonthCost,
                                                Word::MonthValue,
                                                Word::CumulativeCost,
                                                Word::CumulativeValue,
                                            ]
                                            .map(
                                                |word| {
                                                    of("th", "number")
                                                        .set("scope", "col")
                                                        .add(self.word(word))
                                                },
                                            ),
                                        ),
                                ),
                            )
                            .add(el("tbody").all(months)),
                    ),
                ),
            )
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

    /// The fields that are on the screen, by id.
    fn visible_fields(&self) -> Vec<String> {
        let mut ids = Vec::new();
        collect_fields(&self.form_only(), &mut ids);
        ids
    }
}

fn collect_fields(element: &Element, ids: &mut Vec<String>) {
    if let Some((_, id)) = element.attributes.iter().find(|(name, _)| *name == "data-field") {
        ids.push(id.clone());
    }
    for child in &element.children {
        if let View::Element(child) = child {
            collect_fields(child, ids);
        }
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
    cash: String,
    other: String,
) -> Element {
    named_row(name, detail)
        .add(of("td", "number").add(cash))
        .add(of("td", "number other").add(other))
}

/// A table that scrolls by itself where the page is narrow.
fn scroller(name: &str, table: Element) -> Element {
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

fn time(planner: &Planner, outcome: &Outcome) -> Body {
    let locale = planner.locale();
    let time = &outcome.evaluation.learning_time;
    let days = time.days_per_fte.map_or_else(|| NO_VALUE.to_owned(), |days| locale.number(days, 1));
    let phrase = Phrase::WorkShare(&share(locale, time.share_of_working_time));
    (
        vec![
            stat(hours(locale, time.hours_per_employee), planner.word(Word::HoursPerYear)),
            stat(days, planner.word(Word::DaysPerFteShort)),
        ],
        Some(locale.say(phrase)),
    )
}

fn circles(planner: &Planner, outcome: &Outcome) -> Body {
    let locale = planner.locale();
    let circles = &outcome.evaluation.prof_circles;
    let of = |n: u64, unit: Word| stat(count(locale, n), locale.unit(n as f64, unit));
    let sizes: Vec<String> =
        circles.sizes.iter().rev().map(|size| count(locale, size.size)).collect();
    let foot = match sizes.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        [first, .., last] if sizes.len() > 2 => Some(locale.say(Phrase::FromTo(first, last))),
        [first, .., last] => Some(locale.say(Phrase::Or(first, last))),
    };
    (
        vec![of(circles.circles, Word::Circles), of(circles.sessions, Word::Meetings)],
        foot.map(|sizes| locale.say(Phrase::SizeOfCircles(&sizes))),
    )
}

fn budget(planner: &Planner, outcome: &Outcome) -> Body {
    let locale = planner.locale();
    let budget = &outcome.evaluation.budget;
    let gap = budget.gap.zip(budget.available).map(|(gap, available)| {
        let (left, available) = (locale.euros(gap.abs(), 0), locale.euros(available, 0));
        locale.say(if gap < 0.0 {
            Phrase::Short(&left, &available)
        } else {
            Phrase::Left(&left, &available)
        })
    });
    (
        vec![
            stat(locale.euros(budget.cash, 0), planner.word(Word::CashShort)),
            stat(locale.euros(budget.full, 0), planner.word(Word::FullShort)),
        ],
        Some(gap.unwrap_or_else(|| planner.word(Word::FullIncludes).to_owned())),
    )
}

fn value(planner: &Planner, outcome: &Outcome) -> Body {
    let v = &outcome.evaluation.value;
    let locale = planner.locale();
    let caption = match &outcome.rov_range {
        Some(range) => {
            let end = |uplift: Decimal| locale.percent_up_to(uplift.to_f64(), 1);
            locale.say(Phrase::RovBetween(&end(range.uplift.0), &end(range.uplift.1)))
        }
        None if has_productivity(&outcome.plan) => locale.say(Phrase::RovGiven),
        None => planner.word(Word::ReturnOnValue).to_owned(),
    };
    let foot = match v.break_even_uplift {
        None => planner.word(Word::UpliftUnknown).to_owned(),
        Some(0.0) => planner.word(Word::UpliftNone).to_owned(),
        Some(uplift) => locale.say(Phrase::CostsCovered(&locale.percent(uplift, 1))),
    };
    (
        vec![
            stat(share(locale, v.break_even_uplift), planner.word(Word::BreakEven)),
            of("div", "stat")
                .add(of("span", "big").add(rov(outcome, planner)))
                .add(of("span", "caption long").add(caption)),
        ],
        Some(foot),
    )
}

fn has_productivity(plan: &Plan) -> bool {
    let productivity = |kind| matches!(kind, BenefitKind::Productivity { .. });
    plan.value.benefits.iter().any(|benefit| productivity(benefit.kind))
}

fn break_even(planner: &Planner, uplift: Option<f64>) -> String {
    let locale = planner.locale();
    match uplift {
        None => planner.word(Word::UpliftUnknown).to_owned(),
        Some(0.0) => planner.word(Word::UpliftNone).to_owned(),
        Some(uplift) => {
            format!("{} {}", locale.percent(uplift, 2), planner.word(Word::UpliftNeeded))
        }
    }
}

/// Return on Value: a range as long as the uplift is not the plan's own single number.
fn rov(outcome: &Outcome, planner: &Planner) -> String {
    let locale = planner.locale();
    let whole = |value: Option<f64>| {
        value.map_or_else(|| NO_VALUE.to_owned(), |value| locale.percent(value, 0))
    };
    match &outcome.rov_range {
        Some(range) => locale.say(Phrase::FromTo(&whole(range.rov.0), &whole(range.rov.1))),
        None => whole(outcome.evaluation.value.rov),
    }
}
