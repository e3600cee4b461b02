//! The mutation check: each keyword, status, header and security requirement is taken out of a row of the table in turn, and
//! a request or an answer that the document alone gave must then be judged in another way.
//!
//! A mutant is a row made at run time, so none of them is compiled. What is written once and used often (a component) is
//! one mutant.

use std::collections::BTreeSet;
use std::fmt;

use serde_json::{Value, json};

use super::generated::api::{Credentials, RequestHead};
use super::generated::document::{
    Header, Location, Operation, Parameter, RequestBody, Response, SCHEMAS, Schema, Security,
    Status, TABLE,
};
use super::generated::judge::{self, Verdict};
use super::instances::{Oracle, Site};

/// How many mutants were noticed, and which were not.
#[derive(Default)]
pub(crate) struct Score {
    pub(crate) noticed: usize,
    /// What nothing noticed, or what the document demands and the code doesn't do.
    pub(crate) missed: Vec<String>,
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.noticed + self.missed.len();
        for missed in &self.missed {
            writeln!(f, "not noticed: {missed}")?;
        }
        let share = 100.0 * self.noticed as f64 / all.max(1) as f64;
        write!(
            f,
            "{} of {all} mutants noticed ({share:.1} %)",
            self.noticed
        )
    }
}

impl Score {
    /// What is sound must be taken: without that, being refused says nothing.
    fn sound(&mut self, what: impl FnOnce() -> String, is_taken: bool) {
        if !is_taken {
            self.missed.push(what());
        }
    }

    fn count(&mut self, what: impl FnOnce() -> String, is_noticed: bool) {
        if is_noticed {
            self.noticed += 1;
        } else {
            self.missed.push(what());
        }
    }
}

/// A request as the document describes it.
#[derive(Clone, Default)]
struct Ask {
    path: Vec<(String, String)>,
    query: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Ask {
    fn head(&self, operation: &'static Operation) -> RequestHead {
        let escaped = |text: &str| {
            percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC)
                .to_string()
        };
        let mut path = operation.path.to_owned();
        for (name, text) in &self.path {
            path = path.replace(&format!("{{{name}}}"), &escaped(text));
        }
        let query: Vec<String> = self
            .query
            .iter()
            .map(|(name, text)| format!("{}={}", escaped(name), escaped(text)))
            .collect();
        let mut head = RequestHead::internal("r-1", operation.id);
        head.uri = format!("{path}?{}", query.join("&")).parse().unwrap();
        for (name, value) in &self.headers {
            let name = http::HeaderName::try_from(name).unwrap();
            // What no header can hold is no request either.
            if let Ok(value) = http::HeaderValue::from_bytes(value.as_bytes()) {
                head.headers.insert(name, value);
            }
        }
        head
    }

    fn judged(&self, operation: &'static Operation) -> Verdict {
        judge::request(operation, &self.head(operation), &self.body)
    }

    fn part(&mut self, location: Location) -> &mut Vec<(String, String)> {
        match location {
            Location::Path => &mut self.path,
            Location::Query => &mut self.query,
            Location::Header => &mut self.headers,
        }
    }
}

/// Everything that the document says of an operation, references followed.
struct Spec<'a> {
    oracle: Oracle<'a>,
    operation: &'a Value,
    parameters: Vec<&'a Value>,
}

impl<'a> Spec<'a> {
    fn of(document: &'a Value, id: &str) -> Self {
        let oracle = Oracle(document);
        let items = document["paths"].as_object().into_iter().flatten();
        let operations = items.flat_map(|(_, item)| {
            let all = item.as_object().into_iter().flatten();
            all.map(move |(_, operation)| (item, operation))
        });
        let (item, operation) = { operations }
            .find(|(_, operation)| operation["operationId"] == id)
            .unwrap();
        let lists = [&item["parameters"], &operation["parameters"]];
        let parameters = lists.iter().filter_map(|list| list.as_array()).flatten();
        Self {
            oracle,
            operation,
            parameters: parameters
                .map(|parameter| oracle.resolved(parameter))
                .collect(),
        }
    }

