//! The learning right and the agreements of the sector: what they ask, and what the plan gives.
//!
//! [`crate::check`] decides, [`verdicts`] says it; here is only what stands where.

use crate::model::figures::Figure;
use crate::plan::Plan;
use crate::rules::{Aspect, Check, LearningSpan, Note, Outcome, Reason, Verdict, sectors};
use crate::text::{Word, verdicts};
use crate::widgets::components::form::{button, section};
use crate::widgets::components::tables::scroller;
use crate::widgets::context::Screen;
use crate::widgets::tree::{Element, el, of};

/// Rules of every private employer in Belgium: that one does not hold is news for who expects it.
const LAW: [&str; 2] = ["be-individual-right", "be-training-plan"];

impl Screen<'_> {
    /// The sectors to choose from, by id; none first.
    pub fn sectors(&self) -> Vec<(&'static str, &'static str)> {
        let mut all = vec![("", self.word(Word::NoSector))];
        for id in sectors(self.country()) {
            all.push((id, verdicts::sector(self.locale(), id)));
        }
        all
    }

    /// The answers that are a number, in a line below the headline figures.
    pub fn right_answers(&self) -> Option<Element> {
        let line = of("p", "right").key("right");
        for check in self.outcome()?.checks() {
            if is_number(check) {
                line.add(self.answer("span", check)).add(" ");
            }
        }
        if line.is_empty() {
            return None;
        }
        let see = button("go", self.word(Word::SeeRights));
        Some(line.add(see.set("class", "link").set("data-id", "rights")))
    }

    /// Every rule that applies: first those that are a number, then the training plan, then what a
    /// plan does not say.
    pub fn rights(&self) -> Option<Element> {
        let outcome = self.outcome()?;
        let (plan, checks) = (&outcome.own.plan, outcome.checks());
        let rules = of("div", if self.errors().is_empty() { "rights" } else { "rights stale" })
            .maybe(self.sector_advice(plan, checks));
        let add = |which: &dyn Fn(&Check) -> bool| {
            for check in checks {
                if which(check) {
                    rules.add(self.rule(check));
                }
            }
        };
        add(&is_number);
        add(&|check| matters(plan, check));
        add(&has_steps);
        rules.maybe(self.questions(checks));
        Some(
            section(self.word(Word::RightsTitle), "rights")
                .set("id", "rights")
                .set("tabindex", "-1")
                .add(rules)
                .add(of("p", "hint").add(verdicts::disclaimer(self.locale())))
                .maybe(self.derivation("rights")),
        )
    }

    /// Dutch agreements are by sector: without one there is nothing to hold a plan against.
    fn sector_advice(&self, plan: &Plan, checks: &[Check]) -> Option<Element> {
        let is_told = |check: &Check| is_number(check) || matters(plan, check);
        let first = checks.first().filter(|_| !checks.iter().any(is_told))?;
        let advice = match plan.sector {
            None => self.word(Word::ChooseSector).to_owned(),
            Some(_) => verdicts::note(self.locale(), first, Note::UnknownSector),
        };
        Some(of("p", "hint").key("advice").add(advice))
    }

    fn rule(&self, check: &Check) -> Element {
        let locale = self.locale();
        let rule = of("div", "rule")
            .key(check.rule)
            .set("data-rule", check.rule)
            .add(self.answer("h3", check))
            .maybe(self.by_group(check));
        for note in &check.notes {
            rule.add(of("p", "hint").add(verdicts::note(locale, check, *note)));
        }
        rule.maybe(self.sums(check))
            .maybe(self.profiles(check))
            .maybe(self.steps(check))
            .add(self.source_of(check))
    }

    /// `✗ 5 dagen per VTE? Niet gehaald voor 24 van de 120 medewerkers.`
    fn answer(&self, tag: &'static str, check: &Check) -> Element {
        let locale = self.locale();
        let asked = match verdicts::asked(locale, check) {
            Some(asked) => asked,
            None => [verdicts::rule(locale, check.rule), "."].concat(),
        };
        let told = el("span").add(el("strong").add(asked)).add(" ");
        el(tag)
            .set("class", "answer")
            .add(sign(check.outcome))
            .add(told.add(verdicts::check(locale, check)))
    }

    /// What each group needs and gets, when the rule is by group.
    fn by_group(&self, check: &Check) -> Option<Element> {
        let decides = |verdict: &Verdict| {
            verdict.people.is_some() && verdict.about != Aspect::NonParticipants
        };
        let table = self.table(check, decides)?;
        let part = of("div", "by-group").add(table).maybe(self.others(check));
        if check.verdicts.iter().any(|verdict| verdict.fraction.is_some()) {
            part.add(of("p", "hint").word(self.locale, Word::RightIsAverage));
        }
        Some(part)
    }

    /// How the days of each group were calculated.
    fn sums(&self, check: &Check) -> Option<Element> {
        let locale = self.locale();
        let day = self.outcome()?.own.plan.calendar.hours_per_day.likely.to_f64();
        let told = of("dl", "steps");
        for verdict in &check.verdicts {
            if verdict.people.is_some()
                && let Some([needed, given]) = verdicts::sums(locale, verdict, day)
            {
                let whose = of("span", "detail").add(verdicts::whose(locale, verdict));
                let name = el("dt").add(self.group_name_of(verdict)).add(" ").add(whose);
                let sums = el("dd").add([&needed, " ", &given].concat());
                told.add(el("div").add(name).add(sums));
            }
        }
        (!told.is_empty()).then(|| self.folded("more", Word::WhyTheseNumbers).add(told))
    }

    /// What stands under a title that is pressed to see it.
    fn folded(&self, class: &str, title: Word) -> Element {
        of("details", class).add(el("summary").word(self.locale, title))
    }

    /// Those who do not take part, who have the right too.
    fn others(&self, check: &Check) -> Option<Element> {
        let others = verdicts::others(self.locale(), check)?;
        let short = check.verdicts.iter().any(|verdict| {
            verdict.about == Aspect::NonParticipants && verdict.outcome != Outcome::Met
        });
        let sign = sign(if short { Outcome::NotMet } else { Outcome::Met });
        Some(of("p", "others").add(sign).add(el("span").add(others)))
    }

    /// The same for someone who works full time, 80 or 50 %.
    fn profiles(&self, check: &Check) -> Option<Element> {
        let is_profile = |verdict: &Verdict| verdict.people.is_none();
        let table = self.table(check, is_profile)?;
        Some(self.folded("more", Word::Profiles).add(table))
    }

    /// A row for each of these verdicts on a group; a group with several has a heading of its own.
    fn table(&self, check: &Check, which: fn(&Verdict) -> bool) -> Option<Element> {
        let locale = self.locale();
        let mut rows: Vec<&Verdict> = Vec::new();
        for verdict in &check.verdicts {
            if verdict.group.is_some() && which(verdict) {
                rows.push(verdict);
            }
        }
        let first = rows.first()?;
        let unit = self.unit(check);
        let number =
            |word| self.column("number", word).add(of("span", "detail").add(unit.as_str()));
        let heads = el("tr")
            .add(self.column("", Word::Group))
            .add(number(Word::Needed))
            .add(number(Word::InPlan))
            .add(self.column("enough", Word::IsEnough));
        let table = el("table").add(el("thead").add(heads));
        let several = rows.iter().any(|row| row.group != first.group);
        for rows in rows.chunk_by(|a, b| a.group == b.group) {
            let Some(first) = rows.first() else { continue };
            let body = el("tbody");
            table.add(body);
            let name = self.group_name_of(first);
            if rows.len() == 1 {
                body.add(self.row(check, first, self.group_cell(first, name)));
                continue;
            }
            if several {
                let heading = el("th").set("scope", "rowgroup").set("colspan", "4").add(name);
                body.add(of("tr", "group").add(heading));
            }
            for verdict in rows {
                let whose = verdicts::whose(locale, verdict);
                body.add(self.row(check, verdict, el("th").add(whose)));
            }
        }
        Some(scroller(verdicts::rule(locale, check.rule), table))
    }

    /// A group with whose hours are counted, where that is not everyone's.
    fn group_cell(&self, verdict: &Verdict, group: String) -> Element {
        let cell = el("th").add(group);
        if verdict.about != Aspect::Everyone {
            cell.add(of("span", "detail").add(verdicts::whose(self.locale(), verdict)));
        }
        cell
    }

    /// `dagen`, or `uur per VTE`.
    fn unit(&self, check: &Check) -> String {
        if verdicts::is_in_hours(check) {
            let per_fte = verdicts::about(self.locale(), Aspect::Organisation);
            [self.word(Word::Hours), " ", per_fte].concat()
        } else {
            self.word(Word::Days).to_owned()
        }
    }

    /// What is needed, what the plan gives, and `✗ 1,8 te kort`.
    fn row(&self, check: &Check, verdict: &Verdict, name: Element) -> Element {
        let locale = self.locale();
        let places = verdicts::places(locale, check);
        let number = |span: Option<LearningSpan>| {
            let many = match span {
                Some(span) if verdicts::is_in_hours(check) => span.hours,
                Some(span) => span.days,
                None => 0.0,
            };
            locale.number(many, places)
        };
        let given = number(verdict.planned);
        let planned = of("td", "number");
        match self.figure_of(verdict) {
            Some(figure) => planned.add(self.figure("rights", figure, given)),
            None => planned.add(given),
        };
        let enough = of("td", "enough").add(sign(verdict.outcome)).add(" ");
        if verdict.outcome == Outcome::Met {
            enough.word(self.locale, Word::Yes);
        } else {
            enough.add(number(verdict.short) + " " + self.word(Word::Short));
        }
        el("tr")
            .add(name.set("scope", "row"))
            .add(of("td", "number").add(number(verdict.required)))
            .add(planned)
            .add(enough)
    }

    /// The figure of the result that a verdict holds against a rule.
    fn figure_of(&self, verdict: &Verdict) -> Option<Figure> {
        let groups = &self.outcome()?.own.plan.groups;
        let place = groups.iter().position(|group| Some(&group.id) == verdict.group.as_ref())?;
        let is_figure = verdict.fraction.is_none() && verdict.planned.is_some();
        is_figure.then_some(Figure::GroupHoursPerFte(place))
    }

    /// What has to be done or written, by day.
    fn steps(&self, check: &Check) -> Option<Element> {
        let locale = self.locale();
        if !has_steps(check) {
            return None;
        }
        let days = of("dl", "steps");
        for steps in check.verdicts.chunk_by(|a, b| a.due == b.due) {
            let Some(due) = steps.first().and_then(|step| step.due.as_deref()) else { continue };
            let list = of("ul", "signed");
            for step in steps {
                let told = el("span");
                if step.outcome == Outcome::Open {
                    told.add(verdicts::about(locale, step.about));
                } else {
                    told.add(verdicts::verdict(locale, check, step).trim_end_matches('.'));
                }
                list.add(el("li").add(sign(step.outcome)).add(told));
            }
            let day = el("dt").add(verdicts::day(locale, due));
            days.add(el("div").add(day).add(el("dd").add(list)));
        }
        Some(self.folded("more", Word::Steps).add(days))
    }

    /// What no plan says, as sentences.
    fn questions(&self, checks: &[Check]) -> Option<Element> {
        let title = el("summary");
        let part = of("details", "more questions").key("questions").add(title);
        let mut many = 0;
        for check in checks {
            if is_question(check) {
                many += 1;
                part.add(self.rule(check));
            }
        }
        title.add(format!("{} ({many})", self.word(Word::CheckYourself)));
        (many > 0).then_some(part)
    }

    /// The rule's name, where it can be read, and when that was last done.
    fn source_of(&self, check: &Check) -> Element {
        let locale = self.locale();
        let source = match check.url {
            Some(url) => el("a")
                .set("href", url)
                .set("target", "_blank")
                .set("rel", "noopener noreferrer")
                .add(check.source),
            None => el("span").add(check.source),
        };
        // The name stands above when the rule asks for no number, and some sources are their own name.
        let name = verdicts::rule(locale, check.rule);
        let cited = of("p", "cited");
        if is_number(check) && name != check.source {
            cited.add([name, " · "].concat());
        }
        cited.add(source).add([" · ", &verdicts::checked(locale, check)].concat())
    }

    fn group_name_of(&self, verdict: &Verdict) -> String {
        verdict.group.as_deref().map_or_else(String::new, |id| self.group_of(id))
    }
}

