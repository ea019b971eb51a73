//! `<jaarplan-prof-circles>`: how many Prof circles there are, of which sizes, and who guides them.

use crate::model::evaluation::CircleSize;
use crate::text::{Phrase, Word};
use crate::widgets::draft::Outcome;
use crate::widgets::parts::{Screen, count, section};
use crate::widgets::pictures;
use crate::widgets::tree::{Element, el};

impl Screen<'_> {
    /// Sizes, meetings and guidance.
    pub fn prof_circles(&self, outcome: &Outcome) -> Element {
        const HERE: &str = "circles-result";
        let e = &outcome.own.evaluation;
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
            .maybe(pictures::circles(locale, circles, &|id| self.group_of(id).unwrap_or_default()))
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

    /// `4 van 9, 8 van 8`.
    pub fn sizes(&self, sizes: &[CircleSize]) -> String {
        let locale = self.locale();
        let each: Vec<String> = sizes
            .iter()
            .map(|size| {
                locale.say(Phrase::CirclesOf(&count(locale, size.count), &count(locale, size.size)))
            })
            .collect();
        each.join(", ")
    }
}
