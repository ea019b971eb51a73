//! Powers of two, of all lanes side by side.

use std::f64::consts::LN_2;

use crate::register::Register;
use crate::{LANES, Lanes};

/// `ln 2ᵏ / k!`: the series of two to a power of at most a half either way, to the last digit of a double.
const SERIES: [f64; 14] = [
    1.0,
    LN_2,
    0.240_226_506_959_100_72,
    0.055_504_108_664_821_58,
    0.009_618_129_107_628_477,
    0.001_333_355_814_642_844_3,
    0.000_154_035_303_933_816_1,
    1.525_273_380_405_984_1e-5,
    1.321_548_679_014_431e-6,
    1.017_808_600_923_97e-7,
    7.054_911_620_801_123e-9,
    4.445_538_271_870_811_6e-10,
    2.567_843_599_348_820_6e-11,
    1.369_148_885_390_412_8e-12,
];
/// A double of this size has no fraction, and its whole part in its last bits.
const WHOLE: f64 = 6_755_399_441_055_744.0;
/// Beyond these there are no doubles of full length: what is smaller counts as this.
const ENDS: [f64; 2] = [-1022.0, 1023.0];

/// Two to the power of each.
pub fn exp2(made: &mut Lanes, exponents: &Lanes) {
    let [low, high] = ENDS.map(Register::splat);
    let whole = Register::splat(WHOLE);
    for (made, exponent) in made.as_chunks_mut().0.iter_mut().zip(exponents.as_chunks().0) {
        let x = Register::read(exponent);
        // What is no number stays so.
        let x = Register::if_le(x, low, low, x);
        let x = Register::if_le(high, x, high, x);
        let nearest = x.sum(whole);
        let rest = x.difference(nearest.difference(whole));
        let mut power = Register::splat(0.0);
        for coefficient in SERIES.into_iter().rev() {
            power = power.product(rest).sum(Register::splat(coefficient));
        }
        power.product(nearest.power_of_last_bits()).write(made);
    }
}

/// Two to the power of a number, with the digits of a column.
pub fn exp2_of(exponent: f64) -> f64 {
    let mut made = [0.0; LANES];
    exp2(&mut made, &[exponent; LANES]);
    let [power, ..] = made;
    power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_are_those_of_the_library_but_for_the_last_digit() {
        for i in -20_000..=20_000 {
            let x = f64::from(i) / 20.0 + 0.000_123;
            let (found, expected) = (exp2_of(x), libm::exp2(x));
            assert!((found / expected - 1.0).abs() < 5e-16, "{x}: {found}, not {expected}");
        }
        for whole in -1022..1024 {
            assert_eq!(exp2_of(f64::from(whole)), libm::exp2(f64::from(whole)));
        }
    }

    #[test]
    fn there_is_no_power_beyond_the_ends() {
        assert!(exp2_of(f64::NAN).is_nan());
        assert_eq!(exp2_of(-1e6), libm::exp2(-1022.0));
        assert_eq!(exp2_of(f64::INFINITY), libm::exp2(1023.0));
    }
}