    fn parameter(&self, parameter: &Parameter) -> &'a Value {
        let place = match parameter.location {
            Location::Path => "path",
            Location::Query => "query",
            Location::Header => "header",
        };
        let is_it = |known: &&&Value| known["name"] == parameter.name && known["in"] == place;
        self.parameters.iter().rfind(is_it).unwrap()
    }

    fn body(&self) -> Option<(&'a Value, &'a str, &'a Value)> {
        let body = self.oracle.resolved(self.operation.get("requestBody")?);
        let (media, content) = body["content"].as_object()?.iter().next()?;
        Some((body, media, &content["schema"]))
    }

    fn response(&self, status: &str) -> &'a Value {
        self.oracle.resolved(&self.operation["responses"][status])
    }

    /// A request that the document admits, every parameter given.
    fn ask(&self, operation: &'static Operation) -> Ask {
        let mut ask = Ask::default();
        for parameter in operation.parameters {
            let value = self.oracle.valid(&self.parameter(parameter)["schema"], &[]);
            ask.part(parameter.location)
                .push((parameter.name.to_owned(), text(&value)));
        }
        if let Some((_, media, schema)) = self.body() {
            ask.headers
                .push(("content-type".to_owned(), media.to_owned()));
            ask.body = written(media, &self.oracle.valid(schema, &[]));
        }
        ask
    }
}

/// A value as a parameter or header.
fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn written(media: &str, value: &Value) -> Vec<u8> {
    if media.ends_with("json") {
        value.to_string().into_bytes()
    } else {
        text(value).into_bytes()
    }
}

fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

/// The schema without the keyword; what is referred to on the way is written out.
fn without(schema: &Value, site: &Site, steps: &[String]) -> Value {
    let Some((step, rest)) = steps.split_first() else {
        let mut schema = schema.clone();
        match (&site.item, &mut schema[site.keyword.as_str()]) {
            (Some(item), Value::Array(names)) => names.retain(|name| name != item.as_str()),
            _ => {
                schema.as_object_mut().unwrap().shift_remove(&site.keyword);
            }
        }
        return schema;
    };
    if schema.get("$ref").is_some() {
        let name = step.rsplit('/').next().unwrap();
        let component = SCHEMAS
            .iter()
            .find(|component| component.name == name)
            .unwrap();
        return without(&component.schema.parse(), site, rest);
    }
    let mut schema = schema.clone();
    let child = match &mut schema {
        Value::Array(items) => &mut items[step.parse::<usize>().unwrap()],
        other => &mut other[step.as_str()],
    };
    *child = without(child, site, rest);
    schema
}

fn mutant(schema: &Schema, site: &Site) -> &'static Schema {
    let text = without(&schema.used(), site, &site.steps).to_string();
    leak(Schema::inline(leak(text)))
}

fn with_body(operation: &'static Operation, body: Option<RequestBody>) -> &'static Operation {
    leak(Operation { body, ..*operation })
}

fn row(operation: &'static Operation) -> Operation {
    let body = operation.body.as_ref().map(|body| RequestBody { ..*body });
    Operation { body, ..*operation }
}

/// A change of one place of a list.
fn changed<T>(
    all: &'static [T],
    at: usize,
    copy: impl Fn(&T) -> T,
    change: impl FnOnce(T) -> Option<T>,
) -> &'static [T] {
    let mut copies: Vec<T> = all.iter().map(copy).collect();
    let one = copies.remove(at);
    if let Some(one) = change(one) {
        copies.insert(at, one);
    }
    Vec::leak(copies)
}

fn parameters(
    operation: &'static Operation,
    at: usize,
    change: impl FnOnce(Parameter) -> Parameter,
) -> &'static Operation {
    let parameters = changed(
        operation.parameters,
        at,
        |p| Parameter { ..*p },
        |p| Some(change(p)),
    );
    leak(Operation {
        parameters,
        ..row(operation)
    })
}

fn responses(
    operation: &'static Operation,
    at: usize,
    change: impl FnOnce(Response) -> Option<Response>,
) -> &'static Operation {
    let responses = changed(operation.responses, at, |r| Response { ..*r }, change);
    leak(Operation {
        responses,
        ..row(operation)
    })
}