/// Whether the plan was held against a number of days or hours.
fn is_number(check: &Check) -> bool {
    check.verdicts.iter().any(|verdict| verdict.required.is_some())
}

fn has_steps(check: &Check) -> bool {
    check.verdicts.iter().any(|verdict| verdict.due.is_some())
}

fn is_question(check: &Check) -> bool {
    check.outcome == Outcome::Open && check.verdicts.is_empty()
}

/// Whether someone may expect a rule that does not apply: that of the chosen sector, or the law.
fn matters(plan: &Plan, check: &Check) -> bool {
    match check.reason {
        None | Some(Reason::SectorAgreement) => false,
        Some(Reason::Country) => plan.sector.as_deref() == Some(check.rule),
        Some(_) => plan.sector.as_deref() == Some(check.rule) || LAW.contains(&check.rule),
    }
}

/// The answer as a sign, for the eye; the words beside it say the same.
fn sign(outcome: Outcome) -> Element {
    let (class, sign) = match outcome {
        Outcome::Met => ("sign met", "✓"),
        Outcome::NotMet => ("sign unmet", "✗"),
        Outcome::NotApplicable | Outcome::Open => ("sign", "•"),
    };
    of("span", class).set("aria-hidden", "true").add(sign)
}

#[cfg(test)]
mod tests {
    use crate::text::Locale;
    use crate::widgets::page::Page;
    use crate::widgets::tree::seen::{Element, View};

