//! `<jaarplan-learning-time>`: how much time people learn, by what and in which group.

use crate::model::figures::Figure;
use crate::text::{Locale, Word};
use crate::widgets::components::{bar, named_row, scroller};
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
        use Figure as F;
        let locale = self.locale;
        let time = &outcome.own.evaluation.learning_time;
        let (c, s) = (&time.by_component, &time.share_by_component);
        let [table, head, body] =
            self.number_table(Word::Component, &[Word::HoursOfAll, Word::SharePart]);
        head.add(self.column("bar", Word::InAPicture));
        let row = |word, figure, hours, share, part: Option<f64>| {
            let percent = known(locale, part, Locale::percent, 0);
            let hours = locale.number(hours, 0);
            let row = self
                .named_row(word)
                .add(self.cell(HERE, figure, hours))
                .add(self.cell(HERE, share, percent));
            body.add(row.add(of("td", "bar").add(bar(part.unwrap_or_default()))));
        };
        row(Word::WeekCycles, F::WeekCycles, c.week_cycles, F::ShareOfWeekCycles, s.week_cycles);
        row(
            Word::ProfCircles,
            F::ProfCircles,
            c.prof_circles,
            F::ShareOfProfCircles,
            s.prof_circles,
        );
        row(Word::ProfTrack, F::ProfTrack, c.prof_track, F::ShareOfProfTrack, s.prof_track);
        row(Word::Formal, F::Formal, c.formal, F::ShareOfFormal, s.formal);
        row(
            Word::Talks,
            F::DevelopmentTalks,
            c.development_talks,
            F::ShareOfDevelopmentTalks,
            s.development_talks,
        );
        let total = self.cell(HERE, F::TotalHours, locale.number(time.total_hours, 0));
        let total = self.named_row(Word::Total).add(total).add(el("td")).add(el("td"));
        table.add(el("tfoot").add(total.set("class", "total")));
        let part = self
            .part(Word::LearningTime, HERE)
            .maybe(pictures::time(locale, time, &|id| self.group_of(id)))
            .add(scroller(self.word(Word::ByComponent), table));
        if time.groups.len() > 1 {
            let heads = [Word::ParticipantCount, Word::HoursEach, Word::WorkShare];
            let [table, _, body] = self.number_table(Word::Group, &heads);
            for (place, group) in time.groups.iter().enumerate() {
                let row = named_row(&self.group_name(place)).key(&group.id);
                let cell = |figure, text| {
                    row.add(self.cell(HERE, figure, text));
                };
                cell(F::GroupParticipants(place), count(locale, group.participants));
                cell(F::GroupHoursPerEmployee(place), hours(locale, group.hours_per_employee));
                cell(F::GroupShareOfWorkingTime(place), share(locale, group.share_of_working_time));
                body.add(row);
            }
            part.add(scroller(self.word(Word::Groups), table));
        }
        part.maybe(self.derivation(HERE))
    }
}
