//! What the plan has cost and brought in so far, month by month.

use std::fmt::Display;
use std::num::NonZeroUsize;

use super::{
    Scale, WHOLE, anchored, dot, drawing, line, number, picture, rect, row, share, table, text,
    upright,
};
use crate::model::evaluation::{Month, Value};
use crate::text::{Locale, NO_VALUE, Phrase, Word};
use crate::widgets::tree::{Element, el, of};

/// Two curves, and the month in which the plan has paid for itself. With a `range`, its two ends stand in for the
/// value, which is then the field between them. `None` when there is neither cost nor value.
pub fn value(locale: Locale, own: &Value, range: Option<[&Value; 2]>) -> Option<Element> {
    let single = [own];
    let values: &[&Value] = match &range {
        Some(ends) => ends,
        None => &single,
    };
    let mut amounts = Vec::new();
    for month in &own.months {
        amounts.push(cost(month));
    }
    for value in values {
        for month in &value.months {
            amounts.push(worth(month));
        }
    }
    let (scale, ticks) = rounded(Scale::of(&amounts)?);
    let field = Field { scale, ticks, months: NonZeroUsize::new(own.months.len())? };
    let years = field.months.get().div_ceil(12);
    let euros = |amount: f64| locale.euros(amount, 0);

    let last = |value: &Value, of: fn(&Month) -> f64| Some(euros(of(value.months.last()?)));
    let brought = match values {
        [low, high] => locale.say(Phrase::FromTo(&last(low, worth)?, &last(high, worth)?)),
        _ => last(own, worth)?,
    };
    let horizon = [&years.to_string(), " ", locale.unit(years as f64, Word::Years)].concat();
    let payback = payback(locale, values, years);
    let spent = last(own, cost)?;
    let says = locale.say(Phrase::CostAndValue(&horizon, &spent, &brought, &payback));

    let paid = locale.say(Phrase::That(locale.word(Word::Payback), &payback));
    let is_paid = values.iter().any(|value| value.payback_month.is_some());
    let worth_sign = if range.is_some() { "between" } else { "worth" };
    let levels = of("div", "levels");
    for &tick in field.ticks.iter().rev() {
        levels.add(el("span").add(euros(tick)));
    }
    let key = of("ul", "key flat")
        .add(entry("cost", locale.word(Word::CumulativeCost)))
        .add(entry(worth_sign, locale.word(Word::CumulativeValue)))
        .add(entry(if is_paid { "paid" } else { "" }, &paid));
    let chart = of("div", "chart")
        .add(field.labels(locale, values))
        .add(levels)
        .add(field.plot(own, values))
        .add(field.years(locale, years));
    let drawn = of("div", "drawn").add(key).add(chart);
    Some(picture(locale, drawn, &says, None, months(locale, own, values)))
}

fn months(locale: Locale, own: &Value, values: &[&Value]) -> Element {
    let heads: &[Word] = match values {
        [_, _] => &[Word::Month, Word::CumulativeCost, Word::LowestValue, Word::HighestValue],
        _ => &[Word::Month, Word::CumulativeCost, Word::CumulativeValue],
    };
    let [table, body] = table(locale, heads);
    for (i, month) in own.months.iter().enumerate() {
        let row = row(body, "", &month.month.to_string());
        row.add(number(locale.number(cost(month), 0)));
        for value in values {
            row.add(match value.months.get(i) {
                Some(month) => number(locale.number(worth(month), 0)),
                None => number(NO_VALUE),
            });
        }
    }
    table
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
    months: NonZeroUsize,
}

impl Field {
    fn across(&self, month: usize) -> i32 {
        i32::try_from(month * 1000 / self.months).map_or(WHOLE, |x| x.min(WHOLE))
    }

    fn down(&self, amount: f64) -> i32 {
        WHOLE - self.scale.at(amount)
    }

