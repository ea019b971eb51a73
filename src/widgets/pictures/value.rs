//! What the plan has cost and brought in so far, month by month.

use super::{Scale, WHOLE, anchored, drawing, line, mark, picture, rect, share, table, text};
use crate::model::evaluation::{Month, Value};
use crate::text::{Locale, NO_VALUE, Phrase, Word};
use crate::widgets::tree::{Element, el, of};

/// Two curves, and the month in which the plan has paid for itself. With a `range`, its two ends stand in for the
/// value, which is then the field between them. `None` when there is neither cost nor value.
pub fn value(locale: Locale, own: &Value, range: Option<[&Value; 2]>) -> Option<Element> {
    let values: Vec<&Value> = range.map_or_else(|| vec![own], |ends| ends.to_vec());
    let mut amounts: Vec<f64> = own.months.iter().map(cost).collect();
    for value in &values {
        amounts.extend(value.months.iter().map(worth));
    }
    let (scale, ticks) = rounded(Scale::of(&amounts)?);
    let field = Field { scale, ticks, months: own.months.len() };
    let years = field.months.div_ceil(12);
    let euros = |amount: f64| locale.euros(amount, 0);

    let brought: Vec<String> =
        values.iter().filter_map(|v| Some(euros(worth(v.months.last()?)))).collect();
    let brought = match brought.as_slice() {
        [low, high] => locale.say(Phrase::FromTo(low, high)),
        other => other.concat(),
    };
    let horizon = format!("{years} {}", locale.unit(years as f64, Word::Years));
    let payback = payback(locale, &values, years);
    let spent = euros(cost(own.months.last()?));
    let says = locale.say(Phrase::CostAndValue(&horizon, &spent, &brought, &payback));

    let paid = locale.say(Phrase::That(locale.word(Word::Payback), &payback));
    let is_paid = values.iter().any(|value| value.payback_month.is_some());
    let drawn = of("div", "drawn")
        .add(
            of("ul", "key flat")
                .add(entry("cost", locale.word(Word::CumulativeCost)))
                .add(entry(
                    if range.is_some() { "between" } else { "worth" },
                    locale.word(Word::CumulativeValue),
                ))
                .add(entry(if is_paid { "paid" } else { "" }, &paid)),
        )
        .add(
            of("div", "chart")
                .add(drawing("band").all(field.labels(locale, &values)))
                .add(
                    of("div", "levels")
                        .all(field.ticks.iter().rev().map(|&tick| el("span").add(euros(tick)))),
                )
                .add(field.plot(own, &values))
                .add(drawing("band under").all(field.years(locale, years))),
        );
    Some(picture(locale, drawn, says, None, months(locale, own, &values)))
}

fn months(locale: Locale, own: &Value, values: &[&Value]) -> Element {
    let heads = match values {
        [_, _] => [Word::LowestValue, Word::HighestValue].as_slice(),
        _ => &[Word::CumulativeValue],
    };
    let heads = [Word::Month, Word::CumulativeCost].iter().chain(heads);
    let heads: Vec<&str> = heads.map(|&word| locale.word(word)).collect();
    let rows = own.months.iter().enumerate().map(|(i, month)| {
        let mut cells = vec![month.month.to_string(), locale.number(cost(month), 0)];
        cells.extend(values.iter().map(|value| match value.months.get(i) {
            Some(month) => locale.number(worth(month), 0),
            None => NO_VALUE.to_owned(),
        }));
        cells
    });
    table(&heads, rows.collect(), 0)
}

fn cost(month: &Month) -> f64 {
    month.cumulative_cost
}

fn worth(month: &Month) -> f64 {
    month.cumulative_value
}

/// Where months and amounts lie: thousandths from the left, and from the top.
struct Field {
    scale: Scale,
    ticks: Vec<f64>,
    months: usize,
}

impl Field {
    fn across(&self, month: usize) -> i32 {
        i32::try_from(month * 1000 / self.months.max(1)).map_or(WHOLE, |x| x.min(WHOLE))
    }

    fn down(&self, amount: f64) -> i32 {
        WHOLE - self.scale.at(amount)
    }

