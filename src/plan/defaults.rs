//! The defaults of a country, as programs and screens show them.

use serde::Serialize;

use super::fields::{Basis, Field, Standard, Unit};
use super::reader::Section;
use super::schema;
use super::shape::{Kind, Member};
use super::{BenefitKind, Country, CustomBenefit};
use crate::decimal::Decimal;

/// One default, as programs and screens show it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DefaultValue {
    /// Where it stands, like `groups[].participation`.
    pub path: &'static str,
    /// The value that results use.
    pub value: Decimal,
    /// The lowest that is still realistic.
    pub low: Option<Decimal>,
    /// The highest that is still realistic.
    pub high: Option<Decimal>,
    /// What it counts.
    pub unit: Unit,
    /// How far it can be trusted.
    pub basis: Basis,
    /// Where it is from; empty for an assumption that says all there is.
    pub source: &'static str,
    /// For the fields of a list that is filled whole: which line or kind it belongs to.
    pub of: Option<&'static str>,
}

/// Every default of a country, in the order of the document.
///
/// ```
/// use jaarplan::plan::{Basis, Country, defaults};
/// let participation = defaults(Country::Nl).into_iter().find(|d| d.path == "groups[].participation").unwrap();
/// assert_eq!(participation.value.to_string(), "0.8");
/// assert_eq!(participation.basis, Basis::Assumption);
/// ```
pub fn defaults(country: Country) -> Vec<DefaultValue> {
    let value_of = |field: &&'static Field| {
        let default = field.default.as_ref()?;
        let Standard { likely, range, basis, source } = *default.of(country);
        Some(DefaultValue {
            path: field.path,
            value: likely,
            low: range.map(|(low, _)| low),
            high: range.map(|(_, high)| high),
            unit: field.unit,
            basis,
            source,
            of: member(field),
        })
    };
    schema::ALL.iter().filter_map(value_of).collect()
}

/// Of which default cost line, or of which kind of benefit, a field is; `None` for one of all.
fn member(field: &Field) -> Option<&'static str> {
    if let Some(line) = schema::DEFAULT_COSTS.iter().find(|line| line.amount == field) {
        return Some(line.id);
    }
    let is_custom =
        |member: &Member| matches!(member.kind, Kind::Number(fields) if fields.contains(&field));
    let custom = CustomBenefit::SHAPE.members.iter().any(is_custom);
    custom.then_some(BenefitKind::Custom.as_str())
}

/// The default of the field with a path like `groups[].fte`, when it is the same for all members of its list.
pub fn default_of(path: &str, country: Country) -> Option<Decimal> {
    let field = schema::ALL.iter().find(|field| field.path == path && member(field).is_none())?;
    Some(field.default.as_ref()?.of(country).likely)
}

/// Whether the field with a path like `groups[].fte` may be an estimate.
pub fn takes_estimate(path: &str) -> bool {
    schema::ALL.iter().any(|field| field.path == path && field.estimate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_default_is_the_one_of_the_table() {
        for country in [Country::Be, Country::Nl] {
            for default in defaults(country).iter().filter(|default| default.of.is_none()) {
                assert_eq!(default_of(default.path, country), Some(default.value));
            }
            assert_eq!(default_of("costs[].amount", country), None);
            assert_eq!(default_of("groups[].name", country), None);
        }
    }

    #[test]
    fn every_default_lies_within_its_range_and_its_bounds() {
        for country in [Country::Be, Country::Nl] {
            for field in schema::ALL.iter() {
                let Some(default) = &field.default else {
                    continue;
                };
                let Standard { likely, range, basis, source } = *default.of(country);
                let (low, high) = range.unwrap_or((likely, likely));
                assert!(low <= likely && likely <= high, "{}", field.path);
                assert!(low >= field.bounds.min, "{}", field.path);
                assert!(field.bounds.max.is_none_or(|max| high <= max), "{}", field.path);
                assert!(!field.bounds.above_min || low > field.bounds.min, "{}", field.path);
                assert!(!source.is_empty() || basis == Basis::Assumption, "{}", field.path);
            }
        }
    }

    /// So every value of such a field is whole: what is stated, its default, and what an estimate would draw.
    #[test]
    fn a_field_of_whole_numbers_has_one_value_and_that_is_whole() {
        for field in schema::ALL.iter().filter(|field| field.bounds.whole) {
            assert!(!field.estimate && field.bounds.min.to_whole().is_some(), "{}", field.path);
            for default in field.default.iter().flat_map(|default| [default.be, default.nl]) {
                assert!(default.likely.is_whole() && default.range.is_none(), "{}", field.path);
            }
        }
    }
}