/// The check of one document.
pub(crate) struct Check<'a> {
    document: &'a Value,
    seen: BTreeSet<String>,
    score: Score,
}

/// Tries every mutant of every row.
pub(crate) fn score(document: &Value) -> Score {
    let mut check = Check {
        document,
        seen: BTreeSet::new(),
        score: Score::default(),
    };
    for operation in TABLE {
        check.request(operation);
        check.answers(operation);
    }
    check.score
}

impl<'a> Check<'a> {
    /// Every keyword of a schema: the plainest value that breaks it must be judged otherwise once the keyword is gone.
    fn schema(
        &mut self,
        oracle: Oracle<'a>,
        schema: &'a Value,
        root: &str,
        is_text: bool,
        judged: &dyn Fn(&Value, Option<&Site>) -> Option<Verdict>,
    ) {
        for site in oracle.sites(schema) {
            let home = if site.home.starts_with("inline") {
                format!("{root} {}", site.home)
            } else {
                site.home.clone()
            };
            // Text is always a string and never null.
            let is_idle = is_text
                && (site.keyword == "nullable"
                    || (site.keyword == "type"
                        && oracle.at(schema, &site.steps)["type"] == "string"));
            if is_idle || !self.seen.insert(home.clone()) {
                continue;
            }
            let inner: String = site.place.iter().map(|step| format!("/{step}")).collect();
            let member = match site.keyword.as_str() {
                "required" => format!("/{}", site.item.as_deref().unwrap_or_default()),
                "additionalProperties" => "/zz".to_owned(),
                _ => String::new(),
            };
            let place = format!("{root}{inner}{member}");
            let admits = site.keyword == "nullable";
            let tries = oracle.misses(schema, &site);
            let verdicts: Vec<(&Value, Verdict)> = tries
                .iter()
                .filter_map(|value| Some((value, judged(value, None)?)))
                .filter(|(_, verdict)| (verdict.0 == 0) == admits)
                .collect();
            // The one that breaks this rule at this place, else one that is refused at all.
            let exact = verdicts.iter().find(|(_, verdict)| {
                verdict
                    .1
                    .iter()
                    .any(|(found, rule)| *found == place && *rule == site.keyword)
            });
            let is_noticed = exact.or(verdicts.first()).is_some_and(|(value, verdict)| {
                judged(value, Some(&site)).as_ref() != Some(verdict)
            });
            self.score.count(
                || format!("{home} at {place} (tried {})", tries.len()),
                is_noticed,
            );
        }
    }

    fn request(&mut self, operation: &'static Operation) {
        let spec = Spec::of(self.document, operation.id);
        let ask = spec.ask(operation);
        let sound = ask.judged(operation);
        let id = operation.id;
        self.score.sound(
            || format!("{id}: a sound request is refused: {sound:?}"),
            sound.0 == 0,
        );
        for (at, parameter) in operation.parameters.iter().enumerate() {
            let place = |ask: &mut Ask, text: Option<String>| {
                let part = ask.part(parameter.location);
                part.retain(|(name, _)| name != parameter.name);
                part.extend(text.map(|text| (parameter.name.to_owned(), text)));
            };
            if spec.parameter(parameter)["required"] == true && parameter.location != Location::Path
            {
                let mut short = ask.clone();
                place(&mut short, None);
                let mutant = parameters(operation, at, |p| Parameter {
                    required: false,
                    ..p
                });
                let refused = short.judged(operation);
                self.score.count(
                    || format!("{id}: {} is required", parameter.name),
                    refused.0 == 422 && short.judged(mutant) != refused,
                );
            }
            let root = match parameter.location {
                Location::Path => format!("/path/{}", parameter.name),
                Location::Query => format!("/query/{}", parameter.name),
                Location::Header => format!("/header/{}", parameter.name),
            };
            self.schema(
                spec.oracle,
                &spec.parameter(parameter)["schema"],
                &root,
                true,
                &|value, site| {
                    let text = text(value);
                    // An empty segment is another path.
                    if parameter.location == Location::Path && text.is_empty() {
                        return None;
                    }
                    let mut spoilt = ask.clone();
                    place(&mut spoilt, Some(text));
                    let row = match site {
                        None => operation,
                        Some(site) => parameters(operation, at, |p| Parameter {
                            schema: mutant(p.schema, site),
                            ..p
                        }),
                    };
                    Some(spoilt.judged(row))
                },
            );
        }
        self.body(operation, &spec, &ask);
        self.security(operation, &ask);
    }

