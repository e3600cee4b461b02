//! What is said to a server and what it answers: judged by the generated code's own functions, and heard over HTTP where
//! there is a server.

use super::ask::Ask;
use super::generated::document::Operation;
use super::generated::judge::{self, Verdict};

/// An answer of an application that doesn't keep to its document.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Body,
}

/// What such an answer carries.
#[derive(Debug, Clone)]
pub(crate) enum Body {
    Nothing,
    Bytes(&'static str, Vec<u8>),
    /// A stream of one event: its name and JSON.
    Event(String, String),
}

/// A server whose row of the table, and whose application's answers, the check chooses.
pub(crate) trait Wire {
    /// What is answered, as text; what differs from request to request (an id, a date) left out.
    fn heard(&self, row: &'static Operation, request: &[u8], answer: Option<&Told>) -> String;
}

/// One question that tells a mutant from what it was made of.
pub(super) enum Exchange<'a> {
    /// A request, by somebody who is known where that is asked for.
    Request(Ask),
    /// A request of which nothing but the credentials counts.
    Caller(Ask),
    /// A sound request, and what is answered to it.
    Answer(&'a Ask, Told),
}

impl Exchange<'_> {
    pub(super) fn judged(&self, row: &'static Operation) -> Verdict {
        match self {
            Exchange::Request(ask) => judge::request(row, &ask.head(row), &ask.body),
            Exchange::Caller(ask) => {
                let (status, found) = judge::credentials(row, &ask.head(row));
                (status, vec![(String::new(), found)])
            }
            Exchange::Answer(_, told) => match &told.body {
                Body::Nothing => judge::answer(row, told.status, &told.headers, None),
                Body::Bytes(media, bytes) => {
                    let body = Some((*media, bytes.clone()));
                    judge::answer(row, told.status, &told.headers, body)
                }
                Body::Event(name, json) => {
                    judge::stream(row, told.status, &told.headers, name, json)
                }
            },
        }
    }

    pub(super) fn heard(&self, wire: &dyn Wire, row: &'static Operation) -> String {
        match self {
            Exchange::Request(ask) | Exchange::Caller(ask) => wire.heard(row, &ask.raw(row), None),
            Exchange::Answer(ask, told) => wire.heard(row, &ask.raw(row), Some(told)),
        }
    }
}
