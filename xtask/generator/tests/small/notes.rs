//! An application behind the generated trait, as small as the document.

use std::net::SocketAddr;
use std::sync::Arc;

use dropshot::{ConfigDropshot, HttpServer, ServerBuilder};

use super::generated::api::*;
use super::generated::models::{
    ApiError, NewNote, Note, NoteEvent, NoteId, NotePage, NotePatch, Violation as Wire,
};

pub(crate) struct Notes;

/// A server on a free port. It stops when the test's runtime ends.
pub(crate) fn start() -> (HttpServer<Arc<Notes>>, SocketAddr) {
    serve(Notes, slog::Logger::root(slog::Discard, slog::o!()))
}

/// The same for any application, with a log.
pub(crate) fn serve<A: Api>(api: A, log: slog::Logger) -> (HttpServer<Arc<A>>, SocketAddr) {
    let config = ConfigDropshot {
        bind_address: SocketAddr::from(([127, 0, 0, 1], 0)),
        default_request_body_max_bytes: 1024,
        ..ConfigDropshot::default()
    };
    let server = ServerBuilder::new(api_description().unwrap(), Arc::new(api), log)
        .config(config)
        .start()
        .unwrap();
    let address = server.local_addr();
    (server, address)
}

pub(crate) fn note(title: &str) -> Note {
    Note {
        id: NoteId(7),
        title: title.parse().unwrap(),
        status: super::generated::models::NoteStatus::Open,
        due: None,
        created_at: chrono::DateTime::UNIX_EPOCH,
    }
}

/// One mapping for all operations: what is not documented does not compile.
fn missing<E: NotFound>(request: &RequestHead) -> E {
    E::not_found(ApiError {
        request_id: request.request_id.clone(),
        message: "there is no such note".to_owned(),
        error_code: Some("not_found".to_owned()),
        violations: Vec::new(),
    })
}

impl Api for Notes {
    type Principal = String;

    fn admit(&self, request: &RequestHead) -> Result<(), Refusal> {
        if request.headers.contains_key("x-foreign") {
            return Err(Refusal::Forbidden {
                message: "not from here".to_owned(),
            });
        }
        Ok(())
    }

    async fn authenticate(
        &self,
        _: &RequestHead,
        credentials: Credentials,
    ) -> Result<String, Refusal> {
        match credentials {
            Credentials::Bearer(token) if token.expose() == "good" => Ok("ana".to_owned()),
            Credentials::Bearer(_) => Err(Refusal::Unauthorized {
                message: "who are you".to_owned(),
                challenge: None,
            }),
        }
    }

    async fn reauthenticate(&self, principal: String) -> Result<String, Refusal> {
        match principal.as_str() {
            "ana" => Ok(principal),
            _ => Err(Refusal::Forbidden {
                message: "no longer here".to_owned(),
            }),
        }
    }

    fn api_error(&self, request: &RequestHead, rejection: &Rejection) -> ApiError {
        let wire = |v: &Violation| Wire {
            location: v.location.clone(),
            rule: v.rule.clone(),
            message: v.message.clone(),
        };
        ApiError {
            request_id: request.request_id.clone(),
            message: rejection.message.clone(),
            error_code: Some(rejection.error_code.to_owned()),
            violations: rejection.violations.iter().map(wire).collect(),
        }
    }

    fn finish(&self, request: &RequestHead, response: &mut http::Response<dropshot::Body>) {
        response
            .headers_mut()
            .insert("x-finished", request.operation_id.parse().unwrap());
    }

    async fn list_notes(
        &self,
        _: &RequestHead,
        principal: Authenticated<String>,
        params: ListNotesParams,
    ) -> Result<ListNotesOk, ListNotesError> {
        let title = format!(
            "{} {} {:?} {:?}",
            *principal, params.limit, params.page_token, params.status
        );
        Ok(ListNotesOk::Ok(NotePage {
            items: vec![note(&title)],
            next_page: None,
        }))
    }

    async fn create_note(
        &self,
        _: &RequestHead,
        _: Authenticated<String>,
        params: CreateNoteParams,
        body: NewNote,
    ) -> Result<CreateNoteOk, CreateNoteError> {
        assert_ne!(body.title.as_str(), "panic", "the handler fails");
        match params.idempotency_key {
            Some(_) => Ok(CreateNoteOk::Ok(note(&body.title))),
            None => Ok(CreateNoteOk::Created {
                location: "/notes/7".to_owned(),
                etag: "\"1\"".to_owned(),
                body: note(&body.title),
            }),
        }
    }

    async fn update_note(
        &self,
        request: &RequestHead,
        _: Authenticated<String>,
        params: UpdateNoteParams,
        body: NotePatch,
    ) -> Result<UpdateNoteOk, UpdateNoteError> {
        if *params.note_id == 404 {
            return Err(missing(request));
        }
        let due = body.due.map(|due| due.0);
        let reason = params.x_reason.map(|reason| format!(" {reason:?}"));
        Ok(UpdateNoteOk::Ok(note(&format!(
            "{due:?} {:?}{}",
            params.if_match,
            reason.unwrap_or_default()
        ))))
    }

    async fn delete_note(
        &self,
        request: &RequestHead,
        _: Authenticated<String>,
        params: DeleteNoteParams,
    ) -> Result<DeleteNoteOk, DeleteNoteError> {
        if *params.note_id == 404 {
            Err(missing(request))
        } else {
            Ok(DeleteNoteOk::NoContent)
        }
    }

    async fn note_events(
        &self,
        _: &RequestHead,
        _: Authenticated<String>,
    ) -> Result<NoteEventsOk, NoteEventsError> {
        let created = NoteEvent::Created { note: note("new") };
        let events = vec![
            Event::new(Some(1), &created).unwrap(),
            Event::encoded(Some(2), "deleted", "{\"type\":\"deleted\",\n\"note_id\":7}"),
        ];
        Ok(NoteEventsOk::Ok(EventStream::new(futures::stream::iter(
            events,
        ))))
    }

    async fn metrics(&self, _: &RequestHead) -> Result<MetricsOk, MetricsError> {
        Ok(MetricsOk::Ok("notes 1\n".to_owned()))
    }
}