    /// So many people at 80 %, who all have 25 hours of formal training pro rata and a talk of 2 hours.
    fn plan(country: &str, year: &str, headcount: &str, fte: &str) -> Page {
        let mut planner = Page::new(country, 2027);
        for (field, typed) in [
            ("year", year),
            ("groups:1.headcount", headcount),
            ("groups:1.fte", fte),
            ("groups:1.participation", "100"),
            ("calendar.hoursPerDay", "7,6"),
            ("learning.weekCycles.count", "0"),
            ("learning.profTrack.hours", "0"),
            ("learning.formal.hours", "25"),
            ("learning.developmentTalks.hours", "2"),
            ("profCircles.sessions", "0"),
        ] {
            planner.enter(field, typed);
        }
        planner
    }

    fn of_sector(country: &str, year: &str, sector: &str) -> Page {
        let mut planner = plan(country, year, "25", "20");
        planner.enter("sector", sector);
        planner
    }

    fn rule(planner: &Page, id: &str) -> String {
        planner.view().find("data-rule", id).map_or_else(String::new, Element::text)
    }

    fn shown(planner: &Page) -> Vec<String> {
        fn collect(element: &Element, ids: &mut Vec<String>) {
            ids.extend(element.attribute("data-rule").map(str::to_owned));
            for child in &element.children {
                if let View::Element(child) = child {
                    collect(child, ids);
                }
            }
        }
        let mut ids = Vec::new();
        collect(&planner.view(), &mut ids);
        ids
    }

