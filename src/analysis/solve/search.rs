//! The search for the value of one input at which a figure comes where it should.
//!
//! Figures move in steps, up and down: nothing is assumed of them. Values are counted in the smallest
//! steps of the input, so that the answer is exact.

use super::Aim;
use crate::invariant::broken;

/// Parts in which the surroundings of the closest value are looked at, where none was good.
const FINER: i64 = 8;

/// A value of the input, and the figure there; `None` when undefined.
#[derive(Clone, Copy, Debug)]
pub struct Point {
    pub value: i64,
    pub figure: Option<f64>,
}

/// What was found.
pub struct Found {
    pub point: Point,
    /// Whether the figure passes its aim here: the values beside this one are on both sides of it.
    pub passes: bool,
}

/// What is looked for, and where.
pub struct Search<'s> {
    /// The figure at a value.
    pub at: &'s mut dyn FnMut(i64) -> Option<f64>,
    pub aim: Aim,
    /// The plan's own value: of two answers the nearer one is taken.
    pub own: i64,
}

impl Search<'_> {
    /// The value between two others, both allowed, at which the figure comes where it should; else the closest.
    ///
    /// Where the figure passes the aim, two neighbours are halved to until nothing lies between them. For a
    /// bound the answer is the last value that keeps it; when all values do, the one that comes closest to it.
    /// The range is looked at in so many parts first.
    pub fn between(&mut self, low: i64, high: i64, parts: i64) -> Found {
        let mut points = self.looked_at(low, high, parts);
        loop {
            let (closest, point) = self.closest(&points);
            if matches!(self.aim, Aim::Equals(_)) && self.aim.distance(point.figure) == 0.0 {
                return Found { point, passes: true };
            }
            if let Some([before, after]) = self.passage(&points) {
                return Found { point: self.halved(before, after), passes: true };
            }
            let before = closest.checked_sub(1).and_then(|at| points.get(at));
            // At an end there is nothing beyond. Between two others it may come closer still.
            match (before, points.get(closest + 1)) {
                (Some(before), Some(after))
                    if !self.is_kept(&point) && after.value - before.value > 2 =>
                {
                    points = self.looked_at(before.value, after.value, FINER);
                }
                _ => return Found { point, passes: false },
            }
        }
    }

    fn point(&mut self, value: i64) -> Point {
        Point { value, figure: (self.at)(value) }
    }

    /// Evenly spread values, and the plan's own where it lies between them.
    fn looked_at(&mut self, low: i64, high: i64, parts: i64) -> Vec<Point> {
        let mut points: Vec<Point> = Vec::new();
        let (whole, rest) = ((high - low) / parts, (high - low) % parts);
        for part in 0..=parts {
            let value = low + whole * part + rest * part / parts;
            let last = points.last().map_or(low - 1, |point| point.value);
            if last < self.own && self.own < value {
                points.push(self.point(self.own));
            }
            if last < value {
                points.push(self.point(value));
            }
        }
        points
    }

    /// The two neighbours between which the figure passes the aim; the nearest to the plan's own value.
    fn passage(&self, points: &[Point]) -> Option<[Point; 2]> {
        let mut nearest: Option<[Point; 2]> = None;
        let distance = |[before, after]: &[Point; 2]| {
            (before.value - self.own).max(self.own - after.value).max(0)
        };
        for (&before, &after) in points.iter().zip(points.iter().skip(1)) {
            let pair = [before, after];
            let is_defined = before.figure.is_some() && after.figure.is_some();
            if self.aim.is_within(before.figure) != self.aim.is_within(after.figure)
                && (is_defined || !matches!(self.aim, Aim::Equals(_)))
                && nearest.as_ref().is_none_or(|known| distance(&pair) < distance(known))
            {
                nearest = Some(pair);
            }
        }
        nearest
    }

    /// Halves until two values stand side by side: the one that is better.
    fn halved(&mut self, mut before: Point, mut after: Point) -> Point {
        while after.value - before.value > 1 {
            let middle = self.point(before.value + (after.value - before.value) / 2);
            if self.aim.is_within(middle.figure) == self.aim.is_within(before.figure) {
                before = middle;
            } else {
                after = middle;
            }
        }
        self.closest(&[before, after]).1
    }

    fn is_kept(&self, point: &Point) -> bool {
        self.aim.is_within(point.figure) && !matches!(self.aim, Aim::Equals(_))
    }

    /// Which of the points is best, and where it stands: one that keeps the bound, and then the closest to it; the
    /// nearest to the plan's own value when several are as close.
    fn closest(&self, points: &[Point]) -> (usize, Point) {
        let rank = |point: &Point| {
            let off = self.aim.distance(point.figure);
            (!self.is_kept(point), off, (point.value - self.own).abs())
        };
        let mut best: Option<(usize, Point)> = None;
        for (at, &point) in points.iter().enumerate() {
            if best.is_none_or(|(_, known)| rank(&point) < rank(&known)) {
                best = Some((at, point));
            }
        }
        best.unwrap_or_else(|| broken("some value was looked at"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(aim: Aim, own: i64, figure: &dyn Fn(f64) -> f64) -> (i64, bool) {
        let mut at = |value: i64| Some(figure(value as f64)).filter(|figure| figure.is_finite());
        let found = Search { at: &mut at, aim, own }.between(0, 1_000_000, 64);
        (found.point.value, found.passes)
    }

    #[test]
    fn the_last_value_that_keeps_the_bound_is_found() {
        let rising = |x: f64| x / 10.0;
        assert_eq!(found(Aim::AtMost(12_345.67), 7, &rising), (123_456, true));
        assert_eq!(found(Aim::AtLeast(12_345.67), 7, &rising), (123_457, true));
        assert_eq!(found(Aim::Equals(12_345.67), 7, &rising), (123_457, true));
        assert_eq!(found(Aim::Equals(12_345.64), 7, &rising), (123_456, true));
        // Everything keeps it, or nothing does.
        assert_eq!(found(Aim::AtMost(1e9), 7, &rising), (1_000_000, false));
        assert_eq!(found(Aim::AtLeast(-1.0), 7, &rising), (0, false));
        assert_eq!(found(Aim::AtMost(-1.0), 7, &rising), (0, false));
        assert_eq!(found(Aim::Equals(2e5), 7, &rising), (1_000_000, false));
        // Nothing moves it: the plan stays as it is.
        assert_eq!(found(Aim::AtMost(3.0), 77, &|_| 2.0), (77, false));
        assert_eq!(found(Aim::AtMost(1.0), 77, &|_| 2.0), (77, false));
    }

    #[test]
    fn of_several_answers_the_nearest_is_taken() {
        // Keeps at most 1 from 200,001 to 299,999 and from 700,001 to 799,999.
        let twice = |x: f64| {
            let away = |middle: f64| (x - middle).abs() / 50_000.0;
            away(250_000.0).min(away(750_000.0))
        };
        for (own, expected) in
            [(0, 200_000), (310_000, 300_000), (600_000, 700_000), (999_999, 800_000)]
        {
            assert_eq!(found(Aim::AtMost(1.0), own, &twice), (expected, true), "{own}");
        }
        // A peak between two values that are looked at first, higher than both and below the bound.
        let peak = |x: f64| 100.0 - (x - 123_456.0).abs() / 1e6;
        assert_eq!(found(Aim::AtLeast(101.0), 0, &peak), (123_456, false));
        assert_eq!(found(Aim::AtLeast(99.999), 0, &peak), (122_456, true));
    }

    #[test]
    fn what_is_undefined_keeps_no_bound() {
        let root = |x: f64| libm::sqrt(x - 500_000.0);
        assert_eq!(found(Aim::AtMost(1e9), 0, &root), (500_000, true));
        assert_eq!(found(Aim::AtLeast(0.0), 900_000, &root), (500_000, true));
        assert_eq!(found(Aim::Equals(100.0), 0, &root), (510_000, true));
        assert!(!found(Aim::Equals(-1.0), 0, &root).1);
        assert_eq!(found(Aim::AtMost(1.0), 5, &|_| f64::NAN), (5, false));
    }
}
