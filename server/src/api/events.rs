//! The caller's changes as an event stream.

use std::future;

use futures::StreamExt;
use slog::error;

use crate::{
    app::Principal,
    error::Failure,
    generated::api::{
        Event, EventStream, RequestHead, StreamEventsError, StreamEventsOk, StreamEventsParams,
    },
    service::Service,
};

pub(super) async fn stream_events(
    service: &Service,
    request: &RequestHead,
    caller: Principal,
    params: StreamEventsParams,
) -> Result<StreamEventsOk, StreamEventsError> {
    // What a browser sends by itself when it reconnects is later than what its address says.
    let after = params.last_event_id.or(params.after);
    let changes = service
        .resources
        .follow_changes(&caller, after)
        .await
        .map_err(|error| Failure::new(&service.log, request).followed(error))?;
    let log = service
        .log
        .new(slog::o!("request_id" => request.request_id.clone()));
    let events = changes
        .map(move |change| {
            let (seq, event) = change.map_err(|error| {
                error!(log, "an event stream broke off"; "error" => format!("{error}"));
            })?;
            Event::new(u64::try_from(seq).ok(), &event).map_err(|error| {
                error!(log, "an event can't be written"; "error" => %error);
            })
        })
        // The document has no event for a fault here: the stream ends, and the reader comes again from where it was.
        .take_while(|event| future::ready(event.is_ok()))
        .filter_map(|event| future::ready(event.ok()))
        .take_until(service.shutdown.draining());
    Ok(StreamEventsOk::Ok(EventStream::new(events)))
}
