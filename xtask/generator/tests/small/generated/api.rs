// Made from small.yaml by the test `snapshot`; do not edit.
//! Small 1.0.0 as a trait.
//!
//! Everything else of the generated server that an application uses is re-exported here.
pub use super::credentials::Credentials;
pub use super::document::OPERATIONS;
pub use super::operations::*;
pub use super::server::{api_description, stub_api_description};
pub use super::statuses::*;
pub use super::support::{
    MAX_VIOLATIONS, Refusal, Rejection, Reply, RequestHead, Respond, Violation, Secret,
    Event, EventStream, EventUnion, HEARTBEAT, Authenticated, reauthenticate,
};

use super::models;
use super::support::{RawEvent, Response};

/// The application: one method for each operation.
///
/// For each request `admit` is asked first, then `authenticate` where the document demands it; then parameters
/// and body are read and validated; then the operation's method runs; last `finish` sees the answer.
pub trait Api: Send + Sync + Sized + 'static {
    /// Who calls: what `authenticate` proves.
    type Principal: Clone + Send + Sync + 'static;

    /// Asked first, for every request.
    ///
    /// # Errors
    /// A refusal that the operation documents.
    fn admit(&self, request: &RequestHead) -> Result<(), Refusal>;

    /// Asked for every operation that the document secures, before the body is read, with the credentials of
    /// the first alternative that is there in full. Where the same credentials meet others as well, those
    /// are asked for in turn, until one is let in.
    ///
    /// # Errors
    /// A refusal that the operation documents. 401 without a challenge of its own gets the document's.
    fn authenticate(
        &self,
        request: &RequestHead,
        credentials: Credentials,
    ) -> impl Future<Output = Result<Self::Principal, Refusal>> + Send;

    /// Asked instead where a request shows nothing that is enough for its operation: the refusal is 401, and an
    /// application that knows better who calls says so here.
    ///
    /// # Errors
    /// The refusal.
    fn anonymous(
        &self,
        request: &RequestHead,
        refusal: Refusal,
    ) -> Result<Self::Principal, Refusal> {
        let _ = request;
        Err(refusal)
    }

    /// Asked before work goes on in the name of somebody who was authenticated earlier, perhaps before a restart:
    /// may they still act? See [`reauthenticate`].
    ///
    /// # Errors
    /// A refusal. Without a rule of the application's own nobody may.
    fn reauthenticate(
        &self,
        principal: Self::Principal,
    ) -> impl Future<Output = Result<Self::Principal, Refusal>> + Send {
        drop(principal);
        async {
            let message = "nobody can be authenticated without a request here"
                .to_owned();
            Err(Refusal::Forbidden { message })
        }
    }

    /// Writes a rejection that generated code found as the document's error body.
    fn api_error(
        &self,
        request: &RequestHead,
        rejection: &Rejection,
    ) -> models::ApiError;

    /// Whether every answer and every event is held against the document before it is sent. One that breaks it
    /// is logged by place and rule, without values, and 500 is sent instead; an event ends its stream. By
    /// default this is so in debug builds, and thus in tests.
    fn validates_answers(&self) -> bool {
        cfg!(debug_assertions)
    }

    /// The last event of a stream of `NoteEvent` whose next event breaks the document. Without one the connection is broken off.
    fn last_note_event(&self, request: &RequestHead) -> Option<models::NoteEvent> {
        let _ = request;
        None
    }

    /// Every answer passes here last.
    fn finish(
        &self,
        request: &RequestHead,
        response: &mut http::Response<dropshot::Body>,
    );

    /// List notes.
    ///
    /// Gives the notes, newest first.
    fn list_notes(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: ListNotesParams,
    ) -> impl Future<Output = Result<ListNotesOk, ListNotesError>> + Send;

    /// Create a note.
    fn create_note(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: CreateNoteParams,
        body: models::NewNote,
    ) -> impl Future<Output = Result<CreateNoteOk, CreateNoteError>> + Send;

    /// Change a note.
    fn update_note(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: UpdateNoteParams,
        body: models::NotePatch,
    ) -> impl Future<Output = Result<UpdateNoteOk, UpdateNoteError>> + Send;

    /// Delete a note.
    fn delete_note(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
        params: DeleteNoteParams,
    ) -> impl Future<Output = Result<DeleteNoteOk, DeleteNoteError>> + Send;

    /// Follow the notes.
    fn note_events(
        &self,
        request: &RequestHead,
        principal: Authenticated<Self::Principal>,
    ) -> impl Future<Output = Result<NoteEventsOk, NoteEventsError>> + Send;

    /// Figures.
    fn metrics(
        &self,
        request: &RequestHead,
    ) -> impl Future<Output = Result<MetricsOk, MetricsError>> + Send;
}

/// What ends a stream of this union when its next event breaks the document.
pub(super) fn last_event<A: Api>(
    api: &A,
    request: &RequestHead,
    union: Option<&str>,
) -> Option<RawEvent> {
    match union {
        Some("NoteEvent") => {
            Event::new(None, &api.last_note_event(request)?).ok().map(Event::into_raw)
        }
        _ => None,
    }
}

/// The documented answer for a rejection, with the headers that the document demands of it.
pub(super) fn reject<A: Api>(
    api: &A,
    request: &RequestHead,
    response: &Response,
    rejection: &Rejection,
) -> Reply {
    let mut reply = match response.media {
        Some(_) => Reply::json(rejection.status, &api.api_error(request, rejection)),
        None => Reply::empty(rejection.status),
    };
    for header in response.headers {
        if header.name.eq_ignore_ascii_case("Retry-After") {
            reply = reply.with_optional("retry-after", rejection.retry_after);
        } else if header.name.eq_ignore_ascii_case("WWW-Authenticate") {
            reply = reply
                .with_optional("www-authenticate", rejection.challenge.as_ref());
        }
    }

    reply
}
