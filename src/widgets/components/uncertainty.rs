//! Figures as ranges, where something that they rest on is not known exactly.

use std::rc::Rc;

use super::headlines::HEADLINES;
use crate::analysis::explain::Origin;
use crate::analysis::simulate::{Driver, Simulation, Spread};
use crate::invariant::broken;
use crate::model::figures::Figure;
use crate::plan::Path;
use crate::text::{Locale, Phrase, Word, label_of, list};
use crate::widgets::components::figures::ShownFigure;
use crate::widgets::context::Screen;
use crate::widgets::numbers::{count, rounded};
use crate::widgets::pictures;
use crate::widgets::tree::{Element, el, of};

/// The figures of which people ask what moves them.
pub const DRIVEN: [Figure; 5] =
    [Figure::Net, Figure::Rov, Figure::Cash, Figure::Full, Figure::HoursPerEmployee];

/// So many of what moves a figure are shown.
const MOST_DRIVERS: usize = 8;

impl Screen<'_> {
    /// What may happen, where something is not known.
    pub fn simulation(&self) -> Option<Rc<Simulation>> {
        self.outcome()?.simulation(self.draft.is_uncertain())
    }

    /// How a figure spreads, where something is not known.
    pub fn spread(&self, figure: Figure) -> Option<Spread> {
        self.outcome()?.spread(figure, self.draft.is_uncertain())
    }

    /// The two numbers between which a figure lies in 8 of 10 samples, the same when it hardly varies. What has no
    /// place in the comparison of scenarios is an amount.
    fn eight_in_ten(&self, figure: Figure) -> Option<[String; 2]> {
        let spread = self.spread(figure)?;
        let ends = [spread.p10?, spread.p90?];
        Some(match ShownFigure::find(figure) {
            Some(shown) => shown.ends(self.locale, ends),
            None => rounded(ends, 1.0, 0).0.map(|end| self.locale.euros(end, 0)),
        })
    }

    /// Those as a range; `None` for a figure of which nothing tells how it spreads.
    pub fn range(&self, figure: Figure) -> Option<String> {
        let [low, high] = self.eight_in_ten(figure)?;
        Some(self.locale.say(if low == high {
            Phrase::AlmostSure(&low)
        } else {
            Phrase::FromTo(&low, &high)
        }))
    }

    /// That range and how likely it is, for under a figure.
    pub fn chance(&self, figure: Figure) -> Option<Element> {
        let [low, high] = self.eight_in_ten(figure)?;
        let (word, range) = if low == high {
            (Word::AlmostSure, low)
        } else {
            (Word::InEight, self.locale.say(Phrase::FromTo(&low, &high)))
        };
        let range = of("span", "between").add(range);
        Some(of("span", "chance").word(self.locale, word).add(" ").add(range))
    }

    /// How likely a figure is to be at least zero: of those of which every simulation tells that.
    pub fn odds_of(&self, figure: Figure) -> Option<String> {
        self.spread(figure)?;
        let simulation = self.simulation()?;
        let found = simulation.probabilities.iter().find(|one| one.figure == figure)?;
        Some(odds(self.locale, found.probability))
    }

    /// Every headline figure as a range, in a paragraph.
    pub fn ranges(&self) -> Option<Element> {
        let simulation = self.simulation()?;
        let locale = self.locale;
        let mut ranges = String::new();
        for (figure, _) in HEADLINES.iter().flat_map(|(_, stats)| stats.iter()) {
            self.list_range(&mut ranges, *figure);
        }
        self.list_range(&mut ranges, Figure::Rov);
        let said = [self.word(Word::InEight), " ", &ranges, ". "].concat();
        let part = of("p", "ranges").key("ranges").add(said);
        if let Some(odds) = self.odds_of(Figure::Net) {
            part.say(locale, Phrase::ChanceOfValue(&odds)).add(" ");
        }
        if let Some(odds) = self.odds_of(Figure::Gap) {
            part.say(locale, Phrase::ChanceOfBudget(&odds)).add(" ");
        }
        let samples = locale.say(Phrase::Samples(&count(locale, simulation.points.into())));
        part.word(locale, Word::UnknownsMean);
        Some(part.add([" (", &samples, ")"].concat()))
    }

    fn list_range(&self, ranges: &mut String, figure: Figure) {
        if let Some(range) = self.range(figure) {
            let said = self.locale.say(Phrase::That(self.word(Word::of_figure(figure)), &range));
            list(ranges, "; ", &said);
        }
    }

    /// How likely the plan is to pay for itself within its horizon.
    pub fn payback_chance(&self) -> Option<String> {
        let spread = self.spread(Figure::PaybackMonth)?;
        let years = count(self.locale, self.outcome()?.own.plan.value.horizon_years.whole());
        let odds = odds(self.locale, spread.defined);
        Some(self.locale.say(Phrase::ChanceOfPayback(&odds, &years)))
    }

    /// How net value spreads, with how likely it is to cover the costs.
    pub fn net_chances(&self) -> Option<Element> {
        let (locale, spread) = (self.locale, self.spread(Figure::Net)?);
        let simulation = self.simulation()?;
        let net = simulation.probabilities.first()?;
        let euros = |amount: f64| locale.euros(amount, 0);
        let rounded = |amount: f64| match (spread.p10, spread.p90) {
            (Some(low), Some(high)) => euros(rounded_as(amount, [low, high])),
            _ => euros(amount),
        };
        let of_what = pictures::Chances {
            histogram: &simulation.histogram,
            spread: &spread,
            odds: [odds(locale, 1.0 - net.probability), odds(locale, net.probability)],
            sides: [Word::CostsAreHigher, Word::CostsAreCovered],
        };
        let picture = pictures::chances(locale, &of_what, &rounded)?;
        let samples = count(locale, simulation.points.into());
        let error = euros(spread.error?.ceil());
        let said =
            of("p", "odds").say(locale, Phrase::ChanceOfValue(&odds(locale, net.probability)));
        if let Some(odds) = self.odds_of(Figure::Gap) {
            said.add(" ").say(locale, Phrase::ChanceOfBudget(&odds));
        }
        Some(
            of("div", "sub")
                .key("net-chances")
                .add(el("h3").word(locale, Word::SpreadTitle))
                .add(said)
                .add(picture)
                .add(of("p", "hint").say(locale, Phrase::ErrorOf(&samples, &error))),
        )
    }

    /// What moves a figure most, with a choice of figure.
    pub fn drivers(&self) -> Option<Element> {
        let locale = self.locale;
        let figures = DRIVEN.into_iter().filter(|figure| self.spread(*figure).is_some());
        let first = figures.clone().next()?;
        let driven = figures.clone().find(|figure| Some(*figure) == self.own.driven);
        let driven = driven.unwrap_or(first);
        let choice = of("div", "choices").set("role", "group");
        choice.set("aria-label", self.word(Word::DriversOf));
        for figure in figures {
            let button = self.button("driven", Word::of_figure(figure)).set("class", "tool");
            let button = button.set("data-figure", figure.id());
            choice.add(button.tells("aria-pressed", figure == driven));
        }
        let shown = ShownFigure::of(driven);
        let outcome = self.outcome()?;
        let found = outcome.drivers(driven)?;
        let has_shares = found.iter().any(|driver| driver.first_order.is_some());
        let mut rows = Vec::new();
        for driver in found.iter().take(MOST_DRIVERS) {
            let Some(path) = driver.inputs.first().and_then(|path| path.parse::<Path>().ok())
            else {
                broken("a figure is moved by no input")
            };
            let label = label_of(&path);
            let swings = driver.swing.is_some_and(|swing| swing > 0.0);
            if let (Some(low), Some(high), true) = (driver.at_low, driver.at_high, swings) {
                rows.push(pictures::Moves {
                    name: self.driver_name(driver, &path),
                    values: [driver.low, driver.high].map(|end| self.with_unit(end, label)),
                    figures: [low, high],
                    share: driver.first_order.map(|share| share.clamp(0.0, 1.0)),
                });
            }
        }
        let likely = self.simulation()?.figures.get(driven)?.likely?;
        let title = Phrase::That(self.word(Word::DriversTitle), self.word(shown.name()));
        let show = |number| shown.bare(locale, Some(number));
        let part = of("div", "sub").key("drivers").add(el("h3").say(locale, title)).add(choice);
        part.maybe(pictures::drivers(locale, likely, &rows, &show));
        Some(if has_shares {
            part.add(of("p", "hint").word(locale, Word::SharesNote))
        } else {
            let ask = self.button("variance", Word::ShowShares).set("class", "link");
            part.add(ask.set("data-figure", driven.id()))
        })
    }

    /// What is not known; a default of groups is that of all of them.
    fn driver_name(&self, driver: &Driver, path: &Path) -> String {
        let of_groups = path.index_in("groups").is_some() && driver.origin == Origin::Default;
        match label_of(path).filter(|_| of_groups) {
            Some(label) => self.word(label.name).to_owned(),
            None => self.input_name(path),
        }
    }

    /// Whether defaults count as not known: a switch for all widgets that show this plan.
    pub fn weigh_switch(&self) -> Element {
        let switch = el("button type=button role=switch id=weigh class=switch data-do=weigh")
            .tells("aria-checked", self.draft.is_uncertain())
            .word(self.locale, Word::Weigh);
        let samples = self.simulation().map(|simulation| {
            let samples = count(self.locale, simulation.points.into());
            of("span", "samples").say(self.locale, Phrase::Samples(&samples))
        });
        of("p", "weigh").key("weigh").add(switch).maybe(samples)
    }

    /// What ranges mean, where there are any.
    pub fn chance_note(&self) -> Option<Element> {
        self.simulation()?;
        let note = of("p", "hint").key("chance-note").word(self.locale, Word::EightMeans);
        Some(note.add(" ").word(self.locale, Word::UnknownsMean))
    }
}

