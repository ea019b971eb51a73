//! The numbers of a column that the processor works on at once: two in WebAssembly with registers of 128 bits.
//!
//! Elsewhere one: a compiler that may make code larger puts more together by itself. One that may not would call a
//! function for each number.
#![allow(clippy::inline_always, clippy::trivially_copy_pass_by_ref)]

pub use width::Piece;

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod width {
    /// How many numbers.
    pub const WIDTH: usize = 1;

    /// So many numbers.
    #[derive(Clone, Copy)]
    pub struct Piece(f64);

    impl Piece {
        #[inline(always)]
        pub fn splat(number: f64) -> Self {
            Self(number)
        }

        #[inline(always)]
        pub fn read([number]: &[f64; WIDTH]) -> Self {
            Self(*number)
        }

        #[inline(always)]
        pub fn write(self, to: &mut [f64; WIDTH]) {
            *to = [self.0];
        }

        #[inline(always)]
        pub fn sum(self, other: Self) -> Self {
            Self(self.0 + other.0)
        }

        #[inline(always)]
        pub fn difference(self, other: Self) -> Self {
            Self(self.0 - other.0)
        }

        #[inline(always)]
        pub fn product(self, other: Self) -> Self {
            Self(self.0 * other.0)
        }

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
    pub const WIDTH: usize = 2;

    /// So many numbers.
    #[derive(Clone, Copy)]
    pub struct Piece(v128);

    impl Piece {
        #[inline(always)]
        pub fn splat(number: f64) -> Self {
            Self(f64x2_splat(number))
        }

        #[inline(always)]
        pub fn read(from: &[f64; WIDTH]) -> Self {
            // SAFETY: sixteen bytes that are there, at any address.
            Self(unsafe { v128_load(from.as_ptr().cast()) })
        }

        #[inline(always)]
        pub fn write(self, to: &mut [f64; WIDTH]) {
            // SAFETY: sixteen bytes that are there and nobody else's, at any address.
            unsafe { v128_store(to.as_mut_ptr().cast(), self.0) }
        }

        #[inline(always)]
        pub fn sum(self, other: Self) -> Self {
            Self(f64x2_add(self.0, other.0))
        }

        #[inline(always)]
        pub fn difference(self, other: Self) -> Self {
            Self(f64x2_sub(self.0, other.0))
        }

        #[inline(always)]
        pub fn product(self, other: Self) -> Self {
            Self(f64x2_mul(self.0, other.0))
        }

        #[inline(always)]
        pub fn quotient(self, other: Self) -> Self {
            Self(f64x2_div(self.0, other.0))
        }

        /// Two to the power of the whole number in the last bits.
        #[inline(always)]
        pub fn power_of_last_bits(self) -> Self {
            Self(i64x2_shl(i64x2_add(self.0, i64x2_splat(1023)), 52))
        }

        /// `then` where `a ≤ b`, else `otherwise`.
        #[inline(always)]
        pub fn if_le(a: Self, b: Self, then: Self, otherwise: Self) -> Self {
            Self(v128_bitselect(then.0, otherwise.0, f64x2_le(a.0, b.0)))
        }
    }
}
