//! `<jaarplan-learning-time>`: how much time people learn, by what and in which group.

use crate::text::{Locale, Word};
use crate::widgets::components::{bar, figure_of, named_row, scroller};
use crate::widgets::context::Screen;
use crate::widgets::numbers::{count, hours, known, share};
use crate::widgets::pictures;
use crate::widgets::state::Outcome;
use crate::widgets::tree::{Element, el, of};

/// The part of the page that shows these figures.
const HERE: &str = "time";

impl Screen<'_> {
    /// Hours by component and by group.
    pub fn learning_time(&self, outcome: &Outcome) -> Element {
        let locale = self.locale;
        let time = &outcome.own.evaluation.learning_time;
        let (c, s) = (&time.by_component, &time.share_by_component);
        let [table, head, body] =
            self.number_table(Word::Component, &[Word::HoursOfAll, Word::SharePart]);
        head.add(self.column("bar", Word::InAPicture));
        let row = |word, key: &str, hours, part: Option<f64>| {
            let share = known(locale, part, Locale::percent, 0);
            let hours = locale.number(hours, 0);
            let row = self
                .named_row(word)
                .add(self.cell(HERE, &["learningTime.byComponent.", key].concat(), hours))
                .add(self.cell(HERE, &["learningTime.shareByComponent.", key].concat(), share));
            body.add(row.add(of("td", "bar").add(bar(part.unwrap_or_default()))));
        };
        row(Word::WeekCycles, "weekCycles", c.week_cycles, s.week_cycles);
        row(Word::ProfCircles, "profCircles", c.prof_circles, s.prof_circles);
        row(Word::ProfTrack, "profTrack", c.prof_track, s.prof_track);
        row(Word::Formal, "formal", c.formal, s.formal);
        row(Word::Talks, "developmentTalks", c.development_talks, s.development_talks);
        let total = self.cell(HERE, "learningTime.totalHours", locale.number(time.total_hours, 0));
        let total = self.named_row(Word::Total).add(total).add(el("td")).add(el("td"));
        table.add(el("tfoot").add(total.set("class", "total")));
        let part = self
            .part(Word::LearningTime, HERE)
            .maybe(pictures::time(locale, time, &|id| self.group_of(id).unwrap_or_default()))
            .add(scroller(self.word(Word::ByComponent), table));
        if time.groups.len() > 1 {
            let heads = [Word::ParticipantCount, Word::HoursEach, Word::WorkShare];
            let [table, _, body] = self.number_table(Word::Group, &heads);
            for (place, group) in time.groups.iter().enumerate() {
                let row = named_row(&self.group_name(place)).key(&group.id);
                let cell = |key, text| {
                    row.add(self.cell(HERE, &figure_of("learningTime.groups", place, key), text));
                };
                cell("participants", count(locale, group.participants));
                cell("hoursPerEmployee", hours(locale, group.hours_per_employee));
                cell("shareOfWorkingTime", share(locale, group.share_of_working_time));
                body.add(row);
            }
            part.add(scroller(self.word(Word::Groups), table));
        }
        part.maybe(self.derivation(HERE))
    }
}
