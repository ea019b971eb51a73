//! `<jaarplan-report>`: the Jaarplan on paper. Its 13 indicators, each with its figures and with what the
//! organisation says about it, then the budget, the value and what both rest on.

use crate::decimal::Decimal;
use crate::invariant::broken;
use crate::model::MODEL;
use crate::model::evaluation::{Evaluation, LineCategory};
use crate::model::figures::Figure;
use crate::plan::schema::members;
use crate::plan::{Group, Plan};
use crate::text::{Phrase, Word, label, line_name, verdicts};
use crate::widgets::components::figures::ShownFigure;
use crate::widgets::components::{HEADLINES, button, scroller, section};
use crate::widgets::context::Screen;
use crate::widgets::numbers::count;
use crate::widgets::state::{Outcome, path};
use crate::widgets::tree::{Element, el, of};

/// The figures of the strip, for those that are asked about.
const HERE: &str = "report";

/// The texts of the indicators in the document, and how often a year something happens that belongs to it.
const INDICATORS: [(&str, Option<&str>); 13] = [
    (members::report::GOALS, None),
    (members::report::WORKING_LEARNING, None),
    (members::report::TALENT_CYCLE, Some(members::report::TALKS_PER_PERSON)),
    (members::report::CIRCLE_MEETINGS, None),
    (members::report::EXAMPLE_TRACK, None),
    (members::report::TIME_TO_LEARN, None),
    (members::report::SHARED_OWNERSHIP, None),
    (members::report::DIRECTORS, Some(members::report::DIRECTOR_MOMENTS)),
    (members::report::GUIDANCE, None),
    (members::report::LEARNING_SPACES, None),
    (members::report::FEEDBACK, Some(members::report::FEEDBACK_MOMENTS)),
    (members::report::GOAL_TEST, None),
    (members::report::REFLECTION, Some(members::report::REFLECTION_MOMENTS)),
];

/// Cost lines that are what indicator 10 asks for.
const SPACES: [LineCategory; 3] =
    [LineCategory::Platform, LineCategory::Rooms, LineCategory::Materials];

