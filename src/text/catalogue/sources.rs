//! Where defaults come from, for the rows of words: what several inputs rest on stands here, once.

/// A source in Dutch, French and English.
macro_rules! source {
    ($nl:literal, $fr:literal, $en:literal $(,)?) => {
        &$crate::text::catalogue::locale::texts![$nl, $nl, $fr, $en]
    };
}
pub(super) use source;

/// Of the sizes of circles.
pub static CIRCLE_SIZES: &[&str; 4] = source![
    "intervisiegroepen van 5 tot 8 (KNGF), leergemeenschappen van 6 tot 12",
    "groupes d’intervision de 5 à 8 (KNGF), communautés d’apprentissage de 6 à 12",
    "peer groups of 5 to 8 (KNGF), learning communities of 6 to 12",
];

/// Of how circles meet.
pub static PEER_GROUPS: &[&str; 4] = source![
    "gepubliceerde praktijk van intervisie",
    "pratique publiée de l’intervision",
    "published practice of peer groups",
];

/// Of the cost lines of a plan that has none.
pub static COST_LINES: &[&str; 4] = source![
    "opleiding: € 74 per uur alles inbegrepen (2015), zonder de leertijd; de rest is onze aanname",
    "formation\u{202f}: 74\u{202f}€ par heure tout compris (2015), sans le temps d’apprentissage\u{202f}; le reste est notre hypothèse",
    "training: €74 per hour all included (2015), without the learning time; the rest is our assumption",
];

/// Of the rise in productivity.
pub static UPLIFT: &[&str; 4] = source![
    "Konings 2008 (1 tot 2%), De Grip & Sauermann 2012 (10%), Groot 1994",
    "Konings 2008 (1 à 2\u{202f}%), De Grip & Sauermann 2012 (10\u{202f}%), Groot 1994",
    "Konings 2008 (1 to 2%), De Grip & Sauermann 2012 (10%), Groot 1994",
];

/// Of what is taken off a benefit.
pub static CAUSAL: &[&str; 4] = source![
    "cijfers uit onderzoek zijn al oorzakelijk: er gaat niets van af",
    "les chiffres de la recherche montrent déjà l’effet propre\u{202f}: rien n’en est retiré",
    "figures from research are already causal: nothing is taken off",
];
