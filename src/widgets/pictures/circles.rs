//! Every Prof circle as a ring of people.

use super::{picture, table};
use crate::model::evaluation::{CircleSize, ProfCircles};
use crate::text::{Locale, Phrase, Word};
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
        |number: u64, word| format!("{}\u{a0}{}", count(number), locale.unit(number as f64, word));
    let sizes: Vec<String> = circles
        .sizes
        .iter()
        .map(|size| locale.say(Phrase::CirclesOf(&count(size.count), &count(size.size))))
        .collect();
    let sizes = format!("{} {}", sizes.join(", "), locale.word(Word::Participants));
    let says = locale.say(Phrase::That(&unit(circles.circles, Word::Circles), &sizes));

    let mut drawn = of("div", "drawn");
    let mut rows = Vec::new();
    let mut add = |group: Option<String>, sizes: &[CircleSize]| {
        for (i, size) in sizes.iter().filter(|size| size.count > 0).enumerate() {
            let label = Phrase::CirclesOf(
                &unit(size.count, Word::Circles),
                &unit(size.size, Word::Participants),
            );
            let drawn_count = size.count.min(MOST);
            let more = size.count - drawn_count;
            let title = group.as_deref().filter(|_| i == 0);
            let taken = std::mem::replace(&mut drawn, el("div"));
            drawn = taken.maybe(title.map(|title| of("p", "title").add(title))).add(
                of("div", "row beside")
                    .add(of("p", "head").add(el("span").add(locale.say(label))))
                    .add(
                        of("p", "rings")
                            .all((0..drawn_count).map(|_| ring(size.size)))
                            .maybe((more > 0).then(|| {
                                el("span").add(locale.say(Phrase::AndMore(&count(more))))
                            })),
                    ),
            );
            let mut cells = vec![count(size.size), count(size.count)];
            if let Some(group) = &group {
                cells.insert(0, group.clone());
            }
            rows.push(cells);
        }
    };
    if circles.groups.is_empty() {
        add(None, &circles.sizes);
    }
    for group in &circles.groups {
        add(Some(name(&group.id)), &group.sizes);
    }
    let mut total = vec![locale.word(Word::Total).to_owned(), count(circles.circles)];
    let mut heads = vec![locale.word(Word::SizeTitle), locale.word(Word::CircleCount)];
    if !circles.groups.is_empty() {
        total.insert(1, String::new());
        heads.insert(0, locale.word(Word::Group));
    }
    rows.push(total);
    Some(picture(locale, drawn, says, None, table(&heads, rows, 1)))
}

/// People in a ring: dashes without length, with round ends, as many as the ring is long.
fn ring(size: u64) -> Element {
    let class = if size > RING { "ring whole" } else { "ring" };
    of("svg", "person")
        .set("viewBox", "0 0 48 48")
        .set("aria-hidden", "true")
        .add(
            of("circle", class)
                .set("cx", "24")
                .set("cy", "24")
                .set("r", "19")
                .set("pathLength", size.to_string())
                .set("transform", "rotate(-90 24 24)"),
        )
        .add(
            el("text")
                .set("x", "24")
                .set("y", "24")
                .set("dy", ".35em")
                .set("text-anchor", "middle")
                .add(size.to_string()),
        )
}
