//! An application that breaks the document in every way that its types leave open, and what is sent instead.

use std::fmt;
use std::sync::{Arc, Mutex};

use serde_json::Value;

use super::client_http::{Answer, send};
use super::generated::api::*;
use super::generated::models::{
    ApiError, NewNote, Note, NoteEvent, NoteId, NotePage, NotePatch, Violation as Wire,
};
use super::notes::{note, serve};

/// How the application breaks the document.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Fault {
    None,
    /// A bound that the type doesn't hold.
    Body,
    /// A required header that no header can hold.
    Header,
    /// A refusal that the operation doesn't document.
    Status,
    /// An answer, and an error in its place, that both break it.
    Everything,
    /// An event that isn't what the union says.
    Event(&'static str),
}

struct Wrong {
    fault: Fault,
    /// Whether the union's own event ends a broken stream.
    says_so: bool,
    validates: bool,
}

#[rustfmt::skip]
impl Api for Wrong {
    type Principal = ();

    fn admit(&self, _: &RequestHead) -> Result<(), Refusal> {
        Ok(())
    }

    async fn authenticate(&self, _: &RequestHead, _: Credentials) -> Result<(), Refusal> {
        match self.fault {
            Fault::Status => Err(Refusal::Unavailable { message: "later".to_owned(), retry_after: 1 }),
            _ => Ok(()),
        }
    }

    fn api_error(&self, request: &RequestHead, rejection: &Rejection) -> ApiError {
        let wire = || Wire { location: String::new(), rule: String::new(), message: String::new() };
        ApiError {
            request_id: request.request_id.clone(),
            message: rejection.message.clone(),
            error_code: Some(rejection.error_code.to_owned()),
            violations: if self.fault == Fault::Everything { (0..51).map(|_| wire()).collect() } else { Vec::new() },
        }
    }

    fn validates_answers(&self) -> bool {
        self.validates
    }

    fn last_note_event(&self, _: &RequestHead) -> Option<NoteEvent> {
        self.says_so.then_some(NoteEvent::Deleted { note_id: NoteId(1) })
    }

    fn finish(&self, _: &RequestHead, _: &mut http::Response<dropshot::Body>) {}

    async fn list_notes(&self, _: &RequestHead, _: Authenticated<()>, _: ListNotesParams) -> Result<ListNotesOk, ListNotesError> {
        let good = note("secret");
        let items = match self.fault {
            Fault::Body | Fault::Everything => vec![good.clone(), Note { id: NoteId(-1), ..good }],
            _ => vec![good],
        };
        Ok(ListNotesOk::Ok(NotePage { items, next_page: None }))
    }

    async fn create_note(&self, _: &RequestHead, _: Authenticated<()>, _: CreateNoteParams, _: NewNote) -> Result<CreateNoteOk, CreateNoteError> {
        let location = if self.fault == Fault::Header { "/notes/7\nx: y" } else { "/notes/7" };
        Ok(CreateNoteOk::Created { location: location.to_owned(), etag: "\"1\"".to_owned(), body: note("x") })
    }

    async fn update_note(&self, _: &RequestHead, _: Authenticated<()>, _: UpdateNoteParams, _: NotePatch) -> Result<UpdateNoteOk, UpdateNoteError> {
        Ok(UpdateNoteOk::Ok(note("x")))
    }

    async fn delete_note(&self, _: &RequestHead, _: Authenticated<()>, _: DeleteNoteParams) -> Result<DeleteNoteOk, DeleteNoteError> {
        Ok(DeleteNoteOk::NoContent)
    }

    async fn note_events(&self, _: &RequestHead, _: Authenticated<()>) -> Result<NoteEventsOk, NoteEventsError> {
        let good = |id| Event::new(Some(id), &NoteEvent::Deleted { note_id: NoteId(4) }).unwrap();
        let second = match self.fault {
            Fault::Event(json) => Event::encoded(Some(2), "deleted", json),
            _ => good(2),
        };
        let events = [good(1), second, good(3)];
        Ok(NoteEventsOk::Ok(EventStream::new(futures::stream::iter(events))))
    }

    async fn metrics(&self, _: &RequestHead) -> Result<MetricsOk, MetricsError> {
        Ok(MetricsOk::Ok("notes 1\n".to_owned()))
    }
}

/// A log that is kept.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<String>>>);

struct Line<'a>(&'a mut String);

impl slog::Serializer for Line<'_> {
    fn emit_arguments(&mut self, key: slog::Key, value: &fmt::Arguments<'_>) -> slog::Result {
        if key != "request_id" {
            *self.0 += &format!(" {key}={value}");
        }
        Ok(())
    }
}

impl slog::Drain for Kept {
    type Ok = ();
    type Err = slog::Never;

    fn log(
        &self,
        record: &slog::Record<'_>,
        values: &slog::OwnedKVList,
    ) -> Result<(), slog::Never> {
        if record.level() == slog::Level::Error {
            let mut line = record.msg().to_string();
            slog::KV::serialize(&record.kv(), record, &mut Line(&mut line)).unwrap();
            let mut context = String::new();
            slog::KV::serialize(values, record, &mut Line(&mut context)).unwrap();
            self.0.lock().unwrap().push(line);
        }
        Ok(())
    }
}

