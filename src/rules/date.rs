//! Days of the calendar, as rules name them.

use crate::invariant::broken;
use std::fmt;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Like 2027.
    pub year: u32,
    /// From 1.
    pub month: u32,
    /// From 1.
    pub day: u32,
}

impl Date {
    /// A day.
    pub const fn new(year: u32, month: u32, day: u32) -> Self {
        Self { year, month, day }
    }

    /// So many days earlier.
    pub fn before(self, days: u32) -> Self {
        let Self { mut year, mut month, mut day } = self;
        let mut left = days;
        while left >= day {
            left -= day;
            (year, month) = match (month, year.checked_sub(1)) {
                (2.., _) => (year, month - 1),
                (_, Some(year)) => (year, 12),
                (_, None) => broken("no rule has a day before the year 0"),
            };
            day = days_in(year, month);
        }
        Self { year, month, day: day - left }
    }
}

fn days_in(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// ISO 8601, like `2027-03-31`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[rustfmt::skip]
    fn days_are_counted_back_over_the_ends_of_months() {
        let check = |(year, month, day), days, expected: &str| {
            assert_eq!(Date::new(year, month, day).before(days).to_string(), expected);
        };
        check((2027, 3, 15),  0, "2027-03-15");
        check((2027, 3, 15), 14, "2027-03-01");
        check((2027, 3, 15), 15, "2027-02-28");
        check((2028, 3, 15), 15, "2028-02-29");
        check((2000, 3, 15), 15, "2000-02-29");
        check((2100, 3, 15), 15, "2100-02-28");
        check((2027, 1,  1),  1, "2026-12-31");
        check((2027, 3,  1), 60, "2026-12-31");
        check((2027, 5,  1),  1, "2027-04-30");
        check((2027, 12, 1),  1, "2027-11-30");
        check((2027, 9,  1),  1, "2027-08-31");
    }
}
