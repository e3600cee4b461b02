//! Answers: statuses, headers, bodies, events.

use serde_json::{Value, json};

use super::Check;
use super::generated::document::{Header, Operation, Response, Status};
use super::generated::judge::{self, Verdict};
use super::rows::{changed, mutant, responses};
use super::spec::{Spec, written};
use super::written::header_text;

/// One documented answer: its row and what the document says of it.
struct Answer<'a> {
    operation: &'static Operation,
    /// Which of the operation's.
    at: usize,
    row: &'static Response,
    declared: &'a Value,
    /// A status that it stands for.
    status: u16,
    label: String,
    /// One value for each header, in the row's order.
    headers: Vec<(String, String)>,
    /// The schema of the body, or of the stream's events.
    schema: Option<&'a Value>,
}

impl<'a> Answer<'a> {
    fn of(operation: &'static Operation, at: usize, spec: &Spec<'a>) -> Self {
        let row = &operation.responses[at];
        let (key, status) = match row.status {
            Status::Code(code) => (code.to_string(), code),
            Status::Range(hundred) => (format!("{hundred}XX"), hundred * 100 + 18),
            Status::Default => ("default".to_owned(), 599),
        };
        let declared = spec.response(&key);
        let value = |header: &Header| {
            spec.oracle
                .valid(&spec.header(declared, header)["schema"], &[])
        };
        Self {
            operation,
            at,
            row,
            declared,
            status,
            label: format!("{} {key}", operation.id),
            headers: { row.headers.iter() }
                .map(|header| (header.name.to_owned(), header_text(&value(header))))
                .collect(),
            schema: { row.media }
                .map(|media| &declared["content"][media]["schema"])
                .filter(|schema| !schema.is_null()),
        }
    }

    /// A stream's body is its events.
    fn is_stream(&self) -> bool {
        self.row.media == Some("text/event-stream")
    }

    fn media(&self) -> Option<&'static str> {
        self.row.media.filter(|_| !self.is_stream())
    }

    /// An operation that differs in this answer.
    fn changed(&self, change: impl FnOnce(Response) -> Option<Response>) -> &'static Operation {
        responses(self.operation, self.at, change)
    }

    /// An operation that differs in one header of this answer.
    fn with_header(
        &self,
        place: usize,
        change: impl FnOnce(Header) -> Option<Header>,
    ) -> &'static Operation {
        self.changed(|row| {
            Some(Response {
                headers: changed(row.headers, place, |header| Header { ..*header }, change),
                ..row
            })
        })
    }

    fn judged(
        &self,
        operation: &'static Operation,
        headers: &[(String, String)],
        body: &Value,
    ) -> Verdict {
        let body = self.media().map(|media| (media, written(media, body)));
        judge::answer(operation, self.status, headers, body)
    }
}

impl Check {
    pub(super) fn answers<'a>(&mut self, operation: &'static Operation, spec: &Spec<'a>) {
        let declared = { spec.operation["responses"].as_object() }.map_or(0, |all| all.len());
        self.score.sound(
            || format!("{}: not every answer is in the table", operation.id),
            declared == operation.responses.len(),
        );
        for at in 0..operation.responses.len() {
            let answer = Answer::of(operation, at, spec);
            let declared = { answer.declared["headers"].as_object() }.map_or(0, |all| all.len());
            self.score.sound(
                || format!("{}: not every header is in the table", answer.label),
                declared == answer.headers.len(),
            );
            let body =
                { answer.schema }.map_or(json!("x"), |schema| spec.oracle.valid(schema, &[]));
            let verdict = answer.judged(operation, &answer.headers, &body);
            if !answer.is_stream() {
                self.score.sound(
                    || format!("{}: a sound answer is refused: {verdict:?}", answer.label),
                    verdict.0 == 0,
                );
                let gone = answer.changed(|_| None);
                self.score.count(
                    || answer.label.clone(),
                    answer.judged(gone, &answer.headers, &body) != verdict,
                );
            }
            for (place, header) in answer.row.headers.iter().enumerate() {
                self.header(spec, &answer, place, header, &body);
            }
            self.payload(spec, &answer);
        }
    }

    fn header<'a>(
        &mut self,
        spec: &Spec<'a>,
        answer: &Answer<'a>,
        place: usize,
        header: &'static Header,
        body: &Value,
    ) {
        let operation = answer.operation;
        let declared = spec.header(answer.declared, header);
        let verdict = answer.judged(operation, &answer.headers, body);
        let undeclared = answer.with_header(place, |_| None);
        self.score.count(
            || format!("{}: {}", answer.label, header.name),
            answer.judged(undeclared, &answer.headers, body) != verdict,
        );
        if declared["required"] == true {
            let mut short = answer.headers.clone();
            short.remove(place);
            let optional = answer.with_header(place, |header| {
                Some(Header {
                    required: false,
                    ..header
                })
            });
            let refused = answer.judged(operation, &short, body);
            self.score.count(
                || format!("{}: {} is required", answer.label, header.name),
                refused != verdict && answer.judged(optional, &short, body) != refused,
            );
        }
        let root = format!("/header/{}", header.name);
        self.schema(
            spec.oracle,
            &declared["schema"],
            &root,
            true,
            &|value, site| {
                let mut spoilt = answer.headers.clone();
                spoilt[place].1 = header_text(value);
                http::HeaderValue::from_bytes(spoilt[place].1.as_bytes()).ok()?;
                let row = match site {
                    None => operation,
                    Some(site) => answer.with_header(place, |header| {
                        Some(Header {
                            schema: mutant(header.schema, site),
                            ..header
                        })
                    }),
                };
                Some(answer.judged(row, &spoilt, body))
            },
        );
    }

    /// The body's schema, or that of a stream's events.
    fn payload<'a>(&mut self, spec: &Spec<'a>, answer: &Answer<'a>) {
        let (Some(declared), Some(schema)) = (answer.row.schema, answer.schema) else {
            return;
        };
        let root = if answer.is_stream() {
            "/event"
        } else {
            "/body"
        };
        let is_text = { answer.media() }.is_some_and(|media| !media.ends_with("json"));
        self.schema(spec.oracle, schema, root, is_text, &|value, site| {
            let schema = site.map_or(declared, |site| mutant(declared, site));
            if answer.is_stream() {
                let name = value["type"].as_str().unwrap_or_default();
                return Some(judge::event(schema, name, &value.to_string()));
            }
            let row = match site {
                None => answer.operation,
                Some(_) => answer.changed(|row| {
                    Some(Response {
                        schema: Some(schema),
                        ..row
                    })
                }),
            };
            Some(answer.judged(row, &answer.headers, value))
        });
    }
}
