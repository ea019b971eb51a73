//! Bounds that several fields share.

use crate::decimal::Decimal;
use crate::plan::fields::Bounds;

pub(super) const AT_LEAST_ZERO: Bounds =
    Bounds { min: Decimal::ZERO, max: None, above_min: false, below_max: false, whole: false };
pub(super) const ABOVE_ZERO: Bounds = Bounds { above_min: true, ..AT_LEAST_ZERO };
pub(super) const SHARE: Bounds = Bounds { max: Some(Decimal::ONE), ..AT_LEAST_ZERO };
pub(super) const BELOW_ONE: Bounds = Bounds { below_max: true, ..SHARE };
pub(super) const TO_TEN: Bounds = Bounds { max: Some(Decimal::whole(10)), ..AT_LEAST_ZERO };
pub(super) const HOURS: Bounds = Bounds { max: Some(Decimal::whole(10_000)), ..AT_LEAST_ZERO };
pub(super) const SOME_HOURS: Bounds = Bounds { above_min: true, ..HOURS };
pub(super) const HEADS: Bounds =
    Bounds { max: Some(Decimal::whole(10_000_000)), whole: true, ..AT_LEAST_ZERO };
/// Totals in euros: each below 2⁵³ cents many times over, so that sums stay exact.
pub(super) const TOTAL: Bounds =
    Bounds { max: Some(Decimal::literal("10000000000")), ..AT_LEAST_ZERO };
pub(super) const COUNT: Bounds = Bounds { whole: true, ..AT_LEAST_ZERO };
pub(super) const AT_LEAST_ONE: Bounds = Bounds { min: Decimal::ONE, ..COUNT };

pub(super) const fn above_zero_to(max: u32) -> Bounds {
    Bounds { max: Some(Decimal::whole(max)), ..ABOVE_ZERO }
}

pub(super) const fn whole(min: u32, max: u32) -> Bounds {
    Bounds { min: Decimal::whole(min), max: Some(Decimal::whole(max)), ..COUNT }
}
