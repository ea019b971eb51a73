//! Results over the numbers of any reading, and how they are finished.

use super::readings::arith::Scalar;
use crate::plan::Intangible;

/// A part of a result in the numbers of a reading, which can be finished.
///
/// The type of a member says how: a number becomes the double next to it, a count an integer, [`Cents`] are rounded.
pub trait Finish<To> {
    /// The same part of the finished result.
    fn finish(self) -> To;
}

/// An amount of money that results give in whole cents.
#[derive(Clone, Copy)]
pub struct Cents<N>(pub N);

impl<N: Scalar> Finish<f64> for N {
    fn finish(self) -> f64 {
        self.value()
    }
}

impl<N: Scalar> Finish<u64> for N {
    fn finish(self) -> u64 {
        self.in_whole()
    }
}

impl<N: Scalar> Finish<f64> for Cents<N> {
    fn finish(self) -> f64 {
        self.0.in_cents() as f64 / 100.0
    }
}

impl<T: Finish<U>, U> Finish<Option<U>> for Option<T> {
    fn finish(self) -> Option<U> {
        self.map(Finish::finish)
    }
}

impl<T: Finish<U>, U> Finish<Vec<U>> for Vec<T> {
    fn finish(self) -> Vec<U> {
        self.into_iter().map(Finish::finish).collect()
    }
}

/// What is the same in every reading.
macro_rules! as_it_is {
    ($($type:ty),*) => {$(
        impl $crate::model::result::Finish<$type> for $type {
            fn finish(self) -> $type {
                self
            }
        }
    )*};
}

pub(super) use as_it_is;

as_it_is!(bool, u32, u64, String, Intangible);

/// Structs of a result over the numbers of any reading, whose parameters default to those of the finished result; and
/// how to finish each: member by member.
macro_rules! finished {
    ($($(#[$meta:meta])* pub struct $name:ident<$($number:ident = $finished:ty),+> {
        $($(#[$of_member:meta])* pub $member:ident: $type:ty,)*
    })*) => {$(
        $(#[$meta])*
        pub struct $name<$($number = $finished),+> {
            $($(#[$of_member])* pub $member: $type,)*
        }

        impl<$($number: Finish<$finished>),+> Finish<$name> for $name<$($number),+> {
            fn finish(self) -> $name {
                $name { $($member: self.$member.finish(),)* }
            }
        }
    )*};
}
pub(super) use finished;
