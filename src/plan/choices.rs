//! Members that name one of a few choices: each choice with its name in the document, declared once.

use serde::Serialize;

/// What a member may say, and what each of its texts means.
pub trait Choice: Copy + PartialEq + 'static {
    /// The names in a document.
    const NAMES: &'static [&'static str];
    /// What the names mean, in the same order.
    const ALL: &'static [Self];

    /// The meaning of a name.
    fn named(name: &str) -> Option<Self> {
        let (_, meaning) = Self::NAMES.iter().zip(Self::ALL).find(|(known, _)| **known == name)?;
        Some(*meaning)
    }
}

macro_rules! choices {
    ($(
        $(#[doc = $about:literal])+
        $Name:ident { $($(#[doc = $doc:literal])+ $Variant:ident = $text:literal,)+ }
    )+) => {$(
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub enum $Name {
            $($(#[doc = $doc])+ #[serde(rename = $text)] $Variant,)+
        }

        impl Choice for $Name {
            const NAMES: &'static [&'static str] = &[$($text),+];
            const ALL: &'static [Self] = &[$(Self::$Variant),+];
        }

        impl $Name {
            /// The name in a document.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$Variant => $text,)+
                }
            }
        }
    )+};
}

choices! {
    /// Which country's defaults and words apply.
    Country {
        /// Belgium.
        Be = "BE",
        /// The Netherlands.
        Nl = "NL",
    }

    /// Who meets whom in a Prof circle.
    Composition {
        /// Circles across groups.
        Mixed = "mixed",
        /// Circles inside each group.
        PerGroup = "perGroup",
    }

    /// What a cost line is for.
    Category {
        /// External training.
        External = "external",
        /// Platforms and AI.
        Platform = "platform",
        /// Rooms, and the Learning wall in them.
        Rooms = "rooms",
        /// Materials.
        Materials = "materials",
        /// Travel.
        Travel = "travel",
        /// Staff.
        Staff = "staff",
        /// Evaluation.
        Evaluation = "evaluation",
        /// Anything else.
        Other = "other",
    }

    /// What the amount of a cost line is multiplied by.
    CostBasis {
        /// Nothing: one amount.
        Fixed = "fixed",
        /// All heads.
        PerHead = "perHead",
        /// All full-time equivalents.
        PerFte = "perFte",
        /// All participants.
        PerParticipant = "perParticipant",
        /// Hours of formal training.
        PerFormalHour = "perFormalHour",
        /// Hours of learning.
        PerLearningHour = "perLearningHour",
        /// Sessions of Prof circles.
        PerSession = "perSession",
        /// Prof circles.
        PerCircle = "perCircle",
    }

    /// How a subsidy is counted.
    SubsidyBasis {
        /// One amount.
        Fixed = "fixed",
        /// An amount per hour of formal training.
        PerFormalHour = "perFormalHour",
        /// A share of the cost lines it names.
        Share = "share",
    }

    /// What a benefit is.
    BenefitKind {
        /// A rise in productivity of the participants.
        Productivity = "productivity",
        /// Departures that do not happen.
        Retention = "retention",
        /// A yearly value that the plan states itself.
        Custom = "custom",
    }

    /// Whom an intangible benefit is for.
    Beneficiary {
        /// The employee.
        Employee = "employee",
        /// The team.
        Team = "team",
        /// The organisation.
        Organisation = "organisation",
        /// Society.
        Society = "society",
    }
}