    #[track_caller]
    fn says(text: &str, parts: &[&str]) {
        for part in parts {
            assert!(text.contains(part), "{part}\n{text}");
        }
    }

    // 25 people, 20 FTE: e = 0.8, right 5·0.8 = 4 days. Formal 25·0.8 + talk 2 = 22 h = 2.89 days.
    // Full time 25 + 2 = 27 h = 3.55 of 5; half time 12.5 + 2 = 14.5 h = 1.91 of 2.5.
    #[test]
    fn five_days_per_fte_is_answered_first_then_by_group_and_by_profile() {
        let planner = plan("BE", "2027", "25", "20");
        let answer = "✗ 5 dagen per VTE? Niet gehaald voor 25 van de 25 medewerkers.";
        let top = planner.view().find("class", "right").unwrap().text();
        assert_eq!(top, format!("{answer} Bekijk de uitleg"));
        let law = rule(&planner, "be-individual-right");
        assert!(law.starts_with(answer), "{law}");
        says(
            &law,
            &[
                "Groep 1 25 deelnemers, gemiddeld 80% werktijd 4,0 2,9 ✗ 1,1 te kort",
                "Voor wie het hele jaar in dienst is, met de gemiddelde werktijd van de groep.",
                "per voltijdse medewerker 5,0 3,6 ✗ 1,4 te kort",
                "per medewerker die 80% werkt 4,0 2,9 ✗ 1,1 te kort",
                "per halftijdse medewerker 2,5 1,9 ✗ 0,6 te kort",
                "Je plan noemt geen sector.",
                "Individueel opleidingsrecht · Wet van 3 oktober 2022, art. 50 e.v. · nagekeken in mei 2026",
            ],
        );
        assert!(!law.contains("Wie niet meedoet"), "{law}");
        assert_eq!(
            shown(&planner),
            ["be-individual-right", "be-training-plan", "be-kmo", "eu-ai-literacy"]
        );
        let section = planner.view().find("id", "rights").unwrap().text();
        says(&section, &["Nog zelf na te gaan (2)"]);
        assert!(section.ends_with("Indicatief, geen juridisch advies."), "{section}");
    }

