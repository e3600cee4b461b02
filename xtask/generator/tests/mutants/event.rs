//! What generated code says of an event of a stream; see `judge.rs`.

use http::StatusCode;

use super::api::{Event, EventStream};
use super::document::Schema;
use super::judge::{Verdict, places};
use super::support::Reply;
use super::support::contract::event_faults;

/// An event, judged as it is before it is sent.
pub(crate) fn event(schema: &'static Schema, name: &str, json: &str) -> Verdict {
    let event = Event::<()>::encoded(None, name, json).into_raw();
    let found = places(event_faults(schema, &event));
    (if found.is_empty() { 0 } else { 500 }, found)
}

/// A stream of one event.
pub(crate) fn stream(status: u16, name: &str, json: &str) -> Reply {
    let status = StatusCode::from_u16(status).unwrap();
    let event = Event::<()>::encoded(None, name, json);
    Reply::events(status, EventStream::new(futures::stream::iter([event])))
}
