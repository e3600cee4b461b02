//! Answers: statuses, media types, headers, bodies, events.

use serde_json::{Value, json};

use super::Check;
use super::ask::Ask;
use super::class::Class;
use super::exchange::{Body, Exchange, Told};
use super::generated::document::{Header, Operation, Response, Schema, Status};
use super::keywords::{Use, Written};
use super::rows::{changed, leak, mutant, payloads, responses, with_payload};
use super::spec::{Content, Spec, written};
use super::written::header_text;

/// One documented answer: its row and what the document says of it.
struct Answer<'a> {
    operation: &'static Operation,
    /// The request that it answers.
    ask: &'a Ask,
    /// Which of the operation's.
    at: usize,
    row: &'static Response,
    declared: &'a Value,
    /// A status that it stands for.
    status: u16,
    label: String,
    /// One value for each header, in the row's order.
    headers: Vec<(String, String)>,
}

impl<'a> Answer<'a> {
    fn of(operation: &'static Operation, at: usize, spec: &Spec<'a>, ask: &'a Ask) -> Self {
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
            ask,
            at,
            row,
            declared,
            status,
            label: format!("{} {key}", operation.id),
            headers: { row.headers.iter() }
                .map(|header| (header.name.to_owned(), header_text(&value(header))))
                .collect(),
        }
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

    /// An operation that differs in one media type of this answer.
    fn with_payload(
        &self,
        at: usize,
        payload: Option<(&'static str, Option<&'static Schema>)>,
    ) -> &'static Operation {
        self.changed(|row| Some(with_payload(row, at, payload)))
    }

    fn told(&self, headers: &[(String, String)], body: Body) -> Exchange<'a> {
        Exchange::Answer(
            self.ask,
            Told {
                status: self.status,
                headers: headers.to_vec(),
                body,
            },
        )
    }
}

/// A value as an answer carries it.
fn body(content: &Content<'_>, value: &Value) -> Body {
    if content.media == "text/event-stream" {
        let name = value["type"].as_str().unwrap_or_default();
        return Body::Event(name.to_owned(), value.to_string());
    }
    let named: &'static str = leak(content.named());
    Body::Bytes(named, written(content.media, value))
}

impl Check<'_> {
    /// Every answer; `ask` is a request that the document admits.
    pub(super) fn answers<'a>(
        &mut self,
        operation: &'static Operation,
        spec: &Spec<'a>,
        ask: &'a Ask,
    ) {
        let declared = { spec.operation["responses"].as_object() }.map_or(0, |all| all.len());
        self.score.sound(
            || format!("{}: not every answer is in the table", operation.id),
            declared == operation.responses.len(),
        );
        for at in 0..operation.responses.len() {
            self.answer(spec, &Answer::of(operation, at, spec, ask));
        }
    }

    fn answer<'a>(&mut self, spec: &Spec<'a>, answer: &Answer<'a>) {
        let label = || answer.label.clone();
        let declared = { answer.declared["headers"].as_object() }.map_or(0, |all| all.len());
        self.score.sound(
            || format!("{}: not every header is in the table", answer.label),
            declared == answer.headers.len(),
        );
        let contents = spec.payloads(answer.declared);
        let rows = payloads(answer.row);
        let names = contents.iter().map(|content| content.media);
        self.score.sound(
            || format!("{}: not every media type is in the table", answer.label),
            rows.iter().map(|(media, _)| *media).eq(names),
        );
        let plain = |content: &Content<'a>| {
            let value = match content.schema {
                Value::Null => json!("x"),
                schema => spec.oracle.valid(schema, &[]),
            };
            body(content, &value)
        };
        let first = || contents.first().map_or(Body::Nothing, plain);
        let whole = || answer.told(&answer.headers, first());
        let verdict = whole().judged(answer.operation);
        self.score.sound(
            || format!("{}: a sound answer is refused: {verdict:?}", answer.label),
            verdict.0 == 0,
        );
        let gone = answer.changed(|_| None);
        // A document that may leave out statuses lets them pass, but as they are then.
        let wrong = Body::Bytes("x/other", b"x".to_vec());
        let told = [whole(), answer.told(&answer.headers, wrong)];
        self.count(Class::Status, label, &told, answer.operation, gone);
        for (place, header) in answer.row.headers.iter().enumerate() {
            self.header(spec, answer, place, header, &first());
        }
        for (at, (content, (media, schema))) in contents.iter().zip(rows).enumerate() {
            let (class, another) = match at {
                0 => (Class::AnswerMedia, Some(("x/other", schema))),
                _ => (Class::AnswerOtherMedia, None),
            };
            self.count(
                class,
                || format!("{} {media}", answer.label),
                &[answer.told(&answer.headers, plain(content))],
                answer.operation,
                answer.with_payload(at, another),
            );
            let (Some(schema), false) = (schema, content.schema.is_null()) else {
                continue;
            };
            let (class, root) = match content.media {
                "text/event-stream" => (Class::EventKeyword, "/event"),
                _ => (Class::AnswerKeyword, "/body"),
            };
            let is_json = class == Class::EventKeyword || content.media.ends_with("json");
            let place = Use {
                class,
                home: &format!("{} {media}", answer.label),
                root,
                schema: content.schema,
                written: if is_json {
                    Written::Json
                } else {
                    Written::Text
                },
            };
            self.schema(spec.oracle, &place, &|value, site| {
                let row = match site {
                    None => answer.operation,
                    Some(site) => {
                        answer.with_payload(at, Some((media, Some(mutant(schema, site)))))
                    }
                };
                Some((answer.told(&answer.headers, body(content, value)), row))
            });
        }
    }

    fn header<'a>(
        &mut self,
        spec: &Spec<'a>,
        answer: &Answer<'a>,
        place: usize,
        header: &'static Header,
        body: &Body,
    ) {
        let operation = answer.operation;
        let declared = spec.header(answer.declared, header);
        let label = || format!("{}: {}", answer.label, header.name);
        self.count(
            Class::AnswerHeader,
            label,
            &[answer.told(&answer.headers, body.clone())],
            operation,
            answer.with_header(place, |_| None),
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
            self.count(
                Class::AnswerHeaderRequired,
                label,
                &[answer.told(&short, body.clone())],
                operation,
                optional,
            );
        }
        let at = Use {
            class: Class::AnswerHeaderKeyword,
            home: &answer.label,
            root: &format!("/header/{}", header.name),
            schema: &declared["schema"],
            written: Written::Text,
        };
        self.schema(spec.oracle, &at, &|value, site| {
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
            Some((answer.told(&spoilt, body.clone()), row))
        });
    }
}