    // With 40 hours: 40·0.8 + 2 = 34 h = 4.47 of 4 days. Of 20 who do not take part 2 h = 0.26 day.
    #[test]
    fn who_does_not_take_part_has_the_right_too() {
        let mut planner = plan("BE", "2027", "25", "20");
        planner.enter("learning.formal.hours", "40");
        says(
            &rule(&planner, "be-individual-right"),
            &["✓ 5 dagen per VTE? Gehaald in elke groep.", "4,0 4,5 ✓ ja"],
        );
        planner.enter("groups:1.participation", "20");
        says(
            &rule(&planner, "be-individual-right"),
            &[
                "✗ 5 dagen per VTE? Niet gehaald voor 20 van de 25 medewerkers.",
                "Groep 1 5 deelnemers, gemiddeld 80% werktijd 4,0 4,5 ✓ ja",
                "✗ Wie niet meedoet, heeft dit recht ook: 20 medewerkers, met 0,3 dag in het plan.",
            ],
        );
        // 24 of 25 take part; from 10 FTE the right is 1 day, and a talk of 10 hours is enough for 0.8.
        for (field, typed) in [
            ("groups:1.participation", "96"),
            ("groups:1.fte", "15"),
            ("learning.developmentTalks.hours", "10"),
        ] {
            planner.enter(field, typed);
        }
        says(
            &rule(&planner, "be-individual-right"),
            &[
                "✓ 1 dag per VTE?",
                "✓ Wie niet meedoet, heeft dit recht ook: 1 medewerker, met 1,3 dag",
            ],
        );
    }