/// A chance in words: `3 op 10`, and finer where it is nearly none or nearly sure.
fn odds(locale: Locale, chance: f64) -> String {
    let of_ten = || locale.number(chance * 10.0, 0);
    let of_hundred = || locale.number(chance * 100.0, 0);
    locale.say(match chance {
        ..0.01 => Phrase::OddsBelow("1", "100"),
        0.99.. => Phrase::OddsAbove("99", "100"),
        0.075..=0.925 => return locale.say(Phrase::Odds(&of_ten(), "10")),
        _ => return locale.say(Phrase::Odds(&of_hundred(), "100")),
    })
}

/// An amount, rounded as the ends of a range are.
fn rounded_as(amount: f64, [low, high]: [f64; 2]) -> f64 {
    let ([amount, _], _) = rounded([amount, amount + (high - low)], 1.0, 0);
    amount
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::simulate::{Options, simulate};
    use crate::plan::{Document, Plan};
    use crate::widgets::kinds::Kind;
    use crate::widgets::page::Page;
    use crate::widgets::state::List;

    fn card(page: &Page, name: &str) -> String {
        page.view().find("data-card", name).unwrap().text()
    }

    fn samples(page: &Page) -> Option<String> {
        page.view().find("class", "samples").map(crate::widgets::tree::seen::Element::text)
    }

    /// Works off the simulation of the plan, as a page does between frames.
    fn finish(page: &Page) {
        let draft = page.0.draft();
        while draft.borrow().is_pending() {
            draft.borrow_mut().go_on();
        }
    }

    /// What the card of the budget must say of a simulation.
    fn cash(simulation: &Simulation) -> String {
        let spread = simulation.figures.get(Figure::Cash).unwrap();
        let [low, high] = ShownFigure::of(Figure::Cash)
            .ends(Locale::NlBe, [spread.p10, spread.p90].map(Option::unwrap));
        format!("uitgaven 8 kansen op 10: {low} tot {high}").replace('\u{a0}', " ")
    }

    #[track_caller]
    fn simulated(page: &Page, points: u32) -> String {
        let plan = Plan::read(&page.document()).unwrap();
        let options = Options { default_ranges: true, ..Options::default() };
        let mut sampler = crate::analysis::simulate::Sampler::new(&plan, &options).unwrap();
        sampler.advance(points);
        cash(&sampler.simulation())
    }

    #[test]
    fn ranges_come_with_the_switch_and_at_once() {
        let mut page = Page::small(Kind::Planner);
        assert_eq!(samples(&page), None);
        assert!(!card(&page, "budget").contains("kansen op 10"));
        assert!(!page.0.draft().borrow().is_pending());
        page.press("weigh", "", 0);
        let said = simulated(&page, 1024);
        assert!(card(&page, "budget").contains(&said), "{said}\n{}", card(&page, "budget"));
        assert_eq!(samples(&page).unwrap(), "1.024 doorrekeningen");
        let before = page.0.draft().borrow().revision();
        finish(&page);
        assert_eq!(page.0.draft().borrow().revision(), before + 1, "it is shown once more");
        let said = simulated(&page, 16_384);
        assert!(card(&page, "budget").contains(&said), "{said}");
        assert_eq!(samples(&page).unwrap(), "16.384 doorrekeningen");
        let text = page.view().text();
        assert!(text.contains("Schattingen die je zelf geeft, staan los van elkaar."));
        assert!(text.contains("Een standaard is één onbekende"));
        page.press("weigh", "", 0);
        assert_eq!(samples(&page), None);
    }

    #[test]
    fn what_is_typed_changes_ranges_at_once_and_the_samples_that_are_kept_are_the_same() {
        let mut page = Page::small(Kind::Planner);
        page.press("weigh", "", 0);
        page.view();
        finish(&page);
        for typed in ["2", "24"] {
            page.enter("learning.formal.hours", typed);
            let said = simulated(&page, 1024);
            assert!(card(&page, "budget").contains(&said), "{said}");
            assert_eq!(samples(&page).unwrap(), "1.024 doorrekeningen");
        }
        // While a plan is wrong, its last ranges stay with its last figures.
        page.enter("learning.formal.hours", "24a");
        assert!(card(&page, "budget").contains("kansen op 10"));
        page.enter("learning.formal.hours", "24");
        finish(&page);
        page.view();
        finish(&page);
        let said = simulated(&page, 16_384);
        assert!(card(&page, "budget").contains(&said), "{said}");
    }

    #[test]
    fn estimates_show_ranges_without_the_switch_but_not_of_what_a_default_uplift_decides() {
        let mut page = Page::small(Kind::Planner);
        let document = r#"{"schemaVersion":1,"year":2027,"country":"BE","groups":[{"headcount":20,"fte":16,
            "labourCostPerHour":{"low":40,"likely":48,"high":60}}]}"#;
        page.load(&Document::parse(document).unwrap()).unwrap();
        assert!(card(&page, "budget").contains("volledige kost 8 kansen op 10: €"));
        assert!(card(&page, "circles").contains("cirkels vrijwel zeker: 2"));
        assert!(card(&page, "value").contains("RoV bij 1% tot 10% meer productiviteit"));
        assert!(!card(&page, "value").contains("opbrengst de kosten dekt"));
        page.press("weigh", "", 0);
        assert!(card(&page, "value").contains("RoV, 8 kansen op 10"));
        assert!(card(&page, "value").contains("dat de opbrengst de kosten dekt"));
        page.press("weigh", "", 0);
        page.enter("benefit.uplift", "4");
        assert!(
            card(&page, "value").contains("RoV bij de productiviteit die je invult 8 kansen op 10")
        );
    }

    #[test]
    fn the_choice_is_kept_in_the_browser_and_not_in_the_plan() {
        let mut page = Page::small(Kind::Planner);
        page.press("weigh", "", 0);
        let kept = page.snapshot();
        assert!(kept.contains(r#""uncertain":true"#), "{kept}");
        assert!(!page.0.draft().borrow().file().to_string().contains("uncertain"));
        let mut other = Page::new("BE", 2027);
        other.restore(&kept);
        assert!(samples(&other).is_some());
        // Another plan is looked at in the same way.
        let plan = page.document();
        other.load(&plan).unwrap();
        assert!(samples(&other).is_some());
    }

    #[test]
    fn a_copy_of_a_scenario_has_its_ranges() {
        let mut page = Page::small(Kind::Planner);
        page.press("weigh", "", 0);
        page.view();
        finish(&page);
        page.press("duplicate", "", 0);
        assert_eq!(samples(&page).unwrap(), "16.384 doorrekeningen");
        page.enter("learning.formal.hours", "24");
        assert_eq!(samples(&page).unwrap(), "1.024 doorrekeningen");
        finish(&page);
        page.add(List::Groups);
        assert!(card(&page, "budget").contains("kansen op 10"));
    }

    #[test]
    fn what_is_said_aloud_rests_on_all_samples() {
        let mut page = Page::small(Kind::Planner);
        page.press("weigh", "", 0);
        page.announcement();
        page.enter("learning.formal.hours", "24");
        page.view();
        finish(&page);
        let said = page.announcement().unwrap().replace('\u{a0}', " ");
        assert!(said.starts_with("Leertijd per medewerker: 52,4 uur. 8 kansen op 10: "), "{said}");
        assert!(said.contains("Kans van "), "{said}");
        assert_eq!(page.announcement(), None);
    }

    #[test]
    fn the_whole_simulation_is_that_of_everyone_else() {
        let mut page = Page::small(Kind::Planner);
        page.press("weigh", "", 0);
        page.view();
        finish(&page);
        let options = Options { default_ranges: true, ..Options::default() };
        let own = simulate(&Plan::read(&page.document()).unwrap(), &options).unwrap();
        let draft = page.0.draft().borrow();
        assert_eq!(*draft.sheet().outcome().unwrap().simulation(true).unwrap(), own);
    }

    #[test]
    fn return_on_value_is_told_by_its_chances() {
        let mut page = Page::small(Kind::Planner);
        let before = page.view().find("aria-labelledby", "h-value-result").unwrap().text();
        assert!(
            !before.contains("Wat het meest uitmaakt")
                && before.contains("Niets doen kost in 3 jaar")
        );
        page.press("weigh", "", 0);
        page.view();
        finish(&page);
        let said = page.view().find("aria-labelledby", "h-value-result").unwrap().text();
        let options = Options { default_ranges: true, ..Options::default() };
        let simulation = simulate(&Plan::read(&page.document()).unwrap(), &options).unwrap();
        let odds = odds(Locale::NlBe, simulation.probabilities[0].probability);
        assert!(said.contains(&format!("Kans van {odds} dat de opbrengst de kosten dekt.")));
        assert!(said.contains(&format!("kans van {odds} binnen 3 jaar")), "{odds}");
        for part in [
            "Hoe de nettowaarde kan uitvallen",
            "de opbrengst dekt de kosten",
            "Berekend met 16.384 doorrekeningen. De rekenfout van het gemiddelde is hoogstens €",
            "Wat je misloopt zonder het plan",
            "Tel deze twee bedragen niet op",
            "Hogere productiviteit",
        ] {
            assert!(said.contains(part), "{part}\n{said}");
        }
    }

    #[test]
    fn people_choose_what_figure_is_moved_and_ask_for_shares() {
        let mut page = Page::small(Kind::Planner);
        page.press("weigh", "", 0);
        let text = |page: &Page| page.view().find("class", "drawn tornado").unwrap().text();
        let net = text(&page);
        assert!(net.contains("Hogere productiviteit"));
        page.press("driven", "budget.cash", 0);
        let cash = text(&page);
        assert!(page.view().text().contains("Wat het meest uitmaakt: L&O-budget (uitgaven)"));
        assert!(!cash.contains("Hogere productiviteit") && cash.contains("bij 8 uur"), "{cash}");
        page.press("driven", "value.months", 0);
        assert_eq!(text(&page), cash);
        page.press("variance", "budget.cash", 0);
        assert!(text(&page).contains('%'));
        assert!(page.view().text().contains("Deel van de onzekerheid"));
        // They are of this plan, and of this figure.
        page.enter("learning.formal.hours", "24");
        assert!(!page.view().text().contains("Deel van de onzekerheid"));
    }

    #[test]
    fn scenarios_and_the_report_have_ranges() {
        let mut page = Page::small(Kind::Planner);
        page.press("weigh", "", 0);
        let report = page.view().find("class", "ranges").unwrap().text();
        assert!(
            report.contains("Break-even") && report.contains("1.024 doorrekeningen"),
            "{report}"
        );
        page.press("duplicate", "", 0);
        let table = page.view().find("class", "compared").unwrap().text();
        assert_eq!(table.matches("Uitgaven").count(), 1, "{table}");
        assert!(table.matches("8 kansen op 10:").count() > 8, "{table}");
        assert!(table.contains("binnen 3 jaar"), "{table}");
    }

    #[track_caller]
    fn check(chance: f64, expected: &str) {
        assert_eq!(odds(Locale::NlBe, chance), expected, "{chance}");
    }

    #[test]
    #[rustfmt::skip]
    fn chances_are_said_in_words() {
        check(0.0,   "minder dan 1 op 100");
        check(0.004, "minder dan 1 op 100");
        check(0.012, "1 op 100");
        check(0.07,  "7 op 100");
        check(0.08,  "1 op 10");
        check(0.316, "3 op 10");
        check(0.5,   "5 op 10");
        check(0.92,  "9 op 10");
        check(0.93,  "93 op 100");
        check(0.985, "99 op 100");
        check(0.995, "meer dan 99 op 100");
        check(1.0,   "meer dan 99 op 100");
    }

    #[track_caller]
    fn between(figure: Figure, ends: [f64; 2], expected: [&str; 2]) {
        let shown = ShownFigure::of(figure).ends(Locale::NlBe, ends);
        assert_eq!(shown.map(|end| end.replace('\u{a0}', " ")), expected);
    }

    #[test]
    #[rustfmt::skip]
    fn ranges_are_rounded_to_what_can_be_read() {
        between(Figure::Cash, [61_234.5, 148_420.1],  ["€ 61.000", "€ 148.000"]);
        between(Figure::Cash, [9_658.7, 31_786.9],    ["€ 10.000", "€ 32.000"]);
        between(Figure::Cash, [183_137.1, 183_137.2], ["€ 183.137", "€ 183.137"]);
        between(Figure::Cash, [-430.0, 12.0],         ["€ -430", "€ 10"]);
        between(Figure::HoursPerEmployee, [42.77, 65.67],  ["43", "66"]);
        between(Figure::HoursPerEmployee, [42.77, 45.67],  ["42,8", "45,7"]);
        between(Figure::Rov, [-0.5425, 0.314],         ["-54%", "31%"]);
        between(Figure::Rov, [-0.8, 1.94],             ["-80%", "190%"]);
        between(Figure::BreakEvenUplift, [0.0473, 0.0789], ["4,7%", "7,9%"]);
        between(Figure::Net, [f64::MIN, f64::MAX],     ["–", "–"]);
    }
}
