//! How many of each thing a plan may have, and which ids it may not use.

/// Groups of employees.
pub const MAX_GROUPS: usize = 10_000;
/// Cost lines.
pub const MAX_COSTS: usize = 1_000;
/// Subsidies.
pub const MAX_SUBSIDIES: usize = 100;
/// Benefits.
pub const MAX_BENEFITS: usize = 100;
/// Intangible benefits.
pub const MAX_INTANGIBLES: usize = 100;

/// Ids of budget lines that the model makes itself; those that end in a colon are followed by a group.
pub const RESERVED_IDS: [&str; 8] = [
    "participant-time:",
    "talk-leaders:",
    "replacement:",
    "margin:",
    "facilitation-internal",
    "facilitation-external",
    "contingency",
    "training-fund-levy",
];