    // 35 h per FTE against 25·22/20 = 27.5. In days per FTE 27.5/7.6 = 3.62 of 5, short 38 − 27.5 = 10.5 h.
    #[test]
    #[rustfmt::skip]
    fn a_sector_has_its_own_rule() {
        #[track_caller]
        fn check(country: &str, year: &str, sector: &str, rules: &[&str], parts: &[&str]) {
            let planner = of_sector(country, year, sector);
            let shown = shown(&planner);
            assert_eq!(shown.get(..rules.len()).unwrap(), rules);
            assert!(!shown.get(rules.len()).is_some_and(|next| next.contains("-pc-")), "{shown:?}");
            says(&rules.iter().map(|id| rule(&planner, id)).collect::<String>(), parts);
        }
        check("BE", "2027", "be-pc-200", &["be-pc-200"], &["✗ 4 dagen per VTE? Niet gehaald voor 25 van de 25", "3,2 2,9 ✗ 0,3 te kort"]);
        check("BE", "2028", "be-pc-200", &["be-pc-200"], &["✗ 5 dagen per VTE?"]);
        check("BE", "2027", "be-pc-329.01", &["be-individual-right", "be-pc-329.01"],
            &["✗ 5 dagen per VTE gemiddeld? Niet gehaald: 3,6 van de 5 dagen per VTE; er ontbreekt 1,4 dag (10,5 uur)."]);
        check("BE", "2026", "be-pc-329.01", &["be-individual-right", "be-pc-329.01"], &["✗ 4,5 dagen per VTE gemiddeld?"]);
        check("BE", "2027", "be-public", &["be-individual-right", "be-training-plan", "eu-ai-literacy"],
            &["• Individueel opleidingsrecht. Niet van toepassing: de regel is voor werkgevers in de privésector."]);
        check("NL", "2027", "nl-cao-architecten", &["nl-cao-architecten"], &["✗ 35 uur per fte? Niet gehaald: 27,5 van de 35 uur", "Groep 1 35,0 27,5 ✗ 7,5 te kort", "uur per fte"]);
        check("NL", "2027", "nl-cao-vo", &["nl-cao-vo"], &["83 uur per fte leraar, 40 uur per fte ondersteuner?", "per fte leraar 83,0 27,5 ✗ 55,5 te kort", "per fte ondersteuner 40,0 27,5 ✗ 12,5"]);
        check("NL", "2027", "be-pc-200", &["be-pc-200"], &["• Opleidingsrecht in PC 200. Niet van toepassing: dit is een regel van een ander land."]);
    }

    #[test]
    fn what_does_not_apply_is_said_when_it_is_news() {
        let small = plan("BE", "2027", "12", "9,6");
        says(
            &rule(&small, "be-individual-right"),
            &[
                "• Individueel opleidingsrecht. Niet van toepassing: je organisatie heeft minder dan 10 VTE.",
            ],
        );
        assert!(small.view().find("class", "right").is_none());
        let early = plan("BE", "2022", "25", "20");
        says(&rule(&early, "be-individual-right"), &["we kennen deze regel vanaf 2023"]);
        let mut dutch = of_sector("NL", "2027", "");
        let section = |planner: &Page| planner.view().find("id", "rights").unwrap().text();
        says(&section(&dutch), &["Leren: wet en afspraken Kies bij Organisatie je sector."]);
        dutch.enter("sector", "visserij");
        says(&section(&dutch), &["De sector van je plan is hier niet bekend."]);
        assert_eq!(shown(&dutch), ["nl-611a", "nl-wor-27", "nl-slim", "eu-ai-literacy"]);
    }

    #[test]
    fn the_training_plan_has_its_days() {
        let mut planner = plan("BE", "2028", "25", "20");
        let told = rule(&planner, "be-training-plan");
        says(
            &told,
            &[
                "• Jaarlijks opleidingsplan. Nog te doen, uiterlijk 31 maart 2028:",
                "29 februari 2028 • de ondernemingsraad krijgt het opleidingsplan 15 maart 2028 •",
                "31 maart 2028 • het opleidingsplan is klaar ✓ In orde: formele en informele opleiding •",
            ],
        );
        planner.enter("learning.formal.hours", "0");
        says(
            &rule(&planner, "be-training-plan"),
            &["✗ Ontbreekt: formele en informele opleiding •"],
        );
    }

