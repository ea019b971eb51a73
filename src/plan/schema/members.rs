//! Where members that are no numbers stand, for those who name one: a [`Field`](crate::plan::Field) has its own path.

/// Title of the document.
pub const TITLE: &str = "title";
/// Name of the organisation.
pub const ORGANISATION: &str = "organisation";
/// The country, which decides defaults and words.
pub const COUNTRY: &str = "country";
/// Id of a preset of sector rules.
pub const SECTOR: &str = "sector";
/// The groups of employees.
pub const GROUPS: &str = "groups";
/// What a group is called.
pub const GROUP_NAME: &str = "groups[].name";
/// Whether part-timers do fewer week cycles.
pub const WEEK_CYCLES_PRO_RATA: &str = "learning.weekCycles.proRata";
/// Whether part-timers do less of a Prof track.
pub const PROF_TRACK_PRO_RATA: &str = "learning.profTrack.proRata";
/// Whether part-timers follow less formal training.
pub const FORMAL_PRO_RATA: &str = "learning.formal.proRata";
/// Whether circles are formed across groups.
pub const COMPOSITION: &str = "profCircles.composition";
/// The cost lines.
pub const COSTS: &str = "costs";
/// What a cost line is called.
pub const COST_LABEL: &str = "costs[].label";
/// What a cost line is for.
pub const COST_CATEGORY: &str = "costs[].category";
/// What the amount of a cost line is multiplied by.
pub const COST_BASIS: &str = "costs[].basis";
/// Whether a cost line leaves the bank account.
pub const COST_CASH: &str = "costs[].cash";
/// The subsidies.
pub const SUBSIDIES: &str = "subsidies";
/// The benefits.
pub const BENEFITS: &str = "value.benefits";

/// What the report keeps in `jaarplan`, which no calculation reads.
pub mod report {
    /// What the plan is for.
    pub const GOALS: &str = "jaarplan.goals";
    /// How people learn beside and during work.
    pub const WORKING_LEARNING: &str = "jaarplan.workingLearning";
    /// Who talks with whom about development.
    pub const TALENT_CYCLE: &str = "jaarplan.talentCycle";
    /// What Prof circles meet for.
    pub const CIRCLE_MEETINGS: &str = "jaarplan.profCircles";
    /// An example of a Prof track.
    pub const EXAMPLE_TRACK: &str = "jaarplan.profTrack";
    /// When people may learn in working time.
    pub const TIME_TO_LEARN: &str = "jaarplan.learningTime";
    /// What professionals and their leaders do.
    pub const SHARED_OWNERSHIP: &str = "jaarplan.sharedOwnership";
    /// How the directors stay involved.
    pub const DIRECTORS: &str = "jaarplan.directors";
    /// Who guides.
    pub const GUIDANCE: &str = "jaarplan.guidance";
    /// Rooms and tools.
    pub const LEARNING_SPACES: &str = "jaarplan.learningSpaces";
    /// How leaders report back.
    pub const FEEDBACK: &str = "jaarplan.feedback";
    /// How the goals are tested.
    pub const GOAL_TEST: &str = "jaarplan.goalTest";
    /// What directors hear each half year.
    pub const REFLECTION: &str = "jaarplan.reflection";
    /// Talks per employee in a year.
    pub const TALKS_PER_PERSON: &str = "jaarplan.talksPerPerson";
    /// How often a year the directors take part.
    pub const DIRECTOR_MOMENTS: &str = "jaarplan.directorMoments";
    /// How often a year leaders report back.
    pub const FEEDBACK_MOMENTS: &str = "jaarplan.feedbackMoments";
    /// How often a year there is reflection.
    pub const REFLECTION_MOMENTS: &str = "jaarplan.reflectionMoments";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::schema::PLAN;
    use crate::plan::shape::{Kind, Object};

    /// Whether an object, or one of several, has a member at a path that is no number.
    fn has(objects: &[&Object], path: &str) -> bool {
        let (key, rest) = path.split_once('.').unwrap_or((path, ""));
        let name = key.trim_end_matches("[]");
        let members = objects.iter().flat_map(|object| object.members);
        members.filter(|member| member.key() == name).any(|member| match &member.kind {
            Kind::Number(_) => false,
            _ if rest.is_empty() => key == name,
            Kind::Object(object) => key == name && has(&[object], rest),
            Kind::List(list) => key != name && has(list.of, rest),
            _ => false,
        })
    }

    #[test]
    fn each_stands_in_the_document() {
        for path in [
            TITLE,
            ORGANISATION,
            COUNTRY,
            SECTOR,
            GROUPS,
            GROUP_NAME,
            WEEK_CYCLES_PRO_RATA,
            PROF_TRACK_PRO_RATA,
            FORMAL_PRO_RATA,
            COMPOSITION,
            COSTS,
            COST_LABEL,
            COST_CATEGORY,
            COST_BASIS,
            COST_CASH,
            SUBSIDIES,
            BENEFITS,
        ] {
            assert!(has(&[&PLAN], path), "{path}");
        }
        for path in ["year", "groups[].fte", "groups.name", "costs[]", "benefits", "budget.cash"] {
            assert!(!has(&[&PLAN], path), "{path}");
        }
    }
}
