//! What each budget would yield, when it is spread as well as can be.

use super::value::rounded;
use super::{Scale, WHOLE, anchored, dot, drawing, number, picture, row, share, table, text};
use crate::analysis::solve::{Allocated, Tradeoff};
use crate::text::{Locale, Phrase, Word};
use crate::widgets::tree::{Element, of};

/// A curve from the cheapest to the dearest budget, with a dot where the plan then is. `None` for fewer than two
/// budgets.
pub fn tradeoff(locale: Locale, spread: &Allocated) -> Option<Element> {
    let ([first, .., last], cash) = (spread.curve.as_slice(), spread.cash) else { return None };
    let mut nets = Vec::new();
    for point in &spread.curve {
        nets.push(point.net);
    }
    let (scale, ticks) = rounded(Scale::of(&nets)?);
    let width = last.available - first.available;
    let budgets = Scale { low: 0.0, high: width };
    let across = |amount: f64| budgets.at(amount - first.available);
    let down = |amount| WHOLE - scale.at(amount);
    let euros = |amount| locale.euros(amount, 0);

    let plot = drawing("plot");
    let levels = of("div", "levels");
    for &tick in ticks.iter().rev() {
        levels.text("span", "", &euros(tick));
        let class = if tick == 0.0 { "base" } else { "rule" };
        let y = down(tick);
        plot.add(of("line", class).set("x2", "100%").at("y1", y).at("y2", y));
    }
    let mut path = String::new();
    for point in &spread.curve {
        let start = if path.is_empty() { "M" } else { "L" };
        path.push_str(&format!("{start}{} {}", across(point.available), down(point.net)));
    }
    let curves = of("svg", "curves")
        .set("viewBox", "0 0 1000 1000")
        .set("preserveAspectRatio", "none")
        .set("width", "100%")
        .set("height", "100%");
    let here = across(cash);
    plot.add(curves.add(of("path", "worth").set("d", path))).add(dot(
        "paid",
        here,
        &share(down(spread.net)),
        ".4em",
    ));

    let chart =
        of("div", "chart")
            .add(drawing("band").add(text(here, euros(spread.net))))
            .add(levels)
            .add(plot)
            .add(
                drawing("band under")
                    .add(anchored(0, "start", euros(first.available)))
                    .add(anchored(WHOLE, "end", euros(last.available))),
            );
    let [twin, body] = table(locale, &[Word::Budget, Word::CashBudget, Word::NetValue]);
    for Tradeoff { available, cash, net, .. } in &spread.curve {
        let row = row(body, "", &euros(*available));
        row.add(number(locale.number(*cash, 0))).add(number(locale.number(*net, 0)));
    }
    let yields =
        |point: &Tradeoff| locale.say(Phrase::YieldOf(&euros(point.available), &euros(point.net)));
    let says = [&yields(first), " ", &yields(last)].concat();
    let drawn =
        of("div", "drawn").add(of("p", "head").word(locale, Word::YieldByBudget)).add(chart);
    Some(picture(locale, drawn, &says, None, twin))
}