    #[test]
    fn a_source_opens_apart_and_does_not_repeat_the_name() {
        let view = of_sector("NL", "2027", "nl-cao-mbo").view();
        let cited = |id| view.find("data-rule", id).unwrap().find("class", "cited").unwrap();
        assert_eq!(cited("nl-cao-mbo").text(), "Cao mbo · nagekeken in mei 2026");
        let law = cited("nl-wor-27");
        assert_eq!(law.text(), "WOR art. 27 lid 1 onder f · nagekeken in mei 2026");
        let link = law.find("target", "_blank").unwrap();
        assert_eq!(link.attribute("href"), Some("https://wetten.overheid.nl/BWBR0002747"));
        assert_eq!(link.attribute("rel"), Some("noopener noreferrer"));
    }

    #[test]
    fn the_sector_is_chosen_from_those_of_the_country_and_an_unknown_one_stays() {
        let mut planner = plan("BE", "2027", "25", "20");
        let options = |planner: &Page| planner.view().find("data-field", "sector").unwrap().text();
        let belgian =
            "Geen of niet in de lijst PC 200: bedienden PC 329.01: socioculturele sector Overheid";
        assert_eq!(options(&planner), belgian);
        planner.enter("sector", "be-public");
        assert!(planner.document().to_string().contains(r#""sector":"be-public""#));
        planner.enter("sector", "");
        assert!(!planner.document().to_string().contains("sector"));
        let mut planner = plan("BE", "2027", "25", "20");
        planner.preset("sector", "zorg");
        assert_eq!(options(&planner), format!("zorg {belgian}"));
        planner.enter("groups:1.headcount", "26");
        assert!(planner.document().to_string().contains(r#""sector":"zorg""#));
        says(
            &rule(&planner, "be-individual-right"),
            &["De sector van je plan is hier niet bekend."],
        );
        planner.enter("country", "NL");
        assert_eq!(
            options(&planner),
            "zorg Geen of niet in de lijst Primair onderwijs Voortgezet onderwijs Mbo Architectenbureaus"
        );
    }

    #[test]
    fn an_old_answer_is_not_shown_as_new() {
        let mut planner = plan("BE", "2027", "25", "20");
        planner.enter("groups:1.fte", "x");
        let view = planner.view();
        assert!(view.find("class", "right").is_none());
        assert!(view.find("class", "rights stale").is_some());
        assert!(Page::new("BE", 2027).view().find("id", "rights").is_none());
    }

    #[test]
    fn the_days_of_a_group_say_how_they_were_calculated() {
        let rights = plan("BE", "2027", "25", "20").view().find("id", "rights").unwrap().text();
        let sum = "Nodig: 5 dagen × 80% werktijd × 12/12 van het jaar = 4 dagen. Gepland: 22 uur leertijd ÷ 7,6 uur per dag = 2,89 dagen.";
        assert!(rights.contains(sum), "{rights}");
        // Hours per FTE are a figure of the result, which explains itself.
        let view = of_sector("NL", "2027", "nl-cao-vo").view();
        let figure = view.find("data-figure", "learningTime.groups[0].hoursPerFte in rights");
        assert_eq!(figure.unwrap().text(), "27,5");
    }

    #[test]
    fn every_locale_has_its_own_words() {
        for (country, sector) in [("BE", "be-pc-200"), ("NL", "nl-cao-vo")] {
            let mut planner = of_sector(country, "2027", sector);
            planner.enter("groups:1.participation", "50");
            let mut told = Vec::new();
            for locale in Locale::ALL {
                planner.speak(locale.tag());
                told.push(planner.view().find("id", "rights").unwrap().text());
            }
            for text in &told {
                assert!(!text.contains(['{', '}']), "{text}");
            }
            let [dutch, _, french, english] = told.as_slice() else { unreachable!() };
            for text in [french, english] {
                for word in ["niet", "voor", "het", "nagekeken", "plan:"] {
                    assert!(!text.split(' ').any(|other| other == word), "{word}: {text}");
                }
                assert_ne!(text, dutch);
            }
        }
    }
}