    fn body(&mut self, operation: &'static Operation, spec: &Spec<'a>, ask: &Ask) {
        let (Some(body), Some((declared, media, schema))) = (&operation.body, spec.body()) else {
            return;
        };
        let id = operation.id;
        let sound = ask.judged(operation);
        let another = with_body(
            operation,
            Some(RequestBody {
                media: "x/other",
                ..*body
            }),
        );
        self.score.count(
            || format!("{id}: the media type"),
            ask.judged(another) != sound,
        );
        if declared["required"] == true {
            let mut short = ask.clone();
            short.body.clear();
            short.headers.retain(|(name, _)| name != "content-type");
            let optional = with_body(
                operation,
                Some(RequestBody {
                    required: false,
                    ..*body
                }),
            );
            let refused = short.judged(operation);
            self.score.count(
                || format!("{id}: the body is required"),
                refused.0 != 0 && short.judged(optional) != refused,
            );
        }
        if let Some(limit) = declared["x-max-body-bytes"].as_u64() {
            let limit = usize::try_from(limit).unwrap();
            let mut long = ask.clone();
            long.body.resize(limit + 1, b' ');
            let unlimited = with_body(
                operation,
                Some(RequestBody {
                    max_bytes: None,
                    ..*body
                }),
            );
            let refused = long.judged(operation);
            self.score.count(
                || format!("{id}: the body's limit"),
                refused.0 == 413 && long.judged(unlimited) != refused,
            );
        }
        self.schema(spec.oracle, schema, "/body", false, &|value, site| {
            let mut spoilt = ask.clone();
            spoilt.body = written(media, value);
            let row = match site {
                None => operation,
                Some(site) => with_body(
                    operation,
                    Some(RequestBody {
                        schema: mutant(body.schema, site),
                        ..*body
                    }),
                ),
            };
            Some(spoilt.judged(row))
        });
    }

    /// Each way to authenticate must be found by what is sent for it alone.
    fn security(&mut self, operation: &'static Operation, ask: &Ask) {
        for (at, way) in operation.security.iter().enumerate() {
            let (name, value) = match way {
                Security::Bearer(_) => ("authorization", "Bearer good"),
                Security::ApiKey(_, name) => (*name, "good"),
            };
            let mut known = ask.clone();
            known.headers.push((name.to_owned(), value.to_owned()));
            let copy = |way: &Security| match way {
                Security::Bearer(name) => Security::Bearer(name),
                Security::ApiKey(name, header) => Security::ApiKey(name, header),
            };
            let security = changed(operation.security, at, copy, |_| None);
            let open = leak(Operation {
                security,
                ..row(operation)
            });
            let found = judge::credentials(operation, &known.head(operation));
            let is_noticed = found != Credentials::None
                && judge::credentials(open, &known.head(operation)) != found;
            self.score
                .count(|| format!("{}: {way:?}", operation.id), is_noticed);
        }
    }