impl Screen<'_> {
    /// The whole widget.
    pub fn report(&self) -> Element {
        el("div").key("report").add(self.paper())
    }

    /// The pages.
    pub fn paper(&self) -> Element {
        let outcome = self.outcome();
        let wrong = self.errors().len();
        let stale = outcome.is_some() && wrong > 0;
        let paper = of("div", if stale { "paper stale" } else { "paper" })
            .key("paper")
            .set("part", "paper")
            .add(of("p", "actions").key("actions").add(button("print", self.word(Word::Print))));
        self.title_block(paper);
        if outcome.is_none() || stale {
            let status = of("p", "status").key("status");
            paper.add(status);
            match outcome {
                None => status.word(self.locale, Word::PrepareFirst),
                Some(_) => status.say(self.locale, Phrase::Stale(wrong)),
            };
        }
        if let Some(outcome) = outcome {
            paper.add(self.strip(&outcome.own.evaluation, self.rov(outcome)));
            paper.maybe(self.ranges());
        }
        paper.maybe(self.derivation(HERE)).maybe(self.warnings());
        self.indicators(paper, outcome);
        if let Some(outcome) = outcome {
            self.grounds(paper, outcome);
        }
        paper.add(of("p", "hint").key("disclaimer").add(verdicts::disclaimer(self.locale())))
    }

    /// Whose plan it is, of which year, and how and when this was calculated.
    fn title_block(&self, paper: Element) {
        let locale = self.locale();
        let block = of("header", "title").key("title");
        let title = el("h2");
        let about = of("dl", "about");
        paper.add(block.add(title));
        let fact = |name, text: &str| {
            if !text.is_empty() {
                let row = el("div");
                self.add_fact(row, name, text);
                about.add(row);
            }
        };
        let year = self.shown("year");
        match self.shown("title") {
            untitled if untitled.is_empty() => title.say(locale, Phrase::PlanTitle(&year)),
            named => title.add(named),
        };
        let organisation = self.shown("organisation");
        if !organisation.is_empty() {
            block.text("p", "whose", &organisation);
        }
        let country = match self.country() {
            crate::plan::Country::Be => Word::Belgium,
            crate::plan::Country::Nl => Word::Netherlands,
        };
        fact(Word::Year, &year);
        fact(Word::Country, self.word(country));
        fact(Word::Sector, verdicts::sector(locale, &self.shown("sector")));
        if self.draft.scenarios().len() > 1 {
            let key = self.scenario.unwrap_or_else(|| self.draft.current());
            fact(Word::Scenario, &self.scenario_name(key));
        }
        fact(Word::Date, &verdicts::day(locale, &self.own.today));
        fact(
            Word::CalculationModel,
            &[MODEL, " (Jaarplan ", env!("CARGO_PKG_VERSION"), ")"].concat(),
        );
        block.add(about);
    }

    /// What stands in a field, without the space around it.
    fn shown(&self, field: &str) -> String {
        self.sheet.shown(field, self.locale()).trim().to_owned()
    }

    /// The headline figures.
    fn strip(&self, e: &Evaluation, rov: String) -> Element {
        let strip = of("dl", "strip").key("strip").set("aria-label", self.word(Word::Headlines));
        let add = |part: Element, figure: Figure, number: String, unit: &str| {
            let number = self.figure(HERE, figure, number);
            part.add(el("dd").add(number).add(" ").text("span", "unit", unit));
        };
        let mut last = strip;
        for (title, stats) in HEADLINES {
            let part = el("div").add(el("dt").word(self.locale, title));
            self.each_stat(e, stats, &|figure, number, unit| add(part, figure, number, unit));
            strip.add(part);
            last = part;
        }
        add(last, Figure::Rov, rov, "RoV");
        strip
    }

    /// Which indicators have a figure or a text: thirteen marks, and the same in words. Then each of them.
    fn indicators(&self, paper: Element, outcome: Option<&Outcome>) {
        let marks = of("p", "marks").set("aria-hidden", "true");
        let list = el("ol");
        let mut done = 0;
        for (place, &(text, times)) in INDICATORS.iter().enumerate() {
            let number = place + 1;
            let (class, sign) = if self.indicator(list, number, text, times, outcome) {
                done += 1;
                ("done", "✓")
            } else {
                ("open", "–")
            };
            let mark = of("span", class).add(number.to_string());
            marks.add(mark.text("span", "sign", sign));
        }
        let told = el("p").say(self.locale, Phrase::IndicatorsDone(done));
        paper.add(of("div", "overview").key("overview").add(marks).add(told));
        let all = section(self.word(Word::Indicators), "indicators");
        if outcome.is_some() {
            all.add(self.why_hint());
        }
        paper.add(all.add(list));
    }

    /// One indicator: what it is, its figures, and what the organisation says about it. Answers whether
    /// it has any figure or text.
    fn indicator(
        &self,
        list: Element,
        number: usize,
        text: &'static str,
        times: Option<&'static str>,
        outcome: Option<&Outcome>,
    ) -> bool {
        let locked = self.locked();
        let number_text = number.to_string();
        let place = ["indicator-", &number_text].concat();
        let name = of("div", "name");
        if let Some(label) = label(text) {
            let title = [&number_text, ". ", self.word(label.name)].concat();
            let asks = label.detail.map_or("", |asks| self.word(asks));
            name.add(el("h3").add(title)).text("p", "hint", asks);
        }
        // What has a field is on paper only, where the field is not.
        let (said, printed) = if locked { ("said", "") } else { ("said printed", "printed") };
        let facts = of("dl", "facts");
        if let Some(times) = times
            && let Some(label) = label(times)
            && let Some(often) = self.sheet.times(&path(times))
        {
            facts.text("dt", printed, self.word(label.name)).text(
                "dd",
                printed,
                &count(self.locale, often),
            );
        }
        let content = of("div", "content");
        let mut example = None;
        if let Some(outcome) = outcome {
            self.facts(facts, number, &place, outcome);
            if number == 5 {
                example = self.example(&outcome.own.plan);
            }
        }
        if !facts.is_empty() {
            content.add(facts);
        }
        let own = self.shown(text);
        let described = !facts.is_empty() || example.is_some() || !own.is_empty();
        content.maybe(example).maybe(self.derivation(&place));
        if !own.is_empty() {
            content.text("p", said, &own);
        }
        if !described {
            content.text("p", "none", self.word(Word::NotDescribed));
        }
        if !locked {
            content.add(self.field(text)).maybe(times.map(|times| self.field(times)));
        }
        list.add(el("li").key(text).set("data-indicator", number_text).add(name).add(content));
        described
    }

    /// Adds the figures of an indicator, which are asked about in this part of the page.
    fn facts(&self, facts: Element, number: usize, here: &str, outcome: &Outcome) {
        let locale = self.locale();
        let (e, plan) = (&outcome.own.evaluation, &outcome.own.plan);
        let (time, circles) = (&e.learning_time, &e.prof_circles);
        let text = |name, text: &str| self.add_fact(facts, name, text);
        let figure = |name, figure: Figure, text: String| {
            self.add_fact(facts, name, self.figure(here, figure, text));
        };
        let in_hours = |value| self.beside_unit(locale.number_up_to(value, 1), value, Word::Hours);
        // A figure of the comparison, with its name from there.
        let compared = |of, unit: &str| {
            let shown = ShownFigure::of(of);
            figure(shown.name(), of, shown.bare(locale, shown.number(e)) + unit);
        };
        match number {
            3 => {
                let each = self.each(plan, |group| group.learning.development_talks.hours.likely);
                let talks = time.by_component.development_talks;
                text(Word::PerHeadTitle, &[&each, " ", self.word(Word::Hours)].concat());
                figure(Word::Talks, Figure::DevelopmentTalks, in_hours(talks));
                if let Some(load) = self.talk_load(plan, talks) {
                    text(Word::PerLeaderTitle, &load);
                }
            }
            4 => {
                compared(Figure::Sessions, "");
                compared(Figure::Circles, "");
                text(Word::Sessions, &locale.decimal(plan.prof_circles.sessions.likely));
                text(Word::SizeTitle, &self.sizes(&circles.sizes));
            }
            6 => {
                let many = self.each(plan, |group| group.learning.week_cycles.count.likely);
                let long = self.each(plan, |group| group.learning.week_cycles.minutes.likely);
                text(Word::WeekCycles, &self.cycles(&many, &long));
                let a_year = [" ", self.word(Word::HoursPerYear)].concat();
                compared(Figure::HoursPerEmployee, &a_year);
                compared(Figure::ShareOfWorkingTime, "");
                figure(Word::TotalHours, Figure::TotalHours, in_hours(time.total_hours));
            }
            9 => {
                let hours = locale.number_up_to(circles.facilitator_hours, 1);
                let many = count(locale, circles.facilitators);
                compared(Figure::FacilitatorFte, "");
                figure(Word::FacilitatorHours, Figure::FacilitatorHours, hours);
                figure(Word::FacilitatorCount, Figure::Facilitators, many);
            }
            10 => {
                for (i, line) in e.budget.lines.iter().enumerate() {
                    if line.amount != 0.0 && SPACES.contains(&line.category) {
                        let amount = locale.euros(line.amount, 2);
                        facts
                            .add(el("dt").add(line_name(locale, line, "")))
                            .add(el("dd").add(self.figure(here, Figure::LineAmount(i), amount)));
                    }
                }
            }
            _ => {}
        }
    }

    /// A number that was written, with its unit.
    fn beside_unit(&self, number: String, value: f64, unit: Word) -> String {
        number + " " + self.locale().unit(value, unit)
    }

    /// `40 × 30 minuten`.
    fn cycles(&self, many: &str, long: &str) -> String {
        [many, " × ", long, " ", self.word(Word::Minutes)].concat()
    }

    /// Hours of talks, and talks, that come to each leader; `None` when their number is not known.
    fn talk_load(&self, plan: &Plan, talks: f64) -> Option<String> {
        let (mut leaders, mut heads) = (0, 0);
        for group in with_heads(plan) {
            leaders += group.leaders?.whole();
            heads += group.headcount.whole();
        }
        if leaders == 0 {
            return None;
        }
        let per_leader = |total: f64, unit| {
            let load = total / leaders as f64;
            self.beside_unit(self.locale().number_up_to(load, 1), load, unit)
        };
        let load = per_leader(talks, Word::Hours);
        Some(match self.sheet.times(&path(members::report::TALKS_PER_PERSON)) {
            Some(each) => per_leader((each * heads) as f64, Word::TalkUnits) + ", " + &load,
            None => load,
        })
    }

    /// What a full-timer of the first group does in a year, part by part. It is the plan of that one
    /// person, evaluated like any other.
    fn example(&self, plan: &Plan) -> Option<Element> {
        let locale = self.locale();
        let group = with_heads(plan).first().copied()?;
        let e = full_timer(plan, group)?;
        let (l, circles) = (&group.learning, &plan.prof_circles);
        let number = |input: crate::plan::Input| locale.decimal(input.likely);
        let cycles = self.cycles(&number(l.week_cycles.count), &number(l.week_cycles.minutes));
        let meetings = [
            &number(circles.sessions),
            " × (",
            &number(circles.session_hours),
            " + ",
            &number(circles.preparation_hours),
            ") ",
            self.word(Word::Hours),
        ]
        .concat();
        let time = &e.learning_time;
        let c = &time.by_component;
        let line = |part: Element, name: Word, detail: &str, hours: f64| {
            let head = el("th scope=row").word(self.locale, name);
            if !detail.is_empty() {
                head.text("span", "detail", detail);
            }
            let line = el("tr").add(head).text("td", "number", &locale.number(hours, 1));
            part.add(line);
            line
        };
        let body = el("tbody");
        let of_some = |name, detail: &str, hours| {
            if hours > 0.0 {
                line(body, name, detail, hours);
            }
        };
        of_some(Word::WeekCycles, &cycles, c.week_cycles);
        of_some(Word::ProfCircles, &meetings, c.prof_circles);
        of_some(Word::ProfTrack, "", c.prof_track);
        of_some(Word::Formal, "", c.formal);
        of_some(Word::Talks, "", c.development_talks);
        let mut total = String::new();
        if let Some(days) = time.days_per_fte {
            total = self.beside_unit(locale.number(days, 1), days, Word::Days);
        }
        if let Some(part) = time.share_of_working_time {
            total += if total.is_empty() { "" } else { ", " };
            total += &locale.say(Phrase::WorkShare(&locale.percent(part, 1)));
        }
        let mut who = self.word(Word::FullTimer).to_owned();
        if plan.groups.len() > 1 {
            who = locale.say(Phrase::OfGroup(&who, &self.group_of(&group.id)));
        }
        let head = el("tr")
            .add(el("th scope=col").add(who.as_str()))
            .add(self.column("number", Word::HoursInYear));
        let foot = el("tfoot");
        line(foot, Word::Total, &total, time.total_hours).set("class", "total");
        let table = of("table", "track").add(el("thead").add(head)).add(body).add(foot);
        Some(scroller(&who, table))
    }

    /// A number of each group: one when all have the same, or the lowest and the highest.
    fn each(&self, plan: &Plan, of: fn(&Group) -> Decimal) -> String {
        let locale = self.locale();
        let groups = with_heads(plan);
        let Some(first) = groups.first().map(|group| of(group)) else {
            broken("a plan has a group")
        };
        let (mut low, mut high) = (first, first);
        for group in groups {
            low = low.min(of(group));
            high = high.max(of(group));
        }
        let from = locale.decimal(low);
        if low == high { from } else { locale.say(Phrase::FromTo(&from, &locale.decimal(high))) }
    }

    /// Adds the budget, learning time, Return on Value, and what all of them rest on.
    fn grounds(&self, paper: Element, outcome: &Outcome) {
        let e = &outcome.own.evaluation;
        let title = self.word(Word::RestsOn);
        let rests_on = match self.defaults_table(e) {
            None => of("p", "hint").word(self.locale, Word::DefaultsNone),
            Some((_, table)) => scroller(title, table),
        };
        paper
            .add(self.budget(outcome))
            .add(self.available(e))
            .add(self.learning_time(outcome))
            .add(self.return_on_value(outcome))
            .add(section(title, "grounds").add(rests_on));
    }

    /// The budget against what there is to spend, and what will really be spent.
    fn available(&self, e: &Evaluation) -> Element {
        const HERE: &str = "available";
        let locale = self.locale();
        let b = &e.budget;
        let facts = of("dl", "facts");
        let figure = |name, figure: Figure, text: String| {
            self.add_fact(facts, name, self.figure(HERE, figure, text));
        };
        if let (Some(gap), Some(available)) = (b.gap, b.available) {
            let (left, available) = (locale.euros(gap.abs(), 0), locale.euros(available, 0));
            let told = if gap < 0.0 {
                Phrase::Short(&left, &available)
            } else {
                Phrase::Left(&left, &available)
            };
            figure(Word::Available, Figure::Gap, locale.say(told));
        }
        let spend = locale.euros(b.expected_spend, 0);
        figure(Word::ExpectedSpend, Figure::ExpectedSpend, spend);
        of("div", HERE).key(HERE).add(facts).maybe(self.derivation(HERE))
    }
}

