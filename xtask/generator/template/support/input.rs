//! Everything an operation takes, read and validated together: path, query, headers and body.

use http::HeaderMap;
use percent_encoding::percent_decode_str;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

//# if streams
use super::body::open_stream;
//# end
use super::body::read_body;
use super::rejection::{Rejection, Violation};
use super::request::RequestHead;
use super::table::{Location, Operation, Parameter, Reading};
use super::unread::Unread;
//# if streams
use super::upload::BodyStream;
//# end
use super::validate::{validate, violation};

/// The values of one request, in the order of the table, after validation.
#[derive(Debug)]
pub(crate) struct Input {
    operation: &'static Operation,
    parameters: Vec<Option<Value>>,
    body: Option<Value>,
    //# if streams
    stream: Option<BodyStream>,
    //# end
}

impl Input {
    /// Reads a request: 415 and 413 before the body is read, 400 for what can't be read, 422 with all violations.
    pub(crate) async fn of_request(
        operation: &'static Operation,
        head: &RequestHead,
        body: Unread,
        default_max_bytes: usize,
    ) -> Result<Self, Rejection> {
        //# if streams
        let (body, stream) = match &operation.body {
            Some(expected) if expected.reading == Reading::Stream => {
                let stream = open_stream(expected, head, body, default_max_bytes)?;
                (None, stream)
            }
            Some(expected) => (
                read_body(expected, head, body, default_max_bytes).await?,
                None,
            ),
            None => (None, None),
        };
        //# else
        //= let body = match &operation.body {
        //=     Some(expected) => read_body(expected, head, body, default_max_bytes).await?,
        //=     None => None,
        //= };
        //# end
        let query = pairs(head.uri.query().unwrap_or_default())
            .ok_or_else(|| Rejection::bad_request("the query's percent-encoding is broken"))?;
        let path = path_values(operation.path, head.uri.path())
            .ok_or_else(|| Rejection::bad_request("the path's percent-encoding is broken"))?;
        let mut violations = Vec::new();
        for (name, _) in &query {
            let known = |p: &Parameter| p.location == Location::Query && p.name == name;
            if !operation.parameters.iter().any(known) && !operation.takes_key(name) {
                violations.push(violation(
                    "/query",
                    name,
                    "additionalProperties",
                    "is not known here",
                ));
            }
        }
        let values = operation
            .parameters
            .iter()
            .map(|parameter| match parameter.location {
                Location::Path => texts(&path, parameter.name),
                Location::Query => texts(&query, parameter.name),
                Location::Header => header_texts(&head.headers, parameter.name),
                Location::Cookie => head.cookies().filter(|(name, _)| *name == parameter.name).map(|(_, text)| Some(text)).collect(),
            });
        let parameters = operation
            .parameters
            .iter()
            .zip(values)
            .map(|(parameter, texts)| read_parameter(parameter, &texts, &mut violations))
            .collect();
        let input = Self {
            operation,
            parameters,
            body,
            //# if streams
            stream,
            //# end
        };
        input.checked(violations)
    }

    /// Takes a tool's arguments: one flat object of path and query parameters and the body's members.
    pub(crate) fn of_arguments(
        operation: &'static Operation,
        arguments: Value,
    ) -> Result<Self, Rejection> {
        let mut members = match arguments {
            Value::Object(members) => members,
            Value::Null => Map::new(),
            Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
                let violation = violation("", "body", "type", "must be an object");
                return Err(Rejection::invalid(vec![violation]));
            }
        };
        let parameters = operation
            .parameters
            .iter()
            .map(|parameter| match parameter.location {
                Location::Path | Location::Query => members
                    .shift_remove(parameter.name)
                    .filter(|value| !value.is_null()),
                Location::Header | Location::Cookie => None,
            })
            .collect();
        let mut violations = Vec::new();
        let body = match &operation.body {
            Some(_) => Some(Value::Object(members)),
            None => {
                let unknown = members.keys();
                violations.extend(unknown.map(|name| {
                    violation("/query", name, "additionalProperties", "is not known here")
                }));
                None
            }
        };
        Self {
            operation,
            parameters,
            body,
            //# if streams
            stream: None,
            //# end
        }
        .checked(violations)
    }

    /// The value of the parameter at this place of the table; its default when it was left out.
    pub(crate) fn required<T: DeserializeOwned>(&mut self, at: usize) -> Result<T, Rejection> {
        let parameter = &self.operation.parameters[at];
        let value = match self.parameters[at].take() {
            Some(value) => value,
            None => parameter
                .schema
                .compiled()
                .default
                .clone()
                .unwrap_or_default(),
        };
        typed(value, || place(parameter))
    }

    /// The value of the parameter at this place of the table, if it was given.
    pub(crate) fn optional<T: DeserializeOwned>(
        &mut self,
        at: usize,
    ) -> Result<Option<T>, Rejection> {
        match self.parameters[at].take() {
            Some(value) => typed(value, || place(&self.operation.parameters[at])).map(Some),
            None => Ok(None),
        }
    }

    /// The body; where it may be left out, an `Option`.
    pub(crate) fn body<T: DeserializeOwned>(&mut self) -> Result<T, Rejection> {
        typed(self.body.take().unwrap_or_default(), || "/body".to_owned())
    }

    //# if streams
    /// The body as it comes; `None` where it may be left out and was.
    pub(crate) fn stream(&mut self) -> Option<BodyStream> {
        self.stream.take()
    }

    //# end
    fn checked(self, mut violations: Vec<Violation>) -> Result<Self, Rejection> {
        for (parameter, value) in self.operation.parameters.iter().zip(&self.parameters) {
            match value {
                Some(value) => {
                    let place = || place(parameter);
                    validate(parameter.schema.compiled(), value, place, &mut violations);
                }
                None if parameter.required => {
                    let missing = Violation {
                        location: place(parameter),
                        rule: "required".to_owned(),
                        message: "is required".to_owned(),
                    };
                    // What was there but couldn't be read has its violation already.
                    if !violations
                        .iter()
                        .any(|known| known.location == missing.location)
                    {
                        violations.push(missing);
                    }
                }
                None => {}
            }
        }
        match (&self.operation.body, &self.body) {
            (Some(expected), Some(value)) => {
                let place = || "/body".to_owned();
                validate(expected.schema.compiled(), value, place, &mut violations);
            }
            (Some(expected), None) if expected.required && expected.reading != Reading::Stream => {
                violations.push(violation("", "body", "required", "is required"));
            }
            (Some(_) | None, _) => {}
        }
        if violations.is_empty() {
            Ok(self)
        } else {
            Err(Rejection::invalid(violations))
        }
    }
}