    fn plot(&self, own: &Value, values: &[&Value]) -> Element {
        let plot = drawing("plot");
        for &tick in &self.ticks {
            let class = if tick == 0.0 { "base" } else { "rule" };
            let y = self.down(tick);
            plot.add(of("line", class).set("x2", "100%").at("y1", y).at("y2", y));
        }
        for month in (12..self.months.get()).step_by(12) {
            plot.add(upright("rule", self.across(month)));
        }
        // Curves may stretch, their lines may not: a drawing in the drawing.
        let curves = of("svg", "curves")
            .set("viewBox", "0 0 1000 1000")
            .set("preserveAspectRatio", "none")
            .set("width", "100%")
            .set("height", "100%");
        plot.add(curves);
        let curve = |class: &str, path: String| {
            curves.add(of("path", class).set("d", path));
        };
        if let [low, high] = values {
            let there = self.path(&low.months, worth);
            curve("between", self.path_back(there, &high.months));
        }
        for value in values {
            curve("worth", self.path(&value.months, worth));
        }
        curve("cost", self.path(&own.months, cost));
        for value in values {
            if let Some(month) = value.payback_month
                && let Some(reached) = value.months.get((month as usize).wrapping_sub(1))
            {
                let x = self.across(month as usize);
                let y = share(self.down(worth(reached)));
                plot.add(upright("paid", x)).add(dot("paid", x, &y, ".4em"));
            }
        }
        plot
    }

    /// A curve, from nothing at the start.
    fn path(&self, months: &[Month], amount: fn(&Month) -> f64) -> String {
        let mut path = format!("M0 {}", self.down(0.0));
        for (i, month) in months.iter().enumerate() {
            self.step(&mut path, i + 1, amount(month));
        }
        path
    }

    /// A curve after another, from its end back to nothing at the start.
    fn path_back(&self, mut path: String, months: &[Month]) -> String {
        for (i, month) in months.iter().enumerate().rev() {
            self.step(&mut path, i + 1, worth(month));
        }
        self.step(&mut path, 0, 0.0);
        path
    }

    /// Goes on to an amount after so many months.
    fn step(&self, path: &mut String, months: usize, amount: f64) {
        path.push_str(&format!("L{} {}", self.across(months), self.down(amount)));
    }

    /// When the plan has paid for itself, twice only where the texts do not meet.
    fn labels(&self, locale: Locale, values: &[&Value]) -> Element {
        let band = drawing("band");
        let mut other = None;
        for month in values.iter().filter_map(|value| value.payback_month) {
            let x = self.across(month as usize);
            if other.is_none_or(|other: i32| (other - x).abs() >= 300) {
                let unit = locale.unit(f64::from(month), Word::Months);
                band.add(text(x, [&month.to_string(), "\u{a0}", unit].concat()));
                other = Some(x);
            }
        }
        band
    }

    /// As many years as there is room for, after what they are.
    fn years(&self, locale: Locale, years: usize) -> Element {
        let band = drawing("band under");
        band.add(anchored(0, "start", locale.word(Word::OneYear)));
        let step = years.div_ceil(5).max(1);
        let mut n = step;
        while n <= years {
            let anchor = if n == years { "end" } else { "middle" };
            band.add(anchored(self.across(n * 12), anchor, n.to_string()));
            n += step;
        }
        band
    }
}

/// In which month the plan has paid for itself.
pub fn payback(locale: Locale, values: &[&Value], years: impl Display) -> String {
    let mut months = values.iter().filter_map(|value| value.payback_month);
    locale.say(match (months.next(), months.next()) {
        (Some(late), Some(early)) if early != late => Phrase::PaybackBetween(early, late),
        (Some(month), None) if values.len() > 1 => Phrase::PaybackEarliest(month),
        (Some(month), _) => Phrase::PaybackMonth(month),
        (None, _) => return locale.say(Phrase::NoPayback(&years.to_string())),
    })
}

/// A scale that ends at round numbers, and those from its lowest to its highest.
pub(super) fn rounded(scale: Scale) -> (Scale, Vec<f64>) {
    // 1, 2, 5, 10, 20, and so on.
    let (mut step, mut steps) = (1.0, 0_u32);
    while scale.high - scale.low > step * 5.0 {
        step *= if steps % 3 == 1 { 2.5 } else { 2.0 };
        steps += 1;
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
        "paid" => dot("paid", WHOLE / 2, &share(WHOLE / 2), ".4em"),
        "" => return el("li").add(name),
        _ => line(class, 0, WHOLE),
    };
    el("li").add(drawing("swatch").add(sign)).add(el("span").add(name))
}