/// The groups that have people; all of them when none has.
fn with_heads(plan: &Plan) -> Vec<&Group> {
    let has_heads = |group: &Group| group.headcount.whole() > 0;
    let nobody = !plan.groups.iter().any(has_heads);
    let mut groups = Vec::new();
    for group in &plan.groups {
        if nobody || has_heads(group) {
            groups.push(group);
        }
    }
    groups
}

/// What follows from the plan of one full-timer of a group who takes part in everything.
fn full_timer(plan: &Plan, group: &Group) -> Option<Evaluation> {
    let mut plan = plan.clone();
    plan.groups.truncate(1);
    for person in &mut plan.groups {
        person.clone_from(group);
        for input in [&mut person.headcount, &mut person.fte, &mut person.participation] {
            input.likely = Decimal::ONE;
        }
        person.leaders = None;
    }
    crate::model::evaluate(&plan).ok()
}

#[cfg(test)]
mod tests {
    use crate::plan::Document;
    use crate::text::Locale;
    use crate::widgets::kinds::{Effect, Kind};
    use crate::widgets::page::Page;
    use crate::widgets::tree::seen::{Element, View};

    fn open(json: &str) -> Page {
        let mut page = Page::of(Kind::Report, "BE", 2027);
        page.load(&Document::parse(json).unwrap()).unwrap();
        page
    }

