//! `<jaarplan-prof-circles>`: how many Prof circles there are, of which sizes, and who guides them.

use crate::model::evaluation::CircleSize;
use crate::model::figures::Figure;
use crate::text::{Word, circle_sizes, circles_of_size};
use crate::widgets::components::Facts;
use crate::widgets::context::Screen;
use crate::widgets::numbers::count;
use crate::widgets::pictures;
use crate::widgets::state::Outcome;
use crate::widgets::tree::{Element, el, of};

/// The part of the page that shows these figures.
const HERE: &str = "circles-result";

impl Screen<'_> {
    /// Sizes, meetings and guidance.
    pub fn prof_circles(&self, outcome: &Outcome) -> Element {
        let locale = self.locale;
        let circles = &outcome.own.evaluation.prof_circles;
        let facts = of("dl", "facts");
        let sizes = el("dd");
        facts.add(el("dt").word(locale, Word::SizeTitle)).add(sizes);
        for (i, size) in circles.sizes.iter().enumerate() {
            let figure = self.figure(HERE, Figure::SizeCount(i), circles_of_size(locale, size));
            let figure = el("span").add(figure);
            let comma = if i + 1 < circles.sizes.len() { ", " } else { "" };
            sizes.add(figure.add(comma));
        }
        let all = Facts { screen: self, place: HERE, list: facts };
        let per_week = locale.number(circles.sessions_per_week, 1);
        all.add(Word::PerWeekTitle, Figure::SessionsPerWeek, per_week);
        let hours = locale.number_up_to(circles.facilitator_hours, 1);
        all.add(Word::FacilitatorHours, Figure::FacilitatorHours, hours);
        let fte = locale.number(circles.facilitator_fte, 2);
        all.add(Word::FacilitatorFte, Figure::FacilitatorFte, fte);
        let facilitators = count(locale, circles.facilitators);
        all.add(Word::FacilitatorCount, Figure::Facilitators, facilitators);
        if let Some(per) = circles.circles_per_leader {
            let per = locale.number_up_to(per, 1);
            all.add(Word::CirclesPerLeader, Figure::CirclesPerLeader, per);
        }
        self.part(Word::CirclesTitle, HERE)
            .maybe(pictures::circles(locale, circles, &|id| self.group_of(id)))
            .add(facts)
            .maybe(self.derivation(HERE))
    }

    /// `4 van 9, 8 van 8`.
    pub fn sizes(&self, sizes: &[CircleSize]) -> String {
        circle_sizes(self.locale, sizes)
    }
}
