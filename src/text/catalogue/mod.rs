//! What there is to say, in the languages side by side. A language is added here.

#[cfg(test)]
pub mod checks;
pub mod locale;
pub mod phrases;
pub mod rules;
pub mod sources;
pub mod table;
pub mod words;
