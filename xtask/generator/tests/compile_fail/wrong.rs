//! Applications that break the document, and so don't compile: each comment with a tilde names the error that its line must cause.
//!
//! Compiled by `tests/compile_fail.rs` only.

#![expect(
    dead_code,
    unused_imports,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "only the errors matter"
)]

#[path = "../small"]
mod small {
    pub mod generated;
}

use small::generated::api::*;
use small::generated::models::{ApiError, NewNote, Note, NoteEvent, NotePage, NotePatch};
use small::generated::tools;

/// 409 is not documented for this operation: there is no such variant.
fn undeclared_status(body: ApiError) -> DeleteNoteError {
    DeleteNoteError::Conflict(body) //~ E0599
}

/// Nor can a mapping of errors that is shared by all operations sneak it in.
fn undeclared_status_by_trait(body: ApiError) -> DeleteNoteError {
    Conflict::conflict(body) //~ E0277
}

/// 201 of this operation has two required headers.
fn missing_header(body: Note) -> CreateNoteOk {
    let location = "/notes/7".to_owned();
    CreateNoteOk::Created { location, body } //~ E0063
}

/// A required header is no `Option`.
fn optional_header(body: Note, location: Option<String>) -> CreateNoteOk {
    let etag = "\"1\"".to_owned();
    CreateNoteOk::Created {
        location, //~ E0308
        etag,
        body,
    }
}

/// The operation doesn't document this header.
fn undeclared_header(body: ApiError) -> CreateNoteError {
    CreateNoteError::Forbidden {
        retry_after: 1, //~ E0559
        body,           //~ E0559
    }
}

fn body_of_another_type(body: Note) -> ListNotesOk {
    ListNotesOk::Ok(body) //~ E0308
}

/// 204 has no body.
fn body_where_there_is_none(body: Note) -> DeleteNoteOk {
    DeleteNoteOk::NoContent(body) //~ E0618
}

fn event_of_another_union(events: EventStream<Note>) -> NoteEventsOk {
    NoteEventsOk::Ok(events) //~ E0308
}

/// A tool call needs the proof, not just the name.
async fn tool_without_proof(api: &Careless, head: &RequestHead, log: &slog::Logger) {
    let owner = "ana".to_owned();
    tools::call(api, head, owner, "list_notes", serde_json::Value::Null, log).await; //~ E0308
}

/// A secured method can't be called without the proof either.
async fn method_without_proof(api: &Careless, head: &RequestHead) {
    let owner = "ana".to_owned();
    let _ = api.note_events(head, owner).await; //~ E0308
}

/// The proof can't be made of what it proves.
fn forged_proof(owner: String) -> Authenticated<String> {
    owner.into() //~ E0277
}

struct Careless;

impl Api for Careless {
    type Principal = String;

    fn admit(&self, _: &RequestHead) -> Result<(), Refusal> {
        Ok(())
    }

    async fn authenticate(&self, _: &RequestHead, _: Credentials) -> Result<String, Refusal> {
        Ok("ana".to_owned())
    }

    fn api_error(&self, _: &RequestHead, _: &Rejection) -> ApiError {
        panic!("only compiled")
    }

    fn finish(&self, _: &RequestHead, _: &mut http::Response<dropshot::Body>) {}

    async fn list_notes(
        &self,
        _: &RequestHead,
        _: Authenticated<String>,
        _: ListNotesParams,
    ) -> Result<ListNotesOk, ListNotesError> {
        panic!("only compiled")
    }

    async fn create_note(
        &self,
        _: &RequestHead,
        _: Authenticated<String>,
        _: CreateNoteParams,
        _: NewNote,
    ) -> Result<CreateNoteOk, CreateNoteError> {
        panic!("only compiled")
    }

    async fn update_note(
        &self,
        _: &RequestHead,
        _: Authenticated<String>,
        _: UpdateNoteParams,
        _: NotePatch,
    ) -> Result<UpdateNoteOk, UpdateNoteError> {
        panic!("only compiled")
    }

    /// Skips authentication: takes the caller's word for who they are.
    async fn delete_note(
        &self,
        _: &RequestHead,
        _: String, //~ E0053
        _: DeleteNoteParams,
    ) -> Result<DeleteNoteOk, DeleteNoteError> {
        panic!("only compiled")
    }

    /// Skips authentication: asks nobody.
    async fn note_events(
        &self, //~ E0050
        _: &RequestHead,
    ) -> Result<NoteEventsOk, NoteEventsError> {
        panic!("only compiled")
    }

    async fn metrics(&self, _: &RequestHead) -> Result<MetricsOk, MetricsError> {
        panic!("only compiled")
    }
}
