//! Answers and events, held against the document before they are sent.
//!
//! A handler's types leave little to get wrong: a bound that Rust has no type for, a header that no header can hold, an
//! event stored under older rules. What is found is named by place and rule, never by value.

use http::StatusCode;
use serde_json::Value;

use super::answer::{Reply, ReplyBody};
//# if events
use super::events::RawEvent;
//# end
use super::json;
use super::media::{is_in, is_json, is_text};
use super::rejection::{MAX_VIOLATIONS, Violation, sort};
//# if events
use super::schema::Schema;
//# end
use super::schema::Text;
use super::table::{Header, Operation};
use super::validate::{validate, violation};

//# if events
/// What is sent in place of an event that breaks the document, and what events are held against.
pub(super) struct Guard {
    pub(super) schema: &'static Schema,
    pub(super) last: Option<RawEvent>,
    pub(super) log: slog::Logger,
}

//# end
/// Everything in which an answer differs from what the document says of its status; events are looked at as they come.
pub(crate) fn faults(operation: &Operation, reply: &Reply) -> Vec<Violation> {
    let mut found = Vec::new();
    let Some(response) = operation.response(reply.status.as_u16()) else {
        //# if silent
        if operation.silent {
            // Where the document says nothing at all, nothing can break it.
            return found;
        }
        //# end
        let message = format!("{} is not documented here", reply.status.as_u16());
        return vec![violation("", "status", "responses", &message)];
    };
    for header in response.headers {
        header_faults(header, reply, &mut found);
    }
    for name in reply.headers.keys() {
        if !(response.headers.iter()).any(|known| known.name.eq_ignore_ascii_case(name.as_str())) {
            let message = "is not documented here";
            found.push(violation("/header", name.as_str(), "responses", message));
        }
    }
    let media = match &reply.body {
        ReplyBody::Empty => None,
        ReplyBody::Bytes(media, _) => Some(*media),
        //# if events
        ReplyBody::Events(_) => Some("text/event-stream"),
        //# end
        //# if any
        ReplyBody::Any(body) => Some(body.media.to_str().unwrap_or_default()),
        //# end
        //# if upgrade
        ReplyBody::Upgraded(_) => response.media,
        //# end
    };
    //# if negotiated
    let response = response.of(media);
    //# end
    let is_documented = match (media, response.media) {
        (Some(media), Some(range)) => is_in(range, media),
        (media, range) => media == range,
    };
    if !is_documented {
        let message = match response.media {
            Some(media) => format!("must be {media}"),
            None => "must not be there: the answer has no body".to_owned(),
        };
        found.push(violation("/header", "Content-Type", "content", &message));
    } else if let (ReplyBody::Bytes(media, bytes), Some(schema)) = (&reply.body, response.schema) {
        let value = if is_json(media) {
            json::parse(bytes).map(Some).map_err(|_| "must be JSON")
        } else if is_text(media) {
            let text = std::str::from_utf8(bytes).map(Value::from);
            text.map(Some).map_err(|_| "must be UTF-8")
        } else {
            // No schema says more of bytes.
            Ok(None)
        };
        match value {
            Ok(Some(value)) => {
                //# if one_way
                let compiled = schema.answered();
                validate(compiled, &value, || "/body".to_owned(), &mut found);
                //# else
                //= validate(schema.compiled(), &value, || "/body".to_owned(), &mut found);
                //# end
            }
            Ok(None) => {}
            Err(message) => found.push(violation("", "body", "type", message)),
        }
    }
    sort(&mut found);
    found
}

fn header_faults(header: &Header, reply: &Reply, found: &mut Vec<Violation>) {
    let values = reply.headers.get_all(header.name).iter();
    let texts: Vec<&str> = values
        .map(|value| value.to_str().unwrap_or_default())
        .collect();
    match texts.as_slice() {
        [first, ..] => {
            let compiled = header.schema.compiled();
            let value = match &compiled.text {
                Text::List(item) => {
                    let items = texts.iter().flat_map(|text| text.split(','));
                    items.map(|text| item.read(text.trim())).collect()
                }
                _ => compiled.read(first),
            };
            let place = || violation("/header", header.name, "", "").location;
            validate(compiled, &value, place, found);
        }
        [] if header.required => {
            found.push(violation("/header", header.name, "required", "is required"));
        }
        [] => {}
    }
}

//# if events
impl Guard {
    /// Whether an event may be sent; if not, the log says why.
    pub(super) fn passes(&self, event: &RawEvent) -> bool {
        let found = event_faults(self.schema, event);
        if !found.is_empty() {
            slog::error!(self.log, "an event breaks the document"; "id" => event.id, "faults" => listed(&found));
        }
        found.is_empty()
    }
}

/// Everything in which an event differs from what the document says of its union.
pub(crate) fn event_faults(schema: &Schema, event: &RawEvent) -> Vec<Violation> {
    let mut found = Vec::new();
    match json::parse(event.json.as_bytes()) {
        Ok(value) => {
            let place = || "/event".to_owned();
            //# if one_way
            validate(schema.answered(), &value, place, &mut found);
            //# else
            //= validate(schema.compiled(), &value, place, &mut found);
            //# end
            if value.get("type").and_then(Value::as_str) != Some(&*event.name) {
                let message = "must be the name of the event";
                found.push(violation("/event", "type", "const", message));
            }
        }
        Err(_) => found.push(violation("", "event", "type", "must be JSON")),
    }
    sort(&mut found);
    found
}

//# end
/// Says in the log what is wrong with an answer, and gives the status that is sent in its place.
pub(super) fn report(
    log: &slog::Logger,
    request_id: &str,
    operation: &Operation,
    status: StatusCode,
    found: &[Violation],
) {
    slog::error!(log, "an answer breaks the document";
        "request_id" => request_id,
        "operation" => operation.id,
        "status" => status.as_u16(),
        "faults" => listed(found));
}

fn listed(found: &[Violation]) -> String {
    let line = |v: &Violation| format!("{} {} ({})", v.location, v.message, v.rule);
    found
        .iter()
        .take(MAX_VIOLATIONS)
        .map(line)
        .collect::<Vec<_>>()
        .join("; ")
}