/// What is answered, and what is logged as an error.
async fn ask(api: Wrong, head: &str, body: &str) -> (Answer, Vec<String>) {
    let kept = Kept::default();
    let (_server, address) = serve(api, slog::Logger::root(kept.clone(), slog::o!()));
    let head = format!("{head}\nauthorization: Bearer good");
    let answer = send(address, &head, body.as_bytes()).await;
    let lines = kept.0.lock().unwrap().clone();
    (answer, lines)
}

async fn check(fault: Fault, head: &str, body: &str, status: u16, log: &[&str]) -> Answer {
    let api = Wrong {
        fault,
        says_so: false,
        validates: true,
    };
    let (answer, lines) = ask(api, head, body).await;
    assert_eq!(
        (answer.status, lines.as_slice()),
        (
            status,
            &log.iter()
                .map(|line| (*line).to_owned())
                .collect::<Vec<_>>()[..]
        ),
        "{answer:?}"
    );
    answer
}

const CREATE: &str = "POST /notes\ncontent-type: application/json";
const TITLE: &str = r#"{"title":"x"}"#;

#[tokio::test]
async fn what_keeps_to_the_document_is_sent() {
    let page = check(Fault::None, "GET /notes", "", 200, &[]).await;
    assert_eq!(page.json()["items"][0]["id"], 7);
    check(Fault::None, CREATE, TITLE, 201, &[]).await;
    check(Fault::None, "DELETE /notes/1", "", 204, &[]).await;
    check(Fault::None, "GET /metrics", "", 200, &[]).await;
    let stream = check(Fault::None, "GET /events", "", 200, &[]).await;
    assert_eq!(stream.body.matches("event: deleted").count(), 3);
}

#[tokio::test]
async fn a_wrong_body_is_500_and_named_in_the_log() {
    let log = "an answer breaks the document faults=/body/items/1/id must be at least 1 (minimum) status=200 operation=list_notes";
    let answer = check(Fault::Body, "GET /notes", "", 500, &[log]).await;
    assert_eq!(answer.json()["error_code"], "internal");
    assert!(!answer.body.contains("secret"), "{answer:?}");
}

#[tokio::test]
async fn a_missing_header_is_500() {
    let log = "an answer breaks the document faults=/header/Location is required (required) status=201 operation=create_note";
    check(Fault::Header, CREATE, TITLE, 500, &[log]).await;
}

#[tokio::test]
async fn an_undocumented_status_is_500() {
    let log = "undocumented rejection status=503";
    let answer = check(Fault::Status, "GET /notes", "", 500, &[log]).await;
    assert_eq!(answer.json()["error_code"], "internal");
}

#[tokio::test]
async fn where_even_the_500_is_wrong_nothing_is_said() {
    let log = "an answer breaks the document faults=/body/items/1/id must be at least 1 (minimum) status=200 operation=list_notes";
    let answer = check(Fault::Everything, "GET /notes", "", 500, &[log]).await;
    assert_eq!(
        (answer.body.as_str(), answer.header("content-type")),
        ("", None)
    );
}

#[tokio::test]
async fn a_wrong_event_ends_its_stream() {
    for (json, place) in [
        (
            r#"{"type":"deleted","note_id":0}"#,
            "/event/note_id must be at least 1 (minimum)",
        ),
        (
            r#"{"type":"deleted"}"#,
            "/event/note_id is required (required)",
        ),
        (
            r#"{"type":"lost","note_id":1}"#,
            "/event must fit one of the alternatives (oneOf); /event/type must be the name of the event (const)",
        ),
        (r#"{"type":"deleted","#, "/event must be JSON (type)"),
    ] {
        let log = format!("an event breaks the document faults={place} id=2");
        let wrong = |says_so| Wrong {
            fault: Fault::Event(json),
            says_so,
            validates: true,
        };
        let (told, lines) = ask(wrong(true), "GET /events", "").await;
        assert_eq!(lines, [log.as_str()]);
        let first = "id: 1\nevent: deleted\ndata: {\"type\":\"deleted\",\"note_id\":4}\n\n";
        let last = "event: deleted\ndata: {\"type\":\"deleted\",\"note_id\":1}\n\n";
        assert_eq!(told.body, format!("{first}{last}"));
        assert!(told.ended_well, "the union's own event ends it");

        let (broken, lines) = ask(wrong(false), "GET /events", "").await;
        assert_eq!(lines, [log.as_str()]);
        assert_eq!(broken.body, first);
        assert!(!broken.ended_well, "nobody takes this for the end");
    }
}

#[tokio::test]
async fn without_the_switch_everything_is_sent() {
    let wrong = |fault| Wrong {
        fault,
        says_so: false,
        validates: false,
    };
    let (page, lines) = ask(wrong(Fault::Body), "GET /notes", "").await;
    assert_eq!(
        (page.status, &page.json()["items"][1]["id"]),
        (200, &Value::from(-1))
    );
    assert!(lines.is_empty(), "{lines:?}");
    let (stream, lines) = ask(wrong(Fault::Event("{}")), "GET /events", "").await;
    assert_eq!(stream.body.matches("event: deleted").count(), 3);
    assert!(lines.is_empty(), "{lines:?}");
}
