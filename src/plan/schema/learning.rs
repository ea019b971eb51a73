//! What people do to learn: on their own, in training and in Prof circles.

use super::bounds::{AT_LEAST_ONE, AT_LEAST_ZERO, COUNT, HOURS, SOME_HOURS, whole};
use crate::plan::Composition;
use crate::plan::declare::object;
use crate::plan::fields::Basis::{Assumption, Derived, Sourced};
use crate::plan::fields::{Unit, number};
use crate::plan::reader::{Members, Reader};
use crate::plan::schema::members;
use crate::plan::{Code, Origin, Place};

const ATD: &str = "ATD 2024: 13.7 h; Statbel 2015: 18.9 h taken; set so that direct cash lands near €700 per employee";
const KNGF: &str = "intervision groups of 5–8 (KNGF), professional learning communities of 6–12";

object! {
    /// What each participant does in a year.
    Learning "Learning" at "learning." {
        /// Vitale Weekcycli.
        object week_cycles: WeekCycles "weekCycles" = ();
        /// The Prof track.
        object prof_track: ProfTrack "profTrack" = ();
        /// Formal training.
        object formal: FormalTraining "formal" = ();
        /// Talent-development talks.
        object development_talks: DevelopmentTalks "developmentTalks" = ();
    }
}

object! {
    /// Vitale Weekcycli: short weekly slots of working learning.
    WeekCycles "WeekCycles" at "learning.weekCycles." {
        /// Week cycles per participant.
        number count: WEEK_CYCLES_COUNT "count" = number(Unit::Times, HOURS).uncertain()
            .default("40", Some(("30", "46")), Assumption, "no published figure");
        /// Minutes of one week cycle.
        number minutes: WEEK_CYCLES_MINUTES "minutes" = number(Unit::Minutes, AT_LEAST_ZERO).uncertain()
            .default("30", Some(("20", "60")), Assumption,
            "no published figure; 2 hours a week in Dutch primary education is the high end");
        /// Whether part-timers do proportionally fewer.
        flag pro_rata: bool "proRata" = true;
    }
}

object! {
    /// A professional's own learning track.
    ProfTrack "ProfTrack" at "learning.profTrack." {
        /// Hours of a Prof track per participant.
        number hours: PROF_TRACK_HOURS "hours" = number(Unit::Hours, HOURS).uncertain()
            .default("16", Some(("8", "40")), Assumption, "");
        /// Whether part-timers do proportionally fewer.
        flag pro_rata: bool "proRata" = true;
    }
}

object! {
    /// Courses and training (deskundigheidsbevordering).
    FormalTraining "FormalTraining" at "learning.formal." {
        /// Hours of formal training per participant.
        number hours: FORMAL_HOURS "hours" = number(Unit::Hours, HOURS).uncertain()
            .default("16", Some(("8", "40")), Assumption, ATD);
        /// Hours of formal training per participant that part-timers follow whole.
        number fixed_hours: FORMAL_FIXED_HOURS "fixedHours" = number(Unit::Hours, HOURS).uncertain()
            .default("0", None, Assumption, "");
        /// Whether part-timers follow proportionally fewer of `hours`.
        flag pro_rata: bool "proRata" = true;
    }
}

object! {
    /// Talent-development talks, of all heads.
    DevelopmentTalks "DevelopmentTalks" at "learning.developmentTalks." {
        /// Hours of talent-development talks per head.
        number hours: DEVELOPMENT_TALKS_HOURS "hours" = number(Unit::Hours, HOURS).uncertain()
            .default("2", Some(("1", "4")), Assumption, "");
    }
}