    fn plot(&self, own: &Value, values: &[&Value]) -> Element {
        let rule = |&amount: &f64| {
            let (class, y) =
                (if amount == 0.0 { "base" } else { "rule" }, share(self.down(amount)));
            of("line", class).set("x2", "100%").set("y1", y.clone()).set("y2", y)
        };
        let years = (12..self.months).step_by(12).map(|month| {
            let x = share(self.across(month));
            of("line", "rule").set("x1", x.clone()).set("x2", x).set("y2", "100%")
        });
        let curve = |class: &str, d: String| of("path", class).set("d", d);
        let between = match values {
            [low, high] => {
                let (mut there, back) =
                    (self.points(&low.months, worth), self.points(&high.months, worth));
                there.extend(back.into_iter().rev());
                Some(curve("between", path(&there)))
            }
            _ => None,
        };
        // Curves may stretch, their lines may not: a drawing in the drawing.
        let curves = of("svg", "curves")
            .set("viewBox", "0 0 1000 1000")
            .set("preserveAspectRatio", "none")
            .set("width", "100%")
            .set("height", "100%")
            .maybe(between)
            .all(
                values.iter().map(|value| curve("worth", path(&self.points(&value.months, worth)))),
            )
            .add(curve("cost", path(&self.points(&own.months, cost))));
        let paid = values.iter().filter_map(|value| {
            let month = usize::try_from(value.payback_month?).ok()?;
            let reached = worth(value.months.get(month.checked_sub(1)?)?);
            let x = self.across(month);
            let [_, line] = mark("paid", x);
            Some([line, dot(x, share(self.down(reached)))])
        });
        drawing("plot").all(self.ticks.iter().map(rule)).all(years).add(curves).all(paid.flatten())
    }

    /// A curve, from nothing at the start.
    fn points(&self, months: &[Month], amount: fn(&Month) -> f64) -> Vec<(i32, i32)> {
        let mut points = vec![(0, self.down(0.0))];
        let place = |(i, month)| (self.across(i + 1), self.down(amount(month)));
        points.extend(months.iter().enumerate().map(place));
        points
    }

    /// When the plan has paid for itself, twice only where the texts do not meet.
    fn labels(&self, locale: Locale, values: &[&Value]) -> Vec<Element> {
        let mut labels: Vec<(i32, Element)> = Vec::new();
        for month in values.iter().filter_map(|value| value.payback_month) {
            let x = self.across(usize::try_from(month).unwrap_or(self.months));
            if labels.iter().all(|(other, _)| (other - x).abs() >= 300) {
                let unit = locale.unit(f64::from(month), Word::Months);
                labels.push((x, text(x, format!("{month}\u{a0}{unit}"))));
            }
        }
        labels.into_iter().map(|(_, label)| label).collect()
    }

    /// As many years as there is room for, after what they are.
    fn years(&self, locale: Locale, years: usize) -> impl Iterator<Item = Element> {
        let step = years.div_ceil(5).max(1);
        let unit = anchored(0, "start", locale.word(Word::OneYear).to_owned());
        std::iter::once(unit).chain((step..=years).step_by(step).map(move |n| {
            let anchor = if n == years { "end" } else { "middle" };
            anchored(self.across(n * 12), anchor, n.to_string())
        }))
    }
}

fn path(points: &[(i32, i32)]) -> String {
    let mut path = String::new();
    for (x, y) in points {
        path.push(if path.is_empty() { 'M' } else { 'L' });
        path.push_str(&format!("{x} {y}"));
    }
    path
}

/// In which month the plan has paid for itself.
pub fn payback(locale: Locale, values: &[&Value], years: usize) -> String {
    let mut months = values.iter().filter_map(|value| value.payback_month);
    locale.say(match (months.next(), months.next()) {
        (Some(late), Some(early)) if early != late => Phrase::PaybackBetween(early, late),
        (Some(month), None) if values.len() > 1 => Phrase::PaybackEarliest(month),
        (Some(month), _) => Phrase::PaybackMonth(month),
        (None, _) => return locale.say(Phrase::NoPayback(&years.to_string())),
    })
}

/// A scale that ends at round numbers, and those from its lowest to its highest.
fn rounded(scale: Scale) -> (Scale, Vec<f64>) {
    // 1, 2, 5, 10, 20, and so on.
    let (mut step, mut times) = (1.0, [2.0, 2.5, 2.0].into_iter().cycle());
    while scale.high - scale.low > step * 5.0 {
        step *= times.next().unwrap_or(10.0);
    }
    let (low, high) = ((scale.low / step).floor(), (scale.high / step).ceil());
    let mut ticks = Vec::new();
    let mut tick = low;
    while tick <= high {
        ticks.push(tick * step);
        tick += 1.0;
    }
    (Scale { low: low * step, high: high * step }, ticks)
}

/// What a sign in the field means.
fn entry(class: &str, name: &str) -> Element {
    let sign = match class {
        "between" => rect(class, 0, WHOLE),
        "paid" => dot(WHOLE / 2, share(WHOLE / 2)),
        "" => return el("li").add(name),
        _ => line(class, 0, WHOLE),
    };
    el("li").add(drawing("swatch").add(sign)).add(el("span").add(name))
}

/// Where the plan has paid for itself.
fn dot(x: i32, y: String) -> Element {
    of("circle", "paid").set("cx", share(x)).set("cy", y).set("r", ".4em")
}
