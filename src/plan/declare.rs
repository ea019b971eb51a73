//! How an object of the plan document is declared: [`object!`], and what each kind of row stands for.

/// Declares an object of the document: its struct, the table rows of its numbers, its reader, its visitor, its shape.
///
/// `at` is the path that the keys follow. The kinds of rows:
///
/// - `number NAME`: a number with a default; `required NAME` has none and must be there; `optional NAME` may be absent
///   (`Option<Input>`); `same NAME` is another object's number. `NAME` becomes a static [`Field`](super::Field).
/// - `flag bool`: true or false, and the default.
/// - `choice T`: one of the names of a [`Choice`](super::choices::Choice), and the default; `required_choice T` must
///   be there, and stands for the value given when it is refused.
/// - `object T`: another object; absent is empty.
/// - `own T`: anything else: its shape, and the function that reads it; `own_required T` must be there.
macro_rules! object {
    (
        $(#[doc = $about:literal])+
        $Type:ident $name:literal at $at:literal {
            $(
                $(#[doc = $doc:literal])+
                $kind:ident $member:ident: $What:tt $key:literal = $decl:expr $(=> $own:expr)?;
            )*
        }
    ) => {
        $($crate::plan::declare::row!(@field $kind $What [$at $key] [$($doc)+] $decl);)*

        $(#[doc = $about])+
        #[derive(Clone, Debug)]
        pub struct $Type {
            $($(#[doc = $doc])+ pub $member: $crate::plan::declare::row!(@type $kind $What),)*
        }

        impl $crate::plan::reader::Section for $Type {
            const SHAPE: &'static $crate::plan::shape::Object = &$crate::plan::shape::Object {
                name: $name,
                about: concat!($($about),+).trim_ascii(),
                members: &[
                    $($crate::plan::declare::row!(@member $kind $What $key [$($doc)+] $decl),)*
                ],
            };

            fn read(
                reader: &mut $crate::plan::reader::Reader,
                members: &$crate::plan::reader::Members,
                place: $crate::plan::Place,
                inherited: Option<&Self>,
            ) -> Self {
                // An object of numbers that no group has needs no `inherited`, one of own rows alone no `place`.
                let _ = (inherited, place);
                $(let $member = $crate::plan::declare::row!(
                    @read $kind $What $key $decl, reader, members, place,
                    inherited.map(|inherited| &inherited.$member) $(, $own)?
                );)*
                Self { $($member),* }
            }
        }

        impl $crate::plan::inputs::Inputs for $Type {
            fn inputs_mut<'p>(&'p mut self, visit: &mut dyn FnMut(&'p mut $crate::plan::Input)) {
                $($crate::plan::inputs::Inputs::inputs_mut(&mut self.$member, visit);)*
            }
        }
    };
}

/// What a row of [`object!`] becomes, by its kind.
macro_rules! row {
    // The table row of a number.
    (@field number $NAME:ident [$at:literal $key:literal] [$($doc:literal)+] $decl:expr) => {
        $(#[doc = $doc])+
        pub static $NAME: $crate::plan::fields::Field =
            ($decl).at(concat!($at, $key), concat!($($doc),+).trim_ascii());
    };
    (@field required $($rest:tt)*) => { $crate::plan::declare::row!(@field number $($rest)*); };
    (@field optional $($rest:tt)*) => { $crate::plan::declare::row!(@field number $($rest)*); };
    (@field $($other:tt)*) => {};

    // The type of the member.
    (@type number $NAME:ident) => { $crate::plan::Input };
    (@type required $NAME:ident) => { $crate::plan::Input };
    (@type optional $NAME:ident) => { Option<$crate::plan::Input> };
    (@type same $NAME:ident) => { $crate::plan::Input };
    (@type $kind:ident [$Type:ty]) => { $Type };
    (@type $kind:ident $Type:ty) => { $Type };

    // Its shape.
    (@member number $NAME:ident $key:literal [$($doc:literal)+] $decl:expr) => {
        $crate::plan::shape::Member::new($key, $crate::plan::shape::Kind::Number(const { &[&$NAME] }), "")
    };
    (@member same $($rest:tt)*) => { $crate::plan::declare::row!(@member number $($rest)*) };
    (@member optional $($rest:tt)*) => { $crate::plan::declare::row!(@member number $($rest)*) };
    (@member required $($rest:tt)*) => {
        $crate::plan::declare::row!(@member number $($rest)*).required()
    };
    (@member flag $Type:tt $key:literal [$($doc:literal)+] $decl:expr) => {
        $crate::plan::declare::row!(@member own $Type $key [$($doc)+] $crate::plan::shape::Kind::Truth)
    };
    (@member choice $Type:ident $key:literal [$($doc:literal)+] $decl:expr) => {
        $crate::plan::declare::row!(@member own $Type $key [$($doc)+]
            $crate::plan::shape::Kind::Choice(
                <$Type as $crate::plan::choices::Choice>::NAMES,
                Some($decl.as_str()),
            ))
    };
    (@member required_choice $Type:ident $key:literal [$($doc:literal)+] $decl:expr) => {
        $crate::plan::declare::row!(@member own_required $Type $key [$($doc)+]
            $crate::plan::shape::Kind::Choice(
                <$Type as $crate::plan::choices::Choice>::NAMES,
                None,
            ))
    };
    (@member object $Type:ident $key:literal [$($doc:literal)+] $decl:expr) => {
        $crate::plan::shape::Member::new(
            $key,
            $crate::plan::shape::Kind::Object(<$Type as $crate::plan::reader::Section>::SHAPE),
            "",
        )
    };
    (@member own $Type:tt $key:literal [$($doc:literal)+] $decl:expr) => {
        $crate::plan::shape::Member::new($key, $decl, concat!($($doc),+).trim_ascii())
    };
    (@member own_required $($rest:tt)*) => {
        $crate::plan::declare::row!(@member own $($rest)*).required()
    };

    // How it is read.
    (@read number $NAME:ident $key:literal $decl:expr,
        $reader:ident, $members:ident, $place:ident, $inherited:expr) => {
        $reader.number($members, &$NAME, $place, $inherited)
    };
    (@read required $($rest:tt)*) => { $crate::plan::declare::row!(@read number $($rest)*) };
    (@read same $($rest:tt)*) => { $crate::plan::declare::row!(@read number $($rest)*) };
    (@read optional $NAME:ident $key:literal $decl:expr,
        $reader:ident, $members:ident, $place:ident, $inherited:expr) => {
        $reader.optional($members, &$NAME, $place)
    };
    (@read flag bool $key:literal $decl:expr,
        $reader:ident, $members:ident, $place:ident, $inherited:expr) => {
        $reader.flag($members, $key, $inherited.copied(), $decl)
    };
    (@read choice $Type:ident $key:literal $decl:expr,
        $reader:ident, $members:ident, $place:ident, $inherited:expr) => {
        $reader.choice_or_default::<$Type>($members, $key).unwrap_or($decl)
    };
    (@read required_choice $Type:ident $key:literal $decl:expr,
        $reader:ident, $members:ident, $place:ident, $inherited:expr) => {
        $reader.required_choice::<$Type>($members, $key).unwrap_or($decl)
    };
    (@read object $Type:ident $key:literal $decl:expr,
        $reader:ident, $members:ident, $place:ident, $inherited:expr) => {
        $reader.section($members, $key, $place, $inherited)
    };
    (@read $own:ident $Type:tt $key:literal $decl:expr,
        $reader:ident, $members:ident, $place:ident, $inherited:expr, $read:expr) => {
        ($read)(&mut *$reader, $members, $place)
    };
}

pub(super) use {object, row};
