//! What generated code says of a request and of an answer by any row of its table: for tests that leave a part of it out.
//!
//! Declared inside of the generated module by the tests that use it, beside `judge_event`; never compiled otherwise.

use futures::executor::block_on;
use http::StatusCode;
use serde_json::Value;

use super::api::RequestHead;
use super::document::Operation;
use super::support::contract::faults;
use super::support::credentials::{Found, challenge, find};
use super::support::unread::Unread;
use super::support::{Input, Rejection, Reply, Violation};

/// What was decided: the status, and every violation as place and rule. Nothing is wrong where the status is 0.
pub(crate) type Verdict = (u16, Vec<(String, String)>);

pub(super) fn places(violations: Vec<Violation>) -> Vec<(String, String)> {
    let pair = |violation: Violation| (violation.location, violation.rule);
    violations.into_iter().map(pair).collect()
}

impl Input {
    /// What was read, so that a value that is read otherwise is seen.
    fn values(mut self) -> Vec<(String, String)> {
        let read = |value: Result<Value, _>| {
            let told = value.map_or_else(
                |_: Rejection| "unreadable".to_owned(),
                |value| value.to_string(),
            );
            ("value".to_owned(), told)
        };
        let mut values: Vec<_> = (0..self.parameters.len())
            .map(|at| read(self.required(at)))
            .collect();
        values.push(read(self.body()));
        values
    }
}

/// A request, judged as a handler judges it once the caller is known.
pub(crate) fn request(operation: &'static Operation, head: &RequestHead, body: &[u8]) -> Verdict {
    let body = Unread::new(body.to_vec().into());
    match block_on(Input::of_request(operation, head, body, usize::MAX)) {
        Ok(input) => (0, input.values()),
        Err(rejection) => (rejection.status.as_u16(), places(rejection.violations)),
    }
}

/// What an operation makes of a request's credentials: 401 and what would be enough, else 0, the schemes that were met,
/// and what their tokens must allow.
pub(crate) fn credentials(operation: &'static Operation, head: &RequestHead) -> (u16, String) {
    let is_optional = operation.security.iter().any(|all| all.is_empty());
    match find(head, operation) {
        Found::Shown(all) => {
            let met = all.iter().map(|shown| {
                let demands = shown.parts.iter().map(|(demand, _)| demand);
                demands
                    .map(|demand| (demand.scheme.name, demand.scopes))
                    .collect::<Vec<_>>()
            });
            (0, format!("{:?}", met.collect::<Vec<_>>()))
        }
        Found::Nothing if is_optional || operation.security.is_empty() => (0, String::new()),
        Found::Nothing | Found::Broken => (401, challenge(operation)),
    }
}

/// An answer, judged as it is before it is sent.
pub(crate) fn answer(
    operation: &'static Operation,
    status: u16,
    headers: &[(String, String)],
    body: Option<(&'static str, Vec<u8>)>,
) -> Verdict {
    judged(operation, &reply(status, headers, body))
}

/// A stream of one event, judged as both are before they are sent.
pub(crate) fn stream(
    operation: &'static Operation,
    status: u16,
    headers: &[(String, String)],
    name: &str,
    json: &str,
) -> Verdict {
    let mut reply = super::judge_event::stream(status, name, json);
    reply.headers = self::reply(status, headers, None).headers;
    let verdict = judged(operation, &reply);
    let schema = operation
        .response(status)
        .and_then(|response| response.schema);
    match schema {
        Some(schema) if verdict.0 == 0 => super::judge_event::event(schema, name, json),
        Some(_) | None => verdict,
    }
}

/// An answer as the generated code has it.
pub(crate) fn reply(
    status: u16,
    headers: &[(String, String)],
    body: Option<(&'static str, Vec<u8>)>,
) -> Reply {
    let status = StatusCode::from_u16(status).unwrap();
    let mut reply = match body {
        None => Reply::empty(status),
        Some((media, bytes)) => Reply::bytes(status, media, bytes),
    };
    for (name, value) in headers {
        let name = http::HeaderName::try_from(name).unwrap();
        reply.headers.append(name, value.parse().unwrap());
    }
    reply
}

fn judged(operation: &Operation, reply: &Reply) -> Verdict {
    let found = places(faults(operation, reply));
    (if found.is_empty() { 0 } else { 500 }, found)
}
