//! Request bodies: media types, presence, size, encoding and schema.

use serde_json::Value;

use super::Check;
use super::ask::Ask;
use super::class::Class;
use super::exchange::Exchange;
use super::forms;
use super::generated::document::{Operation, RequestBody};
use super::generated::judge_fields::with_encoding;
use super::keywords::{Use, Written};
use super::rows::{bodies, mutant, with_bodies, with_body};
use super::spec::{Content, Spec};

impl Check<'_> {
    pub(super) fn body<'a>(&mut self, operation: &'static Operation, spec: &Spec<'a>, ask: &Ask) {
        let Some(declared) = spec.body() else {
            return;
        };
        let id = operation.id;
        let (rows, contents) = (bodies(operation), spec.contents());
        let media = |row: &&RequestBody| row.media;
        let names = contents.iter().map(|content| content.media);
        self.score.sound(
            || format!("{id}: not every media type of the body is in the table"),
            rows.iter().map(media).eq(names),
        );
        if declared["required"] == true {
            let mut short = ask.clone();
            short.leave_out_body();
            let optional = with_bodies(operation, |body| RequestBody {
                required: false,
                ..body
            });
            self.count(
                Class::BodyRequired,
                || id.to_owned(),
                &[Exchange::Request(short)],
                operation,
                optional,
            );
        }
        if let Some(limit) = declared["x-max-body-bytes"].as_u64() {
            let limit = usize::try_from(limit).unwrap();
            let mut long = ask.clone();
            long.body.resize(limit + 1, b' ');
            let unlimited = with_bodies(operation, |body| RequestBody {
                max_bytes: None,
                ..body
            });
            self.count(
                Class::BodyLimit,
                || id.to_owned(),
                &[Exchange::Request(long)],
                operation,
                unlimited,
            );
        }
        for (at, content) in contents.iter().enumerate() {
            self.content(operation, spec, ask, at, content);
        }
    }

    /// What a body is of one media type.
    fn content<'a>(
        &mut self,
        operation: &'static Operation,
        spec: &Spec<'a>,
        ask: &Ask,
        at: usize,
        content: &Content<'a>,
    ) {
        let id = operation.id;
        let with = |value: &Value| {
            let mut changed = ask.clone();
            changed.send(content.named(), content.body(value)?);
            Some(changed)
        };
        let plain = spec.oracle.valid(content.schema, &[]);
        let whole = with(&plain).unwrap();
        let sound = Exchange::Request(whole).judged(operation);
        self.score.sound(
            || format!("{id}: a sound {} is refused: {sound:?}", content.media),
            sound.0 == 0,
        );
        let (class, another) = match at {
            0 => (
                Class::BodyMedia,
                with_body(operation, at, |body| {
                    Some(RequestBody {
                        media: "x/other",
                        ..body
                    })
                }),
            ),
            _ => (Class::BodyOtherMedia, with_body(operation, at, |_| None)),
        };
        self.count(
            class,
            || format!("{id}: {}", content.media),
            &[Exchange::Request(with(&plain).unwrap())],
            operation,
            another,
        );
        self.encoding(operation, spec, ask, at, content);
        self.defaults(operation, spec, ask, at, content);
        let json = content.json_fields(spec.oracle);
        let is_form = content.is_form();
        let place = Use {
            class: if is_form {
                Class::FieldKeyword
            } else {
                Class::BodyKeyword
            },
            home: &format!("{id} {}", content.media),
            root: "/body",
            schema: content.schema,
            written: if is_form {
                Written::Form(&json)
            } else if content.media.ends_with("json") {
                Written::Json
            } else {
                Written::Text
            },
        };
        self.schema(spec.oracle, &place, &|value, site| {
            let row = match site {
                None => operation,
                Some(site) => with_body(operation, at, |body| {
                    Some(RequestBody {
                        schema: mutant(body.schema, site),
                        ..body
                    })
                }),
            };
            Some((Exchange::Request(with(value)?), row))
        });
    }

    /// What a part is that was left out. Elsewhere that is the affair of the type that the body becomes.
    fn defaults<'a>(
        &mut self,
        operation: &'static Operation,
        spec: &Spec<'a>,
        ask: &Ask,
        at: usize,
        content: &Content<'a>,
    ) {
        let fields = spec.oracle.resolved(content.schema)["properties"].as_object();
        let is_parts = content.media == "multipart/form-data";
        let fields = fields.filter(|_| is_parts).into_iter().flatten();
        for (field, schema) in fields {
            let Some(mut site) = spec.default(schema) else {
                continue;
            };
            let mut steps: Vec<String> = Vec::new();
            steps.extend(content.schema["$ref"].as_str().map(str::to_owned));
            steps.extend(["properties".to_owned(), field.clone()]);
            steps.append(&mut site.steps);
            site.steps = steps;
            let mut value = spec.oracle.valid(content.schema, &[]);
            if let Some(members) = value.as_object_mut() {
                members.shift_remove(field);
            }
            let mut asked = ask.clone();
            asked.send(content.named(), content.body(&value).unwrap());
            let without = with_body(operation, at, |body| {
                Some(RequestBody {
                    schema: mutant(body.schema, &site),
                    ..body
                })
            });
            self.count(
                Class::FieldKeyword,
                || format!("{}: default of {field}", operation.id),
                &[Exchange::Request(asked)],
                operation,
                without,
            );
        }
    }

    /// How the fields of a form are written.
    fn encoding<'a>(
        &mut self,
        operation: &'static Operation,
        spec: &Spec<'a>,
        ask: &Ask,
        at: usize,
        content: &Content<'a>,
    ) {
        let mut value = spec.oracle.valid(content.schema, &[]);
        // One item says nothing of what stands between two.
        for member in value
            .as_object_mut()
            .into_iter()
            .flat_map(|all| all.values_mut())
        {
            if let Value::Array(items) = member
                && let [one] = items.as_slice()
            {
                *items = vec![one.clone(), one.clone()];
            }
        }
        for (field, encoding) in content.encoding() {
            let asked = |media: Option<&str>| {
                let mut changed = ask.clone();
                let other = media.map(|media| (field, media));
                let body = forms::body(content.media, content.declared, &value, other).unwrap();
                changed.send(content.named(), body);
                Exchange::Request(changed)
            };
            let style = encoding["style"].as_str();
            let mutants = [
                (
                    Class::FieldMedia,
                    "contentType",
                    encoding.get("contentType").is_none(),
                ),
                (
                    Class::FieldStyle,
                    "style",
                    style.is_none_or(|style| style == "form"),
                ),
                // The usual; and members of an object in brackets stand apart anyway.
                (
                    Class::FieldExplode,
                    "explode",
                    encoding["explode"] != false || style == Some("deepObject"),
                ),
            ];
            for (class, keyword, is_idle) in mutants {
                if is_idle {
                    continue;
                }
                let without = with_body(operation, at, |body| {
                    Some(with_encoding(body, field, keyword))
                });
                self.count(
                    class,
                    || format!("{} {}: {field}", operation.id, content.media),
                    &[asked(None), asked(Some("x/other"))],
                    operation,
                    without,
                );
            }
        }
    }
}
