//! Every Prof circle as a ring of people.

use super::{number, picture, row, table};
use crate::model::evaluation::{CircleSize, ProfCircles};
use crate::text::{Locale, Phrase, Word, circle_sizes};
use crate::widgets::tree::{Element, el, of};

/// More circles than this in one row are counted, not drawn.
const MOST: u64 = 24;
/// More people than this in one ring do not stand apart.
const RING: u64 = 14;

/// A ring for each circle, with a dot for each person and their number. `name` is what the group with an id is
/// called. `None` when there are no circles.
pub fn circles(
    locale: Locale,
    circles: &ProfCircles,
    name: &dyn Fn(&str) -> String,
) -> Option<Element> {
    if circles.circles == 0 {
        return None;
    }
    let count = |number: u64| locale.number(number as f64, 0);
    let unit =
        |number: u64, word| [&count(number), "\u{a0}", locale.unit(number as f64, word)].concat();
    let sizes = circle_sizes(locale, &circles.sizes) + " " + locale.word(Word::Participants);
    let says = locale.say(Phrase::That(&unit(circles.circles, Word::Circles), &sizes));

    let by_group = !circles.groups.is_empty();
    let heads: &[Word] = if by_group {
        &[Word::Group, Word::SizeTitle, Word::CircleCount]
    } else {
        &[Word::SizeTitle, Word::CircleCount]
    };
    let [table, body] = table(locale, heads);
    let drawn = of("div", "drawn");
    let draw = |group: Option<&str>, sizes: &[CircleSize]| {
        let mut title = group;
        for size in sizes {
            if size.count == 0 {
                continue;
            }
            if let Some(title) = title.take() {
                drawn.add(of("p", "title").add(title));
            }
            let label = Phrase::CirclesOf(
                &unit(size.count, Word::Circles),
                &unit(size.size, Word::Participants),
            );
            let rings = of("p", "rings");
            for _ in 0..size.count.min(MOST) {
                rings.add(ring(size.size));
            }
            if size.count > MOST {
                let more = count(size.count - MOST);
                rings.add(el("span").say(locale, Phrase::AndMore(&more)));
            }
            let head = of("p", "head").add(el("span").say(locale, label));
            drawn.add(of("div", "row beside").add(head).add(rings));
            let people = count(size.size);
            let row = match group {
                Some(group) => row(body, "", group).add(number(people)),
                None => row(body, "", &people),
            };
            row.add(number(count(size.count)));
        }
    };
    if !by_group {
        draw(None, &circles.sizes);
    }
    for group in &circles.groups {
        draw(Some(&name(&group.id)), &group.sizes);
    }
    let foot = el("tfoot");
    let total = row(foot, "total", locale.word(Word::Total));
    if by_group {
        total.add(number(""));
    }
    total.add(number(count(circles.circles)));
    Some(picture(locale, drawn, &says, None, table.add(foot)))
}

/// People in a ring: dashes without length, with round ends, as many as the ring is long.
fn ring(size: u64) -> Element {
    let class = if size > RING { "ring whole" } else { "ring" };
    of("svg", "person")
        .set("viewBox", "0 0 48 48")
        .set("aria-hidden", "true")
        .add(
            el("circle cx=24 cy=24 r=19")
                .set("class", class)
                .set("pathLength", size.to_string())
                .set("transform", "rotate(-90 24 24)"),
        )
        .add(el("text x=24 y=24 dy=.35em text-anchor=middle").add(size.to_string()))
}