    fn answers(&mut self, operation: &'static Operation) {
        let spec = Spec::of(self.document, operation.id);
        let declared = spec.operation["responses"]
            .as_object()
            .map_or(0, |all| all.len());
        let is_all = declared == operation.responses.len();
        self.score.sound(
            || format!("{}: not every answer is in the table", operation.id),
            is_all,
        );
        for (at, response) in operation.responses.iter().enumerate() {
            let (key, status) = match response.status {
                Status::Code(code) => (code.to_string(), code),
                Status::Range(hundred) => (format!("{hundred}XX"), hundred * 100 + 18),
                Status::Default => ("default".to_owned(), 599),
            };
            let written_so = spec.response(&key);
            let headers: Vec<(String, String)> = response
                .headers
                .iter()
                .map(|header| {
                    (
                        header.name.to_owned(),
                        text(
                            &spec
                                .oracle
                                .valid(&self.header(written_so, header)["schema"], &[]),
                        ),
                    )
                })
                .collect();
            let declared = written_so["headers"].as_object().map_or(0, |all| all.len());
            self.score.sound(
                || format!("{} {key}: not every header is in the table", operation.id),
                declared == headers.len(),
            );
            let media = response.media.filter(|media| *media != "text/event-stream");
            let schema = response
                .media
                .map(|media| &written_so["content"][media]["schema"])
                .filter(|schema| !schema.is_null());
            let body = |value: &Value| media.map(|media| (media, written(media, value)));
            let sound = body(&schema.map_or(json!("x"), |schema| spec.oracle.valid(schema, &[])));
            // A stream's body is its events, which are looked at below.
            let is_stream = response.media.is_some() && media.is_none();
            let label = format!("{} {key}", operation.id);
            let judged = |row, headers: &[(String, String)]| {
                judge::answer(row, status, headers, sound.clone())
            };
            let verdict = judged(operation, &headers);
            if !is_stream {
                self.score.sound(
                    || format!("{label}: a sound answer is refused: {verdict:?}"),
                    verdict.0 == 0,
                );
                let gone = responses(operation, at, |_| None);
                self.score
                    .count(|| label.clone(), judged(gone, &headers) != verdict);
            }
            for (place, header) in response.headers.iter().enumerate() {
                let change = |change: &dyn Fn(Header) -> Option<Header>| {
                    responses(operation, at, |r| {
                        Some(Response {
                            headers: changed(r.headers, place, |h| Header { ..*h }, change),
                            ..r
                        })
                    })
                };
                let undeclared = change(&|_| None);
                self.score.count(
                    || format!("{label}: {}", header.name),
                    judged(undeclared, &headers) != verdict,
                );
                if self.header(written_so, header)["required"] == true {
                    let mut short = headers.clone();
                    short.remove(place);
                    let optional = change(&|h| {
                        Some(Header {
                            required: false,
                            ..h
                        })
                    });
                    let refused = judged(operation, &short);
                    self.score.count(
                        || format!("{label}: {} is required", header.name),
                        refused != verdict && judged(optional, &short) != refused,
                    );
                }
                let root = format!("/header/{}", header.name);
                self.schema(
                    spec.oracle,
                    &self.header(written_so, header)["schema"],
                    &root,
                    true,
                    &|value, site| {
                        let mut spoilt = headers.clone();
                        spoilt[place].1 = text(value);
                        http::HeaderValue::from_bytes(spoilt[place].1.as_bytes()).ok()?;
                        let row = match site {
                            None => operation,
                            Some(site) => change(&|h| {
                                Some(Header {
                                    schema: mutant(h.schema, site),
                                    ..h
                                })
                            }),
                        };
                        Some(judged(row, &spoilt))
                    },
                );
            }
            let (Some(declared), Some(schema)) = (response.schema, schema) else {
                continue;
            };
            self.schema(
                spec.oracle,
                schema,
                if is_stream { "/event" } else { "/body" },
                media.is_some_and(|media| !media.ends_with("json")),
                &|value, site| {
                    let schema = site.map_or(declared, |site| mutant(declared, site));
                    if is_stream {
                        let name = value["type"].as_str().unwrap_or_default();
                        return Some(judge::event(schema, name, &value.to_string()));
                    }
                    let row = match site {
                        None => operation,
                        Some(_) => responses(operation, at, |r| {
                            Some(Response {
                                schema: Some(schema),
                                ..r
                            })
                        }),
                    };
                    Some(judge::answer(row, status, &headers, body(value)))
                },
            );
        }
    }

    fn header(&self, response: &'a Value, header: &Header) -> &'a Value {
        let mut all = response["headers"].as_object().into_iter().flatten();
        let (_, found) = all
            .find(|(name, _)| name.eq_ignore_ascii_case(header.name))
            .unwrap();
        Oracle(self.document).resolved(found)
    }
}
