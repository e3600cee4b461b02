//! What generated code says of an event of a stream; see `judge.rs`.

use super::api::Event;
use super::document::Schema;
use super::judge::{Verdict, places};
use super::support::contract::event_faults;

/// An event, judged as it is before it is sent.
pub(crate) fn event(schema: &'static Schema, name: &str, json: &str) -> Verdict {
    let event = Event::<()>::encoded(None, name, json).into_raw();
    let found = places(event_faults(schema, &event));
    (if found.is_empty() { 0 } else { 500 }, found)
}