object! {
    /// How Prof circles are formed and what they ask; `minSize ≤ targetSize ≤ maxSize`.
    ProfCircles "ProfCircleRules" at "profCircles." {
        /// Across groups, or inside each.
        choice composition: Composition "composition" = Composition::Mixed;
        /// The size that circles aim for.
        number target_size: TARGET_SIZE "targetSize" = number(Unit::Person, AT_LEAST_ONE)
            .default("8", None, Derived, KNGF).bound_to_others();
        /// The smallest circle.
        number min_size: MIN_SIZE "minSize" = number(Unit::Person, AT_LEAST_ONE)
            .default("5", None, Sourced, KNGF).bound_to_others();
        /// The largest circle.
        number max_size: MAX_SIZE "maxSize" = number(Unit::Person, AT_LEAST_ONE)
            .default("10", None, Derived, KNGF).bound_to_others();
        /// Sessions of each circle in a year.
        number sessions: SESSIONS "sessions" = number(Unit::Session, whole(0, 366))
            .default("6", None, Derived, "published intervision practice");
        /// Hours of one session.
        number session_hours: SESSION_HOURS "sessionHours" = number(Unit::Hours, HOURS).uncertain()
            .default("2", Some(("1", "2.5")), Derived, "published intervision practice");
        /// A participant's preparation of one session.
        number preparation_hours: PREPARATION_HOURS "preparationHours" = number(Unit::Hours, HOURS).uncertain()
            .default("0.5", Some(("0", "2.5")), Assumption, "");
        /// Facilitators of each circle.
        number facilitators_per_circle: FACILITATORS_PER_CIRCLE "facilitatorsPerCircle" = number(Unit::Person, COUNT)
            .default("1", None, Derived, "published intervision practice");
        /// A facilitator's preparation of one session.
        number facilitator_preparation_hours: FACILITATOR_PREPARATION_HOURS "facilitatorPreparationHours" = number(Unit::Hours, HOURS).uncertain()
            .default("1", Some(("0.5", "2")), Derived, "published facilitation practice");
        /// Hours that one facilitator can give in a year.
        number facilitator_capacity_hours: FACILITATOR_CAPACITY_HOURS "facilitatorCapacityHours" = number(Unit::Hours, SOME_HOURS).uncertain()
            .default("120", Some(("60", "240")), Assumption, "");
        /// Leaders in each circle.
        number leaders_per_circle: LEADERS_PER_CIRCLE "leadersPerCircle" = number(Unit::Person, COUNT)
            .default("1", None, Assumption,
            "the article wants leaders in; intervision practice keeps a participant's own superior out");
        /// In how many circles one leader can sit.
        number max_circles_per_leader: MAX_CIRCLES_PER_LEADER "maxCirclesPerLeader" = number(Unit::Circle, AT_LEAST_ONE)
            .default("2", None, Assumption, "");
    }
}

impl Reader {
    pub(in crate::plan) fn prof_circles(&mut self, document: &Members) -> ProfCircles {
        let errors = self.errors.len();
        let circles: ProfCircles = self.section(document, "profCircles", Place::Plan, None);
        if self.refused_since(errors).iter().all(|error| error.path == members::COMPOSITION) {
            self.ordered_sizes(&circles);
        }
        circles
    }

    /// `minSize ≤ targetSize ≤ maxSize`; of two that disagree, the one that the plan states is named.
    fn ordered_sizes(&mut self, circles: &ProfCircles) {
        let ProfCircles { target_size: target, min_size: min, max_size: max, .. } = circles;
        for (low, high) in [(min, target), (target, max)] {
            if low.likely <= high.likely {
                continue;
            }
            // Defaults are in order, so one of the two is stated; the target first.
            let low_is_named = if target.origin == Origin::Given {
                low.field == target.field
            } else {
                low.origin == Origin::Given
            };
            let (named, other, least, most) = if low_is_named {
                (low, high, None, Some(high.likely))
            } else {
                (high, low, Some(low.likely), None)
            };
            let message = format!(
                "minSize ≤ targetSize ≤ maxSize must hold, not {} ≤ {} ≤ {}",
                min.likely, target.likely, max.likely
            );
            self.refuse(named.path(), Code::NotOrdered, message)
                .value(&named.likely.to_string())
                .range(least, most)
                .example(&other.likely.to_string());
        }
    }
}