    /// The report as it is shown: all tabs of this widget are the same.
    fn paper(page: &Page) -> Element {
        page.0.view().find("part", "paper").unwrap().clone()
    }

    fn indicator(page: &Page, number: usize) -> Element {
        paper(page).find("data-indicator", &number.to_string()).unwrap().clone()
    }

    /// The numbers, texts and heads, without the field of the text.
    #[track_caller]
    fn check(page: &Page, number: usize, expected: &str) {
        let row = indicator(page, number);
        let content = row.find("class", "content").unwrap();
        let told: Vec<String> = content
            .children
            .iter()
            .filter_map(|child| match child {
                View::Element(child) if child.attribute("part") != Some("field") => {
                    Some(child.text())
                }
                _ => None,
            })
            .collect();
        assert_eq!(told.join(" | "), expected, "indicator {number}");
    }

    fn input(page: &Page, field: &str) -> Option<Element> {
        paper(page).find("data-field", field).cloned()
    }

    /// With H = 38·45·0.937 = 1,602.27 hours, e = 0.8 and P = 16.
    /// 3: 20·2 = 40. 4: 2·6 = 12. 5, full time: 40·30/60 = 20; 6·2.5 = 15; 16; 16; 2; together 69, 69/7.6 = 9.08
    /// days, 69/H = 4.3 %. 6: 945.6/20 = 47.28; 945.6/(16·H) = 3.7 %. 9: 2·6·(2 + 1) = 36, 36/H = 0.02, 36/120.
    /// 10: 16·60 and 12·50.
    #[test]
    #[rustfmt::skip]
    fn each_indicator_has_its_figures() {
        let page = Page::small(Kind::Report);
        let none = "nog niet beschreven";
        for number in [1, 2, 7, 8, 11, 12, 13] { check(&page, number, none); }
        check(&page, 3, "Per medewerker 2 uur Talentontwikkelgesprekken 40 uur");
        check(&page, 4, "Aantal bijeenkomsten 12 Aantal Prof-cirkels 2 Bijeenkomsten per cirkel 6 Deelnemers per cirkel 2 van 8");
        check(&page, 5, "Wie voltijds werkt en meedoet uur in een jaar \
            Vitale Weekcycli 40 × 30 minuten 20,0 Prof-cirkels 6 × (2 + 0,5) uur 15,0 Prof-traject 16,0 \
            Deskundigheidsbevordering 16,0 Talentontwikkelgesprekken 2,0 Totaal 9,1 dagen, 4,3% van de werktijd 69,0");
        check(&page, 6, "Vitale Weekcycli 40 × 30 minuten Leertijd per medewerker 47,3 uur per jaar Deel van de werktijd 3,7% Leertijd van iedereen 945,6 uur");
        check(&page, 9, "Begeleiding in VTE 0,02 Uren begeleiding 36 Begeleiders 1");
        check(&page, 10, "Leerplatform en AI € 960,00 Ruimte, materiaal en Learning wall € 600,00");
        let overview = paper(&page).find("class", "overview").unwrap().text();
        assert!(overview.ends_with("6 van de 13 indicatoren hebben een cijfer of tekst."), "{overview}");
        assert_eq!(overview.matches('✓').count(), 6);
    }

