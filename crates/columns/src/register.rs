//! The numbers of a column that are worked on at once: four in WebAssembly, in two registers of 128 bits.
//!
//! Elsewhere one: a compiler that may make code larger puts more together by itself. One that may not would call a
//! function for each number.
#![allow(clippy::inline_always, clippy::trivially_copy_pass_by_ref)]

pub use width::{Register, WIDTH};

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod width {
    /// How many numbers.
    pub const WIDTH: usize = 1;

    /// So many numbers.
    #[derive(Clone, Copy)]
    pub struct Register(f64);

    impl Register {
        /// The same number throughout.
        #[inline(always)]
        pub fn splat(number: f64) -> Self {
            Self(number)
        }

        /// The numbers that stand there.
        #[inline(always)]
        pub fn read([number]: &[f64; WIDTH]) -> Self {
            Self(*number)
        }

        /// Puts the numbers there.
        #[inline(always)]
        pub fn write(self, to: &mut [f64; WIDTH]) {
            *to = [self.0];
        }

        /// `a + b`
        #[inline(always)]
        pub fn sum(self, other: Self) -> Self {
            Self(self.0 + other.0)
        }

        /// `a − b`
        #[inline(always)]
        pub fn difference(self, other: Self) -> Self {
            Self(self.0 - other.0)
        }

        /// `a · b`
        #[inline(always)]
        pub fn product(self, other: Self) -> Self {
            Self(self.0 * other.0)
        }

        /// `a / b`
        #[inline(always)]
        pub fn quotient(self, other: Self) -> Self {
            Self(self.0 / other.0)
        }

        /// Two to the power of the whole number in the last bits.
        #[inline(always)]
        pub fn power_of_last_bits(self) -> Self {
            Self(f64::from_bits(self.0.to_bits().wrapping_add(1023) << 52))
        }

        /// `then` where `a ≤ b`, else `otherwise`.
        #[inline(always)]
        pub fn if_le(a: Self, b: Self, then: Self, otherwise: Self) -> Self {
            if a.0 <= b.0 { then } else { otherwise }
        }
    }
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[allow(unsafe_code)] // a register is read and written by address only
mod width {
    use std::arch::wasm32::{
        f64x2_add, f64x2_div, f64x2_le, f64x2_mul, f64x2_splat, f64x2_sub, i64x2_add, i64x2_shl,
        i64x2_splat, v128, v128_bitselect, v128_load, v128_store,
    };

    /// How many numbers.
    pub const WIDTH: usize = 4;

    /// So many numbers, in two registers: counting the rounds of a loop takes as long as working on one.
    #[derive(Clone, Copy)]
    pub struct Register([v128; 2]);

    impl Register {
        /// The same number throughout.
        #[inline(always)]
        pub fn splat(number: f64) -> Self {
            Self([f64x2_splat(number); 2])
        }

        /// The numbers that stand there.
        #[inline(always)]
        pub fn read(from: &[f64; WIDTH]) -> Self {
            // SAFETY: twice sixteen bytes that are there, at any address.
            Self([0, 2].map(|at| unsafe { v128_load(from.as_ptr().add(at).cast()) }))
        }

        /// Puts the numbers there.
        #[inline(always)]
        pub fn write(self, to: &mut [f64; WIDTH]) {
            let [first, second] = self.0;
            // SAFETY: twice sixteen bytes that are there and nobody else's, at any address.
            unsafe {
                v128_store(to.as_mut_ptr().cast(), first);
                v128_store(to.as_mut_ptr().add(2).cast(), second);
            }
        }

        #[inline(always)]
        fn with(self, other: Self, work: impl Fn(v128, v128) -> v128) -> Self {
            let ([a, b], [c, d]) = (self.0, other.0);
            Self([work(a, c), work(b, d)])
        }

        /// `a + b`
        #[inline(always)]
        pub fn sum(self, other: Self) -> Self {
            self.with(other, |a, b| f64x2_add(a, b))
        }

        /// `a − b`
        #[inline(always)]
        pub fn difference(self, other: Self) -> Self {
            self.with(other, |a, b| f64x2_sub(a, b))
        }

        /// `a · b`
        #[inline(always)]
        pub fn product(self, other: Self) -> Self {
            self.with(other, |a, b| f64x2_mul(a, b))
        }

        /// `a / b`
        #[inline(always)]
        pub fn quotient(self, other: Self) -> Self {
            self.with(other, |a, b| f64x2_div(a, b))
        }

        /// Two to the power of the whole number in the last bits.
        #[inline(always)]
        pub fn power_of_last_bits(self) -> Self {
            Self(self.0.map(|bits| i64x2_shl(i64x2_add(bits, i64x2_splat(1023)), 52)))
        }

        /// `then` where `a ≤ b`, else `otherwise`.
        #[inline(always)]
        pub fn if_le(a: Self, b: Self, then: Self, otherwise: Self) -> Self {
            let ([a, b], [then, other_then]) = (a.with(b, |a, b| f64x2_le(a, b)).0, then.0);
            let [otherwise, other_otherwise] = otherwise.0;
            Self([
                v128_bitselect(then, otherwise, a),
                v128_bitselect(other_then, other_otherwise, b),
            ])
        }
    }
}
