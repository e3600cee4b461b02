//! What a table has beside its usual fields, for a document that has none of it: one media type everywhere, and no forms.

#[path = "fixed.rs"]
mod fixed;
#[path = "single.rs"]
mod single;
#[path = "unencoded.rs"]
mod unencoded;

pub(crate) use fixed::{other_answers, with_other_answers};
pub(crate) use single::{other_bodies, with_other_bodies};
pub(crate) use unencoded::with_encoding;