    // 20 people have 40 hours of talks in all and 2 talks each, with 4 leaders: 10 hours and 10 talks for each.
    #[test]
    fn talks_are_a_load_for_those_who_lead() {
        let mut page = Page::small(Kind::Report);
        page.enter("groups:1.leaders", "4");
        let all = "Per medewerker 2 uur Talentontwikkelgesprekken 40 uur Per leidinggevende";
        check(&page, 3, &format!("{all} 10 uur"));
        page.enter("jaarplan.talksPerPerson", "2");
        check(&page, 3, &format!("Gesprekken per medewerker 2 {all} 10 gesprekken, 10 uur"));
        page.enter("groups:1.leaders", "0");
        check(
            &page,
            3,
            "Gesprekken per medewerker 2 Per medewerker 2 uur Talentontwikkelgesprekken 40 uur",
        );
    }

    // Group a: 10 cycles, part of the plan's 40 for b; the example is of a, the first with people.
    // 10·30/60 = 5; 15; 16; 16; 2; together 54.
    #[test]
    fn groups_that_learn_otherwise_make_a_range_and_the_example_says_whose_it_is() {
        let page = open(
            r#"{"schemaVersion":1,"year":2027,"country":"NL","groups":[
                {"id":"z","headcount":0,"fte":0},
                {"name":"A","headcount":10,"fte":5,"learning":{"weekCycles":{"count":10}}},
                {"name":"B","headcount":10,"fte":10}]}"#,
        );
        let example = indicator(&page, 5).text();
        for part in ["Wie voltijd werkt en meedoet, A", "10 × 30 minuten 5,0", " 54,0"] {
            assert!(example.contains(part), "{part}: {example}");
        }
        let cycles = indicator(&page, 6).text();
        assert!(cycles.contains("Vitale Weekcycli 10 tot 40 × 30 minuten"), "{cycles}");
    }

    #[test]
    fn a_text_is_kept_in_the_plan_and_comes_back() {
        let mut page = Page::small(Kind::Report);
        let words = "Meer werkplezier.\n\n  <b>&amp; \"meer\" leren</b>";
        page.enter("jaarplan.goals", words);
        page.enter("jaarplan.directors", "   ");
        page.enter("jaarplan.directorMoments", "4");
        let said = page.document().root().get("jaarplan").unwrap().clone();
        assert_eq!(said.get("goals"), Some(&crate::plan::Node::Text(words.to_owned())));
        assert_eq!(said.get("directorMoments"), Some(&crate::plan::Node::Number("4".to_owned())));
        assert_eq!(input(&page, "jaarplan.goals").unwrap().attribute("value"), Some(words));
        assert_eq!(input(&page, "jaarplan.goals").unwrap().tag, "textarea");
        let paper_text = indicator(&page, 1);
        let printed = paper_text.find("class", "said printed").unwrap();
        assert_eq!(printed.children, [View::Text(words.to_owned())]);
        check(&page, 8, "Momenten per jaar 4");
        assert!(paper(&page).text().contains("8 van de 13 indicatoren hebben"));
        let mut other = Page::of(Kind::Report, "BE", 2027);
        other.restore(&page.snapshot());
        assert_eq!(other.document().to_string(), page.document().to_string());
        assert_eq!(indicator(&other, 1), indicator(&page, 1));
        // No figure rests on it and nothing is unknown.
        let result = page.result().unwrap();
        assert_eq!(result.warnings.len(), 0);
        assert_eq!(result.budget.cash, Page::small(Kind::Report).result().unwrap().budget.cash);
        page.press("undo", "", 0);
        page.press("undo", "", 0);
        page.press("undo", "", 0);
        check(&page, 1, "nog niet beschreven");
    }

    #[test]
    fn what_else_stands_in_the_free_part_stays() {
        let mut page = open(
            r#"{"schemaVersion":1,"year":2027,"country":"BE","groups":[{"headcount":20,"fte":16}],
                "jaarplan":{"goals":{"targets":[1,2]},"own":"x","feedbackMoments":"soms"}}"#,
        );
        check(&page, 1, "nog niet beschreven");
        check(&page, 11, "nog niet beschreven");
        page.enter("jaarplan.goalTest", "Met een bevraging.");
        let said = page.document().root().get("jaarplan").unwrap().to_string();
        let kept = r#"{"goals":{"targets":[1,2]},"own":"x","feedbackMoments":"soms","goalTest":"#;
        assert!(said.starts_with(kept), "{said}");
        page.enter("jaarplan.goals", "Leren.");
        let said = page.document().root().get("jaarplan").unwrap().to_string();
        assert!(said.starts_with(r#"{"goals":"Leren.","own":"x""#), "{said}");
    }

    #[test]
    fn moments_are_whole_and_no_mistake_in_them_stops_the_figures() {
        let mut page = Page::small(Kind::Report);
        let note =
            |page: &Page| paper(page).find("id", "note-jaarplan.feedbackMoments").unwrap().text();
        for (typed, says) in [
            ("12", ""),
            ("0", ""),
            ("2,5", "Typ een heel getal van 0 tot en met 366."),
            ("-1", "Typ een heel getal van 0 tot en met 366."),
            ("367", "Typ een heel getal van 0 tot en met 366."),
            ("vaak", "“vaak” is geen getal. Typ bijvoorbeeld 12."),
        ] {
            page.enter("jaarplan.feedbackMoments", typed);
            assert_eq!(note(&page), says, "{typed}");
            assert!(page.result().is_some());
            let invalid = input(&page, "jaarplan.feedbackMoments").unwrap();
            let expected = if says.is_empty() { "false" } else { "true" };
            assert_eq!(invalid.attribute("aria-invalid"), Some(expected), "{typed}");
        }
        check(&page, 11, "nog niet beschreven");
    }

    #[test]
    fn the_title_says_whose_plan_it_is_and_with_what_it_was_calculated() {
        let head = |page: &Page| paper(page).find("class", "title").unwrap().text();
        let mut page = Page::small(Kind::Report);
        let made = format!("Rekenmodel 2026.1 (Jaarplan {})", env!("CARGO_PKG_VERSION"));
        assert_eq!(
            head(&page),
            format!(
                "Jaarplan Duurzaam leren 2027 Planjaar 2027 Land België (Vlaanderen) Datum 1 mei 2026 {made}"
            )
        );
        page.enter("title", " Leren bij ons ");
        page.enter("organisation", "De Linde");
        page.enter("sector", "be-pc-200");
        page.0.draft().borrow_mut().duplicate("Zuinig".to_owned());
        let told = head(&page);
        for part in
            ["Leren bij ons De Linde Planjaar", "Sector PC 200: bedienden", "Scenario Zuinig"]
        {
            assert!(told.contains(part), "{part}: {told}");
        }
    }

    #[test]
    fn the_budget_adds_up_and_value_warnings_and_grounds_are_there() {
        let mut page = Page::small(Kind::Report);
        page.enter("budget.available", "14000");
        page.enter("learning.weekCycles.count", "50");
        let text = paper(&page).text();
        // Five hours more of 16 people at 0.8: 64 h. Cash 14,633.75 + 64·0.1·57.84 = 15,003.93.
        for part in [
            "€ 15.004 uitgaven",
            "Totaal 15.003,93",
            "€ 1.004 meer dan de beschikbare € 14.000",
            "Verwachte uitgaven € 11.253",
            "Vitale Weekcycli 320",
            "Niets doen kost in 3 jaar",
            "Let op",
            "Voltijdse uren per week 38 uur uit een bron : wet en cao",
            "Deelname 80% onze aanname",
            "Indicatief, geen juridisch advies.",
        ] {
            assert!(text.contains(part), "{part}");
        }
        assert!(!text.contains("NaN") && !text.contains("inf "));
    }

    #[test]
    fn before_the_first_figures_there_is_a_page_to_write_on() {
        let mut page = Page::of(Kind::Report, "NL", 2027);
        let text = paper(&page).text();
        assert!(text.contains("Vul van elke groep het aantal medewerkers en de fte in."));
        assert!(text.contains("0 van de 13 indicatoren hebben een cijfer of tekst."));
        assert!(paper(&page).find("class", "strip").is_none());
        page.enter("jaarplan.sharedOwnership", "Samen");
        assert!(paper(&page).text().contains("1 van de 13 indicatoren heeft een cijfer of tekst."));
    }

    #[test]
    fn figures_of_nobody_and_of_nothing_are_no_numbers_that_do_not_exist() {
        let page = open(
            r#"{"schemaVersion":1,"year":2027,"country":"BE","groups":[{"headcount":0,"fte":0,"leaders":0}],
                "jaarplan":{"talksPerPerson":2},"costs":[]}"#,
        );
        let text = paper(&page).text();
        assert!(!text.contains("NaN") && !text.contains('∞'), "{text}");
        check(&page, 10, "nog niet beschreven");
        assert!(indicator(&page, 3).text().contains("Per medewerker 2 uur"));
    }

    #[test]
    fn a_locked_report_has_texts_and_no_fields() {
        let mut page = Page::small(Kind::Report);
        page.enter("jaarplan.goals", "Meer leren");
        page.enter("jaarplan.reflectionMoments", "2");
        page.0.lock(true);
        assert_eq!(input(&page, "jaarplan.goals"), None);
        assert_eq!(input(&page, "jaarplan.reflectionMoments"), None);
        check(&page, 1, "Meer leren");
        check(&page, 13, "Momenten per jaar 2");
        assert!(paper(&page).find("class", "said").is_some());
        page.enter("jaarplan.goals", "Minder");
        check(&page, 1, "Meer leren");
    }

    #[test]
    fn old_figures_are_not_shown_as_new() {
        let mut page = Page::small(Kind::Report);
        page.enter("groups:1.fte", "x");
        assert!(paper(&page).text().contains("Deze cijfers zijn van vóór je laatste wijziging"));
        assert_eq!(paper(&page).attribute("class"), Some("paper stale"));
    }

    #[test]
    fn a_figure_tells_where_it_comes_from_beside_its_indicator() {
        let mut page = Page::small(Kind::Report);
        page.press("why", "profCircles.sessions in indicator-4", 0);
        assert!(indicator(&page, 4).find("class", "derivation").is_some());
        assert!(indicator(&page, 6).find("class", "derivation").is_none());
        page.press("why", "budget.cash in report", 0);
        assert!(indicator(&page, 4).find("class", "derivation").is_none());
        assert!(paper(&page).find("class", "derivation").is_some());
        assert_eq!(page.0.press("print", "", 0), Some(Effect::Print));
    }

    #[test]
    fn every_locale_has_its_own_words() {
        let mut page = Page::small(Kind::Report);
        page.enter("groups:1.leaders", "4");
        page.enter("jaarplan.talksPerPerson", "1");
        let told = Locale::ALL.map(|locale| {
            page.speak(locale.tag());
            let view = paper(&page);
            let head = view.find("class", "title").unwrap().text();
            head + &view.find("aria-labelledby", "h-indicators").unwrap().text()
        });
        let [dutch, _, french, english] = &told;
        for text in [french, english] {
            for word in ["niet", "voor", "het", "leidinggevenden", "gesprek", "uur"] {
                assert!(!text.split(' ').any(|other| other == word), "{word}: {text}");
            }
            assert_ne!(text, dutch);
        }
        assert!(english.contains("9. Role of HR and L&D"), "{english}");
        assert!(french.contains("1er mai 2026") || french.contains("1 mai 2026"), "{french}");
    }

    #[test]
    fn the_planner_has_the_same_pages() {
        let mut planner = Page::of(Kind::Planner, "BE", 2027);
        planner.enter("groups:1.headcount", "20");
        planner.enter("groups:1.fte", "16");
        planner.press("tab", "report", 0);
        assert_eq!(paper(&planner), paper(&Page::small(Kind::Report)));
    }
}