/// A typed value. What passed validation and still doesn't fit its Rust type is one more violation, not a fault.
fn typed<T: DeserializeOwned>(
    value: Value,
    location: impl FnOnce() -> String,
) -> Result<T, Rejection> {
    T::deserialize(value).map_err(|_| {
        let message = "cannot be represented".to_owned();
        Rejection::invalid(vec![Violation {
            location: location(),
            rule: "type".to_owned(),
            message,
        }])
    })
}

fn place(parameter: &Parameter) -> String {
    let location = format!("/{}", parameter.location.as_str());
    violation(&location, parameter.name, "", "").location
}

/// Text to a value; more than one where one is expected is a violation.
fn read_parameter(
    parameter: &Parameter,
    texts: &[Option<&str>],
    violations: &mut Vec<Violation>,
) -> Option<Value> {
    if texts.contains(&None) {
        let message = "must be visible ASCII".to_owned();
        violations.push(Violation {
            location: place(parameter),
            rule: "type".to_owned(),
            message,
        });
        return None;
    }
    let texts: Vec<&str> = texts.iter().flatten().copied().collect();
    let compiled = parameter.schema.compiled();
    match (compiled.text.item(), texts.as_slice()) {
        (_, []) => None,
        (_, [one]) => Some(compiled.read(one)),
        (Some(item), many) => Some(many.iter().map(|text| item.read(text)).collect()),
        (None, _) => {
            let message = "must be given once".to_owned();
            violations.push(Violation {
                location: place(parameter),
                rule: "maxItems".to_owned(),
                message,
            });
            None
        }
    }
}

fn texts<'a>(pairs: &'a [(String, String)], name: &str) -> Vec<Option<&'a str>> {
    pairs
        .iter()
        .filter(|(known, _)| known == name)
        .map(|(_, text)| Some(text.as_str()))
        .collect()
}

fn header_texts<'a>(headers: &'a HeaderMap, name: &str) -> Vec<Option<&'a str>> {
    headers
        .get_all(name)
        .iter()
        .map(|value| value.to_str().ok())
        .collect()
}

/// The path's variables; the router has matched the path already, so what the template does not reach is the rest of
/// its last variable. `None` when the encoding is broken.
fn path_values(template: &str, path: &str) -> Option<Vec<(String, String)>> {
    let parts = |text| str::split(text, '/').filter(|part: &&str| !part.is_empty());
    let last = parts(template).next_back();
    parts(template)
        .chain(last.into_iter().cycle())
        .zip(parts(path))
        .filter_map(|(variable, text)| {
            let name = variable.strip_prefix('{')?.strip_suffix('}')?;
            Some(unescaped(text).map(|text| (name.to_owned(), text)))
        })
        .collect()
}

/// The pairs of a query or form; `None` when the encoding is broken.
pub(super) fn pairs(text: &str) -> Option<Vec<(String, String)>> {
    text.split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Some((decoded(name)?, decoded(value)?))
        })
        .collect()
}

fn decoded(text: &str) -> Option<String> {
    unescaped(&text.replace('+', " "))
}

/// The text without its percent-encoding; `None` where that is broken or gives no UTF-8.
fn unescaped(text: &str) -> Option<String> {
    let is_hex = |rest: &[u8]| rest.len() >= 2 && rest[..2].iter().all(u8::is_ascii_hexdigit);
    if !text.split('%').skip(1).all(|rest| is_hex(rest.as_bytes())) {
        return None;
    }
    Some(percent_decode_str(text).decode_utf8().ok()?.into_owned())
}
