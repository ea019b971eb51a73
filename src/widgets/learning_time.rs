//! `<jaarplan-learning-time>`: how much time people learn, by what and in which group.

use crate::text::{NO_VALUE, Word};
use crate::widgets::draft::Outcome;
use crate::widgets::parts::{Screen, bar, count, hours, scroller, section, share};
use crate::widgets::pictures;
use crate::widgets::tree::{Element, el, of};

impl Screen<'_> {
    /// Hours by component and by group.
    pub fn learning_time(&self, outcome: &Outcome) -> Element {
        let e = &outcome.own.evaluation;
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
            .maybe(pictures::time(locale, time, &|id| self.group_of(id).unwrap_or_default()))
            .add(scroller(
                self.word(Word::ByComponent),
                el("table")
                    .add(el("thead").add(heads.add(self.column("bar", Word::InAPicture))))
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
}
